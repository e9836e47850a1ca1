import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Form } from "../../components/Form.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { useText } from "../../text/use-text.ts";

const KEYID_CHARACTERS = 64;

/** A unit's key, after its keyid was typed from the signed paper: the paper is the proof, not the file. */
export function AddToTrustPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [typedKeyid, setTypedKeyid] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const confirmedKeyid = typedKeyid.replace(/\s/g, "").toLowerCase();
  const isWhole = /^[0-9a-f]{64}$/.test(confirmedKeyid);
  const add = useMutation({
    mutationFn: async (enrolment: File) => {
      // A ticket is good for one call, so each attempt hands the file over again.
      const { ticket } = await uploadFile(enrolment);
      return api.keys.addToTrust.call({ ticket, passphrase, confirmedKeyid });
    },
    onSuccess: async ({ version }) => {
      showToast(t("settings.trust.added", { version }));
      await queries.invalidateQueries({ queryKey: api.keys.key() });
      onClose();
    },
  });

  function submit() {
    setIsChecked(true);
    if (file !== null && isWhole && passphrase !== "") add.mutate(file);
  }

  return (
    <SidePanel title={t("settings.trust.addTitle")} onClose={onClose}>
      <Form className="panel-form" onSubmit={submit}>
        <div>
          <strong>{t("settings.trust.addFile")}</strong>
          <FileDrop accept=".goi" onFile={setFile} />
          {file !== null && <p>✓ {file.name}</p>}
        </div>
        {isChecked && file === null && <p className="field-error">{t("shell.required")}</p>}
        <TextField
          label={t("settings.trust.addKeyid")}
          description={`${t("settings.trust.addKeyidHint")} ${t("settings.trust.addKeyidCount", { number: confirmedKeyid.length })}`}
          value={typedKeyid}
          onChange={setTypedKeyid}
          errorMessage={
            isChecked && !isWhole
              ? t("settings.trust.addKeyidCount", {
                  number: Math.min(confirmedKeyid.length, KEYID_CHARACTERS),
                })
              : undefined
          }
          isRequired
        />
        <TextField
          label={t("settings.trust.addRoot")}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
          errorMessage={isChecked && passphrase === "" ? t("shell.required") : undefined}
          isRequired
        />
        {add.error && (
          <Callout tone="danger">
            <ErrorWords error={add.error} />
          </Callout>
        )}
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t("settings.trust.add")}
          </Button>
          <Button onPress={onClose}>{t("shell.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
