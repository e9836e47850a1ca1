// The appendices as a workbook: one sheet each, figures as numbers, text as text (security.md X1).
// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="../exceljs-bare.d.ts" />
import type { Worksheet } from "devextreme-exceljs-fork";
import { orientationOf } from "../../../shared/domain/report/page-shape.ts";
import {
  cellText,
  type PaperAppendix,
  type PaperCell,
  type PaperReport,
} from "../../../shared/domain/report/paper.ts";
import { leastWidths } from "../../../shared/domain/report/table-layout.ts";
import { linesOf } from "../../../shared/domain/report/text-width.ts";
import { safeText } from "../escape-text.ts";
import { withFixedTimes } from "./fixed-zip.ts";

const FONT = "Times New Roman";
const EDGE = { style: "thin", color: { argb: "FF9AA5B1" } } as const;
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };
const HEADING = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDCE6F1" } } as const;
const ALIGNMENTS = { start: "left", center: "center", end: "right" } as const;
/** Units of width across a sheet; columns share them by their widths. One that needs more makes the sheet wider. */
const SHEET_WIDTH = { landscape: 150, portrait: 100 } as const;
/** A unit is the width of a figure in the font of the workbook, here taken small. */
const MILLIMETRES_A_UNIT = 1.8;
const POINTS = 11;
/** A file says when it was made; the same report must give the same file. */
const FIXED_DAY = new Date("2000-01-01T00:00:00Z");

