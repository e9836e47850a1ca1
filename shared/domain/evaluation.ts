// The verdict on one target, with everything that explains it (domain.md §d.5).
import type { DenominatorPolicy, Shape } from "./indicator.ts";
import type { Comparator, TargetValue } from "./target.ts";

export const EVALUATION_STATUSES = [
  "inProgress",
  "met",
  "exceeded",
  "notMet",
  "noOccurrence",
  "notApplicable",
  "insufficientData",
  "notComparable",
] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

export interface Evaluation {
  readonly target: string;
  readonly status: EvaluationStatus;
  readonly shape: Shape;
  /** Integers, or null when the target does not apply or nothing is known. Null denominator: a plain count. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What the fraction is compared with; the one in force at the end of the period. */
  readonly comparator: Comparator;
  readonly value: TargetValue;
  /** Vietnamese print of the result, "80,85 %", "1.006", "—"; never contradicts the verdict. */
  readonly display: string;
  /** Vietnamese print of what is asked for: "từ 90 % trở lên". */
  readonly displayTarget: string;
  readonly unitsCounted: number;
  readonly unitsMissing: number;
  readonly policy: DenominatorPolicy;
  readonly period: string;
  /** Decision that set the value in force, or null for the text as issued. */
  readonly targetInForce: string | null;
  /** Achieved over target, hundredths of a percent, half up; only for counts ("đạt 130,85%"). */
  readonly completion: number | null;
  /** Share of the target's time that has passed, hundredths of a percent; only while in progress. A hint. */
  readonly pace: number | null;
  /** Worst and best the missing units could still make it; null when none is missing or there is no bound. */
  readonly worst: { readonly numerator: number; readonly denominator: number | null } | null;
  readonly best: { readonly numerator: number; readonly denominator: number | null } | null;
}

/** What one unit adds to a figure ("từ đâu ra?"). */
export interface UnitContribution {
  readonly uid: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** counted · missing: has not said · left out, with the reason. */
  readonly standing: "counted" | "missing" | "notApplicable" | "notEligible" | "notReported" | "notGraded";
  readonly elements: readonly {
    readonly code: string;
    readonly value: number | null;
    readonly state: string;
    readonly period: string | null;
  }[];
}
