// The place "Lịch sử": past programmes, figures over years, units then and now, and reports beside what is known today.
// Nothing here changes a figure, a programme or a report; only the office's own notes on a series are written.
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { ValueType } from "../domain/data-element.ts";
import type { EntryValue } from "../domain/entry.ts";
import type { Evaluation, EvaluationStatus } from "../domain/evaluation.ts";
import type { GradeScheme } from "../domain/grade-scheme.ts";
import type { SeriesBreak } from "../domain/history/breaks.ts";
import type { CellTotal } from "../domain/history/compare-cells.ts";
import { SIGHTS, type UnitFigure } from "../domain/history/group-units.ts";
import type { UnitSeriesGroup } from "../domain/history/unit-series.ts";
import type { SeriesCoverage, SeriesFigure, SeriesKind, SeriesTotal } from "../domain/history/series.ts";
import type { Rhythm } from "../domain/period.ts";
import type { AchievedResult, LegalBasis, Programme } from "../domain/programme.ts";
import type { Comparator, TargetValue } from "../domain/target.ts";
import type { ProgrammeSummary } from "./programmes.ts";
import { DateInput, FormInput, LineInput, PeriodInput } from "./schemas.ts";

/** Targets by verdict at one period, or by what was published of them. */
export interface VerdictCounts {
  /** Null: published, not judged here. */
  readonly period: string | null;
  readonly total: number;
  readonly reached: number;
  readonly byStatus: Readonly<Partial<Record<EvaluationStatus, number>>>;
}

export interface HistoryProgramme extends ProgrammeSummary {
  readonly legalBases: readonly LegalBasis[];
  /** At the last year of its term that has figures; null when there are none, or it was not adopted. */
  readonly evaluated: VerdictCounts | null;
  /** Over the targets that published results answer; null when nothing was published. */
  readonly published: VerdictCounts | null;
}

/** A target that a published result answers, as it stands in its own programme. */
export interface AnsweredTarget {
  readonly target: string;
  readonly programme: string | null;
  readonly programmeTitle: string | null;
  readonly title: string;
  readonly titleEnglish: string;
  readonly measureUnit: string;
  readonly asked: { readonly comparator: Comparator; readonly value: TargetValue } | null;
  readonly verdict: "met" | "notMet" | "insufficientData" | "notComparable";
}

export interface PastProgramme {
  readonly summary: ProgrammeSummary;
  readonly programme: Programme;
  /** The day the values are shown as of. */
  readonly on: string;
  /** Every day on which another value came into force, oldest first. */
  readonly revisedOn: readonly string[];
  readonly targets: readonly {
    readonly id: string;
    readonly comparator: Comparator;
    readonly value: TargetValue;
    readonly decision: string | null;
  }[];
  /** Grade schemes in force at any time of its term, with the names of their time. */
  readonly gradeSchemes: readonly GradeScheme[];
  readonly results: readonly {
    readonly result: AchievedResult;
    readonly answers: readonly AnsweredTarget[];
  }[];
}

/** The targets of one programme, year by year of its term. */
export interface YearlyVerdicts {
  readonly periods: readonly string[];
  readonly rows: readonly { readonly target: string; readonly years: readonly (Evaluation | null)[] }[];
}

export interface SeriesPoint extends SeriesFigure, SeriesCoverage {
  readonly period: string;
  /** Only of a target: what was asked, and the verdict. */
  readonly asked: { readonly comparator: Comparator; readonly value: TargetValue } | null;
  readonly status: EvaluationStatus | null;
  /** Only of an average per year: the months it was gathered over. */
  readonly averagedMonths: number | null;
  /** How a target was judged; null of an element, and where nothing is known. */
  readonly evaluation: Evaluation | null;
}

export interface Series {
  readonly title: string;
  readonly titleEnglish: string;
  readonly measureUnit: string;
  readonly kind: SeriesKind;
  /** Null of a target. */
  readonly type: ValueType | null;
  readonly points: readonly SeriesPoint[];
  readonly total: SeriesTotal | null;
  readonly breaks: readonly SeriesBreak[];
  /** Units the points are made of; null of a target, whose own rules decide. */
  readonly units: number | null;
}

/** What two or more programmes ask of one thing, and what came of it. */
export interface ComparedMeasure {
  readonly key: string;
  readonly title: string;
  readonly titleEnglish: string;
  /** In the order of the programmes. */
  readonly cells: readonly (ComparedCell | null)[];
}

export interface ComparedCell {
  readonly target: string | null;
  readonly measureUnit: string;
  readonly asked: { readonly comparator: Comparator; readonly value: TargetValue } | null;
  readonly evaluated: Evaluation | null;
  readonly published: readonly AchievedResult["values"][number][];
}

export interface ProgrammeComparison {
  readonly programmes: readonly HistoryProgramme[];
  readonly measures: readonly ComparedMeasure[];
}

export interface UnitsThenAndNow {
  readonly element: string;
  readonly label: string;
  readonly measureUnit: string;
  readonly type: ValueType;
  readonly period: string;
  readonly today: string;
  readonly rows: readonly UnitFigure[];
}

