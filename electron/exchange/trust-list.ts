// Making and changing the trust list (bundle.md §2.7). Pure: each change gives the next version, to be signed
// by the root keys as a bundle of kind `trustlist`. What a reader accepts is in trust-list-rules.ts.
import { encodeCanonical } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { sha256Hex } from "./digest.ts";
import { checkRecipient } from "./encryption-key.ts";
import type { Role } from "./kinds.ts";
import type { ManifestOf } from "./manifest.ts";
import { type PublicKey, publicKeyFromBase64 } from "./public-key.ts";
import {
  type AcceptBound,
  type RootSet,
  type TrustKey,
  TrustList,
  type TrustUnit,
} from "./trust-list-schema.ts";

/** Fingerprint of a root set as printed on the official paper: SHA-256 of its canonical JSON, lower hex. */
export function rootFingerprint(root: RootSet): string {
  return sha256Hex(encodeCanonical(root));
}

interface NewTrustList {
  readonly province: Pick<TrustUnit, "unit_id" | "code" | "name" | "level">;
  readonly rootKeys: readonly PublicKey[];
  /** How many root keys must sign, 1 … number of root keys. */
  readonly threshold: number;
  /** The province's own signing key; it is not a root key. */
  readonly operationsKey: PublicKey;
  /** Day from which readers are reminded to ask for a newer list, `YYYY-MM-DD`; null for never. */
  readonly reviewAfter: string | null;
}

/** Version 1, with the province itself as the only unit. @throws {ExchangeError} E_KEY_POINT, E_KEY_DUPLICATE */
export function createTrustList(input: NewTrustList): TrustList {
  const unit = { ...input.province, parent_id: null };
  return checkedList({
    province_id: unit.unit_id,
    version: 1,
    prev_sha256: null,
    root: {
      version: 1,
      threshold: input.threshold,
      keys: input.rootKeys.map(listedKey).sort((a, b) => (a.keyid < b.keyid ? -1 : 1)),
    },
    units: [newUnit(unit)],
    keys: [newKey(input.operationsKey, unit.unit_id, ["unit-submit", "province-op"])],
    enc_keys: [],
    review_after: input.reviewAfter,
  });
}

/**
 * The next version with a unit's key in it.
 *
 * @param list   the newest list
 * @param digest identity of the bundle that carried it
 * @param enrolment a *verified* enrolment whose keyid an operator has compared with the signed paper
 * @param unit   the unit as the province names it; a unit already listed keeps the name it has there
 * @param replaced how far bundles of the key named by `enrolment.replaces` still count; that key becomes retired. Null
 *   leaves it: only the old key's own signature, or an operator who asked, may retire it.
 * @throws {ExchangeError} E_KEY_DUPLICATE when the key is already listed; E_KEY_POINT
 */
export function addUnitKey(
  list: TrustList,
  digest: string,
  enrolment: ManifestOf<"enrolment">,
  unit: Pick<TrustUnit, "code" | "name" | "level" | "parent_id">,
  replaced: readonly AcceptBound[] | null = null,
): TrustList {
  const key = publicKeyFromBase64(enrolment.enrolment.spki);
  const unitId = enrolment.issuer.unit_id;
  const recipient = enrolment.enrolment.enc_recipient;
  const kept = list.units.find(({ unit_id }) => unit_id === unitId);
  return nextVersion(list, digest, {
    units: [
      ...list.units.filter(({ unit_id }) => unit_id !== unitId),
      kept ?? newUnit({ ...unit, unit_id: unitId }),
    ],
    keys: [
      ...list.keys.map((listed) =>
        replaced !== null &&
        listed.keyid === enrolment.enrolment.replaces &&
        listed.unit_id === unitId &&
        listed.status === "active"
          ? { ...listed, status: "retired" as const, accept: [...replaced] }
          : listed,
      ),
      // Operator keys are made with the list itself: no enrolment can ask to be one.
      newKey(key, unitId, ["unit-submit"]),
    ],
    enc_keys: recipient === null ? list.enc_keys : withRecipient(list, recipient, unitId),
  });
}

/** The next version with a key retired: its bundles count up to `accept` and no further. */
export function retireKey(
  list: TrustList,
  digest: string,
  keyid: string,
  accept: readonly AcceptBound[],
): TrustList {
  return changeKey(list, digest, keyid, { status: "retired", accept: [...accept] });
}

