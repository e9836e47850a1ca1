// Steps V5, V6 and the key part of V8 (bundle.md §2.9): whose signature it is, and what that person may sign.
// Nothing here has parsed the manifest, except provisionally where the format says so (`provisional` below).
import { encodeCanonical } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { sha256Hex } from "./digest.ts";
import { checkRecipient } from "./encryption-key.ts";
import { type KeyDirectory, type KnownKey, keysOfRoot, singleKey } from "./key-directory.ts";
import { roleFor } from "./kinds.ts";
import type { Manifest } from "./manifest.ts";
import { publicKeyFromBase64 } from "./public-key.ts";
import { isSignedBy, type SignatureSet } from "./signature.ts";
import type { RootSet } from "./trust-list-schema.ts";
import type { Verifier } from "./verifier.ts";

export interface CheckedSigners {
  readonly signers: readonly KnownKey[];
  /** Signing keys nobody here knows. */
  readonly unknown: readonly string[];
}

interface KeySource {
  readonly keys: KeyDirectory;
  readonly threshold: (signers: readonly KnownKey[]) => number;
}

/**
 * Step V5.
 * @param provisional parses the manifest before its signature is known, for the two exceptions of §2.9
 * @throws {ExchangeError} E_KEY_UNKNOWN, E_SIG_INVALID, E_SIG_THRESHOLD, E_TL_FINGERPRINT, E_KEY_POINT
 */
export function checkSignatures(
  manifest: Uint8Array,
  set: SignatureSet,
  verifier: Verifier,
  provisional: () => Manifest,
): CheckedSigners {
  const source = keySourceFor(set, verifier, provisional);
  const signers: KnownKey[] = [];
  const unknown: string[] = [];
  for (const signature of set.signatures) {
    const known = source.keys.findKey(signature.keyid);
    if (known === undefined) {
      unknown.push(signature.keyid);
    } else if (isSignedBy(set.kind, manifest, signature, known.key)) {
      signers.push(known);
    } else {
      throw new ExchangeError("E_SIG_INVALID", signature.keyid);
    }
  }
  if (signers.length === 0) throw new ExchangeError("E_KEY_UNKNOWN", unknown[0] ?? null);
  if (signers.length < source.threshold(signers)) throw new ExchangeError("E_SIG_THRESHOLD");
  return { signers, unknown };
}

function keySourceFor(set: SignatureSet, verifier: Verifier, provisional: () => Manifest): KeySource {
  if (set.kind === "trustlist") return rootSource(verifier, provisional);
  if (set.kind === "enrolment") return enrolmentSource(set, verifier, provisional);
  return {
    keys: verifier.keys,
    threshold: (signers) => (set.kind === "submission" ? submissionThreshold(signers, verifier) : 1),
  };
}

function submissionThreshold(signers: readonly KnownKey[], verifier: Verifier): number {
  const unitId = signers[0]?.unitId ?? null;
  return unitId === null ? 1 : (verifier.submissionThreshold?.(unitId) ?? 1);
}

function rootSource(verifier: Verifier, provisional: () => Manifest): KeySource {
  const held = verifier.root ?? firstRoot(verifier, provisional);
  if (held !== null) return { keys: keysOfRoot(held), threshold: () => held.threshold };
  return { keys: verifier.keys, threshold: () => 1 };
}

/** The root inside a first trust list, once its fingerprint equals the one on paper. No trust on first use. */
function firstRoot(verifier: Verifier, provisional: () => Manifest): RootSet | null {
  if (verifier.firstRootFingerprint === null) return null;
  const manifest = provisional();
  if (manifest.kind !== "trustlist") throw new ExchangeError("E_KIND_MISMATCH");
  if (sha256Hex(encodeCanonical(manifest.trustlist.root)) !== verifier.firstRootFingerprint) {
    throw new ExchangeError("E_TL_FINGERPRINT");
  }
  return manifest.trustlist.root;
}

/** Its own key proves possession; the key it replaces may have signed too, which spares the visit. */
function enrolmentSource(set: SignatureSet, verifier: Verifier, provisional: () => Manifest): KeySource {
  const manifest = provisional();
  if (manifest.kind !== "enrolment") throw new ExchangeError("E_KIND_MISMATCH");
  const own = publicKeyFromBase64(manifest.enrolment.spki);
  if (manifest.enrolment.enc_recipient !== null) checkRecipient(manifest.enrolment.enc_recipient);
  if (!set.signatures.some(({ keyid }) => keyid === own.keyid))
    throw new ExchangeError("E_KEY_UNKNOWN", own.keyid);
  const keys: KeyDirectory = {
    findKey: (keyid) =>
      keyid === own.keyid
        ? singleKey(own).findKey(keyid)
        : keyid === manifest.enrolment.replaces
          ? verifier.keys.findKey(keyid)
          : undefined,
  };
  return { keys, threshold: () => 1 };
}

/**
 * Step V6.
 * @param isProcessed whether this bundle was taken in before; a revoked key does not undo that
 * @throws {ExchangeError} E_KEY_REVOKED, E_KEY_ROLE
 */
export function checkStatusAndRole(
  { signers }: CheckedSigners,
  kind: SignatureSet["kind"],
  digest: string,
  isProcessed: boolean,
): void {
  for (const { status, knownGood, key, roles } of signers) {
    if (status === "revoked" && !isProcessed && !knownGood.includes(digest)) {
      throw new ExchangeError("E_KEY_REVOKED", key.keyid);
    }
    const role = roleFor(kind);
    // Root keys are listed with no role at all, a key named by hand with roles unknown.
    const isAllowed = roles === null || (role === "root" ? roles.length === 0 : roles.includes(role));
    if (!isAllowed) {
      throw new ExchangeError("E_KEY_ROLE", key.keyid);
    }
  }
}

/**
 * The issuer named in the manifest is the unit of every known key that signed.
 * @throws {ExchangeError} E_ISSUER_MISMATCH
 */
export function checkIssuer({ signers }: CheckedSigners, manifest: Manifest): void {
  const isForeign = signers.some(({ unitId }) => unitId !== null && unitId !== manifest.issuer.unit_id);
  const isForeignList =
    manifest.kind === "trustlist" && manifest.trustlist.province_id !== manifest.issuer.unit_id;
  const isForeignForm =
    manifest.kind === "enrolment" && manifest.enrolment.unit_code !== manifest.issuer.unit_code;
  if (isForeign || isForeignList || isForeignForm) throw new ExchangeError("E_ISSUER_MISMATCH");
}

/** A retired key counts up to its last accepted number. @throws {ExchangeError} E_KEY_RETIRED */
export function checkRetired({ signers }: CheckedSigners, { issuer, stream, seq }: Manifest): void {
  for (const { status, accept, key } of signers) {
    if (status !== "retired") continue;
    const isWithin = accept.some(
      (bound) => bound.instance_id === issuer.instance_id && bound.stream === stream && seq <= bound.max_seq,
    );
    if (!isWithin) throw new ExchangeError("E_KEY_RETIRED", key.keyid);
  }
}