/** Figures of one element by union or superior at the same point of several years. */
export interface UnitSeries {
  readonly title: string;
  readonly titleEnglish: string;
  readonly measureUnit: string;
  readonly type: ValueType;
  readonly kind: SeriesKind;
  readonly periods: readonly string[];
  /** Those with the most in the last year first. */
  readonly groups: readonly UnitSeriesGroup[];
  /** Of every line; what happened to a line's own unions stands with the line. */
  readonly breaks: readonly SeriesBreak[];
}

/** A report that was frozen once: approved, signed, or taken in from another office. */
export interface FrozenReport {
  readonly kind: "approved" | "sent" | "received";
  /** Null of a report that is approved and not signed. */
  readonly digest: string | null;
  readonly form: Rhythm;
  readonly period: string;
  readonly correction: number;
  readonly state: string;
  readonly issuer: { readonly code: string; readonly name: string };
  /** Approved, signed, or taken in. */
  readonly at: string;
}

export interface ReportedAgainstNow {
  readonly report: FrozenReport;
  /** Reports that what is known now comes from; empty where it is this office's own figures. */
  readonly knownFrom: readonly {
    readonly digest: string;
    readonly period: string;
    readonly correction: number;
  }[];
  readonly cells: number;
  readonly same: number;
  readonly lines: readonly {
    readonly unit: { readonly uid: string; readonly code: string; readonly name: string };
    readonly element: string;
    readonly label: string;
    readonly type: ValueType;
    readonly period: string;
    readonly reported: EntryValue | null;
    readonly now: EntryValue | null;
  }[];
  /** Differences that are not among the lines because there are too many. */
  readonly hidden: number;
  readonly totals: readonly (CellTotal & { readonly label: string; readonly measureUnit: string })[];
}

const Year = z.int().min(1990).max(2100);
/** At most so many years beside each other. */
export const MOST_YEARS = 20;

/** Every programme there is, adopted or not, newest term first. Costs one evaluation for each adopted one. */
export const programmes = oc.output(type<readonly HistoryProgramme[]>());

/** One programme in its own words. Without a day: the last one of its term, today when that is still to come. */
export const programme = oc
  .input(z.strictObject({ code: LineInput, on: DateInput.optional() }))
  .output(type<PastProgramme>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** Its targets at every year of its term that has figures, at most ten; costs one evaluation a year. */
export const verdicts = oc
  .input(z.strictObject({ code: LineInput }))
  .output(type<YearlyVerdicts>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** Programmes beside each other: how many targets were reached, and the same thing asked with other values. */
export const compareProgrammes = oc.output(type<ProgrammeComparison>());

/** One element or target at the same point of several years. `lasting`: only unions that were there all the time. */
export const series = oc
  .input(
    z.strictObject({
      of: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("element"), element: LineInput }),
        z.strictObject({ kind: z.literal("target"), programme: LineInput, target: LineInput }),
      ]),
      /** The point of the last year; every other year is looked at where this one ends. */
      period: PeriodInput,
      from: Year,
      base: z.enum(["all", "lasting"]),
    }),
  )
  .output(type<Series>())
  .errors({
    ELEMENT_UNKNOWN: {},
    PROGRAMME_UNKNOWN: {},
    TARGET_UNKNOWN: {},
    /** `from` lies after the period, or more than {@link MOST_YEARS} before it. */
    YEARS_REFUSED: { data: type<{ most: number }>() },
  });

/**
 * One element over the years by union, or by the office above them: as it was, or added up again for the unions and
 * superiors of today (domain.md §f.2 no. 9c).
 */
export const seriesByUnit = oc
  .input(
    z.strictObject({
      element: LineInput,
      period: PeriodInput,
      from: Year,
      sight: z.enum(SIGHTS),
      by: z.enum(["unit", "parent"]),
    }),
  )
  .output(type<UnitSeries>())
  .errors({ ELEMENT_UNKNOWN: {}, YEARS_REFUSED: { data: type<{ most: number }>() } });

/** Figures of one element by unit, with names, parents and kinds of the time and those of today. */
export const units = oc
  .input(z.strictObject({ element: LineInput, period: PeriodInput }))
  .output(type<UnitsThenAndNow>())
  .errors({ ELEMENT_UNKNOWN: {} });

/** Every report that was frozen here or taken in, newest period first. */
export const reports = oc.output(type<readonly FrozenReport[]>());

/** A frozen report cell by cell beside what this office knows now; by digest, or the approved one of a form and period. */
export const reported = oc
  .input(
    z.union([
      z.strictObject({ digest: z.string().length(64) }),
      z.strictObject({ form: FormInput, period: PeriodInput }),
    ]),
  )
  .output(type<ReportedAgainstNow>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {}, NOT_APPROVED: {} });

/** Notes a break in a series on a day; of one element, or of everything. A repeat is a second note. */
export const note = oc
  .input(z.strictObject({ on: DateInput, element: LineInput.nullable(), text: LineInput }))
  .output(type<{ id: number }>())
  .errors({ ELEMENT_UNKNOWN: {} });

/** Takes a note back; a repeat changes nothing. */
export const withdrawNote = oc
  .input(z.strictObject({ id: z.int().positive() }))
  .output(type<{ withdrawn: boolean }>());
