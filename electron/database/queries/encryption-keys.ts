// Keys that files are encrypted to.
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

export interface EncryptionKeyRow {
  readonly keyid: string;
  /** `age1…`, public. */
  readonly recipient: string;
  /** The encrypted key file of bundle.md §2.6, JSON. */
  readonly keyFile: string;
  readonly createdAt: string;
  readonly retiredAt: string | null;
}

/** Retired ones too: they open what was sent to them. Oldest first. */
export function listEncryptionKeys(db: Database): EncryptionKeyRow[] {
  return all(
    db,
    "SELECT keyid, recipient, key_file AS keyFile, created_at AS createdAt, retired_at AS retiredAt FROM encryption_key ORDER BY rowid",
  );
}

export function insertEncryptionKey(db: Database, row: Omit<EncryptionKeyRow, "retiredAt">): void {
  run(
    db,
    "INSERT INTO encryption_key (keyid, recipient, key_file, created_at) VALUES (?, ?, ?, ?)",
    row.keyid,
    row.recipient,
    row.keyFile,
    row.createdAt,
  );
}
