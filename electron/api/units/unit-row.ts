// A union as clients see it.
import type { UnitDetail, UnitRow } from "../../../shared/contract/units.ts";
import { periodsOfYear } from "../../../shared/domain/period.ts";
import { listColumn, listYears } from "../../database/queries/entries.ts";
import { periodId } from "../../database/queries/periods.ts";
import { unitHistory } from "../../database/queries/unit-history.ts";
import { type UnitRecord } from "../../database/queries/units.ts";
import type { Workspace } from "../workspace.ts";

export function toUnitRow(unit: UnitRecord, on: string, membersTotal: number | null = null): UnitRow {
  const { id: _id, reorganisedOn: _reorganisedOn, ...row } = unit;
  const isActive = (row.establishedOn ?? "0000") <= on && on <= (row.endedOn ?? "9999");
  return { ...row, isActive, membersTotal };
}

export function detailOf(workspace: Workspace, unit: UnitRecord, on: string): UnitDetail {
  return {
    unit: toUnitRow(unit, on, latestMembers(workspace, on).get(unit.id) ?? null),
    ...unitHistory(workspace.db, unit.id),
  };
}

/** The last membership figure of each union entered up to a day. */
export function latestMembers(workspace: Workspace, on: string): Map<number, number> {
  const members = new Map<number, number>();
  const year = listYears(workspace.db).find((candidate) => candidate <= Number(on.slice(0, 4)));
  if (year === undefined) return members;
  for (const period of periodsOfYear(year)
    .filter((candidate) => candidate.endOn <= on || candidate.rhythm === "month")
    .toSorted((left, right) => left.lastMonth - right.lastMonth)) {
    if (period.startOn > on) continue;
    for (const row of listColumn(workspace.db, periodId(period), workspace.elementId("membersTotal")))
      if (row.value !== null) members.set(row.unit_id, row.value);
  }
  return members;
}
