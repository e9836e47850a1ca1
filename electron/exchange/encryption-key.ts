// Encryption keys: age X25519 identities (bundle.md §2.6). Never the signing key (security.md K5): a lost signing
// key is replaced, a lost encryption key would lose what was sent to it, so only this one may go on paper.
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { generateX25519Identity } from "age-encryption";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { ExchangeError } from "./codes.ts";
import { sha256Hex } from "./digest.ts";
import { openKeyFile, type SealOptions, sealKeyFile } from "./key-file.ts";

const PKCS8_PREFIX = Buffer.from("302e020100300506032b656e04220420", "hex");
const SPKI_PREFIX = Buffer.from("302a300506032b656e032100", "hex");
const RAW_BYTES = 32;
const RECIPIENT_PREFIX = "age";
const IDENTITY_PREFIX = "age-secret-key-";
/** Field prime of Curve25519. */
const P = 2n ** 255n - 19n;
/** u of every point whose order divides 8, on the curve and its twist: the shared secret would be zero. */
const SMALL_ORDER_U: readonly bigint[] = [
  0n,
  1n,
  P - 1n,
  325606250916557431795983626356110631294008115727848805560023387927233504n,
  39382357235489614581723060781553021112529911719440698176882885853963445705823n,
];

export interface EncryptionKey {
  /** SHA-256 of the SubjectPublicKeyInfo DER of the X25519 key, lower hex. */
  readonly keyid: string;
  /** `age1…`, public: into the enrolment and the trust list. */
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`: into the key file and on the sealed paper, nowhere else. */
  readonly identity: string;
}

export async function generateEncryptionKey(): Promise<EncryptionKey> {
  return encryptionKeyOf(await generateX25519Identity());
}

/** The key of an age identity. @throws {ExchangeError} E_KEY_FILE when the text is no X25519 identity */
export function encryptionKeyOf(identity: string): EncryptionKey {
  return keyOfScalar(scalarOf(identity));
}

/** The key of the 32 secret bytes of a paper copy. @throws {RangeError} on another length */
export function keyOfScalar(scalar: Uint8Array): EncryptionKey {
  if (scalar.length !== RAW_BYTES) throw new RangeError("keyOfScalar: not 32 bytes");
  const spki = createPublicKey(keyObjectOf(scalar)).export({ format: "der", type: "spki" });
  return {
    keyid: sha256Hex(spki),
    recipient: encodeBech32(RECIPIENT_PREFIX, spki.subarray(SPKI_PREFIX.length)),
    identity: encodeBech32(IDENTITY_PREFIX, scalar).toUpperCase(),
  };
}

/** The 32 secret bytes of an identity. @throws {ExchangeError} E_KEY_FILE */
export function scalarOf(identity: string): Uint8Array {
  const scalar = decodeBech32(IDENTITY_PREFIX, identity);
  if (scalar?.length !== RAW_BYTES) throw new ExchangeError("E_KEY_FILE", "identity");
  return scalar;
}

/**
 * Refuses a recipient that is no native X25519 one, is misspelt, or is a point nobody can hold a secret for (K6).
 * @throws {ExchangeError} E_KEY_POINT
 */
export function checkRecipient(recipient: string): void {
  const bytes = decodeBech32(RECIPIENT_PREFIX, recipient);
  if (bytes?.length !== RAW_BYTES || recipient !== recipient.toLowerCase()) {
    throw new ExchangeError("E_KEY_POINT", "recipient");
  }
  const u = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
  if (u >= P) throw new ExchangeError("E_KEY_POINT", "not canonical");
  if (SMALL_ORDER_U.includes(u)) throw new ExchangeError("E_KEY_POINT", "small order");
}

/**
 * A key file for an encryption key.
 * @param owner.createdAt `YYYY-MM-DDTHH:MM:SSZ`
 * @throws {ExchangeError} E_PASSPHRASE_WEAK
 */
export async function sealEncryptionKey(
  key: EncryptionKey,
  owner: { readonly unitId: string; readonly createdAt: string },
  passphrase: string,
  options: SealOptions = {},
): Promise<Uint8Array> {
  const secret = Buffer.from(key.identity, "latin1");
  return sealKeyFile({ use: "enc", alg: "x25519", keyid: key.keyid, ...owner, secret }, passphrase, options);
}

/** The encryption key inside a key file. @throws {ExchangeError} E_KEY_FILE, E_KEY_PASSPHRASE */
export async function openEncryptionKey(bytes: Uint8Array, passphrase: string): Promise<EncryptionKey> {
  const { header, secret } = await openKeyFile(bytes, passphrase);
  if (header.use !== "enc" || header.alg !== "x25519") throw new ExchangeError("E_KEY_FILE", "use");
  const key = encryptionKeyOf(Buffer.from(secret).toString("latin1"));
  if (key.keyid !== header.keyid) throw new ExchangeError("E_KEY_FILE", "keyid");
  return key;
}

function keyObjectOf(scalar: Uint8Array): KeyObject {
  const key = Buffer.concat([PKCS8_PREFIX, scalar]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}
