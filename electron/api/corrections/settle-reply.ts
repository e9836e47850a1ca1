// A reply that came back for a report sent from here: the report is accepted, or cells of it are opened again.
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { parsePeriod, periodOf } from "../../../shared/domain/period.ts";
import { deleteApprovedReport } from "../../database/queries/approved-report.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  deleteAnsweredCells,
  deleteOpenedCell,
  insertOpenedCell,
  insertRemark,
  insertReturnNotice,
  type RemarkRow,
} from "../../database/queries/corrections.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findSubmission, setReceipted, setReturned } from "../../database/queries/submissions.ts";
import { findPeriodState, setPeriodState } from "../../database/queries/periods.ts";
import { setForgotten } from "../../database/queries/forgotten.ts";
import { issuesOf } from "../../exchange/reply-issues.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { findForgotten } from "../backup/restored-state.ts";
import { outcomeOf } from "../bundle/reply-outcome.ts";
import { freeNumber } from "../report/numbers.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { openedCells } from "./correction-view.ts";
import { openCell, sentFigures } from "./open-cell.ts";
import { remarkRowOf } from "./remark-issue.ts";

/**
 * Writes down what a receipt or return says. A reply that a later one has replaced already is kept and changes nothing.
 * Call inside the transaction that takes it in, after it was logged.
 */
export function settleReply(workspace: Workspace, office: OfficeRecord, content: VerifiedContent): void {
  const { db } = workspace;
  const { manifest, digest } = content;
  if (manifest.kind !== "receipt" && manifest.kind !== "return") return;
  const said = manifest.kind === "receipt" ? manifest.receipt : manifest.return;
  const sent = findSubmission(db, said.in_reply_to.manifest_sha256);
  if (!sent) return settleForgotten(workspace, office, content, manifest);
  // "duplicate" repeats what was said before; of a report whose reply was lost it says that it has come.
  const outcome = outcomeOf(db, sent.sha256);
  if (outcome && outcome.replyDigest !== digest) return;
  const at = workspace.now();
  const issuer = manifest.issuer.unit_name;
  const rows = [...issuesOf(content)].map(remarkRowOf);
  for (const row of rows) insertRemark(db, digest, sent.sha256, row);
  const isReturned = said.result === "returned";
  // What has been replaced by a correction stays replaced, whatever is said of it.
  if (sent.state === "superseded") return;
  if (isReturned) {
    setReturned(db, sent.sha256, { at, issuer });
    const dueOn = manifest.kind === "return" ? manifest.return.due_date : null;
    insertReturnNotice(db, { sha256: digest, report: sent.sha256, issuer, dueOn, at });
    closeUntouched(workspace, office, sent.sha256);
    openRemarked(workspace, office, sent.sha256, rows, () => sentFigures(workspace, sent.sha256));
  } else setReceipted(db, sent.sha256, { result: said.result, at, issuer });
  const period = periodOf(sent.period);
  // A later sending is not here: how the period stands, its replies say.
  if (findForgotten(db, sent.form, period)) return;
  // A correction that was approved, but not sent, does not answer what is said now.
  if (findPeriodState(db, sent.form, period)?.state === "approved") {
    deleteApprovedReport(db, sent.form, period);
    const act = isReturned ? "period.reopen" : "period.unapprove";
    appendAudit(db, workspace.act(), act, `${sent.form}/${period.code}`, { replied: digest });
  }
  setPeriodState(db, sent.form, period, isReturned ? "returned" : "accepted", null, at);
  if (isReturned) freeNumber(workspace, period);
}

/**
 * Writes down what a reply says of a report that was sent after the backup. What was in it is not known here, so a return opens its
 * period as a whole, and the named cells wherever they are; the return itself says what the correction has to follow.
 */
function settleForgotten(
  workspace: Workspace,
  office: OfficeRecord,
  content: VerifiedContent,
  manifest: ManifestOf<"receipt"> | ManifestOf<"return">,
): void {
  const { db } = workspace;
  const said = manifest.kind === "receipt" ? manifest.receipt : manifest.return;
  const { manifest_sha256: report, instance_id: instanceId, seq } = said.in_reply_to;
  const period = parsePeriod(manifest.context?.period ?? "");
  if (!period || findOutgoing(db, report)) return;
  const outcome = outcomeOf(db, report);
  if (outcome && outcome.replyDigest !== content.digest) return;
  const at = workspace.now();
  const issuer = manifest.issuer.unit_name;
  setForgotten(db, {
    sha256: report,
    form: period.rhythm,
    period: period.code,
    instanceId,
    seq,
    returned:
      said.result === "returned"
        ? {
            sha256: content.digest,
            submissionId: said.submission_id,
            correction: said.revision,
            issuer,
            dueOn: said.due_date,
            at,
          }
        : null,
  });
  const rows = [...issuesOf(content)].map(remarkRowOf);
  for (const row of rows) insertRemark(db, content.digest, report, row);
  const standing = findForgotten(db, period.rhythm, period);
  if (standing?.sha256 !== report) return;
  // It answered whatever was returned before it.
  deleteAnsweredCells(db, standing);
  if (!standing.returned) {
    if (findPeriodState(db, period.rhythm, period)?.state === "returned")
      setPeriodState(db, period.rhythm, period, null, null, at);
    return;
  }
  // What was approved, or signed anew meanwhile, does not answer the return.
  deleteApprovedReport(db, period.rhythm, period);
  setPeriodState(db, period.rhythm, period, null, null, at);
  // What an earlier return opened stays: without the report nobody can say which of its figures were written since.
  openRemarked(workspace, office, report, rows, () => new Map());
  freeNumber(workspace, period);
  appendAudit(db, workspace.act(), "period.reopen", `${period.rhythm}/${period.code}`, {
    returned: content.digest,
  });
}

/**
 * A return that replaces another says by itself what is open: what only the earlier one named closes. A figure written
 * since stays open, for it is part of the correction now; so does what was opened here.
 */
function closeUntouched(workspace: Workspace, office: OfficeRecord, report: string): void {
  for (const { opened, isOwn, isChanged } of openedCells(workspace, office, report))
    if (!isOwn && !isChanged) deleteOpenedCell(workspace.db, report, opened);
}

/** Opens exactly the cells that remarks name; a cell this office does not know stays a remark and no more. */
function openRemarked(
  workspace: Workspace,
  office: OfficeRecord,
  report: string,
  rows: readonly RemarkRow[],
  reported: () => ReadonlyMap<string, EntryValue>,
): void {
  const named = rows.flatMap(({ unit, element, period, message }) =>
    unit !== null && element !== null && period !== null
      ? [{ place: { unit, element, period }, message }]
      : [],
  );
  if (named.length === 0) return;
  const figures = reported();
  for (const { place, message } of named) {
    const cell = openCell(workspace, office, place, figures);
    if (cell)
      insertOpenedCell(workspace.db, report, {
        ...cell,
        reason: message,
        author: null,
        at: workspace.now(),
      });
  }
}
