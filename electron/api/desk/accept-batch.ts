// Taking in many: each file verified again from our copy, and all that it changes in one transaction with its receipt.
import type { KeyObject } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { verifyBundleByParts } from "../../exchange/verify-bundle.ts";
import { takeIn } from "../submissions/accept.ts";
import { archive } from "../submissions/archive.ts";
import { textOf, verifierOf } from "../submissions/inbox.ts";
import { workInTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { type Batch, decryptionOf, instanceKey, type WaitingFile } from "./batch.ts";
import { byPlace } from "./verify-batch.ts";

/**
 * In the order of sending. A file that no longer stands is marked and left.
 * @throws {DurableWriteError} when the disk is full; what was taken in before stays
 */
export async function* acceptBatch(
  workspace: Workspace,
  office: OfficeRecord,
  batch: Batch,
  ids: ReadonlySet<number>,
  key: KeyObject,
  signal: AbortSignal | undefined,
): AsyncGenerator<JobProgress, undefined> {
  const chosen = batch.files.filter((file) => ids.has(file.id) && isToTake(file)).toSorted(byPlace);
  let done = 0;
  for (const file of chosen) {
    await acceptOne(workspace, office, batch, file, key, signal);
    done += 1;
    yield { step: "accepting", done, total: chosen.length };
    await turn();
    signal?.throwIfAborted();
  }
  return undefined;
}

/** Asked again of each: another window may have answered one of them since the batch began. */
function isToTake({ view }: WaitingFile): boolean {
  return view.outcome === "clean" || view.outcome === "attention";
}

async function acceptOne(
  workspace: Workspace,
  office: OfficeRecord,
  batch: Batch,
  file: WaitingFile,
  key: KeyObject,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (file.path === null || file.manifest === null || !isToTake(file)) return;
  const confirmInstance = batch.confirmed.has(instanceKey(file.manifest));
  const bytes = await readFile(file.path).catch(() => null);
  const refuse = (code: Parameters<typeof textOf>[0], detail: string | null) => {
    file.view = { ...file.view, outcome: "refused", fault: { ...textOf(code), detail } };
  };
  // Answered meanwhile, its copy went with it.
  if (!isToTake(file)) return;
  if (bytes === null) return refuse("E_IO_READ", null);
  const verifier = await verifierOf(workspace, office, confirmInstance, decryptionOf(batch));
  const verification = await workInTurns(workspace, verifyBundleByParts(bytes, verifier), signal);
  if (!verification.ok) return refuse(verification.code, verification.detail);
  try {
    // The very bytes that were verified, decrypted where they came encrypted.
    const fileSha256 = await archive(workspace, verification.bytes);
    const pending = { bytes: verification.bytes, verification, confirmInstance, isFirstTrust: false };
    file.receiptSha256 = await workspace.write(() => takeIn(workspace, office, pending, fileSha256, key));
  } catch (error) {
    if (error instanceof ExchangeError) return refuse(error.code, error.detail);
    throw error;
  }
  const receipt = file.receiptSha256 ? findOutgoing(workspace.db, file.receiptSha256) : undefined;
  const status = findReceived(workspace.db, verification.digest)?.status;
  file.view = {
    ...file.view,
    outcome: status === "returned" ? "returned" : verification.replay?.isDuplicate ? "duplicate" : "accepted",
    receiptFileName: receipt?.fileName ?? null,
  };
  await rm(file.path, { force: true });
}
