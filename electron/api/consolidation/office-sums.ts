// Every count and amount, by reporting office and in all (domain.md §c.3 V23).
import { DATA_ELEMENTS } from "../../../shared/catalogue/elements.ts";
import type { ConsolidatedFigure, ConsolidatedSum } from "../../../shared/contract/consolidation.ts";
import type { DataElement } from "../../../shared/domain/data-element.ts";
import { Columns } from "../../../shared/domain/evaluate/columns.ts";
import type { FigureSource, UnitFacts } from "../../../shared/domain/evaluate/figures.ts";
import type { Window } from "../../../shared/domain/evaluate/window.ts";
import { isCounted } from "../../../shared/domain/history/series.ts";
import type { Period } from "../../../shared/domain/period.ts";
import type { Reporter } from "./merged-source.ts";
import { type PackedReport, sourceOf } from "./packed-report.ts";

/** Elements whose figures of several offices may be added. */
export const ADDITIVE: readonly DataElement[] = DATA_ELEMENTS.filter(
  ({ type, time }) => (type === "count" || type === "money") && time !== "GRADE" && time !== "ANY",
);

/**
 * Figures of a period, in the order of the catalogue; an element nobody has a figure of is left out.
 * @param own what the province adds, as a source with one unit
 */
export function sumsOf(
  reporters: readonly Reporter[],
  own: FigureSource,
  period: Period,
): ConsolidatedFigure[] {
  const offices = reporters.map(({ report }) => (report ? figuresOf(sourceOf(report)) : null));
  const ownFigures = figuresOf(own);
  const within = windowOf("period", period);
  const since = windowOf("yearToDate", period);
  return ADDITIVE.flatMap((element): ConsolidatedFigure[] => {
    const sumOver = (window: Window): ConsolidatedSum => {
      const byOffice = offices.map((office) => (office ? sumColumn(office, element, window) : null));
      const reported = byOffice.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      const added = sumColumn(ownFigures, element, window) ?? 0;
      return { byOffice, reported, added, total: reported + added };
    };
    const inPeriod = sumOver(within);
    const yearToDate = sumOver(since);
    const isThere =
      inPeriod.added !== 0 ||
      yearToDate.added !== 0 ||
      [...inPeriod.byOffice, ...yearToDate.byOffice].some((value) => value !== null);
    if (!isThere) return [];
    const { code, number, label, measureUnit, type, group } = element;
    return [{ element: code, number, label, measureUnit, type, group, inPeriod, yearToDate }];
  });
}

/** What one report adds to a period, element by element. */
export function sumsWithin(report: PackedReport, period: Period): (element: DataElement) => number | null {
  const figures = figuresOf(sourceOf(report));
  const window = windowOf("period", period);
  return (element) => sumColumn(figures, element, window);
}

interface OfficeFigures {
  readonly columns: Columns;
  /** The office itself stands after them. */
  readonly units: readonly UnitFacts[];
}

function figuresOf(source: FigureSource): OfficeFigures {
  return { columns: new Columns(source), units: source.units };
}

/**
 * Of the units and the office itself; null when none of them has a figure: that is no zero. Members of a union that was
 * merged stand in its successor.
 */
function sumColumn({ columns, units }: OfficeFigures, element: DataElement, window: Window): number | null {
  const { standing, value } = columns.over(element.code, window);
  const { year } = window.period;
  const span = window.kind === "period" ? window.period : { ...window.period, startOn: `${year}-01-01` };
  let sum = 0;
  let isThere = false;
  for (const [index, state] of standing.entries()) {
    if (state !== "known" && state !== "partial") continue;
    const unit = units[index];
    if (unit && !isCounted(element, unit, span)) continue;
    isThere = true;
    sum += value[index] ?? 0;
  }
  return isThere ? sum : null;
}

function windowOf(kind: "period" | "yearToDate", period: Period): Window {
  return {
    kind,
    period,
    firstYear: period.year,
    isClosed: true,
    waitsForClose: false,
    elapsedMonths: period.lastMonth,
  };
}
