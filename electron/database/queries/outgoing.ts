// What was signed here: every bundle, with the bytes that leave.
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

export interface OutgoingRow {
  readonly sha256: string;
  readonly kind: string;
  readonly bundleId: string;
  /** The computer, or the restored copy, that made it (bundle.md §2.8). */
  readonly instanceId: string;
  readonly stream: string;
  readonly seq: number;
  readonly fileName: string;
  readonly bundle: Uint8Array;
  readonly createdAt: string;
}

const SELECT_OUTGOING =
  "SELECT sha256, kind, bundle_id AS bundleId, instance_id AS instanceId, stream, seq, file_name AS fileName, bundle, created_at AS createdAt FROM outgoing";

/** The last bundle of a stream of one instance: its number and digest go into the next one. */
export function lastOutgoing(
  db: Database,
  instanceId: string,
  stream: string,
): { seq: number; sha256: string } | undefined {
  return first(
    db,
    "SELECT seq, sha256 FROM outgoing WHERE instance_id = ? AND stream = ? ORDER BY seq DESC LIMIT 1",
    instanceId,
    stream,
  );
}

export function findOutgoing(db: Database, sha256: string): OutgoingRow | undefined {
  return first(db, `${SELECT_OUTGOING} WHERE sha256 = ?`, sha256);
}

/** Whether it was signed here; without reading the file. */
export function hasOutgoing(db: Database, sha256: string): boolean {
  return first(db, "SELECT 1 AS found FROM outgoing WHERE sha256 = ?", sha256) !== undefined;
}

/** Everything that was signed here, oldest first; without the files, which may be large. */
export function listOutgoing(db: Database): Omit<OutgoingRow, "bundle">[] {
  return all(
    db,
    "SELECT sha256, kind, bundle_id AS bundleId, instance_id AS instanceId, stream, seq, file_name AS fileName, created_at AS createdAt FROM outgoing ORDER BY id",
  );
}

export function insertOutgoing(db: Database, row: OutgoingRow): void {
  run(
    db,
    "INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    row.sha256,
    row.kind,
    row.bundleId,
    row.instanceId,
    row.stream,
    row.seq,
    row.fileName,
    row.bundle,
    row.createdAt,
  );
}
