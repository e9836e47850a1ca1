// The way of a report in both directions. Over 300 lines because its procedures share what a report, a bundle and a row are.
import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { ValueType } from "../domain/data-element.ts";
import type { OutsideTime } from "../domain/evaluate/window.ts";
import type { CountedRegister, EvaluationStatus } from "../domain/evaluation.ts";
import type { Rhythm } from "../domain/period.ts";
import type { Target } from "../domain/target.ts";
import { REMARK_PLACE_UNKNOWN, VerdictInput } from "./corrections.ts";
import type { FindingView, PeriodStateName } from "./entries.ts";
import {
  type DownloadOffer,
  FormInput,
  type JobProgress,
  LineInput,
  PassphraseInput,
  PeriodInput,
  TicketInput,
} from "./schemas.ts";

/**
 * `signed` = signed and kept, no file of it saved yet · `exported` = Đã gửi, chờ biên nhận · `receipted` = Đã tiếp nhận.
 * Saving a file that was offered by `download` makes `signed` into `exported`; one that could not be written leaves it.
 */
type SubmissionState = "signed" | "exported" | "receipted" | "returned" | "superseded";

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
  /** Code of the longer period whose report locks this one's figures; null where none does, or its own. */
  readonly lockedWithin: string | null;
  readonly dueOn: string;
  readonly unitsExpected: number;
  readonly unitsStarted: number;
  readonly unitsComplete: number;
  /** Figures of the period that are only estimates to its end ("ước thực hiện"). */
  readonly estimated: number;
  /** Cells the office answers about itself, and how many are filled; null where nothing is asked. */
  readonly own: { readonly asked: number; readonly filled: number } | null;
  /** Cells in which a typed text stands that was never taken; while there is one, nothing is approved. */
  readonly unsaved: number;
  /** The unions without a single entry, by name. */
  readonly unitsMissing: readonly { readonly uid: string; readonly code: string; readonly name: string }[];
  readonly blocking: readonly FindingView[];
  readonly unexplained: readonly FindingView[];
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly hasKey: boolean;
  readonly audience: { readonly code: string; readonly name: string } | null;
  readonly submission: SubmissionRow | null;
  /** The report of the period was sent after the backup that was restored: only what was replied is here (bundle.md §2.8). */
  readonly forgotten: { readonly isReturned: boolean } | null;
  /** Control totals of exactly what would be signed. */
  readonly totals: readonly { readonly element: string; readonly label: string; readonly value: number }[];
  /**
   * Codes of the periods whose figures are, or would be, in the report although nobody has approved them, oldest first:
   * verdicts rest on every figure of the year. They are named before signing and inside the bundle.
   */
  readonly unapproved: readonly string[];
  /** Why it was approved although unions or answers of the office itself are missing; null when none is, or nothing is approved. */
  readonly incompleteReason: string | null;
  /** What was changed in the office after the approval and is therefore not in what will be signed. */
  readonly changedSinceApproval: readonly ("entries" | "register")[];
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
  /** Of a report: `superseded` = a correction of it has been taken in. */
  readonly state: "accepted" | "returned" | "superseded" | "imported";
  readonly units: number | null;
  readonly receiptFileName: string | null;
  /** Whether what answered it is a return, and no receipt. */
  readonly isReceiptReturn: boolean;
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
    /** Why the period asks none of its targets, as the sender had them; null too when the report does not define them. */
    readonly outside: OutsideTime | null;
    readonly reached: number;
    readonly total: number;
  }[];
  /**
   * Of a receipt or return: which submission it answers, how many remarks it has, by which day it waits for the correction. Of a
   * correction: how many figures it changes, absent where its sender could not compare. Of an enrolment: key to compare with the
   * paper. Of a trust list: version and root.
   */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /**
   * What accepting needs: a passphrase (to sign the receipt), a root fingerprint typed from paper, or nothing.
   * `decryption`: the file is encrypted; to be looked at again with the passphrase of this office's keys.
   */
  readonly needs: "nothing" | "passphrase" | "rootFingerprint" | "decryption" | "filePassphrase";
  readonly alreadyProcessed: boolean;
  /** A refused file that this office itself signed; `report`: where it is found, null of what is no report. */
  readonly ownBundle: { readonly report: { readonly form: Rhythm; readonly period: string } | null } | null;
  /** Of a submission, as in {@link ReportView}. */
  readonly unapproved: readonly string[];
  readonly incompleteReason: string | null;
}

