// A small province with one district, for the tests of this folder: keys from fixed seeds, so failures repeat.
// Over 300 lines because it is one world: keys, lists and bundles name each other.
import { createPrivateKey, type KeyObject } from "node:crypto";
import { gzipSync } from "node:zlib";
import { encodeCanonical, type JsonValue } from "./canonical-json.ts";
import { type ContainerEntry, writeContainer } from "./container.ts";
import { sha256Hex } from "./digest.ts";
import type { SealOptions } from "./key-file.ts";
import type { Kind } from "./kinds.ts";
import type { ManifestDraft, ManifestOf } from "./manifest.ts";
import { publicHalf } from "./public-key.ts";
import type { ReplayState } from "./replay.ts";
import { encodeSignatures, signManifest } from "./signature.ts";
import { createTrustList } from "./trust-list.ts";
import type { TrustList } from "./trust-list-schema.ts";
import { type BundleContent, type WrittenBundle, writeBundle } from "./write-bundle.ts";

/** The lowest cost a key file may have, and less for backups: what a test opens again and again. */
export const CHEAP_SEALING: SealOptions = { scryptN: 2 ** 15, backupLogN: 10 };

/** Ed25519 key whose seed is this byte 32 times. */
export function keyOfSeed(byte: number): KeyObject {
  const seed = Buffer.alloc(32, byte).toString("hex");
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, "hex");
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

export const ROOT_KEY = keyOfSeed(10);
export const PROVINCE_KEY = keyOfSeed(20);
export const DISTRICT_KEY = keyOfSeed(30);
export const STRANGER_KEY = keyOfSeed(40);

export const PROVINCE_ID = "01900000-0000-7000-8000-0000000000a0";
export const DISTRICT_ID = "01900000-0000-7000-8000-0000000000b0";
export const OTHER_ID = "01900000-0000-7000-8000-0000000000c0";
export const INSTANCE_ID = "01900000-0000-7000-8000-0000000000d0";
const PROVINCE_INSTANCE_ID = "01900000-0000-7000-8000-0000000000d1";
export const SUBMISSION_ID = "01900000-0000-7000-8000-0000000000e0";
export const BUNDLE_ID = "01900000-0000-7000-8000-0000000000f0";
export const DIGEST_A = "a".repeat(64);
export const DIGEST_B = "b".repeat(64);

export const ROWS: readonly JsonValue[] = [
  { unit: "CĐCS May Phú Tân", value: 1250 },
  { unit: "CĐCS Điện lực", value: 0 },
];

const COMMON = {
  bundle_id: BUNDLE_ID,
  created_at: "2024-06-20T03:04:05Z",
  app: { name: "so-cong-doan", version: "0.1.0", schema: 1 },
  seq: 1,
  prev: null,
  trust_list: null,
  requires: { trust_list_min: 0, format_min: 1 },
  context: null,
  totals: {},
  audit_head: null,
  crit: [],
  ext: {},
};

const DISTRICT_ISSUER = {
  unit_id: DISTRICT_ID,
  unit_code: "LĐLĐ-PT",
  unit_name: "LĐLĐ huyện Phú Tân",
  instance_id: INSTANCE_ID,
  prev_instance_id: null,
  signer_name: "Nguyễn Thị Lan",
  signer_title: "Chủ tịch",
};

const PROVINCE_ISSUER = {
  ...DISTRICT_ISSUER,
  unit_id: PROVINCE_ID,
  unit_code: "LĐLĐ-AG",
  unit_name: "LĐLĐ tỉnh",
  instance_id: PROVINCE_INSTANCE_ID,
};

const REPLY = {
  in_reply_to: {
    bundle_id: BUNDLE_ID,
    manifest_sha256: DIGEST_A,
    unit_id: DISTRICT_ID,
    instance_id: INSTANCE_ID,
    stream: "submission",
    seq: 1,
  },
  counts: {},
  totals: {},
  issues_entry: null,
  province_ledger: { seq: 7, hash: DIGEST_B },
  stream_state: { instance_id: INSTANCE_ID, last_seq: 1, missing: [] },
  trust_list_version: 1,
};

export function submissionDraft(): Omit<ManifestOf<"submission">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "submission",
    issuer: DISTRICT_ISSUER,
    audience: [PROVINCE_ID],
    stream: "submission",
    context: {
      programme_id: null,
      programme_version: null,
      programme_sha256: null,
      form_code: "half",
      period: "2024-H1",
    },
    totals: { rows: 2, value: 1250 },
    submission: { submission_id: SUBMISSION_ID, revision: 0, supersedes: null, reply_to: null },
  };
}

export function receiptDraft(): Omit<ManifestOf<"receipt">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "receipt",
    issuer: PROVINCE_ISSUER,
    audience: [DISTRICT_ID],
    stream: "province-out",
    receipt: { ...REPLY, result: "accepted" },
  };
}

export function returnDraft(): Omit<ManifestOf<"return">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "return",
    issuer: PROVINCE_ISSUER,
    audience: [DISTRICT_ID],
    stream: "province-out",
    return: {
      ...REPLY,
      result: "returned",
      submission_id: SUBMISSION_ID,
      revision: 0,
      due_date: "2024-07-10",
      issues: [],
    },
  };
}

