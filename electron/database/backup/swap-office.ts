// Putting a restored file in the place of an office: wholly before or wholly after, whenever the power goes
// (security.md F2). The one moment that counts is the rename of the record: without it nothing has happened, with it
// whoever opens the folder next finishes the job. Call only while holding the lock of the folder, and with the file closed.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { failPoint } from "../fail-point.ts";

/** Where a restored file is made ready; leftovers are removed at the next start. */
const RESTORING = "restoring";
/** Where replaced files are kept. */
export const REPLACED = "replaced";
const OFFICE = "office.sqlite";
const RECORD = "record.json";
/** The database and what SQLite keeps beside it belong together: a WAL of one file destroys another. */
const SIDE_FILES = ["", "-wal", "-shm", "-journal"];

/**
 * A folder of its own for a file that is being made ready; what earlier tries left is removed.
 * @param name a name nobody else uses
 */
export function makeRestoringFolder(folder: string, name: string): string {
  rmSync(join(folder, RESTORING), { recursive: true, force: true });
  const path = restoringFolder(folder, name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

export function restoringFolder(folder: string, name: string): string {
  return join(folder, RESTORING, name);
}

/** Whether a file made ready under this name is still there: only the last one is. */
export function isReadyToRestore(folder: string, name: string): boolean {
  return existsSync(join(restoringFolder(folder, name), OFFICE));
}

interface RestoreRecord {
  /** Folder under `restoring/`. */
  readonly name: string;
  /** Folder under `replaced/` for what stands there now; null when that is no office, only an empty file. */
  readonly replacedName: string | null;
}

/** Decides that the file made ready is the office from now on; {@link finishRestore} does it. */
export function decideRestore(folder: string, record: RestoreRecord): void {
  const restoring = join(folder, RESTORING);
  syncFile(join(restoringFolder(folder, record.name), OFFICE));
  const partial = join(restoring, `${RECORD}.partial`);
  writeFileSync(partial, JSON.stringify(record));
  syncFile(partial);
  for (const path of [restoringFolder(folder, record.name), restoring, folder]) syncFolder(path);
  failPoint("restore.before_record");
  renameSync(partial, join(restoring, RECORD));
  syncFolder(restoring);
  failPoint("restore.after_record");
}

/** Finishes a restore that was decided, and removes what one that was not left behind. Safe to repeat. */
export function finishRestore(folder: string): void {
  const restoring = join(folder, RESTORING);
  if (!existsSync(restoring)) return;
  const record = readRecord(join(restoring, RECORD));
  // Once the restored file has left, it is the office: nothing of it may be put aside.
  if (record && isReadyToRestore(folder, record.name)) {
    putAside(folder, record.replacedName);
    failPoint("restore.after_aside");
    renameSync(join(restoringFolder(folder, record.name), OFFICE), join(folder, OFFICE));
    syncFolder(folder);
    failPoint("restore.after_swap");
  }
  rmSync(restoring, { recursive: true, force: true });
}

function putAside(folder: string, replacedName: string | null): void {
  const aside = replacedName === null ? null : join(folder, REPLACED, replacedName);
  if (aside !== null) mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const suffix of SIDE_FILES) {
    const present = join(folder, `${OFFICE}${suffix}`);
    if (!existsSync(present)) continue;
    if (aside === null) rmSync(present);
    else renameSync(present, join(aside, `${OFFICE}${suffix}`));
    failPoint(`restore.between_aside${suffix}`);
  }
  if (aside !== null) syncFolder(aside);
}

/** What was decided. A name that is no plain folder was not written by this program and decides nothing. */
function readRecord(path: string): RestoreRecord | undefined {
  if (!existsSync(path)) return undefined;
  const record: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof record !== "object" || record === null) return undefined;
  const name: unknown = Reflect.get(record, "name");
  const replacedName: unknown = Reflect.get(record, "replacedName");
  if (!isPlainName(name)) return undefined;
  return replacedName === null || isPlainName(replacedName) ? { name, replacedName } : undefined;
}

function isPlainName(name: unknown): name is string {
  return typeof name === "string" && /^[\w-]+$/.test(name);
}

function syncFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows cannot flush a directory; there the rename itself has to do. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const directory = openSync(path, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
