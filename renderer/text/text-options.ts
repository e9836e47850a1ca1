// The words in both languages, and how a text is made of them: of the application, and of the tests that read its sentences.
import { en } from "./en.ts";
import { vi } from "./vi.ts";

export const TEXT_OPTIONS = {
  fallbackLng: "vi",
  resources: { vi: { translation: vi }, en: { translation: en } },
  // React escapes; escaping twice would print &amp; in names. Every value goes through the value printer.
  interpolation: { escapeValue: false, alwaysFormat: true },
  returnNull: false,
} as const;
