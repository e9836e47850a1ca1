import { findUnitByUid, listUnits } from "../../database/queries/units.ts";
import { api, requireOffice } from "../implementation.ts";
import { detailOf, latestMembers, toUnitRow } from "./unit-row.ts";

export const list = api.units.list.handler(({ input, context: { workspace } }) => {
  requireOffice(workspace);
  const asOf = input.asOf ?? workspace.today();
  const members = latestMembers(workspace, asOf);
  const units = listUnits(workspace.db, asOf).map((unit) => toUnitRow(unit, asOf, members.get(unit.id)));
  return { asOf, units: input.includeEnded ? units : units.filter((unit) => unit.isActive) };
});

export const get = api.units.get.handler(({ input, context: { workspace }, errors }) => {
  const on = input.asOf ?? workspace.today();
  const unit = findUnitByUid(workspace.db, input.uid, on);
  if (!unit) throw errors.UNIT_UNKNOWN();
  return detailOf(workspace, unit, on);
});
