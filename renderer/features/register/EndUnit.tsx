import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitRow } from "../../../shared/contract/units.ts";
import { UNIT_EVENT_LABELS } from "../../../shared/domain/labels.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { Callout } from "../../components/Callout.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { ErrorWords } from "../../text/ErrorWords.tsx";
import { printDate } from "../../text/print.ts";
import { useLabel, useText } from "../../text/use-text.ts";

const END_KINDS = ["dissolved", "merged", "transferred"] as const;
type EndKind = (typeof END_KINDS)[number];

interface EndUnitProps {
  readonly unit: UnitRow;
  readonly today: string;
  readonly onDone: () => void;
}

export function EndUnit({ unit, today, onDone }: EndUnitProps) {
  const t = useText();
  const label = useLabel();
  const queries = useQueryClient();
  const [kind, setKind] = useState<EndKind>("dissolved");
  const [endedOn, setEndedOn] = useState<string | null>(today);
  const [decisionNumber, setDecisionNumber] = useState("");
  const end = useMutation(
    api.units.end.mutationOptions({
      onSuccess: async () => {
        showToast(t("register.unit.endedToast", { date: printDate(endedOn) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onDone();
      },
    }),
  );

  function submit() {
    if (endedOn === null) return;
    end.mutate({
      uid: unit.uid,
      endedOn,
      kind,
      decisionNumber: decisionNumber.trim() === "" ? null : decisionNumber,
    });
  }

  return (
    <Form className="panel-form" onSubmit={submit}>
      <h3>{t("register.unit.endTitle")}</h3>
      <p>{t("register.unit.endLead")}</p>
      <RadioGroup
        label={t("register.unit.endKind")}
        value={kind}
        onChange={setKind}
        options={END_KINDS.map((id) => ({ id, label: label(UNIT_EVENT_LABELS[id]) }))}
      />
      <DateField
        label={t("register.unit.lastDay")}
        value={endedOn}
        onChange={setEndedOn}
        errorMessage={endedOn === null ? t("shell.required") : undefined}
        isRequired
        autoFocus
      />
      <TextField
        label={t("register.unit.decisionNumber")}
        value={decisionNumber}
        onChange={setDecisionNumber}
      />
      {end.error && (
        <Callout tone="danger">
          <ErrorWords error={end.error} />
        </Callout>
      )}
      <div className="form-actions">
        <Button type="submit" variant="danger" isPending={end.isPending}>
          {t("register.unit.confirmEnd")}
        </Button>
        <Button onPress={onDone}>{t("shell.cancel")}</Button>
      </div>
    </Form>
  );
}
