import { eventIterator, oc, type } from "@orpc/contract";
import { z } from "zod";
import type { BackupFaultCode } from "../domain/backup-fault.ts";
import type { Rhythm } from "../domain/period.ts";
import type { OfficeStatus } from "./office.ts";
import { type DownloadOffer, type JobProgress, LineInput, PassphraseInput, TicketInput } from "./schemas.ts";

/** Rows by table, for people to recognise a backup by. */
export interface BackupCounts {
  readonly units: number;
  readonly entries: number;
  readonly submissions: number;
  readonly received: number;
}

export interface BackupRow {
  /** Names the file to {@link download} and {@link verify}. */
  readonly id: string;
  /** `made` by a person, `beforeUpgrade` by the program, `replaced` when another file was restored over it. */
  readonly kind: "made" | "beforeUpgrade" | "replaced";
  readonly fileName: string;
  /** UTC instant. */
  readonly at: string;
  /** Bytes. */
  readonly size: number;
  readonly isEncrypted: boolean;
  readonly counts: BackupCounts | null;
  /** When a copy of it was saved outside the folder of the office; null = not yet. */
  readonly savedAt: string | null;
  /** Whether the file still lies in the folder of the office: only the last few do. */
  readonly isHere: boolean;
}

/** A report the level above has taken in, made after the backup that was restored: this file knows nothing of it. */
interface ForgottenReport {
  readonly form: Rhythm;
  readonly period: string;
  readonly digest: string;
  /** It came back to be corrected, and the correction is made here. */
  readonly isReturned: boolean;
}

/** What a restore leaves to be settled (bundle.md §2.8). */
export interface RestoredState {
  readonly at: string;
  /** The last act that was in the backup. */
  readonly backupAt: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly previousInstanceId: string;
  /** The newest receipt is to be taken in before anything new is signed. */
  readonly isReceiptAwaited: boolean;
  readonly settledBy: "receipt" | "none" | null;
  readonly forgotten: readonly ForgottenReport[];
  /** Bundles the level above has seen of the earlier instance and this file has not. */
  readonly forgottenBundles: number;
}

export interface BackupOverview {
  /** The latest first. */
  readonly backups: readonly BackupRow[];
  /** When a backup last left the machine. */
  readonly lastSavedAt: string | null;
  /** Acts recorded since; all of them when none was ever saved. */
  readonly actsSince: number;
  readonly isDue: boolean;
  readonly remindAfterDays: number;
  readonly restored: RestoredState | null;
}

export interface BackupReport {
  /** For {@link restore}, and to {@link verify} again with a passphrase; the file is read only once. */
  readonly previewId: string;
  readonly ok: boolean;
  readonly fault: { readonly code: BackupFaultCode; readonly detail: string } | null;
  readonly fileName: string;
  readonly size: number;
  /** SHA-256 of the file. */
  readonly sha256: string | null;
  readonly isEncrypted: boolean;
  /** Null for a bare database, which carries no list of its own. */
  readonly madeAt: string | null;
  readonly programVersion: string | null;
  readonly office: { readonly code: string; readonly name: string } | null;
  readonly lastActAt: string | null;
  readonly counts: BackupCounts | null;
  /** Received bundles in it. */
  readonly archived: number;
  /** The office it would replace; null in an empty folder. */
  readonly present: {
    readonly code: string;
    readonly name: string;
    readonly lastActAt: string;
    /** Acts done here after the backup; null when the two do not come from one book. */
    readonly actsLost: number | null;
  } | null;
}

const BACKUP_REFUSED = { data: type<{ code: BackupFaultCode; detail: string }>() };
const WRITE_FAILED = { data: type<{ code: string }>() };

/** Backups made and kept, and what a restore left to be settled; changes nothing. */
export const overview = oc.output(type<BackupOverview>());

/**
 * Makes a backup of the office as it is now while the program goes on, checks it, keeps it in the folder of the office and
 * offers it for saving elsewhere. Every call makes another one; called off, it leaves none.
 */
export const create = oc
  .input(
    z.strictObject({
      /** Null leaves the file readable to whoever finds it. */
      passphrase: PassphraseInput.nullable(),
    }),
  )
  .output(
    eventIterator(
      type<JobProgress>(),
      type<{
        backup: BackupRow;
        sha256: string;
        offer: DownloadOffer;
        /** Received bundles that are no longer whole in the archive, and so not in the backup. */
        archiveFaults: number;
      }>(),
    ),
  )
  .errors({
    BACKUP_PASSPHRASE_WEAK: { data: type<{ reason: string }>() },
    BACKUP_REFUSED,
    DISK_FULL: {},
    WRITE_FAILED,
  });

/** Offers a kept backup once more; the same bytes every time. */
export const download = oc
  .input(z.strictObject({ id: LineInput }))
  .output(type<DownloadOffer>())
  .errors({ BACKUP_UNKNOWN: {} });

/** Takes a kept file off this machine for good. A repeat is refused: it is no longer there. */
export const remove = oc
  .input(z.strictObject({ id: LineInput }))
  .output(type<BackupOverview>())
  .errors({ BACKUP_UNKNOWN: {} });

/** What was read for looking at is no longer needed: takes away what was unpacked of it. A repeat changes nothing. */
export const dismiss = oc
  .input(z.strictObject({ previewId: z.string().max(64) }))
  .output(type<{ dismissed: boolean }>());

/**
 * Reads a backup whole and compares everything in it; changes nothing. One that fails is a result, not an error. A
 * file that needs a passphrase is asked for again by its `previewId`.
 */
export const verify = oc
  .input(
    z.strictObject({
      source: z.discriminatedUnion("from", [
        z.strictObject({ from: z.literal("file"), ticket: TicketInput, fileName: z.string().max(260) }),
        z.strictObject({ from: z.literal("kept"), id: LineInput }),
        z.strictObject({ from: z.literal("again"), previewId: z.string().max(64) }),
      ]),
      passphrase: PassphraseInput.nullable().default(null),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<BackupReport>()))
  .errors({ HANDLE_UNKNOWN: {}, BACKUP_UNKNOWN: {}, PREVIEW_UNKNOWN: {}, DISK_FULL: {}, WRITE_FAILED });

/**
 * Puts a verified backup in the place of the office. What stood there is kept aside. The office counts its bundles anew
 * under a new instance (bundle.md §2.8). A second call with the same preview is refused.
 */
export const restore = oc
  .input(
    z.strictObject({
      previewId: z.string().max(64),
      /** The code of the office that will be replaced, typed by a person; null in an empty folder. */
      confirmation: z.string().max(200).nullable(),
    }),
  )
  .output(eventIterator(type<JobProgress>(), type<OfficeStatus>()))
  .errors({
    PREVIEW_UNKNOWN: {},
    CONFIRMATION_NEEDED: { data: type<{ code: string }>() },
    DISK_FULL: {},
    WRITE_FAILED,
  });

/** The operator says that no receipt has ever come, or that the newest is lost. A repeat changes nothing. */
export const declareNoReceipt = oc.output(type<BackupOverview>()).errors({ NOT_RESTORED: {} });
