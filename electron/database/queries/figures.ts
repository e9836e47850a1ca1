// Reduction over time for evaluation. The rule is stated plainly in shared/domain/evaluate/memory-source.ts:
// the figure of a longer period replaces the shorter ones it contains.
import { monthBits, type RawColumn, type Reduction } from "../../../shared/domain/evaluate/figures.ts";
import { comparePeriods, contains, type Period } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { FEW_UNITS, hasEntries } from "./entries.ts";
import { periodId } from "./periods.ts";

/**
 * One element over some periods of a year, one column over the units.
 * @param indexOf place of a unit's surrogate id in the column; entries of other units are left out
 * @param column all zero; filled in place. Of a sum, every month covered is marked; otherwise at least the last one.
 */
export function reduceColumn(
  db: Database,
  elementId: number,
  periods: readonly Period[],
  reduction: Reduction,
  indexOf: ReadonlyMap<number, number>,
  column: RawColumn,
): void {
  const [[unitId, place] = []] = indexOf;
  if (indexOf.size === 1 && unitId !== undefined && place !== undefined) {
    reduceCells(db, elementId, periods, reduction, unitId, place, column);
    return;
  }
  const filled = periods.filter((period) => hasEntries(db, periodId(period), elementId));
  if (reduction === "sum" && filled.length > 1 && isDisjoint(filled)) {
    sumDisjoint(db, elementId, filled, indexOf, column);
    return;
  }
  // Those that speak last and for the longest time first: they decide most units, and only the others are read on.
  const take = TAKE[reduction](column);
  const undecided = new Set(indexOf.keys());
  for (const period of filled.toSorted(ORDER[reduction])) {
    const bits = monthBits(period.firstMonth, period.lastMonth);
    for (const [unitId, state, value] of readEntries(db, elementId, period, undecided)) {
      const index = indexOf.get(unitId);
      if (index !== undefined && take(index, bits, state, value ?? 0)) undecided.delete(unitId);
    }
    if (undecided.size === 0) return;
  }
}

/** Takes one entry of a unit into the column. @returns whether nothing earlier or shorter can change the unit's figure any more */
type Take = (index: number, bits: number, state: number, value: number) => boolean;

const NOT_APPLICABLE = 2;
const WHOLE_YEAR = monthBits(1, 12);

const TAKE: Readonly<Record<Reduction, (column: RawColumn) => Take>> = {
  sum({ value: sums, monthsCovered, monthsNotApplicable }) {
    // Also what says nothing countable (chưa thu thập) replaces what it contains.
    const spoken = new Uint16Array(sums.length);
    return (index, bits, state, value) => {
      const before = spoken[index] ?? 0;
      if ((before & bits) !== 0) return false;
      spoken[index] = before | bits;
      if (state < NOT_APPLICABLE) {
        sums[index] = (sums[index] ?? 0) + value;
        monthsCovered[index] = (monthsCovered[index] ?? 0) | bits;
      } else if (state === NOT_APPLICABLE)
        monthsNotApplicable[index] = (monthsNotApplicable[index] ?? 0) | bits;
      return (before | bits) === WHOLE_YEAR;
    };
  },
  last({ value: stocks, monthsCovered, monthsNotApplicable }) {
    return (index, bits, state, value) => {
      if (((monthsCovered[index] ?? 0) | (monthsNotApplicable[index] ?? 0)) !== 0) return true;
      if (state < NOT_APPLICABLE) {
        stocks[index] = value;
        monthsCovered[index] = bits;
      } else if (state === NOT_APPLICABLE) monthsNotApplicable[index] = bits;
      return state <= NOT_APPLICABLE;
    };
  },
  any({ value: acts, monthsCovered, monthsNotApplicable }) {
    return (index, bits, state, value) => {
      if (state < NOT_APPLICABLE) {
        acts[index] = Math.max(acts[index] ?? 0, value);
        monthsCovered[index] = (monthsCovered[index] ?? 0) | bits;
      } else if (state === NOT_APPLICABLE)
        monthsNotApplicable[index] = (monthsNotApplicable[index] ?? 0) | bits;
      return acts[index] === 1;
    };
  },
};

