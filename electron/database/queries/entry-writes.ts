// Writing cells: a figure goes in with its change, in one transaction with its audit row.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { run } from "../rows.ts";
import type { Act } from "./audit.ts";
import { findEntry, type StoredEntry } from "./entries.ts";
import { type CellKey, ENTRY_SOURCES, type EntrySource, stateOf, toEntry, valueOf } from "./entry-columns.ts";
import { revisionOf } from "./entry-history.ts";

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
