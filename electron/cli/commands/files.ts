import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { saveOffered } from "../../api/save-offered.ts";
import type { FileTickets } from "../../files/tickets.ts";
import { CommandFailure } from "../command.ts";
import { sentenceOf } from "../messages.ts";

/** A handle for a file named on the command line. @throws {CommandFailure} when it is not there */
export function ticketFor(tickets: FileTickets, path: string): { ticket: string; fileName: string } {
  if (!existsSync(path)) throw new CommandFailure(7, sentenceOf("ENOENT"));
  return { ticket: tickets.fromPath(resolve(path)), fileName: basename(path) };
}

/** The first bytes of a file, fewer when it is shorter. */
export function headOf(path: string, bytes: number): Uint8Array {
  const head = Buffer.alloc(bytes);
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Saves an offered file into a folder, or under a file name; where that names a folder, into it. @returns the path */
export async function saveOffer(
  tickets: FileTickets,
  offer: { ticket: string; fileName: string },
  target: { folder: string } | { file: string },
): Promise<string> {
  const file = tickets.collect(offer.ticket);
  if (!file) throw new RangeError("saveOffer: no such offer");
  if ("folder" in target) mkdirSync(target.folder, { recursive: true });
  const path = "folder" in target ? target.folder : target.file;
  const place = isFolder(path) ? join(path, offer.fileName) : path;
  await saveOffered(place, file);
  return place;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