/** The same of one unit, as after a save: its cells are sought in one statement. */
function reduceCells(
  db: Database,
  elementId: number,
  periods: readonly Period[],
  reduction: Reduction,
  unitId: number,
  index: number,
  column: RawColumn,
): void {
  const rows = db
    .statement(
      "SELECT period_id, state, value FROM entry WHERE period_id IN (SELECT value FROM json_each(?)) AND element_id = ? AND unit_id = ?",
    )
    .raw()
    .all(JSON.stringify(periods.map(periodId)), elementId, unitId) as EntryFigure[];
  if (rows.length === 0) return;
  const entryOf = new Map(rows.map(([period, state, value]) => [period, { state, value: value ?? 0 }]));
  const take = TAKE[reduction](column);
  for (const period of periods.toSorted(ORDER[reduction])) {
    const entry = entryOf.get(periodId(period));
    const bits = monthBits(period.firstMonth, period.lastMonth);
    if (entry && take(index, bits, entry.state, entry.value)) return;
  }
}

const ORDER: Readonly<Record<Reduction, (left: Period, right: Period) => number>> = {
  sum: longestFirst,
  last: latestFirst,
  any: latestFirst,
};

function latestFirst(left: Period, right: Period): number {
  return comparePeriods(right, left);
}

function longestFirst(left: Period, right: Period): number {
  return right.lastMonth - right.firstMonth - (left.lastMonth - left.firstMonth);
}

function isDisjoint(periods: readonly Period[]): boolean {
  return periods.every(
    (period) => !periods.some((other) => other.code !== period.code && contains(other, period)),
  );
}

/** Of a unit in one period, or of a period for one unit. */
type EntryFigure = [id: number, state: number, value: number | null];

/** Every entry of one element and period, by unit: one run of the table. */
export function listFigures(db: Database, elementId: number, period: Period): EntryFigure[] {
  return db
    .statement("SELECT unit_id, state, value FROM entry WHERE period_id = ? AND element_id = ?")
    .raw()
    .all(periodId(period), elementId) as EntryFigure[];
}

/** Entries of one period, of the units not decided yet. */
function readEntries(
  db: Database,
  elementId: number,
  period: Period,
  undecided: ReadonlySet<number>,
): EntryFigure[] {
  if (undecided.size > FEW_UNITS) {
    return listFigures(db, elementId, period).filter(([unitId]) => undecided.has(unitId));
  }
  return db
    .statement(
      "SELECT unit_id, state, entry.value FROM json_each(?) AS unit CROSS JOIN entry ON period_id = ? AND element_id = ? AND unit_id = unit.value",
    )
    .raw()
    .all(JSON.stringify([...undecided]), periodId(period), elementId) as EntryFigure[];
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
  const isFew = indexOf.size <= FEW_UNITS;
  const rows = db
    .statement(
      `SELECT unit_id, total(entry.value), sum(CASE WHEN state < 2 THEN bits.value ELSE 0 END), sum(CASE WHEN state = 2 THEN bits.value ELSE 0 END)
       FROM json_each(@bits) AS bits ${isFew ? "CROSS JOIN json_each(@units) AS unit" : ""}
         CROSS JOIN entry ON period_id = CAST(bits.key AS INTEGER) AND element_id = @elementId ${isFew ? "AND unit_id = unit.value" : ""}
       GROUP BY unit_id`,
    )
    .raw()
    .all({
      bits: JSON.stringify(bits),
      elementId,
      ...(isFew ? { units: JSON.stringify([...indexOf.keys()]) } : {}),
    }) as [number, number, number, number][];
  for (const [unitId, value, covered, notApplicable] of rows) {
    const index = indexOf.get(unitId);
    if (index === undefined) continue;
    column.value[index] = value;
    column.monthsCovered[index] = covered;
    column.monthsNotApplicable[index] = notApplicable;
  }
}
