// Private keys at rest (bundle.md §2.6, security.md K2). Not PKCS#8 encryption: Electron's BoringSSL cannot
// open all of it, and Node's own writer uses far too few iterations (security.md §0.4–0.5).
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from "node:crypto";
import { promisify } from "node:util";
import { z } from "zod";
import { CanonicalJsonError, decodeCanonical, encodeCanonical } from "./canonical-json.ts";
import { ExchangeError } from "./codes.ts";
import { decodeBase64, encodeBase64 } from "./digest.ts";
import { Base64Field, DigestField, TimeField, UuidField } from "./field-schemas.ts";
import { checkPassphrase, normalisePassphrase } from "./passphrase.ts";
import { publicHalf } from "./public-key.ts";

const SCRYPT_N = 2 ** 17;
const SCRYPT_N_FLOOR = 2 ** 15;
const SCRYPT_N_CEILING = 2 ** 20;
/** Node's default of 32 MiB is below what N = 2^17 needs. */
const SCRYPT_MEMORY_BYTES = 256 * 1024 * 1024;
const MAX_FILE_BYTES = 16 * 1024;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const KeyFile = z.strictObject({
  v: z.literal(1),
  type: z.literal("scd-key"),
  use: z.enum(["sign", "enc"]),
  alg: z.enum(["ed25519", "x25519"]),
  keyid: DigestField,
  unit_id: UuidField,
  created_at: TimeField,
  kdf: z.strictObject({
    name: z.literal("scrypt"),
    n: z
      .int()
      .min(SCRYPT_N_FLOOR)
      .max(SCRYPT_N_CEILING)
      .refine((n) => Number.isInteger(Math.log2(n)), { error: "power of two" }),
    r: z.literal(8),
    p: z.int().min(1).max(4),
    salt: Base64Field,
  }),
  cipher: z.strictObject({ name: z.literal("aes-256-gcm"), iv: Base64Field, tag: Base64Field }),
  ct: Base64Field,
});
type KeyFile = z.infer<typeof KeyFile>;

/** What a key file says without its passphrase. Not proven until the file has been opened. */
interface KeyFileHeader {
  readonly use: "sign" | "enc";
  readonly alg: "ed25519" | "x25519";
  readonly keyid: string;
  readonly unitId: string;
  readonly createdAt: string;
}

interface NewKeyFile extends KeyFileHeader {
  /** PKCS#8 DER of a signing key, or the text of an age identity. */
  readonly secret: Uint8Array;
}

export interface SealOptions {
  /** scrypt cost; 2^15 is the lowest a file may have. */
  readonly scryptN?: number;
  /** scrypt cost of a backup under a passphrase, as a power of two. */
  readonly backupLogN?: number;
}

/** A new Ed25519 signing key. */
export function generateSigningKey(): KeyObject {
  return generateKeyPairSync("ed25519").privateKey;
}

/**
 * A key file for a signing key.
 * @param owner.createdAt `YYYY-MM-DDTHH:MM:SSZ`
 * @throws {ExchangeError} E_PASSPHRASE_WEAK
 */
export async function sealSigningKey(
  privateKey: KeyObject,
  owner: { readonly unitId: string; readonly createdAt: string },
  passphrase: string,
  options: SealOptions = {},
): Promise<Uint8Array> {
  const { keyid } = publicHalf(privateKey);
  const secret = privateKey.export({ format: "der", type: "pkcs8" });
  return sealKeyFile({ use: "sign", alg: "ed25519", keyid, ...owner, secret }, passphrase, options);
}

