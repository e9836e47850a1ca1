// Files that call themselves backups: damaged, foreign, newer, and made to do harm.
import { copyFileSync, mkdtempSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { BackupFault } from "../../../shared/domain/backup-fault.ts";
import { MIGRATIONS } from "../../database/migrate.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { codeOf, offered, type Office, openOffice, resultOf } from "../../../test/support/test-office.ts";
import { backUp, makeDistrict, verify } from "../../../test/support/backed-up-district.ts";
import { unpackBackup } from "./unpack-backup.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const world = new ProvinceWorld();
const { folder } = world;
let bytes: Buffer;
let database: string;
let district: Office;

beforeAll(async () => {
  district = await makeDistrict(world);
  bytes = Buffer.from((await backUp(district)).bytes);
  const into = mkdtempSync(join(folder, "into-"));
  writeFileSync(join(folder, "good.saoluu"), bytes);
  await unpackBackup(join(folder, "good.saoluu"), into, null, undefined, () => undefined);
  database = join(into, "office.sqlite");
});
afterAll(() => world.close());

async function faultOf(path: string): Promise<string> {
  try {
    await unpackBackup(path, mkdtempSync(join(folder, "into-")), null, undefined, () => undefined);
    return "whole";
  } catch (error) {
    if (error instanceof BackupFault) return error.code;
    throw error;
  }
}

/** A copy of the bare database after somebody worked on it. */
function changed(work: (db: BetterSqlite3.Database) => void): string {
  const path = join(mkdtempSync(join(folder, "db-")), "x.sqlite");
  copyFileSync(database, path);
  const db = new BetterSqlite3(path);
  work(db);
  db.close();
  return path;
}

function fileOf(content: Uint8Array | string): string {
  const path = join(mkdtempSync(join(folder, "file-")), "x.saoluu");
  writeFileSync(path, content);
  return path;
}

it("a bare database of this program is taken", async () => {
  expect(await faultOf(changed(() => undefined))).toBe("whole");
});

it.each([
  ["no file of ours", () => fileOf("không phải bản sao lưu"), "NOT_A_BACKUP"],
  ["nothing", () => fileOf(""), "NOT_A_BACKUP"],
  ["a zip", () => fileOf(Buffer.from("PK\u0003\u0004")), "NOT_A_BACKUP"],
  ["the first half", () => fileOf(bytes.subarray(0, bytes.length >> 1)), "BACKUP_CUT"],
  ["one byte more", () => fileOf(Buffer.concat([bytes, Buffer.from([0])])), "BACKUP_CUT"],
  [
    "a changed byte in the database",
    () => {
      const copy = Buffer.from(bytes);
      copy[bytes.length - 3000] = (copy[bytes.length - 3000] ?? 0) ^ 4;
      return fileOf(copy);
    },
    "BACKUP_DAMAGED",
  ],
  ["another program's database", () => changed((db) => db.pragma("application_id = 7")), "BACKUP_FOREIGN"],
  [
    "a database of a newer program",
    () => changed((db) => db.pragma(`user_version = ${(MIGRATIONS.at(-1)?.version ?? 0) + 10}`)),
    "BACKUP_NEWER",
  ],
  ["a version that never was", () => changed((db) => db.pragma("user_version = 11")), "BACKUP_FOREIGN"],
  [
    "a view in the place of a table",
    () =>
      changed((db) => {
        db.pragma("foreign_keys = OFF");
        db.exec("ALTER TABLE setting RENAME TO hidden; CREATE VIEW setting AS SELECT * FROM hidden");
      }),
    "BACKUP_FOREIGN",
  ],
  [
    "a trigger that would run at the first change",
    () => changed((db) => db.exec("CREATE TRIGGER sly AFTER INSERT ON audit BEGIN DELETE FROM entry; END")),
    "BACKUP_FOREIGN",
  ],
  [
    "an audit without its guard",
    () => changed((db) => db.exec("DROP TRIGGER audit_no_delete")),
    "BACKUP_FOREIGN",
  ],
  [
    "an audit that was rewritten",
    () =>
      changed((db) => {
        const guard = db
          .prepare("SELECT sql FROM sqlite_schema WHERE name = 'audit_no_update'")
          .pluck()
          .get();
        db.exec("DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'khác' WHERE seq = 2");
        db.exec(String(guard));
      }),
    "BACKUP_AUDIT",
  ],
  [
    "a reference to nothing",
    () =>
      changed((db) => {
        db.pragma("foreign_keys = OFF");
        db.exec(
          "INSERT INTO import_batch (uid, kind, file_name, file_sha256, at, author_id, applied) VALUES ('x', 'units', 'a', 'b', '2026-01-10T02:00:00Z', 999, 0)",
        );
      }),
    "BACKUP_INTEGRITY",
  ],
  [
    "a page of zeros",
    () => {
      const path = changed(() => undefined);
      const { size } = statSync(path);
      truncateSync(path, size - 4096);
      truncateSync(path, size);
      return path;
    },
    "BACKUP_INTEGRITY",
  ],
  [
    "an office nobody set up",
    () => changed((db) => db.exec("DELETE FROM setting WHERE name = 'office'")),
    "BACKUP_EMPTY",
  ],
] as const)("%s is refused", async (_, make, code) => {
  expect(await faultOf(make())).toBe(code);
});

it("a backup taken while figures are written holds each of them wholly or not at all", async () => {
  const { client } = district;
  const job = resultOf(client.backup.create({ passphrase: null }));
  for (let number = 0; number < 20; number += 1)
    await client.office.addPerson({ name: `Người ${number}`, title: null, roles: ["clerk"] });
  const { offer } = await job;
  const content = offered(district.host, offer.ticket);
  expect(await faultOf(fileOf(content))).toBe("whole");
});

it("called off, a backup leaves no file", async () => {
  const { client } = district;
  const before = (await client.backup.overview()).backups.length;
  const aborter = new AbortController();
  const job = await client.backup.create({ passphrase: null }, { signal: aborter.signal });
  await job.next();
  aborter.abort();
  expect(await codeOf(resultOf(job))).not.toBe("done");
  expect((await client.backup.overview()).backups).toHaveLength(before);
  expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
});

it("an easy passphrase, an unknown file and a used handle are refused by name", async () => {
  const { client } = district;
  expect(await codeOf(resultOf(client.backup.create({ passphrase: "12345" })))).toBe(
    "BACKUP_PASSPHRASE_WEAK",
  );
  expect(await codeOf(client.backup.download({ id: "made/../office.sqlite" }))).toBe("BACKUP_UNKNOWN");
  const kept = (id: string) => resultOf(client.backup.verify({ source: { from: "kept", id } }));
  expect(await codeOf(kept("beforeUpgrade/../../lock.sqlite"))).toBe("BACKUP_UNKNOWN");
  const forged = { from: "file", ticket: "x".repeat(32), fileName: "b.saoluu" } as const;
  expect(await codeOf(resultOf(client.backup.verify({ source: forged })))).toBe("HANDLE_UNKNOWN");
  expect(await codeOf(client.backup.declareNoReceipt())).toBe("NOT_RESTORED");
});

it("doctor names a kept backup that is no longer what was written", async () => {
  const { client } = district;
  const [row] = (await client.backup.overview()).backups;
  const path = join(folder, "b", "backups", row?.fileName ?? "");
  const content = Buffer.from(bytes);
  writeFileSync(path, content.fill(1, 5000, 5001));
  const { checks } = await client.office.doctor();
  expect(checks.find(({ name }) => name === "backups")).toEqual({
    name: "backups",
    ok: false,
    detail: `${row?.fileName}: DIGEST_DIFFERS`,
  });
});

it("a reminder comes a week after the last backup that left the machine, if anything was done since", async () => {
  const day = (number: number) => ({ now: () => new Date(Date.UTC(2026, 0, 10 + number, 2)) });
  const later = async (days: number, work: (office: Office) => Promise<void> = () => Promise.resolve()) => {
    const office = await openOffice(join(folder, "reminded"), { clock: day(days) });
    try {
      await work(office);
      const { isDue, lastSavedAt } = await office.client.backup.overview();
      const kinds = (await office.client.office.today()).map(({ kind }) => kind);
      expect(kinds.includes("backup")).toBe(isDue);
      return [isDue, lastSavedAt];
    } finally {
      await office.host.close();
    }
  };
  const person = async ({ client }: Office) => {
    await client.office.addPerson({ name: "Hùng", title: null, roles: ["clerk"] });
  };
  await (await makeDistrict(world, "reminded")).host.close();
  expect(await later(6)).toEqual([false, null]);
  expect(await later(7)).toEqual([true, null]);
  const saved = "2026-01-18T02:00:00Z";
  expect(await later(8, async (office) => void (await backUp(office)))).toEqual([false, saved]);
  // Nothing was done since: an old backup is as good as a new one.
  expect(await later(40)).toEqual([false, saved]);
  expect(await later(14, person)).toEqual([false, saved]);
  expect(await later(15)).toEqual([true, saved]);
  // A clock that went back hides nothing.
  expect(await later(-30)).toEqual([true, saved]);
  expect(await verify(district, bytes)).toMatchObject({ ok: true });
});
