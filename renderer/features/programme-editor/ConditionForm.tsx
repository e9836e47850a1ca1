import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import { GRADES, type GradeWords } from "../../../shared/domain/data-element.ts";
import type { UnitCondition } from "../../../shared/domain/indicator.ts";
import { Checkbox } from "../../components/Checkbox.tsx";
import { ComboBox } from "../../components/ComboBox.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";
import { ElementPicker } from "./ElementPicker.tsx";
import { elementNames } from "./target-sentence.ts";

interface ConditionFormProps {
  readonly condition: UnitCondition | undefined;
  /** Every unit must reach a minimum: only a figure makes sense. */
  readonly isEveryUnit: boolean;
  /** What grades are called when the programme begins. */
  readonly grades: GradeWords;
  readonly onChange: (condition: UnitCondition) => void;
}

const KINDS = ["isYes", "atLeast", "gradeIn"] as const;
const YES_NO = DATA_ELEMENTS.filter(({ type }) => type === "yesNo");
const GRADED = DATA_ELEMENTS.filter(({ type }) => type === "grade");

/** Which units count: an answer, a figure that reaches a threshold, or a grade. */
export function ConditionForm({ condition, isEveryUnit, grades, onChange }: ConditionFormProps) {
  const t = useText();
  const name = elementNames(useLanguage() === "en");

  function choose(kind: (typeof KINDS)[number]) {
    const [yes] = YES_NO;
    const [graded] = GRADED;
    if (kind === "isYes" && yes) onChange({ kind, element: yes.code });
    if (kind === "atLeast") onChange({ kind, elements: [], minimum: 1 });
    if (kind === "gradeIn" && graded) onChange({ kind, element: graded.code, grades: ["excellent", "good"] });
  }

  return (
    <>
      {!isEveryUnit && (
        <RadioGroup
          label={t("programmeEditor.formula.condition")}
          value={condition === undefined || condition.kind === "allOf" ? null : condition.kind}
          onChange={choose}
          options={KINDS.map((id) => ({ id, label: t(`programmeEditor.formula.${id}`) }))}
          orientation="horizontal"
        />
      )}
      {condition?.kind === "isYes" && (
        <ComboBox
          label={t("programmeEditor.formula.element")}
          value={condition.element}
          onChange={(element) => {
            if (element !== null) onChange({ kind: "isYes", element });
          }}
          options={YES_NO.map(({ code }) => ({ id: code, label: name(code) }))}
        />
      )}
      {condition?.kind === "atLeast" && (
        <>
          <ElementPicker
            label={t("programmeEditor.formula.counted")}
            codes={condition.elements}
            onChange={(elements) => onChange({ ...condition, elements })}
          />
          <NumberField
            label={t("programmeEditor.formula.minimum")}
            value={condition.minimum}
            onChange={(minimum) => {
              if (minimum !== null && minimum >= 1) onChange({ ...condition, minimum });
            }}
            minValue={1}
          />
        </>
      )}
      {condition?.kind === "gradeIn" && (
        <>
          <ComboBox
            label={t("programmeEditor.formula.element")}
            value={condition.element}
            onChange={(element) => {
              if (element !== null) onChange({ ...condition, element });
            }}
            options={GRADED.map(({ code }) => ({ id: code, label: name(code) }))}
          />
          <div role="group" className="editor-checks" aria-label={t("programmeEditor.formula.grades")}>
            {GRADES.filter((grade) => grade !== "notRated").map((grade) => (
              <Checkbox
                key={grade}
                isSelected={condition.grades.includes(grade)}
                onChange={(isSelected) => {
                  const chosen = GRADES.filter((other) =>
                    other === grade ? isSelected : condition.grades.includes(other),
                  );
                  if (chosen.length > 0) onChange({ ...condition, grades: chosen });
                }}
              >
                {grades[grade][0]}
              </Checkbox>
            ))}
          </div>
        </>
      )}
    </>
  );
}
