// "Ước thực hiện": figures already stored are marked as estimates to the end of the period, or as final ones, wherever
// they came from; value, source, day and author stay.
import type { BlockAnswer, RefusedCell } from "../../shared/contract/entries.ts";
import type { CellBlock } from "../../shared/domain/cell-block.ts";
import type { Period } from "../../shared/domain/period.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { findPresent, writeEntry } from "../database/queries/entry-writes.ts";
import { keyOf, lockData, findTargetUnit } from "./cell-place.ts";
import { type Locked, staleCell } from "./entry-save.ts";
import { actOnCells } from "./entry-undo.ts";
import { checkSelf, checkUnits } from "./findings.ts";
import { formOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

type MarkResult = ({ readonly ok: true } & BlockAnswer) | { readonly ok: false; readonly data: Locked };

/** A cell that holds no figure any more, or another than the block knew, is refused as stale. */
export function markEstimated(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  block: CellBlock,
): MarkResult {
  const { db } = workspace;
  return inTransaction(db, (): MarkResult => {
    const lock = lockData(workspace, period);
    if (lock) return { ok: false, data: lock };
    workspace.ensurePeriod(period);
    const units = block.units.map((uid) => findTargetUnit(workspace, office, uid, period));
    const estimated = new Set(block.estimated);
    const revisions: (number | null)[] = block.unitOf.map(() => null);
    const refused: RefusedCell[] = [];
    const touched = new Set<string>();
    let act: ReturnType<typeof actOnCells> | undefined;
    for (const cell of block.unitOf.keys()) {
      const expected = block.revisions[cell] ?? 0;
      const unit = units[block.unitOf[cell] ?? -1];
      const element = block.elements[block.elementOf[cell] ?? -1] ?? "";
      if (!unit || !workspace.elementIds.has(element)) {
        const code = unit ? "ELEMENT_UNKNOWN" : "UNIT_UNKNOWN";
        refused.push({ cell, code, current: null, isEstimate: false, revision: expected });
        continue;
      }
      const key = keyOf(workspace, unit, element, period);
      const present = findPresent(db, key);
      const { stored, revision } = present;
      if (stored?.entry.state !== "value" || revision !== expected) {
        refused.push({ cell, code: "STALE_REVISION", ...staleCell(present) });
        continue;
      }
      act ??= actOnCells(workspace, "typed", [period]);
      const write = { ...stored, isEstimate: estimated.has(cell), keepsAuthor: true };
      revisions[cell] = writeEntry(db, key, write, act, present);
      touched.add(block.units[block.unitOf[cell] ?? -1] ?? "");
    }
    if (!act) return { ok: true, revisions, refused, findings: [] };
    appendAudit(db, act, "entry.markEstimated", period.code, {
      marked: revisions.filter((revision, cell) => revision !== null && estimated.has(cell)).length,
      unmarked: revisions.filter((revision, cell) => revision !== null && !estimated.has(cell)).length,
      refused: refused.length,
    });
    const isSelfTouched = touched.delete(office.uid);
    const findings = [
      ...checkUnits(workspace, formOf(period), period, [...touched]),
      ...(isSelfTouched ? checkSelf(workspace, office, period).findings : []),
    ];
    return { ok: true, revisions, refused, findings };
  });
}
