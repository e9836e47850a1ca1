import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FileTickets } from "../../files/tickets.ts";
import { saveOffer } from "./files.ts";

let folder: string;
let tickets: FileTickets;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-files-"));
  tickets = new FileTickets(join(folder, "incoming"));
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["a folder that is not there yet", { folder: "usb/moi" }, "usb/moi/goi.goi"],
  ["a file name", { file: "khoa.goi" }, "khoa.goi"],
  ["a folder where a file was asked for", { file: "usb" }, "usb/goi.goi"],
])("saves into %s", async (_, target, expected) => {
  const offer = tickets.offer("goi.goi", Buffer.from(expected));
  const place =
    "folder" in target ? { folder: join(folder, target.folder) } : { file: join(folder, target.file) };
  const path = await saveOffer(tickets, offer, place);
  expect(path).toBe(join(folder, expected));
  expect(readFileSync(path, "utf8")).toBe(expected);
});
