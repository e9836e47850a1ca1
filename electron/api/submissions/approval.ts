// Approving a period, which locks it, and taking the approval back before anything was signed.
import { periodOf } from "../../../shared/domain/period.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { lastAuthor } from "../../database/queries/entries.ts";
import { findLatestSubmission } from "../../database/queries/exchange.ts";
import { deleteApprovedReport } from "../../database/queries/approved-report.ts";
import { findPeriodState, periodId, setPeriodState } from "../../database/queries/periods.ts";
import { listPeople } from "../../database/queries/settings.ts";
import { findForgotten } from "../backup/restored-state.ts";
import { assertAcceptable, freezeReport } from "../bundle/freeze.ts";
import { keepReport } from "../bundle/kept-report.ts";
import { completenessOf, ownCompleteness } from "../completeness.ts";
import { unsavedTexts } from "../entry-memory.ts";
import { checkForm, checkSelf } from "../findings.ts";
import { formOf } from "../form-reader.ts";
import { keepBody } from "../report/kept-body.ts";
import { presentBody } from "../report/paper.ts";
import { api, requireOffice } from "../implementation.ts";
import { hasRole } from "../workspace.ts";
import { preparationOf } from "./preparation.ts";

export const approve = api.submissions.approve.handler(({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  if (period.rhythm !== input.form) throw errors.FORM_MISMATCH();
  inTransaction(db, () => {
    const stored = findPeriodState(db, input.form, period);
    if (stored && stored.state !== "returned")
      throw errors.PERIOD_LOCKED({ data: { state: stored.state, at: stored.approved_at } });
    const { expected, started, complete, missing } = completenessOf(workspace, period);
    // The office's own answers are a report too.
    if (started === 0 && (ownCompleteness(workspace, period)?.filled ?? 0) === 0) throw errors.NO_ENTRIES();
    const unsaved = unsavedTexts(db, period);
    if (unsaved > 0) throw errors.UNSAVED_TEXTS({ data: { cells: unsaved } });
    // Nobody locks a period that unions are missing from without having seen it and said why.
    const reason = missing.length === 0 ? null : (input.incompleteReason ?? null);
    if (missing.length > 0 && reason === null)
      throw errors.INCOMPLETE({ data: { expected: expected.length, started, complete } });
    // What the office says of itself goes up with the report and is held to the same rules.
    const checks = [checkForm(workspace, formOf(period), period), checkSelf(workspace, office, period)];
    const blocking = checks.reduce((sum, check) => sum + check.blocking, 0);
    const unexplained = checks.reduce((sum, check) => sum + check.unexplained, 0);
    if (blocking > 0 || unexplained > 0) throw errors.CHECKS_FAILED({ data: { blocking, unexplained } });
    const people = listPeople(db);
    const person = people.find((candidate) => candidate.id === (input.personId ?? workspace.act().personId));
    const approvers = people.filter((candidate) => hasRole(candidate.roles, "approver"));
    // An office that has named no approver is not kept from working; one that has, keeps to it.
    if (input.personId !== undefined && !person) throw errors.APPROVER_NEEDED({ data: { name: "" } });
    if (approvers.length > 0 && !approvers.some(({ id }) => id === person?.id))
      throw errors.APPROVER_NEEDED({ data: { name: person?.name ?? "" } });
    const author = lastAuthor(db, periodId(period));
    if (people.length > 1 && author && person?.id === author.id)
      throw errors.SECOND_PERSON_NEEDED({ data: { author: author.name } });
    workspace.ensurePeriod(period);
    const approver = person?.name ?? workspace.act().actor;
    setPeriodState(db, input.form, period, "approved", approver, workspace.now());
    deleteApprovedReport(db, input.form, period);
    const frozen = freezeReport(workspace, office, period, reason);
    assertAcceptable(frozen, period, office.uid);
    const report = keepReport(workspace, period, frozen, reason);
    const paper = keepBody(workspace, period, presentBody(workspace, office, period));
    appendAudit(
      db,
      { ...workspace.act(), actor: approver },
      "period.approve",
      `${input.form}/${input.period}`,
      {
        report,
        paper,
        unapproved: frozen.unapproved,
        incompleteReason: reason,
        started,
        expected: expected.length,
      },
    );
  });
  return preparationOf(workspace, office, period);
});

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
