// One union: a row an element, with the figure of the period before beside the cell to fill.
import type { GradeWords } from "../../../shared/domain/data-element.ts";
import { gradeWordsOf } from "../../../shared/catalogue/grade-schemes.ts";
import { formatEntry } from "../../../shared/domain/number-format.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { ENTRY_STATE_LABELS } from "../../../shared/domain/labels.ts";
import { safeText } from "../escape-text.ts";
import {
  addressOf,
  HEADING_ROW,
  KEY_COLUMN,
  KEY_ROW,
  MARKS,
  REASON_COLUMN,
  SINGLE_COLUMNS,
} from "./layout.ts";
import {
  dress,
  factsLine,
  type TemplateSheet,
  FILLS,
  LINE_POINTS,
  linesOf,
  NOTE_LIMIT,
  numberFormatOf,
  valueLimit,
  WORD_LIMIT,
  writeLine,
} from "./sheet-style.ts";
import type { Template, TemplateCell, TemplateColumn } from "./template.ts";
import { COMPUTED, CUMULATIVE, HEADINGS, NEVER_ASKED, OPTIONAL } from "./words.ts";

/** In characters. */
const WIDTHS = {
  number: 5,
  label: 44,
  measureUnit: 9,
  previous: 13,
  value: 15,
  word: 16,
  note: 24,
  reason: 40,
};
const INSTRUCTIONS =
  "Chỉ điền ô nền vàng nhạt: số liệu ở cột “Số liệu kỳ này”, hoặc chọn chữ ở cột “Hoặc chọn”. Ô để trống là chưa báo cáo, không phải số 0. Không đổi tên dòng, cột; tên tệp đổi được.";

