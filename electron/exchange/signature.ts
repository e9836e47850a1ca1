// Signatures of a bundle (bundle.md §2.5): DSSE pre-authentication encoding over the exact manifest bytes,
// pure Ed25519. The algorithm comes from the trust list, never from the bundle.
import { type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";
import { CanonicalJsonError, decodeCanonical, encodeCanonical, type JsonValue } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { decodeBase64, encodeBase64 } from "./digest.ts";
import { type Kind, payloadTypeOf, readPayloadType } from "./kinds.ts";
import { MAX_SIGNATURES } from "./limits.ts";
import { keyObjectOf, type PublicKey, publicHalf } from "./public-key.ts";

export interface Signature {
  readonly keyid: string;
  /** 64 bytes. */
  readonly sig: Uint8Array;
}

export interface SignatureSet {
  readonly kind: Kind;
  readonly payloadType: string;
  /** Sorted by keyid, each once. */
  readonly signatures: readonly Signature[];
}

const SIGNATURE_BYTES = 64;
const FORMAT_VERSION = 1;

const SignatureFile = z.strictObject({
  payload_type: z.string().max(200),
  signatures: z
    .array(z.strictObject({ keyid: z.string().regex(/^[0-9a-f]{64}$/), sig: z.string().max(100) }))
    .min(1)
    .max(MAX_SIGNATURES),
});

/** What is signed: type and payload with their lengths in bytes, so neither can be read as part of the other. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, "utf8");
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head, "utf8"), payload]);
}

/** Signs a manifest as a bundle of this kind. @throws {ExchangeError} E_KEY_POINT when the key is not Ed25519 */
export function signManifest(kind: Kind, manifest: Uint8Array, privateKey: KeyObject): Signature {
  const { keyid } = publicHalf(privateKey);
  return { keyid, sig: sign(null, preAuthEncoding(payloadTypeOf(kind), manifest), privateKey) };
}

/** Whether this key made this signature over this manifest as a bundle of this kind. Never throws. */
export function isSignedBy(kind: Kind, manifest: Uint8Array, signature: Signature, key: PublicKey): boolean {
  if (signature.keyid !== key.keyid || signature.sig.length !== SIGNATURE_BYTES) return false;
  return verify(null, preAuthEncoding(payloadTypeOf(kind), manifest), keyObjectOf(key), signature.sig);
}

/** `signatures.json`. @throws {RangeError} on none, more than 8, or two by one key: a bug, not a user mistake */
export function encodeSignatures(kind: Kind, signatures: readonly Signature[]): Uint8Array {
  const sorted = signatures.toSorted((a, b) => (a.keyid < b.keyid ? -1 : 1));
  const isDistinct = new Set(sorted.map(({ keyid }) => keyid)).size === sorted.length;
  if (sorted.length === 0 || sorted.length > MAX_SIGNATURES || !isDistinct) {
    throw new RangeError("encodeSignatures: one to eight distinct keys");
  }
  return encodeCanonical({
    payload_type: payloadTypeOf(kind),
    signatures: sorted.map(({ keyid, sig }) => ({ keyid, sig: encodeBase64(sig) })),
  });
}

/** @throws {ExchangeError} E_SIG_FORMAT (detail), E_TYPE_UNKNOWN, E_VERSION_UNSUPPORTED */
export function decodeSignatures(bytes: Uint8Array): SignatureSet {
  const parsed = SignatureFile.safeParse(canonicalOrRefuse(bytes));
  if (!parsed.success) throw new ExchangeError("E_SIG_FORMAT", "members");
  const { payload_type: payloadType, signatures } = parsed.data;
  if (signatures.some(({ keyid }, index) => index > 0 && keyid <= (signatures[index - 1]?.keyid ?? ""))) {
    throw new ExchangeError("E_SIG_FORMAT", "order");
  }
  const decoded = signatures.map(({ keyid, sig }) => ({ keyid, sig: signatureBytes(sig) }));
  const type = readPayloadType(payloadType);
  if (type === undefined) throw new ExchangeError("E_TYPE_UNKNOWN");
  if (type.version !== FORMAT_VERSION) throw new ExchangeError("E_VERSION_UNSUPPORTED", `v${type.version}`);
  if (type.kind === undefined) throw new ExchangeError("E_TYPE_UNKNOWN");
  return { kind: type.kind, payloadType, signatures: decoded };
}

function canonicalOrRefuse(bytes: Uint8Array): JsonValue {
  try {
    return decodeCanonical(bytes);
  } catch (error) {
    if (error instanceof CanonicalJsonError) throw new ExchangeError("E_SIG_FORMAT", error.code);
    throw error;
  }
}

function signatureBytes(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  if (bytes?.length !== SIGNATURE_BYTES) throw new ExchangeError("E_SIG_FORMAT", "base64");
  return bytes;
}
