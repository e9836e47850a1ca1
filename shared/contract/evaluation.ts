import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Evaluation, UnitContribution } from "../domain/evaluation.ts";
import { DENOMINATOR_POLICIES } from "../domain/indicator.ts";
import { LineInput, PeriodInput } from "./schemas.ts";

export interface ProgrammeEvaluation {
  readonly programme: string;
  readonly title: string;
  readonly period: string;
  readonly rows: readonly Evaluation[];
  /** "10/14 chỉ tiêu đạt và vượt": only targets that could be judged stand in `judged`. */
  readonly summary: {
    readonly total: number;
    readonly judged: number;
    readonly reached: number;
    readonly byStatus: Readonly<Record<string, number>>;
  };
}

/** One programme on the home screen: "10/14 chỉ tiêu đạt và vượt". */
export interface ProgrammeLine {
  readonly code: string;
  readonly title: string;
  readonly period: string;
  /** Targets met or exceeded, and all of them. */
  readonly reached: number;
  readonly total: number;
}

export interface EvaluationExplanation {
  readonly row: Evaluation;
  /** The same target under each other policy, so that switching shows what would change. */
  readonly byPolicy: readonly Evaluation[];
  readonly units: readonly (UnitContribution & { readonly code: string; readonly name: string })[];
  readonly elements: readonly { readonly code: string; readonly label: string }[];
}

export const evaluate = oc
  .input(z.strictObject({ programme: LineInput, period: PeriodInput }))
  .output(type<ProgrammeEvaluation>())
  .errors({ PROGRAMME_UNKNOWN: {} });

/** Every adopted programme that has targets, in one line each; without a period, at the latest that has entries. */
export const summaries = oc
  .input(z.strictObject({ period: PeriodInput.optional() }))
  .output(type<readonly ProgrammeLine[]>());

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