export async function reportWorkbook(report: PaperReport): Promise<Uint8Array> {
  // 1.2 MB of script that only an export needs.
  const { default: excel } = await import("devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js");
  const workbook = new excel.Workbook();
  workbook.creator = "Sổ Công Đoàn";
  workbook.lastModifiedBy = "Sổ Công Đoàn";
  workbook.created = FIXED_DAY;
  workbook.modified = FIXED_DAY;
  for (const appendix of report.appendices) {
    const first = firstRow(appendix);
    const sheet = workbook.addWorksheet(`Phụ lục ${appendix.number}`, {
      views: [{ state: "frozen", xSplit: 0, ySplit: first - 1 }],
      pageSetup: {
        paperSize: 9,
        orientation: orientationOf(appendix),
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
      headerFooter: { oddHeader: "&C&P/&N" },
    });
    sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${first - 1}`;
    const widths = widthsOf(appendix);
    writeHead(sheet, report, appendix, widths);
    writeHeadings(sheet, appendix, widths);
    writeRows(sheet, appendix, first, widths);
  }
  return withFixedTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Three lines of title, one empty. */
const HEADING_ROW = 5;

function hasGroups({ columns }: PaperAppendix): boolean {
  return columns.some(({ group }) => group !== undefined);
}

function firstRow(appendix: PaperAppendix): number {
  return HEADING_ROW + (hasGroups(appendix) ? 2 : 1);
}

/** Points of one line of the table's font. Programs do not measure wrapped lines when they open a file. */
const LINE_POINTS = 15.5;
/** Units of each column: a spreadsheet shows "####" for a number that has no room. */
function widthsOf(appendix: PaperAppendix): number[] {
  const whole = appendix.columns.reduce((sum, { width }) => sum + width, 0);
  const room = SHEET_WIDTH[orientationOf(appendix)];
  return leastWidths(appendix, POINTS).map((least, index) => {
    const share = ((appendix.columns[index]?.width ?? 0) * room) / whole;
    return Math.ceil(Math.max(share, least / MILLIMETRES_A_UNIT));
  });
}

/** Height of a row in which each text wraps in its own width. */
function heightOf(texts: readonly (readonly [text: string, width: number])[], isBold = false): number {
  const lines = texts.map(([text, width]) => linesOf(text, (width - 1) * MILLIMETRES_A_UNIT, POINTS, isBold));
  return LINE_POINTS * Math.max(1, ...lines);
}

function writeHead(
  sheet: Worksheet,
  report: PaperReport,
  appendix: PaperAppendix,
  widths: readonly number[],
): void {
  const { number, title, columns } = appendix;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const lines = [
    [report.issuerLine, false],
    [`Phụ lục ${number}. ${title}`, true],
    [`${report.subject} ${report.cutoffLine}`, false],
  ] as const;
  for (const [index, [text, isBold]] of lines.entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, columns.length);
    sheet.getRow(index + 1).height = heightOf([[text, whole]], isBold) + (isBold ? LINE_POINTS / 2 : 0);
    const cell = sheet.getCell(index + 1, 1);
    cell.value = safeText(text);
    cell.numFmt = "@";
    cell.font = { name: FONT, size: isBold ? 14 : 11, bold: isBold };
    cell.alignment = { horizontal: index === 0 ? "left" : "center", vertical: "middle", wrapText: true };
  }
}

function writeHeadings(sheet: Worksheet, appendix: PaperAppendix, widths: readonly number[]): void {
  const { columns } = appendix;
  const isDouble = hasGroups(appendix);
  const last = firstRow(appendix) - 1;
  const height = heightOf(
    columns.map(({ title }, index) => [title, widths[index] ?? 0]),
    true,
  );
  sheet.getRow(HEADING_ROW).height = isDouble ? LINE_POINTS : height;
  if (isDouble) sheet.getRow(last).height = height;
  for (const [index, column] of columns.entries()) {
    const place = index + 1;
    sheet.getColumn(place).width = widths[index] ?? 0;
    if (!isDouble) heading(sheet, HEADING_ROW, place, column.title);
    else if (column.group === undefined) {
      heading(sheet, HEADING_ROW, place, column.title);
      heading(sheet, last, place, "");
      sheet.mergeCells(HEADING_ROW, place, last, place);
    } else {
      heading(sheet, last, place, column.title);
      heading(sheet, HEADING_ROW, place, column.group);
      const next = columns.findIndex((other, at) => at > index && other.group !== column.group);
      const isFirst = columns[index - 1]?.group !== column.group;
      const end = next < 0 ? columns.length : next;
      if (isFirst && end > place) sheet.mergeCells(HEADING_ROW, place, HEADING_ROW, end);
    }
  }
}

function heading(sheet: Worksheet, row: number, column: number, text: string): void {
  const cell = sheet.getCell(row, column);
  if (cell.isMerged) return;
  cell.value = safeText(text);
  cell.numFmt = "@";
  cell.font = { name: FONT, size: 11, bold: true };
  cell.fill = HEADING;
  cell.border = BORDER;
  cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
}

function writeRows(
  sheet: Worksheet,
  appendix: PaperAppendix,
  first: number,
  widths: readonly number[],
): void {
  const { columns, rows, notes, empty } = appendix;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let place = first;
  for (const row of rows) {
    const isGroup = row.kind === "group";
    sheet.getRow(place).height = heightOf(
      row.cells.map((cell, index) => [cellText(cell), isGroup ? whole : (widths[index] ?? whole)]),
      row.kind !== "line",
    );
    if (isGroup) sheet.mergeCells(place, 1, place, columns.length);
    for (const [index, value] of row.cells.entries()) {
      const cell = sheet.getCell(place, index + 1);
      write(cell, value);
      cell.font = { name: FONT, size: 11, bold: isGroup || row.kind === "total" };
      cell.border = BORDER;
      cell.alignment = {
        horizontal: isGroup ? "left" : ALIGNMENTS[columns[index]?.align ?? "start"],
        vertical: "middle",
        wrapText: true,
      };
    }
    place += 1;
  }
  for (const note of rows.length === 0 ? [empty, ...notes] : notes) {
    sheet.mergeCells(place, 1, place, columns.length);
    sheet.getRow(place).height = heightOf([[note, whole]]);
    const cell = sheet.getCell(place, 1);
    write(cell, note);
    cell.font = { name: FONT, size: 11, italic: true };
    cell.alignment = { wrapText: true };
    place += 1;
  }
}

function write(cell: ReturnType<Worksheet["getCell"]>, value: PaperCell): void {
  if (typeof value === "string") {
    cell.value = safeText(value);
    cell.numFmt = "@";
  } else if (value.amount === null) {
    cell.value = safeText(value.text);
    cell.numFmt = "@";
  } else {
    cell.value = value.decimals === 2 ? value.amount / 100 : value.amount;
    cell.numFmt = value.decimals === 2 ? "#,##0.00" : "#,##0";
  }
}
