// Order, repetition and replacement of bundles (bundle.md §2.8). Transport may reorder, repeat and lose.
// Pure over what the office remembers; asked twice, once for the preview (V11) and again inside the transaction (V14).
import { ExchangeError, type WarningCode } from "./codes.ts";
import type { Manifest, ManifestOf } from "./manifest.ts";
import { checkListVersion, type HeldTrust } from "./trust-list-rules.ts";

interface SequenceKey {
  readonly unitId: string;
  readonly instanceId: string;
  readonly stream: string;
}

export interface LoggedBundle {
  readonly digest: string;
  readonly status: "processed" | "quarantined";
  /** Its `prev`, when it is remembered: a late bundle is then compared with the one that follows it, too. */
  readonly prev?: string | null;
}

/** The accepted state of one report of one unit. */
export interface CurrentSubmission {
  readonly submissionId: string;
  /** Correction number of the newest accepted sending. */
  readonly revision: number;
  readonly digest: string;
  /** Identity of the return that asked for a correction; null when it was not returned. */
  readonly returnDigest: string | null;
  /** Whether the unit may correct without having been asked. */
  readonly isVoluntaryRevisionAllowed: boolean;
}

/** A bundle this office sent, and the final outcome that came back. */
export interface SentBundle {
  readonly bundleId: string;
  readonly unitId: string;
  readonly instanceId: string;
  readonly stream: string;
  readonly seq: number;
  /** Null when it was not a submission. */
  readonly submission: { readonly submissionId: string; readonly revision: number } | null;
  readonly outcome: {
    readonly result: string;
    readonly replyDigest: string;
    /** Replies that this one replaced: one of them may come late. */
    readonly corrects?: readonly string[];
  } | null;
}

/** What the office remembers. Implemented over the database by the caller; reads only. */
export interface ReplayState {
  findByDigest(digest: string): LoggedBundle | undefined;
  findBySequence(key: SequenceKey, seq: number): LoggedBundle | undefined;
  /** Numbers seen below `seq`, ascending; may leave out all but the newest thousand. */
  listSequencesBelow(key: SequenceKey, seq: number): readonly number[];
  instanceStatus(unitId: string, instanceId: string): "unknown" | "open" | "closed";
  /** The newest accepted sending for this report: same submission id, or same unit, form and period. */
  findCurrentSubmission(report: {
    readonly unitId: string;
    readonly submissionId: string;
    readonly formCode: string;
    readonly period: string;
  }): CurrentSubmission | undefined;
  isPeriodClosed(unitId: string, formCode: string, period: string): boolean;
  programmeVersion(programmeId: string): number | undefined;
  heldTrust(): HeldTrust | null;
  findSent(digest: string): SentBundle | undefined;
  /**
   * What a reply answers when that was sent from here before a backup was restored and nothing is left of it but replies (bundle.md §2.7
   * `stream_state`); undefined when it cannot be. Left out: nothing was ever restored.
   */
  findForgotten?(
    reply: ManifestOf<"receipt"> | ManifestOf<"return">,
  ): Pick<SentBundle, "outcome"> | undefined;
}

interface ReplayWarning {
  readonly code: WarningCode;
  readonly detail: string | null;
}

export interface ReplayOutcome {
  /** True: already processed. Nothing changes; the stored receipt is handed out again. */
  readonly isDuplicate: boolean;
  /** Numbers of this stream that have not come, ascending, at most 100; they go into the receipt. */
  readonly missing: readonly number[];
  readonly warnings: readonly ReplayWarning[];
}

const MAX_MISSING = 100;

/**
 * Whether a verified bundle may be taken in now.
 * @param digest identity of the bundle
 * @throws {ExchangeError} the first code of the table of bundle.md §2.8 that applies
 */
export function checkReplay(manifest: Manifest, digest: string, state: ReplayState): ReplayOutcome {
  if (state.findByDigest(digest)?.status === "processed") {
    return { isDuplicate: true, missing: [], warnings: [{ code: "W_DUPLICATE", detail: null }] };
  }
  const key = {
    unitId: manifest.issuer.unit_id,
    instanceId: manifest.issuer.instance_id,
    stream: manifest.stream,
  };
  checkSequence(manifest, digest, key, state);
  checkInstance(manifest, state);
  checkKind(manifest, digest, state);
  const missing = missingBelow(key, manifest.seq, state);
  const warnings: ReplayWarning[] =
    missing.length === 0 ? [] : [{ code: "W_SEQ_GAP", detail: missing.join(" ") }];
  return { isDuplicate: false, missing, warnings };
}

function checkSequence(manifest: Manifest, digest: string, key: SequenceKey, state: ReplayState): void {
  const same = state.findBySequence(key, manifest.seq);
  if (same !== undefined && same.digest !== digest)
    throw new ExchangeError("E_SEQ_FORK", `seq ${manifest.seq}`);
  const previous = manifest.seq > 1 ? state.findBySequence(key, manifest.seq - 1) : undefined;
  if (previous !== undefined && previous.digest !== manifest.prev) throw new ExchangeError("E_PREV_MISMATCH");
  // The same contradiction must show when the two arrive in the other order.
  const following = state.findBySequence(key, manifest.seq + 1);
  if (following?.prev !== undefined && following.prev !== digest)
    throw new ExchangeError("E_PREV_MISMATCH", "next");
}

