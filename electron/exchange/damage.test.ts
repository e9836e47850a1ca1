// Every damage a file meets on its way (security.md B3, F9), to a small bundle of every kind: each is refused with a code,
// nothing escapes as another error. The everyday run damages a submission at every byte, the other kinds at one in
// thirteen, and takes samples of the costly combinations; `SCD_EXHAUSTIVE=1` does every bit of every kind. Either way
// the counts are printed.
// Over 300 lines because every kind of damage is done to every kind of bundle by one loop.
import { crc32 } from "node:zlib";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { CODES } from "./codes.ts";
import { readContainer } from "./container.ts";
import { encryptBundle } from "./encryption.ts";
import { type EncryptionKey, generateEncryptionKey } from "./encryption-key.ts";
import { programmeContent } from "./programme-content.ts";
import { issuesContent } from "./reply-issues.ts";
import { publicHalf } from "./public-key.ts";
import {
  DIGEST_A,
  DISTRICT_ID,
  DISTRICT_KEY,
  enrolmentDraft,
  keyOfSeed,
  PROVINCE_ID,
  PROVINCE_KEY,
  programmeDraft,
  receiptDraft,
  replayState,
  returnDraft,
  ROOT_KEY,
  ROWS,
  STRANGER_KEY,
  submissionDraft,
  trustList,
  trustlistDraft,
} from "./test-fixtures.ts";
import { renewTrustList, replaceRoot } from "./trust-list.ts";
import { type Verifier, verifierOfTrustList } from "./verifier.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { type BundleContent, writeBundle } from "./write-bundle.ts";

const IS_EXHAUSTIVE = process.env["SCD_EXHAUSTIVE"] !== undefined;
/** Places that a costly check looks at: all, or one in this many. */
const STRIDE = IS_EXHAUSTIVE ? 1 : 7;
const BITS = IS_EXHAUSTIVE ? [0, 1, 2, 3, 4, 5, 6, 7] : undefined;
if (IS_EXHAUSTIVE) vi.setConfig({ testTimeout: 3_600_000 });
const KNOWN = new Set<string>(CODES.map(({ code }) => code));

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly verifier: Verifier;
}

const LIST = trustList();
const PROGRAMME = elementOf(PROGRAMMES);
const province: Verifier = {
  ...verifierOfTrustList(LIST, DIGEST_A),
  ownUnitId: PROVINCE_ID,
  replay: replayState(),
};
const district: Verifier = {
  ...province,
  ownUnitId: DISTRICT_ID,
  replay: replayState({
    findSent: (digest) => ({
      ...receiptDraft().receipt.in_reply_to,
      bundleId: receiptDraft().receipt.in_reply_to.bundle_id,
      unitId: DISTRICT_ID,
      instanceId: receiptDraft().receipt.in_reply_to.instance_id,
      submission: { submissionId: returnDraft().return.submission_id, revision: 0 },
      outcome: digest === DIGEST_A ? null : { result: "", replyDigest: "" },
    }),
  }),
};
const sample = (
  name: string,
  content: BundleContent,
  key: Parameters<typeof writeBundle>[1],
  verifier: Verifier,
) => ({
  name,
  bytes: Buffer.from(writeBundle(content, key).bytes),
  verifier,
});

function walkedList(): Sample {
  const rotated = replaceRoot(LIST, DIGEST_A, [publicHalf(keyOfSeed(11))], 1);
  const step = writeBundle({ manifest: trustlistDraft(rotated) }, [ROOT_KEY, keyOfSeed(11)]);
  const newest = renewTrustList(rotated, step.digest, null);
  const content = { manifest: trustlistDraft(newest), roots: [step.bytes] };
  return sample("trustlist with an older list", content, [keyOfSeed(11)], province);
}

function samples(): Sample[] {
  const { tables: issueTables, ...issues } = issuesContent([
    {
      id: "1",
      severity: "error",
      table: null,
      row_key: null,
      field: null,
      code: "V01",
      message: "Số liệu\r\nkhông khớp",
      suggestion: null,
    },
  ]);
  const { section, tables } = programmeContent(PROGRAMME);
  const text = { name: "ghi-chu.txt", mediaType: "text/plain", role: "attachment" as const };
  return [
    sample(
      "submission",
      {
        manifest: submissionDraft(),
        tables: [{ name: "entries", schema: "entries.v1", rows: ROWS }],
        documents: [{ ...text, bytes: Buffer.from("dòng một\r\ndòng hai\r\n") }],
      },
      [DISTRICT_KEY],
      province,
    ),
    sample("receipt", { manifest: receiptDraft() }, [PROVINCE_KEY], district),
    sample(
      "return",
      { manifest: { ...returnDraft(), return: { ...returnDraft().return, ...issues } }, tables: issueTables },
      [PROVINCE_KEY],
      district,
    ),
    sample(
      "programme",
      { manifest: { ...programmeDraft(), programme: { ...programmeDraft().programme, ...section } }, tables },
      [PROVINCE_KEY],
      district,
    ),
    sample("enrolment", { manifest: enrolmentDraft(STRANGER_KEY) }, [STRANGER_KEY], province),
    sample(
      "trustlist",
      { manifest: trustlistDraft({ ...LIST, version: 3, prev_sha256: DIGEST_A }) },
      [ROOT_KEY],
      province,
    ),
    walkedList(),
  ];
}

