// A figure source over entries held in memory: what a receiver rebuilds from a bundle, and what tests are made of.
// It states the reduction rule in the plainest way; the database states it in SQL and is tested against this one.
import type { DataElement, ElementCode } from "../data-element.ts";
import { contribution, type EntryValue } from "../entry.ts";
import { comparePeriods, contains, type Period, periodOf } from "../period.ts";
import { type FigureSource, monthBits, type RawColumn, type Reduction, type UnitFacts } from "./figures.ts";

export interface MemoryEntry {
  readonly unit: string;
  readonly element: ElementCode;
  readonly period: string;
  readonly entry: EntryValue;
}

export interface MemoryOffice {
  readonly units: readonly UnitFacts[];
  readonly self: UnitFacts;
  readonly elements: ReadonlyMap<ElementCode, DataElement>;
  readonly entries: readonly MemoryEntry[];
  readonly employers?: readonly { readonly workforce: number | null; readonly hasUnion: boolean }[];
  readonly establishments?: readonly {
    readonly uid: string;
    readonly on: string;
    readonly workforce: number | null;
  }[];
  readonly largeWorkforceThreshold?: number;
}

/** Reads an office held in memory. @throws {RangeError} on an element the catalogue does not have */
export function memorySource(office: MemoryOffice): FigureSource {
  const byElement = new Map<ElementCode, Map<string, { period: Period; entry: EntryValue }[]>>();
  for (const { unit, element, period, entry } of office.entries) {
    const units = byElement.get(element) ?? new Map<string, { period: Period; entry: EntryValue }[]>();
    byElement.set(element, units);
    units.set(unit, [...(units.get(unit) ?? []), { period: periodOf(period), entry }]);
  }
  const everyone = [...office.units, office.self];
  return {
    units: office.units,
    self: office.self,
    largeWorkforceThreshold: office.largeWorkforceThreshold ?? 500,
    elementOf(code) {
      const element = office.elements.get(code);
      if (!element) throw new RangeError(`memorySource: no element ${code}`);
      return element;
    },
    raw(code, span, reduction) {
      const units = byElement.get(code);
      const column = emptyColumn(everyone.length);
      everyone.forEach((unit, index) => {
        const entries = units?.get(unit.uid)?.filter(({ period }) => contains(span, period)) ?? [];
        reduceUnit(column, index, entries, reduction);
      });
      return column;
    },
    yearsWithEntries(code, before) {
      const years = new Set<number>();
      for (const entries of byElement.get(code)?.values() ?? [])
        for (const { period } of entries) if (period.year < before) years.add(period.year);
      return [...years].sort((left, right) => right - left);
    },
    employers: () => office.employers ?? [],
    establishments: (from, to) =>
      (office.establishments ?? []).filter((event) => from <= event.on && event.on <= to),
  };
}

export function emptyColumn(length: number): RawColumn {
  return {
    value: new Float64Array(length),
    monthsCovered: new Uint16Array(length),
    monthsNotApplicable: new Uint16Array(length),
  };
}

/** Brings the entries of one unit inside a span together, into its place of a column. */
export function reduceUnit(
  column: RawColumn,
  index: number,
  entries: readonly { period: Period; entry: EntryValue }[],
  reduction: Reduction,
): void {
  const longest = entries.filter(
    ({ period }) =>
      !entries.some((other) => other.period.code !== period.code && contains(other.period, period)),
  );
  const counting = reduction === "sum" ? longest : entries;
  for (const { period, entry } of counting.toSorted((left, right) =>
    comparePeriods(left.period, right.period),
  )) {
    const bits = monthBits(period.firstMonth, period.lastMonth);
    const figure = contribution(entry);
    if (figure === undefined && entry.state !== "notApplicable") continue;
    // Of a stock, the latest statement stands alone.
    if (reduction === "last") {
      column.value[index] = 0;
      column.monthsCovered[index] = 0;
      column.monthsNotApplicable[index] = 0;
    }
    if (figure === undefined) {
      column.monthsNotApplicable[index] = (column.monthsNotApplicable[index] ?? 0) | bits;
      continue;
    }
    const before = column.value[index] ?? 0;
    column.value[index] = reduction === "any" ? Math.max(before, figure) : before + figure;
    column.monthsCovered[index] = (column.monthsCovered[index] ?? 0) | bits;
  }
}
