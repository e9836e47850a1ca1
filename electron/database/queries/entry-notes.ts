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

/** What an explanation is given for: a rule over some lines of a unit. */
export interface ExplanationKey {
  readonly form: string;
  readonly periodId: number;
  readonly unitId: number;
  readonly rule: string;
  readonly elements: readonly string[];
}

interface ExplanationRow {
  readonly unitId: number;
  readonly rule: string;
  /** Codes with a comma between; "" = every finding of the rule, as explanations were given once. */
  readonly elements: string;
  readonly text: string;
}

/** The explanation of a finding, by the id of its unit, its rule and its lines. */
export type ExplanationOf = (unitId: number, rule: string, elements: readonly string[]) => string | null;

/** @param unitIds only those of some units, each sought by its key */
export function readExplanations(
  db: Database,
  form: string,
  periodId: number,
  unitIds?: readonly number[],
): ExplanationOf {
  const text =
    "SELECT unit_id AS unitId, rule, elements, text FROM explanation WHERE form = ? AND period_id = ?";
  const rows =
    unitIds === undefined
      ? all<ExplanationRow>(db, text, form, periodId)
      : all<ExplanationRow>(
          db,
          `${text} AND unit_id IN (SELECT value FROM json_each(?))`,
          form,
          periodId,
          JSON.stringify(unitIds),
        );
  const texts = new Map(rows.map((row) => [`${row.unitId} ${row.rule} ${row.elements}`, row.text]));
  return (unitId, rule, elements) =>
    texts.get(`${unitId} ${rule} ${elements.join()}`) ?? texts.get(`${unitId} ${rule} `) ?? null;
}

/** Taking one away takes away what was once given for every finding of its rule too. */
export function setExplanation(
  db: Database,
  { form, periodId, unitId, rule, elements }: ExplanationKey,
  text: string | null,
  act: Act,
): void {
  if (text === null)
    run(
      db,
      "DELETE FROM explanation WHERE form = ? AND period_id = ? AND unit_id = ? AND rule = ? AND elements IN (?, '')",
      form,
      periodId,
      unitId,
      rule,
      elements.join(),
    );
  else
    run(
      db,
      "INSERT INTO explanation (form, period_id, unit_id, rule, elements, text, author_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, author_id = excluded.author_id, at = excluded.at",
      form,
      periodId,
      unitId,
      rule,
      elements.join(),
      text,
      act.personId,
      act.at,
    );
}