const tally = new Map<string, number>();
const codes = new Map<string, number>();

async function refuse(given: Verifier, bytes: Uint8Array, damage: string, place: string): Promise<string> {
  const result = await verifyBundle(bytes, given);
  if (result.ok || !KNOWN.has(result.code))
    expect.fail(`${damage} ${place}: ${result.ok ? "accepted" : result.code}`);
  tally.set(damage, (tally.get(damage) ?? 0) + 1);
  codes.set(result.code, (codes.get(result.code) ?? 0) + 1);
  return result.code;
}

const SAMPLES = samples();

describe.each(SAMPLES.map((one) => [one.name, one] as const))("a %s", (name, { bytes: good, verifier }) => {
  const step = IS_EXHAUSTIVE || name === "submission" ? 1 : 13;
  const flipped = (at: number, bit: number) => {
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(at) ^ (1 << bit), at);
    return bad;
  };

  it("is good to begin with", async () => {
    expect(await verifyBundle(good, verifier)).toMatchObject({ ok: true });
  });

  it("with any bit flipped is refused", async () => {
    for (let at = 0; at < good.length; at += step) {
      for (const bit of BITS ?? [at % 8])
        await refuse(verifier, flipped(at, bit), "bit flipped", `${at}.${bit}`);
    }
  });

  it("cut anywhere is refused", async () => {
    for (let at = 0; at < good.length; at += step)
      await refuse(verifier, good.subarray(0, at), "cut", `${at}`);
    for (let at = 1; at < good.length; at += STRIDE)
      await refuse(verifier, good.subarray(at), "start lost", `${at}`);
  });

  it("with a byte more or less anywhere is refused", async () => {
    for (let at = 0; at <= good.length; at += step) {
      const more = Buffer.concat([good.subarray(0, at), Buffer.from([(at * 37) % 256]), good.subarray(at)]);
      await refuse(verifier, more, "byte more", `${at}`);
      if (at === good.length) continue;
      const less = Buffer.concat([good.subarray(0, at), good.subarray(at + 1)]);
      await refuse(verifier, less, "byte less", `${at}`);
    }
  });

  it("with any bit flipped and every checksum of the container repaired is refused", async () => {
    for (let at = 0; at < good.length; at += STRIDE) {
      for (const bit of BITS ?? [at % 8]) {
        const bad = flipped(at, bit);
        repairChecksums(bad, good);
        // A flip inside a checksum is repaired away.
        if (!bad.equals(good)) await refuse(verifier, bad, "bit flipped, checksums repaired", `${at}.${bit}`);
      }
    }
  });

  it("with two bytes flipped at once, also of one field in both records, is refused", async () => {
    for (let at = 0; at < good.length; at += STRIDE * 5) {
      for (const distance of [1, 16, 30, 512]) {
        const bad = flipped(at, 0);
        const other = (at + distance) % good.length;
        bad.writeUInt8(bad.readUInt8(other) ^ 1, other);
        await refuse(verifier, bad, "two bits", `${at}+${distance}`);
      }
    }
  });

  it("with sectors zeroed, repeated, swapped or filled from elsewhere is refused", async () => {
    for (let at = 0; at < good.length; at += 512) {
      const end = Math.min(at + 512, good.length);
      for (const filler of [0x00, 0xff, 0xf6]) {
        const bad = Buffer.from(good).fill(filler, at, end);
        // The last bytes of a container are zeros already.
        if (!bad.equals(good)) await refuse(verifier, bad, "sector filled", `${at}`);
      }
      const next = good.subarray(end, Math.min(end + 512, good.length));
      if (next.length === 0) continue;
      const swapped = Buffer.concat([
        good.subarray(0, at),
        next,
        good.subarray(at, end),
        good.subarray(end + next.length),
      ]);
      await refuse(verifier, swapped, "sectors swapped", `${at}`);
      const repeated = Buffer.concat([good.subarray(0, end), good.subarray(at)]);
      await refuse(verifier, repeated, "sector repeated", `${at}`);
    }
  });

  it("mangled as text is refused", async () => {
    const latin = good.toString("latin1");
    const mangled: Record<string, Buffer> = {
      "LF made CRLF": Buffer.from(latin.replace(/\r?\n/g, "\r\n"), "latin1"),
      "CRLF made LF": Buffer.from(latin.replaceAll("\r\n", "\n"), "latin1"),
      "CR made LF": Buffer.from(latin.replaceAll("\r", "\n"), "latin1"),
      "LF made CR": Buffer.from(latin.replaceAll("\n", "\r"), "latin1"),
      "eighth bit lost": Buffer.from(good.map((byte) => byte & 0x7f)),
      "taken for Latin-1 and written as UTF-8": Buffer.from(latin, "utf8"),
      "taken for UTF-8": Buffer.from(good.toString("utf8"), "utf8"),
      "NUL bytes dropped": Buffer.from(latin.replaceAll("\0", ""), "latin1"),
      "cut at Ctrl-Z": good.subarray(0, good.indexOf(0x1a) < 0 ? good.length - 1 : good.indexOf(0x1a)),
      base64: Buffer.from(good.toString("base64"), "latin1"),
      "base64 in lines": Buffer.from(good.toString("base64").replace(/(.{76})/g, "$1\r\n"), "latin1"),
      hex: Buffer.from(good.toString("hex"), "latin1"),
      "a mark at the start": Buffer.concat([Buffer.from("\ufeff"), good]),
      "a line feed at the end": Buffer.concat([good, Buffer.from("\n")]),
      "UTF-16": Buffer.from(latin, "utf16le"),
    };
    for (const [damage, bad] of Object.entries(mangled)) {
      if (!bad.equals(good)) await refuse(verifier, bad, "text mode", damage);
    }
  });

  it("joined with another bundle, before or behind, is refused", async () => {
    for (const other of SAMPLES) {
      await refuse(verifier, Buffer.concat([good, other.bytes]), "joined", other.name);
      await refuse(
        verifier,
        Buffer.concat([good, Buffer.alloc(512 - (good.length % 512)), other.bytes]),
        "joined",
        other.name,
      );
    }
    await refuse(verifier, Buffer.concat([good, good, good]), "joined", "thrice");
  });

  it("with parts of another bundle of the same shape is refused", async () => {
    for (const other of SAMPLES) {
      if (other.bytes.equals(good)) continue;
      for (const at of [30, 200, Math.floor(good.length / 2), good.length - 22]) {
        const grafted = Buffer.concat([good.subarray(0, at), other.bytes.subarray(at)]);
        // Both begin alike: a short graft is the other bundle itself.
        if (!grafted.equals(other.bytes)) await refuse(verifier, grafted, "grafted", other.name);
      }
    }
  });
});

