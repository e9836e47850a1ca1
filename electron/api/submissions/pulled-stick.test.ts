// A stick that is full or pulled out, and a disk that is full, at every 4 KiB of what is written or read: before or after,
// never between (security.md F4, F10, F11).
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { open, rename, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { canMount, fill, FILLER, SmallDisks, whyNoMount } from "../../../test/support/small-disk.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { approveMay, MAY, submit } from "../../../test/support/signed-report.ts";
import { type Client, openOffice, resultOf, uploaded } from "../../../test/support/test-office.ts";
import { type DurableFileSystem, writeStreamDurably } from "../../files/durable-write.ts";
import type { Host } from "../host.ts";

vi.setConfig({ testTimeout: 120_000 });

const IS_EXHAUSTIVE = process.env["SCD_EXHAUSTIVE"] !== undefined;
const STEP_BYTES = 4096;
const MEBIBYTES_24 = 24 * 1024;

let folder: string;
let host: Host;
let client: Client;
const disks = new SmallDisks();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-pulled-"));
});
afterEach(async () => {
  await host.close();
  disks.unmount();
  rmSync(folder, { recursive: true, force: true });
});

/** An office with an approved month, of so many unions that its report has many pieces of 4 KiB. */
async function approvedOffice(data: string): Promise<void> {
  ({ host, client } = await openOffice(data));
  await client.office.create(DISTRICT);
  // Names nothing can compress: the file is as large as it looks.
  const named = (number: number) => createHash("sha256").update(String(number)).digest("hex");
  const lines = Array.from({ length: 600 }, (_, number) => `E${number},CĐCS ${named(number)}`);
  const csv = `code,name,kind,employer_type,workforce,ended_on\n${lines
    .map((line) => `${line},grassrootsUnion,privateEnterprise,50,2025-01-31`)
    .join("\n")}`;
  const ticket = await uploaded(host, csv);
  const { previewId } = await client.imports.preview({ ticket, fileName: "so.csv", kind: "units" });
  await resultOf(await client.imports.apply({ previewId }));
  await approveMay(client);
}

const sign = () => submit(client, MAY);
const statesOf = async () => (await client.submissions.list()).map(({ state }) => state);
const count = (table: string) =>
  host.context.workspace.db.raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();
const doctorFaults = async () => (await client.office.doctor()).checks.filter(({ ok }) => !ok);

/** Saves a signed report as a host does that was told where: the file first, then that it was saved. */
async function save(digest: string, stick: string, files?: DurableFileSystem): Promise<string> {
  const { ticket } = await client.submissions.download({ digest, encryption: "off" });
  const offer = host.tickets.collect(ticket);
  if (!offer) throw new RangeError("nothing offered");
  const path = join(stick, offer.fileName);
  await writeStreamDurably(path, offer.stream(), { ifExists: "replace" }, files);
  await offer.saved();
  return path;
}

const gone = (code: string) => Object.assign(new Error(code), { code });

/** A stick that takes so many bytes and is gone then: nothing can be removed from it either. */
function pulledAfter(bytes: number, code: string): DurableFileSystem {
  return {
    rename,
    unlink: (path) => (code === "EIO" ? Promise.reject(gone(code)) : unlink(path)),
    async open(path, flags, mode) {
      const file = await open(path, flags, mode);
      if (flags !== "wx") return file;
      const writeFile = async (chunk: Uint8Array) => {
        await file.write(chunk, 0, Math.min(bytes, chunk.length));
        throw gone(code);
      };
      return Object.assign(file, { writeFile });
    },
  };
}

it("a report is on the stick whole or not at all, wherever the stick ends, and is not called sent", async () => {
  await approvedOffice(join(folder, "data"));
  const { digest, size } = await sign();
  expect(size).toBeGreaterThan(8 * STEP_BYTES);
  const stick = join(folder, "usb");
  mkdirSync(stick);
  for (let at = 0; at < size; at += STEP_BYTES)
    for (const code of ["ENOSPC", "EIO"]) {
      await expect(save(digest, stick, pulledAfter(at, code))).rejects.toMatchObject({ systemCode: code });
      expect(readdirSync(stick).filter((name) => !name.endsWith(".partial"))).toEqual([]);
      expect(await statesOf()).toEqual(["signed"]);
    }
  // The next one cleans up what the pulled one left; a file of that name that is there is not touched by a failure.
  const path = await save(digest, stick);
  expect(readdirSync(stick)).toHaveLength(1);
  const whole = readFileSync(path);
  await expect(save(digest, stick, pulledAfter(STEP_BYTES, "ENOSPC"))).rejects.toThrow("DISK_FULL");
  expect(Buffer.compare(readFileSync(path), whole)).toBe(0);
  expect(await statesOf()).toEqual(["exported"]);
  expect(count("outgoing")).toBe(1);
});

