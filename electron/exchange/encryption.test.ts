// Encrypted bundles, their passphrases and recipients, and the key file of an encryption key (bundle.md §2.2).
// Over 300 lines because the second reading of the age format, made of node's own cryptography, stands here too.
import {
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from "node:crypto";
import { Encrypter } from "age-encryption";
import { beforeAll, describe, expect, it } from "vitest";
import { ExchangeError } from "./codes.ts";
import {
  type DecryptionKeys,
  decryptBundle,
  encryptBundle,
  encryptBundleWithPassphrase,
  isPassphraseEncrypted,
  isEncrypted,
  recipientsOf,
} from "./encryption.ts";
import {
  type EncryptionKey,
  generateEncryptionKey,
  openEncryptionKey,
  scalarOf,
  sealEncryptionKey,
} from "./encryption-key.ts";
import { openSigningKey, readKeyFileHeader, sealSigningKey } from "./key-file.ts";
import {
  DIGEST_A,
  DISTRICT_ID,
  keyOfSeed,
  OTHER_ID,
  PROVINCE_ID,
  replayState,
  submissionBundle,
  trustList,
} from "./test-fixtures.ts";
import { verifierOfTrustList } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";

const written = submissionBundle();
let province: EncryptionKey;
let district: EncryptionKey;
let stranger: EncryptionKey;
beforeAll(async () => {
  [province, district, stranger] = await Promise.all([
    generateEncryptionKey(),
    generateEncryptionKey(),
    generateEncryptionKey(),
  ]);
});

const opening = (...keys: EncryptionKey[]): DecryptionKeys => ({
  identities: keys.map(({ identity }) => identity),
  passphrase: null,
});

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ExchangeError) return error.code;
    throw error;
  }
  return "opened";
}

