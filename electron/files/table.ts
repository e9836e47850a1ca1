// What a spreadsheet says, whatever it was written in: one header and rows of text; and why one is not read at all.
import { normaliseText } from "../../shared/domain/text.ts";
import { unescapeText } from "./escape-text.ts";

export interface Cell {
  /**
   * NFC, trimmed, "" when empty. A date is `YYYY-MM-DD`. A numeric cell is plain decimal text as it is written in
   * Viet Nam: "1250", "80,1"; with a point, 1.125 would read as one thousand one hundred and twenty-five.
   */
  readonly text: string;
  /** The file held a formula; `text` is the value it last had. */
  readonly isFormula?: true;
  /** A number by type, not text that looks like one. */
  readonly isNumber?: true;
  /** An error value (#N/A), or a formula whose value was never calculated. Never data. */
  readonly isError?: true;
}

export interface TableRow {
  /** Line or row number in the file, from 1. */
  readonly line: number;
  /** May be shorter than the header where the row ends in empty cells, and longer where a column has no heading. */
  readonly cells: readonly Cell[];
}

export interface Table {
  /** Name of the sheet; "" for CSV. */
  readonly sheet: string;
  readonly header: readonly string[];
  /** Without empty rows. */
  readonly rows: readonly TableRow[];
  /** Other visible sheets that hold something; they are not read, and the user should be told. */
  readonly ignoredSheets?: readonly string[];
}

export const TABLE_FAULTS = [
  /** More bytes or cells than the product works with. */
  "FILE_TOO_LARGE",
  /** Two columns of one name; `detail` is the name. */
  "HEADER_DUPLICATE",
  /** Not UTF-8: most often Windows-1258, VNI, TCVN3 or "Unicode text". Advice: save as "CSV UTF-8". */
  "CSV_ENCODING",
  /** `line` holds a stray quote, or more or fewer fields than the header. */
  "CSV_MALFORMED",
  "CSV_EMPTY",
  /** A damaged zip, or a zip that holds no workbook. */
  "XLSX_NOT_A_WORKBOOK",
  /** Excel 97–2003 (.xls). Advice: save as .xlsx. */
  "XLSX_OLD_FORMAT",
  /** Opens with a password only. */
  "XLSX_ENCRYPTED",
  "XLSX_BOMB",
  "XLSX_MACRO",
  "XLSX_EXTERNAL",
  /** OLE objects and other embedded files. */
  "XLSX_EMBEDDED",
  "XLSX_DTD",
  "XLSX_TOO_LARGE",
  /** Its visible sheets hold nothing. */
  "XLSX_EMPTY",
  "XLSX_TIMEOUT",
] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];

/** Why a file cannot be read as a table; nothing of it has been taken. */
export class TableError extends Error {
  override readonly name = "TableError";
  readonly code: TableFault;
  /** 1-based, where one line is to blame. */
  readonly line: number | null;
  /** A part, a column or a measure; never a path. */
  readonly detail: string;

  constructor(code: TableFault, line: number | null = null, detail = "") {
    super(code);
    this.code = code;
    this.line = line;
    this.detail = detail;
  }
}

export const EMPTY_CELL: Cell = { text: "" };

/** Nothing to normalise: printable ASCII, blanks single and inside, no apostrophe in front. Nearly every cell of an entries file. */
const PLAIN = /^[!-&(-~][!-~]*(?: [!-~]+)*$/;

/** A cell of text as it stands in a file: the protecting apostrophe of security.md X1 is taken off. */
export function textCell(raw: string): Cell {
  if (raw === "") return EMPTY_CELL;
  if (PLAIN.test(raw)) return { text: raw };
  const text = normaliseText(unescapeText(raw));
  return text === "" ? EMPTY_CELL : { text };
}

/**
 * Makes a table of raw rows: the first that holds anything is the header, empty rows are left out.
 * @param sheet "" for CSV
 * @throws {TableError} CSV_EMPTY or XLSX_EMPTY, HEADER_DUPLICATE; names that differ only in case are one name
 */
export function toTable(sheet: string, rows: readonly TableRow[]): Table {
  const [first, ...rest] = rows.filter((row) =>
    row.cells.some((cell) => cell.text !== "" || cell.isError === true),
  );
  if (!first) throw new TableError(sheet === "" ? "CSV_EMPTY" : "XLSX_EMPTY");
  const header = first.cells.map((cell) => cell.text);
  while (header.at(-1) === "") header.pop();
  const seen = new Set<string>();
  for (const name of header) {
    const key = name.toLowerCase();
    if (key !== "" && seen.has(key)) throw new TableError("HEADER_DUPLICATE", first.line, name);
    seen.add(key);
  }
  return { sheet, header, rows: rest };
}
