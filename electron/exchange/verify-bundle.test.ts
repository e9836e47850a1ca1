// One description of the whole algorithm, step by step in its normative order; hence longer than 300 lines.
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readContainer, writeContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { pemOf, publicHalf } from "./public-key.ts";
import type { ReplayState } from "./replay.ts";
import { encodeSignatures, signManifest } from "./signature.ts";
import {
  bundleOf,
  DIGEST_A,
  DISTRICT_ID,
  DISTRICT_KEY,
  INSTANCE_ID,
  keyOfSeed,
  OTHER_ID,
  PROVINCE_ID,
  PROVINCE_KEY,
  ROOT_KEY,
  ROWS,
  receiptDraft,
  replayState,
  STRANGER_KEY,
  submissionBundle,
  submissionDraft,
  trustList,
  draftOfEveryKind,
  gzipEntry,
  bareManifest,
  signedContainer,
} from "./test-fixtures.ts";
import { type Verifier, verifierOfPublicKey, verifierOfTrustList } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const LIST = trustList();
/** The province, with a list of version 2 and an empty memory. */
const verifier: Verifier = {
  ...verifierOfTrustList(LIST, DIGEST_A),
  ownUnitId: PROVINCE_ID,
  replay: replayState(),
};

async function codeOf(bytes: Uint8Array, given: Verifier = verifier): Promise<string> {
  const result = await verifyBundle(bytes, given);
  return result.ok ? "accepted" : result.code;
}

async function refusalOf(bytes: Uint8Array, given: Verifier = verifier) {
  const result = await verifyBundle(bytes, given);
  return result.ok ? "accepted" : `${result.step} ${result.code}`;
}

const withTable = (raw: Uint8Array, change: object = {}) => {
  const { entry, described } = gzipEntry(raw, change);
  return signedContainer(bareManifest({ entries: [described] }), [entry]);
};

describe("a good bundle", () => {
  it("gives manifest, identity, signer and inflated entries", async () => {
    const written = submissionBundle();
    const result = await verifyBundle(written.bytes, verifier);
    if (!result.ok) throw new Error(result.code);
    expect(result).toMatchObject({ kind: "submission", digest: written.digest, warnings: [] });
    expect(result.manifest).toEqual(written.manifest);
    expect(result.signers).toEqual([
      { keyid: publicHalf(DISTRICT_KEY).keyid, unitId: DISTRICT_ID, roles: ["unit-submit"] },
    ]);
    expect([...result.entries.keys()]).toEqual(["data/entries.jsonl.gz", "docs/bao-cao.pdf", "readme.txt"]);
    expect(Array.from(result.rows("data/entries.jsonl.gz"))).toEqual(ROWS);
    expect(Buffer.from(result.entries.get("docs/bao-cao.pdf") ?? []).toString()).toBe("%PDF-1.7 nháp");
  });

  it("verifies without an office, with the warnings of what was not checked", async () => {
    const { bytes } = submissionBundle();
    const byList = await verifyBundle(bytes, verifierOfTrustList(LIST, DIGEST_A));
    expect(byList.ok && byList.warnings.map(({ code }) => code)).toEqual([
      "W_AUDIENCE_UNCHECKED",
      "W_REPLAY_UNCHECKED",
    ]);
    const byKey = await verifyBundle(bytes, verifierOfPublicKey(pemOf(publicHalf(DISTRICT_KEY))));
    expect(byKey.ok && byKey.warnings.map(({ code }) => code)).toEqual([
      "W_ISSUER_UNCHECKED",
      "W_AUDIENCE_UNCHECKED",
      "W_REPLAY_UNCHECKED",
    ]);
    expect(await codeOf(bytes, verifierOfPublicKey(pemOf(publicHalf(STRANGER_KEY))))).toBe("E_KEY_UNKNOWN");
  });
});

