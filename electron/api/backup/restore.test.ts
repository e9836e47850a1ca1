// Story 12 of domain.md §h: Lan moves to a new PC. What she sent has to be there as it was, and what she sends next has to
// be told from it.
// Over 300 lines because all of it is her one move: the copy, the new machine, what both ends know afterwards.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findOutgoing, listOutgoing } from "../../database/queries/outgoing.ts";
import { pemOf, publicKeyFromBase64 } from "../../exchange/public-key.ts";
import { verifierOfPublicKey } from "../../exchange/verifier.ts";
import { verifyBundle } from "../../exchange/verify-bundle.ts";
import { receive, takeIn } from "../../../test/support/exchange-between.ts";
import { BACKUP_PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { submit } from "../../../test/support/signed-report.ts";
import { addUnion, codeOf, type Office, resultOf } from "../../../test/support/test-office.ts";
import {
  approveMembers,
  backUp,
  DECEMBER,
  makeAcquainted,
  makeDistrict,
  NOVEMBER,
  restoreInto,
  verify,
} from "../../../test/support/backed-up-district.ts";

// Keys and passphrases are meant to be slow: each office of a test makes several.
vi.setConfig({ testTimeout: 240_000 });

let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld();
});
afterEach(() => world.close());
const auditOf = ({ host }: Office) =>
  host.context.workspace.db.raw.prepare("SELECT action, detail FROM audit ORDER BY seq").all() as {
    action: string;
    detail: string;
  }[];
const manifestOf = async ({ host, client }: Office, digest: string) => {
  const [key] = (await client.keys.status()).keys;
  const bytes = findOutgoing(host.context.workspace.db, digest)?.bundle ?? new Uint8Array();
  const verification = await verifyBundle(
    bytes,
    verifierOfPublicKey(pemOf(publicKeyFromBase64(key?.spki ?? ""))),
  );
  if (!verification.ok) throw new Error(verification.code);
  return verification.manifest;
};

it("on a new machine every past report has the same figures and bytes, and its signature verifies", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, NOVEMBER, 41);
  const november = await submit(district.client, NOVEMBER);
  await takeIn(district, (await receive(province, district, november.digest)).reply);
  await approveMembers(district, DECEMBER, 42);
  const december = await submit(district.client, DECEMBER);
  const { bytes, sha256, backup } = await backUp(district, BACKUP_PASSPHRASE);
  expect(backup).toMatchObject({ isEncrypted: true, isHere: true, counts: { submissions: 2, received: 2 } });
  // Nothing of it can be read without the passphrase.
  expect(Buffer.from(bytes).includes("LĐLĐ huyện B")).toBe(false);

  const restored = await restoreInto(world, "new", bytes, BACKUP_PASSPHRASE);
  expect(restored.status.office).toMatchObject({ code: "LDLD-B", currentPersonId: 1 });
  expect(await restored.client.submissions.list()).toEqual(await district.client.submissions.list());
  for (const { digest } of [november, december]) {
    expect(await resultOf(restored.client.submissions.open({ digest }))).toEqual(
      await resultOf(district.client.submissions.open({ digest })),
    );
    expect((await manifestOf(restored, digest)).seq).toBe(digest === november.digest ? 1 : 2);
    const both = [district, restored].map(
      ({ host }) => findOutgoing(host.context.workspace.db, digest)?.bundle,
    );
    expect(Buffer.compare(both[0] as Buffer, both[1] as Buffer)).toBe(0);
  }
  expect(await restored.client.submissions.received()).toEqual(await district.client.submissions.received());
  expect((await restored.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(auditOf(restored).at(-1)).toMatchObject({ action: "office.restore" });
  expect(JSON.parse(auditOf(restored).at(-1)?.detail ?? "{}")).toMatchObject({
    previousInstanceId: (await district.client.office.status()).office?.instanceId,
    instanceId: restored.status.office?.instanceId,
  });
  // The backup it came from is the last good one.
  expect((await restored.client.backup.overview()).lastSavedAt).toBe(backup.at);
  expect((await restored.client.backup.overview()).restored).toMatchObject({
    sha256,
    isReceiptAwaited: true,
  });
  expect(readdirSync(world.at("new")).toSorted()).not.toContain("restoring");
  expect(existsSync(world.at("new", "replaced"))).toBe(false);
});

