// Which period the office has come to: what the first page judges programmes at, and the year every place begins with.
import { parsePeriod, type Period } from "../../shared/domain/period.ts";
import { listPeriodsWithEntries } from "../database/queries/entries.ts";
import { findPeriodState } from "../database/queries/periods.ts";
import { reportDueOf } from "./due-state.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Of the periods with figures, the one that ends last of those whose report was due or is approved, the longest of several:
 * a first figure typed in January does not put an empty year in the place of the last one, whose report is still at work
 * (domain.md §d.2). Undefined before that.
 */
export function answeredPeriod(workspace: Workspace): Period | undefined {
  const today = workspace.today();
  const isAnswered = (period: Period) =>
    reportDueOf(workspace, period) <= today ||
    findPeriodState(workspace.db, period.rhythm, period) !== undefined;
  return listPeriodsWithEntries(workspace.db)
    .flatMap((code) => parsePeriod(code) ?? [])
    .find(isAnswered);
}
