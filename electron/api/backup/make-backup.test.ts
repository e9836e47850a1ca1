// Backups made while other things go on, and what becomes of the files.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeBackup } from "./make-backup.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { codeOf, type Office, resultOf, uploaded } from "../../../test/support/test-office.ts";
import { backUp, makeDistrict, verify } from "../../../test/support/backed-up-district.ts";

vi.setConfig({ testTimeout: 120_000 });

let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld();
});
afterEach(() => world.close());

it("two backups made at once are two whole files, and nothing else stays", async () => {
  const district = await makeDistrict(world);
  const made = await Promise.all([backUp(district), backUp(district), backUp(district)]);
  expect(new Set(made.map(({ backup }) => backup.fileName)).size).toBe(3);
  for (const { bytes } of made)
    expect(await verify(district, bytes)).toMatchObject({ ok: true, fault: null });
  expect(new Set(readdirSync(world.at("b", "backups")))).toEqual(
    new Set(made.map(({ backup }) => backup.fileName)),
  );
});

it("a backup begun beside a running import is whole, without what the import has not finished", async () => {
  const district = await makeDistrict(world);
  const { client, host } = district;
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `T${index},CĐCS T${index},grassrootsUnion,privateEnterprise,60`,
  );
  const preview = await client.imports.preview({
    kind: "units",
    ticket: await uploaded(host, ["code,name,kind,employer_type,workforce", ...rows].join("\n")),
    fileName: "so.csv",
  });
  // The jobs take turns: a step of the import, then the backup begins while its transaction is open.
  const importing = await client.imports.apply({ previewId: preview.previewId });
  while (!host.context.workspace.db.raw.inTransaction) await importing.next();
  const backup = backUpBeside(district);
  await resultOf(importing);
  const { backup: row, bytes } = await backup;
  expect(row.counts?.units).toBe(4);
  expect(await verify(district, bytes)).toMatchObject({ ok: true, fault: null });
  expect((await client.backup.overview()).backups[0]?.fileName).toBe(row.fileName);
});

/** The call is let in while nobody holds the office, as one that came just before the import did. */
async function backUpBeside(district: Office) {
  const { workspace } = district.host.context;
  const made = await resultOf(makeBackup(workspace, null, undefined));
  const row = (await district.client.backup.overview()).backups.find(
    ({ fileName }) => fileName === made.fileName,
  );
  if (!row) throw new Error("not kept");
  return { backup: row, bytes: readFileSync(made.path) };
}

it("what a killed program left of a backup is gone at the next start", async () => {
  const first = await makeDistrict(world);
  await first.host.close();
  const left = [
    "copying.tmp",
    "copying-1f.tmp",
    "copying-1f.tmp-journal",
    "sao-luu-X-20260101-0800.saoluu.partial",
  ];
  for (const name of left) writeFileSync(world.at("b", "backups", name), "half");
  writeFileSync(world.at("b", "backups", "của tôi.txt"), "kept");
  await world.open("b");
  expect(readdirSync(world.at("b", "backups"))).toEqual(["của tôi.txt"]);
});

it("only the last three stay, also of those that the book does not know, and no file of another name goes", async () => {
  const district = await makeDistrict(world);
  const unknown = [
    "sao-luu-LDLD-B-20260109-0800.saoluu",
    "sao-luu-LDLD-B-20260109-0800-2.saoluu.age",
    "sao-luu-LDLD-B-20260108-0800.saoluu",
  ];
  for (const name of [...unknown, "của tôi.saoluu"]) writeFileSync(world.at("b", "backups", name), "x");
  const { backup } = await backUp(district);
  expect(new Set(readdirSync(world.at("b", "backups")))).toEqual(
    new Set([backup.fileName, "của tôi.saoluu", unknown[0], unknown[1]]),
  );
});

it("a kept file is taken away for good, once, and the book says so", async () => {
  const district = await makeDistrict(world);
  const { client, host } = district;
  const aside = world.at("b", "replaced", "20260101-080000");
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, "office.sqlite"), "old");
  const id = (await client.backup.overview()).backups.find(({ kind }) => kind === "replaced")?.id ?? "";
  expect((await client.backup.remove({ id })).backups).toEqual([]);
  expect(existsSync(aside)).toBe(false);
  expect(await codeOf(client.backup.remove({ id }))).toBe("BACKUP_UNKNOWN");
  const last = host.context.workspace.db.raw
    .prepare("SELECT action FROM audit ORDER BY seq DESC LIMIT 1")
    .get();
  expect(last).toMatchObject({ action: "backup.remove" });
});

it("what was unpacked to be looked at goes when it is looked at no longer", async () => {
  const district = await makeDistrict(world);
  const { bytes } = await backUp(district);
  const { previewId } = await verify(district, bytes);
  expect(existsSync(world.at("b", "restoring", previewId, "office.sqlite"))).toBe(true);
  expect(await district.client.backup.dismiss({ previewId })).toEqual({ dismissed: true });
  expect(existsSync(world.at("b", "restoring", previewId))).toBe(false);
  expect(await district.client.backup.dismiss({ previewId })).toEqual({ dismissed: false });
  const refused = await verify(district, Buffer.from("SCDBACKUP1 nothing"));
  expect(existsSync(world.at("b", "restoring", refused.previewId))).toBe(false);
});
