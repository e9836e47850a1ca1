// Over 300 lines: the corpus of hostile workbooks is made here, so that none is stored in the repository.
import { randomBytes } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { readTableBytes } from "./read-table.ts";
import { readXlsx } from "./read-xlsx.ts";
import { TableError } from "./table.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const relation = (id: string, kind: string, target: string, more = "") =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${more}/>`;
const relations = (...items: string[]) =>
  `<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
const sheetXml = (rows: string) => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

/** The smallest workbook that holds these rows; every part can be replaced, added to or left out (null). */
function parts(rows: string, changes: Record<string, string | Buffer | null> = {}) {
  return {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sổ" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "sharedStrings", "sharedStrings.xml"),
      relation("rId3", "styles", "/xl/styles.xml"),
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"><si><t>code</t></si><si><r><t xml:space="preserve">Hoà </t></r><r><t>Bình</t></r><rPh sb="0" eb="1"><t>xx</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si></sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/><numFmt numFmtId="166" formatCode="[Red]#,##0&quot; ngày&quot;"/><numFmt numFmtId="167" formatCode="h:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheetXml(rows),
    ...changes,
  };
}

async function zip(entries: Record<string, string | Buffer | null>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries))
    if (content !== null)
      file.addBuffer(Buffer.from(content), name, { mtime: new Date(0), forceDosTimestamp: true });
  file.end();
  return buffer(file.outputStream);
}

const workbook = (rows: string, changes?: Record<string, string | Buffer | null>) =>
  zip(parts(rows, changes));
const HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';

async function faultOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof TableError) return error.code;
    throw error;
  }
  return "was read";
}

describe("what a workbook's cells say", () => {
  const cellsOf = async (cells: string, changes?: Record<string, string | null>) => {
    const table = await readXlsx(await workbook(`${HEADER}<row r="2">${cells}</row>`, changes));
    return table.rows[0]?.cells;
  };

  it.each([
    ["1250", "1250"],
    ["1.25E3", "1250"],
    ["1.25E+3", "1250"],
    ["9007199254740993", "9007199254740993"],
    ["1E21", "1000000000000000000000"],
    ["80.099999999999994", "80,1"],
    ["0.30000000000000004", "0,3"],
    ["1250.0000000000002", "1250"],
    ["-12.5", "-12,5"],
    ["1E-3", "0,001"],
    ["-0", "0"],
    ["0.0", "0"],
    ["007", "7"],
  ])("the number %s is %s", async (stored, text) => {
    expect(await cellsOf(`<c r="A2"><v>${stored}</v></c>`)).toEqual([{ text, isNumber: true }]);
  });

  it("reads shared, rich and inline strings, without phonetic hints, in NFC", async () => {
    const cells = await cellsOf(
      `<c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><r><t>${"Hòa".normalize("NFD")} </t></r><r><t>Bình</t></r></is></c><c r="C2" t="str"><v>x &amp; y</v></c><c r="D2" t="s"><v>2</v></c>`,
    );
    expect(cells?.map((cell) => cell.text)).toEqual(["Hoà Bình", "Hòa Bình", "x & y", "a b_x0041_"]);
  });

  it("reads days by their style, codes with their zeros, and no time or unit as a day", async () => {
    const serial = "45443.75"; // 31 May 2024, 18:00
    const cells = await cellsOf(
      `<c r="A2" s="1"><v>${serial}</v></c><c r="B2" s="2"><v>45443</v></c><c r="C2" s="3"><v>123</v></c><c r="D2" s="4"><v>30</v></c><c r="E2" s="5"><v>0.5</v></c><c r="F2" t="d"><v>2024-05-31T00:00:00</v></c>`,
    );
    expect(cells).toEqual([
      { text: "2024-05-31" },
      { text: "2024-05-31" },
      { text: "00123", isNumber: true },
      { text: "30", isNumber: true },
      { text: "0,5", isNumber: true },
      { text: "2024-05-31" },
    ]);
  });

  it.each([
    ["1", "1900-01-01"],
    ["59", "1900-02-28"],
    ["61", "1900-03-01"],
    ["36585", "2000-02-29"],
    ["2958465", "9999-12-31"],
  ])("day %s of the 1900 calendar is %s", async (serial, day) => {
    expect(await cellsOf(`<c r="A2" s="1"><v>${serial}</v></c>`)).toEqual([{ text: day }]);
  });

  it("leaves the day that never was, and days out of range, numbers", async () => {
    const cells = await cellsOf(
      '<c r="A2" s="1"><v>60</v></c><c r="B2" s="1"><v>0</v></c><c r="C2" s="1"><v>2958466</v></c>',
    );
    expect(cells?.map((cell) => cell.isNumber)).toEqual([true, true, true]);
  });

  it("counts from 1904 where the workbook says so", async () => {
    const main = parts("")["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    // 31 May 2024 is 43,981 days after 1 January 1904.
    expect((Date.UTC(2024, 4, 31) - Date.UTC(1904, 0, 1)) / 86_400_000).toBe(43_981);
    expect(await cellsOf('<c r="A2" s="1"><v>43981</v></c>', { "xl/workbook.xml": main })).toEqual([
      { text: "2024-05-31" },
    ]);
  });

  it("flags formulas and shows their last value; one never calculated is an error, not a blank", async () => {
    const cells = await cellsOf(
      '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c><c r="C2"><f>SUM(A1)</f></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="b"><v>1</v></c>',
    );
    expect(cells).toEqual([
      { text: "2", isNumber: true, isFormula: true },
      { text: "", isFormula: true },
      { text: "", isFormula: true, isError: true },
      { text: "#DIV/0!", isFormula: true, isError: true },
      { text: "TRUE" },
    ]);
  });

  it("keeps places: gaps, missing references, empty rows, cells beyond the headings", async () => {
    const table = await readXlsx(
      await workbook(
        `<row r="3"><c r="B3" t="s"><v>0</v></c></row><row r="4"><c r="B4" s="1"/></row><row r="7"><c r="D7"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>`,
      ),
    );
    expect(table.header).toEqual(["", "code"]);
    expect(table.rows.map((row) => [row.line, row.cells.map((cell) => cell.text)])).toEqual([
      [7, ["", "", "", "1"]],
      [8, ["2", "3"]],
    ]);
  });

  it("reads the first visible sheet that holds something and names the others", async () => {
    const sheets = ["Ẩn", "Trống", "Số liệu", "Khác"];
    const table = await readXlsx(
      await workbook("<row><c><v>9</v></c></row>", {
        "xl/workbook.xml": `<x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets>${sheets
          .map(
            (name, index) =>
              `<x:sheet name="${name}" sheetId="${index + 1}" q:id="r${index}"${index === 0 ? ' state="veryHidden"' : ""}/>`,
          )
          .join("")}</x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": relations(
          ...sheets.map((_, index) => relation(`r${index}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
        ),
        "xl/worksheets/sheet2.xml": sheetXml(""),
        "xl/worksheets/sheet3.xml": sheetXml("<row><c><v>1</v></c></row>"),
        "xl/worksheets/sheet4.xml": sheetXml("<row><c><v>2</v></c></row>"),
      }),
    );
    expect(table).toMatchObject({ sheet: "Số liệu", header: ["1"], ignoredSheets: ["Khác"] });
  });

  it("leaves Object.prototype alone whatever sheets, headings and comments are called", async () => {
    const names = ["__proto__", "constructor", "polluted"];
    const cells = names.map((name) => `<c t="inlineStr" __proto__="x"><is><t>${name}</t></is></c>`).join("");
    const main = parts("")["xl/workbook.xml"].replace("Sổ", "__proto__");
    const table = await readXlsx(
      await workbook(`<row>${cells}</row><row><c><v>1</v></c></row>`, {
        "xl/workbook.xml": main,
        "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>__proto__</author></authors></comments>`,
      }),
    );
    expect(table.header).toEqual(names);
    expect(table.sheet).toBe("__proto__");
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.getPrototypeOf(table)).toBe(Object.prototype);
  });
});

