import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

/** A backup that was made of this office. */
export interface BackupRecord {
  readonly id: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly isEncrypted: 0 | 1;
  /** The last act that is in it. */
  readonly auditSeq: number;
  readonly counts: string;
  readonly madeAt: string;
  /** When it was written outside the folder of the office; null = never. */
  readonly savedAt: string | null;
}

const SELECT = `SELECT id, file_name AS fileName, sha256, size_bytes AS sizeBytes, is_encrypted AS isEncrypted,
  audit_seq AS auditSeq, counts, made_at AS madeAt, saved_at AS savedAt FROM backup`;

/** The latest first. By order made, not by date: a clock may be wrong (security.md F7). */
export function listBackups(db: Database, limit: number): BackupRecord[] {
  return all(db, `${SELECT} ORDER BY id DESC LIMIT ?`, limit);
}

export function findBackup(db: Database, id: number): BackupRecord | undefined {
  return first(db, `${SELECT} WHERE id = ?`, id);
}

/** The latest that left the machine. */
export function findLastSavedBackup(db: Database): BackupRecord | undefined {
  return first(db, `${SELECT} WHERE saved_at IS NOT NULL ORDER BY id DESC LIMIT 1`);
}

export function insertBackup(db: Database, row: Omit<BackupRecord, "id" | "savedAt">): number {
  return run(
    db,
    "INSERT INTO backup (file_name, sha256, size_bytes, is_encrypted, audit_seq, counts, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    row.fileName,
    row.sha256,
    row.sizeBytes,
    row.isEncrypted,
    row.auditSeq,
    row.counts,
    row.madeAt,
  ).id;
}

export function setBackupSaved(db: Database, id: number, at: string): void {
  run(db, "UPDATE backup SET saved_at = coalesce(saved_at, ?) WHERE id = ?", at, id);
}
