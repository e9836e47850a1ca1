// Files never go through a call: up as a one-time handle, down as a saved file. The page sees no path.
import { ORPCError } from "@orpc/client";
import type { DownloadOffer } from "../../shared/contract/schemas.ts";
import { isElectron, ports } from "./connection.ts";
import { FileTransferError, refusalOf, tooLarge } from "./file-refusal.ts";
import { saveOverPort, savePageOverPort, sendOverPort } from "./file-port.ts";
import { sessionToken } from "./session.ts";

/** The limit of the program; asked here first, because a refused upload may end as a broken connection. */
const LARGEST_UPLOAD_BYTES = 64 * 1024 * 1024;

/** The first bytes of a file; none when it is gone meanwhile or cannot be read: whoever reads it next says so. */
export async function headOf(file: File, bytes: number): Promise<Uint8Array> {
  return file
    .slice(0, bytes)
    .arrayBuffer()
    .then(
      (head) => new Uint8Array(head),
      () => new Uint8Array(),
    );
}

/** Hands a file to the program. @throws {ORPCError} FILE_REFUSED @throws {FileTransferError} */
export async function uploadFile(file: File): Promise<{ ticket: string; fileName: string }> {
  if (file.size > LARGEST_UPLOAD_BYTES) throw tooLarge();
  const ticket = isElectron
    ? await sendOverPort((await ports()).files, file).catch(refusalOf)
    : await ticketIn(await post("/api/files", "application/octet-stream", file));
  return { ticket, fileName: file.name };
}

/** Hands a backup to the program, which may be larger than any other file. @throws {FileTransferError} */
export async function uploadBackup(file: File): Promise<{ ticket: string; fileName: string }> {
  const ticket = isElectron
    ? await sendOverPort((await ports()).files, file, "backup").catch(refusalOf)
    : await ticketIn(await post("/api/files?purpose=backup", "application/octet-stream", file));
  return { ticket, fileName: file.name };
}

/**
 * written: on the carrier, flushed and read back, so that a stick may be pulled out · handed: the browser has it, and alone
 * knows when it is written · cancelled: nobody chose a place.
 */
export type SaveOutcome = "written" | "handed" | "cancelled";

/** Saves an offered file where a person says, or where the browser saves files. @throws {FileTransferError} */
export async function saveDownload(offer: DownloadOffer): Promise<SaveOutcome> {
  if (isElectron) {
    const outcome = await saveOverPort((await ports()).files, offer.ticket).catch(refusalOf);
    if (outcome === "unknown") throw new FileTransferError("DOWNLOAD_FAILED");
    return outcome === "saved" ? "written" : "cancelled";
  }
  const response = await post(`/api/files/${offer.ticket}`, "application/json", null);
  if (!response.ok) throw new FileTransferError("DOWNLOAD_FAILED");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = offer.fileName;
  link.click();
  // The browser reads it after the click; how long after, it does not say.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  // What the program cannot remember of it stays “not saved”, and can be saved once more: the file itself is there.
  await post(`/api/files/${offer.ticket}/arrived`, "application/json", null).catch(() => undefined);
  return "handed";
}

/** Whether the program itself can make a PDF of the page; a browser's print dialog can, otherwise. */
export const canWritePdf = isElectron;

/** Saves the page on screen, as it prints, where a person says. @throws {FileTransferError} */
export async function savePageAsPdf(fileName: string): Promise<SaveOutcome> {
  const outcome = await savePageOverPort((await ports()).files, fileName).catch(refusalOf);
  return outcome === "saved" ? "written" : "cancelled";
}

async function post(path: string, type: string, body: Blob | null): Promise<Response> {
  const token = (await sessionToken()) ?? "";
  return fetch(path, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": type },
    body,
  }).catch(refusalOf);
}

async function ticketIn(response: Response): Promise<string> {
  if (response.status === 413) throw tooLarge();
  if (response.status === 507) throw new ORPCError("OFFICE_DISK_FULL");
  const body: unknown = response.ok ? await response.json() : null;
  if (typeof body === "object" && body !== null && "ticket" in body && typeof body.ticket === "string")
    return body.ticket;
  throw new FileTransferError("UPLOAD_FAILED");
}
