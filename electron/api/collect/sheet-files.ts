// Sheets as files: names that people and every file system can live with, and how a big register is cut.
import type { Period } from "../../../shared/domain/period.ts";
import { MOST_TEMPLATE_CELLS } from "../../files/templates/write-template.ts";

const LONGEST_NAME = 40;

/** "2024-M05_CD012_cdcs-may-phu-tan.xlsx": letters any system takes, found again by period and code. */
export function singleFileName(
  period: Period,
  unit: { readonly code: string; readonly name: string },
): string {
  return `${[period.code, plain(unit.code), plain(unit.name).toLowerCase()].filter(Boolean).join("_")}.xlsx`;
}

/** @param part of how many, both from 1 */
export function manyFileName(period: Period, part: number, parts: number): string {
  return `${period.code}_nhieu-don-vi${parts > 1 ? `_phan-${part}` : ""}.xlsx`;
}

/** Units of each workbook, so that none is more than a reader takes. */
export function partsOf<T>(units: readonly T[], columns: number): T[][] {
  const most = Math.max(1, Math.floor(MOST_TEMPLATE_CELLS / Math.max(1, columns + 3)));
  const parts: T[][] = [];
  for (let start = 0; start < units.length; start += most) parts.push(units.slice(start, start + most));
  return parts;
}

/** The same name a second time gets a number: two unions may be called alike. */
export function distinctName(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1)
    candidate = name.replace(/(\.[^.]*)?$/, `_${number}$1`);
  taken.add(candidate.toLowerCase());
  return candidate;
}

/** Letters without marks, words joined by hyphens; capitals stay. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, "");
}
