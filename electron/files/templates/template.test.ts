// A sheet written, filled and read again; and files that only pretend to be one.
// Over 300 lines: the hostile files are made here, so that none is stored in the repository.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { ZipFile } from "yazl";
import {
  type AnswerEdit,
  addressOfAnswer,
  answered,
  openBook,
} from "../../../test/support/answered-template.ts";
import { COLUMNS, sampleTemplate, unitOf } from "../../../test/support/template-sample.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { SheetReader } from "../read-xlsx.ts";
import { readAnswer } from "./answer-cell.ts";
import { identityRows, isIdentitySheet, readIdentity } from "./identity-sheet.ts";
import { type ElementLookup, readTemplate } from "./read-template.ts";
import { ANSWER_REASONS, answerReasonWords, FILE_FAULTS, fileFaultWords } from "./reason-words.ts";
import { writeTemplate } from "./write-template.ts";

const reader = new SheetReader();
let folder: string;
let single: Uint8Array;
let many: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-templates-"));
  single = await writeTemplate(sampleTemplate("single", [unitOf("u1")]));
  many = await writeTemplate(sampleTemplate("many", [unitOf("u1"), unitOf("u2")]));
});
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
});

const lookup: ElementLookup = (code) => {
  const column = COLUMNS.find(({ element }) => element === code);
  return column && { type: column.type, label: column.label, isComputed: code === "infoSessions" };
};

async function read(bytes: Uint8Array) {
  const path = join(folder, `${randomBytes(6).toString("hex")}.xlsx`);
  writeFileSync(path, bytes);
  return readTemplate(reader, path, lookup);
}

async function answersIn(bytes: Uint8Array) {
  const reading = await read(bytes);
  if (!reading.ok) throw new Error(reading.code);
  return reading.contents.units;
}

const faultOf = async (bytes: Uint8Array) => {
  const reading = await read(bytes);
  return reading.ok ? "was read" : reading.code;
};

