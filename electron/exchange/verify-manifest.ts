// Step V7 and the audience part of V8 (bundle.md §2.9).
import { CanonicalJsonError, decodeCanonical, type JsonValue, stringsFit } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import type { Kind } from "./kinds.ts";
import { Manifest } from "./manifest.ts";
import { isSignedBy, type SignatureSet } from "./signature.ts";
import { checkRootStep } from "./trust-list-rules.ts";
import type { RootSet } from "./trust-list-schema.ts";
import { keysOfRoot } from "./key-directory.ts";
import type { Verifier, Warning } from "./verifier.ts";

const FORMAT_VERSION = 1;
/** Extensions this version must be told it understands: none yet. */
const UNDERSTOOD: ReadonlySet<string> = new Set();

/** Form and members only. @throws {ExchangeError} E_MANIFEST_FORMAT (detail E_JSON_*), E_MANIFEST_SCHEMA */
export function parseManifest(bytes: Uint8Array): Manifest {
  const value = canonicalOrRefuse(bytes);
  if (!stringsFit(value)) throw new ExchangeError("E_MANIFEST_SCHEMA", "string too long");
  const parsed = Manifest.safeParse(value);
  if (!parsed.success)
    throw new ExchangeError("E_MANIFEST_SCHEMA", parsed.error.issues[0]?.path.join(".") ?? null);
  return parsed.data;
}

/** @throws {ExchangeError} E_KIND_MISMATCH, E_VERSION_UNSUPPORTED, E_CRIT_UNKNOWN, E_TL_STALE */
export function checkManifest(manifest: Manifest, kind: Kind, verifier: Verifier): Warning[] {
  if (manifest.kind !== kind) throw new ExchangeError("E_KIND_MISMATCH");
  if (manifest.v !== FORMAT_VERSION) throw new ExchangeError("E_VERSION_UNSUPPORTED", `v${manifest.v}`);
  const unknown = manifest.crit.find((name) => !UNDERSTOOD.has(name));
  if (unknown !== undefined) throw new ExchangeError("E_CRIT_UNKNOWN", unknown);
  const { trust_list_min: least, format_min: format } = manifest.requires;
  if (format > FORMAT_VERSION) throw new ExchangeError("E_VERSION_UNSUPPORTED", `v${format}`);
  // A trust list is itself the cure for an old one.
  if (manifest.kind === "trustlist" || least === 0) return [];
  if (verifier.heldTrust === null) return [{ code: "W_TRUST_UNCHECKED", detail: `${least}` }];
  if (least > verifier.heldTrust.version) throw new ExchangeError("E_TL_STALE", `version ${least}`);
  return [];
}

/**
 * A new root signs for itself as well as being signed by the old one.
 * @throws {ExchangeError} E_TL_ROOT_THRESHOLD, E_TL_ROLLBACK, E_SIG_INVALID
 */
export function checkRootRotation(
  manifest: Manifest,
  bytes: Uint8Array,
  set: SignatureSet,
  held: RootSet | null,
): void {
  if (manifest.kind !== "trustlist" || held === null) return;
  checkRootStep(manifest.trustlist.root, held, (root) => countSigned(root, bytes, set));
}

/** @throws {ExchangeError} E_AUDIENCE */
export function checkAudience(manifest: Manifest, ownUnitId: string | null): Warning[] {
  if (manifest.audience.includes("*")) return [];
  if (ownUnitId === null) return [{ code: "W_AUDIENCE_UNCHECKED", detail: null }];
  if (!manifest.audience.includes(ownUnitId)) throw new ExchangeError("E_AUDIENCE");
  return [];
}

function canonicalOrRefuse(bytes: Uint8Array): JsonValue {
  try {
    return decodeCanonical(bytes);
  } catch (error) {
    if (error instanceof CanonicalJsonError) throw new ExchangeError("E_MANIFEST_FORMAT", error.code);
    throw error;
  }
}

function countSigned(root: RootSet, manifest: Uint8Array, set: SignatureSet): number {
  const keys = keysOfRoot(root);
  return set.signatures.filter((signature) => {
    const known = keys.findKey(signature.keyid);
    if (known === undefined) return false;
    if (isSignedBy("trustlist", manifest, signature, known.key)) return true;
    throw new ExchangeError("E_SIG_INVALID", signature.keyid);
  }).length;
}
