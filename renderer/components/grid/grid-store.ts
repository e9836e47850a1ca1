// Cells outside React: a plain array that tells the rows it belongs to. The owner of a sheet keeps its cells here and
// builds its GridModel around it.
import type { GridCell } from "./grid-model.ts";

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
}

/** Of one column. Kept while cells change, never counted anew. */
interface ColumnTotal {
  /** Sum of the numbers; exact up to ±2^53. */
  readonly sum: number;
  /** Cells that have a number. */
  readonly numbers: number;
  /** Cells that hold something. */
  readonly filled: number;
  /** Of these, sums of which a part is not there yet. */
  readonly partial: number;
}

const EMPTY: GridCell = { text: "", state: "empty" };

export class GridStore {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly #cells: GridCell[];
  readonly #rowVersions: Uint32Array;
  readonly #rowListeners = new Map<number, Set<() => void>>();
  readonly #listeners = new Set<() => void>();
  readonly #sums: Float64Array;
  readonly #numbers: Uint32Array;
  readonly #filled: Uint32Array;
  readonly #partial: Uint32Array;
  #version = 0;

  /** @param cellAt the first contents; called once per cell */
  constructor(rowCount: number, columnCount: number, cellAt?: (row: number, column: number) => GridCell) {
    this.rowCount = rowCount;
    this.columnCount = columnCount;
    this.#cells = Array.from({ length: rowCount * columnCount }, () => EMPTY);
    this.#rowVersions = new Uint32Array(rowCount);
    this.#sums = new Float64Array(columnCount);
    this.#numbers = new Uint32Array(columnCount);
    this.#filled = new Uint32Array(columnCount);
    this.#partial = new Uint32Array(columnCount);
    if (!cellAt) return;
    for (let row = 0; row < rowCount; row += 1) {
      for (let column = 0; column < columnCount; column += 1) this.#put(row, column, cellAt(row, column));
    }
  }

  cell(row: number, column: number): GridCell {
    return this.#cells[this.#place(row, column)] ?? EMPTY;
  }

  /** Changes cells and tells each row once, however many of its cells changed. */
  set(changes: Iterable<CellChange>): void {
    const rows = new Set<number>();
    for (const { row, column, cell } of changes) {
      this.#put(row, column, cell);
      rows.add(row);
    }
    if (rows.size === 0) return;
    this.#version += 1;
    for (const row of rows) {
      this.#rowVersions[row] = (this.#rowVersions[row] ?? 0) + 1;
      for (const listener of this.#rowListeners.get(row) ?? []) listener();
    }
    for (const listener of this.#listeners) listener();
  }

  columnTotal(column: number): ColumnTotal {
    return {
      sum: this.#sums[column] ?? 0,
      numbers: this.#numbers[column] ?? 0,
      filled: this.#filled[column] ?? 0,
      partial: this.#partial[column] ?? 0,
    };
  }

  rowVersion(row: number): number {
    return this.#rowVersions[row] ?? 0;
  }

  version(): number {
    return this.#version;
  }

  subscribeRow(row: number, listener: () => void): () => void {
    const listeners = this.#rowListeners.get(row) ?? new Set();
    this.#rowListeners.set(row, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#rowListeners.get(row) === listeners) this.#rowListeners.delete(row);
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(row: number, column: number, cell: GridCell): void {
    const place = this.#place(row, column);
    this.#count(column, this.#cells[place] ?? EMPTY, -1);
    this.#cells[place] = cell;
    this.#count(column, cell, 1);
  }

  #count(column: number, cell: GridCell, sign: 1 | -1): void {
    if (cell.state === "empty") return;
    this.#filled[column] = (this.#filled[column] ?? 0) + sign;
    if (cell.partial) this.#partial[column] = (this.#partial[column] ?? 0) + sign;
    if (cell.number === undefined) return;
    this.#sums[column] = (this.#sums[column] ?? 0) + sign * cell.number;
    this.#numbers[column] = (this.#numbers[column] ?? 0) + sign;
  }

  /** @throws {RangeError} outside the sheet: a bug of the owner */
  #place(row: number, column: number): number {
    if (row < 0 || row >= this.rowCount || column < 0 || column >= this.columnCount) {
      throw new RangeError(`no cell ${row},${column} in ${this.rowCount} × ${this.columnCount}`);
    }
    return row * this.columnCount + column;
  }
}
