/** Why a backup cannot be trusted or used, the first that is met. */
export const BACKUP_FAULTS = [
  /** Neither a backup nor an office file. */
  "NOT_A_BACKUP",
  /** Shorter or longer than it says. */
  "BACKUP_CUT",
  /** Its bytes are not those that were written. */
  "BACKUP_DAMAGED",
  /** A passphrase is needed to open it. */
  "BACKUP_ENCRYPTED",
  /** The passphrase does not open it. */
  "BACKUP_PASSPHRASE",
  /** A newer program made it. */
  "BACKUP_NEWER",
  /** A database that is not built as ours are. */
  "BACKUP_FOREIGN",
  /** SQLite finds its pages or references wrong. */
  "BACKUP_INTEGRITY",
  /** The audit chain is broken, or does not end where the backup says. */
  "BACKUP_AUDIT",
  /** Not as many unions, figures or reports as the backup says. */
  "BACKUP_COUNTS",
  /** No office was ever set up in it. */
  "BACKUP_EMPTY",
] as const;
export type BackupFaultCode = (typeof BACKUP_FAULTS)[number];

/** A backup that is refused; `detail` is for the telephone. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  readonly detail: string;

  constructor(code: BackupFaultCode, detail = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "BackupFault";
    this.code = code;
    this.detail = detail;
  }
}