/** Figures by unit of one period of a report. */
export interface ReportFigures {
  readonly period: string;
  readonly columns: readonly {
    readonly element: string;
    readonly number: string;
    readonly label: string;
    readonly measureUnit: string;
    readonly type: ValueType;
  }[];
  /** The sending office itself first, when it has figures of its own. */
  readonly units: readonly {
    readonly uid: string;
    readonly code: string;
    readonly name: string;
    readonly isAnswered: boolean;
  }[];
  /** One for each column, by row: place of the state in ENTRY_STATES or −1, and the value. */
  readonly cells: readonly {
    readonly states: readonly number[];
    readonly values: readonly (number | null)[];
    /** Rows whose figure is an estimate. */
    readonly estimated: readonly number[];
    /** Rows of which it is never asked, for the kind of unit they are; nothing is missing there. */
    readonly notAsked: readonly number[];
  }[];
}

/** A report as it was sent, read from its bundle alone. */
export interface ReportView {
  readonly digest: string;
  readonly code: string;
  readonly issuer: { readonly code: string; readonly name: string; readonly signer: string };
  readonly form: Rhythm;
  readonly period: string;
  readonly correction: number;
  readonly createdAt: string;
  /** One of the two is there; neither, while it is verified and waits to be taken in. */
  readonly received: ReceivedRow | null;
  readonly sent: SubmissionRow | null;
  readonly totals: readonly { readonly element: string; readonly label: string; readonly value: number }[];
  readonly counts: { readonly units: number; readonly unitsAnswered: number; readonly entries: number };
  /** Codes of the periods whose figures are in it although the sender had not approved them. */
  readonly unapproved: readonly string[];
  /** Why the sender approved although unions are missing; null when none is. */
  readonly incompleteReason: string | null;
  /** "12/BC-LĐLĐ", as it stands on the paper inside; null without a number. */
  readonly documentNumber: string | null;
  /** Whether it holds the printed report. */
  readonly hasPaper: boolean;
  readonly programmes: readonly {
    readonly code: string;
    readonly title: string;
    /** Why the period asks none of its targets, as the sender had them; null too when the report does not define them. */
    readonly outside: OutsideTime | null;
    readonly lines: readonly {
      readonly target: string;
      readonly title: string;
      readonly status: EvaluationStatus;
      /** As the sender printed it. */
      readonly display: string;
      readonly displayTarget: string;
      /** What was asked; null when the report does not define the target, or a person judged it. */
      readonly asked: Pick<Target, "comparator" | "value" | "measureUnit"> | null;
      readonly unitsCounted: number;
      readonly unitsMissing: number;
      /** The register it was counted from; null of what units report. */
      readonly register: CountedRegister | null;
      /** Its figures include some that the sender had not approved. */
      readonly isProvisional: boolean;
    }[];
  }[];
  readonly explanations: readonly {
    readonly unitCode: string;
    readonly unitName: string;
    readonly rule: string;
    readonly text: string;
  }[];
  /** The register on the last day of the period. */
  readonly units: readonly {
    readonly uid: string;
    readonly code: string;
    readonly name: string;
    readonly employerType: string | null;
    readonly workforce: number | null;
    readonly establishedOn: string | null;
    readonly endedOn: string | null;
  }[];
  /** Codes of the periods whose figures it holds, oldest first. */
  readonly periods: readonly string[];
  readonly figures: ReportFigures;
}