/** The next version with a key revoked: only what is in `knownGood`, or was already taken in, still counts. */
export function revokeKey(
  list: TrustList,
  digest: string,
  keyid: string,
  reason: string,
  knownGood: readonly string[],
): TrustList {
  return changeKey(list, digest, keyid, {
    status: "revoked",
    revoked_reason: reason,
    known_good: [...knownGood],
  });
}

/**
 * The next version with another signing key of the province itself; the one before is retired.
 * @param accept how far its receipts, returns and programmes still count
 */
export function replaceOperationsKey(
  list: TrustList,
  digest: string,
  keyid: string,
  next: PublicKey,
  accept: readonly AcceptBound[],
): TrustList {
  const retired = retireKey(list, digest, keyid, accept);
  return checkedList({
    ...retired,
    keys: [...retired.keys, newKey(next, list.province_id, ["unit-submit", "province-op"])],
  });
}

/** The next version with an encryption key retired or revoked: nothing more is encrypted to it. */
export function endRecipient(
  list: TrustList,
  digest: string,
  recipient: string,
  status: "retired" | "revoked",
): TrustList {
  if (!list.enc_keys.some((key) => key.recipient === recipient)) throw new ExchangeError("E_KEY_UNKNOWN");
  return nextVersion(list, digest, {
    enc_keys: list.enc_keys.map((key) => (key.recipient === recipient ? { ...key, status } : key)),
  });
}

/**
 * The next version with nothing changed but the day of review: to ship the older lists of {@link replaceRoot} to
 * offices several roots behind, because a list that is itself shipped may not ship others.
 */
export function renewTrustList(list: TrustList, digest: string, reviewAfter: string | null): TrustList {
  return nextVersion(list, digest, { review_after: reviewAfter });
}

/** The next version with another root set, whose version rises by one. Signed by old *and* new root keys. */
export function replaceRoot(
  list: TrustList,
  digest: string,
  rootKeys: readonly PublicKey[],
  threshold: number,
): TrustList {
  const keys = rootKeys.map(listedKey).sort((a, b) => (a.keyid < b.keyid ? -1 : 1));
  return nextVersion(list, digest, { root: { version: list.root.version + 1, threshold, keys } });
}

function withRecipient(list: TrustList, recipient: string, unitId: string): TrustList["enc_keys"] {
  checkRecipient(recipient);
  const listed = list.enc_keys.find((key) => key.recipient === recipient);
  if (listed === undefined) return [...list.enc_keys, { recipient, unit_id: unitId, status: "active" }];
  // A computer that registers a new signing key may keep its encryption key, but not one of another unit or one ended.
  if (listed.unit_id !== unitId || listed.status !== "active") throw new ExchangeError("E_KEY_DUPLICATE");
  return list.enc_keys;
}

function changeKey(list: TrustList, digest: string, keyid: string, change: Partial<TrustKey>): TrustList {
  if (!list.keys.some((key) => key.keyid === keyid)) throw new ExchangeError("E_KEY_UNKNOWN");
  return nextVersion(list, digest, {
    keys: list.keys.map((key) => (key.keyid === keyid ? { ...key, ...change } : key)),
  });
}

function nextVersion(list: TrustList, digest: string, change: Partial<TrustList>): TrustList {
  return checkedList({ ...list, ...change, version: list.version + 1, prev_sha256: digest });
}

function checkedList(list: TrustList): TrustList {
  const keyids = [...list.keys, ...list.root.keys].map(({ keyid }) => keyid);
  if (new Set(keyids).size !== keyids.length) throw new ExchangeError("E_KEY_DUPLICATE");
  return TrustList.parse(list);
}

/** Checks the point again: a key object can have been put together by hand. */
function listedKey(key: PublicKey): PublicKey {
  return publicKeyFromBase64(key.spki);
}

function newKey(key: PublicKey, unitId: string, roles: Role[]): TrustKey {
  return {
    ...listedKey(key),
    unit_id: unitId,
    roles,
    status: "active",
    accept: [],
    known_good: [],
    revoked_reason: null,
  };
}

function newUnit(unit: Pick<TrustUnit, "unit_id" | "code" | "name" | "level" | "parent_id">): TrustUnit {
  return { ...unit, status: "active", predecessors: [], successors: [] };
}
