// The office file against real SQLite in real folders.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { insertBareUnit } from "../../test/support/bare-unit.ts";
import { DATA_ELEMENTS, elementByCode } from "../../shared/catalogue/elements.ts";
import { DEFAULT_CALENDAR } from "../../shared/catalogue/calendar.ts";
import { datesOf } from "../../shared/domain/calendar.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { lastMonthOf, type RawColumn, type UnitFacts } from "../../shared/domain/evaluate/figures.ts";
import { emptyColumn, memorySource } from "../../shared/domain/evaluate/memory-source.ts";
import { periodOf, periodsOfYear } from "../../shared/domain/period.ts";
import { inTransaction, openDatabase } from "./connection.ts";
import { MIGRATIONS, migrate } from "./migrate.ts";
import { type OfficeFile, officePath, openOfficeFile } from "./office-file.ts";
import { appendAudit, findBrokenAudit } from "./queries/audit.ts";
import { syncElements } from "./queries/elements.ts";
import { insertEntries } from "./queries/entry-writes.ts";
import { reduceColumn } from "./queries/figures.ts";
import { ensurePeriod } from "./queries/periods.ts";

let folder: string;
let office: OfficeFile;
const ACT = { at: "2026-01-01T00:00:00Z", actor: "kiểm thử", personId: null };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-db-"));
  office = await openOfficeFile(folder, "test");
});
afterEach(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return "none";
};

