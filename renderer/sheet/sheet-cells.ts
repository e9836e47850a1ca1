// What is stored of every cell of a form, as far as this window knows.
import type { OpenedForm, PartialCells } from "../../shared/contract/entries.ts";
import { ENTRY_STATES, type EntryValue } from "../../shared/domain/entry.ts";
import type { CellAddress } from "../components/grid/grid-model.ts";
import type { CellState, PartialMonths } from "./cell-view.ts";
import type { WriteRefusal } from "./paste-plan.ts";

const NEVER_ASKED = 4;

export type StoredCell = Pick<CellState, "entry" | "isEstimate" | "revision">;

export class SheetCells {
  readonly form: OpenedForm;
  /** Cells of each column that are asked. */
  readonly asked: readonly number[];
  readonly #cells: CellState[][];
  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #columnOf: ReadonlyMap<string, number>;
  readonly #entered: Uint32Array;
  #startedRows = 0;

  constructor(form: OpenedForm) {
    this.form = form;
    this.#rowOf = new Map(form.units.map((unit, row) => [unit.uid, row]));
    this.#columnOf = new Map(form.columns.map((column, index) => [column.element, index]));
    this.#cells = readCells(form);
    this.asked = this.#cells.map((column) => column.filter((cell) => cell.isAsked).length);
    this.#entered = new Uint32Array(form.units.length);
    this.#cells.forEach((cells, column) => {
      if (form.columns[column]?.mode === "entered")
        cells.forEach(({ entry }, row) => entry !== null && this.#countEntered(row, 1));
    });
  }

  /** @throws {RangeError} outside the form: a bug of the caller */
  at({ row, column }: CellAddress): Readonly<CellState> {
    return this.#state({ row, column });
  }

  /** Takes over what is stored now. */
  keep(cell: CellAddress, stored: StoredCell): void {
    const state = this.#state(cell);
    if (state.entry === null && stored.entry !== null) this.#countEntered(cell.row, 1);
    if (state.entry !== null && stored.entry === null) this.#countEntered(cell.row, -1);
    Object.assign(state, stored);
  }

  setNoted(cell: CellAddress, hasNote: boolean): void {
    this.#state(cell).hasNote = hasNote;
  }

  /** Why a cell takes nothing, or null. */
  refusalAt(cell: CellAddress): WriteRefusal | null {
    if (this.form.columns[cell.column]?.mode === "computed") return "COMPUTED";
    if (this.form.lockedReason !== null && !this.at(cell).opened) return "LOCKED";
    return this.at(cell).isAsked ? null : "NOT_ASKED";
  }

  rowOf(unit: string): number | undefined {
    return this.#rowOf.get(unit);
  }

  /** Whether it has a column here. */
  has(element: string): boolean {
    return this.#columnOf.has(element);
  }

  /** Undefined when the cell belongs to another form. */
  find(unit: string, element: string): CellAddress | undefined {
    const [row, column] = [this.#rowOf.get(unit), this.#columnOf.get(element)];
    return row === undefined || column === undefined ? undefined : { row, column };
  }

  /** How the contract names a cell. */
  keyOf({ row, column }: CellAddress) {
    return {
      unit: this.form.units[row]?.uid ?? "",
      element: this.form.columns[column]?.element ?? "",
      period: this.form.period,
    };
  }

  isIncomplete(row: number): boolean {
    return this.form.columns.some(({ mode }, column) => {
      const state = this.at({ row, column });
      return mode === "entered" && state.isAsked && state.entry === null;
    });
  }

  hasEstimates(row: number): boolean {
    return this.#cells.some((column) => column[row]?.isEstimate === true);
  }

  /** Rows that have at least one figure. */
  startedRows(): number {
    return this.#startedRows;
  }

  #state({ row, column }: CellAddress): CellState {
    const state = this.#cells[column]?.[row];
    if (!state) throw new RangeError(`no cell ${row},${column}`);
    return state;
  }

  #countEntered(row: number, change: 1 | -1): void {
    const before = this.#entered[row] ?? 0;
    this.#entered[row] = before + change;
    if (before === 0) this.#startedRows += 1;
    else if (before + change === 0) this.#startedRows -= 1;
  }
}

function readCells(form: OpenedForm): CellState[][] {
  const openedIn = Map.groupBy(form.opened, ({ column }) => column);
  return form.columns.map((_, column) => {
    const data = form.cells[column];
    const estimated = new Set(data?.estimated);
    const noted = new Set(data?.noted);
    const partial = partialAt(data?.partial);
    const opened = new Map(openedIn.get(column)?.map((cell) => [cell.row, cell]));
    return form.units.map((_unit, row): CellState => {
      const state = data?.states[row] ?? -1;
      const name = ENTRY_STATES[state];
      const isAsked = state !== NEVER_ASKED;
      return {
        entry: !isAsked || name === undefined ? null : toEntry(name, data?.values[row] ?? 0),
        revision: data?.revisions[row] ?? 0,
        isAsked,
        isEstimate: estimated.has(row),
        hasNote: noted.has(row),
        opened: opened.get(row),
        months: partial.get(row),
      };
    });
  });
}

function partialAt(cells?: PartialCells): ReadonlyMap<number, PartialMonths> {
  return new Map(
    cells?.rows.map((row, index) => [
      row,
      { said: cells.said[index] ?? 0, wanted: cells.wanted[index] ?? 0 },
    ]),
  );
}

function toEntry(state: EntryValue["state"], value: number): EntryValue {
  return state === "value" ? { state, value } : { state };
}
