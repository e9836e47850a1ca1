// Where verification finds keys: a trust list, or one public key somebody named by hand.
import type { Role } from "./kinds.ts";
import { type PublicKey, publicKeyFromBase64 } from "./public-key.ts";
import type { AcceptBound, RootSet, TrustList } from "./trust-list-schema.ts";

export interface KnownKey {
  readonly key: PublicKey;
  /** Null when the key came alone and nobody vouches for whose it is. */
  readonly unitId: string | null;
  /** Null when nobody vouches for what it may sign; empty for root keys, which sign trust lists only. */
  readonly roles: readonly Role[] | null;
  readonly status: "active" | "retired" | "revoked";
  readonly accept: readonly AcceptBound[];
  readonly knownGood: readonly string[];
}

export interface KeyDirectory {
  /** The key of this id. @throws {ExchangeError} E_KEY_POINT when the list holds a key that is no good point */
  findKey(keyid: string): KnownKey | undefined;
}

/** Keys of a trust list, its root keys included. Each point is checked once for as long as the list is held. */
export function keysOfTrustList(list: TrustList): KeyDirectory {
  const known = DIRECTORIES.get(list) ?? directoryOf(list);
  DIRECTORIES.set(list, known);
  return known;
}

const DIRECTORIES = new WeakMap<TrustList, KeyDirectory>();

function directoryOf(list: TrustList): KeyDirectory {
  const root = keysOfRoot(list.root);
  const found = new Map<string, KnownKey>();
  const open = (keyid: string): KnownKey | undefined => {
    const listed = list.keys.find((key) => key.keyid === keyid);
    if (listed === undefined) return root.findKey(keyid);
    return {
      key: checked(listed),
      unitId: listed.unit_id,
      roles: listed.roles,
      status: listed.status,
      accept: listed.accept,
      knownGood: listed.known_good,
    };
  };
  return {
    findKey(keyid) {
      const key = found.get(keyid) ?? open(keyid);
      if (key) found.set(keyid, key);
      return key;
    },
  };
}

export function keysOfRoot(root: RootSet): KeyDirectory {
  return {
    findKey(keyid) {
      const listed = root.keys.find((key) => key.keyid === keyid);
      return listed && { ...bare(checked(listed)), roles: [] };
    },
  };
}

/** One public key named by hand: it proves who signed only as far as the person trusts the key. */
export function singleKey(key: PublicKey): KeyDirectory {
  return { findKey: (keyid) => (keyid === key.keyid ? bare(key) : undefined) };
}

function bare(key: PublicKey): KnownKey {
  return { key, unitId: null, roles: null, status: "active", accept: [], knownGood: [] };
}

function checked(listed: { readonly keyid: string; readonly spki: string }): PublicKey {
  const key = publicKeyFromBase64(listed.spki);
  // A list whose keyid does not belong to its key would let one key answer for another.
  return { ...key, keyid: key.keyid === listed.keyid ? key.keyid : "" };
}
