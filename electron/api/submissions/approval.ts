// Approving a period, which locks it, and taking the approval back before anything was signed.
import type { FindingView } from "../../../shared/contract/entries.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { type Period, periodOf, type Rhythm } from "../../../shared/domain/period.ts";
import { failPoint } from "../../database/fail-point.ts";
import type { EncodedEntry } from "../../exchange/entry-encoding.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { lastAuthor } from "../../database/queries/entry-history.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import { deleteApprovedReport } from "../../database/queries/approved-report.ts";
import { findPeriodState, periodId, setPeriodState } from "../../database/queries/periods.ts";
import { listPeople } from "../../database/queries/settings.ts";
import { findForgotten } from "../backup/restored-state.ts";
import { assertAcceptable, freezeReport, type FrozenReport } from "../bundle/freeze.ts";
import { encodeReport, keepReport } from "../bundle/kept-report.ts";
import { completenessOf, ownCompleteness } from "../completeness.ts";
import { unsavedTexts } from "../entry-memory.ts";
import { judgeProgrammes } from "../evaluation.ts";
import { encodeBody, keepBody } from "../report/kept-body.ts";
import { presentBody } from "../report/paper.ts";
import { readForms } from "../report/statistics.ts";
import { api, requireFormPeriod, requireOffice } from "../implementation.ts";
import { readThenWrite } from "../turns.ts";
import { hasRole, type OfficeRecord, type Workspace } from "../workspace.ts";
import { checkByParts, preparationOf, whatBlocks } from "./preparation.ts";

export const approve = api.submissions.approve.handler(async function* ({
  input,
  context: { workspace },
  errors,
  signal,
}) {
  const office = requireOffice(workspace);
  const period = requireFormPeriod(input, errors);
  const read = () => readyToApprove(workspace, office, period, input, errors);
  const keep = (ready: ReadyToApprove) => {
    keepApproval(workspace, period, ready);
    failPoint("approve.before_commit");
    return ready.findings;
  };
  const findings = yield* readThenWrite(workspace, read, keep, signal);
  failPoint("approve.after_commit");
  return preparationOf(workspace, office, period, findings);
});

interface ApprovalInput {
  readonly form: Rhythm;
  readonly personId?: number | undefined;
  readonly incompleteReason?: string | undefined;
}

type ApprovalErrors = Parameters<Parameters<typeof api.submissions.approve.handler>[0]>[0]["errors"];

interface ReadyToApprove {
  readonly approver: string;
  readonly reason: string | null;
  readonly started: number;
  readonly expected: number;
  readonly findings: readonly FindingView[];
  readonly frozen: FrozenReport;
  readonly encoded: readonly EncodedEntry[];
  /** What the printed report is made from. */
  readonly body: string;
}

/** Everything an approval needs, and every reason against it; writes nothing. */
async function* readyToApprove(
  workspace: Workspace,
  office: OfficeRecord,
  period: Period,
  input: ApprovalInput,
  errors: ApprovalErrors,
): AsyncGenerator<JobProgress, ReadyToApprove> {
  const { db } = workspace;
  const stored = findPeriodState(db, input.form, period);
  if (stored && stored.state !== "returned")
    throw errors.PERIOD_LOCKED({ data: { state: stored.state, at: stored.approved_at } });
  const { expected, started, complete, missing } = completenessOf(workspace, period);
  // The office's own answers are a report too.
  const own = ownCompleteness(workspace, period);
  if (started === 0 && (own?.filled ?? 0) === 0) throw errors.NO_ENTRIES();
  const unsaved = unsavedTexts(db, period);
  if (unsaved > 0) throw errors.UNSAVED_TEXTS({ data: { cells: unsaved } });
  // Nobody locks a period that unions or the office's own answers are missing from without having seen it and said why.
  const isOwnMissing = own !== null && own.filled < own.asked;
  const reason = missing.length > 0 || isOwnMissing ? (input.incompleteReason ?? null) : null;
  if (missing.length > 0 && reason === null)
    throw errors.INCOMPLETE({ data: { expected: expected.length, started, complete } });
  if (isOwnMissing && reason === null) throw errors.OWN_INCOMPLETE({ data: own });
  // What the office says of itself goes up with the report and is held to the same rules.
  const findings = yield* checkByParts(workspace, office, period);
  const { blocking, unexplained } = whatBlocks(findings);
  if (blocking.length > 0 || unexplained.length > 0)
    throw errors.CHECKS_FAILED({ data: { blocking: blocking.length, unexplained: unexplained.length } });
  const approver = approverOf(workspace, period, input, errors);
  const judged = yield* judgeProgrammes(workspace, office, period);
  const frozen = yield* freezeReport(workspace, office, {
    period,
    judged,
    findings,
    incompleteReason: reason,
  });
  yield* assertAcceptable(frozen, period, office.uid);
  const encoded = yield* encodeReport(frozen);
  yield* readForms(workspace, period);
  const body = encodeBody(presentBody(workspace, office, period, judged));
  return { approver, reason, started, expected: expected.length, findings, frozen, encoded, body };
}

