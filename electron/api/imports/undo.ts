// Takes a whole import or collection back, or leaves everything as it is and says why.
import type { UndoneBatch } from "../../../shared/contract/imports.ts";
import { findElement } from "../../../shared/catalogue/elements.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findChangeSet, listChangeSetPeriods } from "../../database/queries/change-sets.ts";
import type { CellKey } from "../../database/queries/entry-columns.ts";
import { type BatchRow, findBatch, listBatchChanges, setUndone } from "../../database/queries/imports.ts";
import { periodId } from "../../database/queries/periods.ts";
import { findUnitCode } from "../../database/queries/units.ts";
import { firstClosed } from "../cell-place.ts";
import { changesOfSet, reverseSet } from "../entry-undo.ts";
import { lockOf } from "../form-reader.ts";
import { takeBack, unitsInUse } from "../register-undo.ts";
import type { Workspace } from "../workspace.ts";

type UndoBatchResult =
  | UndoneBatch
  | { readonly code: "BATCH_UNKNOWN" | "ALREADY_UNDONE" }
  | { readonly code: "UNDO_CONFLICT"; readonly changed: readonly string[] }
  | { readonly code: "PERIOD_LOCKED"; readonly periods: readonly string[] };

/** Places named when an undo is refused. */
const MOST_NAMED = 100;

/** Rolls the transaction back and brings its answer out. */
class Refusal extends Error {
  readonly result: UndoBatchResult;

  constructor(result: UndoBatchResult) {
    super("refused");
    this.result = result;
  }
}

export function undoBatch(workspace: Workspace, uid: string): UndoBatchResult {
  const { db } = workspace;
  try {
    return inTransaction(db, () => {
      const batch = findBatch(db, uid);
      if (!batch) throw new Refusal({ code: "BATCH_UNKNOWN" });
      if (batch.undoneAt !== null) throw new Refusal({ code: "ALREADY_UNDONE" });
      const undone =
        batch.kind === "entries" ? undoFigures(workspace, batch) : undoRegister(workspace, batch);
      appendAudit(db, workspace.act(), "import.undo", batch.uid, undone);
      return undone;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.result;
    throw error;
  }
}

function undoRegister(workspace: Workspace, batch: BatchRow): UndoneBatch {
  const { db } = workspace;
  const changes = listBatchChanges(db, batch.id);
  const used = unitsInUse(workspace, changes);
  const changed = changes.flatMap((change) => takeBack(workspace, change, used) ?? []);
  if (changed.length > 0) throw new Refusal({ code: "UNDO_CONFLICT", changed: changed.slice(0, MOST_NAMED) });
  setUndone(db, batch.id, workspace.now());
  // A line of a union keeps its employer too, also when it left it as it was.
  const count = (object: string) =>
    new Set(
      changes
        .filter((change) => change.object === object && change.before !== change.after)
        .map(({ key }) => key),
    ).size;
  return { cells: 0, units: count("unit"), employers: count("employer") };
}

function undoFigures(workspace: Workspace, batch: BatchRow): UndoneBatch {
  const { db } = workspace;
  const set = batch.changeSet === null ? undefined : findChangeSet(db, batch.changeSet);
  if (!set) throw new Refusal({ code: "BATCH_UNKNOWN" });
  const places = changesOfSet(workspace, set.id);
  const { cells, notes } = places;
  const changed = [...cells, ...notes].filter(({ isAsLeft }) => !isAsLeft).map(({ first }) => keyOf(first));
  const periods = listChangeSetPeriods(db, set.id).map(periodOf);
  if (changed.length > 0) {
    const labels = [...new Set(changed)].slice(0, MOST_NAMED).map((key) => labelOf(workspace, key, periods));
    throw new Refusal({ code: "UNDO_CONFLICT", changed: labels });
  }
  const locked = periods.filter((period) => lockOf(workspace, period) !== null).map(({ code }) => code);
  // What went into cells a return keeps open is taken back like anything else.
  const keys = () => [...cells, ...notes].map(({ first }) => first);
  if (firstClosed(workspace, periods, keys)) throw new Refusal({ code: "PERIOD_LOCKED", periods: locked });
  reverseSet(workspace, set, "undo", places);
  const restored = new Set([...cells, ...notes].map(({ first }) => keyOf(first)));
  return { cells: restored.size, units: 0, employers: 0 };
}

function keyOf({ periodId: period, elementId, unitId }: CellKey): string {
  return `${period} ${elementId} ${unitId}`;
}

/** "U1 · Số đoàn viên · 2026-M01". */
function labelOf(workspace: Workspace, key: string, periods: readonly ReturnType<typeof periodOf>[]): string {
  const [period, elementId = 0, unitId = 0] = key.split(" ").map(Number);
  const element = workspace.elementCodes.get(elementId) ?? "";
  return [
    findUnitCode(workspace.db, unitId) ?? "",
    findElement(element)?.label ?? element,
    periods.find((candidate) => periodId(candidate) === period)?.code ?? "",
  ].join(" · ");
}
