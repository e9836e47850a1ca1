import { createHash } from "node:crypto";
import { assert, asyncProperty, integer } from "fast-check";
import { expect, it } from "vitest";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { assertEnd, readManifest, readPart, writeContainer } from "./backup-container.ts";
import { decryptBackup, encryptBackup, isEncrypted } from "./backup-encryption.ts";
import type { BackupManifest } from "./backup-manifest.ts";
import { ByteReader } from "./byte-reader.ts";

const DATABASE = Buffer.from("SQLite format 3\0".padEnd(700, "Sổ Công Đoàn"));
const BUNDLES = [Buffer.from("PK một"), Buffer.alloc(0), Buffer.from("PK hai")];
const part = (bytes: Uint8Array) => ({
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
const MANIFEST: BackupManifest = {
  v: 1,
  created_at: "2026-01-10T02:00:00Z",
  app: { name: "so-cong-doan", version: "0.1.0", schema: 150 },
  office: { unit_id: "u", code: "LDLD-B", name: "LĐLĐ huyện B", instance_id: "i" },
  audit_head: { seq: 3, hash: "0".repeat(64) },
  counts: { units: 1, entries: 2, submissions: 0, received: 0 },
  database: part(DATABASE),
  archive: BUNDLES.map(part),
};

async function* pieces(bytes: Uint8Array, size = bytes.length || 1): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
async function collected(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
const written = (manifest = MANIFEST) =>
  collected(
    writeContainer(
      manifest,
      [DATABASE, ...BUNDLES].map((bytes) => pieces(bytes)),
    ),
  );

async function read(chunks: AsyncIterable<Uint8Array>) {
  const reader = new ByteReader(chunks);
  const manifest = await readManifest(reader);
  const parts: Buffer[] = [];
  for (const expected of [manifest.database, ...manifest.archive])
    parts.push(await collected(readPart(reader, expected, "x")));
  await assertEnd(reader);
  return { manifest, parts };
}
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "whole",
    (error: unknown) => (error instanceof BackupFault ? error.code : String(error)),
  );

it("comes out as it went in, however the stream is cut into pieces", async () => {
  const bytes = await written();
  await assert(
    asyncProperty(integer({ min: 1, max: 900 }), async (size) => {
      const { manifest, parts } = await read(pieces(bytes, size));
      expect(manifest).toEqual(MANIFEST);
      expect(parts).toEqual([DATABASE, ...BUNDLES]);
    }),
    { numRuns: 40 },
  );
});

it("every single changed byte, every shorter and a longer file is refused", async () => {
  const bytes = await written();
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 0x20;
    const fault = await faultOf(read(pieces(changed)));
    expect([index, ["NOT_A_BACKUP", "BACKUP_DAMAGED", "BACKUP_CUT", "BACKUP_NEWER"].includes(fault)]).toEqual(
      [index, true],
    );
    expect([index, await faultOf(read(pieces(bytes.subarray(0, index))))]).toEqual([index, "BACKUP_CUT"]);
  }
  expect(await faultOf(read(pieces(Buffer.concat([bytes, Buffer.from("x")]))))).toBe("BACKUP_CUT");
});

it("a later form of the file is called newer, not damaged", async () => {
  const later = Buffer.from(
    (await written()).toString("latin1").replace("SCDBACKUP1 ", "SCDBACKUP2 "),
    "latin1",
  );
  expect(await faultOf(read(pieces(later)))).toBe("BACKUP_NEWER");
  const manifest = { ...MANIFEST, v: 2 as unknown as 1, more: 1 };
  expect(await faultOf(read(pieces(await written(manifest))))).toBe("BACKUP_NEWER");
});

it("under a passphrase it is an age file; a wrong one, a changed and a cut one are told apart", async () => {
  const sealed = await collected(encryptBackup(pieces(await written(), 100), "Mật khẩu của bản sao lưu", 10));
  expect(isEncrypted(sealed)).toBe(true);
  expect(sealed.includes("LDLD-B")).toBe(false);
  const open = (bytes: Buffer, passphrase = "Mật khẩu của bản sao lưu") =>
    read(decryptBackup(pieces(bytes, 333), passphrase, bytes.subarray(0, 1024)));
  expect((await open(sealed)).parts[0]).toEqual(DATABASE);
  // Typed with another keyboard: the same letters in their decomposed form.
  expect((await open(sealed, "Mật khẩu của bản sao lưu".normalize("NFD"))).parts[0]).toEqual(DATABASE);
  expect(await faultOf(open(sealed, "mật khẩu của bản sao lưu"))).toBe("BACKUP_PASSPHRASE");
  const changed = Buffer.from(sealed);
  changed[sealed.length - 5] = (changed[sealed.length - 5] ?? 0) ^ 1;
  expect(await faultOf(open(changed))).toBe("BACKUP_DAMAGED");
  expect(await faultOf(open(sealed.subarray(0, sealed.length - 40)))).toBe("BACKUP_DAMAGED");
  // What is asked of whoever guesses, unless a test asks for less.
  const usual = await collected(encryptBackup(pieces(Buffer.from("x"), 1), "Mật khẩu"));
  expect(usual.toString("latin1")).toMatch(/^-> scrypt \S+ 18$/m);
  // A file that would keep this computer busy for hours is refused before anything is computed.
  const costly = Buffer.from(sealed.toString("latin1").replace(/(-> scrypt \S+) 10\n/, "$1 30\n"), "latin1");
  expect(await faultOf(open(costly))).toBe("BACKUP_DAMAGED");
});
