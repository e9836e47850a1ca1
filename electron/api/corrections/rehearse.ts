// What whoever receives a report will say of it, before it is signed: the very file is made (without the files for people,
// which no check reads), signed with a key that is thrown away, verified as the receiver verifies it, and nothing of it is kept.
import type { Rehearsal } from "../../../shared/contract/corrections.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import { listRemarks } from "../../database/queries/corrections.ts";
import { findLatestSubmission } from "../../database/queries/submissions.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { listOutgoing } from "../../database/queries/outgoing.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { CODE_TEXTS } from "../../exchange/code-texts.ts";
import { singleKey } from "../../exchange/key-directory.ts";
import { generateSigningKey } from "../../exchange/key-file.ts";
import { publicHalf } from "../../exchange/public-key.ts";
import type { ReplayState } from "../../exchange/replay.ts";
import { verifyBundleByParts } from "../../exchange/verify-bundle.ts";
import { findForgotten } from "../backup/restored-state.ts";
import {
  checkSubmissionContent,
  correctionRowsIn,
  incompleteReasonIn,
  unapprovedIn,
} from "../bundle/content-check.ts";
import { unapprovedText } from "../bundle/summary-text.ts";
import { findKeptReport, keptTables } from "../bundle/kept-report.ts";
import { api, requireOffice } from "../implementation.ts";
import { unrenderedPapers } from "../report/files.ts";
import { isBodyWhole } from "../report/kept-body.ts";
import { nextSubmission, reportBefore, signReport, SUBMISSION_STREAM } from "../submissions/sign.ts";
import { inTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { unansweredRemarks } from "./unanswered.ts";

export const rehearse = api.corrections.rehearse.handler(async function* ({
  input,
  context: { workspace },
  errors,
  signal,
}): AsyncGenerator<JobProgress, Rehearsal> {
  const office = requireOffice(workspace);
  const { db } = workspace;
  const period = periodOf(input.period);
  if (!office.parent) throw errors.NO_PARENT();
  const audience = office.parent.uid;
  if (findPeriodState(db, input.form, period)?.state !== "approved") throw errors.NOT_APPROVED();
  const report = findKeptReport(workspace, period);
  const tables = keptTables(workspace, period);
  if (!report || !tables || !isBodyWhole(workspace, period)) throw errors.APPROVAL_STALE();
  const papers = unrenderedPapers(workspace, office, period);
  yield { step: "signing", done: 0, total: 0 };
  const key = generateSigningKey();
  const bundle = await workspace.tryOut(() => {
    const submission = nextSubmission(workspace, period);
    return signReport(workspace, office, { period, audience, report, tables, papers, submission }, key);
  });
  const replay = receiverState(workspace, office, period);
  const held = findTrust(db);
  const parts = verifyBundleByParts(bundle.bytes, {
    keys: singleKey(publicHalf(key)),
    root: null,
    firstRootFingerprint: null,
    heldTrust: held ? { version: held.version, digest: held.sha256 } : null,
    ownUnitId: audience,
    replay,
    checkContent: checkSubmissionContent,
    today: workspace.today(),
  });
  const verification = yield* inTurns(workspace, parts, signal);
  if (!verification.ok) {
    const { sentence } = CODE_TEXTS[verification.code];
    return { verdict: "returned", reasons: [{ code: verification.code, message: sentence }] };
  }
  const forgotten = findForgotten(db, input.form, period);
  // Of a report that is not here nobody can say which figure is another.
  const latest = forgotten ? undefined : findLatestSubmission(db, input.form, period);
  const left = latest
    ? unansweredRemarks(listRemarks(db, latest.sha256), correctionRowsIn(verification))
    : [];
  if (left.length > 0)
    return {
      verdict: "returned",
      reasons: left.map(({ message }) => ({ code: "REMARK_UNANSWERED", message })),
    };
  const reasons = [
    ...(verification.replay?.warnings ?? []).map(({ code }) => ({
      code,
      message: CODE_TEXTS[code].sentence,
    })),
    ...noted("UNAPPROVED", unapprovedText(period, unapprovedIn(verification))),
    ...noted("INCOMPLETE", incompleteReasonIn(verification)),
  ];
  return { verdict: reasons.length === 0 ? "accepted" : "accepted_with_warnings", reasons };
});

function noted(code: string, message: string | null): Rehearsal["reasons"][number][] {
  return message ? [{ code, message }] : [];
}

/** What the receiver remembers of this office, as far as this office knows: all it sent has arrived. */
function receiverState(workspace: Workspace, office: OfficeRecord, period: Period): ReplayState {
  const sent = listOutgoing(workspace.db).filter(
    ({ instanceId, stream }) => instanceId === office.instanceId && stream === SUBMISSION_STREAM,
  );
  const current = reportBefore(workspace, period);
  return {
    findByDigest: (digest) =>
      sent.some(({ sha256 }) => sha256 === digest) ? { digest, status: "processed" } : undefined,
    findBySequence(_key, seq) {
      const found = sent.find((row) => row.seq === seq);
      return found && { digest: found.sha256, status: "processed" };
    },
    listSequencesBelow: (_key, seq) => sent.map((row) => row.seq).filter((number) => number < seq),
    instanceStatus: () => "open",
    findCurrentSubmission: () => current && { ...current, isVoluntaryRevisionAllowed: false },
    isPeriodClosed: () => false,
    programmeVersion: () => undefined,
    heldTrust: () => null,
    findSent: () => undefined,
  };
}
