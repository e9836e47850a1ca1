// What the grid needs to know about a sheet. Nothing here knows what the figures mean.

/** A place in the sheet, both from 0. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four sides inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Neighbouring columns of the same group stand under one heading. */
  readonly group?: string;
  /** Pixels; 96 when left out. */
  readonly width?: number;
  readonly align?: "start" | "center" | "end";
  readonly readOnly?: boolean;
}

interface GridRowHeader {
  readonly code: string;
  readonly name: string;
}

export type GridTone =
  | "normal"
  /** Not stored: `text` is what was typed. State and number are those of what is stored, and go on counting. */
  | "refused"
  /** Stored, with a finding. */
  | "warned"
  /** Stored, with a finding that has been explained. */
  | "explained"
  | "computed"
  | "notApplicable"
  | "locked"
  /** Sent back with a remark. */
  | "returned";

export interface GridCell {
  /** As shown; "" when empty. */
  readonly text: string;
  /** `mark` = a sign that stands for a state (shown centred and quiet), not a figure. */
  readonly state: "value" | "mark" | "empty";
  readonly tone?: GridTone;
  /** What F2 puts into the editor; `text` when left out. */
  readonly editText?: string;
  /** What a copy carries; `text` when left out. Plain digits: another program must not read "1.250" as one and a quarter. */
  readonly copyText?: string;
  /** The figure for totals and the status line: a whole number; left out = does not count. */
  readonly number?: number;
  /** Not durable yet. */
  readonly saving?: boolean;
  readonly estimated?: boolean;
  /** A sum of which a part is not there yet: adds its number, and is not counted as complete. */
  readonly partial?: boolean;
  readonly note?: boolean;
  readonly readOnly?: boolean;
  /** May be written although the rest is locked; it keeps that look whatever its tone is. */
  readonly opened?: boolean;
  /** Why it takes no typing, in a sentence: said when somebody tries. */
  readonly barred?: string;
  /** One sentence about the cell, shown in the status line while it is active: why refused, why locked. */
  readonly title?: string;
}

export interface GridTotal {
  readonly text: string;
  /** "117/120" */
  readonly coverage: string;
}

export interface TextWrite extends CellAddress {
  readonly text: string;
}

/** A line of a block whose headings name no row that is shown. */
export interface UnplacedLine {
  /** Code and name as they were pasted; "" when the line has none. */
  readonly name: string;
  /** It names a row of the sheet that is not shown now. */
  readonly isHidden: boolean;
}

/** What of a pasted block found no place in the sheet, for the report. */
export interface Unplaced {
  /** Those of the lines included. */
  readonly cells: number;
  readonly lines: readonly UnplacedLine[];
}

export const ALL_PLACED: Unplaced = { cells: 0, lines: [] };

/** A cell that takes over what stands in another. */
export interface CellCopy {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** The owner's side. The grid calls, the owner stores and tells the listeners. */
export interface GridModel {
  readonly rowCount: number;
  readonly columns: readonly GridColumn[];
  rowHeader(row: number): GridRowHeader;
  cell(row: number, column: number): GridCell;
  totals(column: number): GridTotal;
  /** Takes a typed text. Saving goes on behind; the cell shows how it stands. Refused text stays in the cell, unstored. */
  commit(row: number, column: number, text: string): void;
  /** What stands in the open editor of a cell and is not taken yet; null when the editor is closed. */
  typing(cell: CellAddress, text: string | null): void;
  /** Takes refused texts of some cells away. @returns whether there were any */
  discard(cells: readonly CellAddress[]): boolean;
  /** Empties those of the cells that may be written, as one act. */
  clear(cells: readonly CellAddress[]): void;
  /** Writes texts into cells as one act. */
  paste(cells: readonly TextWrite[], outside: Unplaced): void;
  /** Fills cells from others as one act. */
  fill(copies: readonly CellCopy[]): void;
  /** Whether texts are the headings of the columns from `column` on: such a row of a paste is left out. */
  isHeaderRow(column: number, texts: readonly string[]): boolean;
  /**
   * The row a code or a name stands for, as another sheet writes it before its figures: -1 for one that is not shown,
   * undefined when it names none, or several.
   */
  rowNamed(text: string): number | undefined;
  /** Called after any cell of the row changed. */
  subscribeRow(row: number, listener: () => void): () => void;
  /** Another number after every change of the row. */
  rowVersion(row: number): number;
  /** Called after any cell of the sheet changed. */
  subscribe(listener: () => void): () => void;
  version(): number;
}

export const DEFAULT_COLUMN_PX = 96;

/** Whether a cell takes no typing. A refused cell takes it: that is how it is mended. */
export function isReadOnlyCell(model: GridModel, { row, column }: CellAddress): boolean {
  if (model.columns[column]?.readOnly === true) return true;
  const cell = model.cell(row, column);
  return cell.readOnly ?? (cell.tone === "computed" || cell.tone === "locked");
}
