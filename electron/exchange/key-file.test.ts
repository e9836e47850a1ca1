import { describe, expect, it } from "vitest";
import { ExchangeError } from "./codes.ts";
import { generateSigningKey, openSigningKey, readKeyFileHeader, sealSigningKey } from "./key-file.ts";
import { checkPassphrase } from "./passphrase.ts";
import { publicHalf } from "./public-key.ts";
import { DISTRICT_ID, keyOfSeed } from "./test-fixtures.ts";

const PASSPHRASE = "bốn từ chẳng liên quan";
const OWNER = { unitId: DISTRICT_ID, createdAt: "2024-06-20T03:04:05Z" };
const CHEAP = { scryptN: 2 ** 15 };

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExchangeError) return error.code;
    throw error;
  }
  return "opened";
};

const edited = (file: Uint8Array, change: (text: string) => string): Uint8Array =>
  Buffer.from(change(Buffer.from(file).toString("utf8")), "utf8");

describe("a key file", () => {
  it("gives back the key it holds, at full cost", async () => {
    const key = generateSigningKey();
    const file = await sealSigningKey(key, OWNER, PASSPHRASE);
    expect(Buffer.from(file).toString("utf8")).toContain('"n":131072');
    const opened = await openSigningKey(file, PASSPHRASE);
    expect(publicHalf(opened)).toEqual(publicHalf(key));
    expect(readKeyFileHeader(file)).toEqual({
      use: "sign",
      alg: "ed25519",
      keyid: publicHalf(key).keyid,
      ...OWNER,
    });
  });

  it("opens with the same passphrase spelt in another Unicode form", async () => {
    const file = await sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE.normalize("NFD"), CHEAP);
    expect(await codeOf(openSigningKey(file, PASSPHRASE.normalize("NFC")))).toBe("opened");
    expect(await codeOf(openSigningKey(file, `${PASSPHRASE}.`))).toBe("E_KEY_PASSPHRASE");
  });

  it("does not hold the secret in the clear, and no two files are alike", async () => {
    const [a, b] = await Promise.all([
      sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE, CHEAP),
      sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE, CHEAP),
    ]);
    expect(Buffer.from(a).includes(Buffer.alloc(32, 1).toString("base64").slice(0, 20))).toBe(false);
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false);
  });

  it("with any byte changed does not open, and says so with a code", async () => {
    const file = Buffer.from(await sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE, CHEAP));
    // Every byte for the form; of those that reach the sealed part, every ninth, because each costs a derivation.
    let derived = 0;
    for (let at = 0; at < file.length; at += 1) {
      const bad = Buffer.from(file);
      bad.writeUInt8(bad.readUInt8(at) ^ 1, at);
      if (isWellFormed(bad) && derived++ % 9 !== 0) continue;
      expect(await codeOf(openSigningKey(bad, PASSPHRASE)), `byte ${at}`).toMatch(
        /^E_KEY_(FILE|PASSPHRASE)$/,
      );
    }
    expect(derived).toBeGreaterThan(100);
  }, 120_000);

  it.each([
    ['"n":32768', '"n":16384', "E_KEY_FILE"],
    ['"n":32768', '"n":2097152', "E_KEY_FILE"],
    ['"n":32768', '"n":32769', "E_KEY_FILE"],
    ['"n":32768', '"n":65536', "E_KEY_PASSPHRASE"],
    ['"r":8', '"r":16', "E_KEY_FILE"],
    ['"p":1', '"p":5', "E_KEY_FILE"],
    ['"p":1', '"p":2', "E_KEY_PASSPHRASE"],
    ['"use":"sign"', '"use":"enc"', "E_KEY_PASSPHRASE"],
    ["2024-06-20", "2024-06-21", "E_KEY_PASSPHRASE"],
    ['"v":1', '"v":2', "E_KEY_FILE"],
    ['"v":1', '"v":1,"w":1', "E_KEY_FILE"],
  ])("with %s made %s gives %s", async (from, to, code) => {
    const file = await sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE, CHEAP);
    const changed = edited(file, (text) => text.replace(from, to));
    expect(Buffer.from(changed).equals(Buffer.from(file))).toBe(false);
    expect(await codeOf(openSigningKey(changed, PASSPHRASE))).toBe(code);
  });

  it("cut short or of another kind is refused", async () => {
    const file = await sealSigningKey(keyOfSeed(1), OWNER, PASSPHRASE, CHEAP);
    expect(await codeOf(openSigningKey(file.subarray(0, -1), PASSPHRASE))).toBe("E_KEY_FILE");
    expect(await codeOf(openSigningKey(Buffer.from("{}"), PASSPHRASE))).toBe("E_KEY_FILE");
    expect(await codeOf(openSigningKey(Buffer.alloc(1_000_000), PASSPHRASE))).toBe("E_KEY_FILE");
  });

  it("is not made with a weak passphrase", async () => {
    expect(await codeOf(sealSigningKey(keyOfSeed(1), OWNER, "ngắn quá", CHEAP))).toBe("E_PASSPHRASE_WEAK");
  });
});

describe("a passphrase", () => {
  it.each([
    ["", "short"],
    ["11 ký tự aa", "short"],
    ["e\u0301".repeat(11), "short"], // 22 code units, eleven letters
    ["aaaaaaaaaaaaaaaa", "repetitive"],
    ["abababababab", "repetitive"],
    ["Công đoàn Việt Nam", "common"],
    ["PassWord-1234", "common"],
    ["mật khẩu 123456", "common"],
    ["１２３４５６７８９０１２", "common"], // full-width digits are the same digits
  ])("%j is refused as %s", (passphrase, detail) => {
    expect(() => checkPassphrase(passphrase)).toThrow(
      expect.objectContaining({ code: "E_PASSPHRASE_WEAK", detail }),
    );
  });

  it.each(["12 ký tự nha", PASSPHRASE, "correct horse battery"])("%j is taken", (passphrase) => {
    expect(() => checkPassphrase(passphrase)).not.toThrow();
  });
});

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    readKeyFileHeader(bytes);
    return true;
  } catch {
    return false;
  }
}
