import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { GradeScheme } from "../../../shared/domain/grade-scheme.ts";
import { api } from "../../api/api.ts";
import { Button } from "../../components/Button.tsx";
import { DateField } from "../../components/DateField.tsx";
import { Form } from "../../components/Form.tsx";
import { HundredthsField } from "../../components/HundredthsField.tsx";
import { SidePanel } from "../../components/SidePanel.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import { useChanged } from "../../components/use-changed.ts";
import { ErrorCallout } from "../../text/ErrorCallout.tsx";
import { printDate } from "../../text/print.ts";
import { useText } from "../../text/use-text.ts";

interface GradeSchemePanelProps {
  /** The latest one, whose points are proposed and whose grades keep their names. */
  readonly present: GradeScheme;
  readonly onClose: () => void;
}

/** The three grades above the last one, best first. */
const POINTS = ["excellent", "good", "completed"] as const;

/** Point bands of the office: from when, by what decision, and the lowest points of each grade. */
export function GradeSchemePanel({ present, onClose }: GradeSchemePanelProps) {
  const t = useText();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [decisionNumber, setDecisionNumber] = useState("");
  const [decidedOn, setDecidedOn] = useState<string | null>(null);
  const [validFrom, setValidFrom] = useState<string | null>(null);
  const [points, setPoints] = useState<readonly (number | null)[]>(
    POINTS.map((_, index) => present.bands[index]?.from ?? null),
  );
  const [condition, setCondition] = useState(present.conditions.join(" "));
  const [isChecked, setIsChecked] = useState(false);
  const isChanged = useChanged([name, decisionNumber, decidedOn, validFrom, points, condition]);
  const add = useMutation(
    api.grading.addScheme.mutationOptions({
      onSuccess: async () => {
        showToast(t("grading.schemes.added", { date: printDate(validFrom) }));
        onClose();
        // Findings, proposals and breaks depend on the bands.
        await queries.invalidateQueries({ queryKey: api.key() });
      },
    }),
  );
  const [excellentFrom = null, goodFrom = null, completedFrom = null] = points;
  const isOutside = (value: number | null) => value === null || value < 1 || value > 10_000;
  const isDescending = points.every((value, index) => {
    const above = points[index - 1] ?? null;
    return value === null || above === null || value < above;
  });

  function submit() {
    setIsChecked(true);
    if (name.trim() === "" || decisionNumber.trim() === "" || validFrom === null) return;
    if (excellentFrom === null || goodFrom === null || completedFrom === null) return;
    if (points.some(isOutside) || !isDescending) return;
    add.mutate({
      name,
      decisionNumber,
      decidedOn,
      validFrom,
      excellentFrom,
      goodFrom,
      completedFrom,
      condition: condition.trim() === "" ? null : condition,
    });
  }

  const required = isChecked ? t("shell.required") : undefined;
  return (
    <SidePanel title={t("grading.schemes.add")} onClose={onClose} isDirty={isChanged && !add.isPending}>
      <Form className="panel-form" onSubmit={submit}>
        <TextField
          label={t("grading.schemes.addName")}
          description={t("grading.schemes.addNameHint")}
          value={name}
          onChange={setName}
          errorMessage={name.trim() === "" ? required : undefined}
          maxLength={200}
          isRequired
          autoFocus
        />
        <TextField
          label={t("grading.schemes.decisionNumber")}
          value={decisionNumber}
          onChange={setDecisionNumber}
          errorMessage={decisionNumber.trim() === "" ? required : undefined}
          maxLength={200}
          isRequired
        />
        <DateField label={t("grading.schemes.decidedOnLabel")} value={decidedOn} onChange={setDecidedOn} />
        <DateField
          label={t("grading.schemes.validFrom")}
          value={validFrom}
          onChange={setValidFrom}
          errorMessage={validFrom === null ? required : undefined}
          isRequired
        />
        {POINTS.map((grade, index) => (
          <HundredthsField
            key={grade}
            label={t("grading.schemes.lowest", { grade: present.words[grade][0] })}
            {...(index === 0 && { description: t("grading.schemes.pointsHint") })}
            value={points[index] ?? null}
            onChange={(value) => setPoints(points.map((other, at) => (at === index ? value : other)))}
            refused={t("grading.schemes.pointsRefused")}
            errorMessage={
              isChecked && isOutside(points[index] ?? null) ? t("grading.schemes.pointsRefused") : undefined
            }
            isRequired
          />
        ))}
        {!isDescending && <p className="field-error">{t("grading.schemes.descending")}</p>}
        <TextField
          label={t("grading.schemes.condition")}
          description={t("grading.schemes.conditionHint")}
          value={condition}
          onChange={setCondition}
          maxLength={500}
        />
        <ErrorCallout error={add.error} />
        <div className="form-actions">
          <Button type="submit" variant="primary" isPending={add.isPending}>
            {t("shell.save")}
          </Button>
          <Button onPress={onClose}>{t("shell.cancel")}</Button>
        </div>
      </Form>
    </SidePanel>
  );
}
