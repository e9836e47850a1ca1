// Selection as an algebra: plain values in, plain values out. Meanings are Excel's.
import type { CellAddress, CellCopy, CellRange } from "./grid-model.ts";

/** A rectangle between two corners, with one active cell inside. */
export interface GridSelection {
  /** Where the selection began. */
  readonly anchor: CellAddress;
  /** The corner that moves while extending. */
  readonly head: CellAddress;
  /** Where typing goes. */
  readonly active: CellAddress;
  /** Column in which a run of Tabs began: Enter goes back under it. */
  readonly tabColumn: number | null;
}

export interface GridSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

export type Direction = "up" | "down" | "left" | "right";
export type Motion =
  | { readonly to: "step" | "edge"; readonly direction: Direction }
  | { readonly to: "page"; readonly direction: "up" | "down" }
  | { readonly to: "rowStart" | "rowEnd" | "gridStart" | "gridEnd" };

export interface MotionContext {
  /** Whole rows in sight, for PageUp and PageDown. */
  readonly pageRows: number;
  /** Whether a cell holds something, for Ctrl+arrow. */
  readonly isFilled: (cell: CellAddress) => boolean;
}

const STEPS = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
} as const;

export function selectCell(cell: CellAddress): GridSelection {
  return { anchor: cell, head: cell, active: cell, tabColumn: null };
}

export function selectRange(range: CellRange): GridSelection {
  const anchor = { row: range.top, column: range.left };
  return { anchor, head: { row: range.bottom, column: range.right }, active: anchor, tabColumn: null };
}

/** Every row or column the selection touches, from end to end; typing goes on where it was. */
export function selectLines(
  selection: GridSelection,
  lines: "rows" | "columns",
  { rowCount, columnCount }: GridSize,
): GridSelection {
  const { top, left, bottom, right } = rangeOf(selection);
  const range =
    lines === "rows"
      ? { top, bottom, left: 0, right: columnCount - 1 }
      : { top: 0, bottom: rowCount - 1, left, right };
  return { ...selectRange(range), active: selection.active };
}

/** A heading: of a row, of a column, or of neither, which is the corner and stands for the whole sheet. */
export interface Heading {
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}

/** Whole rows or columns from a place to a heading; typing goes on where the selection began. */
export function selectToHeading(
  from: CellAddress,
  { row, column }: Heading,
  { rowCount, columnCount }: GridSize,
): GridSelection {
  return {
    anchor: { row: row === undefined ? 0 : from.row, column: column === undefined ? 0 : from.column },
    head: { row: row ?? rowCount - 1, column: column ?? columnCount - 1 },
    active: from,
    tabColumn: null,
  };
}

export function rangeOf({ anchor, head }: GridSelection): CellRange {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** Every cell of a rectangle, row after row. */
export function cellsOf({ top, left, bottom, right }: CellRange): CellAddress[] {
  return Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, place) => ({
    row: top + Math.floor(place / (right - left + 1)),
    column: left + (place % (right - left + 1)),
  }));
}

/**
 * What fills what: the first row (column) of a block the rest of it; a single row (column) is filled from the one
 * before it, as Excel does.
 */
export function fillCopies(range: CellRange, direction: "down" | "right"): CellCopy[] {
  const isSingle = direction === "down" ? range.top === range.bottom : range.left === range.right;
  const step = isSingle ? 1 : 0;
  const sourceRow = range.top - step;
  const sourceColumn = range.left - step;
  if (direction === "down" ? sourceRow < 0 : sourceColumn < 0) return [];
  return cellsOf(range)
    .map((to) => ({
      from:
        direction === "down" ? { row: sourceRow, column: to.column } : { row: to.row, column: sourceColumn },
      to,
    }))
    .filter(({ from, to }) => from.row !== to.row || from.column !== to.column);
}

/** The nearest cell of the sheet. */
export function clampCell({ row, column }: CellAddress, size: GridSize): CellAddress {
  return {
    row: Math.max(0, Math.min(row, size.rowCount - 1)),
    column: Math.max(0, Math.min(column, size.columnCount - 1)),
  };
}

/** The selection on a sheet that has become smaller. The same object when nothing sticks out. */
export function clampSelection(selection: GridSelection, size: GridSize): GridSelection {
  const { anchor, head, active } = selection;
  const fits = [anchor, head, active].every(
    ({ row, column }) => row < size.rowCount && column < size.columnCount,
  );
  if (fits) return selection;
  return {
    anchor: clampCell(anchor, size),
    head: clampCell(head, size),
    active: clampCell(active, size),
    tabColumn: null,
  };
}

