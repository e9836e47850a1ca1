// Which cell is active, outside React: an arrow key draws anew only what shows something about the cell.
import { useSyncExternalStore } from "react";
import type { CellAddress } from "../components/grid/grid-model.ts";

export class ActivePlace {
  #cell: CellAddress = { row: 0, column: 0 };
  readonly #listeners = new Set<() => void>();

  readonly get = (): CellAddress => this.#cell;

  readonly set = (cell: CellAddress): void => {
    this.#cell = cell;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useActiveCell(place: ActivePlace): CellAddress {
  return useSyncExternalStore(place.subscribe, place.get);
}
