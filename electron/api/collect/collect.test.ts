// Collecting over a real office file: what is shown before anything is written, what is written, what an undo puts back.
// Over 300 lines: every way in which files from two hundred unions can disagree is made here.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AnswerEdit, answered, openBook } from "../../../test/support/answered-template.ts";
import type { CollectPreview } from "../../../shared/contract/collect.ts";
import {
  codeOf,
  offered,
  openTestOffice,
  resultOf,
  saveFigure,
  type TestOffice,
} from "../../../test/support/test-office.ts";
import { findAnyCollection } from "./collection.ts";
import { findingsOf } from "./expected-findings.ts";

const PERIOD = "2026-M02";
let office: TestOffice;
let folder: string;
let host: TestOffice["host"];
let client: TestOffice["client"];
let uids: Map<string, string>;

const UNITS = `code,name,employer_type,workforce,established_on
U1,CĐCS Một,privateEnterprise,50,2015-01-01
U2,CĐCS Hai,privateEnterprise,60,2016-01-01
U3,CĐCS Trường Ba,publicServiceUnit,70,2016-01-01
`;

beforeEach(async () => {
  office = await openTestOffice();
  ({ folder, host, client } = office);
  await office.importText("units", UNITS);
  uids = new Map((await client.units.list({})).units.map(({ code, uid }) => [code, uid]));
});
afterEach(() => office.close());

const uid = (code: string) => uids.get(code) ?? "";

async function sheetFor(code: string, period: string = PERIOD): Promise<Uint8Array> {
  const { offers } = await resultOf(
    await client.collect.writeTemplates({
      form: period.includes("-M") ? "month" : "half",
      period,
      units: [uid(code)],
      kind: "single",
    }),
  );
  return offered(host, offers[0]?.ticket);
}

async function sheetForAll(codes: readonly string[]): Promise<Uint8Array> {
  const { offers } = await resultOf(
    await client.collect.writeTemplates({
      form: "month",
      period: PERIOD,
      units: codes.map(uid),
      kind: "many",
    }),
  );
  return offered(host, offers[0]?.ticket);
}

function ticketOf(name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { ticket: host.tickets.fromPath(path), fileName: name };
}

async function preview(
  files: Record<string, Uint8Array>,
  more: { previewId?: string } = {},
): Promise<CollectPreview> {
  return resultOf(
    await client.collect.preview({
      previewId: more.previewId ?? null,
      files: Object.entries(files).map(([name, bytes]) => ticketOf(name, bytes)),
      expect: { form: "month", period: PERIOD },
    }),
  );
}

async function applyAll(seen: Awaited<ReturnType<typeof preview>>, conflicts: "keep" | "replace" = "keep") {
  const files = seen.files.filter(({ state }) => state === "ready").map(({ id }) => ({ id, conflicts }));
  return resultOf(await client.collect.apply({ previewId: seen.previewId, files }));
}

const cell = (code: string, element: string) => ({ unit: uid(code), element, period: PERIOD });
const stored = async (code: string, element: string) =>
  (await client.entries.details(cell(code, element))).entry;
const value = (number: number) => ({ state: "value", value: number });

const type = (code: string, element: string, number: number) =>
  saveFigure(client, cell(code, element), number);

const JOINED: readonly AnswerEdit[] = [
  { element: "workersTotal", value: 50 },
  { element: "membersTotal", value: 48 },
  { element: "membersAdmitted", column: "word", value: "Không phát sinh" },
  { element: "membersTransferredIn", value: "1.250" },
  { element: "strikes", column: "word", value: "không áp dụng" },
  { element: "membersDecreased", value: 2 },
  { element: "membersDecreased", column: "note", value: "hai người chuyển đi" },
];

