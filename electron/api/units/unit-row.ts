// A union as clients see it.
import type { UnitDetail, UnitRow } from "../../../shared/contract/units.ts";
import { type LatestValue, listLatestValues } from "../../database/queries/latest-values.ts";
import { unitHistory } from "../../database/queries/unit-history.ts";
import { type UnitRecord } from "../../database/queries/units.ts";
import type { Workspace } from "../workspace.ts";

export function toUnitRow(unit: UnitRecord, on: string, members?: LatestValue): UnitRow {
  const { id: _id, reorganisedOn: _reorganisedOn, ...row } = unit;
  const isActive = (row.establishedOn ?? "0000") <= on && on <= (row.endedOn ?? "9999");
  return { ...row, isActive, membersTotal: members?.value ?? null, membersIn: members?.period ?? null };
}

export function detailOf(workspace: Workspace, unit: UnitRecord, on: string): UnitDetail {
  return {
    unit: toUnitRow(unit, on, latestMembers(workspace, on).get(unit.id)),
    ...unitHistory(workspace.db, unit.id),
  };
}

/** The last membership figure of each union entered up to a day, however long ago; of a month, while it goes on. */
export function latestMembers(workspace: Workspace, on: string): Map<number, LatestValue> {
  return listLatestValues(workspace.db, workspace.elementId("membersTotal"), on);
}
