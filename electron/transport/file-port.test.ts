import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { type FileHost, serveFilePort } from "./file-port.ts";

let received: Buffer[] = [];
let aborted = 0;
const host: FileHost = {
  async receive(stream) {
    try {
      const bytes = await buffer(stream);
      if (bytes.length > 10) throw new Error("FILE_TOO_LARGE");
      received.push(bytes);
      return `ticket-${received.length}`;
    } catch (error) {
      if (error instanceof Error && error.message === "ABORTED") aborted += 1;
      throw error;
    }
  },
  save: (ticket) => Promise.resolve(ticket === "known" ? "saved" : "unknown"),
  savePage: (fileName) =>
    fileName === "full.pdf" ? Promise.reject(new Error("DISK_FULL")) : Promise.resolve("saved"),
  codeOf: (error) => (error instanceof Error ? error.message : "INTERNAL"),
};
const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
  received = [];
});

function connect() {
  const { port1, port2 } = new MessageChannel();
  serveFilePort(port2, host);
  open.push(port1);
  const next = async () => ((await once(port1, "message")) as [unknown])[0];
  const ask = (message: unknown) => {
    const answer = next();
    port1.postMessage(message);
    return answer;
  };
  return { port: port1, ask, next };
}
const bytes = (text: string) => new TextEncoder().encode(text);

it("takes a file in pieces, acknowledging each, and gives a handle for the whole", async () => {
  const { port, ask } = connect();
  port.postMessage({ id: 1, kind: "begin" });
  expect(await ask({ id: 1, kind: "piece", bytes: bytes("Công ") })).toEqual({ id: 1, kind: "taken" });
  expect(await ask({ id: 1, kind: "piece", bytes: bytes("đo") })).toEqual({ id: 1, kind: "taken" });
  expect(await ask({ id: 1, kind: "end" })).toEqual({ id: 1, kind: "received", ticket: "ticket-1" });
  expect(received.map(String)).toEqual(["Công đo"]);
});

it("keeps two files apart", async () => {
  const { port, ask } = connect();
  for (const id of [1, 2]) port.postMessage({ id, kind: "begin" });
  await ask({ id: 1, kind: "piece", bytes: bytes("a") });
  await ask({ id: 2, kind: "piece", bytes: bytes("b") });
  await ask({ id: 1, kind: "piece", bytes: bytes("a") });
  await ask({ id: 2, kind: "end" });
  await ask({ id: 1, kind: "end" });
  expect(received.map(String)).toEqual(["b", "aa"]);
});

it("says why a file was not taken", async () => {
  const { port, ask } = connect();
  port.postMessage({ id: 1, kind: "begin" });
  await ask({ id: 1, kind: "piece", bytes: bytes("12345678901") });
  expect(await ask({ id: 1, kind: "end" })).toEqual({ id: 1, kind: "failed", code: "FILE_TOO_LARGE" });
});

it("stops an upload whose window is gone", async () => {
  const before = aborted;
  const { port, ask } = connect();
  port.postMessage({ id: 1, kind: "begin" });
  await ask({ id: 1, kind: "piece", bytes: bytes("a") });
  port.close();
  await expect.poll(() => aborted).toBe(before + 1);
  expect(received).toEqual([]);
});

it("refuses a piece of more than a mebibyte, and a fifth file at once", async () => {
  const { port, ask } = connect();
  port.postMessage({ id: 1, kind: "begin" });
  expect(await ask({ id: 1, kind: "piece", bytes: new Uint8Array(1024 * 1024 + 1) })).toEqual({
    id: 1,
    kind: "failed",
    code: "ABORTED",
  });
  for (const id of [1, 2, 3, 4]) port.postMessage({ id, kind: "begin" });
  expect(await ask({ id: 5, kind: "begin" })).toEqual({ id: 5, kind: "failed", code: "BUSY" });
});

it("saves by handle and knows no forged one", async () => {
  const { ask } = connect();
  expect(await ask({ id: 1, kind: "save", ticket: "known" })).toEqual({ id: 1, kind: "saved" });
  expect(await ask({ id: 2, kind: "save", ticket: "/etc/passwd" })).toEqual({ id: 2, kind: "unknown" });
});

it("saves the page of its window as PDF, and says why when it could not", async () => {
  const { ask } = connect();
  expect(await ask({ id: 1, kind: "savePage", fileName: "a.pdf" })).toEqual({ id: 1, kind: "saved" });
  expect(await ask({ id: 2, kind: "savePage", fileName: "full.pdf" })).toEqual({
    id: 2,
    kind: "failed",
    code: "DISK_FULL",
  });
});

it.each([
  null,
  1,
  "begin",
  {},
  { id: "1", kind: "begin" },
  { id: 1, kind: "piece", bytes: "text" },
  { id: 9, kind: "end" },
  { id: 1, kind: "savePage", fileName: 7 },
])("outlives %j", async (message) => {
  const { port, ask } = connect();
  port.postMessage(message);
  expect(await ask({ id: 1, kind: "save", ticket: "known" })).toEqual({ id: 1, kind: "saved" });
});
