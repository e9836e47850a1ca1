import { elementByCode, findElement } from "../../../shared/catalogue/elements.ts";
import type { EntryRow } from "./rows.ts";
import { totalKey } from "./rows.ts";

export interface TotalLine {
  readonly element: string;
  readonly label: string;
  readonly value: number;
}

/**
 * Control totals: units, entries, units that answered, and every count and amount of the period itself summed over
 * the units. Sender and receiver compute them from the same rows by this one function.
 */
export function controlTotals(
  units: number,
  entries: Iterable<EntryRow>,
  period: string,
): Record<string, number> {
  const sums = new Map<string, number>();
  const answered = new Set<string>();
  let count = 0;
  for (const row of entries) {
    count += 1;
    if (row.period !== period) continue;
    answered.add(row.unit);
    const type = findElement(row.element)?.type;
    if (row.value !== null && (type === "count" || type === "money"))
      sums.set(row.element, (sums.get(row.element) ?? 0) + row.value);
  }
  const totals: Record<string, number> = { units, entries: count, units_answered: answered.size };
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