describe("damage to a bundle (all of it: damage.test.ts)", () => {
  const { bytes } = bundleOf(submissionDraft(), DISTRICT_KEY, {
    tables: [{ name: "entries", schema: "entries.v1", rows: ROWS }],
  });
  const good = Buffer.from(bytes);

  it("inside a container written again properly is caught by signature or hash", async () => {
    const entries = readContainer(good);
    const codes = new Set<string>();
    for (const [index, { bytes: original }] of entries.entries()) {
      for (let at = 0; at < original.length; at += 1) {
        const changed = Buffer.from(original);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        const rewritten = entries.map((entry, place) =>
          place === index ? { ...entry, bytes: changed } : entry,
        );
        const code = await codeOf(writeContainer(rewritten));
        expect(code, `entry ${index} byte ${at}`).toMatch(
          [/^E_MIMETYPE$/, /^E_SIG_INVALID$/, /^E_(SIG_|KEY_UNKNOWN|TYPE_|VERSION_)/][index] ??
            /^E_ENTRY_HASH$/,
        );
        codes.add(code);
      }
    }
    expect(codes).toContain("E_ENTRY_HASH");
    expect(codes).toContain("E_SIG_INVALID");
  });
});

describe("the order of the steps", () => {
  it("sees a bad signature before the manifest is read and before anything is inflated", async () => {
    const { entry, described } = gzipEntry(Buffer.from("{}\n"));
    const broken = Buffer.from(entry.bytes);
    broken.fill(0xff, 12);
    const payload = [{ name: entry.name, bytes: broken }];
    const badGzip = bareManifest({ entries: [{ ...described, sha256: sha256Hex(broken) }] });
    expect(await refusalOf(signedContainer(badGzip, payload))).toBe("V10 E_GZIP");
    const otherSignature = readContainer(signedContainer(bareManifest()))[2];
    if (!otherSignature) throw new Error("no signatures");
    const resigned = readContainer(signedContainer(badGzip, payload)).map((part, index) =>
      index === 2 ? otherSignature : part,
    );
    expect(await refusalOf(writeContainer(resigned))).toBe("V5 E_SIG_INVALID");
    const noManifest = readContainer(signedContainer(bareManifest())).map((part, index) =>
      index === 1 ? { ...part, bytes: Buffer.from("not JSON at all") } : part,
    );
    expect(await refusalOf(writeContainer(noManifest))).toBe("V5 E_SIG_INVALID");
  });

  it("says E_ENC_AUTH for a piece of an age file and E_EMPTY for nothing", async () => {
    expect(await refusalOf(Buffer.from("age-encryption.org/v1\n-> X25519 abc"))).toBe("V1 E_ENC_AUTH");
    expect(await refusalOf(new Uint8Array())).toBe("V0 E_EMPTY");
    expect(await refusalOf(Buffer.from("%PDF-1.7 and a good deal of text after it"))).toBe("V2 E_ZIP_LAYOUT");
  });

  it("looks at the envelope", async () => {
    const parts = readContainer(signedContainer(bareManifest()));
    const [mimetype, manifest, signatures] = parts;
    if (!mimetype || !manifest || !signatures) throw new Error("no envelope");
    expect(await refusalOf(writeContainer([mimetype, manifest]))).toBe("V3 E_META_MISSING");
    expect(await refusalOf(writeContainer([manifest, mimetype, signatures]))).toBe("V3 E_META_MISSING");
    const big = { name: "manifest.json", bytes: Buffer.alloc(1024 * 1024 + 1) };
    expect(await refusalOf(writeContainer([mimetype, big, signatures]))).toBe("V3 E_SIZE_META");
    const newline = { name: "mimetype", bytes: Buffer.concat([mimetype.bytes, Buffer.from("\n")]) };
    expect(await refusalOf(writeContainer([newline, manifest, signatures]))).toBe("V3 E_MIMETYPE");
  });
});

