// This office's own keys, encrypted as they lie in the file.
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

export interface KeyRow {
  readonly keyid: string;
  readonly purpose: "sign" | "root";
  readonly spki: Uint8Array;
  /** The encrypted key file of bundle.md §2.6, JSON. */
  readonly keyFile: string;
  readonly createdAt: string;
}

export function listKeys(db: Database): KeyRow[] {
  return all(
    db,
    "SELECT keyid, purpose, spki, key_file AS keyFile, created_at AS createdAt FROM signing_key WHERE retired_at IS NULL ORDER BY rowid",
  );
}

/** Public halves of every key this office ever had, retired ones too: they signed what still lies here. */
export function listPublicKeys(db: Database): { keyid: string; spki: Uint8Array }[] {
  return all(db, "SELECT keyid, spki FROM signing_key ORDER BY created_at, keyid");
}

export function insertKey(db: Database, key: KeyRow): void {
  run(
    db,
    "INSERT INTO signing_key (keyid, purpose, spki, key_file, created_at) VALUES (?, ?, ?, ?, ?)",
    key.keyid,
    key.purpose,
    key.spki,
    key.keyFile,
    key.createdAt,
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
