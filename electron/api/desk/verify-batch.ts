// Verifies the files of a batch one after the other. Only one is open at a time: hundreds cost the memory of the largest.
import { readFile } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { DeskFile, DeskOutcome } from "../../../shared/contract/desk.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import { isEncrypted } from "../../exchange/encryption.ts";
import type { Manifest } from "../../exchange/manifest.ts";
import { type VerifiedBundle, verifyBundleByParts, type Verification } from "../../exchange/verify-bundle.ts";
import { incompleteReasonIn, unapprovedIn } from "../bundle/content-check.ts";
import { replayState } from "../bundle/replay-state.ts";
import { textOf, verifierOf } from "../submissions/inbox.ts";
import { workInTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { type Batch, decryptionOf, instanceKey, type WaitingFile } from "./batch.ts";
import { placeIn } from "./copy-in.ts";
import { type Pretended, pretending } from "./pretended-state.ts";

/** Often enough for a chain that came wholly out of order and encrypted, so that its order was not known before. */
const MOST_PASSES = 4;

/** @param wanted files to look at again although they were before */
export async function* verifyBatch(
  workspace: Workspace,
  office: OfficeRecord,
  batch: Batch,
  signal: AbortSignal | undefined,
  wanted: (file: WaitingFile) => boolean = () => false,
): AsyncGenerator<JobProgress, undefined> {
  let pending = batch.files.filter((file) => file.view.outcome === "waiting" || wanted(file));
  for (const file of pending) file.view = { ...file.view, outcome: "waiting" };
  for (let pass = 0; pass < MOST_PASSES && pending.length > 0; pass += 1) {
    const soundBefore = soundIn(batch).length;
    let done = 0;
    for (const file of pending.toSorted(byPlace)) {
      await verifyOne(workspace, office, batch, file, signal);
      done += 1;
      yield { step: "verifying", done, total: pending.length };
      await turn();
      signal?.throwIfAborted();
    }
    if (soundIn(batch).length === soundBefore) break;
    pending = batch.files.filter(({ dependsOnOthers }) => dependsOnOthers);
  }
  return undefined;
}

async function verifyOne(
  workspace: Workspace,
  office: OfficeRecord,
  batch: Batch,
  file: WaitingFile,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (file.path === null) return;
  const bytes = await readFile(file.path).catch(() => null);
  if (bytes === null) {
    file.view = { ...file.view, outcome: "refused", fault: { ...textOf("E_IO_READ"), detail: null } };
    return;
  }
  const others = soundIn(batch).filter(({ id }) => id !== file.id);
  const known = replayState(workspace.db, office, false);
  const isConfirmed = (unitId: string, instanceId: string) => batch.confirmed.has(`${unitId} ${instanceId}`);
  if (isEncrypted(bytes) && batch.identities.length === 0 && listEncryptionKeys(workspace.db).length > 0) {
    file.view = { ...file.view, outcome: "locked" };
    return;
  }
  const parts = verifyBundleByParts(bytes, {
    ...(await verifierOf(workspace, office, false, decryptionOf(batch))),
    replay: pretending(known, others, isConfirmed),
  });
  const verification = await workInTurns(workspace, parts, signal);
  file.manifest = verification.manifest;
  const isRepeated = others.some(({ digest }) => digest === verification.digest);
  file.dependsOnOthers = verification.ok
    ? verification.warnings.some(({ code }) => code === "W_SEQ_GAP")
    : verification.step === "V11" && verification.code !== "E_INSTANCE_CONFIRM";
  file.view = viewOf(workspace, file.view, verification, isRepeated);
  const received = verification.digest === null ? undefined : findReceived(workspace.db, verification.digest);
  if (file.view.outcome === "duplicate") file.receiptSha256 = received?.receiptSha256 ?? null;
}

function viewOf(
  workspace: Workspace,
  before: DeskFile,
  verification: Verification,
  isRepeated: boolean,
): DeskFile {
  const { manifest, digest } = verification;
  const received = digest === null ? undefined : findReceived(workspace.db, digest);
  const receipt = received?.receiptSha256 ? findOutgoing(workspace.db, received.receiptSha256) : undefined;
  return {
    ...before,
    ...described(manifest, digest),
    outcome: outcomeOf(verification, isRepeated),
    fault: verification.ok ? null : { ...textOf(verification.code), detail: verification.detail },
    warnings: verification.ok
      ? verification.warnings.filter(({ code }) => code !== "W_DUPLICATE").map(({ code }) => textOf(code))
      : [],
    unapproved: isReport(verification) ? unapprovedIn(verification) : [],
    incompleteReason: isReport(verification) ? incompleteReasonIn(verification) : null,
    receiptFileName: receipt?.fileName ?? null,
  };
}

function described(
  manifest: Manifest | null,
  digest: string | null,
): Pick<
  DeskFile,
  "kind" | "digest" | "code" | "issuer" | "period" | "correction" | "units" | "unitsAnswered" | "entries"
> {
  const totals = manifest?.totals ?? {};
  return {
    kind: manifest?.kind ?? null,
    digest,
    code: digest && bundleCode(digest),
    issuer: manifest && { code: manifest.issuer.unit_code, name: manifest.issuer.unit_name },
    period: manifest?.context?.period ?? null,
    correction: manifest?.kind === "submission" ? manifest.submission.revision : null,
    units: totals["units"] ?? null,
    unitsAnswered: totals["units_answered"] ?? null,
    entries: totals["entries"] ?? null,
  };
}

function outcomeOf(verification: Verification, isRepeated: boolean): DeskOutcome {
  if (!verification.ok) {
    if (verification.code === "E_INSTANCE_CONFIRM") return "confirm";
    return verification.code === "E_SEQ_FORK" ? "fork" : "refused";
  }
  if (isRepeated) return "repeated";
  if (verification.replay?.isDuplicate) return "duplicate";
  if (verification.kind !== "submission") return "other";
  const isToRead =
    verification.warnings.length > 0 ||
    incompleteReasonIn(verification) !== null ||
    unapprovedIn(verification).length > 0;
  return isToRead ? "attention" : "clean";
}

function isReport(verification: Verification): verification is VerifiedBundle {
  return verification.ok && verification.kind === "submission";
}

/** Files of the batch that could be taken in now, with what the rules of order need of them. */
function soundIn(batch: Batch): (Pretended & { readonly id: number })[] {
  return batch.files.flatMap(({ id, view, manifest }) =>
    manifest && view.digest !== null && (view.outcome === "clean" || view.outcome === "attention")
      ? [{ id, digest: view.digest, manifest }]
      : [],
  );
}

export function byPlace(left: WaitingFile, right: WaitingFile): number {
  const [before, after] = [orderOf(left), orderOf(right)];
  return before < after ? -1 : before > after ? 1 : left.id - right.id;
}

function orderOf({ manifest, place }: WaitingFile): string {
  return manifest
    ? placeIn(manifest.issuer.unit_code, manifest.issuer.instance_id, manifest.stream, manifest.seq)
    : place;
}

/** Whether a file came from the same computer of the same sender. */
export function isOfSameInstance(file: WaitingFile, other: WaitingFile): boolean {
  return (
    file.manifest !== null &&
    other.manifest !== null &&
    instanceKey(file.manifest) === instanceKey(other.manifest)
  );
}
