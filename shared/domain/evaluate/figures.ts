// Figures of one element, one column over the units, reduced over time by the database and given a standing here.
import type { DataElement, ElementCode } from "../data-element.ts";
import type { EmployerType, Sector } from "../org-unit.ts";
import type { Period, Rhythm } from "../period.ts";

/** A unit as it is on the last day of the period judged. */
export interface UnitFacts {
  readonly uid: string;
  readonly employerType: EmployerType | null;
  readonly sector: Sector | null;
  /** Headcount of the register; null when not known. */
  readonly workforce: number | null;
  /** First and last day of existence, `YYYY-MM-DD`; null = before, after all records. */
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
  /** Old enough to be graded (domain.md §d.6). */
  readonly isGradeEligible: boolean;
  /** An office among many, where several reports are judged together: asked what concerns its own level only. */
  readonly isOffice?: true;
}

/** An office as one that answers about itself: of no employer, there in every period. */
export function officeFacts(uid: string): UnitFacts {
  return {
    uid,
    employerType: null,
    sector: null,
    workforce: null,
    establishedOn: null,
    endedOn: null,
    isGradeEligible: true,
    isOffice: true,
  };
}

/** How entries of several periods become one; the longer period's figure replaces the shorter ones it contains. */
export type Reduction = "sum" | "last" | "any";

/** Entries of one element reduced over one span of one year; index = unit, the office itself last. */
export interface RawColumn {
  /** sum, last value, or 1/0. */
  readonly value: Float64Array;
  /** Months, bit 0 = January, covered by the entries that say a value or "không phát sinh". */
  readonly monthsCovered: Uint16Array;
  /** Months covered by entries that say "không áp dụng". */
  readonly monthsNotApplicable: Uint16Array;
}

/**
 * known: complete · partial: some of the months it should cover (value is a lower bound of a flow)
 * · missing: nothing that counts · notApplicable: the unit is never asked, or says so · notDue: not asked for yet in this year.
 */
export const STANDINGS = ["known", "partial", "missing", "notApplicable", "notDue"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface FigureColumn {
  readonly standing: readonly Standing[];
  /** 0 where nothing is known. */
  readonly value: Float64Array;
}

/** What evaluation reads. One is made for one office and one period. */
export interface FigureSource {
  /** Grassroots units alive at any time from the day before the span began; the office itself stands at `units.length`. */
  readonly units: readonly UnitFacts[];
  readonly self: UnitFacts;
  readonly largeWorkforceThreshold: number;
  elementOf(code: ElementCode): DataElement;
  /** The raw column of an element over the entries inside a span; from 1 January unless the span says otherwise. */
  raw(element: ElementCode, span: Period, reduction: Reduction): RawColumn;
  /** Years before `year` in which the element has entries, latest first. */
  yearsWithEntries(element: ElementCode, before: number): readonly number[];
  /** Employers of the register on a day. */
  employers(on: string): readonly { readonly workforce: number | null; readonly hasUnion: boolean }[];
  /** Establishment events from `from` to `to`, both included; headcount as on the event. */
  establishments(
    from: string,
    to: string,
  ): readonly { readonly uid: string; readonly workforce: number | null }[];
}

export function reductionOf(element: DataElement): Reduction {
  if (element.time === "SUM") return "sum";
  return element.time === "ANY" ? "any" : "last";
}

/** Months at whose end a rhythm asks for figures. Six-month elements are asked at 6, 9 and 12 months, each time since 1 January. */
const ASKED_AT: Readonly<Record<Rhythm, readonly number[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  half: [6, 9, 12],
  nine: [9, 12],
  year: [12],
};

/**
 * Months a unit must have answered for inside a span: those of every period of the rhythm at whose end it existed.
 * A union that ends in mid-quarter does not owe that quarter.
 */
export function wantedBits(
  rhythm: Rhythm,
  span: Pick<Period, "firstMonth" | "lastMonth">,
  life: number,
): number {
  let bits = 0;
  let before = 0;
  for (const month of ASKED_AT[rhythm]) {
    const isOwed = month <= span.lastMonth && (life & monthBits(month, month)) !== 0;
    if (isOwed) bits |= monthBits(rhythm === "half" || rhythm === "nine" ? 1 : before + 1, month);
    before = month;
  }
  return bits & life & monthBits(span.firstMonth, 12);
}

/** How many periods of a rhythm end within a set of months. */
export function periodsWithin(rhythm: Rhythm, bits: number): number {
  return ASKED_AT[rhythm].filter((month) => (bits & monthBits(month, month)) !== 0).length;
}

/** Months `first`–`last` (1–12) as bits; 0 when the range is empty. */
export function monthBits(first: number, last: number): number {
  return last < first ? 0 : ((1 << last) - 1) & ~((1 << (first - 1)) - 1);
}

/** Months of a year at whose end the unit existed, as bits. A union founded on 20 May answers for May; one ended on 15 June does not for June. */
export function lifeBits(unit: Pick<UnitFacts, "establishedOn" | "endedOn">, year: number): number {
  const established = unit.establishedOn ?? "0000";
  const ended = unit.endedOn ?? "9999";
  const january = `${year}-01-01`;
  const december = `${year}-12-31`;
  if (established > december || ended < january) return 0;
  const first = established < january ? 1 : Number(established.slice(5, 7));
  if (ended > december) return monthBits(first, 12);
  return monthBits(first, isMonthEnd(ended) ? Number(ended.slice(5, 7)) : Number(ended.slice(5, 7)) - 1);
}

function isMonthEnd(date: string): boolean {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** Whether the unit exists on a day. */
export function isAlive(unit: Pick<UnitFacts, "establishedOn" | "endedOn">, on: string): boolean {
  return (unit.establishedOn ?? "0000") <= on && on <= (unit.endedOn ?? "9999");
}

/** The highest month in a set of bits, 0 when empty. */
export function lastMonthOf(bits: number): number {
  return 32 - Math.clz32(bits);
}

/** How many months of those a unit must have answered for inside a span are said: what a partial figure is made of. */
export function monthsSaid(
  wanted: number,
  known: number,
): { readonly said: number; readonly wanted: number } {
  return { said: bitCount(known & wanted), wanted: bitCount(wanted) };
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** One unit's standing within one year (domain.md §d.5 rule 4: what is missing must be known to be missing). */
export function standingOf(
  element: DataElement,
  reduction: Reduction,
  span: Pick<Period, "year" | "firstMonth" | "lastMonth">,
  life: number,
  covered: number,
  notApplicable: number,
  value: number,
): Standing {
  const wanted = wantedBits(element.rhythm, span, life);
  if (notApplicable !== 0 && covered === 0) return "notApplicable";
  if (reduction === "sum") {
    const known = covered | notApplicable;
    if (wanted === 0 && known === 0) return "notDue";
    if ((known & wanted) === wanted) return "known";
    return known === 0 ? "missing" : "partial";
  }
  if (reduction === "any" && value === 1) return "known";
  if (covered !== 0 && lastMonthOf(covered) >= lastMonthOf(wanted)) return "known";
  // What was reached since 1 January stays reached, so an earlier figure is a lower bound.
  if (covered !== 0 && element.time === "YTD") return "partial";
  return wanted === 0 ? "notDue" : "missing";
}
