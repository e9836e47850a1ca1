// Files over a port, for the window that has no HTTP: up in pieces, each acknowledged so that none piles up in memory;
// down by naming a handle, and the main process asks where to save. The page never sees a path.
import { PassThrough, type Readable } from "node:stream";
import { listen, type Port } from "./port.ts";

/** What the host does with files; the words of `FileAnswer` are all the page learns. */
export interface FileHost {
  /** Takes an upload in. @param isBackup it may be larger than anything else @throws when it is too large or cannot be written */
  receive(stream: Readable, isBackup: boolean): Promise<string>;
  /** Saves what a handle offers, where a person says. */
  save(ticket: string): Promise<"saved" | "cancelled" | "unknown">;
  /** Saves the page of the window as PDF, where a person says. @param fileName as the page wants it called */
  savePage(fileName: string): Promise<"saved" | "cancelled">;
  /** Stable code for what any of these threw; of a write that failed, the word of the system. */
  codeOf(error: unknown): string;
}

type FileAnswer =
  | { readonly id: number; readonly kind: "taken" }
  | { readonly id: number; readonly kind: "received"; readonly ticket: string }
  | { readonly id: number; readonly kind: "saved" | "cancelled" | "unknown" }
  | { readonly id: number; readonly kind: "failed"; readonly code: string };

const LARGEST_PIECE_BYTES = 1024 * 1024;
const MOST_UPLOADS = 4;

/** Serves file transfers over one port and starts it. */
export function serveFilePort(port: Port, host: FileHost): void {
  const uploads = new Map<number, PassThrough>();
  const answer = (message: FileAnswer) => port.postMessage(message);
  const fail = (id: number, error: unknown) => {
    uploads.delete(id);
    answer({ id, kind: "failed", code: host.codeOf(error) });
  };

  function begin(id: number, isBackup: boolean): void {
    if (uploads.size >= MOST_UPLOADS || uploads.has(id)) return answer({ id, kind: "failed", code: "BUSY" });
    const stream = new PassThrough();
    uploads.set(id, stream);
    host.receive(stream, isBackup).then(
      (ticket) => {
        uploads.delete(id);
        answer({ id, kind: "received", ticket });
      },
      (error: unknown) => fail(id, error),
    );
  }

  function take(data: unknown): void {
    const message = readMessage(data);
    if (!message) return;
    const { id, kind } = message;
    const stream = uploads.get(id);
    if (kind === "begin") begin(id, message.isBackup);
    else if (kind === "save")
      host.save(message.ticket).then(
        (outcome) => answer({ id, kind: outcome }),
        (error: unknown) => fail(id, error),
      );
    else if (kind === "savePage")
      host.savePage(message.fileName).then(
        (outcome) => answer({ id, kind: outcome }),
        (error: unknown) => fail(id, error),
      );
    else if (kind === "piece")
      // A stream that has ended early says so by itself; what still arrives for it is let go.
      stream?.write(message.bytes, (error) => (error ? undefined : answer({ id, kind: "taken" })));
    else if (kind === "end") stream?.end();
    else stream?.destroy(new Error("ABORTED"));
  }

  listen(port, take, () => {
    for (const stream of uploads.values()) stream.destroy(new Error("ABORTED"));
  });
  port.start();
}

type FileMessage =
  | { readonly id: number; readonly kind: "begin"; readonly isBackup: boolean }
  | { readonly id: number; readonly kind: "end" | "abort" }
  | { readonly id: number; readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: "save"; readonly ticket: string }
  | { readonly id: number; readonly kind: "savePage"; readonly fileName: string };

/** undefined for anything the page's own code would not send. */
function readMessage(data: unknown): FileMessage | undefined {
  if (typeof data !== "object" || data === null || !("id" in data) || !("kind" in data)) return undefined;
  const { id, kind } = data;
  if (typeof id !== "number") return undefined;
  if (kind === "begin") return { id, kind, isBackup: "purpose" in data && data.purpose === "backup" };
  if (kind === "end" || kind === "abort") return { id, kind };
  if (kind === "piece" && "bytes" in data && data.bytes instanceof Uint8Array)
    return data.bytes.length <= LARGEST_PIECE_BYTES ? { id, kind, bytes: data.bytes } : { id, kind: "abort" };
  if (kind === "save" && "ticket" in data && typeof data.ticket === "string")
    return { id, kind, ticket: data.ticket };
  if (kind === "savePage" && "fileName" in data && typeof data.fileName === "string")
    return { id, kind, fileName: data.fileName };
  return undefined;
}
