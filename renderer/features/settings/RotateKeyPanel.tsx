import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { isUsable } from "./passphrase-strength.ts";

/** A new signing key, vouched for by the one in use. */
export function RotateKeyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const [newPassphrase, setNewPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const rotate = useMutation({
    mutationFn: async () => saveDownload(await api.keys.rotate.call({ passphrase, newPassphrase })),
    onSuccess: async () => {
      showToast(t("trust.own.rotated"));
      await queries.invalidateQueries({ queryKey: api.keys.key() });
      onClose();
    },
  });

  function submit() {
    setIsChecked(true);
    if (passphrase === "" || !isUsable(newPassphrase)) return;
    if (again.normalize("NFKC") === newPassphrase.normalize("NFKC")) rotate.mutate();
  }

  return (
    <SidePanel
      title={t("trust.own.rotateTitle")}
      onClose={onClose}
      isDirty={passphrase + newPassphrase + again !== "" && !rotate.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <Callout tone="info" title={t("trust.change.willHappen")}>
          {t("trust.own.rotateEffect")}
        </Callout>
        <TextField
          label={t("trust.own.current")}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
          errorMessage={isChecked && passphrase === "" ? t("shell.required") : undefined}
          isRequired
        />
        <NewPassphrase
          label={t("trust.passphrase.fresh")}
          passphrase={newPassphrase}
          again={again}
          onPassphrase={setNewPassphrase}
          onAgain={setAgain}
          isChecked={isChecked}
        />
        <FormActions call={rotate} submitLabel={t("trust.own.rotate")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
