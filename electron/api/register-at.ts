// The register as it is on a day, read once for all the days between which nothing in it changes.
import { listRegisterDays, listUnits, type UnitRecord } from "../database/queries/units.ts";
import { remembering } from "./remember.ts";
import type { Workspace } from "./workspace.ts";

const daysOfChange = remembering(
  () => "",
  ({ db }) => listRegisterDays(db),
  1,
);

const unitsSince = remembering(
  (day: string) => day,
  ({ db }, day) => listUnits(db, day),
  4,
);

/** Before the first day everything stands as it does on that day. */
const FIRST_DAY = "0000-01-01";

/**
 * Grassroots unions as they are on a day, by code, whether or not they exist on it.
 * @param alive only those that exist on some day from `from` to `to`
 */
export function registerOn(
  workspace: Workspace,
  on: string,
  alive?: { readonly from: string; readonly to: string },
): readonly UnitRecord[] {
  const units = unitsSince(workspace, daysOfChange(workspace).findLast((day) => day <= on) ?? FIRST_DAY);
  if (!alive) return units;
  return units.filter(
    ({ establishedOn, endedOn }) =>
      (establishedOn ?? "0000") <= alive.to && (endedOn ?? "9999") >= alive.from,
  );
}