describe("workbooks that are refused (security.md X2)", () => {
  const cases: Record<string, [string, () => Promise<Buffer>]> = {
    "no zip": ["XLSX_NOT_A_WORKBOOK", async () => Buffer.from("PK\u0003\u0004 and then nothing")],
    "a truncated zip": ["XLSX_NOT_A_WORKBOOK", async () => (await workbook(HEADER)).subarray(0, -40)],
    "a zip of something else": ["XLSX_NOT_A_WORKBOOK", () => zip({ "word/document.xml": "<a/>" })],
    "a missing sheet": ["XLSX_NOT_A_WORKBOOK", () => workbook("", { "xl/worksheets/sheet1.xml": null })],
    "broken XML": ["XLSX_NOT_A_WORKBOOK", () => workbook("<row><c></row>")],
    "an unknown entity": ["XLSX_NOT_A_WORKBOOK", () => workbook('<row><c t="str"><v>&lol;</v></c></row>')],
    "XML that is not UTF-8": [
      "XLSX_NOT_A_WORKBOOK",
      () => workbook("", { "xl/worksheets/sheet1.xml": Buffer.from(sheetXml(HEADER), "utf16le") }),
    ],
    "a shared string out of range": [
      "XLSX_NOT_A_WORKBOOK",
      () => workbook('<row><c t="s"><v>99</v></c></row>'),
    ],
    "cells that go back": [
      "XLSX_NOT_A_WORKBOOK",
      () => workbook('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    ],
    "rows that repeat": [
      "XLSX_NOT_A_WORKBOOK",
      () => workbook('<row r="2"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'),
    ],
    "two parts of one name": [
      "XLSX_NOT_A_WORKBOOK",
      () => workbook(HEADER, { "XL/Worksheets/Sheet1.xml": sheetXml(HEADER) }),
    ],
    "a wrong checksum": [
      "XLSX_NOT_A_WORKBOOK",
      async () => {
        const bytes = await zip({ ...parts(HEADER), "xl/media/picture.bin": randomBytes(4000) });
        const at = bytes.indexOf("xl/media/picture.bin") + 100;
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        return bytes;
      },
    ],
    "nothing on any visible sheet": ["XLSX_EMPTY", () => workbook('<row><c s="1"/></row>')],
    "two headings of one name": [
      "HEADER_DUPLICATE",
      () => workbook('<row><c t="str"><v>Mã</v></c><c t="str"><v>MÃ</v></c></row>'),
    ],
    "a document type": [
      "XLSX_DTD",
      () =>
        workbook("", {
          "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheetXml(HEADER)}`,
        }),
    ],
    "a document type in a part that is not read": [
      "XLSX_DTD",
      () => workbook(HEADER, { "docProps/core.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }),
    ],
    "a macro": ["XLSX_MACRO", () => workbook(HEADER, { "xl/vbaProject.bin": "x" })],
    "a macro under another name": [
      "XLSX_MACRO",
      () =>
        workbook(HEADER, {
          "[Content_Types].xml":
            '<Types><Override PartName="/xl/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        }),
    ],
    "an Excel 4 macro sheet": ["XLSX_MACRO", () => workbook(HEADER, { "xl/macrosheets/sheet1.xml": "<x/>" })],
    "a link to another workbook": [
      "XLSX_EXTERNAL",
      () => workbook(HEADER, { "xl/externalLinks/externalLink1.xml": "<x/>" }),
    ],
    "a picture loaded from elsewhere": [
      "XLSX_EXTERNAL",
      () =>
        workbook(HEADER, {
          "xl/drawings/_rels/drawing1.xml.rels": relations(
            relation("a", "image", "http://example.invalid/x.png", ' TargetMode="External"'),
          ),
        }),
    ],
    "a data connection": ["XLSX_EXTERNAL", () => workbook(HEADER, { "xl/connections.xml": "<x/>" })],
    "an embedded object": ["XLSX_EMBEDDED", () => workbook(HEADER, { "xl/embeddings/oleObject1.bin": "x" })],
    "300 parts": [
      "XLSX_TOO_LARGE",
      () =>
        workbook(HEADER, Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/x${n}.xml`, "<x/>"]))),
    ],
    "more than 10 MiB": [
      "XLSX_TOO_LARGE",
      () => workbook(HEADER, { "xl/x.bin": randomBytes(11 * 1024 * 1024) }),
    ],
    "200,001 cells": [
      "XLSX_TOO_LARGE",
      // Varied, or the ratio would be met first.
      () =>
        workbook(
          Array.from(
            { length: 2001 },
            (_, row) =>
              `<row>${Array.from({ length: 100 }, (_, n) => `<c><v>${(row * n * 7919) % 100_003}</v></c>`).join("")}</row>`,
          ).join(""),
        ),
    ],
    "a cell longer than Excel allows": [
      "XLSX_TOO_LARGE",
      () => workbook(`<row><c t="str"><v>${randomBytes(20_000).toString("hex")}</v></c></row>`),
    ],
    "a lone cell in the last column of many rows": [
      "XLSX_TOO_LARGE",
      () =>
        workbook(
          Array.from(
            { length: 200 },
            (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><v>1</v></c></row>`,
          ).join(""),
        ),
    ],
    "one long string in every cell": [
      "XLSX_TOO_LARGE",
      () =>
        workbook(
          Array.from({ length: 1000 }, (_, n) => `<row spans="${n}"><c t="s"><v>0</v></c></row>`).join(""),
          { "xl/sharedStrings.xml": `<sst><si><t>${randomBytes(16_000).toString("hex")}</t></si></sst>` },
        ),
    ],
    "a part that inflates a thousandfold": [
      "XLSX_BOMB",
      () => workbook("", { "xl/worksheets/sheet1.xml": Buffer.alloc(40 * 1024 * 1024, " ") }),
    ],
    "a bomb in a part that is not read": [
      "XLSX_BOMB",
      () => workbook(HEADER, { "xl/media/image1.png": Buffer.alloc(60 * 1024 * 1024) }),
    ],
    "many parts that together inflate beyond 100 MiB": [
      "XLSX_BOMB",
      async () => {
        // 12 parts of 9 MiB, each at a ratio of about 30, 3.6 MB packed.
        const block = Buffer.concat([randomBytes(1024), Buffer.alloc(36 * 1024)]);
        const part = Buffer.concat(
          Array.from({ length: 255 }, () => Buffer.concat([randomBytes(1024), block.subarray(1024)])),
        );
        return workbook(
          HEADER,
          Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`xl/x${n}.bin`, part])),
        );
      },
    ],
  };

  it.each(Object.entries(cases))("%s", async (_, [code, make]) => {
    expect(await faultOf(readTableBytes(await make()))).toBe(code);
  });

  it("an encrypted entry of the zip", async () => {
    const bytes = await workbook(HEADER);
    for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 4))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    expect(await faultOf(readTableBytes(bytes))).toBe("XLSX_ENCRYPTED");
  });

  it("an old workbook, and one that a password opens", async () => {
    const compound = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    expect(await faultOf(readTableBytes(compound))).toBe("XLSX_OLD_FORMAT");
    const encrypted = Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await faultOf(readTableBytes(encrypted))).toBe("XLSX_ENCRYPTED");
  });

  it("one that takes too long", async () => {
    expect(await faultOf(readXlsx(await workbook(HEADER), { timeLimitMs: 1 }))).toBe("XLSX_TIMEOUT");
  });

  it("but not one with an ordinary hyperlink, which Excel makes of every e-mail address", async () => {
    const bytes = await workbook(HEADER, {
      "xl/worksheets/_rels/sheet1.xml.rels": relations(
        relation("a", "hyperlink", "mailto:lan@example.invalid", ' TargetMode="External"'),
      ),
    });
    expect(await faultOf(readTableBytes(bytes))).toBe("was read");
  });
});
