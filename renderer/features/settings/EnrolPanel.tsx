import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { saveDownload } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { PassphraseField } from "../../components/PassphraseField.tsx";
import { FormActions } from "../../text/FormActions.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { useText } from "../../text/use-text.ts";

/** Makes the enrolment file and shows what to copy to paper. */
export function EnrolPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const [passphrase, setPassphrase] = useState("");
  const enrol = useMutation({
    mutationFn: async () => {
      const offer = await api.keys.enrol.call({ passphrase });
      await saveDownload(offer);
      return offer;
    },
  });
  return (
    <SidePanel
      title={t("settings.key.enrolTitle")}
      onClose={onClose}
      isDirty={passphrase !== "" && enrol.isIdle}
    >
      <Form
        className="panel-form"
        onSubmit={() => {
          if (passphrase !== "") enrol.mutate();
        }}
      >
        <p>{t("settings.key.enrolLead")}</p>
        {enrol.data ? (
          <>
            <Callout tone="success">{t("settings.key.saved", { file: enrol.data.fileName })}</Callout>
            <h3>{t("settings.key.keyid")}</h3>
            <KeyGroups code={enrol.data.keyid} />
            <div className="form-actions">
              <Button variant="primary" onPress={onClose}>
                {t("shell.close")}
              </Button>
            </div>
          </>
        ) : (
          <>
            <PassphraseField
              label={t("settings.key.passphrase")}
              value={passphrase}
              onChange={setPassphrase}
              isRequired
              autoFocus
            />
            <FormActions call={enrol} submitLabel={t("settings.key.enrol")} onCancel={onClose} />
          </>
        )}
      </Form>
    </SidePanel>
  );
}
