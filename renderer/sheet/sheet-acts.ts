// What was done in a sheet, latest last. Refused texts are known only here, stored acts to the program: Ctrl+Z goes
// through both in the order they were done.
import type { CellAddress } from "../components/grid/grid-model.ts";

export interface SheetAct {
  /** Something of it was written into the office's file. */
  isStored: boolean;
  /** Cells left with a text that was refused. */
  readonly refused: CellAddress[];
}

export class SheetActs {
  readonly #acts: SheetAct[] = [];

  begin(): SheetAct {
    const act: SheetAct = { isStored: false, refused: [] };
    this.#acts.push(act);
    return act;
  }

  addStored(): void {
    this.begin().isStored = true;
  }

  takeLast(): SheetAct | undefined {
    return this.#acts.pop();
  }

  putBack(act: SheetAct | undefined): void {
    if (act) this.#acts.push(act);
  }
}
