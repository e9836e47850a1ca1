// What a paste would do, before it does it: which cells change, which stay the same, which are refused and why.
import type { GradeWords, ValueType } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { NEVER_ASKED_MARK } from "../../shared/domain/labels.ts";
import { type NumberFault, withoutThousandsComma } from "../../shared/domain/number-input.ts";
import type { CellAddress, TextWrite, Unplaced } from "../components/grid/grid-model.ts";
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
  readonly outside: Unplaced;
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

/** What the comma of "1,250" is: not known, and then it is refused; or what an English sheet parts thousands by. */
export type CommaReading = "unknown" | "thousands";

export function planPaste(
  cells: readonly TextWrite[],
  outside: Unplaced,
  target: PasteTarget,
  comma: CommaReading = "unknown",
): PastePlan {
  const writes: CellWrite[] = [];
  const refused: RefusedWrite[] = [];
  let same = 0;
  for (const cell of cells) {
    const refusal = target.refusalAt(cell);
    const reading = readPasted(cell, target, comma);
    if (refusal !== null) {
      if (saysSomething(cell.text, refusal)) refused.push({ ...cell, reason: refusal });
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

/** The first text that is refused only because its comma may part thousands. */
export function thousandsAsked({ refused }: PastePlan): string | undefined {
  return refused.find(
    ({ reason, text }) => reason === "AMBIGUOUS_SEPARATOR" && withoutThousandsComma(text) !== null,
  )?.text;
}

function readPasted({ text, column }: TextWrite, target: PasteTarget, comma: CommaReading) {
  const type = target.typeOf(column);
  const reading = readTyped(text, type, target.grades);
  if (reading.ok || reading.code !== "AMBIGUOUS_SEPARATOR" || comma === "unknown") return reading;
  const figure = withoutThousandsComma(text);
  return figure === null ? reading : readTyped(figure, type, target.grades);
}

/** Nothing, or the sign of our own templates for a cell that is not asked, is no loss on one that takes nothing. */
function saysSomething(text: string, refusal: WriteRefusal): boolean {
  const clean = text.trim();
  return clean !== "" && !(refusal === "NOT_ASKED" && clean === NEVER_ASKED_MARK);
}

type Held = { readonly entry: EntryValue | null; readonly isEstimate: boolean };

export function isSameEntry(left: Held, right: Held): boolean {
  if (left.entry === null || right.entry === null) return left.entry === right.entry;
  if (left.isEstimate !== right.isEstimate || left.entry.state !== right.entry.state) return false;
  return (
    left.entry.state !== "value" || right.entry.state !== "value" || left.entry.value === right.entry.value
  );
}
