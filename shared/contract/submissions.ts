import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { Rhythm } from "../domain/period.ts";
import type { FindingView, PeriodStateName } from "./entries.ts";
import {
  type DownloadOffer,
  FormInput,
  type JobProgress,
  LineInput,
  OptionalLineInput,
  PassphraseInput,
  PeriodInput,
  TicketInput,
} from "./schemas.ts";

/**
 * `signed` = signed and kept, no file of it saved yet · `exported` = Đã gửi, chờ biên nhận · `receipted` = Đã nhận.
 * Saving a file that was offered by `download` makes `signed` into `exported`; one that could not be written leaves it.
 */
export type SubmissionState = "signed" | "exported" | "receipted" | "returned" | "superseded";

export interface SubmissionRow {
  readonly digest: string;
  /** MÃ GÓI, eight groups of four. */
  readonly code: string;
  readonly form: Rhythm;
  readonly period: string;
  readonly correction: number;
  readonly state: SubmissionState;
  readonly documentNumber: string | null;
  readonly createdAt: string;
  readonly signer: string;
  readonly fileName: string;
  readonly size: number;
  readonly receipt: { readonly result: string; readonly receivedAt: string; readonly issuer: string } | null;
}

export interface SubmissionPreparation {
  readonly form: Rhythm;
  readonly period: string;
  readonly state: PeriodStateName;
  readonly dueOn: string;
  readonly unitsExpected: number;
  readonly unitsStarted: number;
  readonly unitsComplete: number;
  /** The unions without a single entry, by name. */
  readonly unitsMissing: readonly { readonly uid: string; readonly code: string; readonly name: string }[];
  readonly blocking: readonly FindingView[];
  readonly unexplained: readonly FindingView[];
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly hasKey: boolean;
  readonly audience: { readonly code: string; readonly name: string } | null;
  readonly submission: SubmissionRow | null;
  /** Control totals of exactly what would be signed. */
  readonly totals: readonly { readonly element: string; readonly label: string; readonly value: number }[];
}

export interface ReceivedRow {
  readonly digest: string;
  readonly code: string;
  readonly kind: string;
  readonly issuer: { readonly code: string; readonly name: string };
  readonly form: string | null;
  readonly period: string | null;
  readonly correction: number | null;
  readonly receivedAt: string;
  readonly state: "accepted" | "returned" | "imported";
  readonly units: number | null;
  readonly receiptFileName: string | null;
}

export interface BundlePreview {
  readonly previewId: string;
  readonly ok: boolean;
  /** Code of bundle.md §2.9 with its sentence and advice; null when the bundle stands. */
  readonly fault: {
    readonly code: string;
    readonly sentence: string;
    readonly advice: string;
    readonly detail: string | null;
  } | null;
  readonly warnings: readonly { readonly code: string; readonly sentence: string; readonly advice: string }[];
  readonly kind: string | null;
  readonly digest: string | null;
  readonly code: string | null;
  readonly issuer: { readonly code: string; readonly name: string; readonly signer: string } | null;
  readonly createdAt: string | null;
  readonly seq: number | null;
  readonly context: {
    readonly form: string | null;
    readonly period: string | null;
    readonly correction: number | null;
  } | null;
  readonly totals: readonly { readonly element: string; readonly label: string; readonly value: number }[];
  /** Of a submission: units in the register snapshot, entries, units with entries. */
  readonly counts: Readonly<Record<string, number>>;
  readonly evaluations: readonly {
    readonly programme: string;
    readonly title: string;
    readonly reached: number;
    readonly judged: number;
    readonly total: number;
  }[];
  /** Of a receipt: which submission it answers. Of an enrolment: key to compare with the paper. Of a trust list: version and root. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What accepting needs: a passphrase (to sign the receipt), a root fingerprint typed from paper, or nothing. */
  readonly needs: "nothing" | "passphrase" | "rootFingerprint";
  readonly alreadyProcessed: boolean;
}

const NO_KEY = {};
const PASSPHRASE_WRONG = {};

/** Everything the page of one report needs: completeness, checks, approval, key, control totals. Changes nothing. */
export const prepare = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(type<SubmissionPreparation>())
  .errors({ FORM_MISMATCH: {} });

export const list = oc.output(type<readonly SubmissionRow[]>());

/** Approves and locks a period. A repeat is refused with the state it has. */
export const approve = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput, personId: z.int().optional() }))
  .output(type<SubmissionPreparation>())
  .errors({
    FORM_MISMATCH: {},
    CHECKS_FAILED: { data: type<{ blocking: number; unexplained: number }>() },
    PERIOD_LOCKED: { data: type<{ state: PeriodStateName; at: string | null }>() },
    SECOND_PERSON_NEEDED: { data: type<{ author: string }>() },
    APPROVER_NEEDED: { data: type<{ name: string }>() },
    NO_ENTRIES: {},
  });

/** Takes an approval back before anything was sent. */
export const reopen = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput, reason: LineInput }))
  .output(type<SubmissionPreparation>())
  .errors({ ALREADY_SUBMITTED: {}, NOT_APPROVED: {} });

/**
 * Freezes and signs: the period is submitted, the report `signed`. A copy lies in the outbox; `download` gives the same
 * bytes as often as asked, also when the outbox could not be written (DISK_FULL, WRITE_FAILED).
 */
export const submit = oc
  .input(
    z.strictObject({
      form: FormInput,
      period: PeriodInput,
      passphrase: PassphraseInput,
      documentNumber: OptionalLineInput,
      previewTotals: z.record(z.string(), z.int()).optional(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<SubmissionRow>()))
  .errors({
    NOT_APPROVED: {},
    NO_KEY,
    PASSPHRASE_WRONG,
    NO_PARENT: {},
    ALREADY_SUBMITTED: { data: type<{ digest: string }>() },
    PREVIEW_STALE: {},
    /** Figures or the register have changed since the approval: what would be signed is not what was approved. */
    APPROVAL_STALE: {},
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/** The bundle or the receipt with this digest, to be saved to a stick. */
export const download = oc
  .input(
    z.strictObject({ digest: z.string().length(64), part: z.enum(["bundle", "receipt"]).default("bundle") }),
  )
  .output(type<DownloadOffer>())
  .errors({ BUNDLE_UNKNOWN: {} });

/** Verifies a file and shows what is in it; changes nothing. A bundle that fails is a result, not an error. */
export const inspect = oc
  .input(
    z.strictObject({
      ticket: TicketInput,
      fileName: z.string().max(260),
      /** The operator has confirmed that the sender really has a new or restored computer (bundle.md §2.8). */
      confirmInstance: z.boolean().default(false),
    }),
  )
  .output(type<BundlePreview>())
  .errors({ HANDLE_UNKNOWN: {} });

/**
 * Takes in a previewed bundle: a submission (signs a receipt), a receipt, a trust list. All or nothing; taking in
 * the same bundle again gives the same receipt and changes nothing.
 */
export const accept = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64),
      passphrase: PassphraseInput.optional(),
      rootFingerprint: z.string().max(128).optional(),
    }),
  )
  .output(
    type<{
      kind: string;
      digest: string;
      outcome: "accepted" | "duplicate";
      receipt: DownloadOffer | null;
      submission: SubmissionRow | null;
    }>(),
  )
  .errors({
    PREVIEW_UNKNOWN: {},
    BUNDLE_REFUSED: { data: type<{ code: string; sentence: string; advice: string }>() },
    NO_KEY,
    PASSPHRASE_WRONG,
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

export const received = oc.output(type<readonly ReceivedRow[]>());
