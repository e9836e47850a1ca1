// What the main process does with the files of its window.
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { saveOffered } from "../api/save-offered.ts";
import { DurableWriteError } from "../files/durable-write.ts";
import { OfficeDiskFullError } from "../files/office-disk.ts";
import {
  type FileTickets,
  FileTooLargeError,
  LARGEST_BACKUP_BYTES,
  LARGEST_UPLOAD_BYTES,
} from "../files/tickets.ts";
import type { FaultLog } from "../transport/mask-errors.ts";
import type { FileHost } from "../transport/file-port.ts";
import { pdfFileName } from "./policy/page-pdf.ts";

/**
 * @param choosePlace asks the person where to save a file of this name; undefined when they changed their mind
 * @param printPage the page of the window as PDF
 * @param log for what is a fault, not a full disk
 */
export function windowFiles(
  tickets: FileTickets,
  choosePlace: (fileName: string) => Promise<string | undefined>,
  printPage: () => Promise<Uint8Array>,
  log: FaultLog,
): FileHost {
  return {
    receive: (stream: Readable, isBackup) =>
      tickets.receive(stream, isBackup ? LARGEST_BACKUP_BYTES : LARGEST_UPLOAD_BYTES),
    async save(ticket) {
      const file = tickets.collect(ticket);
      if (!file) return "unknown";
      const place = await choosePlace(basename(file.fileName));
      if (place === undefined) return "cancelled";
      // The dialog has asked whether an existing file may be replaced.
      await saveOffered(place, file);
      return "saved";
    },
    async savePage(fileName) {
      // Made first: what is saved is the page as it was when it was asked for.
      const bytes = await printPage();
      const place = await choosePlace(pdfFileName(fileName));
      if (place === undefined) return "cancelled";
      await saveOffered(place, { stream: () => [bytes], saved: () => Promise.resolve() });
      return "saved";
    },
    codeOf(error) {
      if (error instanceof FileTooLargeError) return "FILE_TOO_LARGE";
      if (error instanceof OfficeDiskFullError) return error.code;
      if (error instanceof DurableWriteError)
        return error.code === "WRITE_FAILED" ? (error.systemCode ?? error.code) : error.code;
      log("files", error);
      return "INTERNAL";
    },
  };
}