describe("an encrypted bundle", () => {
  it("is opened by each of its recipients and by nobody else", async () => {
    const file = await encryptBundle(written.bytes, [province.recipient, district.recipient]);
    expect(isEncrypted(file)).toBe(true);
    expect(isEncrypted(written.bytes)).toBe(false);
    for (const key of [province, district]) {
      expect(Buffer.from(await decryptBundle(file, opening(key))).equals(Buffer.from(written.bytes))).toBe(
        true,
      );
    }
    expect(await codeOf(decryptBundle(file, opening(stranger)))).toBe("E_ENC_NO_KEY");
    expect(await codeOf(decryptBundle(file, opening()))).toBe("E_ENC_NO_KEY");
    expect(await codeOf(decryptBundle(file, opening(stranger, province)))).toBe("opened");
  });

  it("is opened by a second reading of the age format, made of node's own cryptography", async () => {
    const file = Buffer.from(await encryptBundle(written.bytes, [province.recipient]));
    expect(decryptAgain(file, province).equals(Buffer.from(written.bytes))).toBe(true);
  });

  it("is verified like the bundle inside, and hands that one out", async () => {
    const verifier = {
      ...verifierOfTrustList(trustList(), DIGEST_A),
      ownUnitId: PROVINCE_ID,
      replay: replayState(),
    };
    const file = await encryptBundle(written.bytes, [province.recipient]);
    const result = await verifyBundle(file, { ...verifier, decryption: opening(province) });
    if (!result.ok) throw new Error(result.code);
    expect(result).toMatchObject({ digest: written.digest, wasEncrypted: true, warnings: [] });
    expect(Buffer.from(result.bytes).equals(Buffer.from(written.bytes))).toBe(true);
    expect(await verifyBundle(written.bytes, verifier)).toMatchObject({ ok: true, wasEncrypted: false });
    expect(await verifyBundle(file, verifier)).toMatchObject({ ok: false, step: "V1", code: "E_ENC_NO_KEY" });
    const sentOn = { ...verifier, ownUnitId: OTHER_ID, decryption: opening(stranger) };
    const forStranger = await encryptBundle(written.bytes, [stranger.recipient]);
    expect(await verifyBundle(forStranger, sentOn)).toMatchObject({
      ok: false,
      step: "V8",
      code: "E_AUDIENCE",
    });
  });

  it("with any byte changed, cut anywhere, or with one byte more, is refused", async () => {
    const small = Buffer.from("PK\x03\x04 and a little more", "latin1");
    const file = Buffer.from(await encryptBundle(small, [province.recipient]));
    const tally: Record<string, number> = {};
    const refuse = async (bytes: Uint8Array, label: string) => {
      const code = isEncrypted(bytes)
        ? await codeOf(decryptBundle(bytes, opening(province)))
        : "not encrypted";
      expect(code, label).toMatch(/^(E_ENC_(NO_KEY|AUTH|SIZE)|not encrypted)$/);
      tally[code] = (tally[code] ?? 0) + 1;
    };
    for (let at = 0; at < file.length; at += 1) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
      await refuse(changed, `byte ${at}`);
      await refuse(file.subarray(0, at), `cut at ${at}`);
      await refuse(
        Buffer.concat([file.subarray(0, at), Buffer.from([at % 256]), file.subarray(at)]),
        `+${at}`,
      );
    }
    await refuse(Buffer.concat([file, Buffer.from([0])]), "one more at the end");
    await refuse(Buffer.concat([file, file]), "twice");
    expect(tally["E_ENC_AUTH"]).toBeGreaterThan(100);
    expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(3 * file.length + 2);
  });

  it("that holds something else than a bundle, also another encrypted one, is refused in V1", async () => {
    const pdf = await encryptBundle(Buffer.from("%PDF-1.7"), [province.recipient]);
    expect(await codeOf(decryptBundle(pdf, opening(province)))).toBe("E_ENC_AUTH");
    const twice = await encryptBundle(await encryptBundle(written.bytes, [province.recipient]), [
      province.recipient,
    ]);
    expect(await codeOf(decryptBundle(twice, opening(province)))).toBe("E_ENC_AUTH");
    expect(
      await codeOf(
        decryptBundle(await encryptBundle(new Uint8Array(), [province.recipient]), opening(province)),
      ),
    ).toBe("E_ENC_AUTH");
  });

  it("across the boundaries of the 64 KiB chunks gives back its bytes", async () => {
    for (const size of [64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 128 * 1024]) {
      const bytes = Buffer.alloc(size, 7);
      bytes.write("PK\x03\x04", "latin1");
      const file = await encryptBundle(bytes, [province.recipient]);
      expect(Buffer.from(await decryptBundle(file, opening(province))).equals(bytes)).toBe(true);
    }
  });

  it("larger than a bundle may be is refused before anything is decrypted", async () => {
    const header = Buffer.from("age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n");
    const chunks = 1024;
    const most = Buffer.concat([header, Buffer.alloc(16 + 64 * 1024 * 1024 + chunks * 16)]);
    expect(await codeOf(decryptBundle(most, opening(province)))).toBe("E_ENC_AUTH");
    expect(await codeOf(decryptBundle(Buffer.concat([most, Buffer.alloc(17)]), opening(province)))).toBe(
      "E_ENC_SIZE",
    );
    const result = await verifyBundle(
      Buffer.concat([most, Buffer.alloc(200 * 1024)]),
      verifierOfTrustList(trustList(), DIGEST_A),
    );
    expect(result).toMatchObject({ ok: false, step: "V0", code: "E_SIZE_FILE" });
  });

  it("has one to twenty recipients, each a good point", async () => {
    const keys = await Promise.all(Array.from({ length: 21 }, generateEncryptionKey));
    const recipients = keys.map(({ recipient }) => recipient);
    expect(await codeOf(encryptBundle(written.bytes, []))).toBe("E_ENC_SIZE");
    expect(await codeOf(encryptBundle(written.bytes, recipients))).toBe("E_ENC_SIZE");
    expect(await codeOf(encryptBundle(written.bytes, [...recipients.slice(1), ...recipients.slice(1)]))).toBe(
      "opened",
    );
    expect(await codeOf(encryptBundle(written.bytes, ["age1qqq"]))).toBe("E_KEY_POINT");
    // What another program may have written.
    const crowded = new Encrypter();
    for (const recipient of recipients) crowded.addRecipient(recipient);
    const file = await crowded.encrypt(written.bytes);
    expect(
      await codeOf(
        decryptBundle(file, { identities: keys.map(({ identity }) => identity), passphrase: null }),
      ),
    ).toBe("E_ENC_SIZE");
  });

  it("with an endless header is refused", async () => {
    const endless = Buffer.from(`age-encryption.org/v1\n${"-> X25519 abc\nabc\n".repeat(10_000)}`);
    expect(await codeOf(decryptBundle(endless, opening(province)))).toBe("E_ENC_SIZE");
    expect(
      await codeOf(decryptBundle(Buffer.from("age-encryption.org/v1\n-> X25519 abc"), opening(province))),
    ).toBe("E_ENC_AUTH");
  });
});

