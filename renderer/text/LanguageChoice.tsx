import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from "./start-text.ts";
import { useLanguage, useText } from "./use-text.ts";

interface LanguageChoiceProps {
  /** Told after the words have changed. */
  readonly onChoose?: (language: Language) => void;
}

/** Each language is named in itself. */
export function LanguageChoice({ onChoose }: LanguageChoiceProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <fieldset className="language-choice">
      <legend>{t("welcome.language")}</legend>
      {LANGUAGES.map((id) => (
        <label key={id} lang={id}>
          <input
            type="radio"
            name="language"
            checked={language === id}
            onChange={() => void chooseLanguage(id).then(() => onChoose?.(id))}
          />
          {LANGUAGE_NAMES[id]}
        </label>
      ))}
    </fieldset>
  );
}
