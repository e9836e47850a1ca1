// A report that was verified and not taken in yet: shown by the inbox, or lying on the desk. It is read and answered like one that was.
import { readFile } from "node:fs/promises";
import { ExchangeError } from "../../exchange/codes.ts";
import { NO_DECRYPTION_KEYS } from "../../exchange/encryption.ts";
import { verifyBundleByParts, verifySignersAgain } from "../../exchange/verify-bundle.ts";
import { decryptionOf, findOnDesk, instanceKey } from "../desk/batch.ts";
import { workInTurns } from "../turns.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { verifierOf } from "./inbox.ts";
import { keptBytes } from "./kept-bundle.ts";
import { findPendingReport, type PendingBundle } from "./pending-bundle.ts";

/**
 * Undefined when no report with this digest waits.
 * @throws {ExchangeError} when what waits no longer stands: its key was revoked since it was looked at
 */
export async function findWaiting(
  workspace: Workspace,
  office: OfficeRecord,
  digest: string,
): Promise<PendingBundle | undefined> {
  const shown = findPendingReport(workspace, digest);
  if (shown) return verifiedAgain(workspace, office, shown);
  const found = findOnDesk(workspace, digest);
  if (!found?.file.path || !found.file.manifest) return undefined;
  const confirmInstance = found.batch.confirmed.has(instanceKey(found.file.manifest));
  const bytes = await readFile(found.file.path).catch(() => undefined);
  if (!bytes) return undefined;
  const verifier = await verifierOf(workspace, office, confirmInstance, decryptionOf(found.batch));
  // What it rests on may still lie beside it: a correction is read before the report it corrects is taken in.
  const parts = verifyBundleByParts(bytes, { ...verifier, replay: null });
  const verification = await workInTurns(workspace, parts, undefined);
  if (!verification.ok) throw new ExchangeError(verification.code, verification.detail);
  if (verification.digest !== digest) return undefined;
  return { bytes: verification.bytes, verification, confirmInstance, isFirstTrust: false };
}

/**
 * What was shown, its signers asked again by the list held now: a key may have been revoked since. A first trust list rests on
 * the fingerprint typed from paper and stays as it was. Order and repetition are asked inside the transaction that takes it in.
 * @throws {ExchangeError} what refuses it now
 */
export async function verifiedAgain(
  workspace: Workspace,
  office: OfficeRecord,
  shown: PendingBundle,
): Promise<PendingBundle> {
  if (shown.isFirstTrust) return shown;
  const verifier = await verifierOf(workspace, office, shown.confirmInstance, NO_DECRYPTION_KEYS);
  await verifySignersAgain(shown.verification, verifier);
  return shown;
}

/** Bytes of a report received, sent or waiting; undefined when none is known, null when its file is gone or another. */
export async function reportBytes(
  workspace: Workspace,
  digest: string,
): Promise<Uint8Array | null | undefined> {
  const kept = await keptBytes(workspace, digest);
  if (kept !== undefined || !workspace.office) return kept;
  try {
    return (await findWaiting(workspace, workspace.office, digest))?.bytes;
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}
