// A consistent copy of an office file while the program goes on working with it.
import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { type Database, openForInspection } from "../connection.ts";

/** Pages copied between two turns of everybody else: about 8 MB. */
const PAGES_A_TURN = 2000;

interface CopyProgress {
  readonly donePages: number;
  readonly totalPages: number;
}

const HALF_MADE = /^copying-[\w-]+\.tmp|\.partial$/;

/** A place for a copy that no other backup made at the same time uses. */
export function newCopyPath(folder: string): string {
  return join(folder, `copying-${randomUUID()}.tmp`);
}

/** Takes away what a program that was killed left of its backups; call before any is begun. */
export function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => HALF_MADE.test(each) || each === "copying.tmp"))
    rmSync(join(folder, name), { force: true });
}

/**
 * Copies the database to a new file that stands by itself: no WAL beside it, flushed to the disk. It is the file as it
 * was committed when the copy began: read over a connection of its own, because one that stands in a transaction (a long
 * import) copies nothing, and held at one snapshot, because a copy begins anew when another connection writes.
 * @throws {Error} the signal's reason when it was called off, SqliteError when the disk is full; no file is left then
 */
export async function copyOffice(
  db: Database,
  path: string,
  signal: AbortSignal | undefined,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<void> {
  rmSync(path, { force: true });
  const source = openForInspection(db.raw.name);
  try {
    source.raw.exec("BEGIN");
    source.raw.prepare("SELECT count(*) FROM sqlite_schema").get();
    await source.raw.backup(path, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted();
        onProgress({ donePages: totalPages - remainingPages, totalPages });
        return PAGES_A_TURN;
      },
    });
    signal?.throwIfAborted();
    makeSingleFile(path);
    const file = await open(path, "r+");
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${path}${suffix}`, { force: true });
    throw error;
  } finally {
    await source.close();
  }
}

/** Takes the WAL mark out of the header, so that the one file is all of it, also on a stick that can only be read. */
function makeSingleFile(path: string): void {
  const copy = new BetterSqlite3(path);
  try {
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
