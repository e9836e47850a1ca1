// What time a target is judged over, and whether that time is over (domain.md §b.0 "Time rule", §d.5 rule 3).
import { type Period, periodOf } from "../period.ts";
import type { Programme } from "../programme.ts";
import type { Target, TimeRule } from "../target.ts";

export interface Window {
  /** yearToDate: 1 January to the end of `period` · period: the period itself · programme: all years since `firstYear` too. */
  readonly kind: "yearToDate" | "period" | "programme";
  /** The period whose end is judged; earlier than the one asked for when the target's own year is over. */
  readonly period: Period;
  readonly firstYear: number;
  /** Whether the target's time is over at the end of `period`, so that missing it is a verdict. */
  readonly isClosed: boolean;
  /** Judged only once closed, even when the value is already reached. */
  readonly waitsForClose: boolean;
  /** Months from the beginning of the window to the end of `period`. */
  readonly elapsedMonths: number;
}

/**
 * The window of a time rule at a period, or `undefined` when the target is not in force then
 * (before the programme's term, after it, or in another year than its own).
 */
export function windowOf(time: TimeRule, term: Programme["term"], asked: Period): Window | undefined {
  if (asked.year < term.from) return undefined;
  const closesYear = asked.lastMonth === 12;
  const base = { period: asked, firstYear: asked.year, waitsForClose: false, elapsedMonths: asked.lastMonth };
  switch (time.kind) {
    case "annual":
      return !isTermOver(term, asked) ? { ...base, kind: "yearToDate", isClosed: closesYear } : undefined;
    case "year":
      return time.year === asked.year ? { ...base, kind: "yearToDate", isClosed: closesYear } : undefined;
    case "perEvent":
      return !isTermOver(term, asked) ? { ...base, kind: "period", isClosed: true } : undefined;
    case "byYear": {
      const period = asked.year > time.year ? periodOf(String(time.year)) : asked;
      const isClosed = period.year === time.year && period.lastMonth === 12;
      const kind = time.since === "programme" ? "programme" : "yearToDate";
      return {
        ...base,
        period,
        kind,
        firstYear: time.since === "programme" ? term.from : period.year,
        elapsedMonths: monthsSince(time.since === "programme" ? term.from : period.year, period),
        isClosed,
        waitsForClose: true,
      };
    }
    case "averagePerYear":
      return !isTermOver(term, asked)
        ? {
            ...base,
            kind: "programme",
            firstYear: term.from,
            isClosed: closesYear,
            elapsedMonths: monthsSince(term.from, asked),
          }
        : undefined;
    case "oncePerProgramme": {
      const period = term.to !== null && asked.year > term.to ? periodOf(String(term.to)) : asked;
      return {
        ...base,
        period,
        kind: "programme",
        firstYear: term.from,
        elapsedMonths: monthsSince(term.from, period),
        isClosed: period.year === term.to && period.lastMonth === 12,
      };
    }
  }
}

/** Whether a term was over before a period, or a day's year, began. An open term never is. */
export function isTermOver(term: Programme["term"], { year }: Pick<Period, "year">): boolean {
  return term.to !== null && year > term.to;
}

/** Why a period asks nothing, and the year to look at instead. `noTarget`: every target of the programme is for another year. */
export interface OutsideTime {
  readonly reason: "beforeTerm" | "termOver" | "otherYear" | "noTarget";
  readonly year: number;
  /** Of the programme. */
  readonly term: Programme["term"];
}

/** What of a programme says when it asks something. */
type AskedWhen = Pick<Programme, "term"> & { readonly targets: readonly Pick<Target, "time">[] };

/** Why a period asks nothing of a whole programme, with the last year that does; undefined where it asks some target. */
export function outsideProgramme({ term, targets }: AskedWhen, asked: Period): OutsideTime | undefined {
  const outside = outsideTime(term, asked);
  if (outside) return outside;
  const years = targets.flatMap(({ time }) => outsideTime(term, asked, time)?.year ?? []);
  if (years.length === 0 || years.length < targets.length) return undefined;
  return { reason: "noTarget", year: Math.max(...years), term };
}

/**
 * Why a target is not in force at a period; without a time rule, why the programme is not. Undefined where it is asked, or,
 * like a target to be reached by a year, still judged at the end of its time.
 */
export function outsideTime(
  term: Programme["term"],
  asked: Period,
  time?: TimeRule,
): OutsideTime | undefined {
  if (time && windowOf(time, term, asked)) return undefined;
  if (time?.kind === "year") return { reason: "otherYear", year: time.year, term };
  if (asked.year < term.from) return { reason: "beforeTerm", year: term.from, term };
  return term.to !== null && isTermOver(term, asked)
    ? { reason: "termOver", year: term.to, term }
    : undefined;
}

/** The spans a window is made of, one a year, in time order. */
export function spansOf(window: Pick<Window, "kind" | "period" | "firstYear">): readonly Period[] {
  if (window.kind === "period") return [window.period];
  const last = fromJanuary(window.period);
  if (window.kind !== "programme") return [last];
  const years = Array.from({ length: window.period.year - window.firstYear }, (_, index) =>
    periodOf(String(window.firstYear + index)),
  );
  return [...years, last];
}

/** From 1 January to the end of a period. A month or quarter does not itself begin there. */
export function fromJanuary(period: Period): Period {
  return { ...period, firstMonth: 1, startOn: `${period.year}-01-01` };
}

/** From January of a year to the end of a period, both included. */
function monthsSince(firstYear: number, period: Period): number {
  return (period.year - firstYear) * 12 + period.lastMonth;
}
