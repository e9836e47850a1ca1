import type { Database } from "../connection.ts";
import { first } from "../rows.ts";

/** Figures of a period that are marked as estimates. */
export function countEstimated(db: Database, periodId: number): number {
  const row = first<{ count: number }>(
    db,
    "SELECT count(*) AS count FROM entry WHERE period_id = ? AND is_estimate = 1",
    periodId,
  );
  return row?.count ?? 0;
}