describe("a passphrase given over the telephone", () => {
  const heard = (passphrase: string): DecryptionKeys => ({ identities: [], passphrase });

  it("opens what was encrypted with it, in any Unicode form", async () => {
    const encrypter = new Encrypter();
    encrypter.setPassphrase("bốn từ chẳng liên quan".normalize("NFC"));
    encrypter.setScryptWorkFactor(10);
    const file = await encrypter.encrypt(written.bytes);
    expect(await codeOf(decryptBundle(file, heard("bốn từ chẳng liên quan".normalize("NFD"))))).toBe(
      "opened",
    );
    expect(await codeOf(decryptBundle(file, heard("bốn từ chẳng liên quan")))).toBe("opened");
    expect(await codeOf(decryptBundle(file, heard("bốn từ chẳng liên can")))).toBe("E_ENC_NO_KEY");
    expect(await codeOf(decryptBundle(file, opening(province)))).toBe("E_ENC_NO_KEY");
  });

  it("is made for one file, and opens it however it is typed down", async () => {
    const { bytes: file, passphrase: made } = await encryptBundleWithPassphrase(written.bytes);
    const { passphrase: other } = await encryptBundleWithPassphrase(written.bytes);
    expect(made).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(made).not.toBe(other);
    expect([isPassphraseEncrypted(file), isPassphraseEncrypted(written.bytes)]).toEqual([true, false]);
    for (const typed of [
      made,
      made.toLowerCase(),
      made.replaceAll("-", " "),
      ` ${made.replaceAll("0", "O")} `,
    ])
      expect([typed, await codeOf(decryptBundle(file, heard(typed)))]).toEqual([typed, "opened"]);
    expect(await codeOf(decryptBundle(file, heard(other)))).toBe("E_ENC_NO_KEY");
    expect(isPassphraseEncrypted(await encryptBundle(written.bytes, [province.recipient]))).toBe(false);
  });

  it("may not ask for more work than 2^20", async () => {
    const { bytes, passphrase } = await encryptBundleWithPassphrase(written.bytes);
    const text = Buffer.from(bytes).toString("latin1");
    const costly = Buffer.from(text.replace(/^(-> scrypt \S+) 14$/m, "$1 21"), "latin1");
    expect(await codeOf(decryptBundle(costly, heard(passphrase)))).toBe("E_ENC_SIZE");
  });
});

describe("recipients of a bundle", () => {
  it("are the active encryption keys of its audience, and who has none is named", () => {
    const list = {
      ...trustList(),
      enc_keys: [
        { recipient: "age1c", unit_id: PROVINCE_ID, status: "active" as const },
        { recipient: "age1b", unit_id: PROVINCE_ID, status: "active" as const },
        { recipient: "age1a", unit_id: PROVINCE_ID, status: "revoked" as const },
        { recipient: "age1d", unit_id: DISTRICT_ID, status: "retired" as const },
      ],
    };
    expect(recipientsOf(list, [PROVINCE_ID, DISTRICT_ID])).toEqual({
      recipients: ["age1b", "age1c"],
      without: [DISTRICT_ID],
    });
  });
});

