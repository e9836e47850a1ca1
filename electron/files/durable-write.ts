// A file is there wholly or not at all, and is on the disk when this answers (security.md §3.2).
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname } from "node:path";

export type DurableWriteCode = "DISK_FULL" | "FILE_EXISTS" | "READ_BACK_DIFFERS" | "WRITE_FAILED";

/** Why a file could not be written; what stood under its name before still does. */
export class DurableWriteError extends Error {
  override readonly name = "DurableWriteError";
  readonly code: DurableWriteCode;
  /** The system's own code, e.g. `ENOSPC`, for the telephone; null when the system said nothing. */
  readonly systemCode: string | null;

  constructor(code: DurableWriteCode, systemCode: string | null) {
    super(systemCode === null ? code : `${code} (${systemCode})`);
    this.code = code;
    this.systemCode = systemCode;
  }
}

/** The part of the file system this needs; tests hand in one that fails. */
export interface DurableFileSystem {
  open(path: string, flags: string, mode?: number): Promise<FileHandle>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

export interface DurableOptions {
  readonly ifExists: "refuse" | "replace";
}

const PRIVATE = 0o600;
/** Windows cannot flush a folder and some file systems will not; the rename has happened either way. */
const HARMLESS_FOLDER_FAULTS = ["EPERM", "EISDIR", "EINVAL"];

/**
 * Writes beside the name, flushes, reads back, renames, flushes the folder.
 * @throws {DurableWriteError} having removed what it had begun, where the disk still allows it
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  { ifExists }: DurableOptions,
  files: DurableFileSystem = { open, rename, unlink },
): Promise<void> {
  if (ifExists === "refuse" && existsSync(path)) throw new DurableWriteError("FILE_EXISTS", "EEXIST");
  const partial = `${path}.partial`;
  // What an interrupted run left; absent in nearly every case.
  await files.unlink(partial).catch(() => undefined);
  try {
    await writeAndFlush(partial, bytes, files);
    await compare(partial, bytes, files);
    await files.rename(partial, path);
  } catch (error) {
    await files.unlink(partial).catch(() => undefined);
    throw asWriteError(error);
  }
  await flushFolder(dirname(path), files);
}

async function writeAndFlush(partial: string, bytes: Uint8Array, files: DurableFileSystem): Promise<void> {
  const file = await files.open(partial, "wx", PRIVATE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

async function compare(partial: string, bytes: Uint8Array, files: DurableFileSystem): Promise<void> {
  const file = await files.open(partial, "r");
  try {
    if (Buffer.compare(await file.readFile(), bytes) !== 0)
      throw new DurableWriteError("READ_BACK_DIFFERS", null);
  } finally {
    await file.close();
  }
}

async function flushFolder(folder: string, files: DurableFileSystem): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await files.open(folder, "r");
    await handle.sync();
  } catch (error) {
    const failure = asWriteError(error);
    if (!HARMLESS_FOLDER_FAULTS.includes(failure.systemCode ?? "")) throw failure;
  } finally {
    await handle?.close();
  }
}

function asWriteError(error: unknown): DurableWriteError {
  if (error instanceof DurableWriteError) return error;
  const systemCode =
    error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  return new DurableWriteError(
    systemCode === "ENOSPC" || systemCode === "EDQUOT" ? "DISK_FULL" : "WRITE_FAILED",
    systemCode,
  );
}
