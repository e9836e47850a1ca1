// Unions that may be one and the same (rule V25).
import type { ImportLine } from "../../../shared/contract/imports.ts";
import { sameNameKey } from "../../../shared/domain/text.ts";
import type { UnitRecord } from "../../database/queries/units.ts";
import type { RowReading, UnitFileRow } from "../../files/register-rows.ts";

/** Rule V25 between the lines of the file, and between a new line and the register. */
export function similarities(
  rows: readonly RowReading<UnitFileRow>[],
  known: readonly UnitRecord[],
): Map<number, ImportLine["similarTo"]> {
  const found = new Map<number, ImportLine["similarTo"][number][]>();
  const codes = new Set(known.map((unit) => unit.code));
  for (const [reason, keyOf] of [
    ["taxCode", (unit: { taxCode: string | null }) => unit.taxCode ?? ""],
    ["name", (unit: { name: string }) => sameNameKey(unit.name)],
  ] as const) {
    const seen = new Map<string, { line: number | null; code: string; name: string }>();
    for (const unit of known)
      if (keyOf(unit) !== "") seen.set(keyOf(unit), { line: null, code: unit.code, name: unit.name });
    for (const reading of rows) {
      if (!reading.ok || codes.has(reading.row.code)) continue;
      const key = keyOf(reading.row);
      const other = key === "" ? undefined : seen.get(key);
      if (other && !found.get(reading.line)?.some((pair) => pair.code === other.code))
        found.set(reading.line, [...(found.get(reading.line) ?? []), { ...other, reason }]);
      if (key !== "" && !other)
        seen.set(key, { line: reading.line, code: reading.row.code, name: reading.row.name });
    }
  }
  return found;
}
