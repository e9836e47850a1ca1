// One-time handles for files: the page never sees a path and can name none (security.md E12).
import { randomBytes } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { officeDiskFault } from "./office-disk.ts";

/** A file that came in; under a name of our own. */
export interface IncomingFile {
  readonly path: string;
  /** Lies in our own folder and may be moved; a file on a stick may only be read. */
  readonly isOurs: boolean;
  /** Takes an upload away once it was read; a file the main process was given stays where it is. */
  discard(): void;
}

export interface OfferedFile {
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** All of it at once; what lies on the disk and is over 2 GiB cannot be had this way. */
  readonly bytes: Uint8Array;
  /** The same in pieces, of any size. */
  stream(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** To be called by whoever wrote the file where the person wanted it, and not when that failed. */
  saved(): Promise<void>;
}

/** The largest file that is taken in: the limit of a bundle (bundle.md §2.2). */
export const LARGEST_UPLOAD_BYTES = 64 * 1024 * 1024;

/** The largest backup that is taken in: an office of eight million figures takes some 400 MB. */
export const LARGEST_BACKUP_BYTES = 4 * 1024 * 1024 * 1024;

/** How long a handle waits for its call. */
const TICKET_LIFE_MS = 30 * 60_000;
/** A window uses a handle at once; more than this many waiting is a fault or an attack, and the oldest go. */
const MOST_WAITING = 64;

export class FileTooLargeError extends Error {}

interface Waiting<T> {
  readonly file: T;
  readonly since: number;
  /** Takes away what is kept on disk for it. */
  readonly forget: () => void;
}

export class FileTickets {
  readonly #folder: string;
  readonly #elapsedMs: () => number;
  readonly #incoming = new Map<string, Waiting<IncomingFile>>();
  readonly #offered = new Map<string, Waiting<OfferedFile>>();
  /** What to remember of files that were collected, until whoever did says that all of it came. */
  readonly #collected = new Map<string, Waiting<() => Promise<void>>>();

  /**
   * @param folder where uploads wait; what an earlier run left there is removed
   * @param elapsedMs time that a changed clock does not touch (security.md F7)
   */
  constructor(folder: string, elapsedMs: () => number = () => performance.now()) {
    this.#folder = folder;
    this.#elapsedMs = elapsedMs;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  }

  /** A handle for a file the main process itself was given: a dialog, the command line. */
  fromPath(path: string): string {
    return this.#wait(this.#incoming, { path, isOurs: false, discard: () => undefined });
  }

  /** Streams an upload to disk. @throws {FileTooLargeError | OfficeDiskFullError} and leaves nothing behind */
  async receive(stream: Readable, limit = LARGEST_UPLOAD_BYTES): Promise<string> {
    const path = join(this.#folder, newTicket());
    let size = 0;
    // Opened before the first byte: a stream that opens for itself may still do so after the file was taken away again.
    const file = await open(path, "wx", 0o600).catch((error: unknown) => {
      throw officeDiskFault(error);
    });
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
        file.createWriteStream(),
      );
    } catch (error) {
      rmSync(path, { force: true });
      throw officeDiskFault(error);
    }
    const discard = () => rmSync(path, { force: true });
    return this.#wait(this.#incoming, { path, isOurs: true, discard }, discard);
  }

  /** Uses a handle up. A forged, used or old one gives undefined. */
  take(ticket: string): IncomingFile | undefined {
    return this.#use(this.#incoming, ticket);
  }

  /** Offers bytes for saving. @param saved what to remember once they were */
  offer(
    fileName: string,
    bytes: Uint8Array,
    saved: () => Promise<void> = () => Promise.resolve(),
  ): { ticket: string; fileName: string; size: number } {
    const ticket = this.#wait(this.#offered, {
      fileName,
      size: bytes.length,
      bytes,
      stream: () => [bytes],
      saved,
    });
    return { ticket, fileName, size: bytes.length };
  }

  /** Offers a file that lies on the disk; it is read when it is collected. @param size bytes */
  offerFile(
    fileName: string,
    path: string,
    size: number,
    saved: () => Promise<void>,
  ): { ticket: string; fileName: string; size: number } {
    const ticket = this.#wait(this.#offered, {
      fileName,
      size,
      get bytes() {
        return readFileSync(path);
      },
      stream: () => createReadStream(path) as AsyncIterable<Uint8Array>,
      saved,
    });
    return { ticket, fileName, size };
  }

  /** What was offered, once. */
  collect(ticket: string): OfferedFile | undefined {
    const file = this.#use(this.#offered, ticket);
    if (file) this.#wait(this.#collected, () => file.saved(), undefined, ticket);
    return file;
  }

  /**
   * For whoever collects a file over a connection and alone knows that it arrived whole.
   * @returns false when it was not collected, or when this was said before
   */
  async arrived(ticket: string): Promise<boolean> {
    const saved = this.#use(this.#collected, ticket);
    await saved?.();
    return saved !== undefined;
  }

  #wait<T>(
    waiting: Map<string, Waiting<T>>,
    file: T,
    forget: () => void = () => undefined,
    ticket = newTicket(),
  ): string {
    for (const [ticket, { since, forget: forgetOld }] of waiting) {
      if (this.#elapsedMs() - since <= TICKET_LIFE_MS && waiting.size < MOST_WAITING) break;
      waiting.delete(ticket);
      forgetOld();
    }
    waiting.set(ticket, { file, since: this.#elapsedMs(), forget });
    return ticket;
  }

  #use<T>(waiting: Map<string, Waiting<T>>, ticket: string): T | undefined {
    const found = waiting.get(ticket);
    waiting.delete(ticket);
    if (found === undefined) return undefined;
    if (this.#elapsedMs() - found.since <= TICKET_LIFE_MS) return found.file;
    found.forget();
    return undefined;
  }
}

/** 192 random bits. */
function newTicket(): string {
  return randomBytes(24).toString("base64url");
}