it("two restores of one backup are two instances, each counts from 1, and the province asks about each", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, NOVEMBER, 41);
  const november = await submit(district.client, NOVEMBER);
  await takeIn(district, (await receive(province, district, november.digest)).reply);
  await approveMembers(district, DECEMBER, 42);
  const { bytes } = await backUp(district);
  const first = await restoreInto(world, "one", bytes);
  const second = await restoreInto(world, "two", bytes);
  const previous = (await district.client.office.status()).office?.instanceId;
  const instances = [first, second].map(({ status }) => status.office?.instanceId);
  expect(new Set([previous, ...instances]).size).toBe(3);

  const sent: string[] = [];
  for (const office of [first, second]) {
    expect(await codeOf(submit(office.client, DECEMBER))).toBe("RECEIPT_NEEDED");
    expect((await office.client.office.today()).map(({ kind }) => kind)).toContain("restored");
    await office.client.backup.declareNoReceipt();
    const { digest } = await submit(office.client, DECEMBER);
    const manifest = await manifestOf(office, digest);
    expect([manifest.seq, manifest.prev, manifest.issuer.prev_instance_id]).toEqual([1, null, previous]);
    sent.push(digest);
  }
  // A raw copy of a file would be a fork; a restored one is another computer, which somebody has to vouch for.
  const [one, two] = sent as [string, string];
  expect(await codeOf(receive(province, first, one))).toBe("E_INSTANCE_CONFIRM");
  expect((await receive(province, first, one, { confirmInstance: true })).reply.length).toBeGreaterThan(0);
  // The other one may be a real computer too; that it reports the same month again comes to light.
  expect(await codeOf(receive(province, second, two))).toBe("E_INSTANCE_CONFIRM");
  expect(await codeOf(receive(province, second, two, { confirmInstance: true }))).toBe("E_REV_CONFLICT");
});

it("the newest receipt tells of a report that was sent after the backup, which is then not sent twice", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, NOVEMBER, 41);
  await approveMembers(district, DECEMBER, 42);
  const { bytes } = await backUp(district);
  const november = await submit(district.client, NOVEMBER);
  await receive(province, district, november.digest);
  const december = await submit(district.client, DECEMBER);
  const { reply: receipt } = await receive(province, district, december.digest);

  const restored = await restoreInto(world, "new", bytes);
  expect(await codeOf(submit(restored.client, NOVEMBER))).toBe("RECEIPT_NEEDED");
  await takeIn(restored, receipt);
  const state = (await restored.client.backup.overview()).restored;
  expect(state).toMatchObject({ isReceiptAwaited: false, settledBy: "receipt", forgottenBundles: 2 });
  expect(state?.forgotten).toEqual([{ ...DECEMBER, digest: december.digest, isReturned: false }]);
  expect(await codeOf(submit(restored.client, DECEMBER))).toBe("SENT_BEFORE_RESTORE");
  expect((await restored.client.office.today()).map(({ kind }) => kind)).not.toContain("restored");
  // A receipt of somebody else's bundle stays unknown, restored or not.
  expect(await codeOf(takeIn(district, receipt))).toBe("done");
  const stranger = await restoreInto(world, "other", (await backUp(await makeDistrict(world, "c"))).bytes);
  expect(await codeOf(takeIn(stranger, receipt))).not.toBe("done");
});

it("a receipt that was already in the backup tells nothing of what was sent after it", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, NOVEMBER, 41);
  const november = await submit(district.client, NOVEMBER);
  const { reply: old } = await receive(province, district, november.digest);
  await takeIn(district, old);
  await approveMembers(district, DECEMBER, 42);
  const { bytes } = await backUp(district);
  const december = await submit(district.client, DECEMBER);
  const { reply: newest } = await receive(province, district, december.digest);

  const restored = await restoreInto(world, "new", bytes);
  expect(await takeIn(restored, old)).toMatchObject({ outcome: "duplicate" });
  expect((await restored.client.backup.overview()).restored).toMatchObject({
    isReceiptAwaited: true,
    settledBy: null,
  });
  expect(await codeOf(submit(restored.client, DECEMBER))).toBe("RECEIPT_NEEDED");
  await takeIn(restored, newest);
  expect(await codeOf(submit(restored.client, DECEMBER))).toBe("SENT_BEFORE_RESTORE");
  const heard = auditOf(restored).find(({ action }) => action === "office.receiptHeard");
  expect(JSON.parse(heard?.detail ?? "{}")).toMatchObject({ lastSeq: 2, forgotten: ["month 2025-M12"] });
});

