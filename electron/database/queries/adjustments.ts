// Rows of its own that a province adds to the figures it received (domain.md §d.4 rule 4, V23).
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

export interface AdjustmentRecord {
  readonly uid: string;
  readonly period: string;
  readonly elementId: number;
  /** Added to the sum; negative takes away. */
  readonly amount: number;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

const SELECT = "SELECT uid, period, element_id AS elementId, amount, reason, author, at FROM adjustment";

/** Those that hold, of every period. */
export function listAdjustments(db: Database): AdjustmentRecord[] {
  return all(db, `${SELECT} WHERE withdrawn_at IS NULL ORDER BY period, element_id, at, uid`);
}

/** One that holds. */
export function findAdjustment(db: Database, uid: string): AdjustmentRecord | undefined {
  return first(db, `${SELECT} WHERE uid = ? AND withdrawn_at IS NULL`, uid);
}

export function insertAdjustment(db: Database, row: AdjustmentRecord): void {
  run(
    db,
    "INSERT INTO adjustment (uid, period, element_id, amount, reason, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    row.uid,
    row.period,
    row.elementId,
    row.amount,
    row.reason,
    row.author,
    row.at,
  );
}

export function withdrawAdjustment(db: Database, uid: string, at: string): void {
  run(db, "UPDATE adjustment SET withdrawn_at = ? WHERE uid = ? AND withdrawn_at IS NULL", at, uid);
}
