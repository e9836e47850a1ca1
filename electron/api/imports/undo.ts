// Takes one change of an import back, unless somebody has changed the same thing since.
import { periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { type Act, appendAudit } from "../../database/queries/audit.ts";
import { findEmployerByCode, removeEmployer } from "../../database/queries/employers.ts";
import { type CellKey, findEntry, setNote, writeEntry } from "../../database/queries/entries.ts";
import { findBatch, listBatchChanges, setUndone } from "../../database/queries/imports.ts";
import { restoreUnit, snapshotUnit, type UnitSnapshot } from "../../database/queries/unit-snapshot.ts";
import { listUnitIds, listUnits, removeUnit, unitsWithEntries } from "../../database/queries/units.ts";
import type { EmployerFileRow } from "../../files/register-rows.ts";
import { undoAnswer } from "../collect/undo-answer.ts";
import { lockOf } from "../form-reader.ts";
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

export type UndoBatchResult =
  | { readonly restored: number }
  | { readonly code: "BATCH_UNKNOWN" | "ALREADY_UNDONE" }
  | { readonly code: "UNDO_CONFLICT"; readonly changed: readonly string[] }
  | { readonly code: "PERIOD_LOCKED"; readonly periods: readonly string[] };

/** Rolls the transaction back and brings its answer out. */
class Refusal extends Error {
  readonly result: UndoBatchResult;

  constructor(result: UndoBatchResult) {
    super("refused");
    this.result = result;
  }
}

/** Takes a whole import back, or leaves everything as it is and says why. */
export function undoBatch(workspace: Workspace, uid: string): UndoBatchResult {
  const { db } = workspace;
  try {
    return inTransaction(db, () => {
      const batch = findBatch(db, uid);
      if (!batch) throw new Refusal({ code: "BATCH_UNKNOWN" });
      if (batch.undoneAt !== null) throw new Refusal({ code: "ALREADY_UNDONE" });
      const changes = listBatchChanges(db, batch.id);
      const act = workspace.act();
      const used = unitsInUse(workspace, changes);
      const outcomes = changes.map((change) => undoChange(workspace, change, act, used));
      const changed = outcomes.flatMap(({ conflict }) => conflict ?? []);
      if (changed.length > 0) throw new Refusal({ code: "UNDO_CONFLICT", changed: changed.slice(0, 100) });
      const periods = [...new Set(outcomes.flatMap(({ period }) => period ?? []))].filter(
        (code) => lockOf(workspace, periodOf(code)) !== null,
      );
      if (periods.length > 0) throw new Refusal({ code: "PERIOD_LOCKED", periods });
      setUndone(db, batch.id, act.at);
      const restored = changes.filter(({ object }) => object !== "answerFile").length;
      appendAudit(db, act, "import.undo", batch.uid, { restored });
      return { restored };
    });
  } catch (error) {
    if (error instanceof Refusal) return error.result;
    throw error;
  }
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
    case "answer":
      return undoAnswer(workspace, change, act);
    // What the answers of a collection came in; nothing of it was written anywhere else.
    case "answerFile":
      return {};
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