describe("a sheet for one union", () => {
  it("has every cell locked but those to fill, and no password", async () => {
    const sheet = (await openBook(single)).worksheets[0];
    if (!sheet) throw new Error("no sheet");
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      }),
    );
    const wanted = COLUMNS.filter(
      ({ element }) => element !== "infoSessions" && element !== "strikes",
    ).flatMap(({ element }) =>
      (["value", "word", "note"] as const).map((column) => addressOfAnswer(sheet, { element, column })),
    );
    expect(open.toSorted()).toEqual(wanted.toSorted());
    const xml = (await partsOf(single)).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    expect(xml).toMatch(/<sheetProtection [^>]*sheet="1"/);
    expect(xml).not.toMatch(/<sheetProtection [^>]*(password|hashValue)=/);
  });

  it("lets in whole numbers, offers lists, and says so in Vietnamese", async () => {
    const xml = (await partsOf(single)).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    const rules = [...xml.matchAll(/<dataValidation [\s\S]*?<\/dataValidation>/g)].map(([rule]) => rule);
    const of = (words: string) => rules.filter((rule) => rule.includes(words));
    expect(of('type="whole"')).toHaveLength(3);
    expect(of('type="whole"')[0]).toContain("Chỉ nhận số nguyên từ 0 trở lên");
    expect(of("Có,Không")).toHaveLength(1);
    expect(of("Xuất sắc,Tốt,Hoàn thành,Không hoàn thành,Chưa xếp loại")).toHaveLength(1);
    expect(of("Không phát sinh,Không áp dụng,Chưa thu thập").length).toBeGreaterThan(0);
  });

  it("holds no formula, whatever names are called, and hides whom it asks", async () => {
    const parts = await partsOf(single);
    for (const [name, bytes] of parts)
      if (name.includes("worksheets")) expect(bytes.toString("utf8")).not.toContain("<f>");
    expect(parts.get("xl/workbook.xml")?.toString("utf8")).toMatch(/name="_scd"[^>]*state="veryHidden"/);
    const sheet = (await openBook(single)).worksheets[0];
    expect(sheet?.getCell("B4").value).toMatch(/^'\+CĐCS/);
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getRow(1).hidden).toBe(true);
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1 });
  });

  it("shows the period before, greys what is computed and hatches what is not asked", async () => {
    const sheet = (await openBook(single)).worksheets[0];
    if (!sheet) throw new Error("no sheet");
    const row = (element: string) => sheet.getRow(Number(addressOfAnswer(sheet, { element }).slice(1)));
    expect(row("workersTotal").getCell("E").value).toBe(1250);
    expect(row("membersTotal").getCell("E").value).toBe("Không phát sinh");
    expect([row("infoSessions").getCell("F").value, row("infoSessions").getCell("G").value]).toEqual([
      7,
      "tự tính",
    ]);
    expect(row("strikes").getCell("F").fill).toMatchObject({ pattern: "lightUp" });
    expect(row("strikes").getCell("G").value).toBe("không hỏi");
  });

  it("gives back what was filled, and nothing of what was not", async () => {
    expect(await answersIn(single)).toEqual([{ unit: "u1", code: null, answers: [] }]);
    const edits: AnswerEdit[] = [
      { element: "workersTotal", value: 1250 },
      { element: "membersTotal", value: "1 250" },
      { element: "supportAmount", value: "39,5 triệu" },
      { element: "dialogueHeld", value: "Không" },
      { element: "qualityGrade", value: "Tốt" },
      { element: "selfScore", value: 85.5 },
      { element: "infoSessions", value: 99 },
      { element: "strikes", value: 1 },
      { element: "workersTotal", column: "note", value: "  hai   dòng " },
    ];
    const [answers] = await answersIn(await answered(single, edits));
    expect(
      answers?.answers.map(({ element, entry, note, reason }) => [element, entry, note, reason]),
    ).toEqual([
      ["workersTotal", { state: "value", value: 1250 }, "hai dòng", null],
      ["membersTotal", { state: "value", value: 1250 }, null, null],
      ["supportAmount", { state: "value", value: 39_500_000 }, null, null],
      ["dialogueHeld", { state: "value", value: 0 }, null, null],
      ["qualityGrade", { state: "value", value: 1 }, null, null],
      ["selfScore", { state: "value", value: 8550 }, null, null],
      ["strikes", null, null, "NOT_ASKED"],
    ]);
  });

  it("is read right after a column was put in and rows were sorted, and refuses a line that stands twice", async () => {
    const filled = await answered(single, [{ element: "workersTotal", value: 5 }]);
    const book = await openBook(filled);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error("no sheet");
    const row = Number(addressOfAnswer(sheet, { element: "workersTotal" }).slice(1));
    sheet.getCell(row + 30, 1).value = "workersTotal";
    sheet.getCell(row + 30, 3).value = sheet.getCell(row, 3).value;
    sheet.getCell(row + 30, 6).value = 6;
    const [answers] = await answersIn(Buffer.from(await book.xlsx.writeBuffer()));
    expect(answers?.answers.map(({ reason }) => reason)).toEqual(["ROW_DUPLICATE", "ROW_DUPLICATE"]);
    sheet.getCell(row + 30, 1).value = null;
    sheet.getCell(row, 3).value = "Tổng số đoàn viên";
    const [moved] = await answersIn(Buffer.from(await book.xlsx.writeBuffer()));
    expect(moved?.answers.map(({ reason }) => reason)).toEqual(["ROW_MOVED"]);
  });
});

describe("a sheet for many", () => {
  it("takes figures and words in one cell, by union", async () => {
    const bytes = await answered(many, [
      { unit: "u1", element: "workersTotal", value: "không phát sinh" },
      { unit: "u2", element: "workersTotal", value: 12 },
      { unit: "u2", element: "dialogueHeld", value: "?" },
      { unit: "u2", element: "selfScore", value: "x" },
    ]);
    expect(
      (await answersIn(bytes)).map(({ unit, code, answers }) => [
        unit,
        code,
        answers.map(({ entry }) => entry),
      ]),
    ).toEqual([
      ["u1", "=u1", [{ state: "noOccurrence" }]],
      ["u2", "=u2", [{ state: "value", value: 12 }, { state: "notCollected" }, { state: "notApplicable" }]],
    ]);
  });

  it("limits a column by one rule that follows its cells, and within what a rule may hold", async () => {
    const xml = (await partsOf(many)).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    const rules = [...xml.matchAll(/<dataValidation [\s\S]*?<\/dataValidation>/g)].map(([rule]) => rule);
    expect(rules.find((rule) => rule.includes("D8:D9"))).toContain(
      "IF(ISNUMBER(D8),AND(D8&gt;=0,D8=INT(D8))",
    );
    for (const [, formula = ""] of xml.matchAll(/<formula1>([^<]*)<\/formula1>/g))
      expect(formula.length).toBeLessThan(256);
    for (const [, text = ""] of xml.matchAll(/(?:prompt|error)="([^"]*)"/g))
      expect(text.length).toBeLessThan(256);
  });
});

