// The rules K1–K7 of security.md §1.5, one by one. What a rule says at length is tested beside its file; here each has
// at least its own sentence.
import { spawnSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KNOWN_ANSWERS, runCryptoSelfTest } from "./crypto-self-test.ts";
import { type EncryptionKey, generateEncryptionKey, keyOfScalar } from "./encryption-key.ts";
import { generateSigningKey, sealSigningKey } from "./key-file.ts";
import { type PaperKey, paperCodeOf, readPaperCode } from "./paper-key.ts";
import { checkPassphrase } from "./passphrase.ts";
import { PassphraseAttempts, waitAfter } from "./passphrase-attempts.ts";
import { PBKDF2_ROUNDS, privateKeyPem } from "./private-key-pem.ts";
import { publicHalf, publicKeyOf } from "./public-key.ts";
import { DISTRICT_ID, keyOfSeed } from "./test-fixtures.ts";

const PASSPHRASE = "bon tu chang lien quan";
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

it("K1: a wrong known answer stops signing", () => {
  expect(() => runCryptoSelfTest()).not.toThrow();
  const [first, ...rest] = KNOWN_ANSWERS;
  if (!first) throw new Error("no answers");
  expect(() => runCryptoSelfTest([{ ...first, expected: "00" }, ...rest])).toThrow(
    expect.objectContaining({ code: "E_CRYPTO_SELFTEST" }),
  );
});

it("K2: a key file is scrypt 2^17, 8, 1 with AES-256-GCM", async () => {
  const file = await sealSigningKey(
    generateSigningKey(),
    { unitId: DISTRICT_ID, createdAt: "2024-06-20T03:04:05Z" },
    PASSPHRASE,
  );
  expect(JSON.parse(Buffer.from(file).toString("utf8"))).toMatchObject({
    kdf: { name: "scrypt", n: 131_072, r: 8, p: 1 },
    cipher: { name: "aes-256-gcm" },
  });
});

describe("K3: passphrases", () => {
  it("are at least twelve characters and not common", () => {
    expect(() => checkPassphrase("mười một ký")).toThrow(
      expect.objectContaining({ code: "E_PASSPHRASE_WEAK" }),
    );
    expect(() => checkPassphrase("Công đoàn Việt Nam")).toThrow(
      expect.objectContaining({ code: "E_PASSPHRASE_WEAK" }),
    );
  });

  it("wrong five times wait 5 s, then twice as long each time, 15 minutes at most", () => {
    expect([0, 1, 4, 5, 6, 7, 12, 13, 100].map(waitAfter)).toEqual([
      0, 0, 0, 5_000, 10_000, 20_000, 640_000, 900_000, 900_000,
    ]);
  });

  it("are tried again after the wait, are free again after the right one, and count by key", () => {
    const attempts = new PassphraseAttempts();
    for (let count = 0; count < 5; count += 1) {
      attempts.check("a", 1_000);
      attempts.failed("a", 1_000);
    }
    const waiting = (seconds: string) => expect.objectContaining({ code: "E_KEY_WAIT", detail: seconds });
    expect(() => attempts.check("a", 1_000)).toThrow(waiting("5"));
    expect(() => attempts.check("a", 5_999)).toThrow(waiting("1"));
    expect(() => attempts.check("a", 6_000)).not.toThrow();
    expect(() => attempts.check("b", 1_000)).not.toThrow();
    // The clock of the computer was set back ten years: never longer than the wait itself.
    expect(() => attempts.check("a", -315_360_000_000)).toThrow(waiting("5"));
    attempts.succeeded("a");
    expect(() => attempts.check("a", 1_000)).not.toThrow();
  });
});

it("K4: no secret is left to the system's store: nothing asks for safeStorage", () => {
  const root = join(import.meta.dirname, "..");
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((name) => readFileSync(join(root, name), "utf8").includes("safeStorage"))).toEqual(
    [],
  );
});

