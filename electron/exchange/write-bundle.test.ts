import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { bundleCode } from "./bundle-code.ts";
import { readContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import { pemOf, publicHalf } from "./public-key.ts";
import { README_TEXT } from "./readme-text.ts";
import {
  bundleOf,
  DIGEST_A,
  DISTRICT_KEY,
  receiptDraft,
  ROOT_KEY,
  STRANGER_KEY,
  submissionBundle,
  submissionDraft,
  trustList,
  trustlistDraft,
} from "./test-fixtures.ts";
import { verifierOfTrustList } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const folder = mkdtempSync(join(tmpdir(), "scd-write-"));
afterAll(() => rmSync(folder, { recursive: true }));

const partOf = (bytes: Uint8Array, name: string): Buffer =>
  Buffer.from(readContainer(bytes).find((entry) => entry.name === name)?.bytes ?? []);

describe("a written bundle", () => {
  const written = submissionBundle();

  it("has its identity, code and name", () => {
    expect(written.digest).toBe(sha256Hex(partOf(written.bytes, "manifest.json")));
    expect(written.code).toBe(bundleCode(written.digest));
    expect(written.fileName).toBe(`LDLD-PT_submission_2024-H1_1_${written.digest.slice(0, 8)}.goi`);
  });

  it("has the entries in order, described truly", () => {
    expect(readContainer(written.bytes).map(({ name }) => name)).toEqual([
      "mimetype",
      "manifest.json",
      "signatures.json",
      "data/entries.jsonl.gz",
      "docs/bao-cao.pdf",
      "readme.txt",
    ]);
    const gz = partOf(written.bytes, "data/entries.jsonl.gz");
    const raw = gunzipSync(gz);
    expect(written.manifest.entries[0]).toEqual({
      path: "data/entries.jsonl.gz",
      role: "table",
      media_type: "application/x-ndjson",
      size: gz.length,
      sha256: sha256Hex(gz),
      enc: "gzip",
      raw_size: raw.length,
      raw_sha256: sha256Hex(raw),
      rows: 2,
      schema: "entries.v1",
    });
    expect(raw.toString("utf8")).toBe(
      '{"unit":"CĐCS May Phú Tân","value":1250}\n{"unit":"CĐCS Điện lực","value":0}\n',
    );
  });

  it("is the same bytes each time, and its gzip tells neither time nor system", () => {
    expect(Buffer.from(submissionBundle().bytes).equals(Buffer.from(written.bytes))).toBe(true);
    expect(partOf(written.bytes, "data/entries.jsonl.gz").subarray(0, 10).toString("hex")).toBe(
      "1f8b08000000000000ff",
    );
  });

  it("is recognised by its first bytes as its media type", () => {
    expect(Buffer.from(written.bytes).toString("latin1", 30, 68)).toBe(
      "mimetypeapplication/vnd.socongdoan+zip",
    );
  });
});

describe("without this application", () => {
  const run = (name: string, bytes: Uint8Array, pem: string) => {
    const place = join(folder, name);
    spawnSync("mkdir", ["-p", place]);
    writeFileSync(join(place, "goi.goi"), bytes);
    writeFileSync(join(place, "donvi.pem"), pem);
    const commands = /----- bash -----\n([\s\S]+?)----- hết -----/.exec(README_TEXT)?.[1] ?? "";
    const result = spawnSync("bash", ["-c", commands], { cwd: place });
    return { place, text: result.stdout.toString() + result.stderr.toString() };
  };

  it("the commands of readme.txt verify a bundle with openssl and unzip", () => {
    const written = submissionBundle();
    const key = publicHalf(DISTRICT_KEY);
    const { place, text } = run("good", written.bytes, pemOf(key));
    expect(text).toContain("Signature Verified Successfully");
    expect(text).toContain(key.keyid);
    expect(text).toContain(`${written.digest}  manifest.json`);
    for (const entry of written.manifest.entries) expect(text).toContain(`${entry.sha256}  ${entry.path}`);
    expect(readFileSync(join(place, "g", "readme.txt"), "utf8")).toBe(README_TEXT);
  });

  it("the commands do not verify another key or another manifest", () => {
    const written = submissionBundle();
    expect(run("other-key", written.bytes, pemOf(publicHalf(STRANGER_KEY))).text).not.toContain(
      "Verified Successfully",
    );
    const changed = Buffer.from(
      Buffer.from(written.bytes).toString("latin1").replace('"value":1250', '"value":1251'),
      "latin1",
    );
    expect(changed.equals(Buffer.from(written.bytes))).toBe(false);
    expect(run("changed", changed, pemOf(publicHalf(DISTRICT_KEY))).text).not.toContain(
      "Verified Successfully",
    );
  });

  const cryptography = spawnSync("python3", ["-c", "import cryptography"]).status === 0;
  it.skipIf(!cryptography)(
    `Python verifies a bundle${cryptography ? "" : " (skipped: no python3 cryptography here)"}`,
    () => {
      const { place } = run("python", submissionBundle().bytes, pemOf(publicHalf(DISTRICT_KEY)));
      const script =
        "import json,base64,zipfile\nfrom cryptography.hazmat.primitives.serialization import load_pem_public_key\n" +
        "z=zipfile.ZipFile('goi.goi'); m=z.read('manifest.json'); s=json.loads(z.read('signatures.json')); t=s['payload_type'].encode()\n" +
        "load_pem_public_key(open('donvi.pem','rb').read()).verify(base64.b64decode(s['signatures'][0]['sig']), b'DSSEv1 %d %s %d %s'%(len(t),t,len(m),m))\nprint('verified')";
      expect(spawnSync("python3", ["-c", script], { cwd: place }).stdout.toString()).toBe("verified\n");
    },
  );
});

describe("writing", () => {
  it("a table that shrinks too well still gives a bundle that is accepted", async () => {
    const rows = Array.from({ length: 40_000 }, () => ({ a: "0".repeat(40) }));
    const { bytes } = bundleOf(submissionDraft(), DISTRICT_KEY, {
      tables: [{ name: "t", schema: "t.v1", rows }],
    });
    const result = await verifyBundle(bytes, verifierOfTrustList(trustList(), DIGEST_A));
    expect(result.ok ? "accepted" : result.code).toBe("accepted");
  });

  it("takes older trust lists along in a trust list, and nowhere else", () => {
    const older = bundleOf(trustlistDraft(trustList()), ROOT_KEY).bytes;
    const newer = { ...trustList(), version: 3, prev_sha256: DIGEST_A };
    const { manifest } = bundleOf(trustlistDraft(newer), ROOT_KEY, { roots: [older] });
    expect(manifest.entries.map(({ path, role }) => [path, role])).toEqual([
      ["readme.txt", "human"],
      ["roots/1.goi", "root"],
    ]);
    expect(() => bundleOf(receiptDraft(), DISTRICT_KEY, { roots: [older] })).toThrow(/root entry/);
  });

  it("refuses what a reader would refuse", () => {
    const bytes = Buffer.alloc(70 * 1024 * 1024, 1);
    const document = { name: "a.pdf", mediaType: "application/pdf", role: "human" as const, bytes };
    expect(() => bundleOf(submissionDraft(), DISTRICT_KEY, { documents: [document] })).toThrow(
      expect.objectContaining({ code: "E_SIZE_FILE" }),
    );
    const named = { ...document, name: "Báo cáo.pdf", bytes: Buffer.from("x") };
    expect(() => bundleOf(submissionDraft(), DISTRICT_KEY, { documents: [named] })).toThrow(
      expect.objectContaining({ code: "E_ZIP_NAME" }),
    );
    expect(() => bundleOf({ ...submissionDraft(), audience: ["*"] }, DISTRICT_KEY)).toThrow(/audience/);
    expect(() => writeBundle({ manifest: submissionDraft() }, [])).toThrow(RangeError);
  });
});
