// The three ways a key of a unit ends.
import { useState } from "react";
import type { TrustDetails, TrustUnitView } from "../../../shared/contract/trust.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { KeyGroups } from "../../text/KeyGroups.tsx";
import { printInstant, printPeriod } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { ChangePanel } from "./ChangePanel.tsx";

interface EndKeyProps {
  readonly list: TrustDetails;
  readonly unit: TrustUnitView;
  readonly onClose: () => void;
}

export function RetirePanel({ list, unit, keyid, onClose }: EndKeyProps & { readonly keyid: string }) {
  const t = useText();
  const [inTransit, setInTransit] = useState<number | null>(0);
  return (
    <ChangePanel
      list={list}
      title={t("trust.retire.title")}
      effect={t("trust.retire.effect", { name: unit.name, number: unit.received.length })}
      change={inTransit === null ? null : { kind: "retire", keyid, inTransit }}
      onClose={onClose}
    >
      <p>{t("trust.act.previous", { name: unit.name })}</p>
      <KeyGroups code={keyid} />
      <NumberField
        label={t("trust.retire.inTransit")}
        value={inTransit}
        onChange={setInTransit}
        minValue={0}
        maxValue={20}
        isRequired
      />
    </ChangePanel>
  );
}

export function RevokePanel({ list, unit, keyid, onClose }: EndKeyProps & { readonly keyid: string }) {
  const t = useText();
  const [reason, setReason] = useState("");
  const [good, setGood] = useState<readonly string[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const bundles = unit.received.filter(({ kind }) => kind !== "enrolment");
  return (
    <ChangePanel
      list={list}
      title={t("trust.revoke.title")}
      effect={t("trust.revoke.effect")}
      change={reason.trim() === "" ? null : { kind: "revoke", keyid, reason, knownGood: [...good] }}
      onChecked={() => setIsChecked(true)}
      onClose={onClose}
    >
      <p>{t("trust.act.previous", { name: unit.name })}</p>
      <KeyGroups code={keyid} />
      <TextField
        label={t("trust.revoke.reason")}
        value={reason}
        onChange={setReason}
        errorMessage={isChecked && reason.trim() === "" ? t("shell.required") : undefined}
        isRequired
      />
      <fieldset className="trust-bundles">
        <legend>{t("trust.revoke.good")}</legend>
        {bundles.length === 0 && <p>{t("trust.revoke.nothing")}</p>}
        {bundles.map(({ digest, code, period, receivedAt }) => (
          <Checkbox
            key={digest}
            isSelected={good.includes(digest)}
            onChange={(isSelected) =>
              setGood(isSelected ? [...good, digest] : good.filter((one) => one !== digest))
            }
          >
            {period ? `${printPeriod(period, t)} · ` : ""}
            {printInstant(receivedAt)} · <code>{code}</code>
          </Checkbox>
        ))}
      </fieldset>
    </ChangePanel>
  );
}

export function EndRecipientPanel({
  list,
  unit,
  recipient,
  onClose,
}: EndKeyProps & { readonly recipient: string }) {
  const t = useText();
  const [status, setStatus] = useState<"retired" | "revoked">("retired");
  return (
    <ChangePanel
      list={list}
      title={t("trust.endRecipient.title")}
      effect={t("trust.endRecipient.effect", { name: unit.name })}
      change={{ kind: "endRecipient", recipient, status }}
      onClose={onClose}
    >
      <KeyGroups code={recipient} />
      <RadioGroup
        label={t("trust.endRecipient.status")}
        value={status}
        onChange={setStatus}
        options={[
          { id: "retired", label: t("trust.endRecipient.retired") },
          { id: "revoked", label: t("trust.endRecipient.revoked") },
        ]}
      />
    </ChangePanel>
  );
}