/** The cell a motion leads to; never outside the sheet. */
export function cellAfter(
  from: CellAddress,
  motion: Motion,
  size: GridSize,
  context: MotionContext,
): CellAddress {
  switch (motion.to) {
    case "step":
      return clampCell(stepped(from, motion.direction), size);
    case "edge":
      return edgeFrom(from, motion.direction, size, context.isFilled);
    case "page": {
      const rows = Math.max(1, context.pageRows) * (motion.direction === "up" ? -1 : 1);
      return clampCell({ row: from.row + rows, column: from.column }, size);
    }
    case "rowStart":
      return { row: from.row, column: 0 };
    case "rowEnd":
      return { row: from.row, column: size.columnCount - 1 };
    case "gridStart":
      return { row: 0, column: 0 };
    default:
      return { row: size.rowCount - 1, column: size.columnCount - 1 };
  }
}

export function moveSelection(
  selection: GridSelection,
  motion: Motion,
  size: GridSize,
  context: MotionContext,
): GridSelection {
  return selectCell(cellAfter(selection.active, motion, size, context));
}

/** Moves the free corner; the active cell stays. */
export function extendSelection(
  selection: GridSelection,
  motion: Motion,
  size: GridSize,
  context: MotionContext,
): GridSelection {
  return extendTo(selection, cellAfter(selection.head, motion, size, context));
}

export function extendTo(selection: GridSelection, head: CellAddress): GridSelection {
  return { anchor: selection.active, head, active: selection.active, tabColumn: null };
}

export type Turn = "enter" | "enterBack" | "tab" | "tabBack";

/**
 * Enter and Tab. Inside a block they go round the block. From a single cell Tab goes along the row and on to the next,
 * Enter goes down – under the column where a run of Tabs began.
 *
 * @returns null when Tab has nowhere to go: the key then leaves the grid
 */
export function turnSelection(selection: GridSelection, turn: Turn, size: GridSize): GridSelection | null {
  const range = rangeOf(selection);
  if (cellCount(range) > 1) return { ...selection, active: nextInRange(range, selection.active, turn) };
  const { row, column } = selection.active;
  if (turn === "enter" || turn === "enterBack") {
    const target = { row: row + (turn === "enter" ? 1 : -1), column: selection.tabColumn ?? column };
    return selectCell(clampCell(target, size));
  }
  const place = row * size.columnCount + column + (turn === "tab" ? 1 : -1);
  if (place < 0 || place >= size.rowCount * size.columnCount) return null;
  const cell = { row: Math.floor(place / size.columnCount), column: place % size.columnCount };
  return { ...selectCell(cell), tabColumn: turn === "tab" ? (selection.tabColumn ?? column) : null };
}

/** Enter goes down its columns, Tab along its rows; past the last cell comes the first. */
function nextInRange(range: CellRange, active: CellAddress, turn: Turn): CellAddress {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  const step = turn === "enter" || turn === "tab" ? 1 : -1;
  const row = active.row - range.top;
  const column = active.column - range.left;
  const isDown = turn === "enter" || turn === "enterBack";
  const place =
    ((isDown ? column * rows + row : row * columns + column) + step + rows * columns) % (rows * columns);
  return isDown
    ? { row: range.top + (place % rows), column: range.left + Math.floor(place / rows) }
    : { row: range.top + Math.floor(place / columns), column: range.left + (place % columns) };
}

/** Ctrl+arrow: to the end of a filled run, else to the next filled cell, else to the edge of the sheet. */
function edgeFrom(
  from: CellAddress,
  direction: Direction,
  size: GridSize,
  isFilled: (cell: CellAddress) => boolean,
): CellAddress {
  const isInside = ({ row, column }: CellAddress) =>
    row >= 0 && column >= 0 && row < size.rowCount && column < size.columnCount;
  let cell = from;
  let next = stepped(cell, direction);
  if (!isInside(next)) return from;
  const isRun = isFilled(cell) && isFilled(next);
  while (isInside(next)) {
    if (isRun && !isFilled(next)) return cell;
    cell = next;
    if (!isRun && isFilled(cell)) return cell;
    next = stepped(cell, direction);
  }
  return cell;
}

function stepped({ row, column }: CellAddress, direction: Direction): CellAddress {
  const step = STEPS[direction];
  return { row: row + step.row, column: column + step.column };
}
