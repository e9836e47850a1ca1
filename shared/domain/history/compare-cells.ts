// What was reported beside what is known now, cell by cell (ui.md §1 "as reported against now").
import type { DataElement } from "../data-element.ts";
import { contribution, type EntryValue } from "../entry.ts";

export interface ReportedCell {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  readonly entry: EntryValue;
}

interface CellDifference {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  /** Null: the cell was not in the report. */
  readonly reported: EntryValue | null;
  /** Null: nothing stands there now. */
  readonly now: EntryValue | null;
}

/** The sum of one element in one period over the units whose figures belong to it. Periods are never added to each other. */
export interface CellTotal {
  readonly element: string;
  readonly period: string;
  /** Null: no unit had a figure. */
  readonly reported: number | null;
  readonly now: number | null;
}

interface CellComparison {
  readonly cells: number;
  readonly same: number;
  readonly differences: readonly CellDifference[];
  readonly totals: readonly CellTotal[];
}

/** Which cells of a side are in its sums; by itself every one. */
export type SummedCells = (cell: ReportedCell) => boolean;

/**
 * Cells of both sides by place; those that say the same are only counted.
 *
 * @param isSummed of each side: the last stock of a union that ended within the period is listed and in no sum, because its
 *   successor's holds it too
 */
export function compareCells(
  reported: Iterable<ReportedCell>,
  now: Iterable<ReportedCell>,
  elementOf: (code: string) => DataElement | undefined,
  isSummed: { readonly reported: SummedCells; readonly now: SummedCells } = { reported: always, now: always },
): CellComparison {
  const places = new Map<
    string,
    { key: ReportedCell; reported: EntryValue | null; now: EntryValue | null }
  >();
  for (const cell of reported) places.set(placeOf(cell), { key: cell, reported: cell.entry, now: null });
  for (const cell of now) {
    const place = places.get(placeOf(cell));
    if (place) place.now = cell.entry;
    else places.set(placeOf(cell), { key: cell, reported: null, now: cell.entry });
  }
  const differences: CellDifference[] = [];
  const totals = new Map<
    string,
    { element: string; period: string; reported: number | null; now: number | null }
  >();
  for (const { key, ...sides } of places.values()) {
    const { unit, element, period } = key;
    if (!isSame(sides.reported, sides.now)) differences.push({ unit, element, period, ...sides });
    if (!isAdditive(elementOf(element))) continue;
    const at = (entry: EntryValue | null, isIn: SummedCells) =>
      entry !== null && isIn({ ...key, entry }) ? entry : null;
    const place = `${element} ${period}`;
    const total = totals.get(place) ?? { element, period, reported: null, now: null };
    totals.set(place, total);
    total.reported = plus(total.reported, at(sides.reported, isSummed.reported));
    total.now = plus(total.now, at(sides.now, isSummed.now));
  }
  return {
    cells: places.size,
    same: places.size - differences.length,
    differences,
    totals: [...totals.values()],
  };
}

function placeOf({ unit, element, period }: ReportedCell): string {
  return `${unit} ${element} ${period}`;
}

function isSame(left: EntryValue | null, right: EntryValue | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.state === right.state &&
    (left.state !== "value" || right.state !== "value" || left.value === right.value)
  );
}

/** An amount for one meal is no amount for two unions. */
function isAdditive(element: DataElement | undefined): boolean {
  const isAmount = element?.type === "count" || element?.type === "money";
  return isAmount && !element.measureUnit.includes("/");
}

function always(): boolean {
  return true;
}

function plus(sum: number | null, entry: EntryValue | null): number | null {
  const amount = entry === null ? undefined : contribution(entry);
  return amount === undefined ? sum : (sum ?? 0) + amount;
}
