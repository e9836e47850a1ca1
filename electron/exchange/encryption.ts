// The outer encryption of a bundle, `name.goi.age` (bundle.md §2.11): signed first, then encrypted to the audience
// and to the sender. The signed audience stops a reader from sending it on to another as if meant for them.
import { randomBytes } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { ExchangeError } from "./codes.ts";
import { crockfordOf, plainCrockford } from "./crockford.ts";
import { checkRecipient } from "./encryption-key.ts";
import { MAX_AGE_HEADER_BYTES, MAX_FILE_BYTES, MAX_RECIPIENTS, MAX_SCRYPT_LOG_N } from "./limits.ts";
import { normalisePassphrase } from "./passphrase.ts";
import type { TrustList } from "./trust-list-schema.ts";

export const ENCRYPTED_SUFFIX = ".age";
const AGE_HEADER = Buffer.from("age-encryption.org/v1", "latin1");
const ZIP_START = Buffer.from("PK\x03\x04", "latin1");
const CHUNK_BYTES = 64 * 1024;
const CHUNK_TAG_BYTES = 16;
const NONCE_BYTES = 16;
/** 80 random bits are 16 symbols: four groups to read out, and nothing anybody tries through. */
const FILE_PASSPHRASE_BYTES = 10;
/** So the cost of a try adds nothing: 2^18 kept the whole program waiting for seconds, because age computes it in JavaScript. */
const SCRYPT_N = 2 ** 14;
const FILE_PASSPHRASE = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** What can open encrypted bundles here. */
export interface DecryptionKeys {
  /** `AGE-SECRET-KEY-1…`, the office's own, old ones included. */
  readonly identities: readonly string[];
  /** As heard over the telephone; null when there is none. */
  readonly passphrase: string | null;
}

export const NO_DECRYPTION_KEYS: DecryptionKeys = { identities: [], passphrase: null };

export function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, AGE_HEADER.length), AGE_HEADER) === 0;
}

/**
 * The recipients of a bundle for these units: every active encryption key of each.
 * @returns sorted, each once; `without` names the units that have none, to whom it cannot be sent encrypted
 */
export function recipientsOf(
  list: TrustList,
  unitIds: readonly string[],
): { readonly recipients: string[]; readonly without: string[] } {
  const active = list.enc_keys.filter(({ status }) => status === "active");
  const recipients = active.filter(({ unit_id }) => unitIds.includes(unit_id));
  return {
    recipients: [...new Set(recipients.map(({ recipient }) => recipient))].sort(),
    without: unitIds.filter((unitId) => !active.some(({ unit_id }) => unit_id === unitId)),
  };
}

/**
 * Encrypts a written bundle. Every call gives other bytes.
 * @param recipients 1–20 `age1…`, the sender's own among them so that the outbox stays readable
 * @throws {ExchangeError} E_KEY_POINT for a bad recipient; E_ENC_SIZE for none or more than 20
 */
export async function encryptBundle(bundle: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const distinct = [...new Set(recipients)].sort();
  if (distinct.length === 0 || distinct.length > MAX_RECIPIENTS) {
    throw new ExchangeError("E_ENC_SIZE", `${distinct.length} recipients`);
  }
  const encrypter = new Encrypter();
  for (const recipient of distinct) {
    checkRecipient(recipient);
    encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(bundle);
}

/** Whether a file was encrypted with a passphrase and not to keys. */
export function isPassphraseEncrypted(bytes: Uint8Array): boolean {
  if (!isEncrypted(bytes)) return false;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_AGE_HEADER_BYTES));
  return start.toString("latin1", AGE_HEADER.length).startsWith("\n-> scrypt ");
}

function inGroups(symbols: string): string {
  return (symbols.match(/.{4}/g) ?? []).join("-");
}

