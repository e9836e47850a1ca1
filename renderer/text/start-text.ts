// Words of the interface: Vietnamese unless the person chose English on this computer.
import { changeLanguage, use as withPlugin } from "i18next";
import { initReactI18next } from "react-i18next";
import { VALUE_PRINTER } from "./print-values.ts";
import { TEXT_OPTIONS } from "./text-options.ts";

export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: "Tiếng Việt", en: "English" };

const STORAGE_KEY = "language";

/** Must run once before the first render. */
export async function startText(): Promise<void> {
  const language = storedLanguage();
  document.documentElement.lang = language;
  await withPlugin(VALUE_PRINTER)
    .use(initReactI18next)
    .init({ lng: language, ...TEXT_OPTIONS });
}

export async function chooseLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser without storage keeps the choice until the window closes.
  }
  await changeLanguage(language);
}

function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}
