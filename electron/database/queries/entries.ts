// Entries as they are: one row a unit, element and period.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { all, first } from "../rows.ts";
import { type CellKey, ENTRY_SOURCES, type EntrySource, toEntry } from "./entry-columns.ts";

export interface StoredEntry {
  readonly entry: EntryValue;
  readonly revision: number;
  readonly isEstimate: boolean;
  readonly asOf: string | null;
  readonly authorId: number | null;
  readonly source: EntrySource;
}

interface EntryColumns {
  state: number;
  value: number | null;
  revision: number;
  is_estimate: number;
  as_of_on: string | null;
  author_id: number | null;
  source: number;
}

export function findEntry(db: Database, key: CellKey): StoredEntry | undefined {
  const row = first<EntryColumns>(
    db,
    "SELECT state, value, revision, is_estimate, as_of_on, author_id, source FROM entry WHERE period_id = ? AND element_id = ? AND unit_id = ?",
    key.periodId,
    key.elementId,
    key.unitId,
  );
  return (
    row && {
      entry: toEntry(row.state, row.value),
      revision: row.revision,
      isEstimate: row.is_estimate === 1,
      asOf: row.as_of_on,
      authorId: row.author_id,
      source: ENTRY_SOURCES[row.source] ?? "typed",
    }
  );
}

/** What a cell holds, and nothing of how it came there: the rules ask for dozens of cells after each save. */
export function findEntryValue(db: Database, key: CellKey): EntryValue | undefined {
  const row = first<{ state: number; value: number | null }>(
    db,
    "SELECT state, value FROM entry WHERE period_id = ? AND element_id = ? AND unit_id = ?",
    key.periodId,
    key.elementId,
    key.unitId,
  );
  return row && toEntry(row.state, row.value);
}

/** What a unit holds of one element in some periods, each sought by its key; in no order. */
export function listEntryValues(
  db: Database,
  periodIds: readonly number[],
  elementId: number,
  unitId: number,
): EntryValue[] {
  return all<{ state: number; value: number | null }>(
    db,
    `SELECT state, entry.value FROM json_each(?) AS period
       CROSS JOIN entry ON period_id = period.value AND element_id = ? AND unit_id = ?`,
    JSON.stringify(periodIds),
    elementId,
    unitId,
  ).map(({ state, value }) => toEntry(state, value));
}

/** Up to so many units are sought one by one; more are read in one run of the table. */
export const FEW_UNITS = 200;

export interface EntryRow {
  readonly unit_id: number;
  readonly state: number;
  readonly value: number | null;
  readonly revision: number;
  readonly is_estimate: number;
}

/** Every entry of one element and period, by unit: one run of the table. */
export function listColumn(db: Database, periodId: number, elementId: number): EntryRow[] {
  return all(
    db,
    "SELECT unit_id, state, value, revision, is_estimate FROM entry WHERE period_id = ? AND element_id = ?",
    periodId,
    elementId,
  );
}

/** The entries of a few units and some elements in one period, each sought by its key. */
export function listCells(
  db: Database,
  periodId: number,
  elementIds: readonly number[],
  unitIds: readonly number[],
): { element_id: number; unit_id: number; state: number; value: number | null }[] {
  return all(
    db,
    `SELECT element_id, unit_id, state, entry.value FROM json_each(@elements) AS element CROSS JOIN json_each(@units) AS unit
       CROSS JOIN entry ON period_id = @periodId AND element_id = element.value AND unit_id = unit.value`,
    { periodId, elements: JSON.stringify(elementIds), units: JSON.stringify(unitIds) },
  );
}

/** All entries of a period, clustered as stored. */
export function* iteratePeriod(
  db: Database,
  periodId: number,
  elementIds: readonly number[] | null = null,
): Generator<{
  elementId: number;
  unitId: number;
  entry: EntryValue;
  isEstimate: boolean;
  asOf: string | null;
}> {
  type Row = {
    element_id: number;
    unit_id: number;
    state: number;
    value: number | null;
    is_estimate: number;
    as_of_on: string | null;
  };
  for (const row of all<Row>(
    db,
    `SELECT element_id, unit_id, state, value, is_estimate, as_of_on FROM entry WHERE period_id = ?
     ${elementIds === null ? "" : "AND element_id IN (SELECT value FROM json_each(?))"} ORDER BY element_id, unit_id`,
    periodId,
    ...(elementIds === null ? [] : [JSON.stringify(elementIds)]),
  )) {
    yield {
      elementId: row.element_id,
      unitId: row.unit_id,
      entry: toEntry(row.state, row.value),
      isEstimate: row.is_estimate === 1,
      asOf: row.as_of_on,
    };
  }
}

/**
 * Entries of a period for each unit, among some elements: who has begun, who is complete.
 * @param flowIds those of them in which something above 0 is an occurrence
 */
export function countByUnit(
  db: Database,
  periodId: number,
  elementIds: readonly number[],
  flowIds: readonly number[],
): Map<number, { readonly cells: number; readonly occurrences: number }> {
  const rows = all<{ unit_id: number; cells: number; occurrences: number }>(
    db,
    `SELECT unit_id, count(*) AS cells, count(*) FILTER (WHERE value > 0 AND element_id IN (SELECT value FROM json_each(@flows))) AS occurrences
     FROM entry WHERE period_id = @periodId AND element_id IN (SELECT value FROM json_each(@elements)) GROUP BY unit_id`,
    { periodId, elements: JSON.stringify(elementIds), flows: JSON.stringify(flowIds) },
  );
  return new Map(rows.map((row) => [row.unit_id, row]));
}

/** Years that have entries, latest first. Skips along the primary key, so it costs a few seeks whatever the size of the file. */
export function listYears(db: Database): number[] {
  return all<{ year: number }>(
    db,
    `WITH RECURSIVE years (year) AS (
       SELECT (SELECT max(period_id) FROM entry) / 100
       UNION ALL SELECT (SELECT max(period_id) FROM entry WHERE period_id < year * 100) / 100 FROM years WHERE year IS NOT NULL)
     SELECT year FROM years WHERE year IS NOT NULL`,
  ).map((row) => row.year);
}

/** Periods that have entries, latest first. */
export function listPeriodsWithEntries(db: Database): string[] {
  return all<{ code: string }>(
    db,
    "SELECT code FROM reporting_period p WHERE EXISTS (SELECT 1 FROM entry WHERE period_id = p.id) ORDER BY end_on DESC, id DESC",
  ).map((row) => row.code);
}

/**
 * How many units but one have any entry in a period.
 * @param most where counting ends: of a period that is filled in, the first figures tell, and the rest is not read
 */
export function countUnitsWithEntries(db: Database, periodId: number, but: number, most: number): number {
  return (
    first<{ units: number }>(
      db,
      "SELECT count(*) AS units FROM (SELECT DISTINCT unit_id FROM entry WHERE period_id = ? AND unit_id <> ? LIMIT ?)",
      periodId,
      but,
      most,
    )?.units ?? 0
  );
}

/** Whether an element has any entry in a period. */
export function hasEntries(db: Database, periodId: number, elementId: number): boolean {
  return (
    first(
      db,
      "SELECT 1 AS found FROM entry WHERE period_id = ? AND element_id = ? LIMIT 1",
      periodId,
      elementId,
    ) !== undefined
  );
}
