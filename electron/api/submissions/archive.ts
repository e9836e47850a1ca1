import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sha256Hex } from "../../exchange/digest.ts";
import { writeDurably } from "../../files/durable-write.ts";
import { officeDiskFault } from "../../files/office-disk.ts";
import type { Workspace } from "../workspace.ts";

/** Where a received file lies, by the digest of its bytes. */
export function archivePath(workspace: Workspace, fileSha256: string): string {
  return join(workspace.folder, "archive", fileSha256.slice(0, 2), `${fileSha256}.goi`);
}

/**
 * Keeps a received file under its own digest before anything is written about it; an orphan is harmless.
 * @throws {OfficeDiskFullError}
 */
export async function archive(workspace: Workspace, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Hex(bytes);
  const path = archivePath(workspace, sha256);
  try {
    mkdirSync(join(path, ".."), { recursive: true, mode: 0o700 });
    await writeDurably(path, bytes, { ifExists: "replace" });
  } catch (error) {
    throw officeDiskFault(error);
  }
  return sha256;
}
