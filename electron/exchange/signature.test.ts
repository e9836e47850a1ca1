import { createHash, createPrivateKey, generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { encodeCanonical } from "./canonical-json.ts";
import { KINDS, payloadTypeOf } from "./kinds.ts";
import { pemOf, publicHalf, publicKeyFromPem, publicKeyOf } from "./public-key.ts";
import {
  decodeSignatures,
  encodeSignatures,
  isSignedBy,
  preAuthEncoding,
  signManifest,
} from "./signature.ts";
import { keyOfSeed } from "./test-fixtures.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("the test vector of bundle.md §2.12", () => {
  const key = keyOfSeed(1);
  const manifest = encodeCanonical({ v: 1, note: "Công đoàn", kind: "receipt" });
  const pae = preAuthEncoding("application/vnd.socongdoan.receipt.v1+json", manifest);
  const signature = signManifest("receipt", manifest, key);

  it("has the public key and keyid", () => {
    const { keyid, spki } = publicHalf(key);
    expect(Buffer.from(spki, "base64").subarray(12).toString("hex")).toBe(
      "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c",
    );
    expect(keyid).toBe("fd110d301d2f077de1414b8f99f441b1403fab207b2052fbd2c065e4ee8e7dc2");
  });

  it("has the manifest and its identity", () => {
    expect(Buffer.from(manifest).toString("utf8")).toBe('{"kind":"receipt","note":"Công đoàn","v":1}');
    expect(manifest.length).toBe(46);
    expect(sha256(manifest)).toBe("d3f4e5286b74b091630300a1197fa6eef13a0eb45af26f35f74dbdbf2ea7925d");
  });

  it("has the bytes that are signed, and the signature", () => {
    expect(Buffer.from(pae.subarray(0, 59)).toString()).toMatch(
      /^DSSEv1 42 application\/vnd\.socongdoan\.receipt\.v1\+json 46 /,
    );
    expect(sha256(pae)).toBe("54148d3d805808513d9b8cb1b7f1bdbc0c3495db28f4886bc377a0d415c06c05");
    expect(Buffer.from(signature.sig).toString("base64")).toBe(
      "fReQKcJnurCqEEOToP5bRM8GE+tsfr5Jf0H0q5tTEDsrUY8ORWoD0nUiRP2GIW5yBFvU85zMEyo8l+PWXt/sCw==",
    );
    expect(isSignedBy("receipt", manifest, signature, publicHalf(key))).toBe(true);
  });
});

describe("a signature", () => {
  const key = keyOfSeed(1);
  const manifest = encodeCanonical({ v: 1 });

  it("counts for one kind only", () => {
    for (const signed of KINDS) {
      const signature = signManifest(signed, manifest, key);
      for (const claimed of KINDS) {
        expect(isSignedBy(claimed, manifest, signature, publicHalf(key))).toBe(signed === claimed);
      }
    }
  });

  it("counts for one key and one text only", () => {
    const signature = signManifest("receipt", manifest, key);
    expect(isSignedBy("receipt", encodeCanonical({ v: 2 }), signature, publicHalf(key))).toBe(false);
    expect(isSignedBy("receipt", manifest, signature, publicHalf(keyOfSeed(2)))).toBe(false);
    const renamed = { ...signature, keyid: publicHalf(keyOfSeed(2)).keyid };
    expect(isSignedBy("receipt", manifest, renamed, publicHalf(keyOfSeed(2)))).toBe(false);
  });
});

