import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { END_KINDS, type EndKind, type UnitRow } from "../../../shared/contract/units.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { useChanged } from "../../components/use-changed.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { SuccessorFields } from "./SuccessorFields.tsx";

interface EndUnitProps {
  readonly unit: UnitRow;
  readonly today: string;
  readonly onDone: () => void;
}

/** Unions that must be named before the end can be recorded. */
const NEEDED: Readonly<Record<EndKind, number>> = { dissolved: 0, merged: 1, split: 2, transferred: 0 };

export function EndUnit({ unit, today, onDone }: EndUnitProps) {
  const t = useText();
  const queries = useQueryClient();
  const units = useQuery(api.units.list.queryOptions({ input: {} }));
  const [kind, setKind] = useState<EndKind>("dissolved");
  const [endedOn, setEndedOn] = useState<string | null>(today);
  const [decisionNumber, setDecisionNumber] = useState("");
  const [decidedOn, setDecidedOn] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [receiver, setReceiver] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const successors = kind === "merged" ? chosen.slice(0, 1) : kind === "split" ? chosen : [];
  const isReceiverMissing = kind === "transferred" && receiver.trim() === "";
  const end = useMutation(
    api.units.end.mutationOptions({
      onSuccess: async () => {
        showToast(t("register.unit.endedToast", { date: printDate(endedOn) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onDone();
      },
    }),
  );

  useUnsavedForm(useChanged([endedOn, decisionNumber, decidedOn, chosen, receiver]) && !end.isPending);

  function submit() {
    setIsChecked(true);
    if (endedOn === null || isReceiverMissing || successors.length < NEEDED[kind]) return;
    end.mutate({
      uid: unit.uid,
      endedOn,
      kind,
      decisionNumber: decisionNumber.trim() === "" ? null : decisionNumber,
      decidedOn,
      successors: [...successors],
      receiver: kind === "transferred" ? receiver : null,
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
        options={END_KINDS.map((id) => ({ id, label: t(`register.unit.endKinds.${id}`) }))}
      />
      <ErrorCallout error={units.error} />
      {(kind === "merged" || kind === "split") && (
        <SuccessorFields
          isMany={kind === "split"}
          units={(units.data?.units ?? []).filter(({ uid }) => uid !== unit.uid)}
          chosen={successors}
          isMissing={isChecked && successors.length < NEEDED[kind]}
          onChange={setChosen}
        />
      )}
      {kind === "transferred" && (
        <TextField
          label={t("register.unit.receiver")}
          value={receiver}
          onChange={setReceiver}
          errorMessage={isChecked && isReceiverMissing ? t("shell.required") : undefined}
          isRequired
        />
      )}
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
      <DateField label={t("register.unit.decidedOn")} value={decidedOn} onChange={setDecidedOn} />
      <ErrorCallout error={end.error} />
      <div className="form-actions">
        <Button type="submit" variant="danger" isPending={end.isPending}>
          {t("register.unit.confirmEnd")}
        </Button>
        <Button onPress={onDone}>{t("shell.cancel")}</Button>
      </div>
    </Form>
  );
}
