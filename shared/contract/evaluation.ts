import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { EntryValue } from "../domain/entry.ts";
import type { OutsideTime } from "../domain/evaluate/window.ts";
import type { Evaluation, EvaluationSummary, UnitContribution } from "../domain/evaluation.ts";
import { DENOMINATOR_POLICIES } from "../domain/indicator.ts";
import type { Rhythm } from "../domain/period.ts";
import type { Programme } from "../domain/programme.ts";
import { LineInput, PeriodInput } from "./schemas.ts";

export interface ProgrammeEvaluation {
  readonly programme: string;
  readonly title: string;
  readonly period: string;
  readonly rows: readonly Evaluation[];
  /** "10/14 chỉ tiêu đạt và vượt": only targets that could be judged stand in `judged`. */
  readonly summary: EvaluationSummary;
}

/** One programme on the home screen. */
export interface ProgrammeLine {
  readonly code: string;
  readonly title: string;
  readonly titleEnglish: string;
  readonly term: Programme["term"];
  /** Whether its term ended before this year. */
  readonly isOver: boolean;
  /**
   * "10/14 chỉ tiêu đạt và vượt": targets met or exceeded, and all of them, at the last period whose report was due and
   * answered by half the unions, or is approved, else at this year. Of a term that is over, at its last year that has
   * entries; null when none has, and at an office that only adds up reports of others.
   */
  readonly result: {
    readonly period: string;
    readonly reached: number;
    readonly total: number;
    /** Why that period asks none of its targets. */
    readonly outside: OutsideTime | null;
  } | null;
  /** The period whose consolidation judges it, at an office that adds up the reports of others; null elsewhere. */
  readonly consolidatedIn: string | null;
}

export interface EvaluationExplanation {
  readonly row: Evaluation;
  /** The same target under each other policy, so that switching shows what would change. */
  readonly byPolicy: readonly Evaluation[];
  readonly units: readonly (UnitContribution & { readonly code: string; readonly name: string })[];
  readonly elements: readonly { readonly code: string; readonly label: string }[];
  /** Units whose kind the register does not say, where the target asks only some kinds: nobody knows whether it asks them. */
  readonly unitsOfUnknownKind: number;
}

/** One cell of an entry form behind one unit's part of a figure. */
export interface FigureCell {
  readonly element: string;
  readonly label: string;
  readonly form: Rhythm;
  readonly period: string;
  /** Null where nothing was entered. */
  readonly entry: EntryValue | null;
  /** False for a figure that came from a file and stands in no form of its period. */
  readonly isInForm: boolean;
  /** The office about itself: another form. */
  readonly isOwn: boolean;
}

/** The same targets at the same point of earlier years, oldest first; only years in which a target was judged. */
export interface TargetTrend {
  readonly target: string;
  readonly points: readonly Pick<
    Evaluation,
    | "period"
    | "display"
    | "status"
    | "numerator"
    | "denominator"
    | "averagedMonths"
    | "isOwn"
    | "register"
    | "unitsReporting"
    | "unitsCounted"
    | "unitsMissing"
    | "unitsLeftOut"
    | "value"
    | "comparator"
    | "measureUnit"
    | "manual"
  >[];
}

export const evaluate = oc
  .input(z.strictObject({ programme: LineInput, period: PeriodInput }))
  .output(type<ProgrammeEvaluation>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** Every adopted programme that has targets, in one line each. */
export const summaries = oc.output(type<readonly ProgrammeLine[]>());

/** "Từ đâu ra?": the units behind one figure. */
export const explain = oc
  .input(
    z.strictObject({
      programme: LineInput,
      target: LineInput,
      period: PeriodInput,
      policy: z.enum(DENOMINATOR_POLICIES).optional(),
    }),
  )
  .output(type<EvaluationExplanation>())
  .errors({ PROGRAMME_UNKNOWN: {}, TARGET_UNKNOWN: {} });

/** The cells behind one unit's part of a figure, in time order. Empty for a unit that was not there, or not asked. */
export const cells = oc
  .input(
    z.strictObject({
      programme: LineInput,
      target: LineInput,
      period: PeriodInput,
      /** uid of a unit, or of the office itself. */
      unit: LineInput,
    }),
  )
  .output(type<readonly FigureCell[]>())
  .errors({ PROGRAMME_UNKNOWN: {}, TARGET_UNKNOWN: {} });

/**
 * Every target of a programme, or one, at the same period of the years before, up to three; costs one evaluation a year.
 * Without a policy each is judged under its own.
 */
export const trend = oc
  .input(
    z.strictObject({
      programme: LineInput,
      period: PeriodInput,
      target: LineInput.optional(),
      policy: z.enum(DENOMINATOR_POLICIES).optional(),
    }),
  )
  .output(type<readonly TargetTrend[]>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** One target at the end of each quarter before a period, in its year; costs one evaluation a quarter. */
export const course = oc
  .input(
    z.strictObject({
      programme: LineInput,
      period: PeriodInput,
      target: LineInput,
      policy: z.enum(DENOMINATOR_POLICIES).optional(),
    }),
  )
  .output(type<TargetTrend>())
  .errors({ PROGRAMME_UNKNOWN: {}, TARGET_UNKNOWN: {} });