describe("kind and role", () => {
  const drafts = draftOfEveryKind();
  const open = { ...verifier, replay: null };
  const keys = { "unit-submit": DISTRICT_KEY, "province-op": PROVINCE_KEY, root: ROOT_KEY };
  // What each key is for; the province's own key may also submit upward, so it passes for a submission of the province.
  const allowed: Record<Kind, string> = {
    submission: "unit-submit",
    receipt: "province-op",
    return: "province-op",
    programme: "province-op",
    trustlist: "root",
    enrolment: "unit-submit",
  };

  for (const kind of KINDS) {
    for (const [role, key] of Object.entries(keys)) {
      it(`${role} signing a ${kind}: ${allowed[kind] === role ? "accepted" : "refused"}`, async () => {
        const code = await codeOf(bundleOf(drafts[kind], key).bytes, open);
        if (allowed[kind] === role) expect(code).toBe("accepted");
        else if (kind === "trustlist" || kind === "enrolment") expect(code).toBe("E_KEY_UNKNOWN");
        else if (kind === "submission" && role === "province-op") expect(code).toBe("E_ISSUER_MISMATCH");
        else expect(code).toBe("E_KEY_ROLE");
      });
    }
  }

  it("signed as one kind and written as another is refused", async () => {
    const asReceipt = signedContainer({ ...receiptDraft(), v: 1, entries: [] }, [], "submission");
    expect(await refusalOf(asReceipt)).toBe("V7 E_KIND_MISMATCH");
  });

  it("a trust list is never taken from an ordinary key, even without a held root", async () => {
    const { bytes } = bundleOf(drafts.trustlist, PROVINCE_KEY);
    expect(await refusalOf(bytes, { ...verifier, root: null })).toBe("V6 E_KEY_ROLE");
  });
});

describe("who signed", () => {
  it("an unknown key beside a known one is only a warning", async () => {
    const { bytes } = writeBundle({ manifest: submissionDraft() }, [DISTRICT_KEY, STRANGER_KEY]);
    const result = await verifyBundle(bytes, verifier);
    expect(result.ok && result.warnings).toEqual([
      { code: "W_SIG_UNKNOWN_KEY", detail: publicHalf(STRANGER_KEY).keyid },
    ]);
    expect(await refusalOf(bundleOf(submissionDraft(), STRANGER_KEY).bytes)).toBe("V5 E_KEY_UNKNOWN");
  });

  it("a known key that fails beside one that holds is an invalid signature", async () => {
    const parts = readContainer(signedContainer(bareManifest()));
    const manifest = parts[1]?.bytes ?? new Uint8Array();
    const signatures = encodeSignatures("submission", [
      signManifest("submission", manifest, DISTRICT_KEY),
      signManifest("submission", Buffer.from("other"), PROVINCE_KEY),
    ]);
    const changed = parts.map((part, index) => (index === 2 ? { ...part, bytes: signatures } : part));
    expect(await codeOf(writeContainer(changed))).toBe("E_SIG_INVALID");
  });

  it("under dual control two keys of the unit are needed", async () => {
    const second = keyOfSeed(31);
    const listed = LIST.keys.at(-1);
    if (!listed) throw new Error("no key");
    const list = { ...LIST, keys: [...LIST.keys, { ...listed, ...publicHalf(second) }] };
    const dual: Verifier = {
      ...verifierOfTrustList(list, DIGEST_A),
      ownUnitId: PROVINCE_ID,
      replay: null,
      submissionThreshold: (unitId) => (unitId === DISTRICT_ID ? 2 : 1),
    };
    const by = (...keys: Parameters<typeof writeBundle>[1]) =>
      writeBundle({ manifest: submissionDraft() }, keys).bytes;
    expect(await refusalOf(by(DISTRICT_KEY), dual)).toBe("V5 E_SIG_THRESHOLD");
    expect(await refusalOf(by(DISTRICT_KEY, STRANGER_KEY), dual)).toBe("V5 E_SIG_THRESHOLD");
    expect(await refusalOf(by(DISTRICT_KEY, second), dual)).toBe("accepted");
    expect(await refusalOf(by(DISTRICT_KEY, PROVINCE_KEY), dual)).toBe("V8 E_ISSUER_MISMATCH");
  });

  it("a revoked key counts only for what was taken in or compared before", async () => {
    const { bytes, digest } = submissionBundle();
    const revoked = (known_good: string[]) => withKey({ status: "revoked", known_good });
    expect(await refusalOf(bytes, revoked([]))).toBe("V6 E_KEY_REVOKED");
    expect(await refusalOf(bytes, revoked([DIGEST_A]))).toBe("V6 E_KEY_REVOKED");
    expect(await refusalOf(bytes, revoked([digest]))).toBe("accepted");
    const processed: ReplayState = replayState({
      findByDigest: (one) => (one === digest ? { digest, status: "processed" } : undefined),
    });
    const again = await verifyBundle(bytes, { ...revoked([]), replay: processed });
    expect(again.ok && again.replay?.isDuplicate).toBe(true);
  });

  it("a retired key counts up to its bound, by installation and stream", async () => {
    const bytes = (seq: number) =>
      bundleOf({ ...submissionDraft(), seq, prev: seq === 1 ? null : DIGEST_A }, DISTRICT_KEY).bytes;
    const retired = (change: object = {}) =>
      withKey({
        status: "retired",
        accept: [{ instance_id: INSTANCE_ID, stream: "submission", max_seq: 3, ...change }],
      });
    expect(await refusalOf(bytes(3), retired())).toBe("accepted");
    expect(await refusalOf(bytes(4), retired())).toBe("V8 E_KEY_RETIRED");
    expect(await refusalOf(bytes(1), retired({ instance_id: OTHER_ID }))).toBe("V8 E_KEY_RETIRED");
    expect(await refusalOf(bytes(1), retired({ stream: "other" }))).toBe("V8 E_KEY_RETIRED");
    expect(await refusalOf(bytes(1), withKey({ status: "retired", accept: [] }))).toBe("V8 E_KEY_RETIRED");
  });

  it("a list that pairs a keyid with another key is of no use to it", async () => {
    const swapped = withKey({ spki: publicHalf(STRANGER_KEY).spki });
    expect(await refusalOf(submissionBundle().bytes, swapped)).toBe("V5 E_SIG_INVALID");
  });

  function withKey(change: object): Verifier {
    const keys = LIST.keys.map((key) => (key.unit_id === DISTRICT_ID ? { ...key, ...change } : key));
    return {
      ...verifierOfTrustList({ ...LIST, keys }, DIGEST_A),
      ownUnitId: PROVINCE_ID,
      replay: replayState(),
    };
  }
});

