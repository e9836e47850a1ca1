// The verdict on one target, with everything that explains it (domain.md §d.5).
import type { DenominatorPolicy, Shape } from "./indicator.ts";
import type { Rhythm } from "./period.ts";
import type { Comparator, ManualVerdict, TargetValue } from "./target.ts";

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

/** How much of the time asked for has figures: 1 of 12 months is not a year. */
export interface PeriodCoverage {
  readonly rhythm: Rhythm;
  /** Periods of that rhythm with at least one figure, and those that should have one by the end of the window. */
  readonly answered: number;
  readonly asked: number;
}

/** What is still missing to reach a target, exactly: with so many more it is reached, with one fewer it is not. */
export interface Needed {
  /** In the unit of the numerator. */
  readonly amount: number;
  /** fewer: the target is an upper limit and so much is too much. */
  readonly direction: "more" | "fewer";
  /** Months between the end of the period and the end of the target's time; 0 when that is over. */
  readonly monthsLeft: number;
  /** Rounded up: what each month left must bring. Null for a share, and when no month is left. */
  readonly perMonth: number | null;
}

/** Known figures of a numerator that no denominator stands beside, so that the share leaves them out. */
export interface WithoutWhole {
  readonly units: number;
  /** Their sum, > 0 where there are units. */
  readonly numerator: number;
}

export const COUNTED_REGISTERS = ["units", "employers"] as const;
/** What the office keeps itself: nobody has to report it. */
export type CountedRegister = (typeof COUNTED_REGISTERS)[number];

export interface Evaluation {
  readonly target: string;
  readonly status: EvaluationStatus;
  readonly shape: Shape;
  /** Integers, or null when the target does not apply or nothing is known. Null denominator: a plain count. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /**
   * Only of an average per year: the months over which the numerator was gathered; numerator × 12 against these months is
   * what is compared and printed. Null elsewhere.
   */
  readonly averagedMonths: number | null;
  /** The office itself is the one unit it is about: printed as its own answer, not as a share (domain.md §d.5 rule 7). */
  readonly isOwn: boolean;
  /** What the fraction is compared with; the one in force at the end of the period. */
  readonly comparator: Comparator;
  readonly value: TargetValue;
  /** What the result and what is asked are counted in: "người", "người/năm"; "" of a share. */
  readonly measureUnit: string;
  /** Vietnamese print of the result, "80,85 %", "1.006", "—"; never contradicts the verdict. */
  readonly display: string;
  /** Vietnamese print of what is asked for: "từ 90 % trở lên". */
  readonly displayTarget: string;
  /** Units that have answered all the target reads. */
  readonly unitsCounted: number;
  /** Units it is about that have not, those not asked for it yet among them. */
  readonly unitsMissing: number;
  /** Of the missing, those nobody waits for: the period does not ask them yet. */
  readonly unitsNotDue: number;
  /** Units it is about that stand in no denominator, for the policy leaves out who has not answered it all. */
  readonly unitsLeftOut: number;
  /** Units that have said anything, complete or not ("x/y đơn vị đã báo cáo"), those left out among them. */
  readonly unitsReporting: number;
  /** Null where nothing known is left out, and of all that is no ratio of sums. */
  readonly withoutWhole: WithoutWhole | null;
  /** The register it was counted from; null of what units report, which alone has a coverage. */
  readonly register: CountedRegister | null;
  /** Of a flow or a cumulative count: the periods behind it. Null where the last figure alone counts. */
  readonly periods: PeriodCoverage | null;
  readonly policy: DenominatorPolicy;
  readonly period: string;
  /** Decision that set the value in force, or null for the text as issued. */
  readonly targetInForce: string | null;
  /** Achieved over target, hundredths of a percent, half up; only for counts that are no range ("đạt 130,85%"). */
  readonly completion: number | null;
  /** Achieved over what the time that has passed asks for, hundredths of a percent; only while in progress. A hint. */
  readonly pace: number | null;
  /** Worst and best the missing units could still make it; null when none is missing or there is no bound. */
  readonly worst: { readonly numerator: number; readonly denominator: number | null } | null;
  readonly best: { readonly numerator: number; readonly denominator: number | null } | null;
  /** Null when it is reached, when nothing is known, and when no further amount could reach it. */
  readonly needed: Needed | null;
  /** Only of a qualitative target: what a person found for this very period, null while nobody has. */
  readonly manual?: ManualVerdict | null;
}

/** Units a target is about, whether they have answered or not; the same under every denominator that leaves some out. */
export function unitsAsked({
  unitsCounted,
  unitsMissing,
  unitsLeftOut,
}: Pick<Evaluation, "unitsCounted" | "unitsMissing" | "unitsLeftOut">): number {
  return unitsCounted + unitsMissing + unitsLeftOut;
}

/** A programme as a whole: targets met or exceeded, those that could be judged, and all of them. */
export interface EvaluationSummary {
  readonly total: number;
  readonly judged: number;
  readonly reached: number;
  readonly byStatus: Readonly<Record<string, number>>;
}

/** What one unit adds to a figure ("từ đâu ra?"). */
export interface UnitContribution {
  readonly uid: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** counted · missing: has not said · notDue: is not asked yet · left out, with the reason. */
  readonly standing:
    | "counted"
    | "missing"
    | "notDue"
    | "notApplicable"
    | "notEligible"
    | "notReported"
    | "notGraded";
  readonly elements: readonly {
    readonly code: string;
    readonly value: number | null;
    readonly state: string;
    readonly period: string | null;
    readonly periods: PeriodCoverage | null;
  }[];
}
