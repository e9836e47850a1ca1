// One writer for an office: a file lock held for the life of the process (security.md D5).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { DatabaseError } from "./database-error.ts";

/** Held globally on purpose: a connection that is garbage-collected drops its lock without a word. */
const held = new Map<string, BetterSqlite3.Database>();

/**
 * Takes the lock of an office folder; the operating system frees it when the process ends, even by kill -9.
 * @param holder who holds it, for the message another program shows, e.g. `cli, 1234`
 * @returns releases it
 * @throws {DatabaseError} OFFICE_LOCKED naming the holder
 */
export function lockOffice(folder: string, holder: string): () => void {
  const path = join(folder, "lock.sqlite");
  const note = join(folder, "lock.txt");
  const lock = new BetterSqlite3(path, { timeout: 500 });
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith("SQLITE_BUSY"))
      throw new DatabaseError("OFFICE_LOCKED", readNote(note));
    throw error;
  }
  held.set(path, lock);
  writeFileSync(note, holder);
  return () => {
    held.delete(path);
    if (lock.open) lock.close();
  };
}

function readNote(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
