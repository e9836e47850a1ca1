// Containers that other programs make of the very same entries (security.md B4): a person unpacks a bundle to look inside
// and packs it again. All are refused with a code; none escapes as another error.
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as yazl from "yazl";
import { hasLibreOffice, withoutLibreOffice } from "../../test/support/libreoffice.ts";
import { readContainer, writeContainer } from "./container.ts";
import { DIGEST_A, PROVINCE_ID, replayState, submissionBundle, trustList } from "./test-fixtures.ts";
import { verifierOfTrustList } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";

const written = submissionBundle();
const entries = readContainer(written.bytes);
const names = entries.map(({ name }) => name);
const verifier = {
  ...verifierOfTrustList(trustList(), DIGEST_A),
  ownUnitId: PROVINCE_ID,
  replay: replayState(),
};
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-foreign-"));
  for (const { name, bytes } of entries) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  symlinkSync("manifest.json", join(folder, "link"));
  writeFileSync(join(folder, "MANIFEST.JSON"), "{}");
  writeFileSync(join(folder, "ghi chú.txt"), "x");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await verifyBundle(bytes, verifier);
  return result.ok ? "accepted" : result.code;
}

const has = (program: string, word = "--version") => spawnSync(program, [word]).status === 0;
const without = (program: string, isThere: boolean) =>
  isThere ? "" : ` (skipped: no ${program} on this machine)`;
const zipThere = has("zip", "-v");
const pythonThere = has("python3");

it("the bundle itself is accepted", async () => {
  expect(await refusal(written.bytes)).toBe("accepted");
});

describe.skipIf(!zipThere)(`Info-ZIP${without("zip", zipThere)}`, () => {
  it.each([
    ["deflated", ["-X", "-9"], names, /^E_ZIP_(METHOD|LAYOUT)$/],
    ["as it does by itself", [], names, /^E_ZIP_/],
    ["stored", ["-0"], names, /^E_ZIP_/],
    ["stored without extra fields, the closest it comes", ["-0", "-X"], names, /^E_ZIP_/],
    [
      "with directories",
      ["-0", "-X", "-r"],
      ["mimetype", "manifest.json", "signatures.json", "data", "docs"],
      /^E_ZIP_/,
    ],
    ["with a symbolic link", ["-0", "-X", "-y"], [...names, "link"], /^E_ZIP_/],
    ["encrypted", ["-0", "-X", "-P", "abc"], names, /^E_ZIP_ENCRYPTED$/],
    ["streamed with data descriptors", ["-0", "-X", "-fd"], names, /^E_ZIP_/],
    ["zip64", ["-0", "-X", "-fz"], names, /^E_ZIP_/],
    ["with a name of another case", ["-0", "-X"], [...names, "MANIFEST.JSON"], /^E_ZIP_/],
    ["with a Vietnamese name", ["-0", "-X"], [...names, "ghi chú.txt"], /^E_ZIP_/],
    ["with line ends converted", ["-0", "-X", "-l"], names, /^E_ZIP_/],
  ])("%s", async (label, options, members, code) => {
    const archive = join(folder, `${label.replace(/\W+/g, "-")}.zip`);
    const run = spawnSync("zip", ["-q", ...options, archive, ...members], { cwd: folder });
    expect(run.status, run.stderr.toString()).toBe(0);
    expect(await refusal(readFileSync(archive))).toMatch(code);
  });

  it("with a comment, as two volumes, repaired, or made to extract itself", async () => {
    const base = join(folder, "base.zip");
    spawnSync("zip", ["-q", "-0", "-X", base, ...names], { cwd: folder });
    const comment = join(folder, "comment.zip");
    writeFileSync(comment, readFileSync(base));
    spawnSync("zip", ["-q", "-z", comment], { cwd: folder, input: "ghi chú\n" });
    expect(await refusal(readFileSync(comment))).toBe("E_ZIP_EOCD");
    const split = join(folder, "split.zip");
    writeFileSync(join(folder, "big"), Buffer.alloc(80 * 1024, 7));
    spawnSync("zip", ["-q", "-0", "-X", "-s", "64k", split, ...names, "big"], { cwd: folder });
    for (const part of readdirSync(folder).filter((name) => name.startsWith("split.z"))) {
      expect(await refusal(readFileSync(join(folder, part))), part).toMatch(/^E_ZIP_/);
    }
    const fixed = join(folder, "fixed.zip");
    spawnSync("zip", ["-q", "-FF", base, "--out", fixed], { cwd: folder, input: "y\n" });
    expect(await refusal(readFileSync(fixed))).toMatch(/^E_ZIP_/);
    const stub = Buffer.concat([Buffer.from("#!/bin/sh\nexit 0\n"), readFileSync(base)]);
    expect(await refusal(stub)).toBe("E_ZIP_LAYOUT");
  });

  it("adding to, freshening or deleting from the bundle itself", async () => {
    for (const words of [
      ["-q", "-0", "-X", "one.zip", "link"],
      ["-q", "-d", "one.zip", "readme.txt"],
      ["-q", "-o", "one.zip"],
    ]) {
      writeFileSync(join(folder, "one.zip"), written.bytes);
      spawnSync("zip", words, { cwd: folder });
      const changed = readFileSync(join(folder, "one.zip"));
      // `-o` only sets the time of the file.
      if (!changed.equals(Buffer.from(written.bytes)))
        expect(await refusal(changed), words.join(" ")).toMatch(/^E_/);
    }
  });
});

