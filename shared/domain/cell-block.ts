// Many cells of one period, column-wise: units and elements once each, the cells as lists of numbers, so that a paste of
// 20,000 cells stays small on its way.
import { ENTRY_STATES, type EntryValue } from "./entry.ts";

/** Index = cell; all lists of one length except `units`, `elements` and `estimated`. */
export interface CellBlock {
  readonly units: readonly string[];
  readonly elements: readonly string[];
  /** Places in `units` and `elements`. */
  readonly unitOf: readonly number[];
  readonly elementOf: readonly number[];
  /** -1 clears the cell to "chưa nhập", 0 value, 1 noOccurrence, 2 notApplicable, 3 notCollected. */
  readonly states: readonly number[];
  /** A number exactly where the state is 0. */
  readonly values: readonly (number | null)[];
  /** The revision each write is based on. */
  readonly revisions: readonly number[];
  /** The cells that are estimates. */
  readonly estimated: readonly number[];
}

interface BlockCell {
  readonly unit: string;
  readonly element: string;
  /** null clears the cell. */
  readonly entry: EntryValue | null;
  readonly revision: number;
  readonly isEstimate: boolean;
}

export function cellBlock(cells: readonly BlockCell[]): CellBlock {
  const units = new Map<string, number>();
  const elements = new Map<string, number>();
  return {
    unitOf: cells.map(({ unit }) => placeOf(units, unit)),
    elementOf: cells.map(({ element }) => placeOf(elements, element)),
    units: [...units.keys()],
    elements: [...elements.keys()],
    states: cells.map(({ entry }) => (entry === null ? -1 : ENTRY_STATES.indexOf(entry.state))),
    values: cells.map(({ entry }) => (entry?.state === "value" ? entry.value : null)),
    revisions: cells.map(({ revision }) => revision),
    estimated: cells.flatMap(({ isEstimate }, cell) => (isEstimate ? [cell] : [])),
  };
}

/** What a cell of a block says. */
export function entryOfBlock(block: CellBlock, cell: number): EntryValue | null {
  const value = block.values[cell] ?? null;
  if (value !== null) return { state: "value", value };
  const state = ENTRY_STATES[block.states[cell] ?? -1];
  return state === undefined || state === "value" ? null : { state };
}

function placeOf(places: Map<string, number>, name: string): number {
  const place = places.get(name) ?? places.size;
  places.set(name, place);
  return place;
}
