import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExchangeError } from "./codes.ts";
import { type ContainerEntry, readContainer, writeContainer } from "./container.ts";

const entry = (name: string, text: string): ContainerEntry => ({ name, bytes: Buffer.from(text, "utf8") });
const SMALL = [entry("mimetype", "x"), entry("manifest.json", "{}"), entry("data/a.jsonl.gz", "Đ")];

/** The code, or "accepted"; anything else that is thrown fails the test. */
const codeOf = (bytes: Uint8Array): string => {
  try {
    readContainer(bytes);
  } catch (error) {
    if (error instanceof ExchangeError) return error.code;
    throw error;
  }
  return "accepted";
};

describe("the canonical container", () => {
  it("gives back what it wrote", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,20}(\.[a-z]{1,4})?$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        names,
        fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 12, maxLength: 12 }),
        (list, data) => {
          const safe = list.filter((name) => !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(name));
          fc.pre(safe.length > 0);
          const entries = safe.map((name, index) => ({ name, bytes: data[index] ?? new Uint8Array() }));
          const read = readContainer(writeContainer(entries));
          expect(read.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("hex")])).toEqual(
            entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("hex")]),
          );
        },
      ),
    );
  });

  it("is read by unzip and by Python, with the same content", () => {
    const folder = mkdtempSync(join(tmpdir(), "scd-zip-"));
    writeFileSync(join(folder, "a.goi"), writeContainer(SMALL));
    const unzip = spawnSync("unzip", ["-p", "a.goi", "data/a.jsonl.gz"], { cwd: folder });
    expect(unzip.stdout.toString("utf8")).toBe("Đ");
    expect(spawnSync("unzip", ["-tq", "a.goi"], { cwd: folder }).status).toBe(0);
    const script = "import zipfile;z=zipfile.ZipFile('a.goi');print(z.testzip(),z.namelist())";
    const python = spawnSync("python3", ["-c", script], { cwd: folder });
    expect(python.stdout.toString().trim()).toBe("None ['mimetype', 'manifest.json', 'data/a.jsonl.gz']");
    rmSync(folder, { recursive: true });
  });

  it.each([
    "../a",
    "/a",
    "a\\b",
    "A.json",
    "a/",
    "a//b",
    "con",
    "nul.txt",
    "com1.json",
    "data/aux.gz",
    "đ.txt",
    ".hidden",
    "a.",
    "a b",
    "a/b/c/d/e",
    `${"a".repeat(64)}/${"b".repeat(60)}`,
    "",
  ])("has no entry called %j", (name) => {
    expect(() => writeContainer([entry(name, "")])).toThrow(expect.objectContaining({ code: "E_ZIP_NAME" }));
  });

  it("has no two entries of one name, at least one and at most 256", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => entry(`f${index}`, ""));
    expect(() => writeContainer([entry("a", ""), entry("a", "")])).toThrow(
      expect.objectContaining({ code: "E_ZIP_NAME" }),
    );
    expect(() => writeContainer([])).toThrow(expect.objectContaining({ code: "E_ZIP_COUNT" }));
    expect(() => writeContainer(many(257))).toThrow(expect.objectContaining({ code: "E_ZIP_COUNT" }));
    expect(readContainer(writeContainer(many(256)))).toHaveLength(256);
  });

  it("is at most 64 MiB", () => {
    const bytes = Buffer.alloc(64 * 1024 * 1024);
    expect(() => writeContainer([{ name: "a", bytes }])).toThrow(
      expect.objectContaining({ code: "E_SIZE_FILE" }),
    );
    expect(codeOf(Buffer.alloc(64 * 1024 * 1024 + 1))).toBe("E_SIZE_FILE");
  });
});

describe("damage", () => {
  const good = Buffer.from(writeContainer(SMALL));

  it("of any single bit is refused", () => {
    for (let at = 0; at < good.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const bad = Buffer.from(good);
        bad.writeUInt8(bad.readUInt8(at) ^ (1 << bit), at);
        expect(codeOf(bad), `byte ${at} bit ${bit}`).toMatch(/^E_ZIP_/);
      }
    }
  });

  it("with repaired checksums is refused everywhere but in the content, which the manifest's hashes guard", () => {
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      repairChecksums(bad);
      const isStillCanonical = isContentByte(at) || bad.equals(good);
      expect(codeOf(bad) === "accepted", `byte ${at}`).toBe(isStillCanonical);
    }
  });

  it("cut off in its first bytes is told so; another file as short is told that it is no bundle", () => {
    for (const length of [1, 4, 21]) expect(codeOf(good.subarray(0, length))).toBe("E_ZIP_TRUNCATED");
    for (const words of ["x", "Có gì đâu", "PKS"]) expect(codeOf(Buffer.from(words))).toBe("E_ZIP_LAYOUT");
  });

  it("by truncation, by one byte more or less anywhere, is refused", () => {
    for (let at = 0; at < good.length; at += 1) {
      expect(codeOf(good.subarray(0, at)), `cut at ${at}`).toMatch(at === 0 ? /^E_EMPTY$/ : /^E_ZIP_/);
      const shorter = Buffer.concat([good.subarray(0, at), good.subarray(at + 1)]);
      expect(codeOf(shorter), `without ${at}`).toMatch(/^E_ZIP_/);
    }
    for (let at = 0; at <= good.length; at += 1) {
      for (const byte of [0, 0x50, 0xff]) {
        const longer = Buffer.concat([good.subarray(0, at), Buffer.from([byte]), good.subarray(at)]);
        expect(codeOf(longer), `one more at ${at}`).toMatch(/^E_ZIP_/);
      }
    }
  });

  it("by joining two containers, text-mode copying or base64 is refused", () => {
    const withLineFeed = Buffer.from(writeContainer([entry("a", "1\n2")]));
    expect(codeOf(Buffer.concat([good, good]))).toMatch(/^E_ZIP_/);
    expect(codeOf(Buffer.from(withLineFeed.toString("latin1").replaceAll("\n", "\r\n"), "latin1"))).toMatch(
      /^E_ZIP_/,
    );
    expect(codeOf(Buffer.from(good.toString("base64"), "latin1"))).toMatch(/^E_ZIP_/);
  });

  it("by any bytes at all never escapes as another error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(good.length), (noise, at) => {
        expect(codeOf(noise)).toMatch(/^E_/);
        expect(codeOf(Buffer.concat([good.subarray(0, at), noise, good.subarray(at)]))).toMatch(
          /^E_ZIP_|accepted/,
        );
      }),
      { numRuns: 1000 },
    );
  });

  function repairChecksums(zip: Buffer): void {
    // Offsets of local and central CRC fields and of the content, from the format, not from the reader.
    let local = 0;
    let central = SMALL.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
    for (const { name, bytes } of SMALL) {
      const start = local + 30 + name.length;
      const crc = crc32(zip.subarray(start, start + bytes.length));
      zip.writeUInt32LE(crc, local + 14);
      zip.writeUInt32LE(crc, central + 16);
      local = start + bytes.length;
      central += 46 + name.length;
    }
  }

  function isContentByte(at: number): boolean {
    let local = 0;
    return SMALL.some(({ name, bytes }) => {
      const start = local + 30 + name.length;
      local = start + bytes.length;
      return at >= start && at < start + bytes.length;
    });
  }
});
