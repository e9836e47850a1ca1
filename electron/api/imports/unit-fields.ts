// What a register file says of a union, and what a union would be after a line.
import type { UnitRecord } from "../../database/queries/units.ts";
import type { UnitFileRow } from "../../files/register-rows.ts";

/** What a unit would be after a line; what the line leaves empty stays. */
export function mergedFields(present: UnitRecord, row: UnitFileRow): UnitFields {
  return unitFields({ ...present, ...withoutEmpty(row) });
}

/** What of a unit a file can say; what it leaves empty it does not change. */
export function unitFields(unit: UnitFileRow | UnitRecord) {
  return {
    name: unit.name,
    kind: unit.kind,
    employerType: unit.employerType,
    workforce: unit.workforce,
    selfFinancing: unit.selfFinancing,
    taxCode: unit.taxCode,
    parentCode: unit.parentCode,
    establishedOn: unit.establishedOn,
    endedOn: unit.endedOn,
  };
}

export type UnitFields = ReturnType<typeof unitFields>;

function withoutEmpty(row: UnitFileRow): Partial<UnitFileRow> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
