// Which period the office has come to: what the first page judges programmes at, and the year every place begins with.
import { parsePeriod, type Period, periodOf } from "../../shared/domain/period.ts";
import { countUnitsWithEntries, listPeriodsWithEntries } from "../database/queries/entries.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import { reportDueOf } from "./due-state.ts";
import { unitsExpected } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** Where the office stands: the period it has come to, this year while it has no figures of one that was due. */
export function currentPeriod(workspace: Workspace, office: OfficeRecord): Period {
  return answeredPeriod(workspace, office) ?? periodOf(workspace.today().slice(0, 4));
}

/**
 * Of the periods with figures whose report was due or is approved, the one that ends last, the longest of several; one that is
 * not approved counts from when half the unions have answered. So a first figure typed in January does not put an empty year
 * in the place of the last one, whose report is still at work (domain.md §d.2). Where none is answered so far, the last of
 * them with any figure; undefined before that.
 * @param isAsked leaves out periods that something else is not asked in
 */
export function answeredPeriod(
  workspace: Workspace,
  office: OfficeRecord,
  isAsked: (period: Period) => boolean = () => true,
): Period | undefined {
  const { db } = workspace;
  const today = workspace.today();
  let last: Period | undefined;
  for (const code of listPeriodsWithEntries(db)) {
    const period = parsePeriod(code);
    if (!period || !isAsked(period)) continue;
    if (findPeriodState(db, period.rhythm, period)) return period;
    if (reportDueOf(workspace, period) > today) continue;
    if (isAnswered(workspace, office, period)) return period;
    last ??= period;
  }
  return last;
}

/** Whether at least half the unions it is asked of have said anything of it. */
function isAnswered(workspace: Workspace, office: OfficeRecord, period: Period): boolean {
  const half = Math.ceil(unitsExpected(workspace, period).length / 2);
  return countUnitsWithEntries(workspace.db, periodId(period), office.unitId, half) === half;
}
