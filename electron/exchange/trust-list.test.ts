import { describe, expect, it } from "vitest";
import { encodeCanonical } from "./canonical-json.ts";
import { sha256Hex } from "./digest.ts";
import type { Manifest, ManifestOf } from "./manifest.ts";
import { publicHalf } from "./public-key.ts";
import {
  DIGEST_A,
  DIGEST_B,
  DISTRICT_ID,
  DISTRICT_KEY,
  enrolmentDraft,
  keyOfSeed,
  OTHER_ID,
  PROVINCE_ID,
  PROVINCE_KEY,
  replayState,
  ROOT_KEY,
  STRANGER_KEY,
  trustList,
  trustlistDraft,
} from "./test-fixtures.ts";
import {
  addUnitKey,
  createTrustList,
  replaceRoot,
  retireKey,
  revokeKey,
  rootFingerprint,
} from "./trust-list.ts";
import type { TrustList } from "./trust-list-schema.ts";
import { verifierOfTrustList, verifierWithoutTrust } from "./verifier.ts";
import { openGivenTrustList, verifyBundle } from "./verify-bundle.ts";
import { writeBundle } from "./write-bundle.ts";

const NEW_ROOTS = [keyOfSeed(11), keyOfSeed(12), keyOfSeed(13)];

const enrolment = (change: Partial<ManifestOf<"enrolment">["enrolment"]> = {}): ManifestOf<"enrolment"> => {
  const draft = enrolmentDraft(STRANGER_KEY);
  return { ...draft, v: 1, entries: [], enrolment: { ...draft.enrolment, ...change } };
};
const UNIT = { code: "LĐLĐ-PT", name: "LĐLĐ huyện Phú Tân", level: "district", parent_id: PROVINCE_ID };
const bundle = (list: TrustList, keys = [ROOT_KEY]) => writeBundle({ manifest: trustlistDraft(list) }, keys);

async function codeOf(list: TrustList, keys: Parameters<typeof bundle>[1], held: TrustList): Promise<string> {
  const result = await verifyBundle(bundle(list, keys).bytes, {
    ...verifierOfTrustList(held, DIGEST_A),
    replay: replayState({ heldTrust: () => ({ version: held.version, digest: DIGEST_A }) }),
  });
  return result.ok ? "accepted" : result.code;
}

describe("making a list", () => {
  const first = createTrustList({
    province: { unit_id: PROVINCE_ID, code: "LĐLĐ-AG", name: "LĐLĐ tỉnh", level: "province" },
    rootKeys: [publicHalf(ROOT_KEY)],
    threshold: 1,
    operationsKey: publicHalf(PROVINCE_KEY),
    reviewAfter: null,
  });

  it("starts at version 1 with the province and its key", () => {
    expect(first).toMatchObject({ version: 1, prev_sha256: null, province_id: PROVINCE_ID });
    expect(first.keys.map(({ unit_id, roles, status }) => [unit_id, roles, status])).toEqual([
      [PROVINCE_ID, ["unit-submit", "province-op"], "active"],
    ]);
  });

  it("has as fingerprint the SHA-256 of the canonical root", () => {
    expect(rootFingerprint(first.root)).toBe(sha256Hex(encodeCanonical(first.root)));
    expect(rootFingerprint(first.root)).not.toBe(rootFingerprint({ ...first.root, threshold: 2 }));
  });

  it("takes a unit's key into the next version", () => {
    const next = addUnitKey(first, DIGEST_A, enrolment(), UNIT);
    expect(next).toMatchObject({ version: 2, prev_sha256: DIGEST_A });
    expect(next.units.map(({ unit_id }) => unit_id)).toEqual([PROVINCE_ID, DISTRICT_ID]);
    expect(next.keys.at(-1)).toMatchObject({
      ...publicHalf(STRANGER_KEY),
      unit_id: DISTRICT_ID,
      roles: ["unit-submit"],
      status: "active",
    });
    expect(first.version).toBe(1);
  });

  it("does not take a key twice, nor a root key or a bad point as a unit's key", () => {
    const duplicate = expect.objectContaining({ code: "E_KEY_DUPLICATE" });
    const next = addUnitKey(first, DIGEST_A, enrolment(), UNIT);
    expect(() => addUnitKey(next, DIGEST_B, enrolment(), UNIT)).toThrow(duplicate);
    const ofRoot = enrolment({ spki: publicHalf(ROOT_KEY).spki });
    expect(() => addUnitKey(first, DIGEST_A, ofRoot, UNIT)).toThrow(duplicate);
    const smallOrder = Buffer.from(`302a300506032b6570032100${"00".repeat(32)}`, "hex").toString("base64");
    expect(() => addUnitKey(first, DIGEST_A, enrolment({ spki: smallOrder }), UNIT)).toThrow(
      expect.objectContaining({ code: "E_KEY_POINT" }),
    );
  });

  it("retires the key an enrolment replaces, of that unit only", () => {
    const bound = [{ instance_id: OTHER_ID, stream: "submission", max_seq: 9 }];
    const replaces = publicHalf(DISTRICT_KEY).keyid;
    const next = addUnitKey(trustList(), DIGEST_B, enrolment({ replaces }), UNIT, bound);
    expect(next.keys.find(({ keyid }) => keyid === replaces)).toMatchObject({
      status: "retired",
      accept: bound,
    });
    const ofProvince = enrolment({ replaces: publicHalf(PROVINCE_KEY).keyid });
    const untouched = addUnitKey(trustList(), DIGEST_B, ofProvince, UNIT);
    expect(untouched.keys.every(({ status }) => status === "active")).toBe(true);
  });

  it("retires and revokes", () => {
    const { keyid } = publicHalf(DISTRICT_KEY);
    expect(retireKey(trustList(), DIGEST_B, keyid, []).keys.at(-1)).toMatchObject({ status: "retired" });
    expect(revokeKey(trustList(), DIGEST_B, keyid, "mất máy", [DIGEST_A]).keys.at(-1)).toMatchObject({
      status: "revoked",
      revoked_reason: "mất máy",
      known_good: [DIGEST_A],
    });
    expect(() => retireKey(trustList(), DIGEST_B, DIGEST_A, [])).toThrow(
      expect.objectContaining({ code: "E_KEY_UNKNOWN" }),
    );
  });
});

