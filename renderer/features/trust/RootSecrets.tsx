import { TextArea } from "../../components/TextArea.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { useText } from "../../text/use-text.ts";

interface Secrets {
  readonly passphrase: string;
  /** One a line. */
  readonly paper: string;
}

export const NO_SECRETS: Secrets = { passphrase: "", paper: "" };

/** As the contract takes them. */
export interface GivenSecrets {
  readonly passphrase?: string;
  readonly paperCodes: string[];
}

export function secretsOf({ passphrase, paper }: Secrets): GivenSecrets {
  return {
    ...(passphrase === "" ? {} : { passphrase }),
    paperCodes: paper.split("\n").filter((line) => line.trim() !== ""),
  };
}

interface RootSecretsProps {
  readonly secrets: Secrets;
  readonly onChange: (secrets: Secrets) => void;
  /** Whether a root key is only on paper: then its field stands open. */
  readonly isPaperNeeded: boolean;
}

/** What opens the root keys: their passphrase on this computer, their codes on paper, or both. */
export function RootSecrets({ secrets, onChange, isPaperNeeded }: RootSecretsProps) {
  const t = useText();
  return (
    <>
      <PassphraseField
        label={t("trust.change.secret")}
        {...(isPaperNeeded ? { description: t("trust.change.secretHint") } : {})}
        value={secrets.passphrase}
        onChange={(passphrase) => onChange({ ...secrets, passphrase })}
        isRequired={!isPaperNeeded}
      />
      {isPaperNeeded && (
        <TextArea
          label={t("trust.change.paper")}
          description={t("trust.change.paperHint")}
          value={secrets.paper}
          onChange={(paper) => onChange({ ...secrets, paper })}
          rows={3}
        />
      )}
    </>
  );
}
