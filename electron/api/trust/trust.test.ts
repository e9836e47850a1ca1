// The trust list through the contract: a province and a district on real files, every list opened again by another office.
// Over 300 lines because one province changes its list in every way it can, and each is followed to an office that reads it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listTrust } from "../../database/queries/trust-lists.ts";
import { findBrokenAudit } from "../../database/queries/audit.ts";
import { builtOnce } from "../../../test/support/built-once.ts";
import { enrolment, inspect, listOf, takeIn } from "../../../test/support/exchange-between.ts";
import { NEW_PASSPHRASE, PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { offered, type Office, uploaded } from "../../../test/support/test-office.ts";

let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld();
});
afterEach(() => world.close());

/** The code of the file's own fault where a call is refused for one. */
const codeOf = async (refused: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await refused.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error) || !("code" in error)) throw new Error("not refused");
  const data = "data" in error && typeof error.data === "object" ? error.data : null;
  return data && "code" in data ? data.code : error.code;
};

const acquainted = builtOnce(async (prepared) => prepared.district("LDLD-B", [], await prepared.province()));

async function pair(): Promise<{ province: Office; district: Office; keyid: string }> {
  await acquainted(world);
  const district = await world.open("LDLD-B");
  const keyid = (await district.client.keys.status()).keys[0]?.keyid ?? "";
  return { province: await world.open("tinh"), district, keyid };
}

it("keeps the encryption keys of the province and of a registered unit in the list", async () => {
  const { province, district } = await pair();
  const details = await province.client.trust.open();
  const own = (await district.client.keys.status()).encryption[0];
  expect(own?.recipient).toMatch(/^age1/);
  expect(details?.units.find(({ code }) => code === "LDLD-B")?.recipients).toEqual([
    { recipient: own?.recipient, status: "active" },
  ]);
  expect(details?.units.find(({ isOwn }) => isOwn)?.recipients).toHaveLength(1);
});

it("retires a key up to what was taken in, and the unit is told", async () => {
  const { province, district, keyid } = await pair();
  const after = await province.client.trust.change({
    passphrase: PASSPHRASE,
    change: { kind: "retire", keyid, inTransit: 2 },
  });
  expect(after.version).toBe(3);
  const key = after.units.find(({ code }) => code === "LDLD-B")?.keys[0];
  expect(key).toMatchObject({
    status: "retired",
    accept: [
      { stream: "enrolment", lastSeq: 1 },
      { stream: "submission", lastSeq: 2 },
    ],
  });
  await takeIn(district, await listOf(province));
  expect((await district.client.keys.status()).keys[0]).toMatchObject({ keyid, standing: "retired" });
  // Once is enough: nobody retires it again.
  expect(
    await codeOf(
      province.client.trust.change({
        passphrase: PASSPHRASE,
        change: { kind: "retire", keyid, inTransit: 0 },
      }),
    ),
  ).toBe("KEY_STATE");
  expect((await province.client.trust.open())?.version).toBe(3);
});

it("revokes a key with its reason and refuses what it signs afterwards", async () => {
  const { province, district, keyid } = await pair();
  await province.client.trust.change({
    passphrase: PASSPHRASE,
    change: { kind: "revoke", keyid, reason: "Máy bị mất", knownGood: [] },
  });
  await takeIn(district, await listOf(province));
  expect((await district.client.keys.status()).keys[0]).toMatchObject({
    standing: "revoked",
    reason: "Máy bị mất",
  });
  // A new registration vouched for by the revoked key is worth nothing.
  const rotated = await district.client.keys.rotate({
    passphrase: PASSPHRASE,
    newPassphrase: NEW_PASSPHRASE,
  });
  const refused = province.client.keys.addToTrust({
    ticket: await uploaded(province.host, offered(district.host, rotated.ticket)),
    passphrase: PASSPHRASE,
  });
  expect(await codeOf(refused)).toBe("E_KEY_REVOKED");
});

