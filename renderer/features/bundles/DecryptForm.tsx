import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";

interface DecryptFormProps {
  readonly onDecrypt: (passphrase: string) => void;
  readonly isLooking: boolean;
}

/** Nothing of an encrypted file is known before the passphrase of this office's keys. */
export function DecryptForm({ onDecrypt, isLooking }: DecryptFormProps) {
  const t = useText();
  const [passphrase, setPassphrase] = useState("");
  return (
    <Form
      className="panel-form"
      onSubmit={() => {
        if (passphrase !== "") onDecrypt(passphrase);
      }}
    >
      <Callout tone="info">{t("downward.decrypt")}</Callout>
      <TextField
        label={t("bundles.passphrase")}
        type="password"
        autoComplete="off"
        value={passphrase}
        onChange={setPassphrase}
        isRequired
        autoFocus
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" isPending={isLooking}>
          {t("downward.decryptAct")}
        </Button>
      </div>
    </Form>
  );
}
