import type { DataElement } from "../../../shared/domain/data-element.ts";
import { MOST_YEARS } from "../../../shared/contract/history.ts";
import type { Window } from "../../../shared/domain/evaluate/window.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";

/** The same point of every year from one on, in time order; undefined where that is no time or too long. */
export function samePointOfYears(from: number, last: Period): Period[] | undefined {
  if (from > last.year || last.year - from >= MOST_YEARS) return undefined;
  return Array.from({ length: last.year - from + 1 }, (_, index) =>
    periodOf(last.code.replace(/^\d{4}/, String(from + index))),
  );
}

/** Flows of the period itself; distinct persons are counted since 1 January. */
export function windowOf(element: DataElement, period: Period): Window {
  return {
    kind: element.time === "YTD" ? "yearToDate" : "period",
    period,
    firstYear: period.year,
    isClosed: true,
    waitsForClose: false,
    elapsedMonths: period.lastMonth,
  };
}