describe("opening", () => {
  it("reads back every PRAGMA, also on a file that already is in WAL", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { raw } = office.db;
      const read = (name: string) => raw.pragma(name, { simple: true });
      expect([
        read("journal_mode"),
        read("synchronous"),
        read("foreign_keys"),
        read("recursive_triggers"),
        read("trusted_schema"),
        read("mmap_size"),
      ]).toEqual(["wal", 2, 1, 1, 0, 0]);
      await office.close();
      office = await openOfficeFile(folder, "test");
    }
  });
  it("refuses a file of another program, a newer one and one that is none", async () => {
    const foreign = join(folder, "foreign.sqlite");
    const other = new BetterSqlite3(foreign);
    other.exec("CREATE TABLE other (x)");
    other.close();
    expect(await codeOf(() => openDatabase(foreign))).toBe("DATABASE_FOREIGN");
    writeFileSync(join(folder, "noise.sqlite"), "không phải cơ sở dữ liệu ".repeat(500));
    expect(await codeOf(() => openDatabase(join(folder, "noise.sqlite")))).toBe("DATABASE_DAMAGED");
    office.db.raw.pragma("user_version = 9990");
    expect(await codeOf(() => migrate(office.db, () => ""))).toBe("DATABASE_NEWER");
    office.db.raw.pragma(`user_version = ${MIGRATIONS.at(-1)?.version ?? 0}`);
  });
  it("a migration that fails leaves nothing behind", async () => {
    const fresh = openDatabase(join(folder, "fresh.sqlite"));
    const failing = [
      {
        version: 10,
        up: (db: typeof fresh.kysely) => db.schema.createTable("half").addColumn("x", "integer").execute(),
      },
      { version: 20, up: () => Promise.reject(new Error("dừng")) },
    ];
    await expect(migrate(fresh, () => "", failing)).rejects.toThrow("dừng");
    expect(fresh.raw.prepare("SELECT count(*) FROM sqlite_schema").pluck().get()).toBe(0);
    await fresh.close();
  });
  it("has one writer: a second process is told who holds it, and kill -9 frees it", async () => {
    await office.close();
    const script = `import { openOfficeFile } from ${JSON.stringify(join(import.meta.dirname, "office-file.ts"))}; await openOfficeFile(${JSON.stringify(folder)}, "tiến trình khác"); console.log("open"); setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await expect(openOfficeFile(folder, "test")).rejects.toMatchObject({
      code: "OFFICE_LOCKED",
      detail: "tiến trình khác",
    });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    office = await openOfficeFile(folder, "test");
  });
});

describe("audit", () => {
  it("is append-only and shows where it was tampered with", () => {
    for (let index = 0; index < 5; index += 1)
      inTransaction(office.db, () => appendAudit(office.db, ACT, "x", String(index), {}));
    expect(findBrokenAudit(office.db)).toBeNull();
    for (const text of [
      "UPDATE audit SET actor = 'y'",
      "DELETE FROM audit",
      "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2",
    ]) {
      expect(() => office.db.raw.exec(text)).toThrow("append-only");
    }
    office.db.raw.exec("DROP TRIGGER audit_no_update; UPDATE audit SET object = 'khác' WHERE seq = 3");
    expect(findBrokenAudit(office.db)).toBe(3);
  });
});

it("dated rows of a unit cannot overlap", () => {
  const id = insertBareUnit(office.db, "u", "2020-01-01");
  expect(() =>
    office.db.raw
      .prepare(
        "INSERT INTO org_unit_name (unit_id, full_name, search_key, kind, valid_from) VALUES (?, 'V', 'v', 'grassrootsUnion', '2021-01-01')",
      )
      .run(id),
  ).toThrow("overlap");
});

// Few units are sought one by one, many read in one run: both must say the same.
it.each([
  [9, 300],
  [230, 40],
])("time is reduced as the plain statement of the rule says, over %i units", (unitCount, numRuns) => {
  const { db } = office;
  const ids = syncElements(db, DATA_ELEMENTS);
  const periods = periodsOfYear(2024);
  for (const period of periods) ensurePeriod(db, period, datesOf(period, DEFAULT_CALENDAR));
  const factsOf = (uid: string): UnitFacts => ({
    uid,
    employerType: null,
    sector: null,
    workforce: null,
    establishedOn: null,
    endedOn: null,
    isGradeEligible: true,
  });
  const units = Array.from({ length: unitCount }, (_, index) => factsOf(`u${index}`));
  const unitIds = units.map(({ uid }) => insertBareUnit(db, uid));
  const indexOf = new Map(unitIds.map((id, index) => [id, index]));
  const self = factsOf("self");
  const anyEntry: fc.Arbitrary<EntryValue> = fc.oneof(
    fc.nat(9).map((value) => ({ state: "value", value }) as const),
    fc.constantFrom(
      { state: "noOccurrence" } as const,
      { state: "notApplicable" } as const,
      { state: "notCollected" } as const,
    ),
  );
  const anyCell = fc.record({
    unit: fc.nat(unitCount - 1),
    period: fc.nat(periods.length - 1),
    entry: anyEntry,
  });
  const code = "membersAdmitted";
  fc.assert(
    fc.property(
      fc.uniqueArray(anyCell, { selector: (cell) => `${cell.unit} ${cell.period}`, maxLength: 80 }),
      fc.constantFrom("sum", "last", "any"),
      (drawn, reduction) => {
        db.raw.exec("DELETE FROM entry");
        const cells = drawn.map(({ entry, ...cell }) => ({
          ...cell,
          // Acts are yes or no.
          entry:
            reduction === "any" && entry.state === "value" ? { ...entry, value: entry.value % 2 } : entry,
        }));
        insertEntries(
          db,
          cells.map((cell) => ({
            periodId: Number(
              db
                .statement("SELECT id FROM reporting_period WHERE code = ?")
                .pluck()
                .get(periods[cell.period]?.code),
            ),
            elementId: ids.get(code) ?? 0,
            unitId: unitIds[cell.unit] ?? 0,
            entry: cell.entry,
          })),
        );
        const found = emptyColumn(units.length + 1);
        reduceColumn(db, ids.get(code) ?? 0, periods, reduction, indexOf, found);
        // One unit after another is read in another way, as after a save.
        const alone = emptyColumn(units.length + 1);
        const some = [...indexOf].slice(0, 9);
        for (const place of some)
          reduceColumn(db, ids.get(code) ?? 0, periods, reduction, new Map([place]), alone);
        const plain = memorySource({
          units,
          self,
          elements: new Map([[code, elementByCode(code)]]),
          entries: cells.map((cell) => ({
            unit: units[cell.unit]?.uid ?? "",
            element: code,
            period: periods[cell.period]?.code ?? "",
            entry: cell.entry,
          })),
        }).raw(code, periodOf("2024"), reduction);
        expect([...found.value]).toEqual([...plain.value]);
        const ofSome = <T>(all: readonly T[]) => all.slice(0, some.length);
        expect(ofSome([...alone.value])).toEqual(ofSome([...plain.value]));
        // Only a sum has to know every month; elsewhere the last one decides.
        const months = (bits: Uint16Array) => [...bits].map(reduction === "sum" ? Number : lastMonthOf);
        expect(months(found.monthsCovered)).toEqual(months(plain.monthsCovered));
        expect(ofSome(months(alone.monthsCovered))).toEqual(ofSome(months(plain.monthsCovered)));
        const isNotApplicable = (raw: RawColumn) =>
          months(raw.monthsNotApplicable).map((bits, index) => raw.monthsCovered[index] === 0 && bits);
        expect(isNotApplicable(found)).toEqual(isNotApplicable(plain));
        expect(ofSome(isNotApplicable(alone))).toEqual(ofSome(isNotApplicable(plain)));
      },
    ),
    { numRuns },
  );
});

it("the file is sound to another SQLite than ours", async () => {
  syncElements(office.db, DATA_ELEMENTS);
  await office.close();
  const script = `const { DatabaseSync } = require("node:sqlite");
    const db = new DatabaseSync(process.argv[1], { readOnly: true });
    console.log(JSON.stringify([db.prepare("PRAGMA integrity_check").get(), db.prepare("SELECT count(*) AS n FROM data_element").get()]));`;
  const said = execFileSync(process.execPath, ["--no-warnings", "-e", script, officePath(folder)], {
    encoding: "utf8",
  });
  expect(JSON.parse(said)).toEqual([{ integrity_check: "ok" }, { n: DATA_ELEMENTS.length }]);
  office = await openOfficeFile(folder, "test");
});

it("an office file that lost its contents is not taken for a new office", async () => {
  await office.close();
  const other = join(folder, "other");
  mkdirSync(other);
  writeFileSync(officePath(other), "");
  await expect(openOfficeFile(other, "test")).rejects.toMatchObject({ code: "DATABASE_DAMAGED" });
  office = await openOfficeFile(folder, "test");
});
