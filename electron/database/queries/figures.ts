// Reduction over time for evaluation. The rule is stated plainly in shared/domain/evaluate/memory-source.ts:
// the figure of a longer period replaces the shorter ones it contains.
import type { RawColumn, Reduction } from "../../../shared/domain/evaluate/figures.ts";
import { monthBits } from "../../../shared/domain/evaluate/figures.ts";
import { comparePeriods, contains, type Period } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { hasEntries } from "./entries.ts";
import { periodId } from "./periods.ts";

/**
 * One element over some periods of a year, one column over the units.
 * @param indexOf place of a unit's surrogate id in the column; entries of other units are left out
 * @param column filled in place
 */
export function reduceColumn(
  db: Database,
  elementId: number,
  periods: readonly Period[],
  reduction: Reduction,
  indexOf: ReadonlyMap<number, number>,
  column: RawColumn,
): void {
  const filled = periods
    .filter((period) => hasEntries(db, periodId(period), elementId))
    .toSorted(comparePeriods);
  const isDisjoint = filled.every(
    (period) => !filled.some((other) => other.code !== period.code && contains(other, period)),
  );
  if (reduction === "sum" && isDisjoint && filled.length > 1)
    sumDisjoint(db, elementId, filled, indexOf, column);
  else mergePeriods(db, elementId, filled, reduction, indexOf, column);
}

/** Every entry counts: SQLite adds up, month bits included, since bits of disjoint periods add like numbers. */
function sumDisjoint(
  db: Database,
  elementId: number,
  periods: readonly Period[],
  indexOf: ReadonlyMap<number, number>,
  column: RawColumn,
): void {
  const bits = Object.fromEntries(
    periods.map((period) => [periodId(period), monthBits(period.firstMonth, period.lastMonth)]),
  );
  const rows = db
    .statement(
      `SELECT unit_id, total(entry.value), sum(CASE WHEN state < 2 THEN bits.value ELSE 0 END), sum(CASE WHEN state = 2 THEN bits.value ELSE 0 END)
       FROM json_each(?) AS bits CROSS JOIN entry ON period_id = CAST(bits.key AS INTEGER) AND element_id = ? GROUP BY unit_id`,
    )
    .raw()
    .iterate(JSON.stringify(bits), elementId) as IterableIterator<[number, number, number, number]>;
  for (const [unitId, value, covered, notApplicable] of rows) {
    const index = indexOf.get(unitId);
    if (index === undefined) continue;
    column.value[index] = value;
    column.monthsCovered[index] = covered;
    column.monthsNotApplicable[index] = notApplicable;
  }
}

/** Period after period, in order of their end, a long one after the short ones it contains. */
function mergePeriods(
  db: Database,
  elementId: number,
  periods: readonly Period[],
  reduction: Reduction,
  indexOf: ReadonlyMap<number, number>,
  column: RawColumn,
): void {
  /** For sums, what each unit has from each period, so that a longer one can replace it. */
  const parts = new Map<number, { period: Period; value: number }[]>();
  for (const period of periods) {
    const bits = monthBits(period.firstMonth, period.lastMonth);
    const rows = db
      .statement("SELECT unit_id, state, value FROM entry WHERE period_id = ? AND element_id = ?")
      .raw()
      .iterate(periodId(period), elementId) as IterableIterator<[number, number, number | null]>;
    for (const [unitId, state, value] of rows) {
      const index = indexOf.get(unitId);
      if (index === undefined) continue;
      if (reduction === "sum") {
        // A longer period that says nothing countable still replaces what it contains.
        const kept = (parts.get(index) ?? []).filter((part) => !contains(period, part.period));
        const dropped = (parts.get(index) ?? []).filter((part) => contains(period, part.period));
        for (const part of dropped) {
          column.value[index] = (column.value[index] ?? 0) - part.value;
          column.monthsCovered[index] =
            (column.monthsCovered[index] ?? 0) & ~monthBits(part.period.firstMonth, part.period.lastMonth);
        }
        column.monthsNotApplicable[index] = (column.monthsNotApplicable[index] ?? 0) & ~bits;
        if (state < 2) kept.push({ period, value: value ?? 0 });
        parts.set(index, kept);
      }
      if (state === 2) column.monthsNotApplicable[index] = (column.monthsNotApplicable[index] ?? 0) | bits;
      if (state >= 2) continue;
      const before = column.value[index] ?? 0;
      column.value[index] =
        reduction === "sum"
          ? before + (value ?? 0)
          : reduction === "any"
            ? Math.max(before, value ?? 0)
            : (value ?? 0);
      column.monthsCovered[index] = (column.monthsCovered[index] ?? 0) | bits;
    }
  }
}