/** @throws {ExchangeError} E_PASSPHRASE_WEAK */
export async function sealKeyFile(
  key: NewKeyFile,
  passphrase: string,
  { scryptN = SCRYPT_N }: SealOptions = {},
): Promise<Uint8Array> {
  checkPassphrase(passphrase);
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const header = {
    v: 1,
    type: "scd-key",
    use: key.use,
    alg: key.alg,
    keyid: key.keyid,
    unit_id: key.unitId,
    created_at: key.createdAt,
    kdf: { name: "scrypt", n: scryptN, r: 8, p: 1, salt: encodeBase64(salt) },
    cipher: { name: "aes-256-gcm", iv: encodeBase64(iv) },
  };
  const cipher = createCipheriv("aes-256-gcm", await derive(passphrase, salt, scryptN, 1), iv);
  cipher.setAAD(encodeCanonical(header));
  const ct = Buffer.concat([cipher.update(key.secret), cipher.final()]);
  const file = {
    ...header,
    cipher: { ...header.cipher, tag: encodeBase64(cipher.getAuthTag()) },
    ct: encodeBase64(ct),
  };
  return encodeCanonical(KeyFile.parse(file));
}

/** @throws {ExchangeError} E_KEY_FILE */
export function readKeyFileHeader(bytes: Uint8Array): KeyFileHeader {
  const file = parseKeyFile(bytes);
  return {
    use: file.use,
    alg: file.alg,
    keyid: file.keyid,
    unitId: file.unit_id,
    createdAt: file.created_at,
  };
}

/**
 * The signing key inside a key file.
 * @throws {ExchangeError} E_KEY_FILE when the file is damaged or is not a signing key; E_KEY_PASSPHRASE when the
 *   passphrase does not fit, which damage of the sealed part cannot be told from
 */
export async function openSigningKey(bytes: Uint8Array, passphrase: string): Promise<KeyObject> {
  const { header, secret } = await openKeyFile(bytes, passphrase);
  if (header.use !== "sign" || header.alg !== "ed25519") throw new ExchangeError("E_KEY_FILE", "use");
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: Buffer.from(secret), format: "der", type: "pkcs8" });
  } catch {
    throw new ExchangeError("E_KEY_FILE", "pkcs8");
  }
  if (publicHalf(privateKey).keyid !== header.keyid) throw new ExchangeError("E_KEY_FILE", "keyid");
  return privateKey;
}

/** Header, now proven, and secret of a key file. @throws {ExchangeError} E_KEY_FILE, E_KEY_PASSPHRASE */
export async function openKeyFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<{ readonly header: KeyFileHeader; readonly secret: Uint8Array }> {
  const file = parseKeyFile(bytes);
  const salt = exactly(file.kdf.salt, SALT_BYTES);
  const iv = exactly(file.cipher.iv, IV_BYTES);
  const tag = exactly(file.cipher.tag, TAG_BYTES);
  const key = await derive(passphrase, salt, file.kdf.n, file.kdf.p);
  const { ct, cipher, ...rest } = file;
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(encodeCanonical({ ...rest, cipher: { name: cipher.name, iv: cipher.iv } }));
  decipher.setAuthTag(tag);
  try {
    const secret = Buffer.concat([decipher.update(Buffer.from(ct, "base64")), decipher.final()]);
    return { header: readKeyFileHeader(bytes), secret };
  } catch {
    throw new ExchangeError("E_KEY_PASSPHRASE");
  }
}

function parseKeyFile(bytes: Uint8Array): KeyFile {
  if (bytes.length > MAX_FILE_BYTES) throw new ExchangeError("E_KEY_FILE", "size");
  try {
    const parsed = KeyFile.safeParse(decodeCanonical(bytes));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) throw error;
    throw new ExchangeError("E_KEY_FILE", error.code);
  }
  throw new ExchangeError("E_KEY_FILE", "members");
}

function exactly(base64: string, size: number): Uint8Array {
  const bytes = decodeBase64(base64);
  if (bytes?.length !== size) throw new ExchangeError("E_KEY_FILE", "length");
  return bytes;
}

const scryptAsync = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

async function derive(passphrase: string, salt: Uint8Array, n: number, p: number): Promise<Buffer> {
  const maxmem = Math.max(SCRYPT_MEMORY_BYTES, 2 * 128 * 8 * n);
  return scryptAsync(normalisePassphrase(passphrase), salt, KEY_BYTES, { N: n, r: 8, p, maxmem });
}
