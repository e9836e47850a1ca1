import { useEffect, useState } from "react";
import type { TrustDetails } from "../../../shared/contract/trust.ts";
import { api } from "../../api/api.ts";
import { uploadFile } from "../../api/files.ts";
import { keepEnrolment, useWaitingEnrolment } from "../../api/waiting-enrolment.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { Select } from "../../components/Select.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import { NextVersionPanel } from "./NextVersionPanel.tsx";
import type { GivenSecrets } from "./RootSecrets.tsx";

interface AddKeyPanelProps {
  readonly list: TrustDetails;
  readonly onClose: () => void;
}

/** A key of a unit: with its paper, vouched for by the key before it, or after that one was lost. */
export function AddKeyPanel({ list, onClose }: AddKeyPanelProps) {
  const t = useText();
  const [file, setFile] = useState(useWaitingEnrolment());
  // From here on it is this panel's.
  useEffect(() => keepEnrolment(null), []);
  const [isVouched, setIsVouched] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const [typedKeyid, setTypedKeyid] = useState("");
  const [lostKey, setLostKey] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const confirmedKeyid = typedKeyid.replace(/\s/g, "").toLowerCase();
  const isConfirmed = isVouched || /^[0-9a-f]{64}$/.test(confirmedKeyid);
  const isLossTold = !isLost || (lostKey !== null && reason.trim() !== "");
  const activeKeys = list.units
    .filter(({ isOwn }) => !isOwn)
    .flatMap(({ name, keys }) =>
      keys
        .filter(({ status }) => status === "active")
        .map(({ keyid }) => ({ id: keyid, label: `${name}: ${keyid.slice(0, 16)}…` })),
    );

  async function add(enrolment: File, secrets: GivenSecrets) {
    // A ticket is good for one call, so each attempt hands the file over again.
    const { ticket } = await uploadFile(enrolment);
    return api.keys.addToTrust.call({
      ticket,
      ...secrets,
      ...(isVouched ? {} : { confirmedKeyid }),
      ...(isLost && lostKey !== null ? { lost: { keyid: lostKey, status: "revoked", reason } } : {}),
    });
  }

  return (
    <NextVersionPanel
      list={list}
      title={t("trust.add.title")}
      effect={t("trust.add.effect")}
      typed={[file, isVouched, typedKeyid, lostKey, reason]}
      issue={file !== null && isConfirmed && isLossTold ? (secrets) => add(file, secrets) : null}
      onChecked={() => setIsChecked(true)}
      onClose={onClose}
    >
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
    </NextVersionPanel>
  );
}
