// Who has reported and who has not, period by period.
import type { ReportingView } from "../../../shared/contract/submissions.ts";
import { daysBetween } from "../../../shared/domain/calendar.ts";
import { dayOf } from "../../../shared/domain/clock.ts";
import { type Period, periodOf, periodsOfYear } from "../../../shared/domain/period.ts";
import { type BundleLogRow, listReceived } from "../../database/queries/received.ts";
import { reportDueOf } from "../due-state.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { keyOf, listSubordinates, reportersOf } from "./subordinates.ts";

export const reporting = api.submissions.reporting.handler(({ input, context: { workspace } }) =>
  reportingOf(workspace, requireOffice(workspace), input),
);

/** Without a period: the one, of the year when one is asked for, whose day has come last. */
export async function reportingOf(
  workspace: Workspace,
  office: OfficeRecord,
  input: { readonly period?: string | undefined; readonly year?: number | undefined },
): Promise<ReportingView> {
  const accepted = acceptedReports(workspace);
  const subordinates = await listSubordinates(workspace, office);
  const period = periodOf(input.period ?? lastDue(workspace, input.year));
  const countOf = reportCounter(subordinates, accepted);
  const dueOn = reportDueOf(workspace, period);
  const today = workspace.today();
  const units = reportersOf(subordinates, accepted, period);
  return {
    period: period.code,
    dueOn,
    today,
    periods: periodsOfYear(period.year).map((candidate) => ({
      period: candidate.code,
      dueOn: reportDueOf(workspace, candidate),
      ...countOf(candidate),
    })),
    elsewhere: subordinates
      .filter((unit) => !units.includes(unit))
      .map(({ code, name, fromOn, untilOn }) => ({ code, name, fromOn, untilOn })),
    units: units.map(({ code, name, fromOn, untilOn }): ReportingView["units"][number] => {
      const row = accepted.get(keyOf(code, period));
      const day = row ? dayOf(row.receivedAt) : today;
      return {
        code,
        name,
        fromOn,
        untilOn,
        digest: row?.manifestSha256 ?? null,
        correction: row?.correction ?? null,
        receivedAt: row?.receivedAt ?? null,
        daysLate: Math.max(0, daysBetween(dueOn, day)),
      };
    }),
  };
}

/** How many offices are asked for each of some periods, and how many of their reports have been accepted. */
export async function countReports(
  workspace: Workspace,
  office: OfficeRecord,
  periods: readonly Period[],
): Promise<readonly (ReportCount & { readonly period: Period })[]> {
  const countOf = reportCounter(await listSubordinates(workspace, office), acceptedReports(workspace));
  return periods.map((period) => ({ period, ...countOf(period) }));
}

interface ReportCount {
  readonly expected: number;
  readonly received: number;
}

function reportCounter(
  subordinates: Awaited<ReturnType<typeof listSubordinates>>,
  accepted: ReturnType<typeof acceptedReports>,
): (period: Period) => ReportCount {
  return (period) => {
    const asked = reportersOf(subordinates, accepted, period);
    return {
      expected: asked.length,
      received: asked.filter(({ code }) => accepted.has(keyOf(code, period))).length,
    };
  };
}

/** The last correction that was accepted of each report, by unit and period. */
export function acceptedReports(workspace: Workspace): Map<string, BundleLogRow> {
  const reports = new Map<string, BundleLogRow>();
  for (const row of listReceived(workspace.db)) {
    if (row.kind !== "submission" || row.period === null || row.status !== "accepted") continue;
    const key = keyOf(row.unitCode, periodOf(row.period));
    const known = reports.get(key);
    if (!known || (row.correction ?? 0) > (known.correction ?? 0)) reports.set(key, row);
  }
  return reports;
}

/**
 * The period of a year whose day has come last; before the first of them, the first. Of several on one day, the longest.
 * Without a year: of all, for in January the last report that was due is one of December.
 */
export function lastDue(workspace: Workspace, year?: number): string {
  const today = workspace.today();
  const thisYear = Number(today.slice(0, 4));
  const periods = (year === undefined ? [thisYear - 1, thisYear] : [year])
    .flatMap(periodsOfYear)
    .map((period) => ({ period, dueOn: reportDueOf(workspace, period) }))
    .toSorted((left, right) =>
      left.dueOn === right.dueOn
        ? left.period.lastMonth - left.period.firstMonth - (right.period.lastMonth - right.period.firstMonth)
        : left.dueOn < right.dueOn
          ? -1
          : 1,
    );
  const [first] = periods;
  if (!first) throw new RangeError(`lastDue: ${year}`);
  return (periods.findLast(({ dueOn }) => dueOn <= today) ?? first).period.code;
}
