// Undo and redo of what was written into cells since the program was opened: a set of changes is taken back as a whole.
import type { EntryUndo } from "../../shared/contract/entries.ts";
import { type Period, periodOf } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  findLatestChangeSet,
  listChangeSetPeriods,
  listSetChanges,
  openChangeSet,
  originOf,
  type SetChange,
  setChangeSetState,
  spendUndone,
} from "../database/queries/change-sets.ts";
import { type EntrySource, revisionOf, writeEntry } from "../database/queries/entries.ts";
import { periodId } from "../database/queries/periods.ts";
import { listUnitIds } from "../database/queries/units.ts";
import { lockOf } from "./form-reader.ts";
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
 * A cell changed since by something else keeps its figure and is counted in `kept`.
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
    const locked = periods.find((candidate) => lockOf(workspace, candidate) !== null);
    if (locked) return { outcome: "locked", period: locked.code };
    const made = openChangeSet(
      db,
      set.source,
      periods.map(periodId),
      workspace.act(),
      direction === "undo" ? "undo" : "done",
    );
    setChangeSetState(db, set.id, direction === "undo" ? "undone" : "spent");
    const act = { ...workspace.act(), changeSet: made };
    const uidOf = new Map(listUnitIds(db).map(({ id, uid }) => [id, uid]));
    const cells: Extract<EntryUndo, { outcome: "done" }>["cells"][number][] = [];
    let kept = 0;
    for (const { first: change, last } of cellsOf(listSetChanges(db, set.id))) {
      const isAsLeft = originOf(db, change, revisionOf(db, change)) === originOf(db, change, last.revision);
      if (!isAsLeft) {
        kept += 1;
        continue;
      }
      const revision = writeEntry(
        db,
        change,
        {
          entry: change.before,
          isEstimate: change.beforeIsEstimate,
          asOf: change.beforeAsOf,
          source: "typed",
          restores: originOf(db, change, change.revision - 1),
        },
        act,
      );
      cells.push({
        unit: uidOf.get(change.unitId) ?? "",
        element: workspace.elementCodes.get(change.elementId) ?? "",
        period: periods.find((candidate) => periodId(candidate) === change.periodId)?.code ?? period.code,
        entry: change.before,
        isEstimate: change.beforeIsEstimate,
        revision,
      });
    }
    kept += stepIncidentsBack(workspace, set.id, act);
    appendAudit(db, act, `entry.${direction}`, period.code, { set: set.id, cells: cells.length, kept });
    return { outcome: "done", source: set.source as EntrySource, at: set.at, cells, kept };
  });
}

/** A cell written twice by one act goes back to what stood before the first, if what the last left still stands. */
function cellsOf(changes: readonly SetChange[]): { first: SetChange; last: SetChange }[] {
  const byCell = new Map<string, { first: SetChange; last: SetChange }>();
  for (const change of changes) {
    const key = `${change.periodId} ${change.elementId} ${change.unitId}`;
    byCell.set(key, { first: byCell.get(key)?.first ?? change, last: change });
  }
  return [...byCell.values()];
}
