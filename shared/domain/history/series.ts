// One figure over several years, and what may be added up of it (domain.md §b.0 "Over time", §h story 9).
import type { DataElement } from "../data-element.ts";
import { GRADES } from "../data-element.ts";
import { type FigureColumn, isAlive, type UnitFacts } from "../evaluate/figures.ts";
import type { Period } from "../period.ts";
import type { Target } from "../target.ts";

const SERIES_KINDS = ["flow", "stock", "growth", "cumulative", "share", "mean", "average"] as const;
/**
 * flow: what happened in each period, the only one whose years add up · stock: as it stands at the end of the period
 * · growth: one stock less an earlier one · cumulative: distinct persons since 1 January or since a programme began, who may come back every year
 * · share: so many of so many · mean: per unit · average: already an average over years.
 */
export type SeriesKind = (typeof SERIES_KINDS)[number];

export interface SeriesFigure {
  /** Null: nothing is known. A missing year is never a zero. */
  readonly numerator: number | null;
  /** Null for plain amounts. */
  readonly denominator: number | null;
}

export interface SeriesCoverage {
  /** Units that have said anything countable. */
  readonly unitsReporting: number;
  /** Units that should have. */
  readonly unitsAsked: number;
  /** Some units, or some of the periods a flow is made of, are missing. */
  readonly isPartial: boolean;
}

export interface SeriesTotal {
  readonly sum: number;
  /** Years that are in the sum, and those that were asked for. */
  readonly years: number;
  readonly ofYears: number;
}

/** How the years of an element stand to each other. */
export function seriesKindOf(element: DataElement): SeriesKind {
  if (element.type === "score") return "mean";
  if (element.type === "yesNo" || element.type === "grade") return "share";
  if (element.time === "SUM") return "flow";
  return element.time === "YTD" ? "cumulative" : "stock";
}

/**
 * How the years of a target stand to each other. Only a count of what happened within the year itself is a flow: growth
 * is the difference of two stocks, and what a programme adds up since its beginning already holds the years before.
 */
export function seriesKindOfTarget(
  { indicator, time, value }: Target,
  elementOf: (code: string) => DataElement,
): SeriesKind {
  if (value.scale === "percent") return "share";
  if (value.scale === "mean") return "mean";
  if (time.kind === "averagePerYear") return "average";
  const { numerator } = indicator;
  const isWithinYear = time.kind === "annual" || time.kind === "year" || time.kind === "perEvent";
  if (numerator.kind === "countEstablished") return isWithinYear ? "flow" : "cumulative";
  if (numerator.kind === "netChange") return "growth";
  if (numerator.kind !== "sum") return "stock";
  const times = numerator.elements.map((code) => elementOf(code).time);
  if (times.every((behaviour) => behaviour === "SUM")) return isWithinYear ? "flow" : "cumulative";
  return times.includes("YTD") ? "cumulative" : "stock";
}

/**
 * Sums the years of a flow; null for everything else. Stocks, persons counted since January, shares and averages have no
 * sum over years: the same people stand in several of them.
 */
export function sumOverYears(kind: SeriesKind, figures: readonly SeriesFigure[]): SeriesTotal | null {
  if (kind !== "flow") return null;
  const known = figures.flatMap(({ numerator }) => (numerator === null ? [] : [numerator]));
  if (known.length === 0) return null;
  return {
    sum: known.reduce((sum, amount) => sum + amount, 0),
    years: known.length,
    ofYears: figures.length,
  };
}

/** Grades that are at least "hoàn thành tốt nhiệm vụ", the set of T000-13 and T000-14. */
const GOOD_OR_BETTER: readonly number[] = [GRADES.indexOf("excellent"), GRADES.indexOf("good")];

/**
 * One point: a column over units reduced over them. Amounts are added, yes and no and grades counted, scores kept as the
 * sum of points over the units that have one.
 *
 * @param included whether the unit at an index is looked at
 */
export function pointOf(
  element: DataElement,
  { standing, value }: FigureColumn,
  included: (index: number) => boolean = () => true,
): SeriesFigure & SeriesCoverage {
  let numerator = 0;
  let unitsReporting = 0;
  let unitsAsked = 0;
  let graded = 0;
  let isPartial = false;
  for (const [index, state] of standing.entries()) {
    if (state === "notApplicable" || state === "notDue" || !included(index)) continue;
    unitsAsked += 1;
    if (state !== "known") isPartial = true;
    if (state === "missing") continue;
    unitsReporting += 1;
    const figure = value[index] ?? 0;
    if (element.type === "grade") {
      if (figure !== GRADES.indexOf("notRated")) graded += 1;
      if (GOOD_OR_BETTER.includes(figure)) numerator += 1;
    } else numerator += figure;
  }
  const denominator = denominatorOf(element, unitsReporting, graded);
  const isKnown = unitsReporting > 0 && denominator !== 0;
  return { numerator: isKnown ? numerator : null, denominator, unitsReporting, unitsAsked, isPartial };
}

/**
 * Whether a unit's figure belongs to a point. What happened in the period counts although the unit has ended since; of a
 * stock, an answer or a grade only who is there on the last day, or members of a merged union would stand in it twice.
 */
export function isCounted(
  element: DataElement,
  unit: Pick<UnitFacts, "establishedOn" | "endedOn">,
  period: Pick<Period, "year" | "startOn" | "endOn">,
): boolean {
  if (isAlive(unit, period.endOn)) return true;
  const since = element.time === "YTD" ? `${period.year}-01-01` : period.startOn;
  const isOfTime = element.time === "SUM" || element.time === "YTD";
  return isOfTime && (unit.establishedOn ?? "0000") <= period.endOn && (unit.endedOn ?? "9999") >= since;
}

function denominatorOf({ type }: DataElement, unitsReporting: number, graded: number): number | null {
  if (type === "grade") return graded;
  return type === "yesNo" || type === "score" ? unitsReporting : null;
}
