// One-time handles for files: the page never sees a path and can name none (security.md E12).
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A file that came in; under a name of our own. */
export interface IncomingFile {
  readonly path: string;
}

export interface OfferedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is taken in: the limit of a bundle (bundle.md §2.2). */
export const LARGEST_UPLOAD_BYTES = 64 * 1024 * 1024;

export class FileTooLargeError extends Error {}

export class FileTickets {
  readonly #folder: string;
  readonly #incoming = new Map<string, IncomingFile>();
  readonly #offered = new Map<string, OfferedFile>();

  /** @param folder where uploads wait; what an earlier run left there is removed */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  }

  /** A handle for a file the main process itself was given: a dialog, the command line. */
  fromPath(path: string): string {
    const ticket = newTicket();
    this.#incoming.set(ticket, { path });
    return ticket;
  }

  /** Streams an upload to disk. @throws {FileTooLargeError} and leaves nothing behind */
  async receive(stream: Readable, limit = LARGEST_UPLOAD_BYTES): Promise<string> {
    const ticket = newTicket();
    const path = join(this.#folder, ticket);
    let size = 0;
    try {
      await pipeline(
        stream,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length;
            if (size > limit) throw new FileTooLargeError();
            yield chunk;
          }
        },
        createWriteStream(path, { mode: 0o600, flags: "wx" }),
      );
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    }
    this.#incoming.set(ticket, { path });
    return ticket;
  }

  /** Uses a handle up. A forged or used one gives undefined. */
  take(ticket: string): IncomingFile | undefined {
    const file = this.#incoming.get(ticket);
    this.#incoming.delete(ticket);
    return file;
  }

  /** Offers bytes for saving. */
  offer(fileName: string, bytes: Uint8Array): { ticket: string; fileName: string; size: number } {
    const ticket = newTicket();
    this.#offered.set(ticket, { fileName, bytes });
    return { ticket, fileName, size: bytes.length };
  }

  collect(ticket: string): OfferedFile | undefined {
    const file = this.#offered.get(ticket);
    this.#offered.delete(ticket);
    return file;
  }
}

function newTicket(): string {
  return randomBytes(24).toString("base64url");
}
