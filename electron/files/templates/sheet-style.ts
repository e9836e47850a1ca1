// How the cells of a sheet look, and what they let in. Nothing is told by colour alone: computed cells are grey and say
// so, cells that are not asked are hatched, refused ones have their reason beside them.
// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="../exceljs-bare.d.ts" />
import type { Cell, DataValidation, Fill, Worksheet } from "devextreme-exceljs-fork";
import type { ValidatedSheet } from "devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js";
import type { GradeWords, ValueType } from "../../../shared/domain/data-element.ts";
import { formatDate } from "../../../shared/domain/number-format.ts";
import type { Template } from "./template.ts";
import { choicesOf, INPUT_LIMITS, STATE_WORDS } from "./words.ts";

export type TemplateSheet = Worksheet & ValidatedSheet;

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const EDGE = { style: "thin", color: { argb: "FF9AA5B1" } } as const;
const BORDER = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };

export const FILLS = {
  heading: solid("FFDCE6F1"),
  section: solid("FFEEF3F9"),
  open: solid("FFFFFBE6"),
  computed: solid("FFF3F5F7"),
  refused: solid("FFFFCDD2"),
  neverAsked: {
    type: "pattern",
    pattern: "lightUp",
    fgColor: { argb: "FF9AA5B1" },
    bgColor: { argb: "FFFFFFFF" },
  },
} as const satisfies Record<string, Fill>;

export const FONT = "Times New Roman";
const QUIET = "FF4A5768";
/** Height of a line of 11-point text, in points. */
export const LINE_POINTS = 15.5;

interface CellLook {
  readonly fill?: Fill;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly isOpen?: boolean;
}

/** A bordered cell of the table. */
export function dress(cell: Cell, look: CellLook): void {
  cell.font = {
    name: FONT,
    size: 11,
    bold: look.isBold === true,
    ...(look.isQuiet === true && { color: { argb: QUIET } }),
  };
  cell.border = BORDER;
  cell.alignment = {
    vertical: "middle",
    wrapText: true,
    horizontal: look.align ?? "left",
    ...(look.indent !== undefined && { indent: look.indent }),
  };
  if (look.fill) cell.fill = look.fill;
  if (look.numberFormat !== undefined) cell.numFmt = look.numberFormat;
  cell.protection = { locked: look.isOpen !== true };
}

/** A line of text across the sheet, above or below the table. */
export function writeLine(
  sheet: Worksheet,
  row: number,
  last: number,
  text: string,
  look: {
    readonly size?: number;
    readonly isBold?: boolean;
    readonly align?: "left" | "center";
    readonly lines?: number;
  } = {},
): void {
  sheet.mergeCells(row, 2, row, last);
  const cell = sheet.getCell(row, 2);
  cell.value = text;
  cell.font = { name: FONT, size: look.size ?? 11, bold: look.isBold === true };
  cell.alignment = { vertical: "middle", wrapText: true, horizontal: look.align ?? "left" };
  sheet.getRow(row).height = LINE_POINTS * (look.lines ?? 1) * ((look.size ?? 11) / 11);
}

/** Lines a text takes in a column of so many characters. */
export function linesOf(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(1, width * 1.15))), 0);
}

export function numberFormatOf(type: ValueType): string {
  return type === "count" || type === "money" ? "#,##0" : "General";
}

const MOST = Number.MAX_SAFE_INTEGER;

function limit(
  rule: Pick<DataValidation, "type" | "formulae"> & { operator?: "between" },
  message: string,
): DataValidation {
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: "Chưa nhận",
    error: message,
    showInputMessage: true,
    promptTitle: "Cách điền",
    prompt: message,
    ...rule,
  };
}

/** A drop-down list. Its words hold no comma and no quotation mark. */
function listOf(words: readonly string[]): Pick<DataValidation, "type" | "formulae"> {
  return { type: "list", formulae: [`"${words.join(",")}"`] };
}

export const WORD_LIMIT = limit(listOf(STATE_WORDS), INPUT_LIMITS.word);
export const NOTE_LIMIT: DataValidation = {
  ...limit({ type: "textLength", operator: "between", formulae: [0, 500] }, INPUT_LIMITS.note),
  showInputMessage: false,
};

/** For a cell with a column of words beside it. */
export function valueLimit(type: ValueType, grades: GradeWords): DataValidation {
  if (type === "count" || type === "money")
    return limit({ type: "whole", operator: "between", formulae: [0, MOST] }, INPUT_LIMITS.whole);
  if (type === "score")
    return limit({ type: "decimal", operator: "between", formulae: [0, 100] }, INPUT_LIMITS.score);
  return limit(listOf(choicesOf(type, grades)), INPUT_LIMITS.choice);
}

/** For a cell that takes figure or word. @param first address of the first cell of the range, which the formula follows */
export function mixedLimit(type: ValueType, first: string, grades: GradeWords): DataValidation {
  if (type === "yesNo" || type === "grade")
    return limit(listOf([...choicesOf(type, grades), ...STATE_WORDS]), INPUT_LIMITS.choice);
  const words = [...STATE_WORDS, "-", "x", "?"].map((word) => `${first}="${word}"`).join(",");
  const number =
    type === "score" ? `AND(${first}>=0,${first}<=100)` : `AND(${first}>=0,${first}=INT(${first}))`;
  return limit(
    { type: "custom", formulae: [`IF(ISNUMBER(${first}),${number},OR(${words}))`] },
    type === "score" ? `${INPUT_LIMITS.score} ${INPUT_LIMITS.word}` : INPUT_LIMITS.mixed,
  );
}

/** What stands above the table of either kind. */
export function factsLine({ cutoffOn, collectOn }: Template): string {
  return `Số liệu tính đến ngày ${formatDate(cutoffOn)}. Gửi lại trước ngày ${formatDate(collectOn)}.`;
}
