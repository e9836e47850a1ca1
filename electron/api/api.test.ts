// The API as its clients see it, over a real file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptTables } from "./bundle/kept-report.ts";
import type { Host } from "./host.ts";
import { DISTRICT } from "../../test/support/district.ts";
import { explainWarnings } from "../../test/support/signed-report.ts";
import { addUnion, type Client, codeOf, openOffice, resultOf } from "../../test/support/test-office.ts";
import { periodOf, periodsOfYear } from "../../shared/domain/period.ts";

let folder: string;
let host: Host;
let client: Client;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-api-"));
  ({ host, client } = await openOffice(folder));
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

function file(text: string) {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  return { ticket: host.tickets.fromPath(path), fileName: "file.csv" };
}

const office = () => client.office.create(DISTRICT);
const unit = (code: string, establishedOn = "2020-01-01") =>
  addUnion(client, code, undefined, { establishedOn });

const MAY = "2025-M05";
const value = (amount: number) => ({ state: "value", value: amount }) as const;
const save = (uid: string, element: string, amount: number | null, expectedRevision = 0) =>
  client.entries.save({
    unit: uid,
    element,
    period: MAY,
    entry: amount === null ? null : value(amount),
    expectedRevision,
  });

describe("the demo office", () => {
  it("is told of one admission typed with a digit too many among three years of ordinary ones", async () => {
    await resultOf(client.office.createDemo({ units: 30, years: 3, seed: 1 }));
    const surged = async (year: number) => {
      const months = periodsOfYear(year).filter(({ rhythm }) => rhythm === "month");
      const checks = await Promise.all(
        months.map(({ code }) => client.entries.check({ form: "month", period: code })),
      );
      return checks.flatMap(({ findings }) => findings.filter(({ said }) => said.kind === "surged"));
    };
    // 30 unions by 36 months by the flows of a month.
    const before = [...(await surged(2023)), ...(await surged(2024)), ...(await surged(2025))];
    expect(before.length).toBeLessThan(5);
    const form = await client.entries.open({ form: "month", period: MAY });
    const column = form.columns.findIndex(({ element }) => element === "membersAdmitted");
    const cells = form.cells[column];
    const row = cells?.values.findIndex((count) => (count ?? 0) > 0) ?? -1;
    const figure = cells?.values[row] ?? 0;
    const uid = form.units[row]?.uid ?? "";
    const saved = await save(uid, "membersAdmitted", figure * 10, cells?.revisions[row]);
    expect(saved.findings.filter(({ said }) => said.kind === "surged")).toMatchObject([
      {
        rule: "V21",
        severity: "warn",
        elements: ["membersAdmitted"],
        said: { line: { value: figure * 10 } },
      },
    ]);
  });

  it("is whole, reproducible, and keeps every blocking rule", async () => {
    await resultOf(client.office.createDemo({ units: 120, years: 3, seed: 1 }));
    const { units } = await client.units.list({ includeEnded: true });
    expect(units).toHaveLength(120);
    expect(units.filter((row) => !row.isActive)).toHaveLength(1);
    expect(await client.units.listEmployers({})).toHaveLength(400);
    expect(
      (await client.programmes.list())
        .filter((programme) => programme.adoptedAt !== null)
        .map((programme) => programme.code),
    ).toEqual(["TLD-2021", "AG-1979", "NA-2021", "HN-NQ02", "BT-2024"]);
    for (const [form, period] of [
      ["month", "2025-M05"],
      ["quarter", "2025-Q2"],
      ["half", "2025-H1"],
      ["nine", "2025-9M"],
      ["year", "2025"],
      ["year", "2024"],
    ] as const) {
      const { blocking, findings } = await client.entries.check({ form, period });
      expect(blocking, period).toBe(0);
      // Meant to be found: the share of the fund that a few unions kept, and small unions that grew a lot.
      expect(["V15", "V21"], period).toEqual(expect.arrayContaining(findings.map(({ rule }) => rule)));
      expect(findings.length, period).toBeLessThan(10);
    }
    const workforceOf = new Map(units.map(({ code, workforce }) => [code, workforce ?? 0]));
    const months = [2023, 2024, 2025].flatMap((year) =>
      periodsOfYear(year).filter(({ rhythm }) => rhythm === "month"),
    );
    let compared = 0;
    for (const { code } of months) {
      const form = await client.entries.open({ form: "month", period: code });
      const figuresOf = (element: string) =>
        form.cells[form.columns.findIndex((column) => column.element === element)]?.values ?? [];
      const [members, workers] = [figuresOf("membersTotal"), figuresOf("workersTotal")];
      for (const [row, unit] of form.units.entries()) {
        const count = members[row] ?? null;
        if (count === null) continue;
        compared += 1;
        expect(count, `${unit.code} ${code}`).toBeLessThanOrEqual(workers[row] ?? 0);
        expect(count, `${unit.code} ${code}`).toBeLessThanOrEqual(workforceOf.get(unit.code) ?? 0);
      }
    }
    // 120 unions in 36 months, less those of one that ended, one that began late, and three that were silent once.
    expect(compared).toBe(118 * 36 + 17 + 20 - 3);
    expect((await client.entries.open({ form: "month", period: MAY })).columns).toHaveLength(13);
    expect(
      (await client.evaluation.evaluate({ programme: "AG-1979", period: "2025-M03" })).rows.find(
        (row) => row.target === "T001-04",
      ),
    ).toMatchObject({ status: "met", numerator: 1, denominator: 1 });
    expect(
      (await client.evaluation.evaluate({ programme: "AG-1979", period: "2025-M04" })).rows.find(
        (row) => row.target === "T001-04",
      ),
    ).toMatchObject({ status: "noOccurrence" });
    expect((await client.office.doctor()).checks.every((check) => check.ok)).toBe(true);
  });

  it("is refused where an office already is", async () => {
    await office();
    await expect(resultOf(client.office.createDemo({}))).rejects.toMatchObject({ code: "OFFICE_EXISTS" });
  });
});

