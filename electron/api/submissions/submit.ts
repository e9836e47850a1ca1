import { type Period, periodOf, type Rhythm } from "../../../shared/domain/period.ts";
import { failPoint } from "../../database/fail-point.ts";
import { findLatestSubmission, findSubmission, listSubmissions } from "../../database/queries/submissions.ts";
import { deleteApprovedContent } from "../../database/queries/approved-report.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { findForgotten, findRestored } from "../backup/restored-state.ts";
import { findKeptReport, keptTables } from "../bundle/kept-report.ts";
import type { Workspace } from "../workspace.ts";
import { paperDigest } from "../bundle/paper-document.ts";
import { findKey, heldList, unlockKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { paperNow, renderPapers } from "../report/files.ts";
import { isBodyWhole } from "../report/kept-body.ts";
import { standingOf } from "../trust/own-keys.ts";
import { inTurns } from "../turns.ts";
import { putInOutbox } from "./export.ts";
import { totalsOf } from "./preparation.ts";
import { nextSubmission, signReport } from "./sign.ts";
import { toSubmissionRow } from "./submission-row.ts";
import { writeFault } from "./write-fault.ts";

export const list = api.submissions.list.handler(({ context: { workspace } }) =>
  listSubmissions(workspace.db).map(toSubmissionRow),
);

export const submit = api.submissions.submit.handler(async function* ({
  input,
  context: { workspace },
  errors,
  signal,
}) {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  if (!office.parent) throw errors.NO_PARENT();
  const audience = office.parent.uid;
  requireReady(workspace, input.form, period, errors);
  const row = findKey(workspace, "sign");
  if (!row) throw errors.NO_KEY();
  // Nobody would take a report signed by it: said before the passphrase is asked, not by the province later.
  const { standing, reason } = standingOf(row, (await heldList(workspace))?.list);
  if (standing === "retired" || standing === "revoked")
    throw errors.KEY_ENDED({ data: { status: standing, reason } });
  yield { step: "unlocking", done: 0, total: 0 };
  const key = await unlockKey(workspace, row, input.passphrase);
  if (!key) throw errors.PASSPHRASE_WRONG();
  const papers = yield* inTurns(workspace, renderPapers(workspace, office, period), signal);
  yield { step: "signing", done: 0, total: 0 };
  const bundle = await workspace.write(() => {
    signal?.throwIfAborted();
    // Asked again inside: two windows may press the button at once.
    requireReady(workspace, input.form, period, errors);
    const report = findKeptReport(workspace, period);
    const tables = keptTables(workspace, period);
    if (!report || !tables || !isBodyWhole(workspace, period)) throw errors.APPROVAL_STALE();
    // Rendering takes seconds, and another window may have written on the report meanwhile.
    const paper = paperDigest(paperNow(workspace, office, period));
    if (papers.paperSha256 !== paper || (input.previewPaper ?? paper) !== paper) throw errors.PAPER_CHANGED();
    const shown = input.previewTotals;
    if (shown && totalsOf(report.totals, period).some((line) => shown[line.element] !== line.value))
      throw errors.PREVIEW_STALE();
    const signed = signReport(
      workspace,
      office,
      { period, audience, report, tables, papers, submission: nextSubmission(workspace, period) },
      key,
    );
    deleteApprovedContent(db, input.form, period);
    failPoint("submit.before_commit");
    return signed;
  });
  failPoint("submit.after_commit");
  yield { step: "writing", done: 0, total: 0 };
  try {
    await putInOutbox(workspace, bundle.fileName, bundle.bytes);
  } catch (error) {
    // The bundle is safe in the database; saving it again needs no signature.
    throw writeFault(error, errors);
  }
  failPoint("submit.after_outbox");
  const record = findSubmission(db, bundle.digest);
  if (!record) throw new RangeError("submit: not kept");
  return toSubmissionRow(record);
});

interface ReadyErrors {
  readonly RECEIPT_NEEDED: (options: { data: { restoredAt: string } }) => Error;
  readonly SENT_BEFORE_RESTORE: (options: { data: { digest: string } }) => Error;
  readonly ALREADY_SUBMITTED: (options: { data: { digest: string } }) => Error;
  readonly NOT_APPROVED: () => Error;
}

/** What keeps a report of a period from being signed now, thrown as the declared error. */
export function requireReady({ db }: Workspace, form: Rhythm, period: Period, errors: ReadyErrors): void {
  const restored = findRestored(db);
  if (restored?.isReceiptAwaited) throw errors.RECEIPT_NEEDED({ data: { restoredAt: restored.at } });
  const forgotten = findForgotten(db, form, period);
  if (forgotten && !forgotten.returned)
    throw errors.SENT_BEFORE_RESTORE({ data: { digest: forgotten.sha256 } });
  const latest = forgotten ? undefined : findLatestSubmission(db, form, period);
  if (latest && latest.state !== "returned")
    throw errors.ALREADY_SUBMITTED({ data: { digest: latest.sha256 } });
  if (findPeriodState(db, form, period)?.state !== "approved") throw errors.NOT_APPROVED();
}