/** @returns the name of who approves */
function approverOf(
  workspace: Workspace,
  period: Period,
  { personId }: ApprovalInput,
  errors: ApprovalErrors,
): string {
  const people = listPeople(workspace.db);
  const person = people.find((candidate) => candidate.id === (personId ?? workspace.act().personId));
  const approvers = people.filter((candidate) => hasRole(candidate.roles, "approver"));
  // An office that has named no approver is not kept from working; one that has, keeps to it.
  if (personId !== undefined && !person) throw errors.APPROVER_NEEDED({ data: { name: "" } });
  if (approvers.length > 0 && !approvers.some(({ id }) => id === person?.id))
    throw errors.APPROVER_NEEDED({ data: { name: person?.name ?? "" } });
  const author = lastAuthor(workspace.db, periodId(period));
  if (people.length > 1 && author && person?.id === author.id)
    throw errors.SECOND_PERSON_NEEDED({ data: { author: author.name } });
  return person?.name ?? workspace.act().actor;
}

/** All that an approval changes; call inside a transaction. */
function keepApproval(workspace: Workspace, period: Period, ready: ReadyToApprove): void {
  const { db } = workspace;
  const { approver, reason, frozen, started, expected } = ready;
  const form = period.rhythm;
  workspace.ensurePeriod(period);
  setPeriodState(db, form, period, "approved", approver, workspace.now());
  deleteApprovedReport(db, form, period);
  const report = keepReport(workspace, period, frozen, ready.encoded, reason);
  const paper = keepBody(workspace, period, ready.body);
  const details = {
    report,
    paper,
    unapproved: frozen.unapproved,
    incompleteReason: reason,
    started,
    expected,
  };
  appendAudit(
    db,
    { ...workspace.act(), actor: approver },
    "period.approve",
    `${form}/${period.code}`,
    details,
  );
}

export const reopen = api.submissions.reopen.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const period = periodOf(input.period);
  inTransaction(workspace.db, () => {
    const stored = findPeriodState(workspace.db, input.form, period);
    if (!stored) throw errors.NOT_APPROVED();
    if (stored.state !== "approved") throw errors.ALREADY_SUBMITTED();
    // A correction that is opened again is what it was before: a report sent back, with its cells open.
    const isCorrection =
      !findForgotten(workspace.db, input.form, period) &&
      findLatestSubmission(workspace.db, input.form, period)?.state === "returned";
    setPeriodState(workspace.db, input.form, period, isCorrection ? "returned" : null, null, workspace.now());
    deleteApprovedReport(workspace.db, input.form, period);
    appendAudit(workspace.db, workspace.act(), "period.reopen", `${input.form}/${input.period}`, {
      reason: input.reason,
    });
  });
  return preparationOf(workspace, office, period);
});
