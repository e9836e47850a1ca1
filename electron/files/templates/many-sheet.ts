// Many unions: a row a union, headed as the form on screen is: sections, then short labels.
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { NEVER_ASKED_MARK } from "../../../shared/domain/labels.ts";
import { safeText } from "../escape-text.ts";
import { addressOf, HEADING_ROW, KEY_COLUMN, KEY_ROW, MANY_COLUMNS, MARKS, REASON_COLUMN } from "./layout.ts";
import {
  dress,
  factsLine,
  type TemplateSheet,
  FILLS,
  LINE_POINTS,
  linesOf,
  mixedLimit,
  numberFormatOf,
  writeLine,
} from "./sheet-style.ts";
import { shownOf } from "./single-sheet.ts";
import type { Template, TemplateColumn, TemplateUnit } from "./template.ts";
import { CUMULATIVE, HEADINGS, OPTIONAL } from "./words.ts";

/** In characters. */
const WIDTHS = { code: 11, name: 40, count: 11, money: 16, reason: 48 };
const FIRST_ELEMENT = MANY_COLUMNS.length + 2;
/** Titles run over the first columns only, so that they are read without scrolling. */
const TITLE_COLUMNS = 12;
const INSTRUCTIONS =
  "Chỉ điền ô nền vàng nhạt; ô xám tự tính, ô gạch chéo không hỏi. Không có số thì ghi: Không phát sinh, Không áp dụng, Chưa thu thập (viết tắt -, x, ?). Ô để trống là chưa báo cáo, không phải số 0.";

/** @returns address of the last cell */
export function drawMany(sheet: TemplateSheet, template: Template): string {
  const { columns, units } = template;
  const hasReasons = units.some((unit) => reasonsOf(unit, columns) !== "");
  const lastElement = FIRST_ELEMENT + columns.length - 1;
  const last = hasReasons ? lastElement + 1 : lastElement;
  drawKeys(sheet, columns, hasReasons);
  const titleEnd = Math.min(last, TITLE_COLUMNS);
  writeLine(sheet, 2, titleEnd, safeText(template.officeName.toLocaleUpperCase("vi")), { isBold: true });
  writeLine(sheet, 3, titleEnd, `${template.formLabel} – ${template.periodLabel}`.toLocaleUpperCase("vi"), {
    size: 14,
    isBold: true,
  });
  writeLine(sheet, 4, titleEnd, factsLine(template));
  writeLine(sheet, 5, titleEnd, INSTRUCTIONS, { lines: 2 });
  drawHeadings(sheet, template, hasReasons);
  const { period } = template.identity;
  units.forEach((unit, index) => drawUnit(sheet, HEADING_ROW + 1 + index, unit, columns, hasReasons, period));
  const lastRow = HEADING_ROW + units.length;
  columns.forEach((column, index) => limitColumn(sheet, column, index, units, period));
  sheet.views = [
    {
      state: "frozen",
      xSplit: MANY_COLUMNS.length + 1,
      ySplit: HEADING_ROW,
      topLeftCell: addressOf(FIRST_ELEMENT, HEADING_ROW + 1),
    },
  ];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: "landscape",
    // A form of 13 columns fits a page; a longer one goes on to the right, names and headings repeated.
    ...(columns.length <= 16 ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale: 80 }),
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
  };
  sheet.pageSetup.printTitlesRow = `${HEADING_ROW - 1}:${HEADING_ROW}`;
  sheet.pageSetup.printTitlesColumn = "B:C";
  return addressOf(last, lastRow);
}

function drawKeys(sheet: TemplateSheet, columns: readonly TemplateColumn[], hasReasons: boolean): void {
  const keys = [
    ...MANY_COLUMNS,
    ...columns.map(({ element }) => element),
    ...(hasReasons ? [REASON_COLUMN] : []),
  ];
  keys.forEach((key, index) => {
    sheet.getCell(KEY_ROW, index + 2).value = key;
  });
  sheet.getCell(KEY_ROW, KEY_COLUMN).value = MARKS.many;
  sheet.getRow(KEY_ROW).hidden = true;
  sheet.getColumn(KEY_COLUMN).hidden = true;
  sheet.getColumn(2).width = WIDTHS.code;
  sheet.getColumn(3).width = WIDTHS.name;
  columns.forEach(({ type }, index) => {
    sheet.getColumn(FIRST_ELEMENT + index).width = type === "money" ? WIDTHS.money : WIDTHS.count;
  });
  if (hasReasons) sheet.getColumn(FIRST_ELEMENT + columns.length).width = WIDTHS.reason;
}

