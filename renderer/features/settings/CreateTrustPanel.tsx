import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";

/** The root key opens with the passphrase of the signing key (contract: PASSPHRASE_WRONG says when it is another). */
export function CreateTrustPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const create = useMutation(
    api.keys.createTrust.mutationOptions({
      onSuccess: async () => {
        showToast(t("settings.trust.created"));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
      },
    }),
  );

  function submit() {
    setIsChecked(true);
    if (passphrase !== "") create.mutate({ passphrase });
  }

  return (
    <SidePanel
      title={t("settings.trust.createTitle")}
      onClose={onClose}
      isDirty={passphrase !== "" && !create.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <p>{t("settings.trust.createLead")}</p>
        <PassphraseField
          label={t("settings.trust.signingPassphrase")}
          value={passphrase}
          onChange={setPassphrase}
          errorMessage={isChecked && passphrase === "" ? t("shell.required") : undefined}
          isRequired
          autoFocus
        />
        <FormActions call={create} submitLabel={t("settings.trust.noneReceiver.action")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
