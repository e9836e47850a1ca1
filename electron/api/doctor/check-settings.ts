import { listUnitIds } from "../../database/queries/units.ts";
import { findSetting, listPeople } from "../../database/queries/settings.ts";
import type { Workspace } from "../workspace.ts";

/** Settings that name something which is not there: `setting: what`. */
export function findSettingFaults({ db, office }: Workspace): string[] {
  const faults: string[] = [];
  if (office) {
    const units = new Map(listUnitIds(db).map(({ id, uid }) => [id, uid]));
    if (units.get(office.unitId) !== office.uid) faults.push(`office: ${office.code}`);
    if (office.parent && units.get(office.parent.id) !== office.parent.uid)
      faults.push(`office: ${office.parent.code}`);
  }
  const personId = findSetting<number>(db, "currentPerson");
  if (personId !== undefined && !listPeople(db).some(({ id }) => id === personId))
    faults.push(`currentPerson: ${personId}`);
  const threshold = findSetting<number>(db, "largeWorkforceThreshold");
  if (threshold !== undefined && !(Number.isInteger(threshold) && threshold > 0))
    faults.push(`largeWorkforceThreshold: ${threshold}`);
  return faults;
}
