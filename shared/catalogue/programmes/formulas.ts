// Short names for the formulas the programmes of the sources share.
import type { ElementCode, Grade } from "../../domain/data-element.ts";
import type { Indicator, Population, Segment, UnitCondition } from "../../domain/indicator.ts";
import { AGENCIES, ENTERPRISES, NON_STATE_ENTERPRISES } from "../../domain/org-unit.ts";
import type { TargetValue } from "../../domain/target.ts";

export const GOOD_OR_BETTER: readonly Grade[] = ["excellent", "good"];
export const STATE_ENTERPRISES: Segment = { employerTypes: ["stateEnterprise"] };
export const NON_STATE: Segment = { employerTypes: NON_STATE_ENTERPRISES };
export const ALL_ENTERPRISES: Segment = { employerTypes: ENTERPRISES };
export const ALL_AGENCIES: Segment = { employerTypes: AGENCIES };

export const percent = (amount: number): TargetValue => ({ scale: "percent", amount: amount * 100 });
export const count = (amount: number): TargetValue => ({ scale: "count", amount });
/** Per unit: 1 means one each on average. */
export const perUnit = (amount: number): TargetValue => ({ scale: "mean", amount: amount * 100 });

export const yes = (element: ElementCode): UnitCondition => ({ kind: "isYes", element });
export const atLeast = (minimum: number, ...elements: ElementCode[]): UnitCondition => ({
  kind: "atLeast",
  elements,
  minimum,
});
export const graded = (element: ElementCode): UnitCondition => ({
  kind: "gradeIn",
  element,
  grades: GOOD_OR_BETTER,
});

/** Units that meet a condition, of all units asked. */
export function shareOfUnits(
  where: UnitCondition,
  options: { segment?: Segment; population?: Population; policy?: Indicator["policy"] } = {},
): Indicator {
  const { segment, population = "grassroots", policy = "all" } = options;
  return {
    shape: "UNIT_SHARE",
    population,
    ...(segment ? { segment } : {}),
    numerator: { kind: "countUnits", where },
    denominator: { kind: "countUnits" },
    policy,
  };
}

/** People of people, items of items: sums divided once. */
export function shareOf(
  shape: "PEOPLE_SHARE" | "ITEM_SHARE" | "EVENT_SHARE",
  above: readonly ElementCode[],
  below: readonly ElementCode[],
  segment?: Segment,
): Indicator {
  return {
    shape,
    population: "grassroots",
    ...(segment ? { segment } : {}),
    numerator: { kind: "sum", elements: above },
    denominator: { kind: "sum", elements: below },
    policy: "all",
  };
}

/** A flow added up. */
export function total(...elements: ElementCode[]): Indicator {
  return {
    shape: "COUNT_PER_PERIOD",
    population: "grassrootsAndSelf",
    numerator: { kind: "sum", elements },
    policy: "all",
  };
}

/** Closing less opening stock. */
export function netChange(element: ElementCode, shape: "COUNT_PER_PERIOD" | "AVG_NET_PER_YEAR"): Indicator {
  return { shape, population: "grassroots", numerator: { kind: "netChange", element }, policy: "all" };
}

/** A flow divided by the number of unions. */
export function meanPerUnion(...elements: ElementCode[]): Indicator {
  return {
    shape: "MEAN_PER_UNIT",
    population: "grassroots",
    numerator: { kind: "sum", elements },
    denominator: { kind: "countUnits" },
    policy: "all",
  };
}
