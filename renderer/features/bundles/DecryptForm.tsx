import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { useText } from "../../text/use-text.ts";

interface DecryptFormProps {
  /** Whether the file has a passphrase of its own, or is encrypted to the keys of this office. */
  readonly hasOwnPassphrase: boolean;
  readonly onDecrypt: (passphrase: string) => void;
  readonly isLooking: boolean;
  /** Why the file was not opened with what was typed last. */
  readonly error: Error | null;
}

/** Nothing of an encrypted file is known before the passphrase of this office's keys, or its own. */
export function DecryptForm({ hasOwnPassphrase, onDecrypt, isLooking, error }: DecryptFormProps) {
  const t = useText();
  const [passphrase, setPassphrase] = useState("");
  return (
    <Form
      className="panel-form"
      onSubmit={() => {
        if (passphrase !== "") onDecrypt(passphrase);
      }}
    >
      <Callout tone="info">{t(hasOwnPassphrase ? "bundles.encryption.heard" : "downward.decrypt")}</Callout>
      <TextField
        label={t(hasOwnPassphrase ? "bundles.encryption.heardLabel" : "bundles.passphrase")}
        // What is heard is typed once and read back; what opens the keys of the office is shown to nobody.
        type={hasOwnPassphrase ? "text" : "password"}
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        isRequired
        autoFocus
      />
      <ErrorCallout error={error} />
      <div className="form-actions">
        <Button type="submit" variant="primary" isPending={isLooking}>
          {t("downward.decryptAct")}
        </Button>
      </div>
    </Form>
  );
}
