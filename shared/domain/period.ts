// Reporting periods: 2024-M05, 2024-Q2, 2024-H1, 2024-9M, 2024 (design.md §4, domain.md §d.2).

export const RHYTHMS = ["month", "quarter", "half", "nine", "year"] as const;
/** How long a period is; also the code of the form that is filled for it (design.md §6 `forms list`). */
export type Rhythm = (typeof RHYTHMS)[number];

/** `2024-M05 | 2024-Q2 | 2024-H1 | 2024-9M | 2024` */
export type PeriodCode = string & { readonly __period: true };

export interface Period {
  readonly code: PeriodCode;
  readonly rhythm: Rhythm;
  readonly year: number;
  /** First month covered, 1–12. */
  readonly firstMonth: number;
  /** Last month covered, 1–12, ≥ firstMonth. */
  readonly lastMonth: number;
  /** First day, `YYYY-MM-DD`. */
  readonly startOn: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly endOn: string;
}

const SHAPE = /^(\d{4})(?:-(?:M(0[1-9]|1[0-2])|Q([1-4])|(H1)|(9M)))?$/;
const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

/** Periods named so far: 19 a year at most, and asked for dozens of times when one cell is saved. */
const KNOWN = new Map<string, Period>();

/** The period a code names, or `undefined` when it names none (years 1990–2100). */
export function parsePeriod(code: string): Period | undefined {
  const known = KNOWN.get(code);
  if (known) return known;
  const period = readPeriod(code);
  if (period) KNOWN.set(code, period);
  return period;
}

function readPeriod(code: string): Period | undefined {
  const match = SHAPE.exec(code);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (match[2]) return spanOf(code, "month", year, Number(match[2]), Number(match[2]));
  if (match[3]) return spanOf(code, "quarter", year, Number(match[3]) * 3 - 2, Number(match[3]) * 3);
  if (match[4]) return spanOf(code, "half", year, 1, 6);
  if (match[5]) return spanOf(code, "nine", year, 1, 9);
  return spanOf(code, "year", year, 1, 12);
}

/** Like {@link parsePeriod}. @throws {RangeError} when the code names no period: a bug, not a user mistake */
export function periodOf(code: string): Period {
  const period = parsePeriod(code);
  if (!period) throw new RangeError(`periodOf: ${code}`);
  return period;
}

const YEARS = new Map<number, readonly Period[]>();

/** Every period of one year: twelve months, four quarters, H1, 9M, the year (19). */
export function periodsOfYear(year: number): readonly Period[] {
  const known = YEARS.get(year);
  if (known) return known;
  const periods = listPeriods(year);
  YEARS.set(year, periods);
  return periods;
}

function listPeriods(year: number): readonly Period[] {
  return [
    ...Array.from({ length: 12 }, (_, index) => `${year}-M${String(index + 1).padStart(2, "0")}`),
    ...Array.from({ length: 4 }, (_, index) => `${year}-Q${index + 1}`),
    `${year}-H1`,
    `${year}-9M`,
    `${year}`,
  ].map(periodOf);
}

/** The periods of one rhythm in one year, in time order. */
export function periodsOfRhythm(year: number, rhythm: Rhythm): readonly Period[] {
  return periodsOfYear(year).filter((period) => period.rhythm === rhythm);
}

/** Whether every day of `inner` lies in `outer` (a period contains itself). Periods never overlap without one containing the other. */
export function contains(outer: Period, inner: Period): boolean {
  return (
    outer.year === inner.year && outer.firstMonth <= inner.firstMonth && inner.lastMonth <= outer.lastMonth
  );
}

/** The period of the same rhythm just before; for H1, 9M and the year, that of the previous year. */
export function previousPeriod(period: Period): Period {
  const siblings = periodsOfRhythm(period.year, period.rhythm);
  const before = siblings[siblings.findIndex((sibling) => sibling.code === period.code) - 1];
  return before ?? last(periodsOfRhythm(period.year - 1, period.rhythm));
}

/** Cùng kỳ năm trước. */
export function samePeriodLastYear(period: Period): Period {
  return periodOf(period.code.replace(/^\d{4}/, String(period.year - 1)));
}

/** Order by end, then by length, so that a long period follows the short ones it contains. */
export function comparePeriods(left: Period, right: Period): number {
  return left.year - right.year || left.lastMonth - right.lastMonth || right.firstMonth - left.firstMonth;
}

/** Days in a month of the Gregorian calendar. @param month 1–12 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function spanOf(code: string, rhythm: Rhythm, year: number, firstMonth: number, lastMonth: number): Period {
  return {
    code: code as PeriodCode,
    rhythm,
    year,
    firstMonth,
    lastMonth,
    startOn: `${year}-${String(firstMonth).padStart(2, "0")}-01`,
    endOn: `${year}-${String(lastMonth).padStart(2, "0")}-${String(daysInMonth(year, lastMonth)).padStart(2, "0")}`,
  };
}

function last<T>(items: readonly T[]): T {
  const item = items[items.length - 1];
  if (item === undefined) throw new RangeError("last: empty");
  return item;
}
