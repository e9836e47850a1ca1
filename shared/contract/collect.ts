// Collecting from the grassroots: sheets out, answers in. A preview first, then one step that can be undone (design.md §7 no. 2).
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { EntryValue } from "../domain/entry.ts";
import type { Rhythm } from "../domain/period.ts";
import type { FindingView } from "./entries.ts";
import {
  type DownloadOffer,
  FormInput,
  type JobProgress,
  PeriodInput,
  TicketInput,
  UidInput,
} from "./schemas.ts";

/** Files one preview holds in all; they may come in several calls. */
export const MOST_COLLECTED_FILES = 500;
/** Files of one call: each waits as a one-time handle until it is read. */
export const MOST_FILES_AT_ONCE = 50;
/** Sheets that one call gives as single files; more are given as one zip. */
export const MOST_SEPARATE_FILES = 50;

export interface CollectUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
}

/**
 * How an answer stands to what is stored. `conflict`: a person typed or pasted something else here; it is replaced only
 * when that is chosen for the file. `changed`: what is stored came from a file or a bundle.
 */
export const CELL_OUTCOMES = ["new", "changed", "conflict", "same", "rejected"] as const;
export type CellOutcome = (typeof CELL_OUTCOMES)[number];

export interface CollectCell {
  readonly unit: CollectUnit;
  readonly element: string;
  readonly label: string;
  /** "F12"; where to find it in the file. */
  readonly address: string;
  /** As it stood in the file. */
  readonly shown: string;
  readonly outcome: CellOutcome;
  readonly before: EntryValue | null;
  /** As it was understood; null for a rejected cell and for a note alone. */
  readonly after: EntryValue | null;
  readonly noteBefore: string | null;
  readonly noteAfter: string | null;
  /** Stable code of a rejected cell; the renderer has the sentence. */
  readonly reason: string | null;
}

/** Why a whole file is not taken; `detail` is a part, a period or the name of another file. */
export interface CollectFault {
  readonly code: string;
  readonly detail: string;
}

export interface CollectFile {
  /** Number of the file in its preview. */
  readonly id: number;
  readonly fileName: string;
  /** ready: may be applied · choose: another file answers for a union of this one · nothing: no cell to write · refused */
  readonly state: "ready" | "choose" | "nothing" | "refused";
  readonly fault: CollectFault | null;
  readonly kind: "single" | "many" | null;
  readonly form: Rhythm | null;
  readonly period: string | null;
  /** Unions that answered at least one cell. */
  readonly units: readonly CollectUnit[];
  readonly counts: Readonly<Record<CellOutcome, number>>;
  /** Rules that would speak and do not speak now, with every answer of the file written. */
  readonly findings: { readonly block: number; readonly warn: number };
  /** The form was changed since the sheet was made; lines are matched by their code. */
  readonly isOfOlderForm: boolean;
}

export interface CollectPreview {
  readonly previewId: string;
  readonly files: readonly CollectFile[];
  /** Unions that more than one file answers for: none of these answers is taken until one file is chosen. */
  readonly duplicates: readonly {
    readonly unit: CollectUnit;
    readonly period: string;
    readonly files: readonly number[];
  }[];
}

interface CollectFileDetails {
  readonly file: CollectFile;
  /** At most 5,000: rejected first, then conflicts, changed, new; same last. */
  readonly cells: readonly CollectCell[];
  readonly cellsTotal: number;
  readonly findings: readonly FindingView[];
}

export interface CollectResult {
  readonly batchUid: string;
  /** Cells written. */
  readonly applied: number;
  /** Cells left as they were typed, by choice. */
  readonly kept: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly files: number;
  readonly units: number;
}

export interface CollectBatch {
  readonly uid: string;
  readonly at: string;
  readonly author: string | null;
  readonly title: string;
  readonly applied: number;
  readonly files: readonly string[];
  readonly undoneAt: string | null;
  /** False once it is taken back, and for one an early version did not keep the way back of. */
  readonly canUndo: boolean;
}

export interface UnansweredUnit extends CollectUnit {
  /** Cells it is asked, and those that are filled: 0 = no answer at all. */
  readonly asked: number;
  readonly filled: number;
}