function checkInstance(manifest: Manifest, state: ReplayState): void {
  // An enrolment introduces its installation, and a trust list is vouched for by the root, not by a computer.
  if (manifest.kind === "enrolment" || manifest.kind === "trustlist") return;
  const { unit_id: unitId, instance_id: instanceId, prev_instance_id: former } = manifest.issuer;
  const status = state.instanceStatus(unitId, instanceId);
  if (status === "closed") throw new ExchangeError("E_INSTANCE_CLOSED");
  if (status === "unknown") {
    // What the operator asks the unit about: a new computer, or a backup restored on one we know.
    const isRestored = former !== null && state.instanceStatus(unitId, former) !== "unknown";
    throw new ExchangeError("E_INSTANCE_CONFIRM", isRestored ? "restored" : "new");
  }
}

function checkKind(manifest: Manifest, digest: string, state: ReplayState): void {
  switch (manifest.kind) {
    case "submission":
      return checkRevision(manifest, state);
    case "programme": {
      const held = state.programmeVersion(manifest.programme.programme_id);
      if (held !== undefined && manifest.programme.version <= held)
        throw new ExchangeError("E_PROG_ROLLBACK");
      return;
    }
    case "trustlist":
      return checkListVersion(manifest.trustlist, digest, state.heldTrust());
    case "receipt":
    case "return":
      return checkReply(manifest, digest, state);
    case "enrolment":
      return;
  }
}

function checkRevision(manifest: ManifestOf<"submission">, state: ReplayState): void {
  const { submission, context, issuer } = manifest;
  if (context === null) throw new ExchangeError("E_REV_CONFLICT", "context");
  const { form_code: formCode, period } = context;
  const report = { unitId: issuer.unit_id, submissionId: submission.submission_id, formCode, period };
  const current = state.findCurrentSubmission(report);
  const isNext =
    submission.revision === (current === undefined ? 0 : current.revision + 1) &&
    (submission.supersedes?.manifest_sha256 ?? null) === (current?.digest ?? null) &&
    (submission.supersedes?.revision ?? null) === (current?.revision ?? null) &&
    (current === undefined || current.submissionId === submission.submission_id);
  if (!isNext) throw new ExchangeError("E_REV_CONFLICT", `revision ${submission.revision}`);
  if (submission.reply_to !== (current?.returnDigest ?? null))
    throw new ExchangeError("E_REV_CONFLICT", "reply_to");
  // A return opens exactly the next revision, also in a period that is closed for everybody else.
  if (current !== undefined && current.returnDigest !== null) return;
  if (state.isPeriodClosed(issuer.unit_id, formCode, period))
    throw new ExchangeError("E_REV_CLOSED", "period");
  if (current !== undefined && !current.isVoluntaryRevisionAllowed) {
    throw new ExchangeError("E_REV_CLOSED", "not returned");
  }
}

function checkReply(
  manifest: ManifestOf<"receipt"> | ManifestOf<"return">,
  digest: string,
  state: ReplayState,
): void {
  const reply = manifest.kind === "receipt" ? manifest.receipt : manifest.return;
  const sent = state.findSent(reply.in_reply_to.manifest_sha256);
  if (sent) checkAnswered(reply, sent);
  const outcome = (sent ?? state.findForgotten?.(manifest))?.outcome;
  if (outcome === undefined) throw new ExchangeError("E_REPLY_UNKNOWN");
  // "duplicate" repeats what was said before and decides nothing.
  if (outcome === null || reply.result === "duplicate") return;
  const isOther = outcome.result !== reply.result && outcome.replyDigest !== digest;
  const isLate = outcome.corrects?.includes(digest) ?? false;
  if (isOther && !isLate && !correctedBy(manifest.ext["corrects"]).includes(outcome.replyDigest))
    throw new ExchangeError("E_REPLY_CONFLICT");
}

/** A reply names what was sent in every detail. */
function checkAnswered(
  reply: ManifestOf<"receipt">["receipt"] | ManifestOf<"return">["return"],
  sent: SentBundle,
): void {
  const to = reply.in_reply_to;
  const isOurs =
    sent.bundleId === to.bundle_id &&
    sent.unitId === to.unit_id &&
    sent.instanceId === to.instance_id &&
    sent.stream === to.stream &&
    sent.seq === to.seq;
  if (!isOurs) throw new ExchangeError("E_REPLY_UNKNOWN");
  if (
    reply.result === "returned" &&
    (sent.submission?.submissionId !== reply.submission_id || sent.submission.revision !== reply.revision)
  ) {
    throw new ExchangeError("E_REPLY_UNKNOWN", "revision");
  }
}

/** The replies that `ext.corrects` of a reply names: one digest, or all that were given before. */
export function correctedBy(corrects: unknown): readonly string[] {
  const named: readonly unknown[] = Array.isArray(corrects) ? corrects : [corrects];
  return named.filter((one) => typeof one === "string");
}

function missingBelow(key: SequenceKey, seq: number, state: ReplayState): number[] {
  const seen = new Set(state.listSequencesBelow(key, seq));
  const missing: number[] = [];
  // From the newest backwards: a receipt has room for a hundred, and the newest gaps are the ones to ask for.
  for (let number = seq - 1; number >= 1 && missing.length < MAX_MISSING; number -= 1) {
    if (!seen.has(number)) missing.unshift(number);
    if (seq - number > 1100) break;
  }
  return missing;
}
