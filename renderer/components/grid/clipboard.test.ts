import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillSelection, parseHtmlTable, parseTsv, readClipboard, toHtml, toTsv } from "./clipboard.ts";

describe("TSV", () => {
  it.each([
    { what: "one value", text: "1250", matrix: [["1250"]] },
    {
      what: "a block with the line break Excel adds",
      text: "1\t2\r\n3\t4\r\n",
      matrix: [
        ["1", "2"],
        ["3", "4"],
      ],
    },
    { what: "an empty last cell", text: "1\t\r\n", matrix: [["1", ""]] },
    { what: "an empty last row beyond the one break", text: "1\n\n", matrix: [["1"], [""]] },
    { what: "a line break inside a cell", text: '"a\nb"\tc', matrix: [["a\nb", "c"]] },
    { what: "quotes inside a quoted cell", text: '"CĐCS ""May"""\t2', matrix: [['CĐCS "May"', "2"]] },
    { what: "a quote that is never closed", text: '"a\tb', matrix: [['"a', "b"]] },
    {
      what: "rows of different length",
      text: "1\n2\t3",
      matrix: [
        ["1", ""],
        ["2", "3"],
      ],
    },
    { what: "nothing", text: "", matrix: [] },
  ])("reads $what", ({ text, matrix }) => {
    expect(parseTsv(text)).toEqual(matrix);
  });

  it("reads back whatever it writes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "Đ", '"', "\t", "\n", " ", "1", ".") });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (matrix) => {
          expect(parseTsv(toTsv(matrix))).toEqual(matrix);
        },
      ),
    );
  });
});

describe("HTML", () => {
  it("writes markup as text", () => {
    expect(toHtml([["<img onerror=1>", "a&b"]])).toContain("<td>&lt;img onerror=1&gt;</td><td>a&amp;b</td>");
  });

  it("reads a table as a spreadsheet writes it", () => {
    const html =
      "<html><body><table border=0>\n<col width=64>\n<tr height=20>\n<td class=x>1</td><td colspan=2>T&#7893;ng &amp; c&ocirc;ng</td></tr>\n<tr><td>a<br>b</td><td></td><td>&nbsp;</td></tr></table></body></html>";
    expect(parseHtmlTable(html)).toEqual([
      ["1", "Tổng & c&ocirc;ng", ""],
      ["a\nb", "", ""],
    ]);
  });

  it("finds nothing where there is no table", () => {
    expect(parseHtmlTable("<p>1</p>")).toEqual([]);
  });

  it("carries beside a figure what was typed, for a grid only", () => {
    const html = toHtml([["120", "7"]], [["120ư", "7"]]);
    expect(html).toContain(">120</td><td>7</td>");
    expect(readClipboard("120\t7\r\n", html)).toEqual([["120ư", "7"]]);
    expect(readClipboard("120\t7\r\n", toHtml([["120", "7"]]))).toEqual([["120", "7"]]);
  });

  it("takes the plain text of another program, and its table where there is none", () => {
    expect(readClipboard("1\r\n", "<table><tr><td>2</td></tr></table>")).toEqual([["1"]]);
    expect(readClipboard("", "<table><tr><td>2</td></tr></table>")).toEqual([["2"]]);
  });

  it.each([
    { what: "thousands of an English LibreOffice", text: "1,250", holds: 'sdval="1250"', read: "1250" },
    { what: "thousands of an English Excel", text: "1,250", holds: 'x:num="1250"', read: "1250" },
    { what: "thousands shown rounded", text: "1,250", holds: 'sdval="1249.6"', read: "1250" },
    { what: "a decimal of a Vietnamese sheet", text: "1,250", holds: 'sdval="1.25"', read: "1,25" },
    { what: "a decimal of an English sheet", text: "1.250", holds: 'sdval="1.25"', read: "1,25" },
    { what: "a whole number with its decimals", text: "7,000", holds: 'x:num="7"', read: "7" },
    { what: "a number that is neither", text: "1,250", holds: 'sdval="99"', read: "1,250" },
    { what: "no number", text: "1,250", holds: 'class="x"', read: "1,250" },
    { what: "a mark without its number", text: "1,250", holds: "x:num", read: "1,250" },
  ])("takes for $text what the other program holds: $what", ({ text, holds, read }) => {
    const html = `<table><tr><td>Mã</td><td align=right ${holds}>${text}</td></tr></table>`;
    expect(readClipboard(`Mã\t${text}\r\n`, html)).toEqual([["Mã", read]]);
    expect(readClipboard("", html)).toEqual([["Mã", read]]);
  });

  it("takes no number from a table that is laid out otherwise than the plain text", () => {
    const html = '<table><tr><td sdval="1250">1,250</td></tr></table>';
    expect(readClipboard("1,251\r\n1,250\r\n", html)).toEqual([["1,251"], ["1,250"]]);
  });

  it("reads back the words it writes", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "Đ", "<", ">", "&", '"', "'", ";", "#") });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (matrix) => {
        expect(parseHtmlTable(toHtml(matrix))).toEqual(matrix);
      }),
    );
  });
});

describe("a paste into a selection", () => {
  it("fills it with a single value", () => {
    expect(fillSelection([["7"]], 2, 2)).toEqual([
      ["7", "7"],
      ["7", "7"],
    ]);
  });

  it("repeats a block that fits a whole number of times", () => {
    expect(fillSelection([["1", "2"]], 2, 4)).toEqual([
      ["1", "2", "1", "2"],
      ["1", "2", "1", "2"],
    ]);
  });

  it("writes the block as it is when it does not fit, or is larger than the selection", () => {
    expect(fillSelection([["1", "2"]], 1, 3)).toEqual([["1", "2"]]);
    expect(fillSelection([["1", "2"]], 1, 1)).toEqual([["1", "2"]]);
  });
});
