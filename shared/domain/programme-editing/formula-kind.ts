// The formulas offered to somebody who writes a target, in one list; each keeps what it can of the one before.
import type { Indicator, Quantity } from "../indicator.ts";
import type { TargetValue } from "../target.ts";
import { asQualitative, type DraftTarget } from "./draft.ts";

interface FormulaRule {
  readonly shape: Indicator["shape"];
  readonly numerator: Quantity["kind"];
  readonly denominator: Quantity["kind"] | null;
  readonly scale: TargetValue["scale"];
}

export const FORMULA_RULES = {
  peopleShare: { shape: "PEOPLE_SHARE", numerator: "sum", denominator: "sum", scale: "percent" },
  unitShare: { shape: "UNIT_SHARE", numerator: "countUnits", denominator: "countUnits", scale: "percent" },
  itemShare: { shape: "ITEM_SHARE", numerator: "sum", denominator: "sum", scale: "percent" },
  eventShare: { shape: "EVENT_SHARE", numerator: "sum", denominator: "sum", scale: "percent" },
  total: { shape: "COUNT_PER_PERIOD", numerator: "sum", denominator: null, scale: "count" },
  netGrowth: { shape: "COUNT_PER_PERIOD", numerator: "netChange", denominator: null, scale: "count" },
  established: {
    shape: "COUNT_PER_PERIOD",
    numerator: "countEstablished",
    denominator: null,
    scale: "count",
  },
  averageGrowth: { shape: "AVG_NET_PER_YEAR", numerator: "netChange", denominator: null, scale: "count" },
  meanPerUnit: { shape: "MEAN_PER_UNIT", numerator: "sum", denominator: "countUnits", scale: "mean" },
  everyUnit: {
    shape: "ALL_UNITS_MIN",
    numerator: "countUnits",
    denominator: "countUnits",
    scale: "percent",
  },
  employerCoverage: {
    shape: "COVERAGE_REGISTER",
    numerator: "countEmployers",
    denominator: "countEmployers",
    scale: "percent",
  },
  allocationRule: { shape: "ALLOCATION_RULE", numerator: "sum", denominator: "sum", scale: "percent" },
} as const satisfies Readonly<Record<string, FormulaRule>>;

type ComputedKind = keyof typeof FORMULA_RULES;
/** `qualitative`: no formula, a person judges. */
export type FormulaKind = ComputedKind | "qualitative";

const COMPUTED_KINDS: readonly ComputedKind[] = [
  "peopleShare",
  "unitShare",
  "total",
  "netGrowth",
  "meanPerUnit",
  "itemShare",
  "eventShare",
  "established",
  "averageGrowth",
  "everyUnit",
  "employerCoverage",
  "allocationRule",
];
export const FORMULA_KINDS: readonly FormulaKind[] = [...COMPUTED_KINDS, "qualitative"];

/** The kind a target is of; a shape whose numerator was not chosen yet is the first kind of that shape. */
export function formulaKindOf({ indicator, qualitative }: DraftTarget): FormulaKind {
  if (qualitative) return "qualitative";
  const ofShape = COMPUTED_KINDS.filter((kind) => FORMULA_RULES[kind].shape === indicator.shape);
  return (
    ofShape.find((kind) => FORMULA_RULES[kind].numerator === indicator.numerator?.kind) ??
    ofShape[0] ??
    "peopleShare"
  );
}

/** The target with another kind of formula: what fits is kept, a value of another scale is blank again. */
export function withFormulaKind(target: DraftTarget, kind: FormulaKind): DraftTarget {
  if (formulaKindOf(target) === kind) return target;
  if (kind === "qualitative") return asQualitative(target, true);
  const base = target.qualitative ? asQualitative(target, false) : target;
  const rule: FormulaRule = FORMULA_RULES[kind];
  const { numerator, denominator, gradedDenominator: _, ...rest } = base.indicator;
  const below =
    rule.denominator === null
      ? undefined
      : (keep(denominator, rule.denominator) ?? blankQuantity(rule.denominator, false));
  const isSameScale = base.value.scale === rule.scale;
  return {
    ...base,
    measureUnit: rule.scale === "percent" ? "" : base.measureUnit,
    indicator: {
      ...rest,
      shape: rule.shape,
      numerator: keep(numerator, rule.numerator) ?? blankQuantity(rule.numerator, true),
      ...(below === undefined ? {} : { denominator: below }),
      policy: "all",
    },
    value: isSameScale ? base.value : { scale: rule.scale, amount: null },
    comparator: isSameScale || base.comparator !== "range" ? base.comparator : "gte",
  };
}

/** What a target of another programme computes, for this one: the formula whole, the texts and the value its own. */
export function withIndicatorOf(
  target: DraftTarget,
  other: Pick<DraftTarget, "indicator" | "measureUnit" | "value" | "qualitative">,
): DraftTarget {
  if (other.qualitative) return withFormulaKind(target, "qualitative");
  const { qualitative: _, ...rest } = target;
  return {
    ...rest,
    indicator: other.indicator,
    measureUnit: other.measureUnit,
    value:
      target.qualitative || target.value.scale !== other.value.scale
        ? { scale: other.value.scale, amount: null }
        : target.value,
  };
}

function keep(quantity: Quantity | null | undefined, kind: Quantity["kind"]): Quantity | undefined {
  return quantity?.kind === kind ? quantity : undefined;
}

function blankQuantity(kind: Quantity["kind"], isNumerator: boolean): Quantity {
  switch (kind) {
    case "sum":
      return { kind, elements: [] };
    case "countUnits":
      return isNumerator ? { kind, where: { kind: "atLeast", elements: [], minimum: 1 } } : { kind };
    case "netChange":
      return { kind, element: "membersTotal" };
    case "countEmployers":
      return isNumerator ? { kind, minimumWorkers: 20, withUnion: true } : { kind, minimumWorkers: 20 };
    case "countEstablished":
      return { kind };
  }
}
