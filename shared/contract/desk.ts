// The desk of an office that receives: hundreds of files at once, verified one after the other, taken in only when somebody says so.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Said } from "../domain/validation/finding.ts";
import {
  DateInput,
  type DownloadOffer,
  type JobProgress,
  PassphraseInput,
  PeriodInput,
  TicketInput,
} from "./schemas.ts";

/** Files one batch holds in all; they may come in several calls. */
export const MOST_DESK_FILES = 1000;
/** Files of one call: each waits as a one-time handle until it is read. */
export const MOST_DESK_FILES_AT_ONCE = 50;
/** Larger files are often refused by e-mail and Zalo (bundle.md §2.2). */
export const LARGE_BUNDLE_BYTES = 20 * 1024 * 1024;

/**
 * waiting: not looked at yet · locked: came encrypted, needs the passphrase of this office's keys · clean: nothing speaks against it · attention: sound, but something should be read first ·
 * duplicate: taken in before · repeated: the same bundle stands twice in this batch · confirm: a computer not known yet ·
 * fork: another bundle bears the same number · refused · other: sound, of a kind that is opened one by one ·
 * accepted · returned. In the order in which somebody wants to see them.
 */
export const DESK_OUTCOMES = [
  "waiting",
  "confirm",
  "locked",
  "fork",
  "refused",
  "attention",
  "other",
  "clean",
  "returned",
  "accepted",
  "repeated",
  "duplicate",
] as const;
export type DeskOutcome = (typeof DESK_OUTCOMES)[number];

interface CodeWords {
  readonly code: string;
  readonly sentence: string;
  readonly advice: string;
}

export interface DeskFile {
  /** Number of the file in its batch. */
  readonly id: number;
  readonly fileName: string;
  readonly size: number;
  readonly outcome: DeskOutcome;
  /** Why it is not taken; code of bundle.md §2.9. */
  readonly fault: (CodeWords & { readonly detail: string | null }) | null;
  readonly warnings: readonly CodeWords[];
  readonly kind: string | null;
  readonly digest: string | null;
  /** MÃ GÓI. */
  readonly code: string | null;
  readonly issuer: { readonly code: string; readonly name: string } | null;
  readonly period: string | null;
  readonly correction: number | null;
  readonly units: number | null;
  readonly unitsAnswered: number | null;
  readonly entries: number | null;
  /** Periods whose figures are in it although its sender had not approved them. */
  readonly unapproved: readonly string[];
  readonly incompleteReason: string | null;
  /** Of one taken in now or before. */
  readonly receiptFileName: string | null;
}

export interface DeskBatch {
  readonly batchId: string;
  readonly files: readonly DeskFile[];
}

/** One office's report of a period, or that there is none. */
export interface DeskOffice {
  readonly code: string;
  readonly name: string;
  /** First and last day it reports here; null = no such day is known. */
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly digest: string | null;
  readonly correction: number | null;
  readonly receivedAt: string | null;
  readonly daysLate: number;
  readonly state: "received" | "receivedLate" | "late" | "awaited";
  /** Of the accepted report. */
  readonly units: number | null;
  readonly unitsAnswered: number | null;
  readonly receiptFileName: string | null;
}

export interface DeskBoard {
  readonly period: string;
  readonly dueOn: string;
  readonly today: string;
  readonly periods: readonly {
    readonly period: string;
    readonly dueOn: string;
    readonly expected: number;
    readonly received: number;
  }[];
  /** Not asked for this period: before their first day or after their last. */
  readonly elsewhere: readonly Pick<DeskOffice, "code" | "name" | "fromOn" | "untilOn">[];
  readonly offices: readonly DeskOffice[];
}

/** A figure that stands out against the period before or the same of last year (domain.md §c.3 V20–V22). */
export interface Outlier {
  /** Null: the sum over the whole report. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly rule: string;
  readonly elements: readonly string[];
  readonly said: Said;
  /** What the sender wrote about this rule at this unit. */
  readonly explanation: string | null;
}

