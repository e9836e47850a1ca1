// Answering a report from wherever it stands: taken in with the answer, or answered once more after it was taken in.
import type { KeyObject } from "node:crypto";
import { failPoint } from "../../database/fail-point.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findGivenReturn, listGivenReplies, listRemarks } from "../../database/queries/corrections.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { settleOnDesk } from "../desk/batch.ts";
import { api, requireOffice } from "../implementation.ts";
import { takeIn } from "../submissions/accept.ts";
import { archive } from "../submissions/archive.ts";
import { dropPendingOf } from "../submissions/pending-bundle.ts";
import { type Answered, signReply } from "../submissions/receipt.ts";
import { findWaiting } from "../submissions/waiting-report.ts";
import { writeFault } from "../submissions/write-fault.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { keepReply, unknownPlace } from "./keep-reply.ts";
import type { Verdict } from "./remark-issue.ts";
import { remarkViews } from "./remark-view.ts";
import { openReport, unitsIn } from "./report-content.ts";

export const reply = api.corrections.reply.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const { digest, verdict } = input;
  const refused = (error: unknown): never => {
    if (!(error instanceof ExchangeError)) throw error;
    throw errors.BUNDLE_REFUSED({ data: { code: error.code, ...CODE_TEXTS[error.code] } });
  };
  const waiting = findReceived(db, digest)
    ? undefined
    : await findWaiting(workspace, office, digest).catch(refused);
  if (!waiting && !findReceived(db, digest)) throw errors.BUNDLE_UNKNOWN();
  const { content, manifest } = await openReport(workspace, digest, errors);
  // Without a remark a report can only be accepted for the first time, or its office given the leave it asked for.
  if (verdict.remarks.length === 0 && verdict.result !== (waiting ? "accepted" : "returned"))
    throw errors.NO_REMARKS();
  const stray = unknownPlace(content, verdict);
  if (stray) throw errors.REMARK_PLACE_UNKNOWN({ data: stray });
  const row = findKey(workspace, "sign");
  if (!row) throw errors.NO_KEY();
  const key = await unlockKey(workspace, row, input.passphrase);
  if (!key) throw errors.PASSPHRASE_WRONG();
  const fileSha256 = waiting && (await archiveOr(workspace, waiting.bytes, errors));
  const signed = await workspace
    .write(() =>
      // Asked inside: two windows may answer at once.
      waiting && fileSha256 !== undefined && !findReceived(db, digest)
        ? takeIn(workspace, office, waiting, fileSha256, key, verdict)
        : answerAgain(workspace, office, { manifest, digest }, verdict, key, errors),
    )
    .catch(refused);
  failPoint("reply.after_commit");
  const bundle = signed === null ? undefined : findOutgoing(db, signed);
  if (!bundle || signed === null) throw new RangeError("reply: not kept");
  dropPendingOf(workspace, digest);
  settleOnDesk(workspace, digest, {
    outcome: verdict.result === "returned" ? "returned" : "accepted",
    receiptSha256: signed,
    fileName: bundle.fileName,
  });
  return { digest: signed, offer: workspace.tickets.offer(bundle.fileName, bundle.bundle) };
});

interface AnswerErrors {
  readonly REPORT_REPLACED: () => Error;
  readonly ALREADY_RETURNED: () => Error;
}

/**
 * Signs a reply that replaces every one given to a report before; call inside a transaction.
 * @returns its digest; null when there was nothing left to say and nothing was signed
 */
export function answerAgain(
  workspace: Workspace,
  office: OfficeRecord,
  { manifest, digest }: Omit<Answered, "corrects">,
  verdict: Verdict,
  key: KeyObject,
  errors: AnswerErrors,
): string | null {
  const { db } = workspace;
  const received = findReceived(db, digest);
  if (received?.status === "superseded") throw errors.REPORT_REPLACED();
  if (findGivenReturn(db, digest)) throw errors.ALREADY_RETURNED();
  // Another window has accepted it meanwhile: the same was said.
  if (verdict.result === "accepted" && verdict.remarks.length === 0) return received?.receiptSha256 ?? null;
  const said: Verdict =
    verdict.result === "accepted" ? { ...verdict, result: "accepted_with_warnings" } : verdict;
  const before = [
    ...(received?.receiptSha256 ? [received.receiptSha256] : []),
    ...listGivenReplies(db, digest).map(({ sha256 }) => sha256),
  ];
  const corrects = [...new Set(before)].toSorted();
  const made = signReply(workspace, office, { manifest, digest, corrects }, said, key);
  keepReply(workspace, { manifest, digest, reply: made }, said);
  appendAudit(db, workspace.act(), "submission.reply", digest, {
    result: said.result,
    remarks: said.remarks.length,
    dueOn: said.dueOn,
    reply: made,
  });
  failPoint("reply.before_commit");
  return made;
}

async function archiveOr(
  workspace: Workspace,
  bytes: Uint8Array,
  errors: Parameters<typeof writeFault>[1],
): Promise<string> {
  try {
    return await archive(workspace, bytes);
  } catch (error) {
    throw writeFault(error, errors);
  }
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
