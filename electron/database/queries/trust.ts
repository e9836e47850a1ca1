// Keys that come and go, and programmes on their way down (bundle.md §2.6–2.7).
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

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

/** A signing or root key that is no longer used here; its public half stays. */
export function retireSigningKey(db: Database, keyid: string, at: string): void {
  run(db, "UPDATE signing_key SET retired_at = ? WHERE keyid = ? AND retired_at IS NULL", at, keyid);
}

/** Takes the secret of a key off this computer; its public half stays. */
export function forgetSigningKey(db: Database, keyid: string, at: string): void {
  run(db, "UPDATE signing_key SET retired_at = ?, key_file = 'null' WHERE keyid = ?", at, keyid);
}

/** Puts a key back that was taken off this computer. */
export function restoreSigningKey(db: Database, keyid: string, keyFile: string): boolean {
  return (
    run(db, "UPDATE signing_key SET retired_at = NULL, key_file = ? WHERE keyid = ?", keyFile, keyid)
      .changes === 1
  );
}

/** The newest version of a programme that was accepted from above; undefined when none was. */
export function findProgrammeFromAbove(db: Database, uid: string): number | undefined {
  return (
    first<{ version: number | null }>(
      db,
      `SELECT max(manifest ->> '$.programme.version') AS version FROM bundle_log
       WHERE kind = 'programme' AND status = 'accepted' AND manifest ->> '$.programme.programme_id' = ?`,
      uid,
    )?.version ?? undefined
  );
}

/** The newest version of a programme that was sent down; 0 when none was. */
export function lastProgrammeSent(db: Database, uid: string): number {
  return (
    first<{ version: number | null }>(
      db,
      "SELECT max(version) AS version FROM programme_sent WHERE uid = ?",
      uid,
    )?.version ?? 0
  );
}

export function insertProgrammeSent(
  db: Database,
  row: { uid: string; version: number; sha256: string; at: string },
): void {
  run(
    db,
    "INSERT INTO programme_sent (uid, version, sha256, at) VALUES (?, ?, ?, ?)",
    row.uid,
    row.version,
    row.sha256,
    row.at,
  );
}

/** `prev` of a bundle that was taken in, for the chain of its stream. */
export function findPrevious(db: Database, sha256: string): string | null {
  return (
    first<{ prev: string | null }>(
      db,
      "SELECT manifest ->> '$.prev' AS prev FROM bundle_log WHERE manifest_sha256 = ?",
      sha256,
    )?.prev ?? null
  );
}