it("what comes from a stick that is pulled out or was cut short leaves nothing behind", async () => {
  await approvedOffice(join(folder, "data"));
  const { digest, size } = await sign();
  const bytes = readFileSync(await save(digest, folder));
  const before = [count("audit"), count("bundle_log")];
  for (let at = 0; at < size; at += STEP_BYTES) {
    const pulled = Readable.from(
      (function* () {
        yield bytes.subarray(0, at);
        throw gone("EIO");
      })(),
    );
    await expect(host.tickets.receive(pulled)).rejects.toMatchObject({ code: "EIO" });
    const ticket = await uploaded(host, bytes.subarray(0, at));
    const preview = await resultOf(client.submissions.inspect({ ticket, fileName: "goi.goi" }));
    expect([at, preview.ok, preview.fault?.code.startsWith("E_")]).toEqual([at, false, true]);
  }
  expect(readdirSync(join(folder, "data", "incoming"))).toEqual([]);
  expect([count("audit"), count("bundle_log")]).toEqual(before);
});

/** Tries with 4 KiB more room each time, until it is done. @returns how often there was not enough */
async function untilItFits(
  place: string,
  attempt: () => Promise<unknown>,
  expectBefore: () => Promise<void>,
): Promise<number> {
  for (let pieces = 0; ; pieces += IS_EXHAUSTIVE ? 1 : 1 + Math.floor(pieces / 4)) {
    const giveBack = fill(place, pieces * STEP_BYTES);
    const isDone = await attempt().then(
      () => true,
      () => false,
    );
    giveBack();
    if (isDone) return pieces;
    await expectBefore();
  }
}

it.skipIf(!canMount)(`a stick with too little room keeps nothing of a report${whyNoMount}`, async () => {
  await approvedOffice(join(folder, "data"));
  const { digest, size } = await sign();
  const stick = join(folder, "usb");
  disks.mount(stick, 1024);
  const pieces = await untilItFits(
    stick,
    () => save(digest, stick),
    async () => {
      expect(readdirSync(stick)).toEqual([]);
      expect(await statesOf()).toEqual(["signed"]);
    },
  );
  expect(pieces).toBeGreaterThanOrEqual(Math.floor(size / STEP_BYTES));
  expect(readdirSync(stick).filter((name) => name !== FILLER)).toHaveLength(1);
  expect(await statesOf()).toEqual(["exported"]);
});

it.skipIf(!canMount)(
  `a disk with too little room signs a report wholly or not at all${whyNoMount}`,
  async () => {
    const data = join(folder, "data");
    disks.mount(data, MEBIBYTES_24);
    await approvedOffice(data);
    const audit = count("audit");
    let isKept = false;
    await untilItFits(
      data,
      async () => {
        if (!isKept) await sign();
      },
      async () => {
        const states = await statesOf();
        // Signed and kept, only the copy in the outbox found no room: it is saved from the database.
        isKept = states.length === 1;
        expect(states).toEqual(isKept ? ["signed"] : []);
        expect((await client.submissions.prepare(MAY)).state).toBe(isKept ? "submitted" : "approved");
        expect(count("outgoing")).toBe(isKept ? 1 : 0);
        if (!isKept) expect(count("audit")).toBe(audit);
        expect(readdirSync(join(data, "outbox"))).toEqual([]);
      },
    );
    expect(await doctorFaults()).toEqual([]);
    const [{ digest } = { digest: "" }] = await client.submissions.list();
    expect(existsSync(await save(digest, folder))).toBe(true);
    expect(count("outgoing")).toBe(1);
  },
);
