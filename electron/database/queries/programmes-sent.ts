// Programmes on their way down (bundle.md §2.7).
import type { Database } from "../connection.ts";
import { first, run } from "../rows.ts";

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
