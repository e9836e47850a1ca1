// Which period the office has come to: what the first page judges programmes at, and the year every place begins with.
import { parsePeriod, type Period } from "../../shared/domain/period.ts";
import { countUnitsWithEntries, listPeriodsWithEntries } from "../database/queries/entries.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import { reportDueOf } from "./due-state.ts";
import { unitsExpected } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/**
 * Of the periods with figures whose report was due or is approved, the one that ends last, the longest of several; one that is
 * not approved counts from when half the unions have answered. So a first figure typed in January does not put an empty year
 * in the place of the last one, whose report is still at work (domain.md §d.2). Where none is answered so far, the last of
 * them with any figure; undefined before that.
 */
export function answeredPeriod(workspace: Workspace, office: OfficeRecord): Period | undefined {
  const { db } = workspace;
  const today = workspace.today();
  const isApproved = (period: Period) => findPeriodState(db, period.rhythm, period) !== undefined;
  const due = listPeriodsWithEntries(db)
    .flatMap((code) => parsePeriod(code) ?? [])
    .filter((period) => reportDueOf(workspace, period) <= today || isApproved(period));
  const isAnswered = (period: Period) => {
    const half = Math.ceil(unitsExpected(workspace, period).length / 2);
    return countUnitsWithEntries(db, periodId(period), office.unitId, half) === half;
  };
  return due.find((period) => isApproved(period) || isAnswered(period)) ?? due[0];
}
