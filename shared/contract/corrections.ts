// A report that comes back: remarks on it, cells opened again, what was corrected (domain.md §d.4, bundle.md §2.7).
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { ElementCode, ValueType } from "../domain/data-element.ts";
import type { EntryValue } from "../domain/entry.ts";
import {
  DateInput,
  type DownloadOffer,
  FormInput,
  type JobProgress,
  LineInput,
  PassphraseInput,
  PeriodInput,
  UidInput,
} from "./schemas.ts";

/** A cell of a report, or with null the report as a whole. */
const PlaceInput = z.strictObject({ unit: UidInput, element: LineInput, period: PeriodInput });

const RemarkInput = z.strictObject({
  place: PlaceInput.nullable(),
  severity: z.enum(["error", "warning", "note"]).default("error"),
  message: LineInput,
  suggestion: LineInput.nullable().default(null),
});

/** More than a report of 2,000 unions can be remarked on by hand. */
const Remarks = z.array(RemarkInput).max(5000);

/** What a reviewer decides of a report. A return without remarks allows a correction that was asked for. */
export const VerdictInput = z.strictObject({
  result: z.enum(["accepted", "accepted_with_warnings", "returned"]),
  remarks: Remarks.default([]),
  /** Day the correction is awaited by; of a return only. */
  dueOn: DateInput.nullable().default(null),
});

export interface RemarkView {
  /** Null = on the report as a whole. */
  readonly unit: { readonly uid: string; readonly code: string; readonly name: string } | null;
  readonly element: { readonly code: ElementCode; readonly number: string; readonly label: string } | null;
  readonly period: string | null;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly suggestion: string | null;
}

/** A cell that a return keeps open, or a figure that was corrected. */
export interface CorrectedCell {
  readonly unit: { readonly uid: string; readonly code: string; readonly name: string };
  readonly element: { readonly code: ElementCode; readonly number: string; readonly label: string };
  readonly type: ValueType;
  readonly period: string;
  /** "Số đã báo cáo"; null = nothing was reported, or the report is not here. */
  readonly reported: EntryValue | null;
  /** "Số đính chính"; the same as reported as long as nothing was corrected. */
  readonly corrected: EntryValue | null;
  readonly reason: string;
  /** The figure the return suggests, as its writer put it. */
  readonly suggestion: string | null;
  /** Who corrected it; null as long as nobody has, or when whoever did had given no name. */
  readonly author: string | null;
}

/** How the newest report of a period sent from here stands with whoever received it. */
export interface CorrectionView {
  readonly digest: string;
  readonly code: string;
  /** Null: a report that is not here was accepted, and no reply says which sending it was. */
  readonly correction: number | null;
  /** It was sent after the backup that was restored: what it said is not here, only what was replied. */
  readonly isForgotten: boolean;
  readonly returned: {
    readonly issuer: string;
    readonly at: string;
    readonly dueOn: string | null;
  } | null;
  readonly remarks: readonly RemarkView[];
  /** Open cells, those the return named first. */
  readonly cells: readonly CorrectedCell[];
  readonly request: { readonly reason: string; readonly author: string; readonly at: string } | null;
}

/** What one sending of a report has that the one before it had not. */
export interface Comparison {
  readonly before: { readonly digest: string; readonly code: string; readonly correction: number };
  readonly after: { readonly digest: string; readonly code: string; readonly correction: number };
  /** Every figure that differs; `reason` is empty where the sender gave none. */
  readonly lines: readonly CorrectedCell[];
  readonly totals: readonly {
    readonly element: string;
    readonly label: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}

/** What the receiver's own checks will say of a report that is approved and not signed yet. */
export interface Rehearsal {
  /** `returned`: the file would be refused, or sent back for `reasons`. */
  readonly verdict: "accepted" | "accepted_with_warnings" | "returned";
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
}

const NO_KEY = {};
const PASSPHRASE_WRONG = {};
const KEY_WAIT = { data: type<{ seconds: number }>() };
export const REMARK_PLACE_UNKNOWN = {
  data: type<{ unit: string; element: string; period: string }>(),
};

/**
 * Answers a report from wherever it stands: one that waits is taken in with the answer, in one transaction and with one signature; one
 * that was taken in is sent back, or gets remarks to its acceptance. The newest reply replaces the earlier ones by name. A report is
 * returned once; what replaces it is a report of its own.
 */
export const reply = oc
  .input(
    z.strictObject({
      digest: z.string().length(64),
      verdict: VerdictInput,
      passphrase: PassphraseInput,
    }),
  )
  .output(type<{ digest: string; offer: DownloadOffer }>())
  .errors({
    BUNDLE_UNKNOWN: {},
    BUNDLE_DAMAGED: {},
    ALREADY_RETURNED: {},
    REPORT_REPLACED: {},
    NO_REMARKS: {},
    REMARK_PLACE_UNKNOWN,
    /** It waited, and no longer stands: something it rests on was taken in differently meanwhile. */
    BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
    NO_KEY,
    PASSPHRASE_WRONG,
    KEY_WAIT,
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/** What was said of a report that was received, by its digest. */
export const remarks = oc
  .input(z.strictObject({ digest: z.string().length(64) }))
  .output(type<{ returned: { at: string; dueOn: string | null } | null; remarks: readonly RemarkView[] }>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {} });

/** Null when nothing of the period was sent. */
export const open = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(type<CorrectionView | null>());

/** Opens cells of a returned report that the return did not name, each for the same reason. */
export const openCells = oc
  .input(
    z.strictObject({
      form: FormInput,
      period: PeriodInput,
      cells: z.array(PlaceInput).min(1).max(5000),
      reason: LineInput,
    }),
  )
  .output(type<CorrectionView>())
  .errors({ NOT_RETURNED: {}, UNIT_UNKNOWN: {}, ELEMENT_UNKNOWN: {}, PERIOD_OUTSIDE: {} });

/** Asks for leave to correct a report that was accepted: the request is printed, or read out with the code of the report. */
export const request = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput, reason: LineInput }))
  .output(type<CorrectionView>())
  .errors({ NOT_ACCEPTED: {} });

/**
 * Compares a correction with the sending it replaced, from the two bundles. NOT_CORRECTION: it is a first sending. REPORT_FORGOTTEN: what it
 * replaced was sent after the backup that was restored, and is not here.
 */
export const compare = oc
  .input(z.strictObject({ digest: z.string().length(64) }))
  .output(type<Comparison>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {}, NOT_CORRECTION: {}, REPORT_FORGOTTEN: {} });

/** Runs the receiver's verification over exactly what would be signed; keeps nothing. */
export const rehearse = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(eventIterator(type<JobProgress>(), type<Rehearsal>()))
  .errors({ NOT_APPROVED: {}, NO_PARENT: {}, APPROVAL_STALE: {} });
