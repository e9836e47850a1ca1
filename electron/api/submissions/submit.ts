import { periodOf } from "../../../shared/domain/period.ts";
import { findLatestSubmission, findSubmission, listSubmissions } from "../../database/queries/exchange.ts";
import { deleteApprovedContent } from "../../database/queries/approved-report.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { findForgotten, findRestored } from "../backup/restored-state.ts";
import { findKeptReport, keptTables } from "../bundle/kept-report.ts";
import { paperDigest } from "../bundle/paper-document.ts";
import { findKey, heldList, unlockKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { paperNow, renderPapers } from "../report/files.ts";
import { isBodyWhole } from "../report/kept-body.ts";
import { standingOf } from "../trust/own-keys.ts";
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
}) {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  if (!office.parent) throw errors.NO_PARENT();
  const audience = office.parent.uid;
  const requireApproved = () => {
    const restored = findRestored(db);
    if (restored?.isReceiptAwaited) throw errors.RECEIPT_NEEDED({ data: { restoredAt: restored.at } });
    const forgotten = findForgotten(db, input.form, period);
    if (forgotten) throw errors.SENT_BEFORE_RESTORE({ data: { digest: forgotten.digest } });
    const latest = findLatestSubmission(db, input.form, period);
    if (latest && latest.state !== "returned")
      throw errors.ALREADY_SUBMITTED({ data: { digest: latest.sha256 } });
    if (findPeriodState(db, input.form, period)?.state !== "approved") throw errors.NOT_APPROVED();
  };
  requireApproved();
  const row = findKey(workspace, "sign");
  if (!row) throw errors.NO_KEY();
  // Nobody would take a report signed by it: said before the passphrase is asked, not by the province later.
  const { standing, reason } = standingOf(row, (await heldList(workspace))?.list);
  if (standing === "retired" || standing === "revoked")
    throw errors.KEY_ENDED({ data: { status: standing, reason } });
  yield { step: "unlocking", done: 0, total: 4 };
  const key = await unlockKey(workspace, row, input.passphrase);
  if (!key) throw errors.PASSPHRASE_WRONG();
  yield { step: "rendering", done: 1, total: 4 };
  const papers = await renderPapers(workspace, office, period);
  yield { step: "signing", done: 2, total: 4 };
  const bundle = await workspace.write(() => {
    // Asked again inside: two windows may press the button at once.
    requireApproved();
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
    return signed;
  });
  yield { step: "writing", done: 3, total: 4 };
  try {
    await putInOutbox(workspace, bundle.fileName, bundle.bytes);
  } catch (error) {
    // The bundle is safe in the database; saving it again needs no signature.
    throw writeFault(error, errors);
  }
  const record = findSubmission(db, bundle.digest);
  if (!record) throw new RangeError("submit: not kept");
  return toSubmissionRow(record);
});
