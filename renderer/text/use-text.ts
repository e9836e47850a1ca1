import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Label } from "../../shared/domain/labels.ts";
import type { Language } from "./start-text.ts";

export type Translate = TFunction;

/** The words of the interface: `t("register.title")`. */
export function useText(): Translate {
  return useTranslation().t;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "vi";
}

/** Picks the word of a label pair of shared/domain/labels.ts; "—" for nothing. */
export function useLabel(): (label: Label | null | undefined) => string {
  const language = useLanguage();
  return (label) => (label ? label[language] : "—");
}
