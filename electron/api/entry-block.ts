// Saving a block (paste, fill, a row said to be without occurrence): column-wise as the form itself, in one transaction,
// durable when it answers. A cell costs its two rows and little else.
import { findElement } from "../../shared/catalogue/elements.ts";
import type { FindingView, RefusedCell } from "../../shared/contract/entries.ts";
import { type CellBlock, entryOfBlock } from "../../shared/domain/cell-block.ts";
import type { Period } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { isCellOpen } from "../database/queries/corrections.ts";
import type { CellKey, EntrySource } from "../database/queries/entry-columns.ts";
import { FEW_UNITS } from "../database/queries/entries.ts";
import {
  type KeyedWrite,
  listPresent,
  type PresentCell,
  writeEntries,
} from "../database/queries/entry-writes.ts";
import { periodId } from "../database/queries/periods.ts";
import { listUnits, type UnitRecord } from "../database/queries/units.ts";
import { findTargetUnit, keyOf, lockData } from "./cell-place.ts";
import { type CellRefusal, refusalOf, selfUnit } from "./cell-writer.ts";
import { actOnCells } from "./entry-undo.ts";
import { type Locked, staleCell } from "./entry-save.ts";
import { checkSelf, checkUnitRecords } from "./findings.ts";
import { formOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

type SaveBlockResult =
  | {
      readonly ok: true;
      readonly revisions: readonly (number | null)[];
      readonly refused: readonly RefusedCell[];
      readonly findings: readonly FindingView[];
    }
  | { readonly ok: false; readonly data: Locked };

/** Refused cells are listed and the rest is saved; a locked period refuses all. */
export function saveBlock(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  block: CellBlock,
  source: EntrySource,
): SaveBlockResult {
  return inTransaction(workspace.db, (): SaveBlockResult => {
    const lock = lockData(workspace, period);
    if (lock && !isBlockOpen(workspace, office, period, block)) return { ok: false, data: lock };
    workspace.ensurePeriod(period);
    const written = writeBlock(workspace, office, period, block, source);
    return { ok: true, ...written };
  });
}

/** Whether a return keeps every cell of a block open. */
function isBlockOpen(workspace: Workspace, office: OfficeRecord, period: Period, block: CellBlock): boolean {
  const units = unitsOfBlock(workspace, office, period, block.units);
  return block.states.every((_, cell) => {
    const unit = units[block.unitOf[cell] ?? -1];
    const element = block.elements[block.elementOf[cell] ?? -1] ?? "";
    return (
      unit !== undefined &&
      findElement(element) !== undefined &&
      isCellOpen(workspace.db, keyOf(workspace, unit, element, period))
    );
  });
}

function writeBlock(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  block: CellBlock,
  source: EntrySource,
): Omit<SaveBlockResult & { ok: true }, "ok"> {
  const { db } = workspace;
  const revisions: (number | null)[] = block.states.map(() => null);
  const refused: RefusedCell[] = [];
  const units = unitsOfBlock(workspace, office, period, block.units);
  const writes = block.states.flatMap((_, cell) => {
    const unit = units[block.unitOf[cell] ?? -1];
    const element = block.elements[block.elementOf[cell] ?? -1] ?? "";
    const entry = entryOfBlock(block, cell);
    const code: CellRefusal | "UNIT_UNKNOWN" | null = unit
      ? refusalOf(unit, element, period, entry, unit.uid === office.uid)
      : "UNIT_UNKNOWN";
    if (unit && code === null)
      return [{ cell, unit, element, entry, key: keyOf(workspace, unit, element, period) }];
    refused.push({
      cell,
      code: code ?? "UNIT_UNKNOWN",
      current: null,
      isEstimate: false,
      revision: block.revisions[cell] ?? 0,
    });
    return [];
  });
  // In the order of the table, so that neighbours are written one after another: half the time of a paste in its own order.
  writes.sort((a, b) => a.key.elementId - b.key.elementId || a.key.unitId - b.key.unitId || a.cell - b.cell);
  const present = listPresent(
    db,
    periodId(period),
    writes.map(({ key }) => key),
  );
  const estimated = new Set(block.estimated);
  const taken: KeyedWrite[] = [];
  const touched = new Map<number, UnitRecord>();
  // A cell that comes twice stands beside itself, and is by then as the first of them wrote it.
  let last: { readonly key: CellKey; readonly left: PresentCell } | undefined;
  writes.forEach(({ cell, unit, element, entry, key }, index) => {
    const isAgain = last?.key.elementId === key.elementId && last.key.unitId === key.unitId;
    const before = isAgain ? last?.left : present[index];
    if (!before) throw new RangeError(`writeBlock: ${element} ${index}`);
    if (before.revision !== block.revisions[cell]) {
      refused.push({ cell, code: "STALE_REVISION", ...staleCell(before) });
      return;
    }
    const write = { entry, isEstimate: estimated.has(cell), asOf: null, source };
    const revision = before.revision + 1;
    last = { key, left: { stored: entry === null ? undefined : { ...write, entry }, revision } };
    touched.set(unit.id, unit);
    revisions[cell] = revision;
    taken.push({ key, write, present: before });
  });
  // A block that is wholly refused is no act to be taken back.
  if (taken.length === 0) return { revisions, refused, findings: [] };
  const act = actOnCells(workspace, source, [period]);
  writeEntries(db, taken, act);
  appendAudit(db, act, "entry.saveMany", source, {
    saved: block.states.length - refused.length,
    refused: refused.length,
    periods: [period.code],
  });
  const isSelfTouched = touched.delete(office.unitId);
  const findings = [
    ...checkUnitRecords(workspace, formOf(period), period, [...touched.values()]),
    ...(isSelfTouched ? checkSelf(workspace, office, period).findings : []),
  ];
  return { revisions, refused, findings };
}

/** The block's units as they are at the end of the period, in the block's order; undefined where there is none. */
function unitsOfBlock(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  uids: readonly string[],
): (UnitRecord | undefined)[] {
  if (uids.length <= FEW_UNITS) return uids.map((uid) => findTargetUnit(workspace, office, uid, period));
  const units = new Map(listUnits(workspace.db, period.endOn).map((unit) => [unit.uid, unit]));
  return uids.map((uid) => (uid === office.uid ? selfUnit(office) : units.get(uid)));
}
