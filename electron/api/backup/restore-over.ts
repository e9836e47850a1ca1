// A restore without an open program: into an empty folder, or over an office, also one that cannot be opened any more.
import { existsSync, mkdirSync, statSync } from "node:fs";
import { v4 as uuidV4 } from "uuid";
import type { Clock } from "../../../shared/domain/clock.ts";
import { finishRestore } from "../../database/backup/swap-office.ts";
import { openDatabase } from "../../database/connection.ts";
import { lockOffice } from "../../database/lock.ts";
import { officePath } from "../../database/office-file.ts";
import { findSetting } from "../../database/queries/settings.ts";
import type { OfficeRecord } from "../workspace.ts";
import { commitRestore, unpackInto } from "./restore-folder.ts";
import type { UnpackedBackup } from "./unpack-backup.ts";

interface RestoreRequest {
  readonly folder: string;
  readonly path: string;
  readonly passphrase: string | null;
  readonly clock: Clock;
  /** Who holds the lock meanwhile. */
  readonly holder: string;
  /** A person has said that the office in the folder may be replaced. */
  readonly mayReplace: boolean;
}

type RestoreOutcome =
  | { readonly kind: "restored"; readonly backup: UnpackedBackup; readonly replaced: boolean }
  /** Nothing was done; `code` is that of the office in the folder, empty when it cannot be read. */
  | { readonly kind: "confirm"; readonly code: string };

/** @throws {DatabaseError} OFFICE_LOCKED @throws {BackupFault} @throws {DurableWriteError} and nothing has changed then */
export async function restoreOver(request: RestoreRequest): Promise<RestoreOutcome> {
  const { folder, path, passphrase, clock, holder, mayReplace } = request;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockOffice(folder, holder);
  try {
    finishRestore(folder);
    const code = await presentCode(folder);
    if (code !== null && !mayReplace) return { kind: "confirm", code };
    const name = uuidV4();
    const backup = await unpackInto(folder, name, path, passphrase, undefined, () => undefined);
    const act = { clock, actor: "cli", fileName: path.split(/[\\/]/).at(-1) ?? "" };
    await commitRestore(folder, name, backup, act, code !== null);
    finishRestore(folder);
    return { kind: "restored", backup, replaced: code !== null };
  } finally {
    unlock();
  }
}

/** Null: nothing there that could be lost. A file that cannot be read is kept all the same. */
async function presentCode(folder: string): Promise<string | null> {
  const path = officePath(folder);
  if (!existsSync(path)) return null;
  if (statSync(path).size === 0) return "";
  try {
    // Opened as its own program does: closing it again leaves one file, which is what is put aside.
    const db = openDatabase(path);
    try {
      return findSetting<OfficeRecord>(db, "office")?.code ?? null;
    } finally {
      await db.close();
    }
  } catch {
    return "";
  }
}
