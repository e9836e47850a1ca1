// From a folder of this computer to verified bundles: sorted out by their first bytes, handed over in groups, verified as one job.
import { BUNDLE_HEAD_BYTES, isNamedBundle, looksLikeBundle } from "../../../shared/domain/bundle-head.ts";
import {
  COUNTERSIGNATURE_HEAD_BYTES,
  isCountersignature,
} from "../../../shared/domain/countersignature-head.ts";
import { type DeskBatch, MOST_DESK_FILES_AT_ONCE } from "../../../shared/contract/desk.ts";
import type { JobProgress } from "../../../shared/contract/schemas.ts";
import { client } from "../../api/api.ts";
import { headOf, uploadFile } from "../../api/files.ts";

export interface Delivered {
  /** Null when no file was a bundle. */
  readonly batch: DeskBatch | null;
  /** Files that are no bundles. */
  readonly ignored: number;
  /** Official signatures kept beside their bundles. */
  readonly countersignatures: number;
  /** Names of files that could not be handed over: too large, or gone meanwhile. */
  readonly notSent: readonly string[];
}

export async function* deliverFiles(
  files: readonly File[],
  signal: AbortSignal,
): AsyncGenerator<JobProgress, Delivered> {
  const bundles: File[] = [];
  const notSent: string[] = [];
  let countersignatures = 0;
  let beside = 0;
  for (const file of files)
    if (await isBundle(file)) bundles.push(file);
    else if (await isBeside(file)) {
      signal.throwIfAborted();
      beside += 1;
      // Kept beside the bundle it belongs to, whenever that one is taken in.
      const kept = await attach(file);
      if (kept) countersignatures += 1;
      else notSent.push(file.name);
    }
  let batchId: string | null = null;
  for (let start = 0; start < bundles.length; start += MOST_DESK_FILES_AT_ONCE) {
    const sent: { ticket: string; fileName: string }[] = [];
    for (const file of bundles.slice(start, start + MOST_DESK_FILES_AT_ONCE)) {
      signal.throwIfAborted();
      try {
        sent.push(await uploadFile(file));
      } catch {
        notSent.push(file.name);
      }
      yield { step: "uploading", done: start + sent.length, total: bundles.length };
    }
    if (sent.length > 0) ({ batchId } = await client.desk.add({ batchId, files: sent }, { signal }));
  }
  const ignored = files.length - bundles.length - beside;
  if (batchId === null) return { batch: null, ignored, notSent, countersignatures };
  try {
    const batch = yield* await client.desk.verify({ batchId }, { signal });
    return { batch, ignored, notSent, countersignatures };
  } catch (error) {
    // Called off: nothing of it is left lying on the desk.
    if (signal.aborted) await client.desk.dismiss({ batchId });
    throw error;
  }
}

async function attach(file: File): Promise<boolean> {
  try {
    await client.countersignatures.attach({ ...(await uploadFile(file)), digest: null });
    return true;
  } catch {
    return false;
  }
}

async function isBundle(file: File): Promise<boolean> {
  return isNamedBundle(file.name) || looksLikeBundle(await headOf(file, BUNDLE_HEAD_BYTES));
}

async function isBeside(file: File): Promise<boolean> {
  return isCountersignature(await headOf(file, COUNTERSIGNATURE_HEAD_BYTES), file.name, "named");
}
