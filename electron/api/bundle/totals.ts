import { elementByCode, findElement } from "../../../shared/catalogue/elements.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { type PartDone, ROWS_A_PART } from "../../../shared/domain/parts.ts";
import type { EntryRow, UnitRow } from "./rows.ts";
import { totalKey } from "./rows.ts";

export interface TotalLine {
  readonly element: string;
  readonly label: string;
  readonly value: number;
}

/**
 * Control totals: units that existed in the year, entries, units that answered, and every count and amount of the period
 * itself summed over the units. Sender and receiver compute them from the same rows by this one function. They are checksums:
 * a union that has ended since is in them, and the figures people read (`isCounted`) may be smaller.
 * @param self uid of the issuing office: its own figures are summed, but it is none of its units
 */
export function* controlTotals(
  units: readonly Pick<UnitRow, "ended_on" | "established_on">[],
  entries: readonly EntryRow[],
  period: string,
  self: string,
): Generator<PartDone, Record<string, number>> {
  const { startOn, endOn } = { ...periodOf(period), startOn: `${periodOf(period).year}-01-01` };
  const present = units.filter(
    ({ established_on, ended_on }) => (established_on ?? "0000") <= endOn && (ended_on ?? "9999") >= startOn,
  ).length;
  const sums = new Map<string, number>();
  const answered = new Set<string>();
  for (const [index, row] of entries.entries()) {
    if (index % ROWS_A_PART === 0) yield { step: "adding", done: index, total: entries.length };
    if (row.period !== period) continue;
    if (row.unit !== self) answered.add(row.unit);
    const type = findElement(row.element)?.type;
    if (row.value !== null && (type === "count" || type === "money"))
      sums.set(row.element, (sums.get(row.element) ?? 0) + row.value);
  }
  const totals: Record<string, number> = {
    units: present,
    entries: entries.length,
    units_answered: answered.size,
  };
  for (const [element, sum] of sums) totals[totalKey(element)] = sum;
  return totals;
}

/** The totals of elements in words, for the cover letter and the preview. */
export function totalLines(
  totals: Readonly<Record<string, number>>,
  elements: readonly string[],
): TotalLine[] {
  return elements.flatMap((element) => {
    const value = totals[totalKey(element)];
    return value === undefined ? [] : [{ element, label: elementByCode(element).label, value }];
  });
}
