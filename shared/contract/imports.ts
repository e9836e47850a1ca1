// Import of files: a preview first, then one step that can be undone (design.md §7 no. 2).
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import { type DownloadOffer, type JobProgress, PeriodInput, TicketInput, UidInput } from "./schemas.ts";

export const IMPORT_KINDS = ["units", "employers", "entries"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportReason {
  readonly column: string | null;
  /** Stable code; the renderer has the sentence. */
  readonly code: string;
  readonly value: string;
}

export interface ImportLine {
  readonly line: number;
  readonly outcome: "new" | "changed" | "same" | "rejected";
  /** Code of the unit or employer; for entries `unit · element · period`. */
  readonly code: string;
  readonly name: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly reasons: readonly ImportReason[];
  /** Possible duplicates by rule V25: of another line of the file or of the register. The line is applied only when chosen. */
  readonly similarTo: readonly {
    readonly line: number | null;
    readonly code: string;
    readonly name: string;
    readonly reason: "taxCode" | "name";
  }[];
}

export interface ImportPreview {
  readonly previewId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sheet: string;
  /** Other visible sheets of the workbook that hold something: not read. */
  readonly ignoredSheets: readonly string[];
  /** Headings, as written, that name no column of this kind of file: not read. */
  readonly unreadColumns: readonly string[];
  /** Columns whose values a formula last gave, and on how many lines that are taken. */
  readonly formulas: readonly { readonly column: string; readonly lines: number }[];
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly rejected: number;
    readonly similar: number;
  };
  /** At most 5,000 lines: rejected and similar first, then new and changed, then same. */
  readonly lines: readonly ImportLine[];
  readonly linesTotal: number;
}

export interface ImportResult {
  readonly batchUid: string;
  readonly applied: number;
  readonly skipped: number;
  readonly rejected: number;
}

export interface ImportBatch {
  readonly uid: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly at: string;
  readonly author: string | null;
  readonly applied: number;
  readonly undoneAt: string | null;
  /** False once it is taken back, and for figures an early version did not keep the way back of. */
  readonly canUndo: boolean;
}

const FILE_ERRORS = {
  HANDLE_UNKNOWN: {},
  /** `code` is one of the reader's (CSV_ENCODING, XLSX_NOT_A_WORKBOOK …) or COLUMNS_MISSING. */
  FILE_REFUSED: { data: type<{ code: string; line: number | null; detail: string }>() },
} as const;

/** Reads a file and says what would happen; writes nothing. */
export const preview = oc
  .input(z.strictObject({ ticket: TicketInput, fileName: z.string().max(260), kind: z.enum(IMPORT_KINDS) }))
  .output(type<ImportPreview>())
  .errors(FILE_ERRORS);

/** Writes the previewed lines in one transaction; `skipLines` are left out. A second call is refused: a preview is applied once. */
export const apply = oc
  .input(
    z.strictObject({ previewId: z.string().max(64), skipLines: z.array(z.int()).max(100_000).default([]) }),
  )
  .output(eventIterator(type<JobProgress>(), type<ImportResult>()))
  .errors({
    PREVIEW_UNKNOWN: {},
    /** What the preview compared with has changed since; ask for a new one. */
    PREVIEW_STALE: {},
    PERIOD_LOCKED: { data: type<{ periods: readonly string[] }>() },
  });

const Word = z.string().max(500);

/** Words by name: more names than files have columns or reasons to refuse a line. */
const Words = z
  .record(z.string().max(64), Word)
  .refine((words) => Object.keys(words).length <= 500, { error: "TOO_MANY" });

/**
 * What lets the file of rejected lines speak the reader's language: the heading of the reasons, names of columns, and sentences by
 * reason code in which `{{value}}` stands for what was in the file.
 */
export const RejectedWords = z.strictObject({ reason: Word, columns: Words, reasons: Words });

/** The rejected lines of a preview as a CSV: every column of the file as it was, and last the reasons. It can be mended and imported. */
export const rejectedFile = oc
  .input(z.strictObject({ previewId: z.string().max(64), words: RejectedWords.optional() }))
  .output(type<DownloadOffer>())
  .errors({ PREVIEW_UNKNOWN: {} });

/**
 * Every figure of a period, or of all of them, with day, estimate, note and the office's own, as an entries file. Imported
 * into an empty office with the same register it makes the same figures again.
 */
export const exportEntries = oc
  .input(z.strictObject({ period: PeriodInput.nullable() }))
  .output(eventIterator(type<JobProgress>(), type<{ offer: DownloadOffer; rows: number }>()));

export const list = oc.output(type<readonly ImportBatch[]>());

/** How many places went back: cells by figure, note or both; of a register, unions and employers that the import had changed. */
export interface UndoneBatch {
  readonly cells: number;
  readonly units: number;
  readonly employers: number;
}

/** Takes a whole import or collection back: every place as it was. Refused, with the places, when something it wrote has been changed since. */
export const undo = oc
  .input(z.strictObject({ batchUid: UidInput }))
  .output(type<UndoneBatch>())
  .errors({
    BATCH_UNKNOWN: {},
    ALREADY_UNDONE: {},
    UNDO_CONFLICT: { data: type<{ changed: readonly string[] }>() },
    PERIOD_LOCKED: { data: type<{ periods: readonly string[] }>() },
  });