describe("an encrypted bundle of every kind", () => {
  let key: EncryptionKey;
  beforeAll(async () => {
    key = await generateEncryptionKey();
  });

  it("with any damage is refused", async () => {
    for (const { bytes, verifier } of SAMPLES) {
      const file = Buffer.from(await encryptBundle(bytes, [key.recipient]));
      const opening = { ...verifier, decryption: { identities: [key.identity], passphrase: null } };
      expect(await verifyBundle(file, opening)).toMatchObject({ ok: true, wasEncrypted: true });
      for (let at = 0; at < file.length; at += IS_EXHAUSTIVE ? 1 : 23) {
        const bad = Buffer.from(file);
        bad.writeUInt8(bad.readUInt8(at) ^ (1 << (at % 8)), at);
        await refuse(opening, bad, "encrypted, bit flipped", `${at}`);
        await refuse(opening, file.subarray(0, at), "encrypted, cut", `${at}`);
      }
    }
  });
});

afterAll(() => {
  const lines = [...tally].map(([damage, count]) => `${damage}: ${count}`);
  const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
  const byCode = [...codes].toSorted((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`);
  process.stdout.write(
    `refused ${total} damaged bundles of ${SAMPLES.length} kinds (${lines.join(", ")})\n${byCode.join(", ")}\n`,
  );
});

/** Writes the right CRC-32 into both records of every entry, found by the layout of the good file. */
function repairChecksums(bad: Buffer, good: Buffer): void {
  const entries = readContainer(good);
  let local = 0;
  let central = entries.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
  for (const { name, bytes } of entries) {
    const start = local + 30 + name.length;
    const crc = crc32(bad.subarray(start, start + bytes.length));
    bad.writeUInt32LE(crc, local + 14);
    bad.writeUInt32LE(crc, central + 16);
    local = start + bytes.length;
    central += 46 + name.length;
  }
}

function elementOf<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error("nothing there");
  return first;
}