describe("the manifest", () => {
  it.each([
    ["a space", Buffer.from('{"v": 1}'), "E_MANIFEST_FORMAT", "E_JSON_NONCANONICAL"],
    ["a float", Buffer.from('{"v":1.0}'), "E_MANIFEST_FORMAT", "E_JSON_NUMBER"],
    ["a mark at the start", Buffer.from("\ufeff{}"), "E_MANIFEST_FORMAT", "E_JSON_UTF8"],
    ["bytes that are not UTF-8", Buffer.from([0xff]), "E_MANIFEST_FORMAT", "E_JSON_UTF8"],
    ["broken JSON", Buffer.from("{"), "E_MANIFEST_FORMAT", "E_JSON_SYNTAX"],
    ["decomposed letters", Buffer.from(`"${"ộ".normalize("NFD")}"`), "E_MANIFEST_FORMAT", "E_JSON_NOT_NFC"],
    ["half a letter", Buffer.from('"\\ud800"'), "E_MANIFEST_FORMAT", "E_JSON_SURROGATE"],
    ["an upper-case member", Buffer.from('{"V":1}'), "E_MANIFEST_FORMAT", "E_JSON_KEY"],
    ["17 levels", Buffer.from("[".repeat(17) + "]".repeat(17)), "E_MANIFEST_FORMAT", "E_JSON_DEPTH"],
  ])("with %s is refused", async (_label, manifest, code, detail) => {
    expect(await verifyBundle(signedContainer(manifest), verifier)).toMatchObject({
      ok: false,
      step: "V7",
      code,
      detail,
    });
  });

  it.each([
    ["an unknown member", { surprise: 1 }, "E_MANIFEST_SCHEMA"],
    ["the section of another kind", { receipt: receiptDraft().receipt }, "E_MANIFEST_SCHEMA"],
    ["no section", { submission: undefined }, "E_MANIFEST_SCHEMA"],
    ["no context", { context: null }, "E_MANIFEST_SCHEMA"],
    [
      "a period that is none",
      { context: { ...submissionDraft().context, period: "2024-M13" } },
      "E_MANIFEST_SCHEMA",
    ],
    ["everybody as audience", { audience: ["*"] }, "E_MANIFEST_SCHEMA"],
    ["nobody as audience", { audience: [] }, "E_MANIFEST_SCHEMA"],
    ["an upper-case id", { bundle_id: submissionDraft().bundle_id.toUpperCase() }, "E_MANIFEST_SCHEMA"],
    ["seq 0", { seq: 0 }, "E_MANIFEST_SCHEMA"],
    ["seq 1 after another", { prev: DIGEST_A }, "E_MANIFEST_SCHEMA"],
    ["seq 2 after none", { seq: 2 }, "E_MANIFEST_SCHEMA"],
    ["a time without Z", { created_at: "2024-06-20T03:04:05" }, "E_MANIFEST_SCHEMA"],
    ["a string above 16 KiB", { ext: { note: "a".repeat(16_385) } }, "E_MANIFEST_SCHEMA"],
    ["a later version", { v: 2 }, "E_VERSION_UNSUPPORTED"],
    ["an unknown critical extension", { crit: ["future"] }, "E_CRIT_UNKNOWN"],
    ["a later format asked for", { requires: { trust_list_min: 0, format_min: 2 } }, "E_VERSION_UNSUPPORTED"],
    ["a later trust list asked for", { requires: { trust_list_min: 3, format_min: 1 } }, "E_TL_STALE"],
    ["the trust list held asked for", { requires: { trust_list_min: 2, format_min: 1 } }, "accepted"],
    ["an extension to ignore", { ext: { note: "a".repeat(16_384), deep: { a: [1] } } }, "accepted"],
  ])("with %s gives %s", async (_label, change, code) => {
    const manifest = Object.fromEntries(
      Object.entries(bareManifest(change)).filter(([, value]) => value !== undefined),
    );
    expect(await codeOf(signedContainer(manifest))).toBe(code);
  });

  it("asking for a list nobody holds is only a warning without an office", async () => {
    const bytes = signedContainer(bareManifest({ requires: { trust_list_min: 3, format_min: 1 } }));
    const result = await verifyBundle(bytes, verifierOfPublicKey(pemOf(publicHalf(DISTRICT_KEY))));
    expect(result.ok && result.warnings.map(({ code }) => code)).toContain("W_TRUST_UNCHECKED");
  });

  it("for another unit, or from another unit than the key's, is refused", async () => {
    const { bytes } = submissionBundle();
    expect(await refusalOf(bytes, { ...verifier, ownUnitId: OTHER_ID })).toBe("V8 E_AUDIENCE");
    const foreign = bareManifest({ issuer: { ...submissionDraft().issuer, unit_id: OTHER_ID } });
    expect(await refusalOf(signedContainer(foreign))).toBe("V8 E_ISSUER_MISMATCH");
  });
});

