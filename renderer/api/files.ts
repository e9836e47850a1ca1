// Files go over plain HTTP, never through a call: up as a one-time handle, down as a saved file.
import type { DownloadOffer } from "../../shared/contract/schemas.ts";
import { sessionToken } from "./session.ts";

/** A file could not be handed over; `code` is FILE_TOO_LARGE or UPLOAD_FAILED. */
export class FileTransferError extends Error {
  readonly code: "FILE_TOO_LARGE" | "UPLOAD_FAILED" | "DOWNLOAD_FAILED";

  constructor(code: FileTransferError["code"]) {
    super(code);
    this.code = code;
  }
}

async function headers(): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${(await sessionToken()) ?? ""}` };
}

/** Hands a file to the program. @throws {FileTransferError} */
export async function uploadFile(file: File): Promise<{ ticket: string; fileName: string }> {
  const response = await fetch("/api/files", {
    method: "POST",
    headers: { ...(await headers()), "Content-Type": "application/octet-stream" },
    body: file,
  });
  if (response.status === 413) throw new FileTransferError("FILE_TOO_LARGE");
  if (!response.ok) throw new FileTransferError("UPLOAD_FAILED");
  const { ticket } = (await response.json()) as { ticket: string };
  return { ticket, fileName: file.name };
}

/** Saves an offered file where the browser saves files. @throws {FileTransferError} */
export async function saveDownload(offer: DownloadOffer): Promise<void> {
  const response = await fetch(`/api/files/${offer.ticket}`, {
    method: "POST",
    headers: { ...(await headers()), "Content-Type": "application/json" },
  });
  if (!response.ok) throw new FileTransferError("DOWNLOAD_FAILED");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = offer.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
