// A file handed to the desk: copied, and looked at only as far as needed to verify in the order of sending.
import { copyFile, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DeskFile } from "../../../shared/contract/desk.ts";
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { LARGEST_UPLOAD_BYTES, type IncomingFile } from "../../files/tickets.ts";
import { officeDiskFault } from "../../files/office-disk.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import { textOf } from "../submissions/inbox.ts";
import type { Batch, WaitingFile } from "./batch.ts";

/** @param file undefined when its handle was used up or is too old */
export async function copyIn(batch: Batch, file: IncomingFile | undefined, fileName: string): Promise<void> {
  const id = batch.files.length;
  const view = emptyView(id, fileName);
  const refused = (code: "E_IO_READ" | "E_SIZE_FILE", size = 0): WaitingFile => ({
    ...plain(id),
    view: { ...view, size, outcome: "refused", fault: { ...textOf(code), detail: null } },
  });
  // The place in the list is taken before anything is awaited: several may come at once.
  batch.files.push(refused("E_IO_READ"));
  if (!file) return;
  try {
    const { size } = await stat(file.path);
    if (size > LARGEST_UPLOAD_BYTES) {
      batch.files[id] = refused("E_SIZE_FILE", size);
      return;
    }
    const path = join(batch.folder, `${id}.goi`);
    await moveOrCopy(file, path);
    batch.files[id] = {
      ...plain(id),
      path,
      place: placeOf(await readFile(path), id),
      view: { ...view, size },
    };
  } catch (error) {
    throw officeDiskFault(error);
  } finally {
    file.discard();
  }
}

function plain(id: number): Omit<WaitingFile, "view"> {
  return {
    id,
    path: null,
    place: "",
    manifest: null,
    dependsOnOthers: false,
    receiptSha256: null,
  };
}

function emptyView(id: number, fileName: string): DeskFile {
  return {
    id,
    fileName,
    size: 0,
    outcome: "waiting",
    fault: null,
    warnings: [],
    kind: null,
    digest: null,
    code: null,
    issuer: null,
    period: null,
    correction: null,
    units: null,
    unitsAnswered: null,
    entries: null,
    unapproved: [],
    incompleteReason: null,
    receiptFileName: null,
  };
}

/** An upload is ours and moves at once; a file on a stick stays where it is. */
async function moveOrCopy(file: IncomingFile, path: string): Promise<void> {
  if (file.isOurs) return rename(file.path, path);
  return copyFile(file.path, path);
}

/** Sorts by sender, computer, stream and number; what cannot be read without a key comes last, in the order it came. */
function placeOf(bytes: Uint8Array, id: number): string {
  try {
    const { issuer, stream, seq } = parseManifest(openEnvelope(readContainer(bytes)).manifest);
    return placeIn(issuer.unit_code, issuer.instance_id, stream, seq);
  } catch {
    return `~ ${String(id).padStart(6, "0")}`;
  }
}

export function placeIn(unitCode: string, instanceId: string, stream: string, seq: number): string {
  return `${unitCode} ${instanceId} ${stream} ${String(seq).padStart(16, "0")}`;
}
