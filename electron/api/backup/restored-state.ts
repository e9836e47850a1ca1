// What a restore leaves to be settled: the office does not know what it sent after the backup was made, and the level above
// does. Its newest receipt says so; until then nothing new is signed (bundle.md §2.8).
import type { ForgottenReport, RestoredState } from "../../../shared/contract/backup.ts";
import { type Period, periodOf } from "../../../shared/domain/period.ts";
import type { Database } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { listOutgoing } from "../../database/queries/exchange.ts";
import { findSetting, setSetting } from "../../database/queries/settings.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import { maySignAfterRestore, type OwnStream, standingOf } from "../../exchange/restore-state.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

const SETTING = "restored";

export function findRestored(db: Database): RestoredState | undefined {
  return findSetting<RestoredState>(db, SETTING);
}

/** Call inside a transaction. */
export function setRestored(db: Database, state: RestoredState): void {
  setSetting(db, SETTING, state);
}

/** Whether nothing new may be signed yet. */
export function isReceiptAwaited(db: Database): boolean {
  return findRestored(db)?.isReceiptAwaited ?? false;
}

/** The report of this form and period that was sent after the backup, and of which only the reply tells. */
export function findForgotten(db: Database, form: string, period: Period): ForgottenReport | undefined {
  return findRestored(db)?.forgotten.find((report) => report.form === form && report.period === period.code);
}

type Reply = ManifestOf<"receipt"> | ManifestOf<"return">;

/**
 * Whether a reply may answer a bundle that was sent from here after the backup: it names this office and an instance
 * this office once was.
 */
export function mayHaveForgotten(
  db: Database,
  office: OfficeRecord,
  to: ManifestOf<"receipt">["receipt"]["in_reply_to"],
): boolean {
  const restored = findRestored(db);
  if (!restored || to.unit_id !== office.uid || to.instance_id === office.instanceId) return false;
  return (
    to.instance_id === restored.previousInstanceId ||
    listOutgoing(db).some(({ instanceId }) => instanceId === to.instance_id)
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
  const sent = outgoing.filter(({ instanceId }) => instanceId === state.instance_id);
  const lastSeqOf = (instance: string) =>
    outgoing
      .filter(({ instanceId, stream }) => instanceId === instance && stream === to.stream)
      .reduce((last, { seq }) => Math.max(last, seq), 0);
  const isUnknown = !sent.some(({ sha256 }) => sha256 === to.manifest_sha256);
  const isOfOurs = state.instance_id !== office.instanceId;
  const lost = isOfOurs ? Math.max(0, state.last_seq - lastSeqOf(state.instance_id)) : 0;
  const report: ForgottenReport[] =
    isUnknown && isOfOurs && manifest.context
      ? [
          {
            form: periodOf(manifest.context.period).rhythm,
            period: manifest.context.period,
            digest: to.manifest_sha256,
          },
        ]
      : [];
  const already = restored.forgotten.filter(({ digest }) => digest !== to.manifest_sha256);
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
    forgotten: [...already, ...report],
    forgottenBundles: Math.max(restored.forgottenBundles, lost),
  });
  if (isSettled)
    appendAudit(db, workspace.act(), "office.receiptHeard", restored.sha256, {
      restoredAt: restored.at,
      instanceId: state.instance_id,
      lastSeq: state.last_seq,
      forgotten: report.map(({ form, period }) => `${form} ${period}`),
    });
}
