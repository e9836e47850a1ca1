// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="./exceljs-bare.d.ts" />
import excel from "devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "../../shared/domain/text.ts";
import { escapeText, safeText, unescapeText } from "./escape-text.ts";
import { parseWorkbook } from "./workbook/parse-workbook.ts";

const HOSTILE = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE, "'", " ", "\u00a0", "cmd|' /C calc'!A0"), fc.string()), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(""));

describe("text that a spreadsheet could run", () => {
  it.each(HOSTILE)("gets an apostrophe when it begins with %j", (mark) => {
    expect(escapeText(`${mark}1`)).toBe(`'${mark}1`);
    expect(escapeText(`a${mark}1`)).toBe(`a${mark}1`);
  });

  it("never begins with a dangerous character afterwards, blanks aside", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeText(text);
        // Written apart from the rule under test: by character, not by pattern.
        expect(HOSTILE).not.toContain(escaped[0] ?? "");
        expect(["=", "+", "-", "@", "＝", "＋", "－", "＠"]).not.toContain(escaped.trim()[0] ?? "");
      }),
    );
  });

  it("comes back as it was", () => {
    fc.assert(fc.property(nasty, (text) => unescapeText(escapeText(text)) === text));
  });
});

it("any text comes back from a workbook as itself, normalised, and no cell is a formula", async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "=1+1",
      "'=1",
      "\t=x",
      "＝x",
      "_x000D_",
      "_x005F_x000D_",
      "<b>&amp;</b>",
      "a\nb",
      "\0\u0001x",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (column) => {
      const workbook = new excel.Workbook();
      const sheet = workbook.addWorksheet("t");
      sheet.addRow(["first", "second"]);
      for (const value of column) sheet.addRow(["x", safeText(value.replace(/\r/g, ""))]);
      const table = await parseWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
      const expected = column.map((value) => normaliseText(value.replace(/\r/g, "")));
      expect(table.rows.map((row) => row.cells[1]?.text ?? "")).toEqual(expected);
      expect(table.rows.flatMap((row) => row.cells).some((cell) => cell.isFormula)).toBe(false);
    }),
    { numRuns: 25 },
  );
});
