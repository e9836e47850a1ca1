// A target is an indicator with a comparator, a value and a time rule (design.md §4, domain.md §b).
import type { Indicator } from "./indicator.ts";

export const COMPARATORS = ["gte", "gt", "eq", "lte", "range"] as const;
export type Comparator = (typeof COMPARATORS)[number];

/**
 * What must be reached.
 * percent: hundredths of a percent (80 % = 8000) · count: whole units of measure (people, unions, shelters)
 * · mean: hundredths per unit (1 per union = 100).
 */
export interface TargetValue {
  readonly scale: "percent" | "count" | "mean";
  /** Integer; with `range`, the lower bound. */
  readonly amount: number;
  /** Only with `range`: the upper bound, ≥ amount; above it the target is exceeded. */
  readonly upper?: number;
  /** Only with the allocation rule: half-width of what still counts as equal (domain.md §b.0, default ±0.5 point = 50). */
  readonly tolerance?: number;
  /** How the document words "gte": "ít nhất …" or "từ … trở lên". Wording only (domain.md §a.2 no. 47); absent: as usual for the scale. */
  readonly wording?: "atLeast" | "orMore";
}

/**
 * When and over what time it is judged.
 * annual: figures since 1 January; `stated` says whether the source itself says "hàng năm"
 * · year: like annual, in that one year only · byYear: judged on 31 December of that year, in progress before;
 *   `since: "programme"` adds flows up from the start of the programme, otherwise figures of the year count
 * · averagePerYear: over the years since the programme began · perEvent: the events of the period itself
 * · oncePerProgramme: an act that, once done, stays done.
 */
export type TimeRule =
  | { readonly kind: "annual"; readonly stated: boolean }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "byYear"; readonly year: number; readonly since: "year" | "programme" }
  | { readonly kind: "averagePerYear" }
  | { readonly kind: "perEvent" }
  | { readonly kind: "oncePerProgramme" };

export interface TargetRevision {
  /** First day it is in force, `YYYY-MM-DD`. */
  readonly validFrom: string;
  readonly comparator: Comparator;
  readonly value: TargetValue;
  /** Number of the deciding document; null for the text as issued. */
  readonly decision: string | null;
}

export const MANUAL_VERDICTS = ["met", "exceeded", "notMet"] as const;

/** What a person found about a qualitative target ("hầu hết", domain.md §d.5 rule 8). */
export interface ManualVerdict {
  /** Code of the period it was given for. */
  readonly period: string;
  readonly verdict: (typeof MANUAL_VERDICTS)[number];
  readonly text: string;
  readonly author: string;
  /** Instant; of several for one period the last counts. */
  readonly at: string;
}

/** Stands where a qualitative target has no formula. */
export const NO_FORMULA: Indicator = {
  shape: "UNIT_SHARE",
  population: "self",
  numerator: { kind: "countUnits" },
  denominator: { kind: "countUnits" },
  policy: "all",
};

export interface Target {
  /** `T001-05` (domain.md §b). */
  readonly id: string;
  /** Number of the target group within the programme, or null where the source has none. */
  readonly group: number | null;
  /** Short exact Vietnamese wording of our own. */
  readonly title: string;
  readonly titleEnglish: string;
  /** người, căn, người/CĐCS … printed after the figure; "" for shares, whose print brings its own "%". */
  readonly measureUnit: string;
  readonly indicator: Indicator;
  readonly comparator: Comparator;
  readonly value: TargetValue;
  readonly time: TimeRule;
  /** The target this one is a part of ("trong đó"). */
  readonly ofWhich?: string;
  /** Later values, oldest first; the one in force at the end of the period is used. */
  readonly revisions?: readonly TargetRevision[];
  /** Task group 1–7 of domain.md §b.6, where the source or domain.md maps it. */
  readonly taskGroup?: number;
  /** The three main groups of [S2] (domain.md §b.3 G002-1). */
  readonly coreGroup?: "memberDevelopment" | "memberWelfare" | "unionFinance";
  /** No figure decides it: a person does, with a text. Its indicator is {@link NO_FORMULA}. */
  readonly qualitative?: true;
  /** Oldest first. Never part of a definition: read from the office and carried with the report. */
  readonly verdicts?: readonly ManualVerdict[];
  /** What a reader of the verdict must know; Vietnamese. */
  readonly note?: string;
}

/** Comparator, value and deciding document in force on a day (domain.md §b.0, design.md §4 "revisions"). */
export function targetInForce(
  target: Target,
  on: string,
): Pick<TargetRevision, "comparator" | "value" | "decision"> {
  const revision = target.revisions?.findLast((candidate) => candidate.validFrom <= on);
  return revision ?? { comparator: target.comparator, value: target.value, decision: null };
}

/**
 * What an office is judged by once it was given an amount (giao chỉ tiêu, domain.md §a.2 no. 44): the amount in the place of
 * the target's own. A range stays with the whole: one amount of it ("trong khoảng") is asked for as "ít nhất".
 *
 * @param given whole, ≥ 0, in the scale of the target; undefined = nothing given, the target as written
 */
export function targetAsGiven(
  { comparator, value }: Pick<Target, "comparator" | "value">,
  given: number | undefined,
): Pick<Target, "comparator" | "value"> {
  if (given === undefined) return { comparator, value };
  if (comparator !== "range") return { comparator, value: { ...value, amount: given } };
  const { upper: _, ...floor } = value;
  return { comparator: "gte", value: { ...floor, amount: given, wording: "atLeast" } };
}