describe("taking a list", () => {
  const held = trustList();
  const next = { ...held, version: 3, prev_sha256: DIGEST_A };

  it("the first time needs the fingerprint from paper", async () => {
    const { bytes, digest } = bundle(held);
    const right = await verifyBundle(bytes, verifierWithoutTrust(rootFingerprint(held.root)));
    expect(right).toMatchObject({ ok: true, kind: "trustlist", digest });
    expect(await verifyBundle(bytes, verifierWithoutTrust(DIGEST_A))).toMatchObject({
      ok: false,
      code: "E_TL_FINGERPRINT",
      step: "V5",
    });
    expect(await verifyBundle(bytes, verifierWithoutTrust(null))).toMatchObject({
      ok: false,
      code: "E_KEY_UNKNOWN",
    });
  });

  it("the first time needs the signature of that root as well", async () => {
    const forged = await verifyBundle(
      bundle(held, [STRANGER_KEY]).bytes,
      verifierWithoutTrust(rootFingerprint(held.root)),
    );
    expect(forged).toMatchObject({ ok: false, code: "E_KEY_UNKNOWN" });
  });

  it("named by hand tells its fingerprint", async () => {
    const { bytes, digest } = bundle(held);
    expect(await openGivenTrustList(bytes)).toEqual({
      list: held,
      digest,
      fingerprint: rootFingerprint(held.root),
    });
    await expect(openGivenTrustList(bundle(held, [STRANGER_KEY]).bytes)).rejects.toMatchObject({
      code: "E_KEY_UNKNOWN",
    });
  });

  it("later goes by version", async () => {
    expect(await codeOf(next, [ROOT_KEY], held)).toBe("accepted");
    expect(await codeOf({ ...next, version: 4, prev_sha256: DIGEST_B }, [ROOT_KEY], held)).toBe("accepted");
    expect(await codeOf({ ...next, prev_sha256: DIGEST_B }, [ROOT_KEY], held)).toBe("E_TL_FORK");
    expect(await codeOf({ ...held, units: held.units.toReversed() }, [ROOT_KEY], held)).toBe("E_TL_FORK");
    expect(await codeOf(next, [ROOT_KEY], { ...held, version: 4 })).toBe("E_TL_ROLLBACK");
  });

  it("needs root keys, as many as the threshold held", async () => {
    const two = { ...held.root, threshold: 2, keys: [ROOT_KEY, NEW_ROOTS[0] ?? ROOT_KEY].map(publicHalf) };
    const heldTwo = { ...held, root: two };
    expect(await codeOf(next, [PROVINCE_KEY], held)).toBe("E_KEY_UNKNOWN");
    expect(await codeOf({ ...next, root: two }, [ROOT_KEY], heldTwo)).toBe("E_SIG_THRESHOLD");
    expect(await codeOf({ ...next, root: two }, [ROOT_KEY, STRANGER_KEY], heldTwo)).toBe("E_SIG_THRESHOLD");
    expect(await codeOf({ ...next, root: two }, [ROOT_KEY, keyOfSeed(11)], heldTwo)).toBe("accepted");
  });

  it("of another province is refused", async () => {
    expect(await codeOf({ ...next, province_id: DISTRICT_ID }, [ROOT_KEY], held)).toBe("E_ISSUER_MISMATCH");
  });

  it("is past its review day: only a warning", async () => {
    const verifier = verifierOfTrustList(held, DIGEST_A);
    const warningsOn = async (today: string) => {
      const result = await verifyBundle(bundle(next).bytes, { ...verifier, today });
      return result.ok ? result.warnings.map(({ code }) => code) : [result.code];
    };
    expect(await warningsOn("2026-01-01")).not.toContain("W_REVIEW_OVERDUE");
    expect(await warningsOn("2026-01-02")).toContain("W_REVIEW_OVERDUE");
  });
});

