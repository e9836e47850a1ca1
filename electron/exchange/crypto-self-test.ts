// Known answers at start-up (security.md K1). One cryptographic subset has to serve Node's OpenSSL and
// Electron's BoringSSL; a host that computes one of them wrongly must not sign anything.
import {
  createCipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  pbkdf2Sync,
  scryptSync,
  sign,
  verify,
} from "node:crypto";
import { ExchangeError } from "./codes.ts";

interface KnownAnswer {
  readonly name: string;
  /** Lower hex; its source beside it. */
  readonly expected: string;
  readonly compute: () => string;
}

// RFC 8032 §7.1, test 1: the empty message.
const RFC8032_SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const RFC8032_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const RFC8032_SIGNATURE =
  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

export const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  {
    name: "sha256", // FIPS 180-4, "abc"
    expected: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    compute: () => createHash("sha256").update("abc").digest("hex"),
  },
  {
    name: "ed25519-sign",
    expected: RFC8032_SIGNATURE,
    compute: () => sign(null, Buffer.alloc(0), rfc8032PrivateKey()).toString("hex"),
  },
  {
    name: "ed25519-verify",
    expected: "true false",
    compute: () =>
      `${isRfc8032Signature(RFC8032_SIGNATURE)} ${isRfc8032Signature(`00${RFC8032_SIGNATURE.slice(2)}`)}`,
  },
  {
    name: "scrypt", // RFC 7914 §12, second vector
    expected:
      "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    compute: () => scryptSync("password", "NaCl", 64, { N: 1024, r: 8, p: 16 }).toString("hex"),
  },
  {
    name: "aes-256-gcm", // McGrew and Viega, test case 14
    expected: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    compute: () => {
      const cipher = createCipheriv("aes-256-gcm", Buffer.alloc(32), Buffer.alloc(12));
      const text = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final()]);
      return Buffer.concat([text, cipher.getAuthTag()]).toString("hex");
    },
  },
  {
    name: "pbkdf2", // RFC 7914 §11, first vector
    expected:
      "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
    compute: () => pbkdf2Sync("passwd", "salt", 1, 64, "sha256").toString("hex"),
  },
];

/**
 * Computes every known answer, a few tens of milliseconds in all.
 * @throws {ExchangeError} E_CRYPTO_SELFTEST with the name of the first that is wrong; the host then runs read-only
 */
export function runCryptoSelfTest(answers: readonly KnownAnswer[] = KNOWN_ANSWERS): void {
  for (const { name, expected, compute } of answers) {
    if (resultOf(compute) !== expected) throw new ExchangeError("E_CRYPTO_SELFTEST", name);
  }
}

function resultOf(compute: () => string): string {
  try {
    return compute();
  } catch {
    return "threw";
  }
}

function rfc8032PrivateKey() {
  const der = Buffer.from(`302e020100300506032b657004220420${RFC8032_SEED}`, "hex");
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

function isRfc8032Signature(signature: string): boolean {
  const der = Buffer.from(`302a300506032b6570032100${RFC8032_PUBLIC}`, "hex");
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, Buffer.alloc(0), key, Buffer.from(signature, "hex"));
}
