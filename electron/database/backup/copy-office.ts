// A consistent copy of an office file while the program goes on working with it.
import { open } from "node:fs/promises";
import { rmSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";
import type { Database } from "../connection.ts";

/** Pages copied between two turns of everybody else: about 8 MB. */
const PAGES_A_TURN = 2000;

export interface CopyProgress {
  readonly donePages: number;
  readonly totalPages: number;
}

/**
 * Copies the database to a new file that stands by itself: no WAL beside it, flushed to the disk. What is written
 * meanwhile is in the copy wholly or not at all.
 * @throws {Error} the signal's reason when it was called off, SqliteError when the disk is full; no file is left then
 */
export async function copyOffice(
  db: Database,
  path: string,
  signal: AbortSignal | undefined,
  onProgress: (progress: CopyProgress) => void = () => undefined,
): Promise<void> {
  rmSync(path, { force: true });
  try {
    await db.raw.backup(path, {
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
