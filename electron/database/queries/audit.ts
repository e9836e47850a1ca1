import { AUDIT_START, type AuditRecord, auditHash } from "../audit-encoding.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

/** Who does something, and when. */
export interface Act {
  readonly at: string;
  readonly actor: string;
  readonly personId: number | null;
  /** The set that changed cells belong to, so that they can be taken back together. */
  readonly changeSet?: number;
}

/** Appends a row; call inside the transaction of the change it records. */
export function appendAudit(db: Database, act: Act, action: string, object: string, detail: unknown): void {
  const head = auditHead(db);
  const record: AuditRecord = {
    seq: (head?.seq ?? 0) + 1,
    at: act.at,
    actor: act.actor,
    action,
    object,
    detail: JSON.stringify(detail),
  };
  const previous = head?.hash ?? AUDIT_START;
  run(
    db,
    "INSERT INTO audit (seq, at, actor, action, object, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    record.seq,
    record.at,
    record.actor,
    record.action,
    record.object,
    record.detail,
    previous,
    auditHash(previous, record),
  );
}

export function auditHead(db: Database): { seq: number; hash: string } | undefined {
  return first(db, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
}

/** The hash of one row. */
export function findAuditHash(db: Database, seq: number): string | undefined {
  return first<{ hash: string }>(db, "SELECT hash FROM audit WHERE seq = ?", seq)?.hash;
}

/** Acts after one row that changed the book itself: keeping a copy of it, or taking one back, does not. */
export function countActsAfter(db: Database, seq: number): number {
  return (
    first<{ acts: number }>(
      db,
      "SELECT count(*) AS acts FROM audit WHERE seq > ? AND action NOT IN ('backup.create', 'backup.save', 'office.restore')",
      seq,
    )?.acts ?? 0
  );
}

/** When a row was written; undefined when there is none. */
export function findAuditInstant(db: Database, seq: number): string | undefined {
  return first<{ at: string }>(db, "SELECT at FROM audit WHERE seq = ?", seq)?.at;
}

/** Whether an act was ever done on an object here. */
export function hasAct(db: Database, action: string, object: string): boolean {
  return (
    first(db, "SELECT 1 FROM audit WHERE action = ? AND object = ? LIMIT 1", action, object) !== undefined
  );
}

/** Follows the chain. @param tail only the last so many rows @returns the first row that does not fit, or null */
export function findBrokenAudit(db: Database, tail?: number): number | null {
  type Row = AuditRecord & { previous_hash: string; hash: string };
  const from = tail === undefined ? 0 : (auditHead(db)?.seq ?? 0) - tail;
  let previous: string | undefined = from <= 0 ? AUDIT_START : undefined;
  let expected = Math.max(from, 0) + 1;
  for (const row of db
    .statement(
      "SELECT seq, at, actor, action, object, detail, previous_hash, hash FROM audit WHERE seq > ? ORDER BY seq",
    )
    .iterate(Math.max(from, 0)) as IterableIterator<Row>) {
    const follows = previous === undefined || row.previous_hash === previous;
    if (row.seq !== expected || !follows || auditHash(row.previous_hash, row) !== row.hash) return row.seq;
    previous = row.hash;
    expected += 1;
  }
  return null;
}

export function listAudit(db: Database, limit: number): (AuditRecord & { hash: string })[] {
  return all(
    db,
    "SELECT seq, at, actor, action, object, detail, hash FROM audit ORDER BY seq DESC LIMIT ?",
    limit,
  );
}
