// A second program in another language (build/verify-bundle.py) says the same of every bundle, good or bad: same code, same
// step, same identity. What it says was written from bundle.md, so a disagreement is a fault of one of the two.
// Over 300 lines because it is one comparison: whatever a bundle can be is put before both readers here.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { exitClassOf } from "./codes.ts";
import { readContainer, writeContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import { KINDS } from "./kinds.ts";
import { pemOf, publicHalf } from "./public-key.ts";
import {
  bundleOf,
  DIGEST_A,
  DISTRICT_KEY,
  enrolmentDraft,
  INSTANCE_ID,
  keyOfSeed,
  OTHER_ID,
  PROVINCE_ID,
  PROVINCE_KEY,
  ROOT_KEY,
  receiptDraft,
  STRANGER_KEY,
  submissionBundle,
  submissionDraft,
  trustList,
  trustlistDraft,
  draftOfEveryKind,
  gzipEntry,
  bareManifest,
  signedContainer,
} from "./test-fixtures.ts";
import { renewTrustList, replaceRoot, retireKey, revokeKey, rootFingerprint } from "./trust-list.ts";
import type { TrustList } from "./trust-list-schema.ts";
import { type Verifier, verifierOfPublicKey, verifierOfTrustList, verifierWithoutTrust } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const PROGRAM = join(import.meta.dirname, "..", "..", "build", "verify-bundle.py");
const hasPython = spawnSync("python3", ["--version"]).status === 0;
const skipped = hasPython ? "" : " (skipped: no python3 on this machine)";
const folder = mkdtempSync(join(tmpdir(), "scd-second-"));
afterAll(() => rmSync(folder, { recursive: true }));

const Said = z.looseObject({
  ok: z.boolean(),
  code: z.string().optional(),
  step: z.string().optional(),
  digest: z.string().nullable(),
});

/** What both say of the files: "accepted <digest>" or "<step> <code> <digest>". */
async function compare(files: readonly Uint8Array[], verifier: Verifier, options: readonly string[]) {
  const paths = files.map((bytes, index) => {
    const path = join(folder, `${index}.goi`);
    writeFileSync(path, bytes);
    return path;
  });
  const run = spawnSync("python3", ["-I", PROGRAM, ...paths, ...options], { maxBuffer: 64 * 1024 * 1024 });
  expect(run.stderr.toString()).toBe("");
  const theirs = run.stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => Said.parse(JSON.parse(line)))
    .map((said) => (said.ok ? `accepted ${said.digest}` : `${said.step} ${said.code} ${said.digest ?? "-"}`));
  const ours: string[] = [];
  let worst = 0;
  for (const bytes of files) {
    const result = await verifyBundle(bytes, verifier);
    ours.push(
      result.ok ? `accepted ${result.digest}` : `${result.step} ${result.code} ${result.digest ?? "-"}`,
    );
    if (!result.ok) worst = Math.max(worst, exitClassOf(result));
  }
  expect(theirs).toEqual(ours);
  expect(run.status).toBe(worst);
  return ours;
}

const LIST = trustList();
const trustOptions = (list: TrustList): string[] => {
  const path = join(folder, "trust.goi");
  writeFileSync(path, bundleOf(trustlistDraft(list), ROOT_KEY).bytes);
  return ["--trust", path, "--root-fingerprint", rootFingerprint(list.root)];
};
const province = (list: TrustList = LIST): Verifier => ({
  ...verifierOfTrustList(list, DIGEST_A),
  ownUnitId: PROVINCE_ID,
});
const asProvince = (list: TrustList = LIST) => [...trustOptions(list), "--unit", PROVINCE_ID];