describe("saving a cell", () => {
  it("answers with the next revision, and refuses an old one with what stands there", async () => {
    await office();
    const uid = await unit("U1");
    expect((await save(uid, "workersTotal", 50)).revision).toBe(1);
    expect(await codeOf(save(uid, "workersTotal", 51))).toBe("STALE_REVISION");
    expect((await save(uid, "workersTotal", 51, 1)).revision).toBe(2);
  });
  it("a cleared cell keeps counting, so that an old revision never fits again", async () => {
    await office();
    const uid = await unit("U1");
    await save(uid, "workersTotal", 50);
    expect((await save(uid, "workersTotal", null, 1)).revision).toBe(2);
    expect(await codeOf(save(uid, "workersTotal", 50))).toBe("STALE_REVISION");
    const details = await client.entries.details({ unit: uid, element: "workersTotal", period: MAY });
    expect(details).toMatchObject({
      entry: null,
      revision: 2,
      changes: [
        { before: value(50), after: null },
        { before: null, after: value(50) },
      ],
    });
  });
  it("is refused where it is not asked, out of range, or out of the unit's life", async () => {
    await office();
    const uid = await unit("U1", "2025-06-01");
    expect(await codeOf(save(uid, "workersTotal", 50))).toBe("UNIT_NOT_ACTIVE");
    const other = await unit("U2");
    expect(await codeOf(save(other, "cadreConferenceHeld", 1))).toBe("NOT_APPLICABLE");
    expect(await codeOf(save(other, "dialogueHeld", 1))).toBe("RHYTHM_TOO_SHORT");
    const half = { unit: other, element: "dialogueHeld", period: "2025-H1", expectedRevision: 0 } as const;
    expect(await codeOf(client.entries.save({ ...half, entry: value(2) }))).toBe("VALUE_REFUSED");
    expect(await codeOf(save(other, "ownGrade", 1))).toBe("NOT_APPLICABLE");
    expect(await codeOf(save(other, "noSuchElement", 1))).toBe("ELEMENT_UNKNOWN");
  });
  it("tells what the rules say of the unit (V02)", async () => {
    await office();
    const uid = await unit("U1");
    await save(uid, "workersTotal", 50);
    const { findings } = await save(uid, "membersTotal", 60);
    expect(findings.find((finding) => finding.rule === "V02")).toMatchObject({
      severity: "warn",
      said: {
        kind: "notGreater",
        left: { elements: ["membersTotal"], value: 60 },
        right: { elements: ["workersTotal"], value: 50 },
      },
    });
  });
});

