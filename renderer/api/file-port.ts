// Files between the page and Electron's main process (electron/transport/file-port.ts has the other end).

/** Small enough that a piece never holds up a keystroke's save. */
const PIECE_BYTES = 256 * 1024;

let lastId = 0;

/** @returns the handle @throws {Error} with the code of the main process */
export async function sendOverPort(
  port: MessagePort,
  file: Blob,
  purpose: "file" | "backup" = "file",
): Promise<string> {
  lastId += 1;
  const id = lastId;
  port.postMessage({ id, kind: "begin", purpose });
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer());
    await ask(port, { id, kind: "piece", bytes });
  }
  const { ticket } = await ask(port, { id, kind: "end" });
  if (ticket === undefined) throw new Error("UPLOAD_FAILED");
  return ticket;
}

/** Asks the main process to save what a handle offers. */
export async function saveOverPort(
  port: MessagePort,
  ticket: string,
): Promise<"saved" | "cancelled" | "unknown"> {
  lastId += 1;
  const { kind } = await ask(port, { id: lastId, kind: "save", ticket });
  return kind === "saved" || kind === "cancelled" ? kind : "unknown";
}

/** Asks the main process to save the page on screen as PDF. @throws {Error} with the code of the main process */
export async function savePageOverPort(port: MessagePort, fileName: string): Promise<"saved" | "cancelled"> {
  lastId += 1;
  const { kind } = await ask(port, { id: lastId, kind: "savePage", fileName });
  return kind === "saved" ? "saved" : "cancelled";
}

interface Answer {
  readonly kind: string;
  readonly ticket: string | undefined;
}

function ask(
  port: MessagePort,
  message: { readonly id: number; readonly kind: string; readonly [key: string]: unknown },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    function take({ data }: MessageEvent<unknown>): void {
      if (typeof data !== "object" || data === null || !("id" in data) || data.id !== message.id) return;
      port.removeEventListener("message", take);
      const text = (key: string) => {
        const value: unknown = Reflect.get(data, key);
        return typeof value === "string" ? value : undefined;
      };
      if (text("kind") === "failed") reject(new Error(text("code") ?? "UPLOAD_FAILED"));
      else resolve({ kind: text("kind") ?? "", ticket: text("ticket") });
    }
    port.addEventListener("message", take);
    port.postMessage(message);
  });
}
