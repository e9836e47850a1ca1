// A reply that came back for a report sent from here: the report is accepted, or cells of it are opened again.
import { periodOf } from "../../../shared/domain/period.ts";
import {
  insertOpenedCell,
  insertRemark,
  insertReturnNotice,
  type RemarkRow,
} from "../../database/queries/corrections.ts";
import {
  findLatestSubmission,
  findSubmission,
  setReceipted,
  setReturned,
  type SubmissionRecord,
} from "../../database/queries/exchange.ts";
import { setPeriodState } from "../../database/queries/periods.ts";
import { issuesOf } from "../../exchange/reply-issues.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { outcomeOf } from "../bundle/reply-outcome.ts";
import { freeNumber } from "../report/numbers.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
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
  if (!sent) return;
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
    openRemarked(workspace, office, sent, rows);
  } else setReceipted(db, sent.sha256, { result: said.result, at, issuer });
  const period = periodOf(sent.period);
  if (findLatestSubmission(db, sent.form, period)?.sha256 !== sent.sha256) return;
  setPeriodState(db, sent.form, period, isReturned ? "returned" : "accepted", null, at);
  if (isReturned) freeNumber(workspace, period);
}

/** Opens exactly the cells that remarks name; a cell this office does not know stays a remark and no more. */
function openRemarked(
  workspace: Workspace,
  office: OfficeRecord,
  sent: SubmissionRecord,
  rows: readonly RemarkRow[],
): void {
  const named = rows.flatMap(({ unit, element, period, message }) =>
    unit !== null && element !== null && period !== null
      ? [{ place: { unit, element, period }, message }]
      : [],
  );
  if (named.length === 0) return;
  const figures = sentFigures(workspace, sent.sha256);
  for (const { place, message } of named) {
    const cell = openCell(workspace, office, place, figures);
    if (cell)
      insertOpenedCell(workspace.db, sent.sha256, {
        ...cell,
        reason: message,
        author: null,
        at: workspace.now(),
      });
  }
}