it("takes a new key without paper when the old one vouches for it, and the unit changes over with the list", async () => {
  const { province, district, keyid } = await pair();
  const rotated = await district.client.keys.rotate({
    passphrase: PASSPHRASE,
    newPassphrase: NEW_PASSPHRASE,
  });
  expect(
    await codeOf(district.client.keys.rotate({ passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE })),
  ).toBe("KEY_WAITING");
  // Until the list comes the old key is the one that signs.
  expect((await district.client.keys.status()).keys).toMatchObject([
    { keyid, isWaiting: false },
    { keyid: rotated.keyid, isWaiting: true, standing: "unlisted" },
  ]);
  await province.client.keys.addToTrust({
    ticket: await uploaded(province.host, offered(district.host, rotated.ticket)),
    passphrase: PASSPHRASE,
  });
  const keys = (await province.client.trust.open())?.units.find(({ code }) => code === "LDLD-B")?.keys;
  expect(Object.fromEntries((keys ?? []).map(({ keyid: id, status }) => [id, status]))).toEqual({
    [keyid]: "retired",
    [rotated.keyid]: "active",
  });
  await takeIn(district, await listOf(province));
  expect((await district.client.keys.status()).keys).toMatchObject([
    { keyid: rotated.keyid, isWaiting: false, standing: "active" },
  ]);
});

it("asks for the paper when only the new key signed", async () => {
  const { province, district, keyid } = await pair();
  const rotated = await district.client.keys.rotate({
    passphrase: PASSPHRASE,
    newPassphrase: NEW_PASSPHRASE,
  });
  const again = await enrolment(district, NEW_PASSPHRASE);
  const add = async (confirmedKeyid?: string) =>
    province.client.keys.addToTrust({
      ticket: await uploaded(province.host, again.bytes),
      passphrase: PASSPHRASE,
      ...(confirmedKeyid === undefined ? {} : { confirmedKeyid }),
    });
  expect(again.keyid).toBe(rotated.keyid);
  expect(await codeOf(add())).toBe("KEYID_MISMATCH");
  expect(await codeOf(add(keyid))).toBe("KEYID_MISMATCH");
  await add(again.keyid);
  // The paper says that the key is theirs; that the old one ends is another decision.
  const keys = (await province.client.trust.open())?.units.find(({ code }) => code === "LDLD-B")?.keys;
  expect(keys?.every(({ status }) => status === "active")).toBe(true);
});

it("replaces a lost key in one version", async () => {
  const { province, keyid } = await pair();
  const again = await world.district("LDLD-B", [], undefined, { folder: "máy mới" });
  const fresh = await enrolment(again);
  const lost = { keyid, status: "revoked" as const, reason: "Mất máy tính" };
  const add = async (of = lost) =>
    province.client.keys.addToTrust({
      ticket: await uploaded(province.host, fresh.bytes),
      passphrase: PASSPHRASE,
      confirmedKeyid: fresh.keyid,
      lost: of,
    });
  expect(await codeOf(add({ ...lost, keyid: "0".repeat(64) }))).toBe("KEY_NOT_LISTED");
  const { version } = await add();
  expect(version).toBe(3);
  const keys = (await province.client.trust.open())?.units.find(({ code }) => code === "LDLD-B")?.keys;
  expect(keys?.find((key) => key.keyid === keyid)).toMatchObject({
    status: "revoked",
    revokedReason: "Mất máy tính",
  });
  expect(keys?.find((key) => key.keyid === fresh.keyid)?.status).toBe("active");
  expect(await codeOf(add())).toBe("E_KEY_DUPLICATE");
});

