// Entries: one row a unit, element and period. A cell is saved in one transaction with its change and its audit row.
// Over 300 lines because it is every statement on the three tables of a cell: its figure, its changes, its note.
import { ENTRY_STATES, type EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";

export interface CellKey {
  readonly periodId: number;
  readonly elementId: number;
  readonly unitId: number;
}

export interface StoredEntry {
  readonly entry: EntryValue;
  readonly revision: number;
  readonly isEstimate: boolean;
  readonly asOf: string | null;
  readonly authorId: number | null;
  readonly source: EntrySource;
}

export const ENTRY_SOURCES = ["typed", "pasted", "imported", "bundle"] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

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

export interface CellWrite {
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly asOf: string | null;
  readonly source: EntrySource;
  /** The revision whose figure stands again, when this takes a change back. */
  readonly restores?: number;
  /** The figure itself stays: only what is said of it is new, and who wrote it remains its author. */
  readonly keepsAuthor?: boolean;
}

/** A cell as it stands before a write. */
export interface PresentCell {
  readonly stored: Pick<StoredEntry, "entry" | "isEstimate" | "asOf" | "source"> | undefined;
  /** As of {@link revisionOf}. */
  readonly revision: number;
}

export function findPresent(db: Database, key: CellKey): PresentCell {
  const stored = findEntry(db, key);
  return { stored, revision: stored?.revision ?? revisionOf(db, key) };
}

/** The same for many cells of one period, one run an element. Index = place in `keys`. */
export function listPresent(
  db: Database,
  periodId: number,
  keys: readonly { readonly elementId: number; readonly unitId: number }[],
): PresentCell[] {
  type Row = [
    place: number,
    state: number | null,
    value: number | null,
    isEstimate: number,
    asOf: string | null,
    source: number,
    revision: number | null,
  ];
  const found: PresentCell[] = keys.map(() => NEVER_WRITTEN);
  for (const [elementId, places] of Map.groupBy(keys.keys(), (place) => keys[place]?.elementId ?? 0)) {
    const rows = db
      .statement(
        `SELECT unit.key, e.state, e.value, e.is_estimate, e.as_of_on, e.source, coalesce(e.revision, (SELECT max(revision) FROM entry_change c
           WHERE c.period_id = @periodId AND c.element_id = @elementId AND c.unit_id = unit.value))
         FROM json_each(@units) AS unit LEFT JOIN entry e ON e.period_id = @periodId AND e.element_id = @elementId AND e.unit_id = unit.value`,
      )
      .raw()
      .all({
        periodId,
        elementId,
        units: JSON.stringify(places.map((place) => keys[place]?.unitId)),
      }) as Row[];
    for (const [index, state, value, isEstimate, asOf, source, revision] of rows) {
      const entry = state === null ? undefined : toEntry(state, value);
      found[places[index] ?? -1] = {
        stored: entry && {
          entry,
          isEstimate: isEstimate === 1,
          asOf,
          source: ENTRY_SOURCES[source] ?? "typed",
        },
        revision: revision ?? 0,
      };
    }
  }
  return found;
}

const NEVER_WRITTEN: PresentCell = { stored: undefined, revision: 0 };

const ENTRY_COLUMNS =
  "period_id, element_id, unit_id, state, value, revision, is_estimate, as_of_on, author_id, source";
const CHANGE_COLUMNS =
  "period_id, element_id, unit_id, before_state, before_value, before_is_estimate, before_as_of_on, before_source, after_state, after_value, revision, at, author_id, change_set_id, restores_revision";

/** Rows of one statement when many are written: a third cheaper than row by row; more of them gain nothing. */
const ROWS = 50;

/** An insert of one row, and of {@link ROWS}: whole texts, made once, by which their statements are found again. */
function inserts(table: string, columns: string, onConflict = ""): readonly [one: string, many: string] {
  const row = `(${columns.replaceAll(/\w+/g, "?")})`;
  const begin = `INSERT INTO ${table} (${columns}) VALUES`;
  return [`${begin} ${row} ${onConflict}`, `${begin} ${Array(ROWS).fill(row).join(", ")} ${onConflict}`];
}

const entryInserts = (author: string) =>
  inserts(
    "entry",
    ENTRY_COLUMNS,
    `ON CONFLICT (period_id, element_id, unit_id) DO UPDATE SET state = excluded.state, value = excluded.value, revision = excluded.revision,
       is_estimate = excluded.is_estimate, as_of_on = excluded.as_of_on, source = excluded.source, author_id = ${author}`,
  );
const INSERT_ENTRY = entryInserts("excluded.author_id");
const INSERT_ENTRY_OF_AUTHOR = entryInserts("author_id");
const INSERT_CHANGE = inserts("entry_change", CHANGE_COLUMNS);

type Column = string | number | null;

function insertRows(db: Database, [one, many]: readonly [string, string], rows: readonly Column[][]): void {
  const whole = rows.length - (rows.length % ROWS);
  for (let from = 0; from < whole; from += ROWS) db.statement(many).run(rows.slice(from, from + ROWS).flat());
  for (const row of rows.slice(whole)) db.statement(one).run(row);
}

export interface KeyedWrite {
  readonly key: CellKey;
  readonly write: CellWrite;
  /** As read in the same transaction. */
  readonly present: PresentCell;
}

/** Writes one cell and its change; call inside a transaction. @param present as read in the same transaction @returns the new revision */
export function writeEntry(
  db: Database,
  key: CellKey,
  write: CellWrite,
  act: Act,
  present: PresentCell = findPresent(db, key),
): number {
  writeEntries(db, [{ key, write, present }], act);
  return present.revision + 1;
}

/** The same of many cells, one after another. The new revision of each is the one after its present. */
export function writeEntries(db: Database, writes: readonly KeyedWrite[], act: Act): void {
  // Neighbours that are written alike go in together; a cell that comes twice ends as it was written last.
  let rows: Column[][] = [];
  let text = INSERT_ENTRY;
  const flush = () => {
    insertRows(db, text, rows);
    rows = [];
  };
  for (const { key, write, present } of writes) {
    if (write.entry === null) {
      flush();
      deleteEntry(db, key);
      continue;
    }
    const wanted = keepsAuthor(write, present.stored) ? INSERT_ENTRY_OF_AUTHOR : INSERT_ENTRY;
    if (wanted !== text) flush();
    text = wanted;
    rows.push(entryRow(key, write, write.entry, present.revision + 1, act));
  }
  flush();
  insertRows(
    db,
    INSERT_CHANGE,
    writes.map((write) => changeRow(write, act)),
  );
}

function deleteEntry(db: Database, { periodId, elementId, unitId }: CellKey): void {
  run(
    db,
    "DELETE FROM entry WHERE period_id = ? AND element_id = ? AND unit_id = ?",
    periodId,
    elementId,
    unitId,
  );
}

/** In the order of {@link ENTRY_COLUMNS}. */
function entryRow(
  { periodId, elementId, unitId }: CellKey,
  { isEstimate, asOf, source }: CellWrite,
  entry: EntryValue,
  revision: number,
  { personId }: Act,
): Column[] {
  return [
    periodId,
    elementId,
    unitId,
    stateOf(entry),
    valueOf(entry),
    revision,
    isEstimate ? 1 : 0,
    asOf,
    personId,
    ENTRY_SOURCES.indexOf(source),
  ];
}

/** In the order of {@link CHANGE_COLUMNS}. */
function changeRow({ key, write, present: { stored, revision } }: KeyedWrite, act: Act): Column[] {
  const before = stored?.entry ?? null;
  return [
    key.periodId,
    key.elementId,
    key.unitId,
    before && stateOf(before),
    before && valueOf(before),
    stored?.isEstimate ? 1 : 0,
    stored?.asOf ?? null,
    stored ? ENTRY_SOURCES.indexOf(stored.source) : null,
    write.entry && stateOf(write.entry),
    write.entry && valueOf(write.entry),
    revision + 1,
    act.at,
    act.personId,
    act.changeSet ?? null,
    write.restores ?? null,
  ];
}

/** An undo that only takes a mark back leaves the figure, and so its author, as well. */
function keepsAuthor(write: CellWrite, stored: PresentCell["stored"]): boolean {
  if (write.entry === null || stored === undefined) return false;
  const isSame =
    stateOf(write.entry) === stateOf(stored.entry) &&
    valueOf(write.entry) === valueOf(stored.entry) &&
    write.source === stored.source &&
    write.asOf === stored.asOf;
  return isSame && (write.keepsAuthor === true || write.restores !== undefined);
}

/** Many first entries of an empty office (demo, tests): no change rows, since nothing was there. */
export function insertEntries(db: Database, rows: Iterable<CellKey & { entry: EntryValue }>): number {
  const insert = db.statement(
    "INSERT INTO entry (period_id, element_id, unit_id, state, value, source) VALUES (?, ?, ?, ?, ?, 2)",
  );
  let count = 0;
  for (const row of rows) {
    insert.run(row.periodId, row.elementId, row.unitId, stateOf(row.entry), valueOf(row.entry));
    count += 1;
  }
  return count;
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

/** Periods in which something is noted beside a cell, latest first. */
export function listPeriodsWithNotes(db: Database): string[] {
  return all<{ code: string }>(
    db,
    "SELECT code FROM reporting_period WHERE id IN (SELECT period_id FROM entry_note) ORDER BY end_on DESC, id DESC",
  ).map((row) => row.code);
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

export function stateOf(entry: EntryValue): number {
  return ENTRY_STATES.indexOf(entry.state);
}

export function valueOf(entry: EntryValue): number | null {
  return entry.state === "value" ? entry.value : null;
}

export function toEntry(state: number, value: number | null): EntryValue {
  if (value !== null) return { state: "value", value };
  return state === 1
    ? { state: "noOccurrence" }
    : state === 2
      ? { state: "notApplicable" }
      : { state: "notCollected" };
}