export interface ReportReview {
  readonly digest: string;
  readonly issuer: { readonly code: string; readonly name: string };
  readonly period: string;
  /** What it is compared with; null = nothing was received. */
  readonly before: string | null;
  readonly lastYear: string | null;
  readonly unitsChecked: number;
  readonly outliers: readonly Outlier[];
  /** Sums over the report beside those of the periods compared with; null = no figure. */
  readonly totals: readonly {
    readonly element: string;
    readonly label: string;
    readonly measureUnit: string;
    readonly now: number | null;
    readonly before: number | null;
    readonly lastYear: number | null;
  }[];
}

const DESK_UNKNOWN = {};
const Batch = z.strictObject({ batchId: z.string().max(64) });

/** Takes copies of files; looks at none of them. Without a batch a new one begins. */
export const add = oc
  .input(
    z.strictObject({
      batchId: z.string().max(64).nullable(),
      files: z
        .array(z.strictObject({ ticket: TicketInput, fileName: z.string().max(260) }))
        .min(1)
        .max(MOST_DESK_FILES_AT_ONCE),
    }),
  )
  .output(type<{ batchId: string; files: number }>())
  .errors({
    DESK_UNKNOWN,
    TOO_MANY_FILES: { data: type<{ most: number }>() },
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/**
 * Verifies every file of the batch that was not yet, each as if the ones before it were taken in; changes nothing.
 * The passphrase opens what came encrypted.
 */
export const verify = oc
  .input(Batch.extend({ passphrase: PassphraseInput.optional() }))
  .output(eventIterator(type<JobProgress>(), type<DeskBatch>()))
  .errors({ DESK_UNKNOWN, PASSPHRASE_WRONG: {} });

/** The batch as it stands, after a job that was called off. */
export const open = oc.input(Batch).output(type<DeskBatch>()).errors({ DESK_UNKNOWN });

/** The newest batch nobody has let go of, for a page that was left while it lay there; null = none. */
export const latest = oc.output(type<DeskBatch | null>());

/** Says that the sender of one file really has a new or restored computer; its files are looked at again. */
export const confirmInstance = oc
  .input(Batch.extend({ file: z.int().nonnegative() }))
  .output(eventIterator(type<JobProgress>(), type<DeskBatch>()))
  .errors({ DESK_UNKNOWN });

/**
 * Takes in the files named, each verified again and in a transaction of its own with its own receipt. What was taken in
 * stays when the job is called off; a file that no longer stands is marked and the others go on.
 */
export const accept = oc
  .input(
    Batch.extend({
      files: z.array(z.int().nonnegative()).min(1).max(MOST_DESK_FILES),
      passphrase: PassphraseInput,
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<DeskBatch>()))
  .errors({
    DESK_UNKNOWN,
    NO_KEY: {},
    PASSPHRASE_WRONG: {},
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/** Every receipt of the batch as one zip; those of bundles taken in before are in it too. */
export const receipts = oc
  .input(Batch)
  .output(type<DownloadOffer>())
  .errors({ DESK_UNKNOWN, NO_RECEIPTS: {} });

/** Lets go of a batch; what was taken in stays. */
export const dismiss = oc.input(Batch).output(type<{ ok: true }>());

/** Who has reported a period: without one, the last that was due in the year. */
export const board = oc
  .input(z.strictObject({ period: PeriodInput.optional(), year: z.int().min(1990).max(2100).optional() }))
  .output(type<DeskBoard>())
  .errors({ NOT_RECEIVER: {} });

/**
 * Says from when and until when an office reports here: a period asks the offices of its last day (domain.md §f.2 rule 6). Without either
 * day it always does. A repeat changes nothing.
 */
export const setTerm = oc
  .input(
    z.strictObject({
      code: z.string().max(100),
      fromOn: DateInput.nullable(),
      untilOn: DateInput.nullable(),
    }),
  )
  .output(type<{ ok: true }>())
  .errors({ NOT_RECEIVER: {}, UNIT_UNKNOWN: {}, TERM_REVERSED: {} });

/** One report, accepted or still waiting, beside the period before and the same of last year. */
export const review = oc
  .input(z.strictObject({ digest: z.string().length(64) }))
  .output(type<ReportReview>())
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {} });