export function programmeDraft(): Omit<ManifestOf<"programme">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "programme",
    issuer: PROVINCE_ISSUER,
    audience: ["*"],
    stream: "province-out",
    programme: {
      programme_id: OTHER_ID,
      version: 3,
      supersedes_version: 2,
      title: "Chương trình hành động",
      effective: { from: "2024-01-01", to: null },
      forms: [{ form_code: "half", schema_sha256: DIGEST_A }],
      targets_entry: null,
    },
  };
}

export function trustlistDraft(list: TrustList): Omit<ManifestOf<"trustlist">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "trustlist",
    issuer: PROVINCE_ISSUER,
    audience: ["*"],
    stream: "trust",
    seq: list.version,
    prev: list.version === 1 ? null : list.prev_sha256,
    trustlist: list,
  };
}

export function enrolmentDraft(key: KeyObject): Omit<ManifestOf<"enrolment">, "v" | "entries"> {
  return {
    ...COMMON,
    kind: "enrolment",
    issuer: DISTRICT_ISSUER,
    audience: ["*"],
    stream: "enrolment",
    enrolment: {
      unit_code: DISTRICT_ISSUER.unit_code,
      spki: publicHalf(key).spki,
      enc_recipient: null,
      replaces: null,
      device_label: "Máy phòng tài chính",
    },
  };
}

/** One of each kind, addressed to the province or to everybody. */
export function draftOfEveryKind(): Record<Kind, ManifestDraft> {
  return {
    submission: submissionDraft(),
    receipt: { ...receiptDraft(), audience: [PROVINCE_ID] },
    return: { ...returnDraft(), audience: [PROVINCE_ID] },
    programme: programmeDraft(),
    trustlist: trustlistDraft({ ...trustList(), version: 3, prev_sha256: DIGEST_A }),
    enrolment: enrolmentDraft(DISTRICT_KEY),
  };
}

/** Version 2 of a list: the province and the district, each with its key. */
export function trustList(): TrustList {
  const first = createTrustList({
    province: { unit_id: PROVINCE_ID, code: "LĐLĐ-AG", name: "LĐLĐ tỉnh", level: "province" },
    rootKeys: [publicHalf(ROOT_KEY)],
    threshold: 1,
    operationsKey: publicHalf(PROVINCE_KEY),
    reviewAfter: "2026-01-01",
  });
  return {
    ...first,
    version: 2,
    prev_sha256: DIGEST_A,
    units: [
      ...first.units,
      {
        unit_id: DISTRICT_ID,
        code: "LĐLĐ-PT",
        name: "LĐLĐ huyện Phú Tân",
        level: "district",
        parent_id: PROVINCE_ID,
        status: "active",
        predecessors: [],
        successors: [],
      },
    ],
    keys: [
      ...first.keys,
      {
        ...publicHalf(DISTRICT_KEY),
        unit_id: DISTRICT_ID,
        roles: ["unit-submit"],
        status: "active",
        accept: [],
        known_good: [],
        revoked_reason: null,
      },
    ],
  };
}

export function bundleOf(
  manifest: ManifestDraft,
  key: KeyObject,
  content: Omit<BundleContent, "manifest"> = {},
): WrittenBundle {
  return writeBundle({ ...content, manifest }, [key]);
}

/** A container signed properly over any manifest bytes at all: what a valid key can do on purpose. */
export function signedContainer(
  manifest: unknown,
  payload: readonly ContainerEntry[] = [],
  kind: Kind = "submission",
  key = DISTRICT_KEY,
): Uint8Array {
  const bytes = manifest instanceof Uint8Array ? manifest : encodeCanonical(manifest);
  return writeContainer([
    { name: "mimetype", bytes: Buffer.from("application/vnd.socongdoan+zip") },
    { name: "manifest.json", bytes },
    { name: "signatures.json", bytes: encodeSignatures(kind, [signManifest(kind, bytes, key)]) },
    ...payload,
  ]);
}

/** The manifest of a submission that holds nothing. */
export const bareManifest = (change: object = {}) => ({
  ...submissionDraft(),
  v: 1,
  entries: [],
  ...change,
});

/** A table as an entry, and what a manifest says of it. @param change what it says otherwise */
export function gzipEntry(raw: Uint8Array, change: object = {}) {
  const bytes = gzipSync(raw);
  return {
    entry: { name: "data/t.jsonl.gz", bytes },
    described: {
      path: "data/t.jsonl.gz",
      role: "table",
      media_type: "application/x-ndjson",
      size: bytes.length,
      sha256: sha256Hex(bytes),
      enc: "gzip",
      raw_size: raw.length,
      raw_sha256: sha256Hex(raw),
      rows: 1,
      schema: "t.v1",
      ...change,
    },
  };
}

/** The district's half-year report with one table and one document. */
export function submissionBundle(): WrittenBundle {
  return bundleOf(submissionDraft(), DISTRICT_KEY, {
    tables: [{ name: "entries", schema: "entries.v1", rows: ROWS }],
    documents: [
      {
        name: "bao-cao.pdf",
        mediaType: "application/pdf",
        role: "human",
        bytes: Buffer.from("%PDF-1.7 nháp"),
      },
    ],
  });
}

/** An office that remembers nothing, with every installation known; each question can be answered otherwise. */
export function replayState(answers: Partial<ReplayState> = {}): ReplayState {
  return {
    findByDigest: () => undefined,
    findBySequence: () => undefined,
    listSequencesBelow: () => [],
    instanceStatus: () => "open",
    findCurrentSubmission: () => undefined,
    isPeriodClosed: () => false,
    programmeVersion: () => undefined,
    heldTrust: () => null,
    findSent: () => undefined,
    ...answers,
  };
}