describe("a file that came back", () => {
  it("is shown cell by cell, written in one step and taken back in one, whatever it is called", async () => {
    await type("U1", "membersDecreased", 2);
    const seen = await preview({ "(3) Zalo tải về.xlsx": await answered(await sheetFor("U1"), JOINED) });
    const [file] = seen.files;
    expect(file).toMatchObject({
      state: "ready",
      units: [{ code: "U1", name: "CĐCS Một" }],
      counts: { new: 5, changed: 1, conflict: 0, same: 0, rejected: 0 },
    });
    expect(await stored("U1", "workersTotal")).toBeNull();
    const { cells } = await client.collect.file({ previewId: seen.previewId, file: file?.id ?? -1 });
    expect(cells.find(({ element }) => element === "membersTransferredIn")).toMatchObject({
      shown: "1.250",
      after: value(1250),
      outcome: "new",
    });
    const applied = await applyAll(seen);
    expect(applied).toMatchObject({ applied: 6, kept: 0, rejected: 0, files: 1, units: 1 });
    expect(await stored("U1", "membersAdmitted")).toEqual({ state: "noOccurrence" });
    expect(await stored("U1", "strikes")).toEqual({ state: "notApplicable" });
    expect(await client.entries.details(cell("U1", "membersTotal"))).toMatchObject({
      entry: value(48),
      source: "imported",
    });
    expect((await client.entries.details(cell("U1", "membersDecreased"))).note).toBe("hai người chuyển đi");
    expect(await client.collect.history()).toMatchObject([{ files: ["(3) Zalo tải về.xlsx"], applied: 6 }]);
    expect(await client.imports.undo({ batchUid: applied.batchUid })).toMatchObject({ cells: 6 });
    expect(await stored("U1", "membersTotal")).toBeNull();
    expect(await client.entries.details(cell("U1", "membersDecreased"))).toMatchObject({
      entry: value(2),
      source: "typed",
      note: null,
    });
    expect(await codeOf(client.imports.undo({ batchUid: applied.batchUid }))).toBe("ALREADY_UNDONE");
  });

  it("says which rules it would break, without writing", async () => {
    const sheet = await answered(await sheetFor("U1"), [
      { element: "membersAdmitted", value: 2 },
      { element: "membersAdmittedInformal", value: 5 },
    ]);
    const seen = await preview({ "a.xlsx": sheet });
    expect(seen.files[0]?.findings).toEqual({ block: 1, warn: 0 });
    const { findings } = await client.collect.file({ previewId: seen.previewId, file: 0 });
    expect(findings.map(({ rule }) => rule)).toEqual(["V01"]);
    expect(await stored("U1", "membersAdmittedInformal")).toBeNull();
  });

  it("waits with trying them out while another call keeps the office as it is", async () => {
    const { workspace } = host.context;
    const answers = [
      { element: "membersAdmitted", value: 2 },
      { element: "membersAdmittedInformal", value: 5 },
    ];
    const seen = await preview({ "a.xlsx": await answered(await sheetFor("U1"), answers) });
    const compared = findAnyCollection(workspace, seen.previewId)?.compared.get(0);
    if (!compared) throw new Error("not compared");
    const release = await workspace.hold();
    const before = workspace.changes();
    const findings = findingsOf(workspace, compared);
    await turn();
    const after = workspace.changes();
    release();
    expect(after).toBe(before);
    expect(await findings).toEqual(compared.findings);
    expect(compared.findings).toHaveLength(1);
  });

  it("leaves refused cells out and gives them back marked, with the reason beside, to be sent again", async () => {
    const sheet = await answered(await sheetFor("U1"), [
      { element: "workersTotal", value: { formula: "40+10", result: 50 } },
      { element: "membersTotal", value: "bốn tám" },
      { element: "membersDecreased", value: 1.25 },
      { element: "membersAdmitted", value: 3 },
      { element: "membersTransferredIn", value: 3 },
      { element: "membersTransferredIn", column: "word", value: "Không phát sinh" },
    ]);
    const seen = await preview({ "a.xlsx": sheet });
    const { cells } = await client.collect.file({ previewId: seen.previewId, file: 0 });
    expect(cells.map(({ element, shown, reason }) => [element, shown, reason])).toEqual([
      ["workersTotal", "50", "FORMULA"],
      ["membersTotal", "bốn tám", "NOT_A_NUMBER"],
      ["membersTransferredIn", "3 / Không phát sinh", "VALUE_WITH_STATE"],
      ["membersDecreased", "1,25", "NOT_WHOLE"],
      ["membersAdmitted", "3", null],
    ]);
    const offer = await client.collect.rejectedFile({ previewId: seen.previewId, files: null });
    const back = offered(host, offer.ticket);
    const texts = (await openBook(back)).worksheets[0]
      ?.getSheetValues()
      .flat()
      .filter((text) => typeof text === "string");
    expect(texts).toContain("Ô chứa công thức. Ghi thẳng con số.");
    expect(await applyAll(seen)).toMatchObject({ applied: 1, rejected: 4 });
    // Also after it was written, when all else of the files is let go.
    const later = await client.collect.rejectedFile({ previewId: seen.previewId, files: null });
    const laterBook = await openBook(offered(host, later.ticket));
    const marked = laterBook.worksheets[0]?.getSheetValues().flat();
    expect(marked?.filter((text) => typeof text === "string")).toEqual(texts);
    const mended = await answered(back, [
      { element: "workersTotal", value: 50 },
      { element: "membersTotal", value: 48 },
      { element: "membersDecreased", value: 1 },
      { element: "membersTransferredIn", column: "word", value: null },
    ]);
    const again = await preview({ "lần hai.xlsx": mended });
    expect(again.files[0]?.counts).toEqual({ new: 4, changed: 0, conflict: 0, same: 1, rejected: 0 });
  });

  it("once it is written, only what was refused is kept in memory", async () => {
    const refused = await answered(await sheetFor("U1"), [
      { element: "workersTotal", value: 50 },
      { element: "membersTotal", value: "bốn tám" },
    ]);
    const taken = await answered(await sheetFor("U2"), [{ element: "workersTotal", value: 60 }]);
    const seen = await preview({ "a.xlsx": refused, "b.xlsx": taken });
    const kept = () => {
      const collection = findAnyCollection(host.context.workspace, seen.previewId);
      return {
        contents: collection?.files.filter(({ contents }) => contents !== null).length,
        cells: [...(collection?.compared.values() ?? [])].map(({ cells }) => cells.length > 0),
      };
    };
    expect(kept()).toEqual({ contents: 2, cells: [true, true] });
    await applyAll(seen);
    expect(kept()).toEqual({ contents: 0, cells: [true, false] });
  });

  it("never takes a blank for anything, and a sheet that nobody filled is said to be empty", async () => {
    await type("U1", "membersTotal", 48);
    const seen = await preview({ "a.xlsx": await sheetFor("U1") });
    expect(seen.files[0]).toMatchObject({ state: "nothing", fault: { code: "EMPTY_ANSWER" } });
    expect(
      await codeOf(
        resultOf(
          client.collect.apply({ previewId: seen.previewId, files: [{ id: 0, conflicts: "replace" }] }),
        ),
      ),
    ).toBe("NOTHING_TO_APPLY");
    expect(await stored("U1", "membersTotal")).toEqual(value(48));
  });
});

