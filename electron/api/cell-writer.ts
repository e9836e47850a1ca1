// One way to write a cell, whoever asks: the keyboard, a paste, a file.
import { findElement } from "../../shared/catalogue/elements.ts";
import { type DataElement, isApplicable, shortestRhythm } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { isValueInRange } from "../../shared/domain/number-input.ts";
import { type Period, RHYTHMS } from "../../shared/domain/period.ts";
import { NOTHING_KNOWN, type UnitRecord } from "../database/queries/units.ts";
import type { OfficeRecord } from "./workspace.ts";

/** Why a cell is refused, whatever the file's state: the element, the unit or the value does not fit. */
export type CellRefusal =
  | "ELEMENT_UNKNOWN"
  | "NOT_APPLICABLE"
  | "UNIT_NOT_ACTIVE"
  | "RHYTHM_TOO_SHORT"
  | "VALUE_REFUSED";

export interface CellTarget {
  readonly unit: Pick<UnitRecord, "id" | "employerType" | "establishedOn" | "endedOn">;
  readonly element: DataElement;
}

/** The office itself as the unit of its own answers: of no kind of employer, alive in every period. */
export function selfUnit(office: OfficeRecord): UnitRecord {
  return {
    ...NOTHING_KNOWN,
    id: office.unitId,
    uid: office.uid,
    code: office.code,
    name: office.name,
    parentCode: null,
    parentName: null,
    reorganisedOn: null,
  };
}

/** A union answers what is asked of unions; what only they answer is not asked of the office above them. */
function isAskedAt({ levels }: DataElement, isSelf: boolean): boolean {
  return isSelf ? levels.some((level) => level !== "grassroots") : levels.includes("grassroots");
}

/** Checks a write that concerns no other cell. A value is never put where it is not asked; "không áp dụng" may be said anywhere. */
export function refusalOf(
  unit: CellTarget["unit"],
  elementCode: string,
  period: Period,
  entry: EntryValue | null,
  isSelf = false,
): CellRefusal | null {
  const element = findElement(elementCode);
  if (!element) return "ELEMENT_UNKNOWN";
  if ((unit.establishedOn ?? "0000") > period.endOn || (unit.endedOn ?? "9999") < period.startOn)
    return "UNIT_NOT_ACTIVE";
  if (entry === null) return null;
  if (!isAskedAt(element, isSelf)) return "NOT_APPLICABLE";
  if (entry.state !== "notApplicable" && !isApplicable(element, unit.employerType)) return "NOT_APPLICABLE";
  if (RHYTHMS.indexOf(period.rhythm) < RHYTHMS.indexOf(shortestRhythm(element))) return "RHYTHM_TOO_SHORT";
  return entry.state === "value" && !isValueInRange(entry.value, element.type) ? "VALUE_REFUSED" : null;
}
