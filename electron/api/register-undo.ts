// Takes one union or employer back to what it was before an act, unless something else has happened to it since.
import {
  removeEmployer,
  restoreEmployer,
  type EmployerSnapshot,
  labelOfEmployer,
  snapshotEmployer,
} from "../database/queries/employers.ts";
import { listPredecessors } from "../database/queries/unit-history.ts";
import { restoreUnit, snapshotUnit, type UnitSnapshot } from "../database/queries/unit-snapshot.ts";
import { removeUnit } from "../database/queries/unit-writes.ts";
import { findUnitCode, listPeriodsOutsideLife, unitsWithDependents } from "../database/queries/units.ts";
import type { Workspace } from "./workspace.ts";

/** What an act left behind, as stored: JSON of snapshots. */
export interface StoredChange {
  readonly object: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Call inside a transaction; a conflict makes the caller roll everything back.
 * @param used units made by the act that something hangs on by now
 * @returns what stands in the way, in the words of the register; null when it was taken back
 */
export function takeBack(
  workspace: Workspace,
  change: StoredChange,
  used: ReadonlySet<number>,
): string | null {
  const conflict = conflictOf(workspace, change, used);
  if (conflict !== null) return conflict;
  const { db } = workspace;
  const id = JSON.parse(change.key) as number;
  if (change.object === "unit") {
    if (change.before === null) removeUnit(db, id);
    else restoreUnit(db, id, JSON.parse(change.before) as UnitSnapshot);
  } else if (change.before === null) removeEmployer(db, id);
  else restoreEmployer(db, id, JSON.parse(change.before) as EmployerSnapshot);
  return null;
}

/** What stands in the way of taking a change back; reads only. */
export function conflictOf(
  workspace: Workspace,
  change: StoredChange,
  used: ReadonlySet<number>,
): string | null {
  if (change.object === "unit") return unitConflict(workspace, change, used);
  if (change.object === "employer") return employerConflict(workspace, change);
  throw new RangeError(`conflictOf: ${change.object}`);
}

function unitConflict({ db }: Workspace, change: StoredChange, used: ReadonlySet<number>): string | null {
  const id = JSON.parse(change.key) as number;
  const code = findUnitCode(db, id);
  if (code === undefined || !isSameSnapshot(snapshotUnit(db, id), change.after)) return code ?? String(id);
  if (change.before === null) return used.has(id) || listPredecessors(db, id).length > 0 ? code : null;
  const { unit: before } = JSON.parse(change.before) as UnitSnapshot;
  const { unit: after } = JSON.parse(change.after ?? "") as UnitSnapshot;
  if (before.established_on === after.established_on && before.ended_on === after.ended_on) return null;
  // A life that was longer may have got figures in the meantime (rule V17).
  const outside = listPeriodsOutsideLife(db, id, {
    establishedOn: before.established_on,
    endedOn: before.ended_on,
  });
  return outside.length === 0 ? null : `${code} · ${outside.join(", ")}`;
}

function employerConflict({ db }: Workspace, change: StoredChange): string | null {
  const id = JSON.parse(change.key) as number | string;
  // Imports of an earlier version named the employer by its code and kept less than is put back here.
  if (typeof id === "string") return id;
  const label = labelOfEmployer(db, id);
  const isAsLeft = label !== undefined && isSameSnapshot(snapshotEmployer(db, id), change.after);
  return isAsLeft ? null : (label ?? String(id));
}

/** Units that an act made and that something else hangs on by now (figures, notes, an employer): they stay. */
export function unitsInUse(workspace: Workspace, changes: readonly StoredChange[]): ReadonlySet<number> {
  const units = changes.filter(({ object }) => object === "unit");
  const idOf = ({ key }: StoredChange) => JSON.parse(key) as number;
  const made = units.filter(({ before }) => before === null).map(idOf);
  return made.length === 0 ? new Set() : unitsWithDependents(workspace.db, made, units.map(idOf));
}

/** Whether nothing happened since; columns that a later version added are null in what it made of the old rows. */
function isSameSnapshot(now: unknown, stored: string | null): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) => (part === null ? undefined : part));
  return stored !== null && plain(now) === plain(JSON.parse(stored));
}
