// Why a file did not cross, in the codes the words are found by.
import { ORPCError } from "@orpc/client";

/** The program could not be reached for a file, or the file could no longer be read. */
export class FileTransferError extends Error {
  override readonly name = "FileTransferError";

  /** UPLOAD_FAILED, DOWNLOAD_FAILED, or what a browser says of its line to the program. */
  get code(): string {
    return this.message;
  }
}

/** As the program itself says it, so that the same words are shown. */
export function tooLarge(): Error {
  return new ORPCError("FILE_REFUSED", { data: { code: "FILE_TOO_LARGE", line: null, detail: "" } });
}

/** @param error of the port to the main process, with its code as message (electron/main/window-files.ts), or of the line itself */
export function refusalOf(error: unknown): never {
  const code = error instanceof Error ? error.message : "";
  if (code === "FILE_TOO_LARGE") throw tooLarge();
  if (code === "DISK_FULL" || code === "OFFICE_DISK_FULL") throw new ORPCError(code);
  // The word of the system for a stick that was pulled out or is broken.
  if (code === "READ_BACK_DIFFERS" || /^E[A-Z0-9]+$/.test(code))
    throw new ORPCError("WRITE_FAILED", { data: { code } });
  throw new FileTransferError(code, { cause: error });
}
