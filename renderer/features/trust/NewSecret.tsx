import { PassphraseField } from "../../components/PassphraseField.tsx";
import { useText } from "../../text/use-text.ts";

interface TypedTwice {
  readonly first: string;
  readonly again: string;
}

export const NOT_TYPED: TypedTwice = { first: "", again: "" };

export function isSame({ first, again }: TypedTwice): boolean {
  return first !== "" && first.normalize("NFKC") === again.normalize("NFKC");
}

interface NewSecretProps {
  readonly typed: TypedTwice;
  readonly onChange: (typed: TypedTwice) => void;
  readonly isChecked: boolean;
}

/** The passphrase of a key about to be made, typed twice; whether it is strong enough the program says. */
export function NewSecret({ typed, onChange, isChecked }: NewSecretProps) {
  const t = useText();
  return (
    <>
      <PassphraseField
        label={t("trust.passphrase.fresh")}
        isNew
        value={typed.first}
        onChange={(first) => onChange({ ...typed, first })}
        isRequired
      />
      <PassphraseField
        label={t("trust.passphrase.again")}
        isNew
        value={typed.again}
        onChange={(again) => onChange({ ...typed, again })}
        errorMessage={isChecked && !isSame(typed) ? t("trust.passphrase.differs") : undefined}
        isRequired
      />
    </>
  );
}