it("a receipt that has seen less than the backup remembers is taken in, and the newest is still awaited", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, NOVEMBER, 41);
  await approveMembers(district, DECEMBER, 42);
  const november = await submit(district.client, NOVEMBER);
  const { reply: old } = await receive(province, district, november.digest);
  const december = await submit(district.client, DECEMBER);
  const { bytes } = await backUp(district);
  const { reply: newest } = await receive(province, district, december.digest);

  const restored = await restoreInto(world, "new", bytes);
  expect(await takeIn(restored, old)).toMatchObject({ outcome: "accepted" });
  expect((await restored.client.backup.overview()).restored).toMatchObject({ isReceiptAwaited: true });
  expect(auditOf(restored).map(({ action }) => action)).not.toContain("office.receiptHeard");
  await takeIn(restored, newest);
  expect((await restored.client.backup.overview()).restored).toMatchObject({
    isReceiptAwaited: false,
    settledBy: "receipt",
    forgotten: [],
    forgottenBundles: 0,
  });
});

it("an office restored a second time still knows what it forgot the first time", async () => {
  const { district, province } = await makeAcquainted(world);
  await approveMembers(district, DECEMBER, 42);
  const { bytes } = await backUp(district);
  const december = await submit(district.client, DECEMBER);
  const { reply: receipt } = await receive(province, district, december.digest);
  const once = await restoreInto(world, "once", bytes);
  await takeIn(once, receipt);
  const twice = await restoreInto(world, "twice", (await backUp(once)).bytes);
  const state = (await twice.client.backup.overview()).restored;
  expect(state).toMatchObject({ isReceiptAwaited: true, forgottenBundles: 1 });
  expect(state?.forgotten).toEqual([{ ...DECEMBER, digest: december.digest, isReturned: false }]);
  await twice.client.backup.declareNoReceipt();
  expect(await codeOf(submit(twice.client, DECEMBER))).toBe("SENT_BEFORE_RESTORE");
});

it("a province has nobody to ask", async () => {
  const province = await world.open("a");
  await province.client.office.create({
    code: "LDLD-A",
    name: "LĐLĐ tỉnh A",
    kind: "provincialFederation",
    parentCode: null,
    parentName: null,
  });
  const restored = await restoreInto(world, "new", (await backUp(province)).bytes);
  expect((await restored.client.backup.overview()).restored).toMatchObject({ isReceiptAwaited: false });
});

it("an office is replaced only when its code is typed, is kept aside, and can come back", async () => {
  const district = await makeDistrict(world);
  const { bytes } = await backUp(district);
  const { client } = district;
  await addUnion(client, "U3");
  const codes = async () => (await client.units.list({})).units.map(({ code }) => code);
  const report = await verify(district, bytes);
  // Making the backup and saving it are no changes of the book; the union is.
  expect(report.present).toMatchObject({ code: "LDLD-B", actsLost: 1 });
  const restore = (confirmation: string | null) =>
    client.backup.restore({ previewId: report.previewId, confirmation });
  for (const wrong of [null, "", "LDLD-A"])
    expect(await codeOf(resultOf(restore(wrong)))).toBe("CONFIRMATION_NEEDED");
  expect(await codes()).toEqual(["U1", "U2", "U3"]);

  await resultOf(restore(" LDLD-B "));
  expect(await codes()).toEqual(["U1", "U2"]);
  expect(await codeOf(resultOf(restore("LDLD-B")))).toBe("PREVIEW_UNKNOWN");
  const replaced = (await client.backup.overview()).backups.find(({ kind }) => kind === "replaced");
  expect(replaced?.isHere).toBe(true);

  // The way back: the replaced office is a file like any other.
  const back = await resultOf(
    await client.backup.verify({ source: { from: "kept", id: replaced?.id ?? "" } }),
  );
  expect(back).toMatchObject({ ok: true, fault: null, madeAt: null });
  await resultOf(client.backup.restore({ previewId: back.previewId, confirmation: "LDLD-B" }));
  expect(await codes()).toEqual(["U1", "U2", "U3"]);
  expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
  expect((await client.backup.overview()).backups.filter(({ kind }) => kind === "replaced")).toHaveLength(2);
});

