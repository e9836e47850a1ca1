// The newest figure of every unit for one element, from whatever period it is.
import type { Database } from "../connection.ts";
import { all } from "../rows.ts";

export interface LatestValue {
  readonly value: number;
  /** `2026-M10`. */
  readonly period: string;
}

/**
 * By unit, from the periods that ended up to a day and the months that had begun; of several that ended together, the longest.
 * A unit without any figure is not in it.
 * @param on `YYYY-MM-DD`
 */
export function listLatestValues(db: Database, elementId: number, on: string): Map<number, LatestValue> {
  const rows = all<LatestValue & { unitId: number }>(
    db,
    // Beside max(), SQLite takes the other columns from the row of the maximum.
    `WITH shown AS MATERIALIZED (
       SELECT id, code, row_number() OVER (ORDER BY end_on, id) AS rank FROM reporting_period
       WHERE end_on <= @on OR (rhythm = 'month' AND start_on <= @on))
     SELECT unit_id AS unitId, value, code AS period, max(rank)
       FROM shown CROSS JOIN entry ON period_id = shown.id AND element_id = @elementId
       WHERE value IS NOT NULL GROUP BY unit_id`,
    { elementId, on },
  );
  return new Map(rows.map(({ unitId, value, period }) => [unitId, { value, period }]));
}
