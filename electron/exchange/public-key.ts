// Ed25519 public keys (bundle.md §2.5–2.6). Libraries disagree on small-order points: one and the same signature
// verified 64 of 64 messages in one and 0 of 64 in another (security.md §0.7). Such keys never get in (K6).
import { createPublicKey, type KeyObject } from "node:crypto";
import { ExchangeError } from "./codes.ts";
import { decodeBase64, encodeBase64, sha256Hex } from "./digest.ts";

export interface PublicKey {
  /** SHA-256 of the SubjectPublicKeyInfo DER, lower hex. */
  readonly keyid: string;
  readonly alg: "ed25519";
  /** SubjectPublicKeyInfo, base64 DER. */
  readonly spki: string;
}

const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");
const RAW_BYTES = 32;
/** Field prime of Curve25519. */
const P = 2n ** 255n - 19n;
/** Edwards curve constant −121665/121666 mod P. */
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
/** y of one point of order 8; the others differ in sign only. */
const ORDER_8_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** y of all eight points whose order divides 8, whatever the sign of x. */
const SMALL_ORDER_Y: readonly bigint[] = [0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y];

/**
 * The key inside a SubjectPublicKeyInfo.
 * @throws {ExchangeError} E_KEY_POINT when it is not Ed25519, not canonical, not on the curve or of small order
 */
export function publicKeyOf(spki: Uint8Array): PublicKey {
  const der = Buffer.from(spki.buffer, spki.byteOffset, spki.byteLength);
  const prefix = der.subarray(0, SPKI_PREFIX.length);
  if (der.length !== SPKI_PREFIX.length + RAW_BYTES || !prefix.equals(SPKI_PREFIX)) {
    throw new ExchangeError("E_KEY_POINT", "not Ed25519");
  }
  checkPoint(der.subarray(SPKI_PREFIX.length));
  return { keyid: sha256Hex(der), alg: "ed25519", spki: encodeBase64(der) };
}

/** {@link publicKeyOf} for base64. @throws {ExchangeError} E_KEY_POINT */
export function publicKeyFromBase64(spki: string): PublicKey {
  const der = decodeBase64(spki);
  if (der === undefined) throw new ExchangeError("E_KEY_POINT", "base64");
  return publicKeyOf(der);
}

/** {@link publicKeyOf} for a PEM file. @throws {ExchangeError} E_KEY_POINT, also for a private key */
export function publicKeyFromPem(pem: string): PublicKey {
  const body = /^\s*-----BEGIN PUBLIC KEY-----\s+([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(
    pem,
  )?.[1];
  if (body === undefined) throw new ExchangeError("E_KEY_POINT", "not a public key PEM");
  return publicKeyFromBase64(body.replace(/\s/g, ""));
}

/** The key as PEM, as `openssl pkey -pubin` reads it. */
export function pemOf(key: PublicKey): string {
  return `-----BEGIN PUBLIC KEY-----\n${key.spki}\n-----END PUBLIC KEY-----\n`;
}

/** The public half of a key pair: worked out once, whoever signs asks again for each bundle. @throws {ExchangeError} E_KEY_POINT */
export function publicHalf(privateKey: KeyObject): PublicKey {
  const known =
    HALVES.get(privateKey) ??
    publicKeyOf(createPublicKey(privateKey).export({ format: "der", type: "spki" }));
  HALVES.set(privateKey, known);
  return known;
}

const HALVES = new WeakMap<KeyObject, PublicKey>();

/** The key in the form node:crypto takes. */
export function keyObjectOf(key: PublicKey): KeyObject {
  return createPublicKey({ key: Buffer.from(key.spki, "base64"), format: "der", type: "spki" });
}

function checkPoint(raw: Uint8Array): void {
  const littleEndian = BigInt(`0x${Buffer.from(raw).reverse().toString("hex")}`);
  const y = littleEndian & (2n ** 255n - 1n);
  if (y >= P) throw new ExchangeError("E_KEY_POINT", "not canonical");
  if (SMALL_ORDER_Y.includes(y)) throw new ExchangeError("E_KEY_POINT", "small order");
  const u = modulo(y * y - 1n);
  const v = modulo(D * y * y + 1n);
  // x² = u/v; a square exactly when (u·v)^((P−1)/2) is 1.
  if (power(modulo(u * v), (P - 1n) / 2n) !== 1n) throw new ExchangeError("E_KEY_POINT", "not on the curve");
}

function modulo(value: bigint): bigint {
  return ((value % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}
