// The built-in data elements, read from the table of element-rows.ts.
import type { DataElement, ElementCode, Level, TimeBehaviour, ValueType } from "../domain/data-element.ts";
import { AGENCIES, type EmployerType, ENTERPRISES } from "../domain/org-unit.ts";
import type { Rhythm } from "../domain/period.ts";
import { ELEMENT_ROWS } from "./element-rows.ts";

const RHYTHMS: Record<string, Rhythm> = { M: "month", Q: "quarter", H: "half", Y: "year" };
const LEVELS: Record<string, Level> = {
  G: "grassroots",
  D: "self",
  R: "register",
  E: "employerRegister",
  P: "province",
};
const TYPES: Record<string, ValueType> = {
  count: "count",
  turns: "count",
  money: "money",
  yesNo: "yesNo",
  grade: "grade",
  score: "score",
};
const TIMES: Record<string, TimeBehaviour> = {
  SUM: "SUM",
  LAST: "LAST",
  YTD: "YTD",
  ANY: "ANY",
  GRADE: "GRADE",
};

/** A school sees no agreement, employee-conference or strike cells (domain.md §c.2, V11). */
const APPLICABILITY: Record<string, readonly EmployerType[]> = {
  ENT: ENTERPRISES,
  LAB: [...ENTERPRISES, "nonPublicServiceUnit", "other"],
  AGY: AGENCIES,
  STA: [...AGENCIES, "stateEnterprise"],
};

/** All elements, multi-valued ones unfolded with a dot, in catalogue order. */
export const DATA_ELEMENTS: readonly DataElement[] = ELEMENT_ROWS.trim().split("\n").flatMap(readRow);

const BY_CODE = new Map(DATA_ELEMENTS.map((element) => [element.code, element]));

export function findElement(code: ElementCode): DataElement | undefined {
  return BY_CODE.get(code);
}

/** @throws {RangeError} when the catalogue has no such element */
export function elementByCode(code: ElementCode): DataElement {
  const element = BY_CODE.get(code);
  if (!element) throw new RangeError(`elementByCode: ${code}`);
  return element;
}

function readRow(row: string): DataElement[] {
  const [
    number = "",
    code = "",
    label = "",
    shortLabel = "",
    english = "",
    type = "",
    measureUnit = "",
    time = "",
    levels = "",
    rhythm = "",
    applies = "",
    partOf = "",
    provenance = "",
    parts,
  ] = row.split("|");
  const appliesTo = APPLICABILITY[applies];
  const [asked = "", answered] = rhythm;
  const element: DataElement = {
    code,
    number: `DE-${number}`,
    label,
    shortLabel,
    labelEnglish: english,
    type: known(TYPES, type),
    measureUnit,
    time: known(TIMES, time),
    levels: Array.from(levels, (letter) => known(LEVELS, letter)),
    rhythm: known(RHYTHMS, asked),
    ...(answered ? { answeredFrom: known(RHYTHMS, answered) } : {}),
    ...(appliesTo ? { appliesTo } : {}),
    ...(partOf ? { partOf } : {}),
    group: number.slice(0, 1),
    ...(type === "turns" ? { countsTurns: true as const } : {}),
    provenance,
  };
  if (parts === undefined) return [element];
  return parts.split(";").map((part) => {
    const [name = "", words = "", wordsEnglish = "", short = `${shortLabel} ${words}`] = part.split("=");
    return {
      ...element,
      code: `${code}.${name}`,
      label: `${label} ${words}`,
      shortLabel: short,
      labelEnglish: `${english} ${wordsEnglish}`,
    };
  });
}

function known<T>(table: Readonly<Record<string, T>>, key: string): T {
  const value = table[key];
  if (value === undefined) throw new RangeError(`elements: ${key}`);
  return value;
}
