// The cells of one worksheet.
import { type Cell, EMPTY_CELL, TableError, type TableRow, textCell } from "../table.ts";
import type { Budget } from "./budget.ts";
import { LAST_COLUMN, LAST_ROW } from "./limits.ts";
import { dateOfSerial, GENERAL } from "./number-format.ts";
import { numberText } from "./number-text.ts";
import { StringCollector } from "./string-collector.ts";
import type { Structure } from "./structure.ts";
import { attributeOf, parseXml } from "./xml.ts";

/** A cell as it stands in the part, before its type and style are looked up. */
interface StoredCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly hasValue: boolean;
  readonly isFormula: boolean;
}

/** Every row that has cells; rows and cells the file leaves out are left out. */
export function readSheet(part: string, bytes: Buffer, structure: Structure, budget: Budget): TableRow[] {
  const rows: TableRow[] = [];
  const inline = new StringCollector();
  let line = 0;
  let column = 0;
  let cells: Cell[] = [];
  let attributes: Readonly<Record<string, string>> = {};
  let value = "";
  let inside: "" | "v" | "is" = "";
  let hasValue = false;
  let isFormula = false;
  parseXml(part, bytes, {
    open: (element, found) => {
      switch (element) {
        case "row":
          line = lineOf(attributeOf(found, "r"), line);
          column = 0;
          cells = [];
          break;
        case "c":
          budget.takeCell();
          column = columnOf(attributeOf(found, "r"), column);
          attributes = found;
          value = "";
          hasValue = false;
          isFormula = false;
          break;
        case "f":
          isFormula = true;
          break;
        case "v":
          inside = "v";
          hasValue = true;
          break;
        case "is":
          inside = "is";
          hasValue = true;
          inline.start();
          break;
        default:
          if (inside === "is") inline.open(element);
      }
    },
    text: (text) => {
      if (inside === "v") value += text;
      if (inside === "is") inline.text(text);
    },
    close: (element) => {
      if (element === "v") inside = "";
      else if (element === "is") {
        inside = "";
        value = inline.take();
      } else if (element === "c") {
        const type = attributeOf(attributes, "t");
        const style = Number(attributeOf(attributes, "s"));
        const cell = cellOf({ type, style, value, hasValue, isFormula }, structure);
        if (cell === EMPTY_CELL) return;
        budget.takeText(cell.text);
        while (cells.length < column - 1) cells.push(EMPTY_CELL);
        cells[column - 1] = cell;
      } else if (element === "row" && cells.length > 0) {
        budget.takeSlots(cells.length);
        rows.push({ line, cells });
      } else if (inside === "is") inline.close(element);
    },
  });
  return rows;
}

function cellOf(stored: StoredCell, structure: Structure): Cell {
  if (!stored.hasValue) {
    // A program that cannot calculate writes the formula alone; taking it for blank would lose a figure.
    return stored.isFormula ? { text: "", isFormula: true, isError: true } : EMPTY_CELL;
  }
  const cell = typedCell(stored, structure);
  return stored.isFormula ? { ...cell, isFormula: true } : cell;
}

function typedCell({ type, style, value }: StoredCell, structure: Structure): Cell {
  switch (type) {
    case "s":
      return textCell(sharedString(value, structure));
    case "inlineStr":
    case "str":
      return textCell(value);
    case "b":
      return { text: value.trim() === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { text: value.trim(), isError: true };
    case "d":
      return textCell(value.slice(0, 10));
    case "":
    case "n":
      return numberCell(value, style, structure);
    default:
      throw new TableError("XLSX_NOT_A_WORKBOOK", null, `cell type ${type.slice(0, 20)}`);
  }
}

function numberCell(value: string, style: number, structure: Structure): Cell {
  if (value.trim() === "") return EMPTY_CELL;
  const text = numberText(value);
  if (text === undefined) throw new TableError("XLSX_NOT_A_WORKBOOK", null, "number");
  const format = structure.styles[style] ?? GENERAL;
  const date = format.kind === "date" ? dateOfSerial(text, structure.startsIn1904) : undefined;
  if (date !== undefined) return { text: date };
  const isCode = format.kind === "padded" && /^\d+$/.test(text);
  return { text: isCode ? text.padStart(format.digits, "0") : text.replace(".", ","), isNumber: true };
}

function sharedString(value: string, { strings }: Structure): string {
  const string = /^\d+$/.test(value.trim()) ? strings[Number(value)] : undefined;
  if (string === undefined) throw new TableError("XLSX_NOT_A_WORKBOOK", null, "shared string");
  return string;
}

/** Rows and cells may leave out where they are; they then follow the one before. Going back would overwrite. */
function lineOf(reference: string, previous: number): number {
  const line = reference === "" ? previous + 1 : Number(reference);
  if (!Number.isInteger(line) || line <= previous || line > LAST_ROW)
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, `row ${reference.slice(0, 20)}`);
  return line;
}

function columnOf(reference: string, previous: number): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference)?.[1];
  let column = previous + 1;
  if (letters !== undefined) {
    column = 0;
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  }
  if ((letters === undefined && reference !== "") || column <= previous || column > LAST_COLUMN)
    throw new TableError("XLSX_NOT_A_WORKBOOK", null, `cell ${reference.slice(0, 20)}`);
  return column;
}