/** What a person typed, in every way that may have been meant: one made here is read in any case, with or without hyphens. */
function spellingsOf(typed: string): string[] {
  const plain = plainCrockford(typed);
  return [
    ...new Set([...(FILE_PASSPHRASE.test(plain) ? [inGroups(plain)] : []), normalisePassphrase(typed)]),
  ];
}

/**
 * Encrypts with a passphrase given over the telephone, the fallback when a recipient has no key yet. It is made here and for
 * this file alone, because its cost counts on its being random.
 * @returns `passphrase` as `XXXX-XXXX-XXXX-XXXX`, to be read out and typed, not to be remembered
 */
export async function encryptBundleWithPassphrase(
  bundle: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly passphrase: string }> {
  const passphrase = inGroups(crockfordOf(randomBytes(FILE_PASSPHRASE_BYTES)));
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(Math.log2(SCRYPT_N));
  return { bytes: await encrypter.encrypt(bundle), passphrase };
}

/**
 * Step V1: the bundle inside. What the header costs is bounded before any of it is computed; what comes out is
 * bounded by its length, because age adds nothing that could inflate.
 *
 * @throws {ExchangeError} E_ENC_NO_KEY when no key here fits, which damage to a recipient's line cannot be told
 *   from; E_ENC_AUTH when it is damaged or does not hold a bundle; E_ENC_SIZE
 */
export async function decryptBundle(bytes: Uint8Array, keys: DecryptionKeys): Promise<Uint8Array> {
  const headerBytes = checkHeader(bytes);
  if (plainBytes(bytes.length - headerBytes) > MAX_FILE_BYTES) throw new ExchangeError("E_ENC_SIZE");
  const decrypter = new Decrypter();
  for (const identity of keys.identities) decrypter.addIdentity(identity);
  for (const spelling of keys.passphrase === null ? [] : spellingsOf(keys.passphrase))
    decrypter.addPassphrase(spelling);
  const plain = await decryptWith(decrypter, bytes);
  if (Buffer.compare(plain.subarray(0, ZIP_START.length), ZIP_START) !== 0) {
    throw new ExchangeError("E_ENC_AUTH", "no bundle inside");
  }
  return plain;
}

async function decryptWith(decrypter: Decrypter, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    // The package tells its faults by words only; the tests hold this one.
    const isForOthers = error instanceof Error && error.message.startsWith("no identity matched");
    throw new ExchangeError(isForOthers ? "E_ENC_NO_KEY" : "E_ENC_AUTH");
  }
}

/** @returns bytes of the header. @throws {ExchangeError} E_ENC_AUTH, E_ENC_SIZE */
function checkHeader(bytes: Uint8Array): number {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_AGE_HEADER_BYTES));
  const mac = start.indexOf("\n--- ", 0, "latin1");
  const end = mac < 0 ? -1 : start.indexOf("\n", mac + 1, "latin1");
  if (end < 0) {
    throw new ExchangeError(bytes.length > MAX_AGE_HEADER_BYTES ? "E_ENC_SIZE" : "E_ENC_AUTH", "header");
  }
  const stanzas = start
    .toString("latin1", 0, mac)
    .split("\n")
    .filter((line) => line.startsWith("-> "));
  if (stanzas.length > MAX_RECIPIENTS) throw new ExchangeError("E_ENC_SIZE", `${stanzas.length} recipients`);
  for (const stanza of stanzas) {
    const logN = /^-> scrypt \S+ (\d+)$/.exec(stanza)?.[1];
    if (logN !== undefined && Number(logN) > MAX_SCRYPT_LOG_N)
      throw new ExchangeError("E_ENC_SIZE", "scrypt");
  }
  return end + 1;
}

/** Bytes inside a payload of this many: a nonce, then chunks of 64 KiB with a tag each. */
function plainBytes(payload: number): number {
  const chunks = Math.ceil(Math.max(0, payload - NONCE_BYTES) / (CHUNK_BYTES + CHUNK_TAG_BYTES));
  return payload - NONCE_BYTES - chunks * CHUNK_TAG_BYTES;
}
