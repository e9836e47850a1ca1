import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitRow } from "../../../shared/contract/units.ts";
import { api } from "../../api/api.ts";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useUnsavedForm } from "../../components/unsaved-forms.ts";
import { useChanged } from "../../components/use-changed.ts";
import { FormActions } from "../../text/FormActions.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";
import { changesBetween, draftOf } from "./unit-draft.ts";
import { UnitFields } from "./UnitFields.tsx";

interface EditUnitProps {
  readonly unit: UnitRow;
  readonly today: string;
  readonly onDone: () => void;
}

/** Changes from a day on; what held before stays as it was. */
export function EditUnit({ unit, today, onDone }: EditUnitProps) {
  const t = useText();
  const queries = useQueryClient();
  const before = draftOf(unit);
  const [draft, setDraft] = useState(before);
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today);
  const [decisionNumber, setDecisionNumber] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const changes = changesBetween(before, draft);
  const hasChanges = Object.keys(changes).length > 0;
  const change = useMutation(
    api.units.change.mutationOptions({
      onSuccess: async () => {
        showToast(t("register.unit.changed", { date: printDate(effectiveOn) }));
        await queries.invalidateQueries({ queryKey: api.key() });
        onDone();
      },
    }),
  );

  useUnsavedForm(useChanged([draft, effectiveOn, decisionNumber]) && !change.isPending);

  function submit() {
    setIsChecked(true);
    if (!hasChanges || draft.name.trim() === "" || effectiveOn === null) return;
    change.mutate({
      uid: unit.uid,
      effectiveOn,
      decisionNumber: decisionNumber.trim() === "" ? null : decisionNumber,
      changes,
    });
  }

  return (
    <Form className="panel-form" onSubmit={submit}>
      <h3>{t("register.unit.editTitle")}</h3>
      <DateField
        label={t("register.unit.effectiveOn")}
        description={t("register.unit.effectiveHint")}
        value={effectiveOn}
        onChange={setEffectiveOn}
        errorMessage={isChecked && effectiveOn === null ? t("shell.required") : undefined}
        isRequired
        autoFocus
      />
      <TextField
        label={t("register.unit.decisionNumber")}
        value={decisionNumber}
        onChange={setDecisionNumber}
      />
      <UnitFields
        draft={draft}
        onChange={setDraft}
        nameError={isChecked && draft.name.trim() === "" ? t("shell.required") : undefined}
      />
      {isChecked && !hasChanges && <p>{t("register.unit.noChanges")}</p>}
      <FormActions call={change} submitLabel={t("shell.save")} onCancel={onDone} />
    </Form>
  );
}