describe("K5: on paper go encryption and root keys only", () => {
  it("and come back from it, however they are typed", () => {
    fc.assert(
      fc.property(secret, fc.boolean(), (bytes, isRoot) => {
        const paper: PaperKey = isRoot
          ? { use: "root", privateKey: keyOfBytes(bytes) }
          : { use: "enc", key: keyOfScalar(bytes) };
        const code = paperCodeOf(paper);
        expect(code).toMatch(/^SCDK1(-[0-9A-HJKMNP-TV-Z]{5}){12}-[0-9A-HJKMNP-TV-Z]$/);
        for (const typed of [
          code,
          code.toLowerCase().replaceAll("0", "O"),
          code.slice(6).replaceAll("-", " "),
        ]) {
          const read = readPaperCode(typed);
          expect(read.use).toBe(paper.use);
          expect(secretOf(read)).toBe(secretOf(paper));
        }
      }),
    );
  });

  it("and a code with one symbol wrong, two exchanged, or one missing is refused", () => {
    fc.assert(
      fc.property(secret, fc.nat(60), fc.integer({ min: 1, max: 31 }), (bytes, place, turn) => {
        const symbols = paperCodeOf({ use: "enc", key: keyOfScalar(bytes) })
          .slice(6)
          .replaceAll("-", "");
        const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        const other = alphabet.charAt((alphabet.indexOf(symbols.charAt(place)) + turn) % 32);
        const paperError = expect.objectContaining({ code: "E_KEY_PAPER" });
        expect(() => readPaperCode(symbols.slice(0, place) + other + symbols.slice(place + 1))).toThrow(
          paperError,
        );
        expect(() => readPaperCode(symbols.slice(0, place) + symbols.slice(place + 1))).toThrow(paperError);
        const [a, b] = [symbols.charAt(place), symbols.charAt(place + 1)];
        if (b !== "" && a !== b) {
          expect(() => readPaperCode(symbols.slice(0, place) + b + a + symbols.slice(place + 2))).toThrow(
            paperError,
          );
        }
      }),
    );
  });

  const python3 =
    spawnSync("python3", ["--version"]).status === 0 ? "" : " (skipped: no python3 on this machine)";
  it.skipIf(python3 !== "")(
    `has the code of bundle.md §2.6: version, use, secret, four bytes of SHA-256${python3}`,
    () => {
      // Second calculation: sha256sum of 01 01 and 32 bytes of 42, in Python's base64.b32encode with Crockford's letters.
      const script =
        "import hashlib,base64\nb=bytes([1,1])+b'\\x42'*32\nb+=hashlib.sha256(b).digest()[:4]\n" +
        "t=base64.b32encode(b).decode().rstrip('=').translate(str.maketrans('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567','0123456789ABCDEFGHJKMNPQRSTVWXYZ'))\n" +
        "print('SCDK1-'+'-'.join(t[i:i+5] for i in range(0,len(t),5)))";
      const python = spawnSync("python3", ["-c", script]);
      expect(python.stderr.toString()).toBe("");
      expect(paperCodeOf({ use: "enc", key: keyOfScalar(Buffer.alloc(32, 0x42)) })).toBe(
        python.stdout.toString().trim(),
      );
    },
  );

  it("a signing key of a unit has no way there: no such use can be named", async () => {
    // @ts-expect-error the type has no use "sign"
    const signing: PaperKey = { use: "sign", privateKey: generateSigningKey() };
    expect(["enc", "root"]).not.toContain(signing.use);
    expect((await generateEncryptionKey()).keyid).not.toBe(publicHalf(generateSigningKey()).keyid);
  });
});

it("K6: no small-order point, no duplicate, and possession proven (trust-attacks, trust-list, signature tests)", () => {
  const smallOrder = Buffer.from(`302a300506032b6570032100${"00".repeat(32)}`, "hex");
  expect(() => publicKeyOf(smallOrder)).toThrow(expect.objectContaining({ code: "E_KEY_POINT" }));
  // Why it cannot be left to a library.
  expect(
    spawnSync("openssl", ["pkey", "-pubin", "-inform", "DER", "-noout"], { input: smallOrder }).status,
  ).toBe(0);
});

describe("K7: an exported key", () => {
  it("is PBES2 with 600,000 rounds and opens with openssl and with node, to its passphrase only", async () => {
    const key = keyOfSeed(7);
    const pem = await privateKeyPem(key, PASSPHRASE);
    const folder = mkdtempSync(join(tmpdir(), "scd-pem-"));
    const file = join(folder, "key.pem");
    writeFileSync(file, pem);
    const openssl = spawnSync("openssl", [
      "pkey",
      "-in",
      file,
      "-passin",
      `pass:${PASSPHRASE}`,
      "-outform",
      "DER",
    ]);
    expect(openssl.stderr.toString()).toBe("");
    expect(openssl.stdout.equals(key.export({ format: "der", type: "pkcs8" }))).toBe(true);
    const wrong = spawnSync("openssl", ["pkey", "-in", file, "-passin", "pass:khac han", "-noout"]);
    expect(wrong.status).not.toBe(0);
    const parsed = spawnSync("openssl", ["asn1parse", "-in", file]).stdout.toString();
    for (const word of [
      "PBES2",
      "PBKDF2",
      "hmacWithSHA256",
      "aes-256-cbc",
      PBKDF2_ROUNDS.toString(16).toUpperCase(),
    ]) {
      expect(parsed).toContain(word);
    }
    expect(publicHalf(createPrivateKey({ key: pem, passphrase: PASSPHRASE }))).toEqual(publicHalf(key));
    rmSync(folder, { recursive: true });
  });

  it("is not made with a weak passphrase", async () => {
    await expect(privateKeyPem(keyOfSeed(7), "ngắn")).rejects.toMatchObject({ code: "E_PASSPHRASE_WEAK" });
  });
});

function keyOfBytes(seed: Uint8Array) {
  const key = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

function secretOf(paper: PaperKey): string {
  const identity = (key: EncryptionKey) => key.identity;
  return paper.use === "enc"
    ? identity(paper.key)
    : paper.privateKey.export({ format: "der", type: "pkcs8" }).toString("hex");
}
