// Takes one change of an import back, unless somebody has changed the same thing since.
import type { Act } from "../../database/queries/audit.ts";
import { findEmployerByCode, removeEmployer } from "../../database/queries/employers.ts";
import { type CellKey, findEntry, setNote, writeEntry } from "../../database/queries/entries.ts";
import { restoreUnit, snapshotUnit, type UnitSnapshot } from "../../database/queries/unit-snapshot.ts";
import { listUnitIds, listUnits, removeUnit, unitsWithEntries } from "../../database/queries/units.ts";
import type { EmployerFileRow } from "../../files/register-rows.ts";
import type { Workspace } from "../workspace.ts";
import { employerFields, writeEmployer } from "./employers.ts";
import type { EntryBefore } from "./entries.ts";

export interface UndoOutcome {
  /** What stands in the way, in the words of the preview. */
  readonly conflict?: string;
  readonly period?: string;
}

export interface StoredChange {
  readonly object: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Call inside a transaction; a conflict makes the caller roll everything back. @param used units made by the import that have figures by now */
export function undoChange(
  workspace: Workspace,
  change: StoredChange,
  act: Act,
  used: ReadonlySet<number>,
): UndoOutcome {
  switch (change.object) {
    case "entry":
      return undoEntry(workspace, change, act);
    case "unit":
      return undoUnit(workspace, change, used);
    case "employer":
      return undoEmployer(workspace, change, act);
    default:
      throw new RangeError(`undoChange: ${change.object}`);
  }
}

function undoEntry(workspace: Workspace, change: StoredChange, act: Act): UndoOutcome {
  const { period, label, ...key } = JSON.parse(change.key) as CellKey & { period: string; label: string };
  const now = findEntry(workspace.db, key)?.entry ?? null;
  if (!isSame(now, change.after)) return { conflict: label };
  if (change.before === null) throw new RangeError(`undoEntry: ${change.key}`);
  const { entry, isEstimate, asOf, note } = JSON.parse(change.before) as EntryBefore;
  writeEntry(workspace.db, key, { entry, isEstimate, asOf, source: "imported" }, act);
  if (note !== undefined) setNote(workspace.db, key, note, act);
  return { period };
}

function undoUnit(workspace: Workspace, change: StoredChange, used: ReadonlySet<number>): UndoOutcome {
  const { db } = workspace;
  const id = JSON.parse(change.key) as number;
  const code = listUnitIds(db).find((unit) => unit.id === id)?.code ?? String(id);
  if (!isSame(snapshotUnit(db, id), change.after)) return { conflict: code };
  if (change.before !== null) restoreUnit(db, id, JSON.parse(change.before) as UnitSnapshot);
  else if (used.has(id)) return { conflict: code };
  else removeUnit(db, id);
  return {};
}

function undoEmployer(workspace: Workspace, change: StoredChange, act: Act): UndoOutcome {
  const code = JSON.parse(change.key) as string;
  const { db } = workspace;
  const employer = findEmployerByCode(db, code, workspace.today());
  if (!employer) return { conflict: code };
  const unitCode =
    employer.unitUid === null
      ? null
      : (listUnits(db, workspace.today()).find((unit) => unit.uid === employer.unitUid)?.code ?? null);
  if (!isSame(employerFields({ ...employer, unitCode }), change.after)) return { conflict: code };
  if (change.before === null) removeEmployer(db, employer.id);
  else
    writeEmployer(
      workspace,
      { ...(JSON.parse(change.before) as Omit<EmployerFileRow, "code">), code },
      act.at,
    );
  return {};
}

/** Compares with what the import left, as JSON of the same shape. */
function isSame(now: unknown, after: string | null): boolean {
  return (now === null ? null : JSON.stringify(now)) === after;
}

/** Units that an import made and that have figures by now: they stay. */
export function unitsInUse(workspace: Workspace, changes: readonly StoredChange[]): ReadonlySet<number> {
  const made = changes
    .filter(({ object, before }) => object === "unit" && before === null)
    .map(({ key }) => JSON.parse(key) as number);
  return made.length === 0 ? new Set() : unitsWithEntries(workspace.db, made);
}
