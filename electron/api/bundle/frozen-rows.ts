// The register and the figures of a report, as they are now.
import type { Period } from "../../../shared/domain/period.ts";
import { atOnce, type PartDone, ROWS_A_PART } from "../../../shared/domain/parts.ts";
import { iteratePeriod } from "../../database/queries/entries.ts";
import { periodId } from "../../database/queries/periods.ts";
import { listUnitIds, listUnits, type UnitRecord } from "../../database/queries/units.ts";
import type { Workspace } from "../workspace.ts";
import { frozenParts } from "./frozen-parts.ts";
import type { EntryRow, UnitRow } from "./rows.ts";

/** The register of a report. */
export function frozenUnits(workspace: Workspace, period: Period): UnitRow[] {
  return listUnits(workspace.db, period.endOn).map(toUnitRow);
}

function toUnitRow(unit: UnitRecord): UnitRow {
  return {
    uid: unit.uid,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    employer_type: unit.employerType,
    sector: unit.sector,
    workforce: unit.workforce,
    self_financing: unit.selfFinancing,
    tax_code: unit.taxCode,
    established_on: unit.establishedOn,
    ended_on: unit.endedOn,
    reorganised_on: unit.reorganisedOn,
  };
}

/** Everything the figures of the report come from. */
export function frozenEntries(workspace: Workspace, period: Period): EntryRow[] {
  return atOnce(frozenEntriesByParts(workspace, period));
}

/** {@link frozenEntries}, a few elements of a period at a time. */
export function* frozenEntriesByParts(workspace: Workspace, period: Period): Generator<PartDone, EntryRow[]> {
  const units = listUnitIds(workspace.db);
  const uidOf = new Map(units.map((unit) => [unit.id, unit.uid]));
  // As many elements as make up a part when every unit has answered them.
  const few = Math.max(1, Math.floor(ROWS_A_PART / Math.max(1, units.length)));
  const rows: EntryRow[] = [];
  const parts = frozenParts(workspace, period);
  for (const [index, { period: part, elements }] of parts.entries()) {
    const ids = [...(elements ?? workspace.elementIds.keys())]
      .map((element) => workspace.elementId(element))
      .toSorted((left, right) => left - right);
    for (let start = 0; start < ids.length; start += few) {
      rows.push(...cellsOf(workspace, part, ids.slice(start, start + few), uidOf));
      yield { step: "freezing", done: index, total: parts.length };
    }
  }
  return rows;
}

function cellsOf(
  workspace: Workspace,
  part: Period,
  elementIds: readonly number[],
  uidOf: ReadonlyMap<number, string>,
): EntryRow[] {
  const rows: EntryRow[] = [];
  for (const { elementId, unitId, entry, isEstimate, asOf } of iteratePeriod(
    workspace.db,
    periodId(part),
    elementIds,
  )) {
    const element = workspace.elementCodes.get(elementId);
    const unit = uidOf.get(unitId);
    if (element === undefined || unit === undefined) continue;
    rows.push({
      unit,
      element,
      period: part.code,
      state: entry.state,
      value: entry.state === "value" ? entry.value : null,
      is_estimate: isEstimate,
      as_of: asOf,
    });
  }
  return rows;
}
