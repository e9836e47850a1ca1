import { useState } from "react";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { useText } from "../../text/use-text.ts";
import { isUsable, strengthOf } from "./passphrase-strength.ts";

/** What is typed into {@link NewPassphrase}. */
export function useNewPassphrase() {
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const isSame = again.normalize("NFKC") === passphrase.normalize("NFKC");
  return {
    passphrase,
    setPassphrase,
    again,
    setAgain,
    isSame,
    isTyped: passphrase + again !== "",
    isReady: isUsable(passphrase) && isSame,
    /** Whether the person tried to go on. */
    isChecked,
    check: () => setIsChecked(true),
  };
}

interface NewPassphraseProps {
  /** Where another passphrase is asked beside it. */
  readonly label?: string;
  readonly typed: ReturnType<typeof useNewPassphrase>;
}

/** A new passphrase, twice, with advice while it is typed. */
export function NewPassphrase({ label, typed }: NewPassphraseProps) {
  const t = useText();
  const { passphrase, again, isSame, isChecked } = typed;
  const { strength, missing } = strengthOf(passphrase);
  return (
    <>
      <PassphraseField
        label={label ?? t("settings.key.passphrase")}
        isNew
        value={passphrase}
        onChange={typed.setPassphrase}
        description={
          strength === "short"
            ? t("settings.key.strength.short", { number: missing })
            : t(`settings.key.strength.${strength}`)
        }
        isRequired
        autoFocus
      />
      <PassphraseField
        label={t("settings.key.passphraseAgain")}
        isNew
        value={again}
        onChange={typed.setAgain}
        errorMessage={(again === "" ? isChecked : !isSame) ? t("settings.key.again") : undefined}
        isRequired
      />
    </>
  );
}
