// The trust lists an office has held; the last is in force.
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

interface TrustRow {
  readonly version: number;
  readonly sha256: string;
  readonly bundle: Uint8Array;
  readonly isOwn: number;
}

export function findTrust(db: Database): TrustRow | undefined {
  return first(
    db,
    "SELECT version, sha256, bundle, is_own AS isOwn FROM trust_list ORDER BY version DESC LIMIT 1",
  );
}

export function listTrust(db: Database): TrustRow[] {
  return all(db, "SELECT version, sha256, bundle, is_own AS isOwn FROM trust_list ORDER BY version");
}

/** Every version held, newest first, without the lists themselves. */
export function listTrustDates(db: Database): { version: number; at: string; digest: string }[] {
  return all(db, "SELECT version, at, sha256 AS digest FROM trust_list ORDER BY version DESC");
}

export function insertTrust(db: Database, row: TrustRow, at: string): void {
  run(
    db,
    "INSERT INTO trust_list (version, sha256, bundle, is_own, at) VALUES (?, ?, ?, ?, ?)",
    row.version,
    row.sha256,
    row.bundle,
    row.isOwn,
    at,
  );
}
