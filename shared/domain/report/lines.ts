// The fixed lines of a document (domain.md §e.1, §e.2).
import { formatDate, quarterNumeral } from "../number-format.ts";
import type { OfficeKind } from "../org-unit.ts";
import type { Period } from "../period.ts";
import { normaliseText, searchKey } from "../text.ts";

/** The period inside the title: "6 tháng đầu năm 2024", "tháng 5 năm 2024". */
export function periodInTitle(period: Period): string {
  switch (period.rhythm) {
    case "month":
      return `tháng ${period.lastMonth} năm ${period.year}`;
    case "quarter":
      return `quý ${quarterNumeral(period)} năm ${period.year}`;
    case "half":
      return `6 tháng đầu năm ${period.year}`;
    case "nine":
      return `9 tháng năm ${period.year}`;
    case "year":
      return `năm ${period.year}`;
  }
}

/** "ngày 05 tháng 02 năm 2025": days below 10 and the months 1 and 2 have a leading zero. Dots for no date. */
export function dateInWords(date: string | null): string {
  const [year, month, day] = date?.split("-") ?? [];
  if (year === undefined || month === undefined || day === undefined) return "ngày …… tháng …… năm ………";
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** "Số: 12/BC-LĐLĐ", "Số: ……/BC-LĐLĐ". @param number digits, or empty */
export function numberLine(number: string, suffix: string): string {
  return `Số: ${documentNumber(number, suffix) ?? `……/${symbol(suffix)}`}`;
}

/** "12/BC-LĐLĐ"; null without a number. @param number digits, or empty */
export function documentNumber(number: string, suffix: string): string | null {
  return number === "" ? null : `${number.padStart(2, "0")}/${symbol(suffix)}`;
}

/**
 * Number and symbol as somebody writes them: "12", "12/BC", "12/BC-LĐLĐ".
 * @returns undefined for anything else; `suffix` undefined when no symbol was written
 */
export function parseDocumentNumber(
  text: string,
): { readonly number: string; readonly suffix: string | undefined } | undefined {
  const [, number, isSymbol, suffix] =
    /^(\d{1,5})\s*(?:(\/BC)(?:-(.+))?)?$/iu.exec(normaliseText(text)) ?? [];
  return number === undefined
    ? undefined
    : { number, suffix: isSymbol === undefined ? undefined : (suffix ?? "") };
}

function symbol(suffix: string): string {
  return `BC${suffix === "" ? "" : `-${suffix}`}`;
}

/**
 * "(Số liệu tính đến ngày 31/5/2024; số liệu ước thực hiện đến 30/6/2024)"
 * @param estimatedTo last day the estimates among the figures stand for; null when none is one
 */
export function cutoffLine(cutoffOn: string, estimatedTo: string | null): string {
  const isAhead = estimatedTo !== null && cutoffOn < estimatedTo;
  const estimate = isAhead ? `; số liệu ước thực hiện đến ${shortDate(estimatedTo)}` : "";
  return `(Số liệu tính đến ngày ${shortDate(cutoffOn)}${estimate})`;
}

function shortDate(date: string): string {
  return formatDate(date).replace(/\b0(?=\d\/)/g, "");
}

/** Symbol of the issuing body, as far as its kind and name say: LĐLĐ, CĐX, CĐP, CĐĐK. */
export function symbolSuffixOf(kind: OfficeKind, name: string): string {
  if (kind !== "communeUnion") return "LĐLĐ";
  const key = ` ${searchKey(name)} `;
  if (key.includes(" dac khu ")) return "CĐĐK";
  return key.includes(" phuong ") ? "CĐP" : "CĐX";
}

const BODY_WORDS =
  /^(liên đoàn lao động|lđlđ|công đoàn|cđ)\s+((tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|đặc khu)\s+)?/iu;

/** The place a document is dated at: the name of the body without what it is. "LĐLĐ huyện B" → "B". */
export function placeOf(name: string): string {
  return normaliseText(name).replace(BODY_WORDS, "") || normaliseText(name);
}

/** A body as it stands in a letterhead: abbreviation written out, upper case. */
export function letterheadLine(name: string): string {
  return normaliseText(name)
    .replace(/^LĐLĐ(?=\s)/iu, "Liên đoàn Lao động")
    .toLocaleUpperCase("vi");
}

const LONGEST_NUMBER = 99_999;

/** The number of a document as somebody typed it, a whole number from 1 to 99,999; undefined for anything else, "12a". */
export function readDocumentNumber(typed: string): number | undefined {
  const text = typed.trim();
  const number = Number(text);
  return /^\d{1,5}$/.test(text) && number >= 1 && number <= LONGEST_NUMBER ? number : undefined;
}