/** Who has reported a period and who has not. */
export interface ReportingView {
  readonly period: string;
  /** Last day for this period, a later date for all included. */
  readonly dueOn: string;
  readonly today: string;
  /** The periods of the same year. */
  readonly periods: readonly {
    readonly period: string;
    readonly dueOn: string;
    readonly expected: number;
    readonly received: number;
  }[];
  /** Offices known here that are not asked for this period: before their first day or after their last. */
  readonly elsewhere: readonly {
    readonly code: string;
    readonly name: string;
    readonly fromOn: string | null;
    readonly untilOn: string | null;
  }[];
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    /** First and last day it reports here; null = no such day is known. */
    readonly fromOn: string | null;
    readonly untilOn: string | null;
    /** Of the accepted report; null = none has been accepted. */
    readonly digest: string | null;
    readonly correction: number | null;
    readonly receivedAt: string | null;
    /** Days after the last day: until it came, or until today; 0 = in time, or not due yet. */
    readonly daysLate: number;
  }[];
}

const NO_KEY = {};
const PASSPHRASE_WRONG = {};
const KEY_WAIT = { data: type<{ seconds: number }>() };

/** Everything the page of one report needs: completeness, checks, approval, key, control totals. Changes nothing. */
export const prepare = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(type<SubmissionPreparation>())
  .errors({ FORM_MISMATCH: {} });

export const list = oc.output(type<readonly SubmissionRow[]>());

/**
 * Approves and locks a period and freezes its report, which is kept until it is signed: all of it or nothing, also when it is
 * called off. A repeat is refused with the state it has. When a union that must answer has not a single figure, or a
 * cell asked of the office itself is empty, a reason is needed; it goes into the report.
 */
export const approve = oc
  .input(
    z.strictObject({
      form: FormInput,
      period: PeriodInput,
      personId: z.int().optional(),
      incompleteReason: LineInput.optional(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<SubmissionPreparation>()))
  .errors({
    FORM_MISMATCH: {},
    CHECKS_FAILED: { data: type<{ blocking: number; unexplained: number }>() },
    PERIOD_LOCKED: { data: type<{ state: PeriodStateName; at: string | null }>() },
    SECOND_PERSON_NEEDED: { data: type<{ author: string }>() },
    APPROVER_NEEDED: { data: type<{ name: string }>() },
    NO_ENTRIES: {},
    UNSAVED_TEXTS: { data: type<{ cells: number }>() },
    INCOMPLETE: { data: type<{ expected: number; started: number; complete: number }>() },
    OWN_INCOMPLETE: { data: type<{ asked: number; filled: number }>() },
  });

/** Takes an approval back before anything was sent. */
export const reopen = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput, reason: LineInput }))
  .output(type<SubmissionPreparation>())
  .errors({ ALREADY_SUBMITTED: {}, NOT_APPROVED: {} });

/**
 * Signs exactly what was approved, with the printed report and its files: the period is submitted, the report `signed`. A copy lies in the outbox; `download` gives the same
 * bytes as often as asked, also when the outbox could not be written (DISK_FULL, WRITE_FAILED).
 */
