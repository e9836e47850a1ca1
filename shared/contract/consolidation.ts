// The province's consolidation: sums over the latest accepted report of every office, its own rows, and its programmes judged over both.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { ValueType } from "../domain/data-element.ts";
import type { OutsideTime } from "../domain/evaluate/window.ts";
import type { Evaluation } from "../domain/evaluation.ts";
import { type DownloadOffer, type JobProgress, LineInput, PeriodInput, UidInput } from "./schemas.ts";

export interface ConsolidatedSum {
  /** In the order of `offices`; null = no report, or nothing said of it: never a zero. */
  readonly byOffice: readonly (number | null)[];
  /** Σ of the reports. */
  readonly reported: number;
  /** Σ of the province's own rows; may be negative. */
  readonly added: number;
  readonly total: number;
}

export interface ConsolidatedFigure {
  readonly element: string;
  readonly number: string;
  readonly label: string;
  readonly measureUnit: string;
  readonly type: ValueType;
  readonly group: string;
  /** Of the period alone. */
  readonly inPeriod: ConsolidatedSum;
  /** Since 1 January. */
  readonly yearToDate: ConsolidatedSum;
}

export interface ConsolidatedOffice {
  readonly code: string;
  readonly name: string;
  /** Of the accepted report; null = missing. */
  readonly digest: string | null;
  readonly bundleCode: string | null;
  readonly correction: number | null;
  /** Units of its register in the year, and those that answered for the period; null while the report is missing. */
  readonly units: number | null;
  readonly unitsAnswered: number | null;
  /** Its kept file is gone or was changed: it counts as missing until it is received again. */
  readonly isDamaged: boolean;
}

export interface Adjustment {
  readonly uid: string;
  readonly period: string;
  readonly element: string;
  readonly label: string;
  readonly amount: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

/** A verdict over all reports. `officesMissing`: offices whose unions are not in it. */
export interface ConsolidatedVerdict extends Evaluation {
  readonly title: string;
  readonly officesMissing: number;
  /** The office answers about itself: numerator and denominator are offices. */
  readonly isByOffice: boolean;
}

export interface ConsolidatedProgramme {
  readonly code: string;
  readonly title: string;
  /** Why the period asks none of its targets. */
  readonly outside: OutsideTime | null;
  readonly rows: readonly ConsolidatedVerdict[];
  readonly reached: number;
}

export interface ConsolidationView {
  readonly period: string;
  /** The province whose rows `adjustments` are. */
  readonly office: { readonly code: string; readonly name: string };
  readonly offices: readonly ConsolidatedOffice[];
  readonly reported: number;
  readonly figures: readonly ConsolidatedFigure[];
  readonly adjustments: readonly Adjustment[];
  readonly programmes: readonly ConsolidatedProgramme[];
  /** Unions that stand in the reports of several offices with figures of this period: they may be counted twice. */
  readonly repeated: readonly { readonly name: string; readonly offices: readonly string[] }[];
  /** SHA-256 of the exported bytes, and the code people read to each other: equal on every machine that has the same. */
  readonly digest: string;
  readonly bundleCode: string;
}

const NOT_RECEIVER = {};

/** Adds everything up; changes nothing. The second time only what came since is read. */
export const open = oc
  .input(z.strictObject({ period: PeriodInput }))
  .output(eventIterator(type<JobProgress>(), type<ConsolidationView>()))
  .errors({ NOT_RECEIVER });

/** Adds a row of the province's own. Called twice it adds two rows. */
export const adjust = oc
  .input(
    z.strictObject({
      period: PeriodInput,
      element: z.string().max(100),
      amount: z.int().refine((amount) => amount !== 0),
      reason: LineInput,
    }),
  )
  .output(type<Adjustment>())
  .errors({ NOT_RECEIVER, NOT_ADDITIVE: { data: type<{ label: string }>() } });

/** Takes a row back; it stays in the diary. */
export const withdraw = oc
  .input(z.strictObject({ uid: UidInput }))
  .output(type<{ ok: true }>())
  .errors({ NOT_RECEIVER, ADJUSTMENT_UNKNOWN: {} });

/** `canonical`: the same bytes on every machine that holds the same reports and rows; `table`: for a spreadsheet. */
export const exportFile = oc
  .input(z.strictObject({ period: PeriodInput, format: z.enum(["canonical", "table"]) }))
  .output(eventIterator(type<JobProgress>(), type<DownloadOffer & { digest: string }>()))
  .errors({ NOT_RECEIVER });
