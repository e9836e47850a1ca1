import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from "./start-text.ts";
import { useLanguage, useText } from "./use-text.ts";

/** Kept on this computer; each language is named in itself. */
export function LanguageChoice() {
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
            onChange={() => void chooseLanguage(id)}
          />
          {LANGUAGE_NAMES[id]}
        </label>
      ))}
    </fieldset>
  );
}
