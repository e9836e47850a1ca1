// What is said beside figures: notes of cells, and explanations of warnings.
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";
import type { CellKey } from "./entry-columns.ts";

/** Periods in which something is noted beside a cell, latest first. */
export function listPeriodsWithNotes(db: Database): string[] {
  return all<{ code: string }>(
    db,
    "SELECT code FROM reporting_period WHERE id IN (SELECT period_id FROM entry_note) ORDER BY end_on DESC, id DESC",
  ).map((row) => row.code);
}

export function findNote(db: Database, key: CellKey): string | null {
  return (
    first<{ text: string }>(
      db,
      "SELECT text FROM entry_note WHERE period_id = ? AND element_id = ? AND unit_id = ?",
      key.periodId,
      key.elementId,
      key.unitId,
    )?.text ?? null
  );
}

/** Within a change set, what stood there is kept so that the set can be taken back whole. */
export function setNote(db: Database, key: CellKey, text: string | null, act: Act): void {
  if (act.changeSet !== undefined)
    run(
      db,
      "INSERT INTO entry_note_change (change_set_id, period_id, element_id, unit_id, before, after) VALUES (?, ?, ?, ?, ?, ?)",
      act.changeSet,
      key.periodId,
      key.elementId,
      key.unitId,
      findNote(db, key),
      text,
    );
  if (text === null)
    run(
      db,
      "DELETE FROM entry_note WHERE period_id = ? AND element_id = ? AND unit_id = ?",
      key.periodId,
      key.elementId,
      key.unitId,
    );
  else
    run(
      db,
      "INSERT INTO entry_note (period_id, element_id, unit_id, text, author_id, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, author_id = excluded.author_id, at = excluded.at",
      key.periodId,
      key.elementId,
      key.unitId,
      text,
      act.personId,
      act.at,
    );
}

export function listNotes(
  db: Database,
  periodId: number,
): { elementId: number; unitId: number; text: string }[] {
  return all(
    db,
    "SELECT element_id AS elementId, unit_id AS unitId, text FROM entry_note WHERE period_id = ?",
    periodId,
  );
}

/** @param unitIds only those of some units, each sought by its key */
export function listExplanations(
  db: Database,
  form: string,
  periodId: number,
  unitIds?: readonly number[],
): { unitId: number; rule: string; text: string }[] {
  const text = "SELECT unit_id AS unitId, rule, text FROM explanation WHERE form = ? AND period_id = ?";
  return unitIds === undefined
    ? all(db, text, form, periodId)
    : all(
        db,
        `${text} AND unit_id IN (SELECT value FROM json_each(?))`,
        form,
        periodId,
        JSON.stringify(unitIds),
      );
}

export function setExplanation(
  db: Database,
  form: string,
  periodId: number,
  unitId: number,
  rule: string,
  text: string | null,
  act: Act,
): void {
  if (text === null)
    run(
      db,
      "DELETE FROM explanation WHERE form = ? AND period_id = ? AND unit_id = ? AND rule = ?",
      form,
      periodId,
      unitId,
      rule,
    );
  else
    run(
      db,
      "INSERT INTO explanation (form, period_id, unit_id, rule, text, author_id, at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, author_id = excluded.author_id, at = excluded.at",
      form,
      periodId,
      unitId,
      rule,
      text,
      act.personId,
      act.at,
    );
}
