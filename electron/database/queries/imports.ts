import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";

export interface BatchRow {
  readonly id: number;
  readonly uid: string;
  readonly kind: "units" | "employers" | "entries";
  readonly fileName: string;
  readonly at: string;
  readonly author: string | null;
  readonly applied: number;
  readonly undoneAt: string | null;
  /** Imports of figures: the set of changes they are. */
  readonly changeSet: number | null;
}

/** Figures whose set of changes is not known (imports of an early version) can no longer be taken back. */
export function canUndoBatch({ kind, undoneAt, changeSet }: BatchRow): boolean {
  return undoneAt === null && (kind !== "entries" || changeSet !== null);
}

const SELECT = `SELECT b.id, b.uid, b.kind, b.file_name AS fileName, b.at, p.name AS author, b.applied, b.undone_at AS undoneAt, b.change_set_id AS changeSet
  FROM import_batch b LEFT JOIN person p ON p.id = b.author_id`;

export function listBatches(db: Database): BatchRow[] {
  return all(db, `${SELECT} ORDER BY b.id DESC LIMIT 200`);
}

export function findBatch(db: Database, uid: string): BatchRow | undefined {
  return first(db, `${SELECT} WHERE b.uid = ?`, uid);
}

export function insertBatch(
  db: Database,
  batch: { uid: string; kind: string; fileName: string; fileSha256: string; applied: number },
  act: Act,
): number {
  return run(
    db,
    "INSERT INTO import_batch (uid, kind, file_name, file_sha256, at, author_id, applied, change_set_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    batch.uid,
    batch.kind,
    batch.fileName,
    batch.fileSha256,
    act.at,
    act.personId,
    batch.applied,
    act.changeSet ?? null,
  ).id;
}

/** What a union or employer was and became, so that the import can be taken back as one step. */
export interface BatchChange {
  readonly object: string;
  readonly key: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

export function insertBatchChange(
  db: Database,
  batchId: number,
  position: number,
  change: BatchChange,
): void {
  run(
    db,
    "INSERT INTO import_batch_row (batch_id, position, object, key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
    batchId,
    position,
    change.object,
    JSON.stringify(change.key),
    change.before === null ? null : JSON.stringify(change.before),
    change.after === null ? null : JSON.stringify(change.after),
  );
}

export function listBatchChanges(
  db: Database,
  batchId: number,
): { object: string; key: string; before: string | null; after: string | null }[] {
  return all(
    db,
    "SELECT object, key, before, after FROM import_batch_row WHERE batch_id = ? ORDER BY position DESC",
    batchId,
  );
}

export function setUndone(db: Database, batchId: number, at: string): void {
  run(db, "UPDATE import_batch SET undone_at = ? WHERE id = ?", at, batchId);
}

/** A set was taken back, or done again, by another set: the import that it was goes with it. */
export function moveBatchToSet(db: Database, from: number, to: number, undoneAt: string | null): void {
  run(
    db,
    "UPDATE import_batch SET change_set_id = ?, undone_at = ? WHERE change_set_id = ?",
    to,
    undoneAt,
    from,
  );
}

/** Batches that were collected from the grassroots: their files stand first among their rows. */
export function listAnswerBatches(db: Database): {
  uid: string;
  at: string;
  author: string | null;
  title: string;
  applied: number;
  files: string[];
  undoneAt: string | null;
  canUndo: boolean;
}[] {
  const batches = all<BatchRow>(
    db,
    `${SELECT} WHERE b.kind = 'entries' AND EXISTS (SELECT 1 FROM import_batch_row r WHERE r.batch_id = b.id AND r.position = 0 AND r.object = 'answerFile')
     ORDER BY b.id DESC LIMIT 50`,
  );
  return batches.map((batch) => {
    const { id, uid, at, author, fileName, applied, undoneAt } = batch;
    return {
      uid,
      at,
      author,
      title: fileName,
      applied,
      undoneAt,
      canUndo: canUndoBatch(batch),
      files: all<{ file: string }>(
        db,
        "SELECT key ->> 'file' AS file FROM import_batch_row WHERE batch_id = ? AND object = 'answerFile' ORDER BY position",
        id,
      ).map((row) => row.file),
    };
  });
}