it("an answer is a figure or a word, never both and never a guess", () => {
  const cell = (text: string, more = {}) => ({ text, ...more });
  const of = (value: string, word: string) =>
    readAnswer(cell(value), cell(word), "count", gradeWordsOf(2025));
  expect(of("", "")).toEqual({ ok: true, entry: null });
  expect(of("0", "Không phát sinh")).toEqual({ ok: true, entry: { state: "noOccurrence" } });
  expect(of("0", "Chưa thu thập")).toEqual({ ok: false, code: "VALUE_WITH_STATE" });
  expect(of("", "gì đó")).toEqual({ ok: false, code: "STATE_UNKNOWN" });
  expect(of("1,250", "")).toEqual({ ok: false, code: "AMBIGUOUS_SEPARATOR" });
  // 1.250 typed into a sheet set to English is one and a quarter to it.
  expect(readAnswer(cell("1,25", { isNumber: true }), undefined, "count", gradeWordsOf(2025))).toEqual({
    ok: false,
    code: "NOT_WHOLE",
  });
  expect(readAnswer(cell("7", { isFormula: true }), undefined, "count", gradeWordsOf(2025))).toEqual({
    ok: false,
    code: "FORMULA",
  });
  expect(readAnswer(cell("#N/A", { isError: true }), undefined, "count", gradeWordsOf(2025))).toEqual({
    ok: false,
    code: "CELL_ERROR",
  });
});

it("an identity is read back as it was written, and not at all with a line more or less", () => {
  const text = fc.stringMatching(/^[A-Za-z0-9.-]{1,40}$/);
  fc.assert(
    fc.property(
      fc.record({
        version: fc.integer({ min: 1, max: 9999 }),
        office: text,
        form: text,
        period: text,
        kind: fc.constant("many" as const),
        catalogue: text,
        units: fc.array(text, { minLength: 1, maxLength: 20 }),
        elements: fc.array(text, { maxLength: 20 }),
      }),
      text,
      fc.nat(6),
      (identity, fingerprint, left) => {
        const rows = identityRows({ identity, fingerprint });
        expect(isIdentitySheet(rows)).toBe(true);
        expect(readIdentity(rows)).toEqual({ identity, fingerprint });
        expect(readIdentity(rows.toSpliced(left + 1, 1))).toBeUndefined();
        expect(readIdentity([...rows, ["form", "month"]])).toBeUndefined();
      },
    ),
  );
});

it("every reason has a sentence", () => {
  expect(ANSWER_REASONS.every((code) => /^.{5,}\.$/.test(answerReasonWords(code)))).toBe(true);
  expect(FILE_FAULTS.every((code) => /^.{5,}\.$/.test(fileFaultWords(code)))).toBe(true);
  expect(answerReasonWords("__proto__")).toBe(answerReasonWords("VALUE_REFUSED"));
});

/** Parts of a zip by name. */
async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  const entries = zip.eachEntry();
  for (;;) {
    const next = await entries.next();
    if (next.done) return parts;
    if (next.value.fileName.endsWith("/")) continue;
    parts.set(next.value.fileName, await buffer(await zip.openReadStreamPromise(next.value)));
  }
}

async function zipOf(parts: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, bytes] of parts) file.addBuffer(bytes, name);
  file.end();
  return buffer(file.outputStream);
}

/** A filled sheet with parts added or changed. */
async function tampered(change: (parts: Map<string, Buffer>) => void): Promise<Buffer> {
  const parts = await partsOf(await answered(single, [{ element: "workersTotal", value: 5 }]));
  change(parts);
  return zipOf(parts);
}

const edit = (parts: Map<string, Buffer>, name: string, from: string, to: string) => {
  const text = parts.get(name)?.toString("utf8") ?? "";
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  parts.set(name, Buffer.from(text.replace(from, to)));
};