describe.skipIf(!pythonThere)(`Python zipfile${without("python3", pythonThere)}`, () => {
  const pack = (lines: string) => {
    const script = `import zipfile,sys\nnames=${JSON.stringify(names)}\n${lines}`;
    const run = spawnSync("python3", ["-W", "ignore", "-c", script], { cwd: folder });
    expect(run.stderr.toString()).toBe("");
    return readFileSync(join(folder, "p.zip"));
  };
  const eachName = (method: string, options = "") =>
    `z=zipfile.ZipFile('p.zip','w',zipfile.${method}${options})\n[z.write(n) for n in names]\nz.close()`;
  const info = (change: string, method = "ZIP_STORED") =>
    `z=zipfile.ZipFile('p.zip','w')\nfor n in names:\n i=zipfile.ZipInfo(n)\n i.compress_type=zipfile.${method}\n ${change}\n` +
    " z.writestr(i,open(n,'rb').read())\nz.close()";

  it.each([
    ["stored", eachName("ZIP_STORED")],
    ["deflated", eachName("ZIP_DEFLATED")],
    ["bzip2", eachName("ZIP_BZIP2")],
    ["LZMA", eachName("ZIP_LZMA")],
    ["stored with the time of 1980, the closest it comes", info("pass")],
    ["the same with no attributes and the system of DOS", info("i.create_system=0;i.external_attr=0")],
    ["with an extra field", info("i.extra=b'\\\\x01\\\\x99\\\\x00\\\\x00'")],
    ["with a comment on an entry", info("i.comment=b'x'")],
    ["with Unix modes", info("i.external_attr=0o100644<<16")],
    ["with a directory", eachName("ZIP_STORED").replace("z.close()", "z.writestr('docs/','')\nz.close()")],
    [
      "with a path that climbs out",
      eachName("ZIP_STORED").replace("z.close()", "z.writestr('../evil','x')\nz.close()"),
    ],
    [
      "with an absolute path",
      eachName("ZIP_STORED").replace("z.close()", "z.writestr('/etc/evil','x')\nz.close()"),
    ],
    [
      "with a backslash",
      eachName("ZIP_STORED").replace("z.close()", "z.writestr('a\\\\\\\\b','x')\nz.close()"),
    ],
    [
      "with one name twice",
      eachName("ZIP_STORED").replace("z.close()", "z.writestr('mimetype','x')\nz.close()"),
    ],
    [
      "with a device name",
      eachName("ZIP_STORED").replace("z.close()", "z.writestr('con.txt','x')\nz.close()"),
    ],
    [
      "streamed to a pipe",
      "o=open('p.zip','wb')\nclass W:\n def write(s,b): return o.write(b)\n def flush(s): o.flush()\nz=zipfile.ZipFile(W(),'w')\n[z.write(n) for n in names]\nz.close();o.close()",
    ],
    [
      "zip64",
      "z=zipfile.ZipFile('p.zip','w')\nfor n in names:\n f=z.open(n,'w',force_zip64=True);f.write(open(n,'rb').read());f.close()\nz.close()",
    ],
  ])("%s", async (_label, lines) => {
    expect(await refusal(pack(lines))).toMatch(/^E_ZIP_/);
  });
});

