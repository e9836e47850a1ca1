// A sheet as both readers give it.

export interface Cell {
  readonly text: string;
  /** The file held a formula; `text` is the value it last had. */
  readonly isFormula?: true;
}

export interface TableRow {
  /** Line or row number in the file, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export type TableFault =
  | "FILE_TOO_LARGE"
  | "FILE_EMPTY"
  | "HEADER_DUPLICATE"
  | "CSV_ENCODING"
  | "CSV_MALFORMED"
  | "XLSX_NOT_A_WORKBOOK"
  | "XLSX_OLD_FORMAT"
  | "XLSX_BOMB"
  | "XLSX_MACRO"
  | "XLSX_EXTERNAL"
  | "XLSX_DTD"
  | "XLSX_TOO_LARGE"
  | "XLSX_TIMEOUT";

/** Why a file cannot be read as a table. */
export class TableError extends Error {
  readonly code: TableFault;
  readonly line: number | null;
  readonly detail: string;

  constructor(code: TableFault, line: number | null = null, detail = "") {
    super(code);
    this.code = code;
    this.line = line;
    this.detail = detail;
  }
}

/** Makes a table of raw rows: the first with any text is the header, empty rows are left out. */
export function toTable(sheet: string, rows: readonly TableRow[]): Table {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ""));
  const [first, ...rest] = filled;
  if (!first) throw new TableError("FILE_EMPTY");
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
