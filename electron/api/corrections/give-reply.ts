// Answering a report once more after it was taken in: sent back, accepted with remarks, or opened because its office asked.
import type { KeyObject } from "node:crypto";
import { failPoint } from "../../database/fail-point.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findGivenReturn, listGivenReplies, listRemarks } from "../../database/queries/corrections.ts";
import { findOutgoing, findReceived } from "../../database/queries/exchange.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { api, requireOffice } from "../implementation.ts";
import { type Answered, signReply } from "../submissions/receipt.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { keepReply, unknownPlace } from "./keep-reply.ts";
import type { Verdict } from "./remark-issue.ts";
import { remarkViews } from "./remark-view.ts";
import { openReport, unitsIn } from "./report-content.ts";

export const reply = api.corrections.reply.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const { digest, verdict } = input;
  if (!findReceived(db, digest)) throw errors.BUNDLE_UNKNOWN();
  const { content, manifest } = await openReport(workspace, digest, errors);
  if (verdict.result !== "returned" && verdict.remarks.length === 0) throw errors.NO_REMARKS();
  const stray = unknownPlace(content, verdict);
  if (stray) throw errors.REMARK_PLACE_UNKNOWN({ data: stray });
  const row = findKey(workspace, "sign");
  if (!row) throw errors.NO_KEY();
  const key = await unlockKey(workspace, row, input.passphrase);
  if (!key) throw errors.PASSPHRASE_WRONG();
  const said =
    verdict.result === "accepted" ? { ...verdict, result: "accepted_with_warnings" as const } : verdict;
  // Asked inside: two windows may answer at once.
  const signed = await workspace.write(() =>
    answerAgain(workspace, office, { manifest, digest }, said, key, errors),
  );
  failPoint("reply.after_commit");
  const bundle = findOutgoing(db, signed);
  if (!bundle) throw new RangeError("reply: not kept");
  return { digest: signed, offer: workspace.tickets.offer(bundle.fileName, bundle.bundle) };
});

interface AnswerErrors {
  readonly REPORT_REPLACED: () => Error;
  readonly ALREADY_RETURNED: () => Error;
}

/** Signs a reply that replaces every one given to a report before; call inside a transaction. @returns its digest */
export function answerAgain(
  workspace: Workspace,
  office: OfficeRecord,
  { manifest, digest }: Omit<Answered, "corrects">,
  verdict: Verdict,
  key: KeyObject,
  errors: AnswerErrors,
): string {
  const { db } = workspace;
  const received = findReceived(db, digest);
  if (received?.status === "superseded") throw errors.REPORT_REPLACED();
  if (findGivenReturn(db, digest)) throw errors.ALREADY_RETURNED();
  const before = [
    ...(received?.receiptSha256 ? [received.receiptSha256] : []),
    ...listGivenReplies(db, digest).map(({ sha256 }) => sha256),
  ];
  const corrects = [...new Set(before)].toSorted();
  const made = signReply(workspace, office, { manifest, digest, corrects }, verdict, key);
  keepReply(workspace, { manifest, digest, reply: made }, verdict);
  appendAudit(db, workspace.act(), "submission.reply", digest, {
    result: verdict.result,
    remarks: verdict.remarks.length,
    dueOn: verdict.dueOn,
    reply: made,
  });
  failPoint("reply.before_commit");
  return made;
}

export const remarks = api.corrections.remarks.handler(async ({ input, context: { workspace }, errors }) => {
  requireOffice(workspace);
  const { db } = workspace;
  const returned = findGivenReturn(db, input.digest);
  const rows = listRemarks(db, input.digest);
  const units = rows.length === 0 ? new Map() : unitsIn(await openReport(workspace, input.digest, errors));
  return {
    returned: returned ? { at: returned.at, dueOn: returned.dueOn } : null,
    remarks: remarkViews(rows, units),
  };
});
