// The files of a batch between being handed over and being taken in: copies of our own, so that a stick may be pulled out.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { v4 as uuidV4 } from "uuid";
import type { DeskBatch, DeskFile } from "../../../shared/contract/desk.ts";
import type { DecryptionKeys } from "../../exchange/encryption.ts";
import type { Manifest } from "../../exchange/manifest.ts";
import type { Workspace } from "../workspace.ts";

export interface WaitingFile {
  readonly id: number;
  /** Our copy; null when it was too large to be copied. */
  readonly path: string | null;
  /** Provisional, to verify in the order of sending; nothing else rests on it. */
  readonly place: string;
  view: DeskFile;
  /** Known once its signature and form were verified. */
  manifest: Manifest | null;
  /** Refused by what is remembered, not by what is in it: may stand once others are taken in. */
  dependsOnOthers: boolean;
  receiptSha256: string | null;
}

export interface Batch {
  readonly id: string;
  readonly folder: string;
  readonly files: WaitingFile[];
  /** `unit instance` of computers an operator has vouched for. */
  readonly confirmed: Set<string>;
  /** Keys that open what came encrypted, once the passphrase was typed. */
  identities: readonly string[];
}

/** A window works on one batch; more were looked at and left, and the oldest go. */
const MOST_BATCHES = 3;

const known = new WeakMap<Workspace, Map<string, Batch>>();

/** Where the copies of all batches lie. */
function deskFolder(workspace: Workspace): string {
  return join(workspace.folder, "desk");
}

export function openBatch(workspace: Workspace): Batch {
  let batches = known.get(workspace);
  if (!batches) {
    batches = new Map();
    known.set(workspace, batches);
    // Left by a run that ended in between: nothing in it was promised to anybody.
    rmSync(deskFolder(workspace), { recursive: true, force: true });
  }
  const id = uuidV4();
  const folder = join(deskFolder(workspace), id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const batch: Batch = { id, folder, files: [], confirmed: new Set(), identities: [] };
  batches.set(id, batch);
  const [oldest] = batches.keys();
  if (batches.size > MOST_BATCHES && oldest !== undefined) dropBatch(workspace, oldest);
  return batch;
}

export function findBatch(workspace: Workspace, id: string): Batch | undefined {
  return known.get(workspace)?.get(id);
}

/** The newest that nobody has let go of: a page that was left or loaded again shows it. */
export function latestBatch(workspace: Workspace): Batch | undefined {
  return [...(known.get(workspace)?.values() ?? [])].at(-1);
}

/** A sound report that lies on the desk, of the newest batch it is in. */
export function findOnDesk(
  workspace: Workspace,
  digest: string,
): { readonly batch: Batch; readonly file: WaitingFile } | undefined {
  for (const batch of [...(known.get(workspace)?.values() ?? [])].toReversed()) {
    const file = batch.files.find(
      ({ view }) => view.digest === digest && (view.outcome === "clean" || view.outcome === "attention"),
    );
    if (file) return { batch, file };
  }
  return undefined;
}

/** Marks a report that was answered by itself, outside the taking in of many. */
export function settleOnDesk(
  workspace: Workspace,
  digest: string,
  answer: {
    readonly outcome: "accepted" | "returned";
    readonly receiptSha256: string;
    readonly fileName: string;
  },
): void {
  for (const batch of known.get(workspace)?.values() ?? [])
    for (const file of batch.files) {
      if (file.view.digest !== digest || file.view.outcome === "repeated") continue;
      file.view = { ...file.view, outcome: answer.outcome, receiptFileName: answer.fileName };
      file.receiptSha256 = answer.receiptSha256;
      if (file.path !== null) rmSync(file.path, { force: true });
    }
}

export function decryptionOf({ identities }: Batch): DecryptionKeys {
  return { identities, passphrase: null };
}

export function dropBatch(workspace: Workspace, id: string): void {
  const batch = findBatch(workspace, id);
  if (!batch) return;
  known.get(workspace)?.delete(id);
  rmSync(batch.folder, { recursive: true, force: true });
}

export function instanceKey({ issuer }: Pick<Manifest, "issuer">): string {
  return `${issuer.unit_id} ${issuer.instance_id}`;
}

export function toBatchView(batch: Batch): DeskBatch {
  return { batchId: batch.id, files: batch.files.map(({ view }) => view) };
}
