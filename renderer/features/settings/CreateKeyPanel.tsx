import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { isUsable } from "./passphrase-strength.ts";

export function CreateKeyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [isChecked, setIsChecked] = useState(false);
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
    setIsChecked(true);
    if (!isUsable(passphrase) || again.normalize("NFKC") !== passphrase.normalize("NFKC")) return;
    create.mutate({ passphrase });
  }

  return (
    <SidePanel
      title={t("settings.key.createTitle")}
      onClose={onClose}
      isDirty={passphrase + again !== "" && !create.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <p>{t("settings.key.lead")}</p>
        <NewPassphrase
          passphrase={passphrase}
          again={again}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
          isChecked={isChecked}
        />
        <FormActions call={create} submitLabel={t("settings.key.create")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
