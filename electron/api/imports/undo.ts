// Takes one change of an import back, unless somebody has changed the same thing since.
import type { Act } from "../../database/queries/audit.ts";
import { findEmployerByCode, removeEmployer } from "../../database/queries/employers.ts";
import { type CellKey, findEntry, setNote, writeEntry } from "../../database/queries/entries.ts";
import { findUnitByCode, listUnits, removeUnit } from "../../database/queries/units.ts";
import type { EmployerFileRow } from "../../files/register-rows.ts";
import type { Workspace } from "../workspace.ts";
import { employerFields, writeEmployer } from "./employers.ts";
import type { EntryBefore } from "./entries.ts";
import { unitFields, type UnitFields, writeUnit } from "./units.ts";

export interface UndoOutcome {
  /** What stands in the way, in the words of the preview. */
  readonly conflict?: string;
  readonly period?: string;
}

interface StoredChange {
  readonly object: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Call inside a transaction; a conflict makes the caller roll everything back. */
export function undoChange(workspace: Workspace, change: StoredChange, act: Act): UndoOutcome {
  switch (change.object) {
    case "entry":
      return undoEntry(workspace, change, act);
    case "unit":
      return undoUnit(workspace, change, act);
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

function undoUnit(workspace: Workspace, change: StoredChange, act: Act): UndoOutcome {
  const code = JSON.parse(change.key) as string;
  const today = workspace.today();
  const unit =
    findUnitByCode(workspace.db, code, today) ??
    listUnits(workspace.db, "9999-12-31").find((candidate) => candidate.code === code);
  if (!unit || !isSame(unitFields(unit), change.after)) return { conflict: code };
  if (change.before === null) return removeUnit(workspace.db, unit.id) ? {} : { conflict: code };
  writeUnit(workspace, unit, JSON.parse(change.before) as UnitFields, act.at);
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
