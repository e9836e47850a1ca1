// What a restore leaves to be settled: the office does not know what it sent after the backup was made, and the level above
// does. Its newest receipt says so; until then nothing new is signed (bundle.md §2.8).
import type { RestoredState } from "../../../shared/contract/backup.ts";
import { type Period, periodOf, type Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { findLatestSubmission, listSubmissions } from "../../database/queries/submissions.ts";
import { listOutgoing } from "../../database/queries/outgoing.ts";
import { type ForgottenRow, listForgottenRows } from "../../database/queries/forgotten.ts";
import { findSetting, setSetting } from "../../database/queries/settings.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import { maySignAfterRestore, type OwnStream, standingOf } from "../../exchange/restore-state.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

const SETTING = "restored";

type Restored = Omit<RestoredState, "forgotten">;

export function findRestored(db: Database): Restored | undefined {
  return findSetting<Restored>(db, SETTING);
}

/** Call inside a transaction. */
export function setRestored(db: Database, state: Restored): void {
  setSetting(db, SETTING, state);
}

/** Whether nothing new may be signed yet. */
export function isReceiptAwaited(db: Database): boolean {
  return findRestored(db)?.isReceiptAwaited ?? false;
}

/**
 * The newest report of a form and period when it was sent after the backup and only replies tell of it. Undefined, too, once its
 * correction was signed here.
 */
export function findForgotten(db: Database, form: Rhythm, period: Period): ForgottenRow | undefined {
  const newest = newestOf(
    listForgottenRows(db).filter((row) => row.form === form && row.period === period.code),
  );
  const correction = newest?.returned?.correction;
  if (correction === undefined) return newest;
  const latest = findLatestSubmission(db, form, period);
  return latest && latest.correction > correction ? undefined : newest;
}

/** Reports sent after the backup that stand, one of each period. */
export function listForgotten(db: Database): ForgottenRow[] {
  const places = new Map(
    listForgottenRows(db).map(({ form, period }) => [`${form} ${period}`, { form, period }]),
  );
  return [...places.values()].flatMap(({ form, period }) => findForgotten(db, form, periodOf(period)) ?? []);
}

function newestOf(rows: readonly ForgottenRow[]): ForgottenRow | undefined {
  return rows.reduce<ForgottenRow | undefined>(
    (newest, row) => (newest && isNewer(newest, row) ? newest : row),
    undefined,
  );
}

/**
 * Of one installation by its numbers, of several by what their returns say; else the one heard of last, because each was restored
 * after the other.
 */
function isNewer(earlier: ForgottenRow, heardLater: ForgottenRow): boolean {
  if (earlier.instanceId === heardLater.instanceId) return earlier.seq > heardLater.seq;
  const [first, second] = [earlier.returned, heardLater.returned];
  return first !== null && second !== null && first.correction > second.correction;
}

type Reply = ManifestOf<"receipt"> | ManifestOf<"return">;

/**
 * Whether a reply may answer a report that was sent from here after the backup: it names this office, an instance this office once
 * was, and a number above all that this database remembers of it.
 */
export function mayHaveForgotten(db: Database, office: OfficeRecord, manifest: Reply): boolean {
  const restored = findRestored(db);
  const { in_reply_to: to } = manifest.kind === "receipt" ? manifest.receipt : manifest.return;
  if (!restored || to.unit_id !== office.uid || to.instance_id === office.instanceId) return false;
  const own = listOutgoing(db).filter(({ instanceId }) => instanceId !== office.instanceId);
  const sender = own.filter(({ instanceId }) => instanceId === to.instance_id);
  return (
    (sender.length > 0 || to.instance_id === restored.previousInstanceId) &&
    sender.every(({ stream, seq }) => stream !== to.stream || seq < to.seq) &&
    (manifest.kind === "receipt" || followsOwn(db, new Set(own.map(({ sha256 }) => sha256)), manifest))
  );
}

/** Whether a returned report can be a later sending of the one of its period that the backup remembers. */
function followsOwn(db: Database, own: ReadonlySet<string>, manifest: ManifestOf<"return">): boolean {
  return listSubmissions(db)
    .filter(({ sha256, period }) => own.has(sha256) && period === manifest.context?.period)
    .every(
      ({ submissionId, correction }) =>
        submissionId === manifest.return.submission_id && correction < manifest.return.revision,
    );
}

/**
 * Takes from a receipt or return where this office was; call inside the transaction that takes it in. One that the backup already
 * held tells nothing of what came after it, and must not come here. Only the installation before the restore is asked
 * about, and only a reply that has seen all the backup remembers lets the office sign again.
 */
export function learnFromReply(workspace: Workspace, office: OfficeRecord, manifest: Reply): void {
  const { db } = workspace;
  const restored = findRestored(db);
  if (!restored) return;
  const { in_reply_to: to, stream_state: state } =
    manifest.kind === "receipt" ? manifest.receipt : manifest.return;
  const outgoing = listOutgoing(db);
  const isUnknown = !outgoing.some(({ sha256 }) => sha256 === to.manifest_sha256);
  const lastSeqOf = (instance: string) =>
    outgoing
      .filter(({ instanceId, stream }) => instanceId === instance && stream === to.stream)
      .reduce((last, { seq }) => Math.max(last, seq), 0);
  const isOfOurs = state.instance_id !== office.instanceId;
  const lost = isOfOurs ? Math.max(0, state.last_seq - lastSeqOf(state.instance_id)) : 0;
  const own: OwnStream = {
    instanceId: office.instanceId,
    formerInstanceIds: [restored.previousInstanceId],
    lastSeq: lastSeqOf(office.instanceId),
    formerLastSeq: lastSeqOf(restored.previousInstanceId),
  };
  const isSettled =
    restored.isReceiptAwaited && isOfOurs && maySignAfterRestore(own, [standingOf(own, state)]);
  setRestored(db, {
    ...restored,
    ...(isSettled ? { isReceiptAwaited: false, settledBy: "receipt" } : {}),
    forgottenBundles: Math.max(restored.forgottenBundles, lost),
  });
  if (isSettled)
    appendAudit(db, workspace.act(), "office.receiptHeard", restored.sha256, {
      restoredAt: restored.at,
      instanceId: state.instance_id,
      lastSeq: state.last_seq,
      forgotten:
        isUnknown && manifest.context ? [`${manifest.context.form_code} ${manifest.context.period}`] : [],
    });
}