describe("changing the root", () => {
  const held = trustList();
  const rotated = replaceRoot(held, DIGEST_A, NEW_ROOTS.map(publicHalf), 2);

  it("needs the old root and the threshold of the new one", async () => {
    const [a, b] = NEW_ROOTS;
    if (!a || !b) throw new Error("no keys");
    expect(await codeOf(rotated, [ROOT_KEY, a, b], held)).toBe("accepted");
    expect(await codeOf(rotated, [ROOT_KEY, a], held)).toBe("E_TL_ROOT_THRESHOLD");
    expect(await codeOf(rotated, [ROOT_KEY], held)).toBe("E_TL_ROOT_THRESHOLD");
    expect(await codeOf(rotated, [a, b], held)).toBe("E_KEY_UNKNOWN");
  });

  it("does not warn about the keys of the new root, but about others", async () => {
    const { bytes } = bundle(rotated, [ROOT_KEY, ...NEW_ROOTS, STRANGER_KEY]);
    const result = await verifyBundle(bytes, {
      ...verifierOfTrustList(held, DIGEST_A),
      replay: replayState({ listSequencesBelow: () => [1, 2] }),
    });
    expect(result.ok && result.warnings).toEqual([
      { code: "W_SIG_UNKNOWN_KEY", detail: publicHalf(STRANGER_KEY).keyid },
    ]);
  });

  it("goes one step at a time, and not silently", async () => {
    const skipped = { ...rotated, root: { ...rotated.root, version: 3 } };
    expect(await codeOf(skipped, [ROOT_KEY, ...NEW_ROOTS], held)).toBe("E_TL_ROOT_THRESHOLD");
    const silent = { ...rotated, root: { ...rotated.root, version: 1 } };
    expect(await codeOf(silent, [ROOT_KEY, ...NEW_ROOTS], held)).toBe("E_TL_ROOT_THRESHOLD");
    const back = { ...held, version: 4, prev_sha256: DIGEST_A };
    const heldRotated = {
      ...rotated,
      root: { ...rotated.root, keys: [...rotated.root.keys, publicHalf(ROOT_KEY)], threshold: 1 },
    };
    expect(await codeOf(back, [ROOT_KEY], heldRotated)).toBe("E_TL_ROLLBACK");
  });
});

describe("an enrolment", () => {
  const list = trustList();
  const verify = async (keys: Parameters<typeof writeBundle>[1], change: object = {}) => {
    const draft = enrolmentDraft(STRANGER_KEY);
    const manifest = { ...draft, enrolment: { ...draft.enrolment, ...change } };
    return verifyBundle(writeBundle({ manifest }, keys).bytes, {
      ...verifierOfTrustList(list, DIGEST_A),
      replay: replayState({ instanceStatus: () => "unknown" }),
    });
  };
  const codeOfEnrolment = async (...input: Parameters<typeof verify>) => {
    const result = await verify(...input);
    return result.ok ? "accepted" : result.code;
  };

  it("proves possession of its key and warns that nothing more is proven", async () => {
    const result = await verify([STRANGER_KEY]);
    expect(result).toMatchObject({ ok: true, kind: "enrolment", signers: [{ unitId: null }] });
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["W_ISSUER_UNCHECKED"]);
    expect(result.ok && manifestKind(result.manifest)).toBe("enrolment");
  });

  it("not signed by the key it registers is refused", async () => {
    expect(await codeOfEnrolment([DISTRICT_KEY])).toBe("E_KEY_UNKNOWN");
  });

  it("with a small-order key is refused", async () => {
    const spki = Buffer.from(`302a300506032b6570032100${"00".repeat(32)}`, "hex").toString("base64");
    expect(await codeOfEnrolment([STRANGER_KEY], { spki })).toBe("E_KEY_POINT");
  });

  it("that replaces a key is vouched for by it, when it signed too", async () => {
    const replaces = publicHalf(DISTRICT_KEY).keyid;
    const both = await verify([STRANGER_KEY, DISTRICT_KEY], { replaces });
    expect(both.ok && new Set(both.signers.map(({ unitId }) => unitId))).toEqual(
      new Set([DISTRICT_ID, null]),
    );
    expect(both.ok && both.warnings).toEqual([]);
    const alone = await verify([STRANGER_KEY], { replaces });
    expect(alone.ok && alone.warnings.map(({ code }) => code)).toEqual(["W_ISSUER_UNCHECKED"]);
  });

  it("cannot be vouched for by another unit's key", async () => {
    const replaces = publicHalf(PROVINCE_KEY).keyid;
    expect(await codeOfEnrolment([STRANGER_KEY, PROVINCE_KEY], { replaces })).toBe("E_ISSUER_MISMATCH");
  });

  it("for another unit code than its issuer's is refused", async () => {
    expect(await codeOfEnrolment([STRANGER_KEY], { unit_code: "KHÁC" })).toBe("E_ISSUER_MISMATCH");
  });
});

function manifestKind(manifest: Manifest): string {
  return manifest.kind;
}
