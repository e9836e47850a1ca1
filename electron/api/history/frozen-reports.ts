// Every report that was frozen here, signed or only approved, and every one taken in from another office.
import type { FrozenReport } from "../../../shared/contract/history.ts";
import { comparePeriods, type Period, parsePeriod, RHYTHMS } from "../../../shared/domain/period.ts";
import { compareVietnamese } from "../../../shared/domain/text.ts";
import { findPeriodState, listLockedPeriods } from "../../database/queries/periods.ts";
import { type BundleLogRow, listReceived } from "../../database/queries/received.ts";
import { listSubmissions, type SubmissionRecord } from "../../database/queries/submissions.ts";
import { findKeptReport } from "../bundle/kept-report.ts";
import { api, requireOffice } from "../implementation.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export const reports = api.history.reports.handler(({ context: { workspace } }) =>
  frozenReports(workspace, requireOffice(workspace)),
);

/** Newest period first, of one period the newest correction. */
export function frozenReports(workspace: Workspace, office: OfficeRecord): FrozenReport[] {
  const sent = listSubmissions(workspace.db).map((record) => toSent(office, record));
  const received = listReceived(workspace.db).flatMap((row) => toReceived(row) ?? []);
  return [...approvedReports(workspace, office), ...sent, ...received].toSorted((left, right) => {
    const [one, other] = [parsePeriod(left.period), parsePeriod(right.period)];
    if (!one || !other) return 0;
    return (
      comparePeriods(other, one) ||
      compareVietnamese(left.issuer.code, right.issuer.code) ||
      right.correction - left.correction
    );
  });
}

/** Approved, and not signed yet: its tables are kept as they will be sent. */
function approvedReports(workspace: Workspace, office: OfficeRecord): FrozenReport[] {
  return listLockedPeriods(workspace.db).flatMap(({ form, code, state }): FrozenReport[] => {
    const period = parsePeriod(code);
    if (state !== "approved" || !period || !findKeptReport(workspace, period)) return [];
    return [approvedReport(office, period, findPeriodState(workspace.db, form, period)?.approved_at ?? "")];
  });
}

export function approvedReport(office: OfficeRecord, period: Period, at: string): FrozenReport {
  return {
    kind: "approved",
    digest: null,
    form: period.rhythm,
    period: period.code,
    correction: 0,
    state: "approved",
    issuer: { code: office.code, name: office.name },
    at,
  };
}

export function toSent(office: OfficeRecord, record: SubmissionRecord): FrozenReport {
  return {
    kind: "sent",
    digest: record.sha256,
    form: record.form,
    period: record.period,
    correction: record.correction,
    state: record.state,
    issuer: { code: office.code, name: office.name },
    at: record.createdAt,
  };
}

export function toReceived(row: BundleLogRow): FrozenReport | undefined {
  const form = RHYTHMS.find((rhythm) => rhythm === row.form);
  if (row.kind !== "submission" || row.period === null || !form) return undefined;
  return {
    kind: "received",
    digest: row.manifestSha256,
    form,
    period: row.period,
    correction: row.correction ?? 0,
    state: row.status,
    issuer: { code: row.unitCode, name: row.unitName },
    at: row.receivedAt,
  };
}
