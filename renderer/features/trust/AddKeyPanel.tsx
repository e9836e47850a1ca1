import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { Callout } from "../../components/Callout.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Form } from "../../components/Form.tsx";
import { Select } from "../../components/Select.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { useText } from "../../text/use-text.ts";
import { NO_SECRETS, RootSecrets, secretsOf } from "./RootSecrets.tsx";

interface AddKeyPanelProps {
  readonly list: TrustDetails;
  readonly onClose: () => void;
}

/** A key of a unit: with its paper, vouched for by the key before it, or after that one was lost. */
export function AddKeyPanel({ list, onClose }: AddKeyPanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [isVouched, setIsVouched] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const [typedKeyid, setTypedKeyid] = useState("");
  const [lostKey, setLostKey] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [secrets, setSecrets] = useState(NO_SECRETS);
  const [isChecked, setIsChecked] = useState(false);
  const confirmedKeyid = typedKeyid.replace(/\s/g, "").toLowerCase();
  const isChanged = useChanged([file, isVouched, typedKeyid, lostKey, reason, secrets]);
  const isConfirmed = isVouched || /^[0-9a-f]{64}$/.test(confirmedKeyid);
  const isLossTold = !isLost || (lostKey !== null && reason.trim() !== "");
  const activeKeys = list.units
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ name, keys }) =>
      keys
        .filter(({ status }) => status === "active")
        .map(({ keyid }) => ({ id: keyid, label: `${name}: ${keyid.slice(0, 16)}…` })),
    );
  const add = useMutation({
    mutationFn: async (enrolment: File) => {
      // A ticket is good for one call, so each attempt hands the file over again.
      const { ticket } = await uploadFile(enrolment);
      return api.keys.addToTrust.call({
        ticket,
        ...secretsOf(secrets),
        ...(isVouched ? {} : { confirmedKeyid }),
        ...(isLost && lostKey !== null ? { lost: { keyid: lostKey, status: "revoked", reason } } : {}),
      });
    },
    onSuccess: async ({ version }) => {
      showToast(t("trust.change.issued", { version }));
      await queries.invalidateQueries({ queryKey: api.key() });
      onClose();
    },
  });

  function submit() {
    setIsChecked(true);
    if (file !== null && isConfirmed && isLossTold) add.mutate(file);
  }

  return (
    <SidePanel title={t("trust.add.title")} onClose={onClose} isDirty={isChanged && !add.isPending}>
      <Form className="panel-form" onSubmit={submit}>
        <Callout tone="info" title={t("trust.change.willHappen")}>
          {t("trust.add.effect")}
        </Callout>
        <div>
          <strong>{t("settings.trust.addFile")}</strong>
          <FileDrop accept=".goi" onFile={setFile} />
          {file !== null && <p>✓ {file.name}</p>}
        </div>
        {isChecked && file === null && <p className="field-error">{t("shell.required")}</p>}
        <Checkbox isSelected={isVouched} onChange={setIsVouched}>
          {t("trust.add.vouched")}
        </Checkbox>
        {!isVouched && (
          <TextField
            label={t("settings.trust.addKeyid")}
            description={`${t("settings.trust.addKeyidHint")} ${t("settings.trust.addKeyidCount", { number: confirmedKeyid.length })}`}
            value={typedKeyid}
            onChange={setTypedKeyid}
            errorMessage={
              isChecked && !isConfirmed
                ? t("settings.trust.addKeyidCount", { number: confirmedKeyid.length })
                : undefined
            }
            isRequired
          />
        )}
        <Checkbox isSelected={isLost} onChange={setIsLost}>
          {t("trust.add.lost")}
        </Checkbox>
        {isLost && (
          <>
            <Select
              label={t("trust.add.lostKey")}
              value={lostKey}
              onChange={setLostKey}
              options={activeKeys}
              errorMessage={isChecked && lostKey === null ? t("shell.required") : undefined}
              isRequired
            />
            <TextField
              label={t("trust.add.lostReason")}
              value={reason}
              onChange={setReason}
              errorMessage={isChecked && reason.trim() === "" ? t("shell.required") : undefined}
              isRequired
            />
          </>
        )}
        <RootSecrets
          secrets={secrets}
          onChange={setSecrets}
          isPaperNeeded={list.root.keys.some(({ isHere }) => !isHere)}
        />
        <FormActions
          call={add}
          submitLabel={t("trust.change.issue", { version: list.version + 1 })}
          onCancel={onClose}
        />
      </Form>
    </SidePanel>
  );
}