describe("yazl", () => {
  it.each([
    ["deflated", { compress: true }],
    ["stored", { compress: false }],
    [
      "stored with the first DOS time and no mode",
      { compress: false, mtime: new Date(315_532_800_000), mode: 0 },
    ],
    ["zip64", { compress: false, forceZip64Format: true }],
  ])("%s", async (_label, options: Partial<yazl.Options>) => {
    const zip = new yazl.ZipFile();
    for (const { name, bytes } of entries) zip.addBuffer(Buffer.from(bytes), name, options);
    zip.end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
    expect(await refusal(Buffer.concat(chunks))).toMatch(/^E_ZIP_/);
  });
});

describe("bytes put together by hand", () => {
  const good = Buffer.from(written.bytes);
  const small = Buffer.from(writeContainer([{ name: "mimetype", bytes: Buffer.from("x") }]));
  const edited = (at: number, ...values: number[]) => {
    const bytes = Buffer.from(small);
    for (const [index, value] of values.entries()) bytes.writeUInt8(value, at + index);
    return bytes;
  };
  const central = 30 + "mimetype".length + 1;

  it.each([
    ["a comment", Buffer.concat([good.subarray(0, -2), Buffer.from([1, 0]), Buffer.from("x")]), "E_ZIP_EOCD"],
    ["a prefix", Buffer.concat([Buffer.from("#!/bin/sh\n"), good]), "E_ZIP_LAYOUT"],
    ["a suffix", Buffer.concat([good, Buffer.from("x")]), "E_ZIP_EOCD"],
    [
      "a gap before the directory",
      Buffer.concat([good.subarray(0, -22), Buffer.alloc(4), good.subarray(-22)]),
      "E_ZIP_CD",
    ],
    [
      "an entry of size 0xffffffff",
      edited(central + 20, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
      "E_ZIP_LAYOUT",
    ],
    ["a record that lies elsewhere", edited(central + 42, 1), "E_ZIP_LAYOUT"],
    ["a directory of another length", edited(small.length - 10, 1), "E_ZIP_CD"],
    ["two disks", edited(small.length - 18, 1), "E_ZIP_EOCD"],
    ["no entries", Buffer.concat([Buffer.from("PK\x05\x06", "latin1"), Buffer.alloc(18)]), "E_ZIP_LAYOUT"],
    ["65,535 entries", edited(small.length - 14, 0xff, 0xff, 0xff, 0xff), "E_ZIP_COUNT"],
    ["another name in the local record", edited(30, 0x4d), "E_ZIP_NONCANONICAL"],
    ["the UTF-8 flag", edited(7, 0x08), "E_ZIP_NONCANONICAL"],
    ["a method of the local record only", edited(8, 0x08), "E_ZIP_NONCANONICAL"],
  ])("with %s", async (_label, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });
});

describe.skipIf(!hasLibreOffice)(`LibreOffice documents${withoutLibreOffice}`, () => {
  it.each(["ods", "ots", "xlsx"])(
    "%s, a ZIP too, is refused",
    async (kind) => {
      writeFileSync(join(folder, "bao-cao.csv"), "Đơn vị,Số liệu\nCĐCS May,1250\n");
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const words = [
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder,
        join(folder, "bao-cao.csv"),
      ];
      const run = spawnSync("soffice", words);
      expect(run.status, run.stderr.toString()).toBe(0);
      const bytes = readFileSync(join(folder, `bao-cao.${kind}`));
      expect(bytes.toString("latin1", 0, 4)).toBe("PK\x03\x04");
      expect(await refusal(bytes)).toMatch(/^E_ZIP_/);
    },
    120_000,
  );
});