describe("figures that were typed before the file came", () => {
  it("are shown beside the file's and kept unless it is said otherwise for that file", async () => {
    await type("U1", "membersTotal", 45);
    const files = { "a.xlsx": await answered(await sheetFor("U1"), JOINED) };
    const seen = await preview(files);
    const { cells } = await client.collect.file({ previewId: seen.previewId, file: 0 });
    expect(cells[0]).toMatchObject({
      element: "membersTotal",
      outcome: "conflict",
      before: value(45),
      after: value(48),
    });
    expect(await applyAll(seen, "keep")).toMatchObject({ applied: 5, kept: 1 });
    expect(await stored("U1", "membersTotal")).toEqual(value(45));
    const again = await preview(files);
    expect(again.files[0]?.counts).toMatchObject({ conflict: 1, same: 5 });
    expect(await applyAll(again, "replace")).toMatchObject({ applied: 1, kept: 0 });
    expect(await stored("U1", "membersTotal")).toEqual(value(48));
  });

  it("what came from an earlier file is only a change", async () => {
    await applyAll(await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) }));
    const mended = JOINED.map((edit) => (edit.element === "membersTotal" ? { ...edit, value: 47 } : edit));
    const seen = await preview({ "b.xlsx": await answered(await sheetFor("U1"), mended) });
    expect(seen.files[0]?.counts).toMatchObject({ changed: 1, same: 5, conflict: 0 });
  });

  it("a figure typed between preview and apply stops the whole, and a new comparison shows it", async () => {
    const seen = await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) });
    await type("U1", "membersTotal", 44);
    expect(await codeOf(applyAll(seen))).toBe("PREVIEW_STALE");
    expect(await stored("U1", "workersTotal")).toBeNull();
    const again = await resultOf(await client.collect.compare({ previewId: seen.previewId }));
    expect(again.files[0]?.counts.conflict).toBe(1);
    expect(await applyAll(again)).toMatchObject({ kept: 1 });
  });

  it("a figure typed elsewhere in between does not", async () => {
    const seen = await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) });
    await type("U2", "membersTotal", 44);
    expect(await applyAll(seen)).toMatchObject({ applied: 6 });
  });

  it("an undo is refused, naming the cells, when one was changed since", async () => {
    const { batchUid } = await applyAll(
      await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) }),
    );
    await type("U1", "membersTotal", 99);
    await expect(client.imports.undo({ batchUid })).rejects.toMatchObject({
      code: "UNDO_CONFLICT",
      data: { changed: ["U1 · Tổng số đoàn viên · 2026-M02"] },
    });
    expect(await stored("U1", "workersTotal")).toEqual(value(50));
  });
});

