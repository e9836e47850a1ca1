// A private key as a PEM file other programs open (security.md K7). Written by hand: Node's own encrypted export takes
// 2,048 rounds of PBKDF2, far too few for a file that leaves the machine (security.md §0.5).
import { createCipheriv, type KeyObject, pbkdf2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { checkPassphrase } from "./passphrase.ts";

export const PBKDF2_ROUNDS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 16;
const KEY_BYTES = 32;

const PBES2 = "06092a864886f70d01050d";
const PBKDF2 = "06092a864886f70d01050c";
const HMAC_SHA256 = "300c06082a864886f70d02090500";
const AES_256_CBC = "060960864801650304012a";

const pbkdf2Async = promisify(pbkdf2);

/**
 * `ENCRYPTED PRIVATE KEY` by PBES2: PBKDF2 with HMAC-SHA-256 and 600,000 rounds, AES-256-CBC (RFC 8018).
 *
 * @param passphrase used as it was typed, not in the NFKC form of key files, because openssl takes the very bytes;
 *   choose one in letters a terminal can spell
 * @throws {ExchangeError} E_PASSPHRASE_WEAK
 */
export async function privateKeyPem(privateKey: KeyObject, passphrase: string): Promise<string> {
  checkPassphrase(passphrase);
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const key = await pbkdf2Async(passphrase, salt, PBKDF2_ROUNDS, KEY_BYTES, "sha256");
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const secret = privateKey.export({ format: "der", type: "pkcs8" });
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  const rounds = element(0x02, Buffer.from(PBKDF2_ROUNDS.toString(16).padStart(6, "0"), "hex"));
  const derivation = sequence(hex(PBKDF2), sequence(element(0x04, salt), rounds, hex(HMAC_SHA256)));
  const encryption = sequence(hex(AES_256_CBC), element(0x04, iv));
  const algorithm = sequence(hex(PBES2), sequence(derivation, encryption));
  const body = sequence(algorithm, element(0x04, sealed))
    .toString("base64")
    .replace(/(.{64})(?=.)/g, "$1\n");
  return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${body}\n-----END ENCRYPTED PRIVATE KEY-----\n`;
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

/** One DER element of up to 255 bytes, more than any here. */
function element(tag: number, content: Uint8Array): Buffer {
  if (content.length > 255) throw new RangeError("element: longer than 255 bytes");
  const head = content.length < 128 ? [tag, content.length] : [tag, 0x81, content.length];
  return Buffer.concat([Uint8Array.from(head), content]);
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}
