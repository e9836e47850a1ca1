// Workbooks out: a styled, frozen header, text as text, numbers as numbers, never a formula (security.md X1).
// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="./exceljs-bare.d.ts" />
import { escapeText } from "./escape-text.ts";

export type SheetCell = string | number | null;

export interface SheetOut {
  /** Up to 31 characters are kept; what Excel forbids in a name becomes a space. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: Iterable<readonly SheetCell[]>;
  /** In characters; measured from the contents when absent. */
  readonly widths?: readonly number[];
}

const NARROWEST = 8;
const WIDEST = 60;
const HEADER_FILL = "FFDCE6F1";
const BORDER = { style: "thin", color: { argb: "FF9AA5B1" } } as const;
export const NOT_XML = // oxlint-disable-next-line no-control-regex -- characters XML 1.0 cannot hold
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** @throws {RangeError} for no sheets, or a number that is not finite: a bug, not a user mistake */
export async function writeXlsx(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  if (sheets.length === 0) throw new RangeError("writeXlsx: no sheets");
  // 1.2 MB of script that only an export needs.
  const { default: excel } = await import("devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js");
  const workbook = new excel.Workbook();
  const names = new Set<string>();
  for (const { name, header, rows, widths } of sheets) {
    const sheet = workbook.addWorksheet(uniqueName(name, names), {
      views: [{ state: "frozen", xSplit: 0, ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.pageSetup.printTitlesRow = "1:1";
    const measured = header.map((text) => text.length);
    const heading = sheet.addRow(header.map(safeText));
    heading.eachCell((cell) => {
      cell.font = { bold: true };
      cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEADER_FILL } };
      cell.alignment = { vertical: "middle", wrapText: true };
      cell.border = { top: BORDER, left: BORDER, bottom: BORDER, right: BORDER };
      cell.numFmt = "@";
    });
    for (const row of rows) {
      const written = sheet.addRow(row.map(safeCell));
      for (const [index, value] of row.entries()) {
        if (value === null) continue;
        measured[index] = Math.max(measured[index] ?? 0, String(value).length);
        written.getCell(index + 1).numFmt =
          typeof value === "string" ? "@" : Number.isInteger(value) ? "#,##0" : "#,##0.00";
      }
    }
    for (const [index, longest] of measured.entries())
      sheet.getColumn(index + 1).width =
        widths?.[index] ?? Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function safeCell(cell: SheetCell): SheetCell {
  if (typeof cell === "number" && !Number.isFinite(cell)) throw new RangeError(`writeXlsx: ${cell}`);
  return typeof cell === "string" ? safeText(cell) : cell;
}

/** A string cell is never a formula to the file; the apostrophe guards those who save it as CSV afterwards. */
export function safeText(text: string): string {
  return escapeText(text.replace(/\r\n?/g, "\n").replace(NOT_XML, "")).replace(
    /_(?=x[0-9A-Fa-f]{4}_)/g,
    "_x005F_",
  );
}

function uniqueName(name: string, taken: Set<string>): string {
  const clean =
    name
      .replace(NOT_XML, "")
      .replace(/[\\/?*[\]:\r\n\t]/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "")
      .slice(0, 31)
      .trimEnd() || "Sheet";
  let candidate = clean;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1)
    candidate = `${clean.slice(0, 31 - String(number).length - 1)} ${number}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
