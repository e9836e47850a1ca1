import type { GradeWords } from "../../../shared/domain/data-element.ts";
import { DATA_ELEMENTS, findElement } from "../../../shared/catalogue/elements.ts";
import { DENOMINATOR_POLICIES, type Population, type Quantity } from "../../../shared/domain/indicator.ts";
import type { DraftIndicator, DraftTarget } from "../../../shared/domain/programme-editing/draft.ts";
import type { FormulaKind } from "../../../shared/domain/programme-editing/formula-kind.ts";
import { ComboBox } from "../../components/ComboBox.tsx";
import { NumberField } from "../../components/NumberField.tsx";
import { Select } from "../../components/Select.tsx";
import { useLanguage, useText } from "../../text/use-text.ts";
import { ConditionForm } from "./ConditionForm.tsx";
import { ElementPicker } from "./ElementPicker.tsx";
import { SegmentForm } from "./SegmentForm.tsx";
import { elementNames } from "./target-sentence.ts";

interface FormulaFormProps {
  readonly target: DraftTarget;
  readonly kind: FormulaKind;
  /** What grades are called when the programme begins. */
  readonly grades: GradeWords;
  readonly onChange: (target: DraftTarget) => void;
}

const POPULATIONS: readonly Population[] = ["grassroots", "grassrootsAndSelf", "self"];
const STOCKS = DATA_ELEMENTS.filter(({ type, time }) => type === "count" && time === "LAST");

/** What is counted and what it is divided by, without any code. */
export function FormulaForm({ target, kind, grades, onChange }: FormulaFormProps) {
  const t = useText();
  const name = elementNames(useLanguage() === "en");
  const { indicator } = target;
  const set = (fields: Partial<DraftIndicator>) =>
    onChange({ ...target, indicator: { ...indicator, ...fields } });

  function setNumerator(numerator: Quantity) {
    // A plain total is printed in the measure of what it adds up.
    const [code] = numerator.kind === "sum" ? numerator.elements : [];
    const measure =
      target.value.scale === "count" && target.measureUnit === ""
        ? findElement(code ?? "")?.measureUnit
        : undefined;
    onChange({
      ...target,
      indicator: { ...indicator, numerator },
      ...(measure === undefined ? {} : { measureUnit: measure }),
    });
  }

  const { numerator, denominator } = indicator;
  return (
    <fieldset className="editor-group">
      <legend>{t("programmeEditor.target.formula")}</legend>
      {(numerator === null ? kind === "peopleShare" : numerator.kind === "sum") && (
        <ElementPicker
          label={t(
            denominator === undefined && kind !== "peopleShare"
              ? "programmeEditor.formula.counted"
              : "programmeEditor.formula.numerator",
          )}
          codes={numerator?.kind === "sum" ? numerator.elements : []}
          onChange={(elements) => setNumerator({ kind: "sum", elements })}
        />
      )}
      {(denominator?.kind === "sum" || (denominator === undefined && kind === "peopleShare")) && (
        <ElementPicker
          label={t("programmeEditor.formula.denominator")}
          codes={denominator?.kind === "sum" ? denominator.elements : []}
          onChange={(elements) => set({ denominator: { kind: "sum", elements } })}
        />
      )}
      {numerator?.kind === "countUnits" && (
        <ConditionForm
          condition={numerator.where}
          isEveryUnit={kind === "everyUnit"}
          grades={grades}
          onChange={(where) => setNumerator({ kind: "countUnits", where })}
        />
      )}
      {numerator?.kind === "netChange" && (
        <ComboBox
          label={t("programmeEditor.formula.element")}
          value={numerator.element}
          onChange={(element) => {
            if (element !== null) setNumerator({ kind: "netChange", element });
          }}
          options={STOCKS.map(({ code }) => ({ id: code, label: name(code) }))}
        />
      )}
      {numerator?.kind === "countEmployers" && (
        <Select
          label={t("programmeEditor.formula.workers")}
          value={numerator.minimumWorkers === 25 ? "25" : "20"}
          onChange={(minimum) =>
            set({
              numerator: { ...numerator, minimumWorkers: Number(minimum) },
              denominator: { kind: "countEmployers", minimumWorkers: Number(minimum) },
            })
          }
          options={[
            { id: "20", label: t("programmeEditor.formula.workers20") },
            { id: "25", label: t("programmeEditor.formula.workers25") },
          ]}
        />
      )}
      {numerator?.kind === "countEstablished" && (
        <NumberField
          label={t("programmeEditor.formula.establishedWorkers")}
          description={t("programmeEditor.formula.establishedWorkersHint")}
          value={numerator.minimumWorkers ?? null}
          onChange={(minimum) =>
            setNumerator({
              kind: "countEstablished",
              ...(minimum === null || minimum < 1 ? {} : { minimumWorkers: minimum }),
            })
          }
          minValue={1}
          maxValue={100_000}
        />
      )}
      {kind !== "employerCoverage" && kind !== "established" && (
        <>
          <div className="editor-row">
            <Select
              label={t("programmeEditor.formula.population")}
              value={indicator.population}
              onChange={(population) => set({ population })}
              options={POPULATIONS.map((id) => ({ id, label: t(`programmeEditor.population.${id}`) }))}
            />
            {denominator !== undefined && (
              <Select
                label={t("programmeEditor.formula.policy")}
                value={indicator.policy}
                onChange={(policy) => set({ policy })}
                options={DENOMINATOR_POLICIES.map((id) => ({ id, label: t(`programmeEditor.policy.${id}`) }))}
              />
            )}
          </div>
          <SegmentForm
            segment={indicator.segment}
            onChange={(segment) => {
              const { segment: _, ...rest } = indicator;
              onChange({ ...target, indicator: segment === undefined ? rest : { ...rest, segment } });
            }}
          />
        </>
      )}
    </fieldset>
  );
}