it("changes the root twice, and an office two roots behind walks to the newest", async () => {
  const { province, district } = await pair();
  const rotate = (newPassphrase: string, passphrase: string, keys: number, threshold: number) =>
    province.client.trust.change({
      passphrase,
      change: { kind: "rotateRoot", keys, threshold, newPassphrase },
    });
  expect(await codeOf(rotate(NEW_PASSPHRASE, PASSPHRASE, 1, 2))).toBe("THRESHOLD_TOO_HIGH");
  expect(await codeOf(rotate("ngắn", PASSPHRASE, 1, 1))).toBe("PASSPHRASE_WEAK");
  const first = await rotate(NEW_PASSPHRASE, PASSPHRASE, 3, 2);
  expect(first.root).toMatchObject({ version: 2, threshold: 2 });
  expect(first.root.keys.every(({ isHere }) => isHere)).toBe(true);
  // The old root no longer signs.
  expect(await codeOf(rotate(NEW_PASSPHRASE, PASSPHRASE, 1, 1))).toBe("PASSPHRASE_WRONG");
  const second = await rotate(`${NEW_PASSPHRASE} hai`, NEW_PASSPHRASE, 1, 1);
  expect(second.root.version).toBe(3);
  // Both changes, in order: the version that made the second is no help to somebody at the first root.
  const alone = await inspect(district, await listOf(province));
  expect(alone.fault?.code).toBe("E_KEY_UNKNOWN");
  await province.client.trust.change({
    passphrase: `${NEW_PASSPHRASE} hai`,
    change: { kind: "renew", reviewAfter: "2027-01-01" },
  });
  const walked = await takeIn(district, await listOf(province));
  expect(walked.outcome).toBe("accepted");
  expect((await district.client.trust.open())?.root.version).toBe(3);
  expect(listTrust(province.host.context.workspace.db)).toHaveLength(5);
  expect(findBrokenAudit(province.host.context.workspace.db)).toBeNull();
}, 60_000);

it("signs from paper once a root key has left the computer, and never lets an unread paper go", async () => {
  const province = await world.province();
  const root = (await province.client.keys.status()).keys.find(({ use }) => use === "root");
  const keyid = root?.keyid ?? "";
  const printed = await province.client.keys.paper({ keyid, passphrase: PASSPHRASE });
  expect(printed.code).toMatch(/^SCDK1-([0-9A-Z]{5}-)+[0-9A-Z]{1,5}$/);
  const misread = printed.code.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect(await codeOf(province.client.trust.forgetRoot({ keyid, paperCode: misread }))).toBe("E_KEY_PAPER");
  const gone = await province.client.trust.forgetRoot({ keyid, paperCode: printed.code });
  expect(gone.root.keys).toEqual([{ keyid, isHere: false }]);
  const renew = (paperCodes: string[]) =>
    province.client.trust.change({
      passphrase: PASSPHRASE,
      paperCodes,
      change: { kind: "renew", reviewAfter: null },
    });
  expect(await codeOf(renew([]))).toBe("ROOT_KEYS_MISSING");
  // As it is typed: small letters, spaces instead of hyphens.
  expect((await renew([printed.code.toLowerCase().replaceAll("-", " ")])).version).toBe(2);
  const restored = await province.client.keys.restorePaper({
    code: printed.code,
    passphrase: NEW_PASSPHRASE,
  });
  expect(restored).toEqual({ keyid, use: "root", wasHere: false });
  expect((await province.client.trust.open())?.root.keys).toEqual([{ keyid, isHere: true }]);
});

it("gives a root key, never a signing key, as a PEM file that openssl opens to the same key", async () => {
  const province = await world.province();
  const { keys } = await province.client.keys.status();
  const root = keys.find(({ use }) => use === "root")?.keyid ?? "";
  const signing = keys.find(({ use }) => use === "sign")?.keyid ?? "";
  const pem = (keyid: string, filePassphrase: string) =>
    province.client.keys.rootPem({ keyid, passphrase: PASSPHRASE, filePassphrase });
  expect(await codeOf(pem(signing, NEW_PASSPHRASE))).toBe("NO_KEY");
  expect(await codeOf(pem(root, "ngắn"))).toBe("PASSPHRASE_WEAK");
  const offer = await pem(root, NEW_PASSPHRASE);
  const bytes = offered(province.host, offer.ticket);
  const spki = execFileSync(
    "openssl",
    ["pkey", "-passin", `pass:${NEW_PASSPHRASE}`, "-pubout", "-outform", "DER"],
    { input: bytes },
  );
  // The keyid is the SHA-256 of the public key (bundle.md §2.6).
  expect(createHash("sha256").update(spki).digest("hex")).toBe(root);
});

