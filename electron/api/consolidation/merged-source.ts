// Many reports as one source for the evaluator: sums over all their units, never averages of their shares (domain.md §0.1 no. 2).
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import {
  type FigureSource,
  monthBits,
  officeFacts,
  type RawColumn,
  type Reduction,
  type UnitFacts,
} from "../../../shared/domain/evaluate/figures.ts";
import { emptyColumn, reduceUnit } from "../../../shared/domain/evaluate/memory-source.ts";
import { contains, type Period, periodOf } from "../../../shared/domain/period.ts";
import { type PackedReport, sourceOf } from "./packed-report.ts";

/** A row of the province's own: added to the sum of an element in a period. */
export interface AddedFigure {
  readonly element: string;
  readonly period: string;
  readonly amount: number;
}

/** A reporting office; `report` is null when none of it was accepted. */
export interface Reporter {
  readonly uid: string;
  readonly report: PackedReport | null;
}

/**
 * grassroots: every union of every report · offices: the reporting offices about themselves, those without a report
 * included · everyone: both · adjusted: the unions, and one row more for what the province adds.
 */
export type Population = "grassroots" | "offices" | "everyone" | "adjusted";

const WHOLE_YEAR = monthBits(1, 12);

/** @param threshold "đông lao động" of the province: one number for all, whatever the offices use */
export function mergedSource(
  self: string,
  reporters: readonly Reporter[],
  added: readonly AddedFigure[],
  threshold: number,
  population: Population,
): FigureSource {
  const reports = reporters.flatMap(({ report }) => report ?? []);
  const sources = reports.map(sourceOf);
  const withUnions = population !== "offices";
  const withOffices = population === "offices" || population === "everyone";
  const units: UnitFacts[] = [
    ...(withUnions ? reports.flatMap((report) => report.units) : []),
    ...(withOffices ? reporters.map(({ uid }) => officeFacts(uid)) : []),
    ...(population === "adjusted" ? [officeFacts(self)] : []),
  ];
  return {
    units,
    self: officeFacts(self),
    largeWorkforceThreshold: threshold,
    elementOf: elementByCode,
    raw(code, span, reduction) {
      const column = emptyColumn(units.length + 1);
      const parts = sources.map((source) => source.raw(code, span, reduction));
      let at = 0;
      const copy = (part: RawColumn | undefined, from: number, count: number) => {
        if (part) {
          column.value.set(part.value.subarray(from, from + count), at);
          column.monthsCovered.set(part.monthsCovered.subarray(from, from + count), at);
          column.monthsNotApplicable.set(part.monthsNotApplicable.subarray(from, from + count), at);
        }
        at += count;
      };
      if (withUnions) for (const part of parts) copy(part, 0, part.value.length - 1);
      if (withOffices) {
        let next = 0;
        for (const { report } of reporters) {
          const part = report ? parts[next++] : undefined;
          copy(part, (part?.value.length ?? 1) - 1, 1);
        }
      }
      if (population === "adjusted") addOwn(column, at, added, code, span, reduction);
      return column;
    },
    yearsWithEntries(code, before) {
      const years = sources.flatMap((source) => source.yearsWithEntries(code, before));
      return [...new Set(years)].sort((left, right) => right - left);
    },
    employers: () => reports.flatMap((report) => report.employers),
    establishments: (from, to) => sources.flatMap((source) => source.establishments(from, to)),
  };
}

/** What is not added is a known nothing: the province owes no figure. */
function addOwn(
  column: RawColumn,
  at: number,
  added: readonly AddedFigure[],
  code: string,
  span: Period,
  reduction: Reduction,
): void {
  const sums = new Map<string, number>();
  for (const { element, period, amount } of added)
    if (element === code) sums.set(period, (sums.get(period) ?? 0) + amount);
  const entries = [...sums]
    .map(([period, value]) => ({ period: periodOf(period), entry: { state: "value" as const, value } }))
    .filter(({ period }) => contains(span, period) && isOfDay(reduction, period, span));
  reduceUnit(column, at, entries, reduction);
  column.monthsCovered[at] = WHOLE_YEAR;
}

/** What was added to a stock on one day says nothing of another. */
function isOfDay(reduction: Reduction, period: Period, span: Period): boolean {
  return reduction !== "last" || period.lastMonth === span.lastMonth;
}
