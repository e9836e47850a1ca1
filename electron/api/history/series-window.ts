import type { DataElement } from "../../../shared/domain/data-element.ts";
import type { Window } from "../../../shared/domain/evaluate/window.ts";
import type { Period } from "../../../shared/domain/period.ts";

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