function drawHeadings(sheet: TemplateSheet, { columns, sections }: Template, hasReasons: boolean): void {
  const head = (column: number, text: string) => {
    sheet.mergeCells(HEADING_ROW - 1, column, HEADING_ROW, column);
    const cell = sheet.getCell(HEADING_ROW - 1, column);
    cell.value = text;
    dress(cell, { fill: FILLS.heading, isBold: true, align: "center" });
  };
  head(2, HEADINGS.code);
  head(3, HEADINGS.name);
  if (hasReasons) head(FIRST_ELEMENT + columns.length, HEADINGS.reason);
  for (const { code, title } of sections) {
    const first = columns.findIndex(({ section }) => section === code);
    const final = columns.findLastIndex(({ section }) => section === code);
    if (first < 0) continue;
    if (final > first)
      sheet.mergeCells(HEADING_ROW - 1, FIRST_ELEMENT + first, HEADING_ROW - 1, FIRST_ELEMENT + final);
    const cell = sheet.getCell(HEADING_ROW - 1, FIRST_ELEMENT + first);
    cell.value = `${code}. ${title}`;
    dress(cell, { fill: FILLS.section, isBold: true, align: "center" });
  }
  let lines = 2;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(HEADING_ROW, FIRST_ELEMENT + index);
    const text = [
      column.shortLabel,
      column.measureUnit && `(${column.measureUnit})`,
      column.isCumulative && CUMULATIVE,
      column.isOptional && OPTIONAL,
    ]
      .filter(Boolean)
      .join("\n");
    cell.value = safeText(text);
    dress(cell, { fill: FILLS.heading, isBold: true, align: "center" });
    lines = Math.max(lines, linesOf(text, (column.type === "money" ? WIDTHS.money : WIDTHS.count) * 0.85));
  });
  sheet.getRow(HEADING_ROW - 1).height = LINE_POINTS * 2.2;
  sheet.getRow(HEADING_ROW).height = LINE_POINTS * Math.min(lines, 6);
}

function drawUnit(
  sheet: TemplateSheet,
  row: number,
  unit: TemplateUnit,
  columns: readonly TemplateColumn[],
  hasReasons: boolean,
  period: string,
): void {
  const name = safeText(unit.name);
  sheet.getCell(row, KEY_COLUMN).value = unit.uid;
  sheet.getCell(row, 2).value = safeText(unit.code);
  dress(sheet.getCell(row, 2), {});
  sheet.getCell(row, 3).value = name;
  dress(sheet.getCell(row, 3), {});
  columns.forEach((column, index) => {
    const answer = unit.cells[index];
    if (!answer) return;
    const cell = sheet.getCell(row, FIRST_ELEMENT + index);
    const isOpen = answer.kind === "fill";
    const value = isOpen
      ? (answer.former?.word ?? answer.former?.value)
      : answer.kind === "computed"
        ? shownOf(answer.computed, column, gradeWordsOf(period))
        : NEVER_ASKED_MARK;
    cell.value = typeof value === "string" ? safeText(value) : (value ?? null);
    const isRefused = answer.former?.reason !== undefined && answer.former.reason !== null;
    const fill = isOpen ? FILLS.open : answer.kind === "computed" ? FILLS.computed : FILLS.neverAsked;
    dress(cell, {
      fill: isRefused ? FILLS.refused : fill,
      isOpen,
      isQuiet: !isOpen,
      align: answer.kind === "neverAsked" ? "center" : "right",
      numberFormat: numberFormatOf(column.type),
    });
  });
  const reasons = reasonsOf(unit, columns);
  if (hasReasons) {
    const cell = sheet.getCell(row, FIRST_ELEMENT + columns.length);
    cell.value = safeText(reasons);
    dress(cell, reasons === "" ? {} : { fill: FILLS.refused });
  }
  sheet.getRow(row).height =
    LINE_POINTS * Math.max(1, linesOf(name, WIDTHS.name), linesOf(reasons, WIDTHS.reason)) + 3;
}

function reasonsOf(unit: TemplateUnit, columns: readonly TemplateColumn[]): string {
  return unit.cells
    .flatMap(({ former }, index) =>
      typeof former?.reason === "string" ? [`${columns[index]?.shortLabel ?? ""}: ${former.reason}`] : [],
    )
    .join("\n");
}

/** One rule for each run of open cells of a column. */
function limitColumn(
  sheet: TemplateSheet,
  column: TemplateColumn,
  index: number,
  units: readonly TemplateUnit[],
  period: string,
): void {
  const isOpen = (unit: number) => units[unit]?.cells[index]?.kind === "fill";
  for (let first = 0; first < units.length; first += 1) {
    if (!isOpen(first)) continue;
    let last = first;
    while (isOpen(last + 1)) last += 1;
    const from = addressOf(FIRST_ELEMENT + index, HEADING_ROW + 1 + first);
    const to = addressOf(FIRST_ELEMENT + index, HEADING_ROW + 1 + last);
    sheet.dataValidations.add(
      from === to ? from : `${from}:${to}`,
      mixedLimit(column.type, from, gradeWordsOf(period)),
    );
    first = last;
  }
}