describe("signatures.json", () => {
  const manifest = encodeCanonical({ v: 1 });
  const [first, second] = [1, 2].map((seed) => signManifest("receipt", manifest, keyOfSeed(seed)));
  if (!first || !second) throw new Error("no signatures");
  const base64 = (sig: Uint8Array) => Buffer.from(sig).toString("base64");
  const file = (members: object) =>
    encodeCanonical({ payload_type: payloadTypeOf("receipt"), signatures: [], ...members });
  const one = { keyid: first.keyid, sig: base64(first.sig) };
  const two = { keyid: second.keyid, sig: base64(second.sig) };
  const [low, high] = one.keyid < two.keyid ? [one, two] : [two, one];

  it("is written sorted and read back", () => {
    const set = decodeSignatures(encodeSignatures("receipt", [first, second]));
    expect(set.kind).toBe("receipt");
    expect(set.signatures.map(({ keyid }) => keyid)).toEqual([low.keyid, high.keyid]);
  });

  it("is never written empty or with one key twice", () => {
    expect(() => encodeSignatures("receipt", [])).toThrow(RangeError);
    expect(() => encodeSignatures("receipt", [first, first])).toThrow(RangeError);
  });

  it.each([
    ["not JSON", Buffer.from("x"), "E_SIG_FORMAT"],
    ["with a space", Buffer.from('{"payload_type": ""}'), "E_SIG_FORMAT"],
    ["without signatures", file({}), "E_SIG_FORMAT"],
    ["with another member", file({ signatures: [one], extra: 1 }), "E_SIG_FORMAT"],
    ["with another member in a signature", file({ signatures: [{ ...one, alg: "none" }] }), "E_SIG_FORMAT"],
    ["in the wrong order", file({ signatures: [high, low] }), "E_SIG_FORMAT"],
    ["with one key twice", file({ signatures: [one, one] }), "E_SIG_FORMAT"],
    ["with a short signature", file({ signatures: [{ ...one, sig: "AAAA" }] }), "E_SIG_FORMAT"],
    ["without padding", file({ signatures: [{ ...one, sig: one.sig.replaceAll("=", "") }] }), "E_SIG_FORMAT"],
    [
      "with loose last bits",
      file({ signatures: [{ ...one, sig: `${one.sig.slice(0, 85)}/==` }] }),
      "E_SIG_FORMAT",
    ],
    [
      "with an upper-case keyid",
      file({ signatures: [{ ...one, keyid: one.keyid.toUpperCase() }] }),
      "E_SIG_FORMAT",
    ],
    ["with nine signatures", file({ signatures: Array.from({ length: 9 }, () => one) }), "E_SIG_FORMAT"],
    ["of another format", file({ signatures: [one], payload_type: "text/plain" }), "E_TYPE_UNKNOWN"],
    [
      "of an unknown kind",
      file({ signatures: [one], payload_type: "application/vnd.socongdoan.letter.v1+json" }),
      "E_TYPE_UNKNOWN",
    ],
    [
      "of a later version",
      file({ signatures: [one], payload_type: "application/vnd.socongdoan.receipt.v2+json" }),
      "E_VERSION_UNSUPPORTED",
    ],
    [
      "of an unknown kind of a later version",
      file({ signatures: [one], payload_type: "application/vnd.socongdoan.letter.v2+json" }),
      "E_VERSION_UNSUPPORTED",
    ],
  ])("%s is refused", (_label, bytes, code) => {
    expect(() => decodeSignatures(bytes)).toThrow(expect.objectContaining({ code }));
  });
});

describe("a public key", () => {
  const prefix = "302a300506032b6570032100";
  const keyOf = (raw: string) => () => publicKeyOf(Buffer.from(prefix + raw, "hex"));
  const refused = expect.objectContaining({ code: "E_KEY_POINT" });

  it.each([
    ["order 1", "0100000000000000000000000000000000000000000000000000000000000000"],
    ["order 1, sign set", "0100000000000000000000000000000000000000000000000000000000000080"],
    ["order 2", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
    ["order 2, sign set", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"],
    ["order 4", "0000000000000000000000000000000000000000000000000000000000000000"],
    ["order 4, sign set", "0000000000000000000000000000000000000000000000000000000000000080"],
    ["order 8", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"],
    ["order 8, sign set", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"],
    ["order 8, other", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"],
    ["order 8, other, sign set", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"],
    ["p, for 0", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
    ["p, sign set", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"],
    ["p + 1, for 1", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
    ["p + 18, the last", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"],
    ["y = 2, not on the curve", "0200000000000000000000000000000000000000000000000000000000000000"],
  ])("that is no good point is refused: %s", (_label, raw) => {
    expect(keyOf(raw)).toThrow(refused);
  });

  it("is taken when node made it, 50 times over", () => {
    for (let index = 0; index < 50; index += 1) {
      const { publicKey } = generateKeyPairSync("ed25519");
      const spki = publicKey.export({ format: "der", type: "spki" });
      expect(publicKeyOf(spki).keyid).toBe(sha256(spki));
    }
  });

  it("of another algorithm or length is refused", () => {
    const x25519 = generateKeyPairSync("x25519").publicKey.export({ format: "der", type: "spki" });
    expect(() => publicKeyOf(x25519)).toThrow(refused);
    expect(keyOf("00".repeat(31))).toThrow(refused);
  });

  it("survives the way through PEM; a private key file is refused", () => {
    const key = publicHalf(keyOfSeed(1));
    expect(publicKeyFromPem(pemOf(key))).toEqual(key);
    expect(pemOf(key)).toBe(keyPem(1));
    const privatePem = keyOfSeed(1).export({ format: "pem", type: "pkcs8" }).toString();
    expect(() => publicKeyFromPem(privatePem)).toThrow(refused);
  });

  function keyPem(seed: number): string {
    const spki = Buffer.from(publicHalf(keyOfSeed(seed)).spki, "base64");
    const text = spki.toString("base64");
    return `-----BEGIN PUBLIC KEY-----\n${text}\n-----END PUBLIC KEY-----\n`;
  }
});

it("is the plain Ed25519 that any other program verifies", () => {
  const manifest = Buffer.from("{}");
  const key = keyOfSeed(5);
  const { sig } = signManifest("receipt", manifest, key);
  const pae = Buffer.from("DSSEv1 42 application/vnd.socongdoan.receipt.v1+json 2 {}");
  expect(verify(null, pae, createPrivateKey(key.export({ format: "pem", type: "pkcs8" })), sig)).toBe(true);
});
