import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, useNewPassphrase } from "./NewPassphrase.tsx";

/** A key typed from the paper of the sealed envelope. */
export function RestoreKeyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [code, setCode] = useState("");
  const typed = useNewPassphrase();
  const restore = useMutation({
    mutationFn: () => api.keys.restorePaper.call({ code, passphrase: typed.passphrase }),
    onSuccess: async ({ wasHere }) => {
      showToast(t(wasHere ? "trust.own.wasHere" : "trust.own.restored"));
      await queries.invalidateQueries({ queryKey: api.key() });
      onClose();
    },
  });

  function submit() {
    typed.check();
    if (code.trim() !== "" && typed.isReady) restore.mutate();
  }

  return (
    <SidePanel
      title={t("trust.own.restoreTitle")}
      onClose={onClose}
      isDirty={(code !== "" || typed.isTyped) && !restore.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <p>{t("trust.own.restoreLead")}</p>
        <TextField
          label={t("trust.forget.code")}
          autoComplete="off"
          value={code}
          onChange={setCode}
          errorMessage={typed.isChecked && code.trim() === "" ? t("shell.required") : undefined}
          isRequired
        />
        <NewPassphrase typed={typed} />
        <FormActions call={restore} submitLabel={t("trust.own.restore")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
