// Taking in a bundle that was verified and shown: a submission (signs a reply), a reply, a trust list, a programme.
import type { KeyObject } from "node:crypto";
import { failPoint } from "../../database/fail-point.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { findSubmission } from "../../database/queries/submissions.ts";
import { insertTrust } from "../../database/queries/trust-lists.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { type Code, ExchangeError } from "../../exchange/codes.ts";
import { checkReplay } from "../../exchange/replay.ts";
import { rootFingerprint } from "../../exchange/trust-list.ts";
import { learnFromReply } from "../backup/restored-state.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { replayState } from "../bundle/replay-state.ts";
import { adoptFromAbove } from "../downward/adopt.ts";
import { keepReply, unknownPlace } from "../corrections/keep-reply.ts";
import { ACCEPTED, type Verdict } from "../corrections/remark-issue.ts";
import { settleReply } from "../corrections/settle-reply.ts";
import { api, requireOffice } from "../implementation.ts";
import { settleOwnKeys } from "../trust/own-keys.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { archive } from "./archive.ts";
import { logReceived } from "./log-received.ts";
import { dropPending, findPending, type PendingBundle } from "./pending-bundle.ts";
import { signReply } from "./receipt.ts";
import { toSubmissionRow } from "./submission-row.ts";
import { verifiedAgain } from "./waiting-report.ts";
import { writeFault } from "./write-fault.ts";

const KINDS_TAKEN = ["submission", "receipt", "return", "trustlist", "programme"];

export const accept = api.submissions.accept.handler(async ({ input, context: { workspace }, errors }) => {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const pending = findPending(workspace, input.previewId);
  if (!pending) throw errors.PREVIEW_UNKNOWN();
  const { manifest, digest } = pending.verification;
  const refuse = (code: Code) => errors.BUNDLE_REFUSED({ data: { code, ...CODE_TEXTS[code] } });
  const known = findReceived(db, digest);
  if (known) {
    return {
      kind: manifest.kind,
      digest,
      outcome: "duplicate" as const,
      receipt: offerReceipt(workspace, known.receiptSha256),
      submission: null,
    };
  }

  const row = findKey(workspace, "sign");
  if (manifest.kind === "submission" && !row) throw errors.NO_KEY();
  const key =
    manifest.kind === "submission" && row
      ? await unlockKey(workspace, row, input.passphrase ?? "")
      : undefined;
  if (manifest.kind === "submission" && !key) throw errors.PASSPHRASE_WRONG();
  if (pending.isFirstTrust && manifest.kind === "trustlist") {
    const typed = (input.rootFingerprint ?? "").toLowerCase().replace(/[^0-9a-f]/g, "");
    if (typed !== rootFingerprint(manifest.trustlist.root)) throw refuse("E_TL_FINGERPRINT");
  }
  if (!KINDS_TAKEN.includes(manifest.kind)) throw refuse("E_KIND_MISMATCH");
  const stray = input.verdict && unknownPlace(pending.verification, input.verdict);
  if (stray) throw errors.REMARK_PLACE_UNKNOWN({ data: stray });
  let receiptSha256: string | null;
  try {
    const standing = await verifiedAgain(workspace, office, pending);
    const fileSha256 = await archive(workspace, standing.bytes);
    failPoint("accept.after_archive");
    receiptSha256 = await workspace.write(() =>
      takeIn(workspace, office, standing, fileSha256, key, input.verdict),
    );
  } catch (error) {
    if (error instanceof ExchangeError) throw refuse(error.code);
    throw writeFault(error, errors);
  }
  failPoint("accept.after_commit");
  dropPending(workspace, input.previewId);
  const reply =
    manifest.kind === "receipt" ? manifest.receipt : manifest.kind === "return" ? manifest.return : undefined;
  const answered = reply && findSubmission(db, reply.in_reply_to.manifest_sha256);
  return {
    kind: manifest.kind,
    digest,
    outcome: "accepted" as const,
    receipt: offerReceipt(workspace, receiptSha256),
    submission: answered ? toSubmissionRow(answered) : null,
  };
});

/** All that one bundle changes; call inside a transaction. @returns the digest of the receipt, for a submission */
export function takeIn(
  workspace: Workspace,
  office: OfficeRecord,
  { verification, bytes, confirmInstance, isFirstTrust }: PendingBundle,
  fileSha256: string,
  key: KeyObject | undefined,
  verdict: Verdict = ACCEPTED,
): string | null {
  const { db } = workspace;
  const { manifest, digest } = verification;
  // Asked again inside: another window may have taken in this one, or something else, since the preview.
  const known = findReceived(db, digest);
  if (known) return known.receiptSha256;
  const replay = isFirstTrust
    ? undefined
    : checkReplay(manifest, digest, replayState(db, office, confirmInstance));
  const hasWarnings = (replay?.warnings.length ?? 0) > 0 || verdict.remarks.length > 0;
  const said: Verdict =
    verdict.result === "accepted" && hasWarnings ? { ...verdict, result: "accepted_with_warnings" } : verdict;
  const receiptSha256 =
    manifest.kind === "submission" && key
      ? signReply(workspace, office, { manifest, digest, corrects: [] }, said, key)
      : null;
  if (manifest.kind === "trustlist") {
    insertTrust(
      db,
      { version: manifest.trustlist.version, sha256: digest, bundle: bytes, isOwn: 0 },
      workspace.now(),
    );
    settleOwnKeys(workspace, manifest.trustlist);
  }
  if (manifest.kind === "programme") adoptFromAbove(workspace, office, verification);
  if (manifest.kind === "receipt" || manifest.kind === "return") learnFromReply(workspace, office, manifest);
  logReceived(workspace, { manifest, digest, fileSha256, receiptSha256 });
  settleReply(workspace, office, verification);
  if (manifest.kind === "submission" && receiptSha256 !== null)
    keepReply(workspace, { manifest, digest, reply: receiptSha256 }, said);
  appendAudit(db, workspace.act(), "bundle.accept", digest, {
    kind: manifest.kind,
    from: manifest.issuer.unit_code,
    receipt: receiptSha256,
  });
  failPoint("accept.before_commit");
  return receiptSha256;
}

function offerReceipt(workspace: Workspace, sha256: string | null) {
  const receipt = sha256 ? findOutgoing(workspace.db, sha256) : undefined;
  return receipt ? workspace.tickets.offer(receipt.fileName, receipt.bundle) : null;
}