describe("a hostile file is refused before anything of it is believed", () => {
  it("a zip bomb", async () => {
    const bomb = await tampered((parts) =>
      parts.set("xl/worksheets/sheet9.xml", Buffer.alloc(60 * 1024 * 1024, 32)),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(bomb)).toBe("XLSX_BOMB");
  });
  it("a workbook with macros, renamed", async () => {
    expect(await faultOf(await tampered((parts) => parts.set("xl/vbaProject.bin", randomBytes(64))))).toBe(
      "XLSX_MACRO",
    );
    const typed = await tampered((parts) =>
      edit(
        parts,
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      ),
    );
    expect(await faultOf(typed)).toBe("XLSX_MACRO");
  });
  it("entities that expand", async () => {
    const bomb = await tampered((parts) =>
      edit(
        parts,
        "xl/worksheets/sheet1.xml",
        "<worksheet",
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet',
      ),
    );
    expect(await faultOf(bomb)).toBe("XLSX_DTD");
  });
  it("a link to another file", async () => {
    expect(
      await faultOf(
        await tampered((parts) => parts.set("xl/externalLinks/externalLink1.xml", Buffer.from("<x/>"))),
      ),
    ).toBe("XLSX_EXTERNAL");
  });
  it("one that opens with a password, the old format, no zip at all, an empty file", async () => {
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(
      await faultOf(Buffer.concat([compound, Buffer.alloc(512), Buffer.from("EncryptedPackage", "utf16le")])),
    ).toBe("XLSX_ENCRYPTED");
    expect(await faultOf(Buffer.concat([compound, Buffer.alloc(512)]))).toBe("XLSX_OLD_FORMAT");
    expect(await faultOf(Buffer.from("Kính gửi"))).toBe("XLSX_NOT_A_WORKBOOK");
    expect(await faultOf(Buffer.from("PK\u0003\u0004 rồi thôi"))).toBe("XLSX_NOT_A_WORKBOOK");
    expect(await faultOf(Buffer.alloc(0))).toBe("XLSX_NOT_A_WORKBOOK");
  });
  it("one that takes too long; the next file is read all the same", async () => {
    const own = new SheetReader();
    await expect(own.read(single, { timeLimitMs: 1 })).rejects.toMatchObject({ code: "XLSX_TIMEOUT" });
    expect(await own.read(single)).toHaveLength(2);
    await own.close();
  });
  it("one larger than is ever opened", async () => {
    expect(
      await faultOf(Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(10 * 1024 * 1024)])),
    ).toBe("XLSX_TOO_LARGE");
  });
  it("one without its hidden rows, or with the hidden sheet twice", async () => {
    const book = await openBook(single);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error("no sheet");
    sheet.getCell("A1").value = null;
    expect(await faultOf(Buffer.from(await book.xlsx.writeBuffer()))).toBe("LAYOUT_BROKEN");
    const twice = await openBook(single);
    const hidden = twice.getWorksheet("_scd");
    const copy = twice.addWorksheet("_scd2");
    hidden?.eachRow((row) => copy.addRow([row.getCell(1).value, row.getCell(2).value]));
    expect(await faultOf(Buffer.from(await twice.xlsx.writeBuffer()))).toBe("IDENTITY_EDITED");
  });
  it("names that reach a prototype change nothing", async () => {
    const book = await openBook(single);
    const sheet = book.worksheets[0];
    sheet?.addRow(["__proto__", "constructor", 1, 2, 3, 4]);
    if (sheet) sheet.getCell("I1").value = "__proto__";
    expect(await faultOf(Buffer.from(await book.xlsx.writeBuffer()))).toBe("was read");
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

it("a sheet that goes back holds the refused answer, marked, with its reason beside", async () => {
  const entry: EntryValue = { state: "value", value: 5 };
  const unit = unitOf("u1");
  const template = sampleTemplate("single", [
    {
      ...unit,
      cells: unit.cells.map((cell, index) =>
        index === 0
          ? { ...cell, former: { value: "=1+1", word: null, note: null, reason: "Ô chứa công thức." } }
          : index === 1
            ? { ...cell, former: { value: entry.value, word: null, note: "x", reason: null } }
            : cell,
      ),
    },
  ]);
  const sheet = (await openBook(await writeTemplate(template))).worksheets[0];
  if (!sheet) throw new Error("no sheet");
  const refused = sheet.getCell(addressOfAnswer(sheet, { element: "workersTotal" }));
  expect(refused.value).toBe("'=1+1");
  expect(refused.fill).toMatchObject({ fgColor: { argb: "FFFFCDD2" } });
  expect(sheet.getCell(`I${refused.row}`).value).toBe("Ô chứa công thức.");
  expect(sheet.getCell(addressOfAnswer(sheet, { element: "membersTotal" })).value).toBe(5);
});
