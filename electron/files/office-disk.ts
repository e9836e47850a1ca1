import { DurableWriteError } from "./durable-write.ts";

/** The disk that holds the office has no room: nobody chose it, and no other place would do. */
export class OfficeDiskFullError extends Error {
  readonly code = "OFFICE_DISK_FULL";

  constructor(cause: unknown) {
    super("OFFICE_DISK_FULL", { cause });
    this.name = "OfficeDiskFullError";
  }
}

/** What to throw when a file of the office's own folder could not be written: a full disk by its name, anything else as it came. */
export function officeDiskFault(error: unknown): unknown {
  const code =
    error instanceof DurableWriteError
      ? error.systemCode
      : error instanceof Error && "code" in error
        ? error.code
        : null;
  return code === "ENOSPC" || code === "EDQUOT" ? new OfficeDiskFullError(error) : error;
}
