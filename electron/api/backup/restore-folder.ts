// The steps of a restore that need no open office, so that they also mend one that cannot be opened.
import { readdirSync, rmSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { instantOf } from "../../../shared/domain/clock.ts";
import { decideRestore, makeRestoringFolder, restoringFolder } from "../../database/backup/swap-office.ts";
import { failPoint } from "../../database/fail-point.ts";
import { diskFault } from "./disk-fault.ts";
import { renewOffice, type RestoreAct } from "./renew-office.ts";
import { type UnpackedBackup, unpackBackup, type UnpackStep } from "./unpack-backup.ts";

/**
 * Reads and checks a backup into the office's folder, beside what is there.
 * @param name of the folder it is unpacked into
 * @throws {BackupFault} @throws {DurableWriteError}
 */
export async function unpackInto(
  folder: string,
  name: string,
  path: string,
  passphrase: string | null,
  signal: AbortSignal | undefined,
  told: (step: UnpackStep, done: number, total: number) => void,
): Promise<UnpackedBackup> {
  try {
    return await unpackBackup(path, makeRestoringFolder(folder, name), passphrase, signal, told);
  } catch (error) {
    // Nothing can be restored from it: half an office has no business lying about.
    rmSync(restoringFolder(folder, name), { recursive: true, force: true });
    throw diskFault(error);
  }
}

/**
 * Makes an unpacked backup the office of the folder: whoever opens the folder next finds it.
 * @param keepsReplaced whether an office stands there, to be kept aside
 * @throws {DurableWriteError} before anything is decided
 */
export async function commitRestore(
  folder: string,
  name: string,
  backup: UnpackedBackup,
  act: RestoreAct,
  keepsReplaced: boolean,
): Promise<void> {
  try {
    const restoring = restoringFolder(folder, name);
    failPoint("restore.after_unpack");
    await renewOffice(restoring, backup, act);
    failPoint("restore.after_renew");
    await archiveParts(folder, join(restoring, "archive"));
    failPoint("restore.after_archive");
    decideRestore(folder, { name, replacedName: keepsReplaced ? freeReplacedName(folder, act) : null });
  } catch (error) {
    throw diskFault(error);
  }
}

/** Received bundles lie under their own digest: those that are there already stay, an orphan is harmless. */
async function archiveParts(folder: string, from: string): Promise<void> {
  for (const sha256 of namesIn(from)) {
    const place = join(folder, "archive", sha256.slice(0, 2));
    await mkdir(place, { recursive: true, mode: 0o700 });
    await rename(join(from, sha256), join(place, `${sha256}.goi`));
  }
}

/** `20261121-085230`, with a number when the clock stands still. */
function freeReplacedName(folder: string, { clock }: RestoreAct): string {
  const at = instantOf(clock).replace(/[-:Z]/g, "").replace("T", "-");
  const taken = new Set(namesIn(join(folder, "replaced")));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? at : `${at}-${number}`;
    if (!taken.has(name)) return name;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // None was ever made.
    return [];
  }
}