describe("importing a register", () => {
  const REGISTER =
    "code,name,employer_type,workforce,established_on\nU1,CĐCS Hoà Bình,privateEnterprise,30,2015-01-01\nU2,CĐCS Hòa Bình,privateEnterprise,31,2015-01-01\nU3,CĐCS Sai,privateEnterprise,x,2015-01-01\n";

  it("shows what would happen, offers likely duplicates, and can be undone as one step", async () => {
    await office();
    const preview = await client.imports.preview({ ...file(REGISTER), kind: "units" });
    expect(preview.counts).toEqual({ new: 2, changed: 0, same: 0, rejected: 1, similar: 1 });
    expect((await client.units.list({})).units).toHaveLength(0);
    const { batchUid, applied } = await resultOf(client.imports.apply({ previewId: preview.previewId }));
    expect(applied).toBe(2);
    expect((await client.imports.preview({ ...file(REGISTER), kind: "units" })).counts).toMatchObject({
      new: 0,
      same: 2,
    });
    expect(await client.imports.undo({ batchUid })).toEqual({ cells: 0, units: 2, employers: 0 });
    expect((await client.units.list({ includeEnded: true })).units).toHaveLength(0);
    expect(await codeOf(client.imports.undo({ batchUid }))).toBe("ALREADY_UNDONE");
  });

  it("is not undone over what somebody has changed since", async () => {
    await office();
    const preview = await client.imports.preview({ ...file(REGISTER), kind: "units" });
    const { batchUid } = await resultOf(client.imports.apply({ previewId: preview.previewId }));
    const row = (await client.units.list({})).units.find((candidate) => candidate.code === "U1");
    await save(row?.uid ?? "", "workersTotal", 5);
    expect(await codeOf(client.imports.undo({ batchUid }))).toBe("UNDO_CONFLICT");
    expect((await client.units.list({})).units).toHaveLength(2);
  });
});

describe("approval", () => {
  it("waits for explanations, locks the period, and can be taken back before signing", async () => {
    await office();
    const uid = await unit("U1");
    const asked = { form: "month", period: MAY } as const;
    expect(await codeOf(resultOf(client.submissions.approve(asked)))).toBe("NO_ENTRIES");
    await save(uid, "workersTotal", 50);
    await save(uid, "membersTotal", 60);
    expect(await codeOf(resultOf(client.submissions.approve(asked)))).toBe("CHECKS_FAILED");
    const explain = (form: "month" | "year", rule: string) =>
      codeOf(
        client.entries.explain({ ...asked, form, unit: uid, rule, elements: ["membersTotal"], text: "sai" }),
      );
    expect(await explain("year", "V02")).toBe("FORM_MISMATCH");
    expect(await explain("month", "V99")).toBe("RULE_UNKNOWN");
    await explainWarnings(client, asked, "đoàn viên nghỉ hưu");
    expect((await resultOf(client.submissions.approve(asked))).state).toBe("approved");
    expect(await codeOf(save(uid, "membersTotal", 50, 1))).toBe("PERIOD_LOCKED");
    expect((await client.submissions.reopen({ ...asked, reason: "sửa" })).state).toBe("open");
    expect((await save(uid, "membersTotal", 50, 1)).revision).toBe(2);
  });

  it("sends explanations of what the rules still find; the others wait until it is found again", async () => {
    await office();
    const uid = await unit("U1");
    const asked = { form: "month", period: MAY } as const;
    await save(uid, "workersTotal", 50);
    await save(uid, "membersTotal", 60);
    await explainWarnings(client, asked, "đoàn viên nghỉ hưu");
    const explained = async () => {
      await resultOf(client.submissions.approve(asked));
      const tables = keptTables(host.context.workspace, periodOf(MAY)) ?? [];
      const table = tables.find(({ described }) => described.path.includes("explanations"))?.described;
      await client.submissions.reopen({ ...asked, reason: "sửa" });
      return table?.role === "table" ? table.rows : undefined;
    };
    expect(await explained()).toBe(2);
    await save(uid, "membersTotal", 50, 1);
    expect((await client.entries.check(asked)).findings).toEqual([]);
    expect(await explained()).toBe(0);
    await save(uid, "membersTotal", 60, 2);
    expect(await explained()).toBe(2);
  });
});
