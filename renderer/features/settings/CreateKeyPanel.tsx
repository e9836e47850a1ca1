import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, useNewPassphrase } from "./NewPassphrase.tsx";

export function CreateKeyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const typed = useNewPassphrase();
  const create = useMutation(
    api.keys.create.mutationOptions({
      onSuccess: async () => {
        showToast(t("settings.key.created"));
        await queries.invalidateQueries({ queryKey: api.key() });
        onClose();
      },
    }),
  );

  function submit() {
    typed.check();
    if (typed.isReady) create.mutate({ passphrase: typed.passphrase });
  }

  return (
    <SidePanel
      title={t("settings.key.createTitle")}
      onClose={onClose}
      isDirty={typed.isTyped && !create.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <p>{t("settings.key.lead")}</p>
        <NewPassphrase typed={typed} />
        <FormActions call={create} submitLabel={t("settings.key.create")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
