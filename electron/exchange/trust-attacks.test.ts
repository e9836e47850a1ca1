// What somebody might try against the trust list and its keys, each with the one code that refuses it
// (bundle.md §2.5–2.7, TUF §5.3 and §6.1).
// Over 300 lines because it is one list of attacks.
import type { KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeBech32 } from "./bech32.ts";
import { generateEncryptionKey } from "./encryption-key.ts";
import type { ManifestDraft, ManifestOf } from "./manifest.ts";
import { publicHalf } from "./public-key.ts";
import {
  DIGEST_A,
  DIGEST_B,
  DISTRICT_ID,
  DISTRICT_KEY,
  enrolmentDraft,
  INSTANCE_ID,
  keyOfSeed,
  OTHER_ID,
  PROVINCE_ID,
  PROVINCE_KEY,
  receiptDraft,
  replayState,
  ROOT_KEY,
  STRANGER_KEY,
  submissionDraft,
  trustList,
  trustlistDraft,
} from "./test-fixtures.ts";
import {
  addUnitKey,
  createTrustList,
  endRecipient,
  renewTrustList,
  replaceRoot,
  retireKey,
  revokeKey,
  rootFingerprint,
} from "./trust-list.ts";
import type { TrustList } from "./trust-list-schema.ts";
import { type Verifier, verifierOfTrustList, verifierWithoutTrust } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { type WrittenBundle, writeBundle } from "./write-bundle.ts";

const LIST = trustList();
const DISTRICT_KEYID = publicHalf(DISTRICT_KEY).keyid;
const SMALL_ORDER = Buffer.from(`302a300506032b6570032100${"00".repeat(32)}`, "hex").toString("base64");

const officeWith = (list: TrustList, ownUnitId: string = PROVINCE_ID): Verifier => ({
  ...verifierOfTrustList(list, DIGEST_A),
  ownUnitId,
  replay: replayState({ heldTrust: () => ({ version: list.version, digest: DIGEST_A }) }),
});

async function refusal(bundle: WrittenBundle, verifier: Verifier): Promise<string> {
  const result = await verifyBundle(bundle.bytes, verifier);
  return result.ok ? "accepted" : `${result.step} ${result.code}`;
}

const signedBy = (manifest: ManifestDraft, ...keys: KeyObject[]) => writeBundle({ manifest }, keys);
const submission = (seq = 1) =>
  signedBy({ ...submissionDraft(), seq, prev: seq === 1 ? null : DIGEST_A }, DISTRICT_KEY);