/** @returns address of the last cell */
export function drawSingle(sheet: TemplateSheet, template: Template): string {
  const [unit] = template.units;
  if (!unit) throw new RangeError("drawSingle: no unit");
  const hasReasons = unit.cells.some(
    (cell) => cell.former?.reason !== undefined && cell.former.reason !== null,
  );
  const names = [...SINGLE_COLUMNS, ...(hasReasons ? [REASON_COLUMN] : [])] as const;
  const last = names.length + 1;
  names.forEach((name, index) => {
    sheet.getCell(KEY_ROW, index + 2).value = name;
    sheet.getColumn(index + 2).width = WIDTHS[name as keyof typeof WIDTHS];
  });
  sheet.getCell(KEY_ROW, KEY_COLUMN).value = MARKS.single;
  sheet.getRow(KEY_ROW).hidden = true;
  sheet.getColumn(KEY_COLUMN).hidden = true;
  writeLine(sheet, 2, last, safeText(template.officeName.toLocaleUpperCase("vi")), { isBold: true });
  writeLine(sheet, 3, last, `${template.formLabel} – ${template.periodLabel}`.toLocaleUpperCase("vi"), {
    size: 14,
    isBold: true,
    align: "center",
  });
  const name = safeText(`${unit.name} (${unit.code})`);
  writeLine(sheet, 4, last, name, { size: 12, isBold: true, align: "center", lines: linesOf(name, 110) });
  writeLine(sheet, 5, last, factsLine(template), { align: "center" });
  writeLine(sheet, 6, last, INSTRUCTIONS, { lines: 2 });
  const headings = {
    ...HEADINGS,
    previous: `Kỳ trước (${template.previousLabel})`,
  };
  names.forEach((column, index) => {
    const cell = sheet.getCell(HEADING_ROW, index + 2);
    cell.value = headings[column as keyof typeof headings];
    dress(cell, { fill: FILLS.heading, isBold: true, align: "center" });
  });
  sheet.getRow(HEADING_ROW).height = LINE_POINTS * 3;
  let row = HEADING_ROW;
  let number = 0;
  for (const section of template.sections) {
    row += 1;
    sheet.mergeCells(row, 2, row, last);
    const cell = sheet.getCell(row, 2);
    cell.value = `${section.code}. ${section.title}`;
    dress(cell, { fill: FILLS.section, isBold: true });
    sheet.getRow(row).height = LINE_POINTS * 1.2;
    template.columns.forEach((column, index) => {
      const answer = unit.cells[index];
      if (column.section !== section.code || !answer) return;
      row += 1;
      number += 1;
      drawRow(sheet, row, number, column, answer, hasReasons, template.identity.period);
    });
  }
  sheet.views = [{ state: "frozen", xSplit: 0, ySplit: HEADING_ROW, topLeftCell: `A${HEADING_ROW + 1}` }];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: hasReasons ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${HEADING_ROW}`;
  return addressOf(last, row);
}

/** The words of a line, as the reader finds them again. */
export function labelOf({
  label,
  isCumulative,
  isOptional,
}: Pick<TemplateColumn, "label" | "isCumulative" | "isOptional">): string {
  if (isOptional) return `${label} (${OPTIONAL})`;
  return isCumulative ? `${label} (${CUMULATIVE})` : label;
}

function drawRow(
  sheet: TemplateSheet,
  row: number,
  number: number,
  column: TemplateColumn,
  answer: TemplateCell,
  hasReasons: boolean,
  period: string,
): void {
  const isOpen = answer.kind === "fill";
  const fill = isOpen ? FILLS.open : answer.kind === "computed" ? FILLS.computed : FILLS.neverAsked;
  const isRefused = answer.former?.reason !== undefined && answer.former.reason !== null;
  const cell = (name: (typeof SINGLE_COLUMNS)[number]) =>
    sheet.getCell(row, SINGLE_COLUMNS.indexOf(name) + 2);
  const label = safeText(labelOf(column));
  sheet.getCell(row, KEY_COLUMN).value = column.element;
  cell("number").value = number;
  dress(cell("number"), { align: "center", isQuiet: true });
  cell("label").value = label;
  dress(cell("label"), { indent: column.isPart ? 2 : 0 });
  cell("measureUnit").value = column.measureUnit;
  dress(cell("measureUnit"), { align: "center", isQuiet: true });
  // Only a year asks for grades, and the period before a year is the year before.
  cell("previous").value = shownOf(answer.previous, column, gradeWordsOf(Number(period.slice(0, 4)) - 1));
  dress(cell("previous"), {
    fill: FILLS.computed,
    isQuiet: true,
    align: "right",
    numberFormat: numberFormatOf(column.type),
  });
  const value = cell("value");
  value.value = isOpen ? (former(answer) ?? null) : lockedText(answer, column, period);
  dress(value, {
    fill: isRefused ? FILLS.refused : fill,
    isOpen,
    isQuiet: !isOpen,
    isBold: isOpen,
    align: "right",
    numberFormat: numberFormatOf(column.type),
  });
  const word = cell("word");
  word.value = isOpen
    ? typeof answer.former?.word === "string"
      ? safeText(answer.former.word)
      : null
    : answer.kind === "neverAsked"
      ? NEVER_ASKED
      : COMPUTED;
  dress(word, { fill, isOpen, isQuiet: !isOpen });
  const note = cell("note");
  note.value = typeof answer.former?.note === "string" ? safeText(answer.former.note) : null;
  dress(note, { fill, isOpen });
  if (isOpen) {
    sheet.dataValidations.add(value.address, valueLimit(column.type, gradeWordsOf(period)));
    sheet.dataValidations.add(word.address, WORD_LIMIT);
    sheet.dataValidations.add(note.address, NOTE_LIMIT);
  }
  const reason = answer.former?.reason ?? "";
  if (hasReasons) {
    const beside = sheet.getCell(row, SINGLE_COLUMNS.length + 2);
    beside.value = safeText(reason);
    dress(beside, isRefused ? { fill: FILLS.refused } : {});
  }
  sheet.getRow(row).height =
    LINE_POINTS * Math.max(1, linesOf(label, WIDTHS.label - 2), linesOf(reason, WIDTHS.reason)) + 3;
}

function former(answer: TemplateCell): string | number | null | undefined {
  const value = answer.former?.value;
  return typeof value === "string" ? safeText(value) : value;
}

function lockedText(answer: TemplateCell, column: TemplateColumn, period: string): string | number | null {
  return answer.kind === "computed" ? shownOf(answer.computed, column, gradeWordsOf(period)) : null;
}

/** A number where it is one, words else. */
export function shownOf(
  entry: EntryValue | null,
  { type }: Pick<TemplateColumn, "type">,
  grades: GradeWords,
): string | number | null {
  if (entry === null) return null;
  if (entry.state !== "value") return ENTRY_STATE_LABELS[entry.state].vi;
  if (type === "count" || type === "money") return entry.value;
  return type === "score" ? entry.value / 100 : formatEntry(entry, type, grades);
}
