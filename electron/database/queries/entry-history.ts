// What happened to cells: their revisions, their changes, who wrote last.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { all, first } from "../rows.ts";
import { type CellKey, toEntry } from "./entry-columns.ts";

/** The revision a cell has now; a cleared cell keeps counting from its last change, so that an old revision never fits again. */
export function revisionOf(db: Database, key: CellKey): number {
  const stored = first<{ revision: number }>(
    db,
    "SELECT revision FROM entry WHERE period_id = ? AND element_id = ? AND unit_id = ?",
    key.periodId,
    key.elementId,
    key.unitId,
  );
  if (stored) return stored.revision;
  return (
    first<{ revision: number | null }>(
      db,
      "SELECT max(revision) AS revision FROM entry_change WHERE period_id = ? AND element_id = ? AND unit_id = ?",
      key.periodId,
      key.elementId,
      key.unitId,
    )?.revision ?? 0
  );
}

/** Revisions of cells that were written once, by unit: what a cell that was cleared goes on counting from. */
export function listRevisions(
  db: Database,
  periodId: number,
  elementId: number,
): { unit_id: number; revision: number }[] {
  return all(
    db,
    "SELECT unit_id, max(revision) AS revision FROM entry_change WHERE period_id = ? AND element_id = ? GROUP BY unit_id",
    periodId,
    elementId,
  );
}

export function listChanges(
  db: Database,
  key: CellKey,
  limit: number,
): {
  at: string;
  author: string | null;
  before: EntryValue | null;
  after: EntryValue | null;
  wasEstimate: boolean;
  isEstimate: boolean;
}[] {
  type Row = {
    at: string;
    author: string | null;
    was_estimate: number;
    is_estimate: number;
    before_state: number | null;
    before_value: number | null;
    after_state: number | null;
    after_value: number | null;
  };
  return all<Row>(
    db,
    // Whether a change left an estimate is what the next one found, or what stands there now.
    `SELECT c.at, p.name AS author, before_state, before_value, after_state, after_value, before_is_estimate AS was_estimate,
       coalesce(lead(before_is_estimate) OVER (ORDER BY c.id), e.is_estimate, 0) AS is_estimate
     FROM entry_change c LEFT JOIN person p ON p.id = c.author_id LEFT JOIN entry e USING (period_id, element_id, unit_id)
     WHERE period_id = ? AND element_id = ? AND unit_id = ? ORDER BY c.id DESC LIMIT ?`,
    key.periodId,
    key.elementId,
    key.unitId,
    limit,
  ).map((row) => ({
    at: row.at,
    author: row.author,
    before: row.before_state === null ? null : toEntry(row.before_state, row.before_value),
    after: row.after_state === null ? null : toEntry(row.after_state, row.after_value),
    wasEstimate: row.was_estimate === 1,
    isEstimate: row.is_estimate === 1,
  }));
}

/** Who wrote last in a period, by name. */
export function lastAuthor(db: Database, periodId: number): { id: number; name: string } | undefined {
  return first(
    db,
    "SELECT p.id, p.name FROM entry_change c JOIN person p ON p.id = c.author_id WHERE c.period_id = ? ORDER BY c.id DESC LIMIT 1",
    periodId,
  );
}