describe("keys of units", () => {
  it("a small-order key inside a trust list: E_KEY_POINT", async () => {
    const keys = LIST.keys.map((key) => (key.keyid === DISTRICT_KEYID ? { ...key, spki: SMALL_ORDER } : key));
    expect(await refusal(submission(), officeWith({ ...LIST, keys }))).toBe("V5 E_KEY_POINT");
  });

  it("a small-order root key: E_KEY_POINT", async () => {
    const root = { ...LIST.root, keys: LIST.root.keys.map((key) => ({ ...key, spki: SMALL_ORDER })) };
    const next = { ...LIST, version: 3, prev_sha256: DIGEST_A };
    expect(await refusal(signedBy(trustlistDraft(next), ROOT_KEY), officeWith({ ...LIST, root }))).toBe(
      "V5 E_KEY_POINT",
    );
  });

  it("a small-order encryption key in an enrolment: E_KEY_POINT", async () => {
    const draft = enrolmentDraft(STRANGER_KEY);
    for (const recipient of [encodeBech32("age", Buffer.alloc(32)), "age1notbech32"]) {
      const manifest = { ...draft, enrolment: { ...draft.enrolment, enc_recipient: recipient } };
      expect(await refusal(signedBy(manifest, STRANGER_KEY), officeWith(LIST))).toBe("V5 E_KEY_POINT");
    }
  });

  it("the threshold of dual control not reached: E_SIG_THRESHOLD", async () => {
    const dual: Verifier = { ...officeWith(LIST), submissionThreshold: () => 2 };
    expect(await refusal(submission(), dual)).toBe("V5 E_SIG_THRESHOLD");
  });

  it("a unit's key signing a receipt: E_KEY_ROLE", async () => {
    expect(await refusal(signedBy(receiptDraft(), DISTRICT_KEY), officeWith(LIST, DISTRICT_ID))).toBe(
      "V6 E_KEY_ROLE",
    );
  });

  it("a submission meant for another province: E_AUDIENCE", async () => {
    expect(await refusal(submission(), officeWith(LIST, OTHER_ID))).toBe("V8 E_AUDIENCE");
  });

  it("a unit speaking for another unit: E_ISSUER_MISMATCH", async () => {
    const draft = submissionDraft();
    const foreign = { ...draft, issuer: { ...draft.issuer, unit_id: OTHER_ID } };
    expect(await refusal(signedBy(foreign, DISTRICT_KEY), officeWith(LIST))).toBe("V8 E_ISSUER_MISMATCH");
  });

  it("a retired key after its last number: E_KEY_RETIRED", async () => {
    const bound = [{ instance_id: INSTANCE_ID, stream: "submission", max_seq: 2 }];
    const office = officeWith(retireKey(LIST, DIGEST_A, DISTRICT_KEYID, bound));
    expect(await refusal(submission(2), office)).toBe("accepted");
    expect(await refusal(submission(3), office)).toBe("V8 E_KEY_RETIRED");
  });

  it("a revoked key, whatever time the bundle claims: E_KEY_REVOKED", async () => {
    const office = officeWith(revokeKey(LIST, DIGEST_A, DISTRICT_KEYID, "mất máy", []));
    const early = { ...submissionDraft(), created_at: "2001-01-01T00:00:00Z" };
    expect(await refusal(signedBy(early, DISTRICT_KEY), office)).toBe("V6 E_KEY_REVOKED");
  });

  it("a replaced key keeps only what it sent before; the new one speaks for the unit", async () => {
    const encryption = await generateEncryptionKey();
    const enrolment = enrolmentOf({ replaces: DISTRICT_KEYID, enc_recipient: encryption.recipient });
    const bound = [{ instance_id: INSTANCE_ID, stream: "submission", max_seq: 1 }];
    const list = addUnitKey(LIST, DIGEST_A, enrolment, UNIT, bound);
    const office = officeWith(list);
    expect(await refusal(submission(1), office)).toBe("accepted");
    expect(await refusal(submission(2), office)).toBe("V8 E_KEY_RETIRED");
    const draft = submissionDraft();
    const renewed = { ...draft, issuer: { ...draft.issuer, instance_id: OTHER_ID } };
    expect(await refusal(signedBy(renewed, STRANGER_KEY), office)).toBe("accepted");
    expect(list.enc_keys).toEqual([
      { recipient: encryption.recipient, unit_id: DISTRICT_ID, status: "active" },
    ]);
    expect(endRecipient(list, DIGEST_B, encryption.recipient, "revoked").enc_keys[0]?.status).toBe("revoked");
  });

  it("an encryption key of another unit, or a bad one, never gets into the list", async () => {
    const { recipient } = await generateEncryptionKey();
    const foreign = {
      ...LIST,
      enc_keys: [{ recipient, unit_id: PROVINCE_ID, status: "active" as const }],
    };
    const duplicate = expect.objectContaining({ code: "E_KEY_DUPLICATE" });
    expect(() => addUnitKey(foreign, DIGEST_A, enrolmentOf({ enc_recipient: recipient }), UNIT)).toThrow(
      duplicate,
    );
    expect(() => addUnitKey(LIST, DIGEST_A, enrolmentOf({ enc_recipient: "age1qqq" }), UNIT)).toThrow(
      expect.objectContaining({ code: "E_KEY_POINT" }),
    );
    const kept = { ...LIST, enc_keys: [{ recipient, unit_id: DISTRICT_ID, status: "active" as const }] };
    expect(addUnitKey(kept, DIGEST_A, enrolmentOf({ enc_recipient: recipient }), UNIT).enc_keys).toEqual(
      kept.enc_keys,
    );
  });
});