describe("entries", () => {
  const line = Buffer.from('{"a":1}\n');

  it.each([
    ["as declared", {}, "accepted"],
    ["of another size", { size: 1 }, "E_ENTRY_SIZE"],
    ["of another hash", { sha256: DIGEST_A }, "E_ENTRY_HASH"],
    ["declared as not compressed", { enc: "none" }, "E_ENTRY_ENC"],
    ["declared longer", { raw_size: 9 }, "E_SIZE_RAW"],
    ["declared shorter", { raw_size: 7 }, "E_SIZE_RAW"],
    ["declared empty", { raw_size: 0 }, "E_SIZE_RAW"],
    ["of another raw hash", { raw_sha256: DIGEST_A }, "E_RAW_HASH"],
    ["under another name", { path: "data/u.jsonl.gz" }, "E_ENTRY_SET"],
    ["with more rows declared", { rows: 2 }, "E_DATA_FORMAT"],
    ["declared as root list", { role: "root", rows: undefined, schema: undefined }, "E_MANIFEST_SCHEMA"],
  ])("%s: %s", async (_label, change, code) => {
    const described = Object.fromEntries(
      Object.entries(gzipEntry(line, change).described).filter(([, value]) => value !== undefined),
    );
    expect(
      await codeOf(signedContainer(bareManifest({ entries: [described] }), [gzipEntry(line).entry])),
    ).toBe(code);
  });

  it("not in the manifest, or in the manifest only, or in another order, are refused", async () => {
    const { entry, described } = gzipEntry(line);
    const second = {
      entry: { ...entry, name: "data/u.jsonl.gz" },
      described: { ...described, path: "data/u.jsonl.gz" },
    };
    expect(await refusalOf(signedContainer(bareManifest(), [entry]))).toBe("V9 E_ENTRY_SET");
    expect(await refusalOf(signedContainer(bareManifest({ entries: [described] })))).toBe("V9 E_ENTRY_SET");
    const crossed = signedContainer(bareManifest({ entries: [described, second.described] }), [
      second.entry,
      entry,
    ]);
    expect(await refusalOf(crossed)).toBe("V9 E_ENTRY_SET");
  });

  it("of a table that is not JSON lines are refused", async () => {
    expect(await refusalOf(withTable(Buffer.from('{"a": 1}\n')))).toBe("V12 E_DATA_FORMAT");
    expect(await refusalOf(withTable(Buffer.from('{"a":1}')))).toBe("V12 E_DATA_FORMAT");
  });

  it("that are a bomb of a valid key are refused without being inflated", async () => {
    const bytes = bombOf(1024);
    const declared = { size: bytes.length, sha256: sha256Hex(bytes), raw_size: 1024 * 1024 * 1024 };
    const { described } = gzipEntry(line, declared);
    const payload = [{ name: "data/t.jsonl.gz", bytes }];
    const before = process.memoryUsage().rss;
    expect(await refusalOf(signedContainer(bareManifest({ entries: [described] }), payload))).toBe(
      "V10 E_SIZE_RATIO",
    );
    const lying = { ...described, raw_size: 1000 };
    expect(await refusalOf(signedContainer(bareManifest({ entries: [lying] }), payload))).toBe(
      "V10 E_SIZE_RAW",
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it("that inflate beyond 128 MiB, or 256 MiB together, are refused by declaration", async () => {
    const bytes = Buffer.alloc(1024 * 1024);
    const entries = (rawSize: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...gzipEntry(line, { size: bytes.length, sha256: sha256Hex(bytes), raw_size: rawSize }).described,
        path: `data/t${index}.jsonl.gz`,
      }));
    const bundle = (rawSize: number, count: number) =>
      signedContainer(
        bareManifest({ entries: entries(rawSize, count) }),
        entries(rawSize, count).map(({ path }) => ({ name: path, bytes })),
      );
    const mib = 1024 * 1024;
    expect(await refusalOf(bundle(128 * mib + 1, 1))).toBe("V10 E_SIZE_RAW");
    expect(await refusalOf(bundle(128 * mib, 1))).toBe("V10 E_GZIP");
    expect(await refusalOf(bundle(86 * mib, 3))).toBe("V10 E_SIZE_RAW");
    expect(await refusalOf(bundle(200 * mib + 1, 1))).toBe("V10 E_SIZE_RATIO");
  });
});

describe("order, content", () => {
  it("refuses by the replay rules after the hashes and before the content", async () => {
    const replay = replayState({ instanceStatus: () => "unknown" });
    const result = await verifyBundle(withTable(Buffer.from("not a table")), { ...verifier, replay });
    expect(result).toMatchObject({ ok: false, step: "V11", code: "E_INSTANCE_CONFIRM" });
    expect(!result.ok && result.manifest?.issuer.unit_id).toBe(DISTRICT_ID);
  });

  it("passes on what the content check says", async () => {
    // oxlint-disable-next-line require-yield -- short enough for one part
    const checkContent: Verifier["checkContent"] = function* ({ manifest, rows }) {
      let sum = 0;
      for (const row of rows("data/entries.jsonl.gz")) {
        if (row !== null && typeof row === "object" && "value" in row) sum += Number(row["value"]);
      }
      return sum === manifest.totals["value"] ? null : { code: "E_TOTALS", detail: `${sum}` };
    };
    expect(await refusalOf(submissionBundle().bytes, { ...verifier, checkContent })).toBe("accepted");
    const wrong = bundleOf({ ...submissionDraft(), totals: { value: 1 } }, DISTRICT_KEY, {
      tables: [{ name: "entries", schema: "entries.v1", rows: ROWS }],
    });
    expect(await refusalOf(wrong.bytes, { ...verifier, checkContent })).toBe("V12 E_TOTALS");
  });
});

/** `mib` mebibytes of zeros as one gzip member, made of pieces so that the test itself stays small. */
function bombOf(mib: number): Uint8Array {
  const member = gzipSync(Buffer.alloc(1024 * 1024));
  return Buffer.concat(Array.from({ length: mib }, () => member));
}
