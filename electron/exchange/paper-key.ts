// The copy of a secret key on paper, in a sealed envelope in the safe (bundle.md §2.6). Only keys whose loss would lose
// something have one: encryption keys, and the province's root keys. A unit's signing key has none (security.md K5):
// whoever loses it registers a new one.
import { createHash, createPrivateKey, type KeyObject } from "node:crypto";
import { ExchangeError } from "./codes.ts";
import { bytesOfCrockford, crockfordOf, plainCrockford } from "./crockford.ts";
import { type EncryptionKey, keyOfScalar, scalarOf } from "./encryption-key.ts";

const PAPER_PREFIX = "SCDK1-";
const VERSION = 0x01;
const USES = { enc: 0x01, root: 0x02 } as const;
const SECRET_BYTES = 32;
const CHECK_BYTES = 4;
const BYTES = 2 + SECRET_BYTES + CHECK_BYTES;
const SYMBOLS = Math.ceil((BYTES * 8) / 5);
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

export type PaperKey =
  | { readonly use: "enc"; readonly key: EncryptionKey }
  | { readonly use: "root"; readonly privateKey: KeyObject };

/** What is printed, e.g. `SCDK1-04106-…`: base32 in groups of five, with its own checksum. */
export function paperCodeOf(paper: PaperKey): string {
  const secret = paper.use === "enc" ? scalarOf(paper.key.identity) : seedOf(paper.privateKey);
  const body = Buffer.concat([Uint8Array.of(VERSION, USES[paper.use]), secret]);
  const symbols = crockfordOf(Buffer.concat([body, checkOf(body)]));
  return PAPER_PREFIX + symbols.replace(/(.{5})(?=.)/g, "$1-");
}

/**
 * The key that somebody has typed from paper, with or without prefix, hyphens and spaces, in any case.
 * @throws {ExchangeError} E_KEY_PAPER with detail `length`, `symbol`, `checksum`, `version` or `use`
 */
export function readPaperCode(typed: string): PaperKey {
  const plain = plainCrockford(typed);
  const prefix = plainCrockford(PAPER_PREFIX);
  const symbols = plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
  if (symbols.length !== SYMBOLS) throw new ExchangeError("E_KEY_PAPER", "length");
  const bytes = bytesOfCrockford(symbols);
  if (bytes === undefined) throw new ExchangeError("E_KEY_PAPER", "symbol");
  const body = bytes.subarray(0, -CHECK_BYTES);
  if (Buffer.compare(bytes.subarray(-CHECK_BYTES), checkOf(body)) !== 0) {
    throw new ExchangeError("E_KEY_PAPER", "checksum");
  }
  const [version, use] = body;
  const secret = body.subarray(2);
  if (version !== VERSION) throw new ExchangeError("E_KEY_PAPER", "version");
  if (use === USES.enc) return { use: "enc", key: keyOfScalar(secret) };
  if (use === USES.root) return { use: "root", privateKey: keyOfSecretSeed(secret) };
  throw new ExchangeError("E_KEY_PAPER", "use");
}

function checkOf(body: Uint8Array): Uint8Array {
  return createHash("sha256").update(body).digest().subarray(0, CHECK_BYTES);
}

/** The 32 bytes an Ed25519 key is made of: the end of its PKCS#8. */
function seedOf(privateKey: KeyObject): Uint8Array {
  const der = privateKey.export({ format: "der", type: "pkcs8" });
  if (
    der.length !== PKCS8_PREFIX.length + SECRET_BYTES ||
    !der.subarray(0, PKCS8_PREFIX.length).equals(PKCS8_PREFIX)
  ) {
    throw new ExchangeError("E_KEY_FILE", "not Ed25519");
  }
  return der.subarray(PKCS8_PREFIX.length);
}

function keyOfSecretSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}
