import { identityToRecipient } from "age-encryption";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBech32, encodeBech32 } from "./bech32.ts";
import { bytesOfCrockford, crockfordOf, plainCrockford } from "./crockford.ts";
import {
  checkRecipient,
  encryptionKeyOf,
  generateEncryptionKey,
  keyOfScalar,
  scalarOf,
} from "./encryption-key.ts";

const bytes = fc.uint8Array({ maxLength: 40 });

describe("Bech32", () => {
  // BIP 173, "Test vectors".
  it.each([
    ["a", "A12UEL5L", ""],
    ["a", "a12uel5l", ""],
    ["abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "00443214c74254b635cf84653a56d7c675be77df"],
  ])("under %s reads %s", (prefix, text, hex) => {
    expect(Buffer.from(decodeBech32(prefix, text) ?? [1]).toString("hex")).toBe(hex);
    expect(encodeBech32(prefix, Buffer.from(hex, "hex"))).toBe(text.toLowerCase());
  });

  it.each([
    ["a", "A12uel5l"], // mixed case
    ["a", "a12uel5m"], // checksum
    ["a", "a1b2uel5l"], // a symbol that is none
    ["b", "a12uel5l"], // another prefix
    ["a", "a1"],
    ["abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx"],
  ])("under %s refuses %s", (prefix, text) => {
    expect(decodeBech32(prefix, text)).toBeUndefined();
  });

  it("gives back any bytes, and finds any one wrong symbol", () => {
    fc.assert(
      fc.property(bytes, fc.nat(1000), fc.nat(30), (data, place, turn) => {
        const text = encodeBech32("age", data);
        expect(decodeBech32("age", text)).toEqual(data);
        const symbols = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        const at = 4 + (place % (text.length - 4));
        const other = symbols.charAt((symbols.indexOf(text.charAt(at)) + 1 + turn) % 32);
        if (other === text.charAt(at)) return;
        expect(decodeBech32("age", text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
      }),
    );
  });
});

describe("Crockford base 32", () => {
  it("gives back any bytes, however a person types them", () => {
    fc.assert(
      fc.property(bytes, (data) => {
        const text = crockfordOf(data);
        expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/);
        expect(bytesOfCrockford(text)).toEqual(data);
        const typed = text
          .toLowerCase()
          .replaceAll("0", "o")
          .replaceAll("1", "l")
          .replace(/(.{3})/g, "$1- ");
        expect(plainCrockford(typed)).toBe(text);
      }),
    );
  });

  it("is that of a whole number, a second calculation", () => {
    const number = 0xd3f4e5286b74b091630300a1197fa6eef13a0eb4n;
    const digits = Array.from({ length: 32 }, (_, index) =>
      Number((number >> BigInt(5 * (31 - index))) & 31n),
    );
    expect(crockfordOf(Buffer.from("d3f4e5286b74b091630300a1197fa6eef13a0eb4", "hex"))).toBe(
      digits.map((digit) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(digit)).join(""),
    );
  });

  it.each(["U0", "0", "01!", "00000"])("refuses %s", (text) => {
    expect(bytesOfCrockford(text === "00000" ? "0000Z" : text)).toBeUndefined();
  });
});

describe("an encryption key", () => {
  it("has the recipient the age package says", async () => {
    for (let count = 0; count < 20; count += 1) {
      const key = await generateEncryptionKey();
      expect(key.recipient).toBe(await identityToRecipient(key.identity));
      expect(keyOfScalar(scalarOf(key.identity))).toEqual(key);
    }
  });

  it("has the recipient printed in the age documentation", () => {
    const { recipient } = encryptionKeyOf(
      "AGE-SECRET-KEY-184JMZMVQH3E6U0PSL869004Y3U2NYV7R30EU99CSEDNPH02YUVFSZW44VU",
    );
    expect(recipient).toBe("age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm");
  });

  it.each(["", "AGE-SECRET-KEY-1", "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm"])(
    "is not read from %j",
    (identity) => {
      expect(() => encryptionKeyOf(identity)).toThrow(expect.objectContaining({ code: "E_KEY_FILE" }));
    },
  );
});

describe("a recipient (K6)", () => {
  const littleEndian = (u: bigint) => Buffer.from(u.toString(16).padStart(64, "0"), "hex").reverse();
  const p = 2n ** 255n - 19n;

  // RFC 7748 §6.1 asks to refuse a zero shared secret; these points give it (Curve25519 page of D. J. Bernstein).
  it.each([
    ["0", 0n],
    ["1", 1n],
    ["order 8", 325606250916557431795983626356110631294008115727848805560023387927233504n],
    ["order 8, other", 39382357235489614581723060781553021112529911719440698176882885853963445705823n],
    ["p − 1", p - 1n],
    ["p", p],
    ["p + 1", p + 1n],
    ["all ones", 2n ** 256n - 1n],
  ])("that is the point %s is refused", (_label, u) => {
    expect(() => checkRecipient(encodeBech32("age", littleEndian(u)))).toThrow(
      expect.objectContaining({ code: "E_KEY_POINT" }),
    );
  });

  it.each([
    "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqn",
    "AGE1CY0SU9FWF3GF9MW868G5YUT09P6NYTFMMNKTEXZ2YA5UQG9VL9SSS4EUQM",
    "age1pq1qqqqqqq",
    "ssh-ed25519 AAAA",
    "",
  ])("spelt %j is refused", (text) => {
    expect(() => checkRecipient(text)).toThrow(expect.objectContaining({ code: "E_KEY_POINT" }));
  });
});