describe("the key file of an encryption key", () => {
  const owner = { unitId: DISTRICT_ID, createdAt: "2024-06-20T03:04:05Z" };
  const passphrase = "bốn từ chẳng liên quan";
  const cheap = { scryptN: 2 ** 15 };

  it("gives back the key, to its passphrase only", async () => {
    const file = await sealEncryptionKey(province, owner, passphrase, cheap);
    expect(readKeyFileHeader(file)).toEqual({ use: "enc", alg: "x25519", keyid: province.keyid, ...owner });
    expect(await openEncryptionKey(file, passphrase)).toEqual(province);
    expect(await codeOf(openEncryptionKey(file, `${passphrase}.`))).toBe("E_KEY_PASSPHRASE");
    expect(Buffer.from(file).toString("latin1")).not.toContain(province.identity);
  });

  it("is not taken for a signing key, nor a signing key's for it", async () => {
    const file = await sealEncryptionKey(province, owner, passphrase, cheap);
    expect(await codeOf(openSigningKey(file, passphrase))).toBe("E_KEY_FILE");
    const signing = await sealSigningKey(keyOfSeed(1), owner, passphrase, cheap);
    expect(await codeOf(openEncryptionKey(signing, passphrase))).toBe("E_KEY_FILE");
  });
});

/** age v1 (C2SP age.md) for one X25519 recipient: header MAC, wrapped file key, chunks of 64 KiB. */
function decryptAgain(file: Buffer, key: EncryptionKey): Buffer {
  const macLine = file.indexOf("\n--- ");
  const headerEnd = file.indexOf("\n", macLine + 1) + 1;
  const lines = file.toString("latin1", 0, headerEnd).split("\n");
  const share = Buffer.from(lines[1]?.split(" ")[2] ?? "", "base64");
  const wrapped = Buffer.from(lines[2] ?? "", "base64");
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from("302e020100300506032b656e04220420", "hex"), scalarOf(key.identity)]),
    format: "der",
    type: "pkcs8",
  });
  const spki = Buffer.from("302a300506032b656e032100", "hex");
  const own = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(spki.length);
  const theirs = createPublicKey({ key: Buffer.concat([spki, share]), format: "der", type: "spki" });
  const shared = diffieHellman({ privateKey, publicKey: theirs });
  const derived = (secret: Uint8Array, salt: Uint8Array, label: string) =>
    Buffer.from(hkdfSync("sha256", secret, salt, label, 32));
  const open = (secret: Buffer, nonce: Buffer, sealed: Buffer) => {
    const cipher = createDecipheriv("chacha20-poly1305", secret, nonce, { authTagLength: 16 });
    cipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
  };
  const wrapping = derived(shared, Buffer.concat([share, own]), "age-encryption.org/v1/X25519");
  const fileKey = open(wrapping, Buffer.alloc(12), wrapped);
  const mac = createHmac("sha256", derived(fileKey, Buffer.alloc(0), "header")).update(
    file.subarray(0, macLine + 4),
  );
  expect(mac.digest("base64").replace(/=+$/, "")).toBe(lines[3]?.slice(4));
  const nonce = file.subarray(headerEnd, headerEnd + 16);
  const payloadKey = derived(fileKey, nonce, "payload");
  const payload = file.subarray(headerEnd + 16);
  const plain: Buffer[] = [];
  for (let at = 0, chunk = 0; at < payload.length; at += 65_552, chunk += 1) {
    const counter = Buffer.alloc(12);
    counter.writeUInt32BE(chunk, 7);
    counter.writeUInt8(at + 65_552 >= payload.length ? 1 : 0, 11);
    plain.push(open(payloadKey, counter, payload.subarray(at, at + 65_552)));
  }
  return Buffer.concat(plain);
}
