// Undo and redo of what was written into cells since the program was opened: a set of changes is taken back as a whole.
import type { EntryUndo } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { type Period, periodOf } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  type ChangeSet,
  findLatestChangeSet,
  listChangeSetPeriods,
  listNoteChanges,
  listSetChanges,
  type NoteChange,
  openChangeSet,
  originOf,
  type SetChange,
  setChangeSetState,
  spendUndone,
} from "../database/queries/change-sets.ts";
import type { CellKey, EntrySource } from "../database/queries/entry-columns.ts";
import { findNote, setNote } from "../database/queries/entry-notes.ts";
import {
  type KeyedWrite,
  listPresent,
  type PresentCell,
  writeEntries,
} from "../database/queries/entry-writes.ts";
import { moveBatchToSet } from "../database/queries/imports.ts";
import { periodId } from "../database/queries/periods.ts";
import { listUnitIds } from "../database/queries/units.ts";
import { firstClosed } from "./cell-place.ts";
import { type SetAct, stepIncidentsBack } from "./incident-undo.ts";
import type { Workspace } from "./workspace.ts";

/** Who changes cells of some periods, as one step that can be taken back. Call inside the transaction of the change. */
export function actOnCells(workspace: Workspace, source: EntrySource, periods: readonly Period[]): SetAct {
  const act = workspace.act();
  const ids = periods.map(periodId);
  spendUndone(workspace.db, ids);
  return { ...act, changeSet: openChangeSet(workspace.db, source, ids, act) };
}

/**
 * Takes back the latest set of a period, or does the one taken back last again.
 * A cell or note changed since by something else keeps what it has and is counted in `kept`.
 */
export function stepBack(workspace: Workspace, period: Period, direction: "undo" | "redo"): EntryUndo {
  const { db } = workspace;
  return inTransaction(db, (): EntryUndo => {
    const set = findLatestChangeSet(
      db,
      periodId(period),
      direction === "undo" ? "done" : "undo",
      workspace.lastChangeSetBefore,
    );
    if (!set) return { outcome: "nothing" };
    const periods = listChangeSetPeriods(db, set.id).map(periodOf);
    const locked = firstClosed(workspace, periods, () => listSetChanges(db, set.id));
    // What was written into cells a return keeps open is taken back like anything else.
    if (locked) return { outcome: "locked", period: locked.code };
    const { cells, kept } = reverseSet(workspace, set, direction);
    const uidOf = new Map(listUnitIds(db).map(({ id, uid }) => [id, uid]));
    const codeOf = new Map(periods.map((candidate) => [periodId(candidate), candidate.code]));
    appendAudit(db, workspace.act(), `entry.${direction}`, period.code, {
      set: set.id,
      cells: cells.length,
      kept,
    });
    return {
      outcome: "done",
      source: set.source as EntrySource,
      at: set.at,
      cells: cells.map(({ key, entry, isEstimate, revision }) => ({
        unit: uidOf.get(key.unitId) ?? "",
        element: workspace.elementCodes.get(key.elementId) ?? "",
        period: codeOf.get(key.periodId) ?? period.code,
        entry,
        isEstimate,
        revision,
      })),
      kept,
    };
  });
}

interface ReversedCell {
  readonly key: CellKey;
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly revision: number;
}

/**
 * Puts back what a set changed, as a set of its own; an import that it was is undone, or done again, with it. What was
 * changed since by something else stays and is counted. Call inside a transaction, with no period locked.
 * @param changed as read in the same transaction
 */
export function reverseSet(
  workspace: Workspace,
  set: ChangeSet,
  direction: "undo" | "redo",
  changed: SetPlaces = changesOfSet(workspace, set.id),
): { cells: readonly ReversedCell[]; notes: number; kept: number } {
  const { db } = workspace;
  const by = workspace.act();
  const periodIds = listChangeSetPeriods(db, set.id).map((code) => periodId(periodOf(code)));
  const made = openChangeSet(db, set.source, periodIds, by, direction === "undo" ? "undo" : "done");
  setChangeSetState(db, set.id, direction === "undo" ? "undone" : "spent");
  moveBatchToSet(db, set.id, made, direction === "undo" ? by.at : null);
  const act = { ...by, changeSet: made };
  const writes = changed.cells
    .filter(({ isAsLeft }) => isAsLeft)
    .map(({ first: change, present }): KeyedWrite => {
      const {
        before: entry,
        beforeIsEstimate: isEstimate,
        beforeAsOf: asOf,
        beforeOrigin: restores,
      } = change;
      const source = change.beforeSource ?? "typed";
      return { key: change, write: { entry, isEstimate, asOf, source, restores }, present };
    });
  writeEntries(db, writes, act);
  const cells = writes.map(
    ({ key, write: { entry, isEstimate }, present }): ReversedCell => ({
      key,
      entry,
      isEstimate,
      revision: present.revision + 1,
    }),
  );
  const notes = changed.notes.filter(({ isAsLeft }) => isAsLeft);
  for (const { first: change } of notes) setNote(db, change, change.before, act);
  const kept =
    changed.cells.length -
    cells.length +
    (changed.notes.length - notes.length) +
    stepIncidentsBack(workspace, set.id, act);
  return { cells, notes: notes.length, kept };
}

interface Reversible<C> {
  /** What the set did first to a place; `before` goes back. */
  readonly first: C;
  /** Nothing else has changed it since. */
  readonly isAsLeft: boolean;
}

interface ReversibleCell extends Reversible<SetChange> {
  readonly present: PresentCell;
}

interface SetPlaces {
  readonly cells: readonly ReversibleCell[];
  readonly notes: readonly Reversible<NoteChange>[];
}

/** Every place a set changed, once. */
export function changesOfSet({ db }: Workspace, set: number): SetPlaces {
  // All cells of a period at once: an undo of 50,000 cells asks as few questions as a paste of them.
  const byPeriod = Map.groupBy(onceEach(listSetChanges(db, set)), ({ first }) => first.periodId);
  return {
    cells: [...byPeriod].flatMap(([period, changes]) => {
      const present = listPresent(
        db,
        period,
        changes.map(({ first }) => first),
      );
      return changes.flatMap(({ first, last }, index): ReversibleCell[] => {
        const now = present[index];
        if (!now) throw new RangeError(`changesOfSet: ${index}`);
        const isAsLeft =
          now.revision === last.revision ||
          originOf(db, first, now.revision) === originOf(db, first, last.revision);
        return [{ first, isAsLeft, present: now }];
      });
    }),
    notes: onceEach(listNoteChanges(db, set)).map(({ first, last }) => ({
      first,
      isAsLeft: findNote(db, first) === last.after,
    })),
  };
}

/** A place written twice by one act goes back to what stood before the first, if what the last left still stands. */
function onceEach<C extends CellKey>(changes: readonly C[]): { first: C; last: C }[] {
  const byCell = new Map<string, { first: C; last: C }>();
  for (const change of changes) {
    const key = `${change.periodId} ${change.elementId} ${change.unitId}`;
    byCell.set(key, { first: byCell.get(key)?.first ?? change, last: change });
  }
  return [...byCell.values()];
}
