// Which cell styles show a date (ECMA-376 part 1, §18.8.30), and what day a serial number is.

export type StyleKind =
  | { readonly kind: "general" }
  | { readonly kind: "date" }
  /** A format of zeros only ("00000"): the number is a code and its leading zeros count. */
  | { readonly kind: "padded"; readonly digits: number };

export const GENERAL: StyleKind = { kind: "general" };

/** Built-in formats that show a day: 14–17 and 22 everywhere, the rest in East Asian editions. */
const DATE_IDS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** @param code the custom format of this id, when it has one */
export function styleKindOf(id: number, code: string | undefined): StyleKind {
  if (code === undefined) return DATE_IDS.has(id) ? { kind: "date" } : GENERAL;
  if (/^0{2,}$/.test(code)) return { kind: "padded", digits: code.length };
  // Literals, colours, conditions, locales, padding and repeats say nothing about the kind.
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "").split(";")[0] ?? "";
  const isDate = /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  return isDate && !/general/i.test(bare) ? { kind: "date" } : GENERAL;
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465; // 9999-12-31
const FICTITIOUS_SERIAL = 60; // 29 February 1900, which Excel counts and the calendar does not have

/**
 * The day of a date cell, `YYYY-MM-DD`; the time of day is dropped.
 * @returns undefined where no such day exists: the cell is then left a number, which no date column accepts
 */
export function dateOfSerial(serial: string, startsIn1904: boolean): string | undefined {
  const days = Math.floor(Number(serial));
  if (!Number.isInteger(days) || days < 1 || days > LAST_SERIAL) return undefined;
  if (startsIn1904) return isoDay(Date.UTC(1904, 0, 1) + days * DAY_MS);
  if (days === FICTITIOUS_SERIAL) return undefined;
  const origin = days < FICTITIOUS_SERIAL ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return isoDay(origin + days * DAY_MS);
}

function isoDay(instant: number): string | undefined {
  const text = new Date(instant).toISOString().slice(0, 10);
  return /^\d{4}-/.test(text) ? text : undefined;
}