describe("two answers of one union", () => {
  it("are both listed, and none is taken until one is chosen", async () => {
    const early = await answered(await sheetFor("U1"), JOINED);
    const late = await answered(await sheetFor("U1"), [{ element: "workersTotal", value: 51 }]);
    const other = await answered(await sheetFor("U2"), [{ element: "workersTotal", value: 60 }]);
    const seen = await preview({ "a.xlsx": early, "b.xlsx": late, "c.xlsx": other });
    expect(seen.files.map(({ state }) => state)).toEqual(["choose", "choose", "ready"]);
    expect(seen.duplicates).toMatchObject([{ unit: { code: "U1" }, files: [0, 1] }]);
    const choose = (...ids: number[]) =>
      resultOf(
        client.collect.apply({
          previewId: seen.previewId,
          files: ids.map((id) => ({ id, conflicts: "keep" as const })),
        }),
      );
    expect(await codeOf(choose(0, 1, 2))).toBe("DUPLICATE_CHOSEN");
    expect(await stored("U2", "workersTotal")).toBeNull();
    expect(await choose(1, 2)).toMatchObject({ applied: 2, units: 2 });
    expect(await stored("U1", "workersTotal")).toEqual(value(51));
  });

  it("the same file twice is no question", async () => {
    const sheet = await answered(await sheetFor("U1"), JOINED);
    const seen = await preview({ "a.xlsx": sheet, "a (1).xlsx": sheet });
    expect(seen.files.map(({ state, fault }) => [state, fault?.code, fault?.detail])).toEqual([
      ["ready", undefined, undefined],
      ["refused", "SAME_FILE", "a.xlsx"],
    ]);
    expect(seen.duplicates).toEqual([]);
  });

  it("one of them may stand in a sheet for many, whose other unions are taken all the same", async () => {
    const many = await answered(await sheetForAll(["U1", "U2", "U3"]), [
      { unit: uid("U1"), element: "workersTotal", value: 55 },
      { unit: uid("U2"), element: "workersTotal", value: "Chưa thu thập" },
      { unit: uid("U3"), element: "workersTotal", value: 70 },
      { unit: uid("U3"), element: "strikes", value: 1 },
    ]);
    const single = await answered(await sheetFor("U1"), JOINED);
    const seen = await preview({ "cụm.xlsx": many, "một.xlsx": single });
    expect(seen.duplicates.map(({ unit }) => unit.code)).toEqual(["U1"]);
    const { cells } = await client.collect.file({ previewId: seen.previewId, file: 0 });
    // A school is not asked about strikes.
    expect(cells[0]).toMatchObject({ unit: { code: "U3" }, element: "strikes", reason: "NOT_APPLICABLE" });
    await resultOf(
      await client.collect.apply({
        previewId: seen.previewId,
        files: [
          { id: 0, conflicts: "keep", leaveOut: [uid("U1")] },
          { id: 1, conflicts: "keep" },
        ],
      }),
    );
    expect(await stored("U1", "workersTotal")).toEqual(value(50));
    expect(await stored("U2", "workersTotal")).toEqual({ state: "notCollected" });
    expect(await stored("U3", "workersTotal")).toEqual(value(70));
  });
});

