import { DurableWriteError } from "../../files/durable-write.ts";

/** What SQLite and the file system say of a disk, as the one error the rest of the program knows. Anything else as it is. */
export function diskFault(error: unknown): unknown {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof DurableWriteError || code === "") return error;
  if (code.startsWith("SQLITE_FULL") || code === "ENOSPC" || code === "EDQUOT")
    return new DurableWriteError("DISK_FULL", code, error);
  const isDisk = /^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code) || /^(EIO|EACCES|EPERM|EROFS)$/.test(code);
  return isDisk ? new DurableWriteError("WRITE_FAILED", code, error) : error;
}
