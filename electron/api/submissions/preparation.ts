// Everything the page of one report needs before it is signed.
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import type { SubmissionPreparation } from "../../../shared/contract/submissions.ts";
import { atOnce } from "../../../shared/domain/parts.ts";
import { type Period } from "../../../shared/domain/period.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import { countEstimated } from "../../database/queries/estimates.ts";
import { findPeriodState, periodId } from "../../database/queries/periods.ts";
import { findForgotten } from "../backup/restored-state.ts";
import { unapprovedIn } from "../bundle/frozen-parts.ts";
import { changedSinceApproval, findKeptReport } from "../bundle/kept-report.ts";
import { findKey } from "../bundle/keyring.ts";
import { type TotalLine, totalLines } from "../bundle/totals.ts";
import { completenessOf, ownCompleteness } from "../completeness.ts";
import { unsavedTexts } from "../entry-memory.ts";
import { reportDueOf } from "../due-state.ts";
import { checkFormByParts, checkSelf } from "../findings.ts";
import { formOf, lockedWithin } from "../form-reader.ts";
import { api, requireFormPeriod, requireOffice } from "../implementation.ts";
import { readInTurns, workInTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { toSubmissionRow } from "./submission-row.ts";

export const prepare = api.submissions.prepare.handler(
  async ({ input, context: { workspace }, errors, signal }) => {
    const office = requireOffice(workspace);
    const period = requireFormPeriod(input, errors);
    const checks = readInTurns(workspace, () => checkByParts(workspace, office, period), signal);
    return preparationOf(workspace, office, period, await workInTurns(workspace, checks, signal));
  },
);

/** Every rule over the figures of the unions and over what the office says of itself. */
export function* checkByParts(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
): Generator<JobProgress, readonly FindingView[]> {
  const { findings } = yield* checkFormByParts(workspace, formOf(period), period);
  return [...findings, ...checkSelf(workspace, office, period).findings];
}

export function preparationOf(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  findings: readonly FindingView[] = atOnce(checkByParts(workspace, office, period)),
): SubmissionPreparation {
  const form = formOf(period);
  const { expected, started, complete, missing } = completenessOf(workspace, period);
  const stored = findPeriodState(workspace.db, form.code, period);
  const forgotten = findForgotten(workspace.db, form.code, period);
  // What was signed here before the return came is replaced by the correction that is prepared.
  const latest = forgotten?.returned ? undefined : findLatestSubmission(workspace.db, form.code, period);
  // A period that was opened again, or was approved and came back, is prepared afresh.
  const isLocked = stored !== undefined && stored.state !== "returned";
  const kept = isLocked ? findKeptReport(workspace, period) : undefined;
  return {
    form: form.code,
    period: period.code,
    state: stored?.state ?? (forgotten?.returned ? "returned" : "open"),
    lockedWithin: lockedWithin(workspace, period),
    dueOn: reportDueOf(workspace, period),
    unitsExpected: expected.length,
    unitsStarted: started,
    unitsComplete: complete,
    estimated: countEstimated(workspace.db, periodId(period)),
    own: ownCompleteness(workspace, period),
    unsaved: unsavedTexts(workspace.db, period),
    unitsMissing: missing.map(({ uid, code, name }) => ({ uid, code, name })),
    ...whatBlocks(findings),
    approvedBy: stored?.approved_by ?? null,
    approvedAt: stored?.approved_at ?? null,
    hasKey: findKey(workspace, "sign") !== undefined,
    audience: office.parent && { code: office.parent.code, name: office.parent.name },
    submission: latest ? toSubmissionRow(latest) : null,
    forgotten: forgotten ? { isReturned: forgotten.returned !== null } : null,
    totals: kept ? totalsOf(kept.totals, period) : [],
    unapproved: isLocked ? (kept?.unapproved ?? []) : unapprovedIn(workspace, period),
    incompleteReason: kept?.incompleteReason ?? null,
    changedSinceApproval: stored?.state === "approved" ? changedSinceApproval(workspace, period) : [],
  };
}

/** What keeps a period from being approved. */
export function whatBlocks(
  findings: readonly FindingView[],
): Pick<SubmissionPreparation, "blocking" | "unexplained"> {
  return {
    blocking: findings.filter((finding) => finding.severity === "block"),
    unexplained: findings.filter((finding) => finding.severity === "warn" && finding.explanation === null),
  };
}

/** The control totals of a period's form, in its order. */
export function totalsOf(totals: Readonly<Record<string, number>>, period: Period): TotalLine[] {
  return totalLines(
    totals,
    formOf(period).cells.map((cell) => cell.element.code),
  );
}