describe("files that do not belong here", () => {
  it("of another form, another period, another office, with an edited identity, are each told apart", async () => {
    const wrongForm = await answered(await sheetFor("U1", "2026-H1"), [
      { element: "hardshipMembers", value: 1 },
    ]);
    const wrongPeriod = await answered(await sheetFor("U1", "2026-M01"), JOINED);
    const book = await openBook(await answered(await sheetFor("U1"), JOINED));
    const identity = book.getWorksheet("_scd");
    identity?.eachRow((row) => {
      if (row.getCell(1).value === "unit") row.getCell(2).value = uid("U2");
    });
    const edited = Buffer.from(await book.xlsx.writeBuffer());
    identity?.eachRow((row) => {
      if (row.getCell(1).value === "office") row.getCell(2).value = uid("U3");
    });
    const otherOffice = Buffer.from(await book.xlsx.writeBuffer());
    book.removeWorksheet("_scd");
    const copied = Buffer.from(await book.xlsx.writeBuffer());
    const seen = await preview({
      "a.xlsx": wrongForm,
      "b.xlsx": wrongPeriod,
      "c.xlsx": edited,
      "d.xlsx": otherOffice,
      "e.xlsx": copied,
      "f.csv": Buffer.from("mã;số\n"),
    });
    expect(seen.files.map(({ state, fault }) => [state, fault?.code])).toEqual([
      ["refused", "WRONG_FORM"],
      ["refused", "WRONG_PERIOD"],
      ["refused", "IDENTITY_EDITED"],
      ["refused", "OTHER_OFFICE"],
      ["refused", "NOT_A_TEMPLATE"],
      ["refused", "XLSX_NOT_A_WORKBOOK"],
    ]);
    const offer = await client.collect.rejectedFile({ previewId: seen.previewId, files: null });
    expect(Buffer.from(offered(host, offer.ticket)).toString("utf8")).toContain(
      "Phần nhận dạng ẩn của tệp đã bị sửa.",
    );
  });

  it("a locked period takes nothing, before the preview or after it", async () => {
    const sheet = await answered(await sheetFor("U1"), JOINED);
    const seen = await preview({ "a.xlsx": sheet });
    const { db } = host.context.workspace;
    await type("U2", "workersTotal", 1);
    db.raw.exec(
      "INSERT INTO period_state (form, period_id, state, approved_by, approved_at) VALUES ('month', 202602, 'approved', 'x', '2026-03-01T00:00:00Z')",
    );
    expect(await codeOf(applyAll(seen))).toBe("PERIOD_LOCKED");
    expect((await preview({ "a.xlsx": sheet })).files[0]?.fault?.code).toBe("PERIOD_LOCKED");
  });

  it("a union that the register lost, or that ended before the period, is refused as a file", async () => {
    const sheet = await answered(await sheetFor("U1"), JOINED);
    await client.units.end({
      uid: uid("U1"),
      endedOn: "2026-01-31",
      kind: "dissolved",
      decisionNumber: null,
    });
    expect((await preview({ "a.xlsx": sheet })).files[0]?.fault?.code).toBe("UNIT_NOT_ACTIVE");
  });

  it("rows that were moved apart from their names are refused, rows sorted whole are not", async () => {
    const bytes = await answered(await sheetForAll(["U1", "U2"]), [
      { unit: uid("U1"), element: "workersTotal", value: 1 },
      { unit: uid("U2"), element: "workersTotal", value: 2 },
    ]);
    const swap = async (columns: readonly number[]) => {
      const book = await openBook(bytes);
      const sheet = book.worksheets[0];
      for (const column of columns) {
        const [upper, lower] = [sheet?.getCell(8, column), sheet?.getCell(9, column)];
        if (!upper || !lower) throw new Error("no cells");
        [upper.value, lower.value] = [lower.value, upper.value];
      }
      return Buffer.from(await book.xlsx.writeBuffer());
    };
    const whole = await preview({ "a.xlsx": await swap([1, 2, 3, 4]) });
    expect(whole.files[0]?.counts).toMatchObject({ new: 2, rejected: 0 });
    const { cells } = await client.collect.file({ previewId: whole.previewId, file: 0 });
    expect(cells.map(({ unit, after }) => [unit.code, after])).toEqual([
      ["U2", value(2)],
      ["U1", value(1)],
    ]);
    const apart = await preview({ "b.xlsx": await swap([2, 3, 4]) });
    const moved = await client.collect.file({ previewId: apart.previewId, file: 0 });
    expect(moved.cells.map(({ reason }) => reason)).toEqual(["ROW_MOVED", "ROW_MOVED"]);
  });
});

