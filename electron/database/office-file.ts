// An office is a folder: the file, its lock, and what goes in and out (security.md §3.3).
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { removeHalfMade } from "./backup/copy-office.ts";
import { finishRestore } from "./backup/swap-office.ts";
import { type Database, openDatabase } from "./connection.ts";
import { DatabaseError } from "./database-error.ts";
import { lockOffice } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { findBrokenAudit } from "./queries/audit.ts";

export interface OfficeFile {
  readonly folder: string;
  readonly db: Database;
  /** Closes the database, lets a restore that was decided take its place, and opens what is there then; keeps the lock. */
  exchange(): Promise<OfficeFile>;
  close(): Promise<void>;
}

/** Folders beside the file. `archive`: bundles received; `outbox`: bundles to send; `incoming`: uploads not yet read. */
const FOLDERS = ["archive", "outbox", "incoming", "backups"] as const;
/** Above this size the full check waits for `doctor`; starting must not take minutes. */
const AUDIT_TAIL = 200;

export function officePath(folder: string): string {
  return join(folder, "office.sqlite");
}

/**
 * Takes the lock, opens and brings up to date the office of a folder; makes an empty file when there is none.
 * @throws {DatabaseError} OFFICE_LOCKED, DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_DAMAGED
 */
export async function openOfficeFile(folder: string, holder: string): Promise<OfficeFile> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of FOLDERS) mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
  const unlock = lockOffice(folder, holder);
  removeHalfMade(join(folder, "backups"));
  return openLocked(folder, unlock);
}

async function openLocked(folder: string, unlock: () => void): Promise<OfficeFile> {
  let db: Database | undefined;
  try {
    finishRestore(folder);
    const isNew = !existsSync(officePath(folder));
    // A file that lost its contents is no new office: nothing may be begun in its place.
    if (!isNew && statSync(officePath(folder)).size === 0)
      throw new DatabaseError("DATABASE_DAMAGED", "empty");
    db = openDatabase(officePath(folder));
    await migrate(db, (version) => join(folder, "backups", `before-${version}.sqlite`));
    if (!isNew && findBrokenAudit(db, AUDIT_TAIL) !== null)
      throw new DatabaseError("DATABASE_DAMAGED", "audit");
  } catch (error) {
    await db?.close();
    unlock();
    throw error;
  }
  const opened = db;
  return {
    folder,
    db: opened,
    async exchange() {
      await opened.close();
      return openLocked(folder, unlock);
    },
    async close() {
      await opened.close();
      unlock();
    },
  };
}