describe("the list itself", () => {
  const next = { ...LIST, version: 3, prev_sha256: DIGEST_A };

  it("an older list offered again (rollback): E_TL_ROLLBACK", async () => {
    const office = officeWith({ ...LIST, version: 5 });
    expect(await refusal(signedBy(trustlistDraft(next), ROOT_KEY), office)).toBe("V11 E_TL_ROLLBACK");
  });

  it("two lists of one number (fork): E_TL_FORK", async () => {
    const held = officeWith(next);
    const other = { ...next, units: next.units.toReversed() };
    expect(await refusal(signedBy(trustlistDraft(other), ROOT_KEY), held)).toBe("V11 E_TL_FORK");
  });

  it("a newer list kept from us (freeze) shows at the next bundle that names it: E_TL_STALE", async () => {
    const aware = { ...receiptDraft(), requires: { trust_list_min: 3, format_min: 1 } };
    const office = officeWith(LIST, DISTRICT_ID);
    expect(await refusal(signedBy(aware, PROVINCE_KEY), office)).toBe("V7 E_TL_STALE");
  });

  it("too few root keys: E_SIG_THRESHOLD; none: E_KEY_UNKNOWN", async () => {
    const two = { ...LIST.root, threshold: 2, keys: [ROOT_KEY, keyOfSeed(11)].map(publicHalf) };
    const office = officeWith({ ...LIST, root: two });
    const list = { ...next, root: two };
    expect(await refusal(signedBy(trustlistDraft(list), ROOT_KEY), office)).toBe("V5 E_SIG_THRESHOLD");
    expect(await refusal(signedBy(trustlistDraft(list), PROVINCE_KEY), office)).toBe("V5 E_KEY_UNKNOWN");
  });

  it("one key listed twice does not make two: E_MANIFEST_SCHEMA for the list that says so", () => {
    const twice = { ...LIST.root, threshold: 2, keys: [publicHalf(ROOT_KEY), publicHalf(ROOT_KEY)] };
    expect(() => signedBy(trustlistDraft({ ...next, root: twice }), ROOT_KEY)).toThrow("duplicate root key");
  });

  it("a first list whose root is not the one on paper: E_TL_FINGERPRINT", async () => {
    const forged = createTrustList({
      province: { unit_id: PROVINCE_ID, code: "LĐLĐ-AG", name: "LĐLĐ tỉnh", level: "province" },
      rootKeys: [publicHalf(STRANGER_KEY)],
      threshold: 1,
      operationsKey: publicHalf(PROVINCE_KEY),
      reviewAfter: null,
    });
    const paper = verifierWithoutTrust(rootFingerprint(LIST.root));
    expect(await refusal(signedBy(trustlistDraft(forged), STRANGER_KEY), paper)).toBe("V5 E_TL_FINGERPRINT");
  });

  it("a list of another province under our root: E_ISSUER_MISMATCH", async () => {
    const foreign = { ...next, province_id: OTHER_ID };
    expect(await refusal(signedBy(trustlistDraft(foreign), ROOT_KEY), officeWith(LIST))).toBe(
      "V8 E_ISSUER_MISMATCH",
    );
  });
});

