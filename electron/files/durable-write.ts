// Writing a file so that its final name only ever stands for the whole content, on the disk and read back
// (security.md §3.2). For exports, key files and the archive.
import { createHash } from "node:crypto";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";

/** The few calls needed, so that a test can fail each of them. */
export interface DurableFileSystem {
  open(path: string, flags: string, mode?: number): Promise<FileHandle>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
}

export type DurableWriteCode = "DISK_FULL" | "FILE_EXISTS" | "WRITE_FAILED" | "READ_BACK_DIFFERS";

export class DurableWriteError extends Error {
  readonly code: DurableWriteCode;
  /** The system's word, e.g. `EIO`; null when the system reported success. */
  readonly systemCode: string | null;

  constructor(code: DurableWriteCode, systemCode: string | null, cause?: unknown) {
    super(systemCode === null ? code : `${code} (${systemCode})`, { cause });
    this.name = "DurableWriteError";
    this.code = code;
    this.systemCode = systemCode;
  }
}

interface DurableWriteOptions {
  /** `refuse` never touches an existing file of that name; `replace` exchanges it in one step. */
  readonly ifExists: "refuse" | "replace";
  /** Permission bits; 0600 unless said otherwise. */
  readonly mode?: number;
}

/** Beside the final file, so that the rename stays on one volume. A leftover is cleaned by the next write. */
const PARTIAL_SUFFIX = ".partial";
const PRIVATE_MODE = 0o600;
const READ_BACK_BYTES = 1024 * 1024;
/** Windows and some network drives cannot flush a directory. */
const DIRECTORY_SYNC_UNSUPPORTED: ReadonlySet<string> = new Set([
  "EPERM",
  "EISDIR",
  "EINVAL",
  "EACCES",
  "ENOTSUP",
]);

const nodeFileSystem: DurableFileSystem = { open, rename, unlink };

/**
 * Writes a file: partial name, flush, close, read back and compare, rename, flush the directory.
 * After a failure the final name is what it was before, except when only the last flush failed: then the whole
 * file stands there, but may not survive a power cut.
 *
 * @throws {DurableWriteError} DISK_FULL, FILE_EXISTS, WRITE_FAILED, READ_BACK_DIFFERS
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  options: DurableWriteOptions,
  files: DurableFileSystem = nodeFileSystem,
): Promise<void> {
  await writeStreamDurably(path, [bytes], options, files);
}

export interface WrittenFile {
  readonly size: number;
  readonly sha256: string;
}

/**
 * As {@link writeDurably}, for what is too large to be held at once. What the source throws is thrown on as it is, and
 * nothing of the file stays.
 * @throws {DurableWriteError} DISK_FULL, FILE_EXISTS, WRITE_FAILED, READ_BACK_DIFFERS
 */
export async function writeStreamDurably(
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: DurableWriteOptions,
  files: DurableFileSystem = nodeFileSystem,
): Promise<WrittenFile> {
  const partial = `${path}${PARTIAL_SUFFIX}`;
  try {
    if (options.ifExists === "refuse" && (await exists(files, path))) {
      throw new DurableWriteError("FILE_EXISTS", "EEXIST");
    }
    const written = await writePartial(files, partial, chunks, options.mode ?? PRIVATE_MODE);
    try {
      await checkReadBack(files, partial, written);
      await files.rename(partial, path);
    } catch (error) {
      await removeQuietly(files, partial);
      throw error;
    }
    await syncDirectory(files, dirname(path));
    return written;
  } catch (error) {
    throw error instanceof SourceError ? error.cause : durableError(error);
  }
}

/** The source failed, not the disk. */
class SourceError extends Error {}

async function exists(files: DurableFileSystem, path: string): Promise<boolean> {
  try {
    await (await files.open(path, "r")).close();
    return true;
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return false;
    throw error;
  }
}

async function writePartial(
  files: DurableFileSystem,
  partial: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  mode: number,
): Promise<WrittenFile> {
  await removeQuietly(files, partial);
  const file = await files.open(partial, "wx", mode);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of told(chunks)) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
    await file.close();
    return { size, sha256: hash.digest("hex") };
  } catch (error) {
    await file.close().catch(() => undefined);
    await removeQuietly(files, partial);
    throw error;
  }
}

/** Marks what the source throws, so that it is not taken for a fault of the disk. */
async function* told(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new SourceError("source", { cause: error });
  }
}

/** A stick can acknowledge what it did not keep: what is read back has to be what was given. */
async function checkReadBack(files: DurableFileSystem, partial: string, written: WrittenFile): Promise<void> {
  const file = await files.open(partial, "r");
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.allocUnsafe(READ_BACK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
    if (hash.digest("hex") !== written.sha256) throw new DurableWriteError("READ_BACK_DIFFERS", null);
  } finally {
    await file.close();
  }
}

async function syncDirectory(files: DurableFileSystem, path: string): Promise<void> {
  try {
    const directory = await files.open(path, "r");
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch (error) {
    if (!DIRECTORY_SYNC_UNSUPPORTED.has(systemCodeOf(error) ?? "")) throw error;
  }
}

async function removeQuietly(files: DurableFileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch {
    // Nothing there, or the volume is gone: the write itself says what is wrong.
  }
}

function durableError(error: unknown): DurableWriteError {
  if (error instanceof DurableWriteError) return error;
  const systemCode = systemCodeOf(error);
  const isFull = systemCode === "ENOSPC" || systemCode === "EDQUOT";
  return new DurableWriteError(isFull ? "DISK_FULL" : "WRITE_FAILED", systemCode, error);
}

function systemCodeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
