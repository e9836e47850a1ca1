// Grading the grassroots unions for a year (domain.md §d.6, §h story 11). Scores and grades are entries of the year like any
// other, written through the entries area; here is what they are judged by and what they add up to.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Grade } from "../domain/data-element.ts";
import type { Evaluation } from "../domain/evaluation.ts";
import type { GradeScheme } from "../domain/grade-scheme.ts";
import type { Sector } from "../domain/org-unit.ts";
import type { OpenedForm } from "./entries.ts";
import { DateInput, LineInput, OptionalLineInput } from "./schemas.ts";

/**
 * Whether a union is graded for the year. tooYoung: not long enough since it was established · reorganised: since a split
 * or merger · ended: it no longer existed on the last day of the year, and stands in no denominator.
 */
type GradingStanding = "eligible" | "tooYoung" | "reorganised" | "ended";

export interface GradedUnit {
  readonly standing: GradingStanding;
  /** First day on which a union too young may be graded; null for the others. */
  readonly eligibleOn: string | null;
  readonly sector: Sector | null;
  /** The note beside its grade: why it is what it is. */
  readonly note: string | null;
}

export interface GradingSheet {
  readonly year: number;
  /** The one in force on the last day of the year. */
  readonly scheme: GradeScheme;
  /** The form of the year with the columns of grading only: self score, verified score, grade. */
  readonly form: OpenedForm;
  /** Index = row of the form. */
  readonly units: readonly GradedUnit[];
}

/** Unions of a grade, under one denominator. */
export interface GradingShare {
  readonly numerator: number;
  readonly denominator: number;
  /** "90,91 %"; "—" where there is nothing to divide by. */
  readonly display: string;
}

export interface GradingSegment {
  /** Null: all unions. */
  readonly sector: Sector | null;
  /** Unions that existed on the last day of the year. */
  readonly unions: number;
  readonly eligible: number;
  /** By the grade that is entered; `notRated` only where it is entered. */
  readonly counts: Readonly<Record<Grade, number>>;
  /** Without a grade. */
  readonly missing: number;
  readonly shares: Readonly<Record<GradingLine, GradingShares>>;
}

export const GRADING_LINES = ["excellent", "good", "completed", "notCompleted", "goodOrBetter"] as const;
export type GradingLine = (typeof GRADING_LINES)[number];

/** Over every union, and over those that may be graded. */
export interface GradingShares {
  readonly all: GradingShare;
  readonly eligible: GradingShare;
}

/** A target that counts grades of unions, as the evaluation shows it. */
export interface GradingTarget {
  readonly programme: string;
  readonly target: string;
  readonly title: string;
  readonly titleEnglish: string;
  /** Under the denominator it is printed with, and under the other one of the two. */
  readonly printed: Evaluation;
  readonly other: Evaluation;
}

export interface GradingSummary {
  readonly year: number;
  readonly segments: readonly GradingSegment[];
  readonly targets: readonly GradingTarget[];
}

/** One version of the scheme, national or entered here. */
export interface GradeSchemeView {
  readonly scheme: GradeScheme;
  readonly own: {
    readonly id: number;
    readonly decisionNumber: string;
    readonly decidedOn: string | null;
    readonly author: string;
    readonly at: string;
    /** A year that was reported by it: it can no longer be taken back. */
    readonly lockedYear: number | null;
  } | null;
}

const YearInput = z.strictObject({ year: z.int().min(1990).max(2100) });

export const open = oc.input(YearInput).output(type<GradingSheet>());

/** What the grades of a year add up to, by the evaluation itself: the figures are those of the targets, to the unit. */
export const summary = oc.input(YearInput).output(type<GradingSummary>());

/** Every version of the scheme, the latest first. */
export const schemes = oc.output(type<readonly GradeSchemeView[]>());

/** Hundredths of a point. */
const Points = z.int().min(1).max(10_000);
const GRADED_YEAR_LOCKED = { data: type<{ year: number }>() };

/**
 * Point bands of the office from a day on, by a decision; years before keep theirs. A second one for the same day replaces
 * the first. Refused where a year whose report is approved would be judged by other bands.
 */
export const addScheme = oc
  .input(
    z.strictObject({
      validFrom: DateInput,
      name: LineInput,
      decisionNumber: LineInput,
      decidedOn: DateInput.nullable(),
      excellentFrom: Points,
      goodFrom: Points,
      completedFrom: Points,
      condition: OptionalLineInput,
    }),
  )
  .output(type<{ id: number }>())
  .errors({ BANDS_NOT_DESCENDING: {}, GRADED_YEAR_LOCKED });

/** Takes a version back; the one before it holds again. A repeat changes nothing. */
export const withdrawScheme = oc
  .input(z.strictObject({ id: z.int().positive() }))
  .output(type<{ withdrawn: boolean }>())
  .errors({ GRADED_YEAR_LOCKED });
