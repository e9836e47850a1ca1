// An indicator is a formula kept as data (design.md §4): programmes bring new ones without new code.
import type { ElementCode, Grade } from "./data-element.ts";
import type { EmployerType, Sector } from "./org-unit.ts";

/** The ten evaluation shapes of domain.md §b.0. */
export const SHAPES = [
  "PEOPLE_SHARE",
  "UNIT_SHARE",
  "ITEM_SHARE",
  "EVENT_SHARE",
  "COUNT_PER_PERIOD",
  "MEAN_PER_UNIT",
  "AVG_NET_PER_YEAR",
  "COVERAGE_REGISTER",
  "ALL_UNITS_MIN",
  "ALLOCATION_RULE",
] as const;
export type Shape = (typeof SHAPES)[number];

/** Which units are looked at. All given parts must hold; an absent part admits every unit. */
export interface Segment {
  readonly sectors?: readonly Sector[];
  readonly employerTypes?: readonly EmployerType[];
  /** Headcount at the end of the period: a number, or the office parameter "đông lao động" (T001-10b). */
  readonly minimumWorkforce?: number | "largeWorkforceThreshold";
}

/** Whether one unit counts. `atLeast` is the inner threshold of domain.md §b.0: its own figure reaches a number. */
export type UnitCondition =
  | { readonly kind: "isYes"; readonly element: ElementCode }
  | { readonly kind: "atLeast"; readonly elements: readonly ElementCode[]; readonly minimum: number }
  | { readonly kind: "gradeIn"; readonly element: ElementCode; readonly grades: readonly Grade[] }
  | { readonly kind: "allOf"; readonly conditions: readonly UnitCondition[] };

export type Quantity =
  /** Σ over the units of Σ over the elements; a leading "-" is not offered: parts are never subtracted. */
  | { readonly kind: "sum"; readonly elements: readonly ElementCode[] }
  /** Units that meet the condition; without a condition, every unit of the population. */
  | { readonly kind: "countUnits"; readonly where?: UnitCondition }
  /** Closing minus opening stock over the window. */
  | { readonly kind: "netChange"; readonly element: ElementCode }
  /** Employers in the register with at least so many workers; `withUnion` narrows to those having one. */
  | { readonly kind: "countEmployers"; readonly minimumWorkers: number; readonly withUnion?: true }
  /** Units established in the window, from register events; headcount as on the event (T004-02a). */
  | { readonly kind: "countEstablished"; readonly minimumWorkers?: number };

/** Whose answers are counted. `self` is the office about itself (domain.md §b.0 `self`). */
export type Population = "grassroots" | "grassrootsAndSelf" | "self";

/**
 * Which units stand in a denominator (domain.md §0.1 no. 4).
 * all: every unit of the segment · eligible: those the element applies to and that may be graded
 * · reported: those that answered · gradedOnly: items or units that carry a grade.
 */
export const DENOMINATOR_POLICIES = ["all", "eligible", "reported", "gradedOnly"] as const;
export type DenominatorPolicy = (typeof DENOMINATOR_POLICIES)[number];

export interface Indicator {
  readonly shape: Shape;
  readonly population: Population;
  readonly segment?: Segment;
  readonly numerator: Quantity;
  /** Absent for counts per period and net changes. */
  readonly denominator?: Quantity;
  /** The denominator under policy `gradedOnly`, where the formula differs from counting graded units (T001-07). */
  readonly gradedDenominator?: Quantity;
  readonly policy: DenominatorPolicy;
}