it("only the file that was shown last can be restored", async () => {
  const district = await makeDistrict(world);
  const { bytes } = await backUp(district);
  const office = await world.open("new");
  const first = await verify(office, bytes);
  const second = await verify(office, bytes);
  expect(
    await codeOf(resultOf(office.client.backup.restore({ previewId: first.previewId, confirmation: null }))),
  ).toBe("PREVIEW_UNKNOWN");
  await resultOf(office.client.backup.restore({ previewId: second.previewId, confirmation: null }));
  expect((await office.client.office.status()).office?.code).toBe("LDLD-B");
});

it("a passphrase is asked for again without sending the file again", async () => {
  const district = await makeDistrict(world);
  const { bytes } = await backUp(district, BACKUP_PASSPHRASE);
  const office = await world.open("new");
  const unopened = await verify(office, bytes);
  expect(unopened.fault?.code).toBe("BACKUP_ENCRYPTED");
  const again = async (previewId: string, passphrase: string) =>
    resultOf(office.client.backup.verify({ source: { from: "again", previewId }, passphrase }));
  const wrong = await again(unopened.previewId, "không phải câu này đâu");
  expect(wrong.fault?.code).toBe("BACKUP_PASSPHRASE");
  const right = await again(wrong.previewId, BACKUP_PASSPHRASE);
  expect(right).toMatchObject({ ok: true, isEncrypted: true });
  // What was sent is unpacked now; nothing of it waits on the disk.
  expect(readdirSync(world.at("new", "incoming"))).toEqual([]);
});

it("every call after a restore works on what was restored, whichever host it came through", async () => {
  const district = await makeDistrict(world);
  const { bytes } = await backUp(district);
  const office = await world.open("new");
  const { previewId } = await verify(office, bytes);
  const [, status, ...rest] = await Promise.all([
    resultOf(office.client.backup.restore({ previewId, confirmation: null })),
    office.client.office.status(),
    ...Array.from({ length: 5 }, () => codeOf(office.client.units.list({}))),
  ]);
  // Before or after, and never on a file that is closed.
  expect([null, "LDLD-B"]).toContain(status.office?.code ?? null);
  expect(rest.filter((code) => code !== "done" && code !== "NO_OFFICE")).toEqual([]);
  expect((await office.client.units.list({})).units).toHaveLength(2);
  // Still the one writer of this folder.
  await expect(world.open("new")).rejects.toMatchObject({ code: "OFFICE_LOCKED" });
});

it("the file says what it is, and its database can be taken out with plain tools", async () => {
  const district = await makeDistrict(world);
  const { bytes, sha256 } = await backUp(district);
  const text = Buffer.from(bytes);
  const [head = ""] = text.toString("latin1", 0, 200).split("\n");
  expect(head).toMatch(/^SCDBACKUP1 \d{10} [0-9a-f]{64}$/);
  const length = Number(head.split(" ")[1]);
  const start = head.length + 1;
  const manifest = JSON.parse(text.toString("utf8", start, start + length)) as {
    database: { size: number };
    created_at: string;
  };
  expect(manifest.created_at).toBe("2026-01-10T02:00:00Z");
  expect(text.toString("latin1", start + length + 1, start + length + 16)).toBe("SQLite format 3");
  expect(text.length).toBe(start + length + 1 + manifest.database.size);
  const [name = ""] = readdirSync(world.at("b", "backups")).filter((file) => file.endsWith(".saoluu"));
  expect(Buffer.compare(readFileSync(world.at("b", "backups", name)), text)).toBe(0);
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(world.nowMs).toBe(Date.parse(manifest.created_at));
  expect(listOutgoing(district.host.context.workspace.db)).toEqual([]);
});