describe.skipIf(!hasPython)(`a second reader${skipped}`, () => {
  it("accepts every kind from whoever may sign it, and refuses the rest alike", async () => {
    const drafts = draftOfEveryKind();
    const keys = [DISTRICT_KEY, PROVINCE_KEY, ROOT_KEY, STRANGER_KEY];
    const files = KINDS.flatMap((kind) => keys.map((key) => bundleOf(drafts[kind], key).bytes));
    const said = await compare(files, province(), asProvince());
    expect(said.filter((words) => words.startsWith("accepted"))).toHaveLength(KINDS.length);
  });

  it("accepts the bundles of every released format", async () => {
    const corpus = join(import.meta.dirname, "..", "..", "test", "corpus", "format-v1");
    const files = readdirSync(corpus)
      .filter((name) => name.endsWith(".goi"))
      .map((name) => readFileSync(join(corpus, name)));
    const options = [
      "--trust",
      join(corpus, "trustlist.goi"),
      "--root-fingerprint",
      rootFingerprint(LIST.root),
    ];
    const said = await compare(files, verifierOfTrustList(LIST, DIGEST_A), options);
    expect(said.every((words) => words.startsWith("accepted"))).toBe(true);
    expect(said).toHaveLength(7);
  });

  it("agrees about one key named by hand, a first list and an enrolment", async () => {
    const pem = join(folder, "key.pem");
    writeFileSync(pem, pemOf(publicHalf(DISTRICT_KEY)));
    const { bytes } = submissionBundle();
    const byKey = verifierOfPublicKey(pemOf(publicHalf(DISTRICT_KEY)));
    expect(await compare([bytes], byKey, ["--key", pem])).toEqual([expect.stringContaining("accepted")]);
    const lists = [bundleOf(trustlistDraft(LIST), ROOT_KEY), bundleOf(trustlistDraft(LIST), STRANGER_KEY)];
    const files = [...lists.map((list) => list.bytes), bytes];
    for (const fingerprint of [rootFingerprint(LIST.root), DIGEST_A]) {
      await compare(files, verifierWithoutTrust(fingerprint), ["--root-fingerprint", fingerprint]);
    }
    await compare(
      [bundleOf(enrolmentDraft(STRANGER_KEY), STRANGER_KEY).bytes, bytes],
      verifierWithoutTrust(null),
      [],
    );
  });

  it("agrees about retired, revoked and rotated keys", async () => {
    const { keyid } = publicHalf(DISTRICT_KEY);
    const { bytes, digest } = submissionBundle();
    const bound = (max_seq: number) => [{ instance_id: INSTANCE_ID, stream: "submission", max_seq }];
    for (const list of [
      retireKey(LIST, DIGEST_A, keyid, bound(1)),
      retireKey(LIST, DIGEST_A, keyid, bound(0)),
      revokeKey(LIST, DIGEST_A, keyid, "mất máy", []),
      revokeKey(LIST, DIGEST_A, keyid, "mất máy", [digest]),
    ]) {
      await compare([bytes], province(list), asProvince(list));
    }
    const rotated = replaceRoot(LIST, DIGEST_A, [keyOfSeed(11), keyOfSeed(12)].map(publicHalf), 2);
    const lists = [
      [ROOT_KEY, keyOfSeed(11), keyOfSeed(12)],
      [ROOT_KEY, keyOfSeed(11)],
      [ROOT_KEY],
      [keyOfSeed(11), keyOfSeed(12)],
    ].map((keys) => writeBundle({ manifest: trustlistDraft(rotated) }, keys).bytes);
    const skipping = { ...rotated, root: { ...rotated.root, version: 3 } };
    lists.push(
      writeBundle({ manifest: trustlistDraft(skipping) }, [ROOT_KEY, keyOfSeed(11), keyOfSeed(12)]).bytes,
    );
    const said = await compare(lists, province(), asProvince());
    expect(said.map((words) => words.split(" ")[1]?.slice(0, 6))).toHaveLength(5);
  });

  it("agrees about a list that ships older ones, step by step", async () => {
    const rootKeys = (version: number) => [keyOfSeed(100 + version), keyOfSeed(120 + version)];
    const first = { ...LIST, root: { ...LIST.root, threshold: 1 } };
    let list: TrustList = first;
    let previous = [ROOT_KEY];
    const steps: Uint8Array[] = [];
    for (const version of [2, 3]) {
      list = replaceRoot(list, DIGEST_A, rootKeys(version).map(publicHalf), 2);
      steps.push(writeBundle({ manifest: trustlistDraft(list) }, [...previous, ...rootKeys(version)]).bytes);
      previous = rootKeys(version);
    }
    const newest = renewTrustList(list, DIGEST_A, null);
    const ship = (roots: readonly Uint8Array[], keys = previous) =>
      writeBundle({ manifest: trustlistDraft(newest), roots }, keys).bytes;
    const [one, two] = steps;
    if (!one || !two) throw new Error("two steps");
    const damaged = Buffer.from(two);
    damaged.writeUInt8(damaged.readUInt8(900) ^ 1, 900);
    const nested = writeBundle({ manifest: trustlistDraft(list), roots: [one] }, [
      ...rootKeys(2),
      ...rootKeys(3),
    ]);
    const half = writeBundle({ manifest: trustlistDraft(list) }, [...rootKeys(2), ...rootKeys(3).slice(1)]);
    const old = writeBundle({ manifest: trustlistDraft({ ...list, version: 3 }) }, [
      ...rootKeys(2),
      ...rootKeys(3),
    ]);
    const files = [
      ship(steps),
      ship([]),
      ship([one]),
      ship([two]),
      ship([two, one]),
      ship(steps, rootKeys(2)),
      ship([one, damaged]),
      ship([one, nested.bytes]),
      ship([one, half.bytes]),
      ship([one, old.bytes]),
      ship([submissionBundle().bytes, two]),
      ship([Buffer.alloc(0), two]),
    ];
    const said = await compare(files, province(first), asProvince(first));
    expect(said.map((words) => words.startsWith("accepted"))).toEqual(files.map((_, index) => index === 0));
  });

  it("agrees about damage anywhere", async () => {
    const good = Buffer.from(submissionBundle().bytes);
    const files: Buffer[] = [];
    for (let at = 0; at < good.length; at += 97) {
      const flipped = Buffer.from(good);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      files.push(flipped, good.subarray(0, at), Buffer.concat([good.subarray(0, at), good.subarray(at + 1)]));
      files.push(Buffer.concat([good.subarray(0, at), Buffer.from([at % 256]), good.subarray(at)]));
    }
    files.push(
      Buffer.concat([good, good]),
      Buffer.from("%PDF-1.7 and a good deal of text after it"),
      Buffer.alloc(0),
    );
    files.push(Buffer.from("age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n"));
    const said = await compare(files.slice(0, -1), province(), asProvince());
    expect(said.filter((words) => words.startsWith("accepted"))).toEqual([]);
    expect(new Set(said.map((words) => words.split(" ")[1])).size).toBeGreaterThan(3);
  });

  it("agrees about damage inside a container written again", async () => {
    const entries = readContainer(submissionBundle().bytes);
    const files: Uint8Array[] = [];
    for (const [index, { bytes }] of entries.entries()) {
      for (let at = index; at < bytes.length; at += 97) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        files.push(
          writeContainer(
            entries.map((entry, place) => (place === index ? { ...entry, bytes: changed } : entry)),
          ),
        );
      }
    }
    await compare(files, province(), asProvince());
  });

  it("agrees about everything a valid key can sign on purpose", async () => {
    const line = Buffer.from('{"a":1}\n');
    const { entry } = gzipEntry(line);
    const described = (change: object = {}) => gzipEntry(line, change).described;
    const payload = [entry];
    const manifests: unknown[] = [
      ...[
        '{"v": 1}',
        '{"v":1.0}',
        "\ufeff{}",
        "{",
        '{"V":1}',
        '"\\ud800"',
        "[".repeat(17) + "]".repeat(17),
        "1e3",
        "-0",
        "null",
      ].map((text) => Buffer.from(text)),
      Buffer.from([0xff]),
      Buffer.from(`"${"ộ".normalize("NFD")}"`),
      Buffer.from("[".repeat(400_000) + "]".repeat(400_000)),
      Buffer.from('{"a":1,"a":1}'),
      Buffer.from("9007199254740992"),
      bareManifest({ surprise: 1 }),
      bareManifest({ receipt: receiptDraft().receipt }),
      bareManifest({ context: null }),
      bareManifest({ context: { ...submissionDraft().context, period: "2024-M13" } }),
      bareManifest({ context: { ...submissionDraft().context, period: "1800" } }),
      bareManifest({ audience: ["*"] }),
      bareManifest({ audience: [] }),
      bareManifest({ audience: [PROVINCE_ID, PROVINCE_ID] }),
      bareManifest({ audience: [OTHER_ID] }),
      bareManifest({ seq: 0 }),
      bareManifest({ seq: 2 }),
      bareManifest({ v: 2 }),
      bareManifest({ crit: ["future"] }),
      bareManifest({ requires: { trust_list_min: 0, format_min: 2 } }),
      bareManifest({ requires: { trust_list_min: 3, format_min: 1 } }),
      bareManifest({ ext: { note: "a".repeat(16_385) } }),
      bareManifest({ ext: { note: "a".repeat(16_384) } }),
      bareManifest({ issuer: { ...submissionDraft().issuer, unit_id: OTHER_ID } }),
      bareManifest({ issuer: { ...submissionDraft().issuer, unit_name: "😀".repeat(501) } }),
      bareManifest({ issuer: { ...submissionDraft().issuer, unit_name: "😀".repeat(500) } }),
      { ...receiptDraft(), v: 1, entries: [] },
    ];
    const files = manifests.map((manifest) => signedContainer(manifest));
    const entryChanges = [
      {},
      { size: 1 },
      { sha256: DIGEST_A },
      { enc: "none" },
      { raw_size: 9 },
      { raw_size: 7 },
      { raw_size: 0 },
      { raw_size: 1024 ** 3 },
      { raw_sha256: DIGEST_A },
      { path: "data/u.jsonl.gz" },
      { rows: 2 },
      { role: "human" },
      { media_type: "x" },
    ];
    for (const change of entryChanges)
      files.push(signedContainer(bareManifest({ entries: [described(change)] }), payload));
    files.push(
      signedContainer(bareManifest(), payload),
      signedContainer(bareManifest({ entries: [described()] })),
    );
    for (const raw of ['{"a": 1}\n', '{"a":1}', "\n", '{"a":1}\n\n', ""]) {
      // Still said to be one row.
      const table = gzipEntry(Buffer.from(raw));
      files.push(signedContainer(bareManifest({ entries: [table.described] }), [table.entry]));
    }
    const broken = Buffer.from(entry.bytes).fill(0xff, 12);
    files.push(
      signedContainer(bareManifest({ entries: [described({ sha256: sha256Hex(broken) })] }), [
        { name: "data/t.jsonl.gz", bytes: broken },
      ]),
    );
    const said = await compare(files, province(), asProvince());
    expect(said.filter((words) => words.startsWith("accepted"))).toHaveLength(3);
  });

  it("reads canonical JSON the same, over random documents signed as a manifest", async () => {
    const texts = fc.sample(
      fc.oneof(
        fc.json(),
        fc.json().map((json) => json.replaceAll(" ", "")),
      ),
      { numRuns: 80, seed: 3 },
    );
    await compare(
      texts.map((text) => signedContainer(Buffer.from(text, "utf8"))),
      province(),
      asProvince(),
    );
  });

  it("says so when there is nothing to read, and how it is called", () => {
    const run = (...words: string[]) => spawnSync("python3", ["-I", PROGRAM, ...words]);
    expect(run(join(folder, "none.goi")).status).toBe(7);
    expect(run().status).toBe(1);
    expect(run("a.goi", "--trust", "b.goi").status).toBe(1);
    expect(run("--help").status).toBe(0);
  });

  it("uses nothing but Python's own library", () => {
    const isolated = spawnSync("python3", ["-I", "-S", PROGRAM, join(folder, "none.goi")]);
    expect(isolated.stderr.toString()).toBe("");
    expect(isolated.stdout.toString()).toContain("E_IO_READ");
  });

  it("verifies Ed25519 as RFC 8032 does, and refuses a signature whose S is not reduced", () => {
    const vectors = [
      [
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
      ],
      [
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ],
    ];
    const script =
      "import importlib.util,sys,json\n" +
      `s=importlib.util.spec_from_file_location('v',${JSON.stringify(PROGRAM)});v=importlib.util.module_from_spec(s);s.loader.exec_module(v)\n` +
      "h=bytes.fromhex\n" +
      "for k,m,g in json.loads(sys.argv[1]):\n" +
      " g=h(g);big=g[:32]+(int.from_bytes(g[32:],'little')+v.L).to_bytes(32,'little')\n" +
      " print(v.is_signed(h(k),h(m),g),v.is_signed(h(k),h(m)+b'x',g),v.is_signed(h(k),h(m),big))";
    const run = spawnSync("python3", ["-I", "-B", "-c", script, JSON.stringify(vectors)]);
    expect(run.stderr.toString()).toBe("");
    expect(run.stdout.toString().trim().split("\n")).toEqual(vectors.map(() => "True False False"));
  });
});
