// A programme as a whole: how many of its targets stand where (domain.md §d.5 rule 9).
import type { Evaluation, EvaluationSummary } from "../evaluation.ts";

/** "10/14 chỉ tiêu đạt và vượt": every target counts below, also one that cannot be judged yet. */
export function rollUp(rows: readonly Pick<Evaluation, "status">[]): EvaluationSummary {
  const byStatus: Record<string, number> = {};
  for (const row of rows) byStatus[row.status] = (byStatus[row.status] ?? 0) + 1;
  const count = (...statuses: Evaluation["status"][]) =>
    statuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
  return {
    total: rows.length,
    judged: count("met", "exceeded", "notMet"),
    reached: count("met", "exceeded"),
    byStatus,
  };
}