describe("the walk over older lists", () => {
  // Root 1 → 2 → 3 → 4, each with two keys of which both must sign, and a last list that ships the three steps.
  const rootKeys = (version: number) => [keyOfSeed(100 + version), keyOfSeed(120 + version)];
  const publicRoots = (version: number) => rootKeys(version).map(publicHalf);
  const first: TrustList = {
    ...LIST,
    root: {
      ...LIST.root,
      threshold: 2,
      keys: publicRoots(1).toSorted((a, b) => (a.keyid < b.keyid ? -1 : 1)),
    },
  };
  const listBundle = (list: TrustList, keys: readonly KeyObject[], roots: readonly Uint8Array[] = []) =>
    writeBundle({ manifest: trustlistDraft(list), roots }, keys);

  const steps: { list: TrustList; bundle: WrittenBundle }[] = [];
  let list = first;
  let digest = listBundle(first, rootKeys(1)).digest;
  for (const version of [2, 3, 4]) {
    list = replaceRoot(list, digest, publicRoots(version), 2);
    const bundle = listBundle(list, [...rootKeys(version - 1), ...rootKeys(version)]);
    steps.push({ list, bundle });
    digest = bundle.digest;
  }
  const newest = renewTrustList(list, digest, "2027-01-01");
  const chain = steps.map(({ bundle }) => bundle.bytes);
  const shipped = (roots: readonly Uint8Array[], keys = rootKeys(4)) => listBundle(newest, keys, roots);
  const [one, two, three] = chain;
  if (!one || !two || !three) throw new Error("three steps");
  const office = (held: TrustList): Verifier => verifierOfTrustList(held, DIGEST_A);
  const details = async (bundle: WrittenBundle, held: TrustList = first) => {
    const result = await verifyBundle(bundle.bytes, office(held));
    return result.ok ? "accepted" : `${result.code} ${result.detail ?? ""}`.trim();
  };

  it("brings an office forward from any root it may hold", async () => {
    for (const held of [first, ...steps.map((step) => step.list)]) {
      expect(await refusal(shipped(chain), office(held)), `root ${held.root.version}`).toBe("accepted");
    }
  });

  it("accepts the new list with its own keys known and no warning about them", async () => {
    const result = await verifyBundle(shipped(chain).bytes, office(first));
    expect(result.ok && result.signers).toHaveLength(2);
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(["W_REPLAY_UNCHECKED"]);
  });

  it("without the steps, or with one missing, the new keys stay unknown", async () => {
    expect(await details(shipped([]))).toMatch(/^E_KEY_UNKNOWN/);
    expect(await details(shipped([two, three]))).toMatch(/^E_KEY_UNKNOWN roots\/1\.goi/);
    expect(await details(shipped([one, three]))).toMatch(/^E_KEY_UNKNOWN roots\/2\.goi/);
    expect(await details(shipped([one, two]))).toMatch(/^E_KEY_UNKNOWN|^E_TL_ROOT_THRESHOLD/);
    expect(await details(shipped([one]))).toMatch(/^E_KEY_UNKNOWN/);
  });

  it("in the wrong order is refused", async () => {
    expect(await details(shipped([two, one, three]))).toMatch(/^E_KEY_UNKNOWN roots\/1\.goi/);
  });

  it("with a step that the new root did not sign is refused", async () => {
    const second = steps[1]?.list;
    if (!second) throw new Error("no list");
    const half = listBundle(second, [...rootKeys(2), ...rootKeys(3).slice(0, 1)]);
    expect(await details(shipped([one, half.bytes, three]))).toBe("E_TL_ROOT_THRESHOLD roots/2.goi");
  });

  it("with a step that too few of the old root signed is refused", async () => {
    const second = steps[1]?.list;
    if (!second) throw new Error("no list");
    const half = listBundle(second, [...rootKeys(2).slice(0, 1), ...rootKeys(3)]);
    expect(await details(shipped([one, half.bytes, three]))).toBe("E_SIG_THRESHOLD roots/2.goi");
  });

  it("with a damaged step is refused with the code of the damage", async () => {
    const bad = Buffer.from(two);
    bad.writeUInt8(bad.readUInt8(200) ^ 1, 200);
    expect(await details(shipped([one, bad, three]))).toMatch(
      /^E_(ZIP_NONCANONICAL|SIG_INVALID) roots\/2\.goi/,
    );
  });

  it("with something else in place of a step is refused", async () => {
    expect(await details(shipped([submission().bytes, two, three]))).toBe("E_KIND_MISMATCH roots/1.goi");
  });

  it("with lists that ship lists themselves is refused", async () => {
    const second = steps[1]?.list;
    if (!second) throw new Error("no list");
    const nested = listBundle(second, [...rootKeys(2), ...rootKeys(3)], [one]);
    expect(await details(shipped([one, nested.bytes, three]))).toBe("E_ENTRY_SET roots/2.goi: nested");
  });

  it("with list numbers that do not rise is refused", async () => {
    const second = steps[1]?.list;
    if (!second) throw new Error("no list");
    const backdated = listBundle({ ...second, version: 3 }, [...rootKeys(2), ...rootKeys(3)]);
    expect(await details(shipped([one, backdated.bytes, three]))).toBe("E_TL_ROLLBACK roots/2.goi");
    expect(await details(shipped(chain), { ...first, version: 3 })).toBe("E_TL_ROLLBACK roots/1.goi");
  });

  it("does not help a forged list: the last step must be the newest list's own root", async () => {
    expect(await details(shipped(chain, rootKeys(3)))).toMatch(/^E_KEY_UNKNOWN/);
    expect(await details(shipped(chain, rootKeys(4).slice(0, 1)))).toBe("E_SIG_THRESHOLD");
  });

  it("takes at most fifty steps", () => {
    expect(() => shipped(Array.from({ length: 51 }, () => one))).toThrow(
      expect.objectContaining({ code: "E_ZIP_COUNT" }),
    );
  });
});

const UNIT = { code: "LĐLĐ-PT", name: "LĐLĐ huyện Phú Tân", level: "district", parent_id: PROVINCE_ID };

function enrolmentOf(change: Partial<ManifestOf<"enrolment">["enrolment"]>): ManifestOf<"enrolment"> {
  const draft = enrolmentDraft(STRANGER_KEY);
  return { ...draft, v: 1, entries: [], enrolment: { ...draft.enrolment, ...change } };
}
