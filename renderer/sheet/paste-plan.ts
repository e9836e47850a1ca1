// What a paste would do, before it does it: which cells change, which stay the same, which are refused and why.
import type { GradeWords, ValueType } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import type { NumberFault } from "../../shared/domain/number-input.ts";
import type { CellAddress, TextWrite } from "../components/grid/grid-model.ts";
import type { SaveRefusal } from "./sheet-words.ts";
import { readTyped } from "./typed-entry.ts";

export interface CellWrite extends CellAddress {
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
}

export type WriteRefusal = "NOT_ASKED" | "COMPUTED" | "LOCKED";

export interface RefusedWrite extends TextWrite {
  readonly reason: NumberFault | WriteRefusal | SaveRefusal;
}

export interface PastePlan {
  readonly writes: readonly CellWrite[];
  readonly refused: readonly RefusedWrite[];
  /** Cells that hold the same already. */
  readonly same: number;
  readonly outside: number;
}

/** What the plan needs to know of the sheet. */
export interface PasteTarget {
  /** Why a cell takes nothing, or null. */
  refusalAt(cell: CellAddress): WriteRefusal | null;
  typeOf(column: number): ValueType;
  /** What grades are called in the year of the form. */
  readonly grades: GradeWords;
  storedAt(cell: CellAddress): { readonly entry: EntryValue | null; readonly isEstimate: boolean };
}

export function planPaste(cells: readonly TextWrite[], outside: number, target: PasteTarget): PastePlan {
  const writes: CellWrite[] = [];
  const refused: RefusedWrite[] = [];
  let same = 0;
  for (const cell of cells) {
    const refusal = target.refusalAt(cell);
    const reading = readTyped(cell.text, target.typeOf(cell.column), target.grades);
    // An empty cell pasted onto one that takes nothing is no loss worth reporting.
    if (refusal !== null) {
      if (cell.text.trim() !== "") refused.push({ ...cell, reason: refusal });
    } else if (!reading.ok) refused.push({ ...cell, reason: reading.code });
    else {
      const { entry, isEstimate } = reading;
      const { row, column } = cell;
      if (isSameEntry({ entry, isEstimate }, target.storedAt(cell))) same += 1;
      else writes.push({ row, column, entry, isEstimate });
    }
  }
  return { writes, refused, same, outside };
}

type Held = { readonly entry: EntryValue | null; readonly isEstimate: boolean };

export function isSameEntry(left: Held, right: Held): boolean {
  if (left.entry === null || right.entry === null) return left.entry === right.entry;
  if (left.isEstimate !== right.isEstimate || left.entry.state !== right.entry.state) return false;
  return (
    left.entry.state !== "value" || right.entry.state !== "value" || left.entry.value === right.entry.value
  );
}
