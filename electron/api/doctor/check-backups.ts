// A backup kept here that is no longer what was written will not help anybody; one that was taken away is no fault.
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { listBackups } from "../../database/queries/backups.ts";
import { backupsFolder } from "../backup/kept-files.ts";
import type { Workspace } from "../workspace.ts";

/** One text for each file whose bytes are not those that were recorded. */
export async function findBackupFaults({ db, folder }: Workspace): Promise<string[]> {
  const faults: string[] = [];
  for (const { fileName, sha256 } of listBackups(db, 1000)) {
    const path = join(backupsFolder(folder), fileName);
    if (existsSync(path) && (await sha256Of(path)) !== sha256) faults.push(`${fileName}: DIGEST_DIFFERS`);
  }
  return faults;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}