it("puts an encryption key on paper and back, and refuses a signing key", async () => {
  const { district, keyid } = await pair();
  const encryption = (await district.client.keys.status()).encryption[0]?.keyid ?? "";
  const printed = await district.client.keys.paper({ keyid: encryption, passphrase: PASSPHRASE });
  expect(printed.use).toBe("enc");
  expect(await codeOf(district.client.keys.paper({ keyid, passphrase: PASSPHRASE }))).toBe("NO_KEY");
  const elsewhere = await world.district("LDLD-C");
  expect(
    await elsewhere.client.keys.restorePaper({ code: printed.code, passphrase: NEW_PASSPHRASE }),
  ).toEqual({ keyid: encryption, use: "enc", wasHere: false });
  expect(
    await elsewhere.client.keys.restorePaper({ code: printed.code, passphrase: NEW_PASSPHRASE }),
  ).toMatchObject({ wasHere: true });
});

it("makes wrong passphrases wait, by the clock and not for ever", async () => {
  const district = await world.district("LDLD-B");
  const wrong = () => district.client.keys.enrol({ passphrase: "một câu sai hoàn toàn khác" });
  for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(wrong())).toBe("PASSPHRASE_WRONG");
  expect(await codeOf(wrong())).toBe("KEY_WAIT");
  // Nor does the right one open it while it waits.
  expect(await codeOf(enrolment(district))).toBe("KEY_WAIT");
  world.nowMs += 5_000;
  await enrolment(district);
  expect(await codeOf(wrong())).toBe("PASSPHRASE_WRONG");
}, 60_000);

it("replaces the province's own signing key and never ends its last one", async () => {
  const { province, district } = await pair();
  const before = (await province.client.keys.status()).keys.find(({ use }) => use === "sign")?.keyid ?? "";
  expect(
    await codeOf(
      province.client.trust.change({
        passphrase: PASSPHRASE,
        change: { kind: "revoke", keyid: before, reason: "thử", knownGood: [] },
      }),
    ),
  ).toBe("KEY_STATE");
  expect(
    await codeOf(province.client.keys.rotate({ passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE })),
  ).toBe("NOT_FOR_A_PROVINCE");
  const after = await province.client.trust.change({
    passphrase: PASSPHRASE,
    change: { kind: "rotateOwn", newPassphrase: NEW_PASSPHRASE },
  });
  const own = after.units.find(({ isOwn }) => isOwn)?.keys;
  expect(own?.find(({ keyid }) => keyid === before)?.status).toBe("retired");
  expect(own?.find(({ keyid }) => keyid !== before)).toMatchObject({
    status: "active",
    roles: ["unit-submit", "province-op"],
  });
  expect((await takeIn(district, await listOf(province))).outcome).toBe("accepted");
});

it("ends an encryption key", async () => {
  const { province, district } = await pair();
  const recipient = (await district.client.keys.status()).encryption[0]?.recipient ?? "";
  const end = () =>
    province.client.trust.change({
      passphrase: PASSPHRASE,
      change: { kind: "endRecipient", recipient, status: "revoked" },
    });
  const after = await end();
  expect(after.units.find(({ code }) => code === "LDLD-B")?.recipients).toEqual([
    { recipient, status: "revoked" },
  ]);
  expect(await codeOf(end())).toBe("KEY_STATE");
});
