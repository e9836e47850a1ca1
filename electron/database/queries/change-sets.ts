// Acts on cells that can be taken back as one step.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";
import { type CellKey, ENTRY_SOURCES, type EntrySource, toEntry } from "./entry-columns.ts";

type ChangeSetState = "done" | "undone" | "undo" | "spent";

export interface ChangeSet {
  readonly id: number;
  readonly source: string;
  readonly at: string;
}

/**
 * Opens a set for an act on some periods; its changes are written with the id. An ordinary act ends what could be done
 * again in those periods.
 */
export function openChangeSet(
  db: Database,
  source: string,
  periodIds: readonly number[],
  act: Act,
  state: "done" | "undo" = "done",
): number {
  const { id } = run(
    db,
    "INSERT INTO change_set (state, source, at, author_id, first_change_id) VALUES (?, ?, ?, ?, (SELECT coalesce(max(id), 0) + 1 FROM entry_change))",
    state,
    source,
    act.at,
    act.personId,
  );
  for (const periodId of periodIds)
    run(db, "INSERT INTO change_set_period (period_id, change_set_id) VALUES (?, ?)", periodId, id);
  return id;
}

export function findChangeSet(db: Database, id: number): ChangeSet | undefined {
  return first(db, "SELECT id, source, at FROM change_set WHERE id = ?", id);
}

export function setChangeSetState(db: Database, id: number, state: ChangeSetState): void {
  run(db, "UPDATE change_set SET state = ? WHERE id = ?", state, id);
}

/** Nothing taken back in these periods can be done again after something else was written. */
export function spendUndone(db: Database, periodIds: readonly number[]): void {
  for (const periodId of periodIds)
    run(
      db,
      "UPDATE change_set SET state = 'spent' WHERE state = 'undo' AND EXISTS (SELECT 1 FROM change_set_period WHERE period_id = ? AND change_set_id = change_set.id)",
      periodId,
    );
}

/** The latest set of a period in a state, among those after `since`. */
export function findLatestChangeSet(
  db: Database,
  periodId: number,
  state: "done" | "undo",
  since: number,
): ChangeSet | undefined {
  // The state stands in the text: only so the index over the few undone sets is used.
  return first(
    db,
    state === "undo"
      ? `SELECT id, source, at FROM change_set s WHERE state = 'undo' AND id > @since
           AND EXISTS (SELECT 1 FROM change_set_period WHERE period_id = @periodId AND change_set_id = s.id) ORDER BY id DESC LIMIT 1`
      : `SELECT s.id, s.source, s.at FROM change_set_period p JOIN change_set s ON s.id = p.change_set_id
           WHERE p.period_id = @periodId AND p.change_set_id > @since AND s.state = 'done' ORDER BY p.change_set_id DESC LIMIT 1`,
    { periodId, since },
  );
}

export function lastChangeSetId(db: Database): number {
  return first<{ id: number | null }>(db, "SELECT max(id) AS id FROM change_set")?.id ?? 0;
}

export function listChangeSetPeriods(db: Database, id: number): string[] {
  return all<{ code: string }>(
    db,
    "SELECT r.code FROM change_set_period p JOIN reporting_period r ON r.id = p.period_id WHERE p.change_set_id = ?",
    id,
  ).map((row) => row.code);
}

export interface SetChange extends CellKey {
  readonly before: EntryValue | null;
  readonly beforeIsEstimate: boolean;
  readonly beforeAsOf: string | null;
  /** How what stood there had come; null where it was not recorded. */
  readonly beforeSource: EntrySource | null;
  /** The revision that first put what stood there, as of {@link originOf}; 0 where nothing ever did. */
  readonly beforeOrigin: number;
  /** The cell's revision after the change; another one now means that it was changed since. */
  readonly revision: number;
}

/** The revision that first put the figure which stands at `revision`: an undo brings an earlier one back. */
export function originOf(db: Database, key: CellKey, revision: number): number {
  return (
    first<{ origin: number | null }>(
      db,
      "SELECT restores_revision AS origin FROM entry_change WHERE period_id = ? AND element_id = ? AND unit_id = ? AND revision = ?",
      key.periodId,
      key.elementId,
      key.unitId,
      revision,
    )?.origin ?? revision
  );
}

/** The changes of a set, in the order they were made. */
export function listSetChanges(db: Database, id: number): SetChange[] {
  type Row = {
    period_id: number;
    element_id: number;
    unit_id: number;
    before_state: number | null;
    before_value: number | null;
    before_is_estimate: number;
    before_as_of_on: string | null;
    before_source: number | null;
    before_origin: number;
    revision: number;
  };
  return all<Row>(
    db,
    `SELECT period_id, element_id, unit_id, before_state, before_value, before_is_estimate, before_as_of_on, before_source, revision,
       coalesce((SELECT restores_revision FROM entry_change b WHERE b.period_id = c.period_id AND b.element_id = c.element_id
         AND b.unit_id = c.unit_id AND b.revision = c.revision - 1), revision - 1) AS before_origin
     FROM entry_change c WHERE change_set_id = @id
       AND id >= (SELECT first_change_id FROM change_set WHERE id = @id)
       AND id < coalesce((SELECT first_change_id FROM change_set WHERE id > @id ORDER BY id LIMIT 1), 9e15) ORDER BY id`,
    { id },
  ).map((row) => ({
    periodId: row.period_id,
    elementId: row.element_id,
    unitId: row.unit_id,
    before: row.before_state === null ? null : toEntry(row.before_state, row.before_value),
    beforeIsEstimate: row.before_is_estimate === 1,
    beforeAsOf: row.before_as_of_on,
    beforeSource: row.before_source === null ? null : (ENTRY_SOURCES[row.before_source] ?? null),
    beforeOrigin: row.before_origin,
    revision: row.revision,
  }));
}

export interface NoteChange extends CellKey {
  readonly before: string | null;
  readonly after: string | null;
}

/** What a set did to notes, in the order it was done. */
export function listNoteChanges(db: Database, id: number): NoteChange[] {
  return all(
    db,
    `SELECT period_id AS periodId, element_id AS elementId, unit_id AS unitId, before, after
     FROM entry_note_change WHERE change_set_id = ? ORDER BY id`,
    id,
  );
}