export const submit = oc
  .input(
    z.strictObject({
      form: FormInput,
      period: PeriodInput,
      passphrase: PassphraseInput,
      previewTotals: z.record(z.string(), z.int()).optional(),
      /** `paperSha256` of the printed report that was shown. */
      previewPaper: z.string().length(64).optional(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<SubmissionRow>()))
  .errors({
    NOT_APPROVED: {},
    NO_KEY,
    PASSPHRASE_WRONG,
    KEY_WAIT,
    /** The list held says that this office's key is retired or revoked. */
    KEY_ENDED: { data: type<{ status: string; reason: string | null }>() },
    NO_PARENT: {},
    ALREADY_SUBMITTED: { data: type<{ digest: string }>() },
    PREVIEW_STALE: {},
    /** The printed report is another than was shown, or was changed while its files were being made. */
    PAPER_CHANGED: {},
    /** The office was restored: the newest receipt is taken in first, or declared missing (bundle.md §2.8). */
    RECEIPT_NEEDED: { data: type<{ restoredAt: string }>() },
    /** A receipt says that this report was sent after the backup this office was restored from. */
    SENT_BEFORE_RESTORE: { data: type<{ digest: string }>() },
    /** The report kept at the approval is not there, or not byte for byte: what would be signed is not what was approved. */
    APPROVAL_STALE: {},
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/**
 * How a file leaves: `on` encrypts it to the audience and this office; `auto` does so when it holds a table that may name people
 * (bundle.md §2.11). Both refuse when somebody in the audience has no key: it leaves plain only when `off` is asked for. Whoever hands a
 * file to a person asks for `auto`.
 */
const EncryptionInput = z.enum(["auto", "on", "off", "passphrase"]).default("off");

/** Whether the file of an approved report has to be encrypted, and the names of those it goes to that have no key. Changes nothing. */
export const encryption = oc
  .input(z.strictObject({ form: FormInput, period: PeriodInput }))
  .output(type<{ isNeeded: boolean; missing: readonly string[] }>());

/** The bundle or the receipt with this digest, to be saved to a stick. Encrypted, it is other bytes each time, of the same bundle. */
export const download = oc
  .input(
    z.strictObject({
      digest: z.string().length(64),
      part: z.enum(["bundle", "receipt"]).default("bundle"),
      encryption: EncryptionInput,
    }),
  )
  .output(
    type<
      DownloadOffer & {
        isEncrypted: boolean;
        /** Opens this file and no other, to be read out over the telephone; it is kept nowhere. Null: it is not encrypted so. */
        passphrase: string | null;
      }
    >(),
  )
  .errors({
    BUNDLE_UNKNOWN: {},
    RECIPIENTS_MISSING: { data: type<{ changed: readonly string[] }>() },
    TOO_MANY_RECIPIENTS: { data: type<{ most: number }>() },
  });

/** Verifies a file and shows what is in it; changes nothing. A bundle that fails is a result, not an error. */
export const inspect = oc
  .input(
    z.strictObject({
      ticket: TicketInput,
      fileName: z.string().max(260),
      /** The operator has confirmed that the sender really has a new or restored computer (bundle.md §2.8). */
      confirmInstance: z.boolean().default(false),
      /** For a file that came encrypted: of this office's keys, or the one that was read out for this file. */
      passphrase: PassphraseInput.optional(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<BundlePreview>()))
  .errors({ HANDLE_UNKNOWN: {}, PASSPHRASE_WRONG, FILE_PASSPHRASE_WRONG: {}, KEY_WAIT });

/** Lets go of a preview that is not wanted; one that is unknown or dealt with changes nothing. */
export const dismiss = oc
  .input(z.strictObject({ previewId: z.string().max(64) }))
  .output(type<{ ok: true }>());

/**
 * Takes in a previewed bundle: a submission (signs a receipt, or the return asked for), a reply, a trust list. All or nothing; taking in
 * the same bundle again gives the same receipt and changes nothing.
 */
export const accept = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64),
      passphrase: PassphraseInput.optional(),
      rootFingerprint: z.string().max(128).optional(),
      /** Of a report: what is answered at once. Left out: accepted. */
      verdict: VerdictInput.optional(),
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
    REMARK_PLACE_UNKNOWN,
    NO_KEY,
    PASSPHRASE_WRONG,
    KEY_WAIT,
    DISK_FULL: {},
    WRITE_FAILED: { data: type<{ code: string }>() },
  });

/**
 * Opens a report that was received, is verified and waits, or was sent from here, from its bundle: nothing of it from this office's own tables.
 * BUNDLE_DAMAGED: its file is gone or was changed.
 */
export const open = oc
  .input(z.strictObject({ digest: z.string().length(64), period: PeriodInput.optional() }))
  .output(eventIterator(type<JobProgress>(), type<ReportView>()))
  .errors({ BUNDLE_UNKNOWN: {}, BUNDLE_DAMAGED: {} });

/** Without a period: the one of the year whose last day has passed most recently. */
export const reporting = oc
  .input(z.strictObject({ period: PeriodInput.optional(), year: z.int().min(1990).max(2100).optional() }))
  .output(type<ReportingView>());

export const received = oc.output(type<readonly ReceivedRow[]>());
