import { DurableWriteError } from "../../files/durable-write.ts";

/** The two errors every procedure declares that writes a file. */
interface WriteErrors {
  DISK_FULL(): Error;
  WRITE_FAILED(options: { data: { code: string } }): Error;
}

/** What to throw for a failed write: the declared error, or what came when it was no failed write. */
export function writeFault(error: unknown, errors: WriteErrors): unknown {
  if (!(error instanceof DurableWriteError)) return error;
  return error.code === "DISK_FULL"
    ? errors.DISK_FULL()
    : errors.WRITE_FAILED({ data: { code: error.systemCode ?? error.code } });
}
