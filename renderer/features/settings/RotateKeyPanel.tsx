import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, useNewPassphrase } from "./NewPassphrase.tsx";

/** A new signing key, vouched for by the one in use. */
export function RotateKeyPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [passphrase, setPassphrase] = useState("");
  const fresh = useNewPassphrase();
  const rotate = useMutation({
    mutationFn: async () =>
      saveDownload(await api.keys.rotate.call({ passphrase, newPassphrase: fresh.passphrase })),
    onSuccess: async () => {
      showToast(t("trust.own.rotated"));
      await queries.invalidateQueries({ queryKey: api.keys.key() });
      onClose();
    },
  });

  function submit() {
    fresh.check();
    if (passphrase !== "" && fresh.isReady) rotate.mutate();
  }

  return (
    <SidePanel
      title={t("trust.own.rotateTitle")}
      onClose={onClose}
      isDirty={(passphrase !== "" || fresh.isTyped) && !rotate.isPending}
    >
      <Form className="panel-form" onSubmit={submit}>
        <Callout tone="info" title={t("trust.change.willHappen")}>
          {t("trust.own.rotateEffect")}
        </Callout>
        <PassphraseField
          label={t("trust.own.current")}
          value={passphrase}
          onChange={setPassphrase}
          errorMessage={fresh.isChecked && passphrase === "" ? t("shell.required") : undefined}
          isRequired
        />
        <NewPassphrase label={t("trust.passphrase.fresh")} typed={fresh} />
        <FormActions call={rotate} submitLabel={t("trust.own.rotate")} onCancel={onClose} />
      </Form>
    </SidePanel>
  );
}
