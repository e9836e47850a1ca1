import {
  COMPARATOR_CHOICES,
  comparatorChoiceOf,
  withComparatorChoice,
} from "../../../shared/domain/programme-editing/comparator-choice.ts";
import type { DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import type { Programme } from "../../../shared/domain/programme.ts";
import type { TimeRule } from "../../../shared/domain/target.ts";
import { Select } from "../../components/Select.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../text/use-text.ts";
import { AmountField } from "./AmountField.tsx";
import { YearField } from "./YearField.tsx";

interface AskedFormProps {
  readonly target: DraftTarget;
  readonly term: Programme["term"];
  readonly onChange: (target: DraftTarget) => void;
}

const TIMES = [
  "annual",
  "year",
  "byYear",
  "byYearSum",
  "averagePerYear",
  "perEvent",
  "oncePerProgramme",
] as const;
type TimeChoice = (typeof TIMES)[number];

/** Comparator, value, measure and time, in the words of the documents. */
export function AskedForm({ target, term, onChange }: AskedFormProps) {
  const t = useText();
  const { value } = target;
  const isRange = target.comparator === "range";
  const year = "year" in target.time ? target.time.year : (term.to ?? term.from);
  return (
    <fieldset className="editor-group">
      <legend>{t("programmeEditor.target.asked")}</legend>
      <div className="editor-row">
        <Select
          label={t("programmeEditor.comparator.label")}
          value={comparatorChoiceOf(target)}
          onChange={(choice) => onChange(withComparatorChoice(target, choice))}
          options={COMPARATOR_CHOICES.map((id) => ({ id, label: t(`programmeEditor.comparator.${id}`) }))}
        />
        <AmountField
          label={t(isRange ? "programmeEditor.value.lower" : `programmeEditor.value.${value.scale}`)}
          scale={value.scale}
          value={value.amount}
          onChange={(amount) => onChange({ ...target, value: { ...value, amount } })}
          isRequired
        />
        {isRange && (
          <AmountField
            label={t("programmeEditor.value.upper")}
            scale={value.scale}
            value={value.upper ?? null}
            onChange={(upper) => {
              const { upper: _, ...rest } = value;
              onChange({ ...target, value: upper === null ? rest : { ...rest, upper } });
            }}
            isRequired
          />
        )}
        {value.scale !== "percent" && (
          <TextField
            label={t("programmeEditor.value.measureUnit")}
            value={target.measureUnit}
            onChange={(measureUnit) => onChange({ ...target, measureUnit })}
            maxLength={64}
          />
        )}
        <Select
          label={t("programmeEditor.time.label")}
          value={timeChoiceOf(target.time)}
          onChange={(choice) => onChange({ ...target, time: timeOf(choice, year) })}
          options={TIMES.map((id) => ({ id, label: t(`programmeEditor.time.${id}`) }))}
        />
        {"year" in target.time && (
          <YearField
            label={t("programmeEditor.time.yearNumber")}
            value={target.time.year}
            onChange={(typed) => {
              if (typed !== null && "year" in target.time)
                onChange({ ...target, time: { ...target.time, year: typed } });
            }}
          />
        )}
      </div>
    </fieldset>
  );
}

function timeChoiceOf(time: TimeRule): TimeChoice {
  return time.kind === "byYear" && time.since === "programme" ? "byYearSum" : time.kind;
}

function timeOf(choice: TimeChoice, year: number): TimeRule {
  switch (choice) {
    case "annual":
      return { kind: choice, stated: true };
    case "year":
      return { kind: choice, year };
    case "byYear":
      return { kind: choice, year, since: "year" };
    case "byYearSum":
      return { kind: "byYear", year, since: "programme" };
    default:
      return { kind: choice };
  }
}
