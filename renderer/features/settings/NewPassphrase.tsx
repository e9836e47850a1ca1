import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import { strengthOf } from "./passphrase-strength.ts";

interface NewPassphraseProps {
  /** Where another passphrase is asked beside it. */
  readonly label?: string;
  readonly passphrase: string;
  readonly again: string;
  readonly onPassphrase: (typed: string) => void;
  readonly onAgain: (typed: string) => void;
  /** Whether the person tried to go on. */
  readonly isChecked: boolean;
}

/** A new passphrase, twice, with advice while it is typed. */
export function NewPassphrase({
  label,
  passphrase,
  again,
  onPassphrase,
  onAgain,
  isChecked,
}: NewPassphraseProps) {
  const t = useText();
  const { strength, missing } = strengthOf(passphrase);
  const differs = again !== "" && again.normalize("NFKC") !== passphrase.normalize("NFKC");
  return (
    <>
      <TextField
        label={label ?? t("settings.key.passphrase")}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={onPassphrase}
        description={
          strength === "short"
            ? t("settings.key.strength.short", { number: missing })
            : t(`settings.key.strength.${strength}`)
        }
        isRequired
        autoFocus
      />
      <TextField
        label={t("settings.key.passphraseAgain")}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={onAgain}
        errorMessage={differs || (isChecked && again === "") ? t("settings.key.again") : undefined}
        isRequired
      />
    </>
  );
}