export interface Unanswered {
  readonly form: Rhythm;
  readonly period: string;
  readonly collectOn: string;
  readonly daysLeft: number;
  readonly unitsExpected: number;
  /** Without any figure, then those with some. */
  readonly units: readonly UnansweredUnit[];
  /** Vietnamese text ready to be sent: who has not answered, and who only in part; "" for nobody. */
  readonly message: string;
  readonly partialMessage: string;
}

const FormPeriod = { form: FormInput, period: PeriodInput };

/**
 * Writes sheets to be filled: one a union, or one for many. Single sheets come as one zip, or as up to 50 files.
 * Writes nothing into the office but, the first time, the secret its sheets are known by.
 */
export const writeTemplates = oc
  .input(
    z.strictObject({
      ...FormPeriod,
      /** Null: every union that must answer for the period. */
      units: z.array(UidInput).min(1).max(5000).nullable(),
      kind: z.enum(["single", "many"]),
      packaging: z.enum(["zip", "files"]).default("zip"),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<{ offers: readonly DownloadOffer[]; units: number }>()))
  .errors({
    FORM_MISMATCH: {},
    UNIT_UNKNOWN: {},
    NO_UNITS_TO_ASK: {},
  });

/**
 * Reads files and says what they would do; writes nothing. With a `previewId` the files are added to those already read.
 * `expect` refuses files of another form or period.
 */
export const preview = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64).nullable(),
      files: z
        .array(z.strictObject({ ticket: TicketInput, fileName: z.string().max(260) }))
        .min(1)
        .max(MOST_FILES_AT_ONCE),
      expect: z.strictObject(FormPeriod).nullable(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<CollectPreview>()))
  .errors({ PREVIEW_UNKNOWN: {}, TOO_MANY_FILES: { data: type<{ most: number }>() } });

/** Compares files already read with what is stored by now. */
export const compare = oc
  .input(z.strictObject({ previewId: z.string().max(64) }))
  .output(eventIterator(type<JobProgress>(), type<CollectPreview>()))
  .errors({ PREVIEW_UNKNOWN: {} });

/** One file of a preview, cell by cell. */
export const file = oc
  .input(z.strictObject({ previewId: z.string().max(64), file: z.int().nonnegative() }))
  .output(type<CollectFileDetails>())
  .errors({ PREVIEW_UNKNOWN: {} });

/**
 * Writes the answers of chosen files in one transaction. Refused cells and files are left out. A second call is refused:
 * a preview is applied once. Where something the preview compared with has changed since, nothing is written.
 */
export const apply = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64),
      files: z
        .array(
          z.strictObject({
            id: z.int().nonnegative(),
            /** What becomes of figures that a person typed. */
            conflicts: z.enum(["keep", "replace"]),
            /** Unions whose answer is taken from another file. */
            leaveOut: z.array(UidInput).max(5000).default([]),
          }),
        )
        .min(1)
        .max(MOST_COLLECTED_FILES),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<CollectResult>()))
  .errors({
    PREVIEW_UNKNOWN: {},
    PREVIEW_STALE: {},
    PERIOD_LOCKED: { data: type<{ periods: readonly string[] }>() },
    DUPLICATE_CHOSEN: { data: type<{ changed: readonly string[] }>() },
    NOTHING_TO_APPLY: {},
  });

/** Collections that were applied, newest first. Each is an import: `imports.undo` takes it back. */
export const history = oc.output(type<readonly CollectBatch[]>());

/**
 * What cannot be taken, to be sent back: each sheet again with its answers, refused cells marked and the reason beside;
 * a list of refused files where there are some. One workbook, or a zip of several.
 */
export const rejectedFile = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64),
      files: z.array(z.int().nonnegative()).max(MOST_COLLECTED_FILES).nullable(),
    }),
  )
  .output(type<DownloadOffer>())
  .errors({ PREVIEW_UNKNOWN: {}, NOTHING_REJECTED: {} });

/** Unions that have not answered for a form and period, with a text to send them. */
export const unanswered = oc
  .input(z.strictObject(FormPeriod))
  .output(type<Unanswered>())
  .errors({ FORM_MISMATCH: {} });