describe("who has not answered", () => {
  it("is listed with a text for them, until a figure is there", async () => {
    const before = await client.collect.unanswered({ form: "month", period: PERIOD });
    expect(before).toMatchObject({ collectOn: "2026-02-18", unitsExpected: 3 });
    expect(before.message).toBe(`Kính gửi các đồng chí Chủ tịch công đoàn cơ sở,
Đến ngày 10/03/2026, LĐLĐ huyện B chưa nhận được báo cáo của 3 đơn vị dưới đây về báo cáo tháng (Tháng 2/2026).
Hạn gửi là ngày 18/02/2026, đã quá 20 ngày.

1. CĐCS Hai
2. CĐCS Một
3. CĐCS Trường Ba

Đề nghị các đồng chí điền vào tệp mẫu đã nhận và gửi lại. Tệp mẫu mất thì báo để gửi lại. Trân trọng cảm ơn.`);
    await applyAll(await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) }));
    const after = await client.collect.unanswered({ form: "month", period: PERIOD });
    expect(after.units.map(({ code, filled, asked }) => [code, filled, asked])).toEqual([
      ["U2", 0, 13],
      ["U3", 0, 6],
      ["U1", 6, 13],
    ]);
    expect(after.partialMessage).toContain("1. CĐCS Một (còn thiếu 7/13 ô)");
  });
});

it("more files are added to a preview, and one that is called off leaves nothing of its call", async () => {
  const seen = await preview({ "a.xlsx": await answered(await sheetFor("U1"), JOINED) });
  const more = { "b.xlsx": await answered(await sheetFor("U2"), JOINED) };
  const job = await client.collect.preview({
    previewId: seen.previewId,
    files: Object.entries(more).map(([name, bytes]) => ticketOf(name, bytes)),
    expect: null,
  });
  expect((await job.next()).done).toBe(false);
  await job.return?.(undefined);
  expect((await resultOf(await client.collect.compare({ previewId: seen.previewId }))).files).toHaveLength(1);
  const both = await preview(more, { previewId: seen.previewId });
  expect(both.files.map(({ id, state }) => [id, state])).toEqual([
    [0, "ready"],
    [1, "ready"],
  ]);
});

it("an apply that is called off leaves nothing, and may be begun again", async () => {
  const codes = Array.from({ length: 200 }, (_, index) => `N${index}`);
  const path = join(folder, "many.csv");
  writeFileSync(
    path,
    `code,name,employer_type\n${codes.map((code) => `${code},CĐCS ${code},privateEnterprise`).join("\n")}\n`,
  );
  const ticket = host.tickets.fromPath(path);
  const imported = await client.imports.preview({ ticket, fileName: "many.csv", kind: "units" });
  await resultOf(await client.imports.apply({ previewId: imported.previewId }));
  uids = new Map((await client.units.list({})).units.map((unit) => [unit.code, unit.uid]));
  const elements = (await client.entries.open({ form: "month", period: PERIOD })).columns.map(
    ({ element }) => element,
  );
  const edits = codes.flatMap((code, row) =>
    elements.map((element, column) => ({ unit: uid(code), element, value: row + column })),
  );
  const seen = await preview({ "a.xlsx": await answered(await sheetForAll(codes), edits) });
  expect(seen.files[0]?.counts.new).toBe(2600);
  const job = await client.collect.apply({
    previewId: seen.previewId,
    files: [{ id: 0, conflicts: "keep" }],
  });
  expect((await job.next()).done).toBe(false);
  await job.return?.(undefined);
  expect(await stored("N0", "workersTotal")).toBeNull();
  expect(await applyAll(seen)).toMatchObject({ applied: 2600, units: 200 });
  expect(await stored("N199", "workersTotal")).toEqual(value(199));
});

it("trying the rules out never takes back what another long write has under way", async () => {
  const codes = Array.from({ length: 400 }, (_, index) => `N${index}`);
  const files = {
    "a.xlsx": await answered(await sheetFor("U1"), JOINED),
    "b.xlsx": await answered(await sheetFor("U2"), JOINED),
  };
  const register = join(folder, "many.csv");
  writeFileSync(
    register,
    `code,name,employer_type\n${Array.from({ length: 2100 }, (_, index) => `N${index},CĐCS N${index},privateEnterprise`).join("\n")}\n`,
  );
  const imported = await client.imports.preview({
    ticket: host.tickets.fromPath(register),
    fileName: "many.csv",
    kind: "units",
  });
  const previewing: AsyncIterator<unknown, CollectPreview> = await client.collect.preview({
    previewId: null,
    files: Object.entries(files).map(([name, bytes]) => ticketOf(name, bytes)),
    expect: null,
  });
  expect((await previewing.next()).done).toBe(false);
  const importing = await client.imports.apply({ previewId: imported.previewId });
  expect((await importing.next()).done).toBe(false);
  const seen = resultOf(previewing);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await resultOf(importing);
  expect((await seen).files.map(({ state }) => state)).toEqual(["ready", "ready"]);
  const known = new Set((await client.units.list({})).units.map(({ code }) => code));
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});
