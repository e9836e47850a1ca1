// What a person answered in one place of a sheet: a figure, a word for no figure, or nothing.
import type { GradeWords, ValueType } from "../../../shared/domain/data-element.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import { type NumberFault, parseCell, stateOfWord } from "../../../shared/domain/number-input.ts";
import type { Cell } from "../table.ts";

export type AnswerFault =
  | NumberFault
  /** An answer is typed, not calculated: what it hangs on does not come with it. */
  | "FORMULA"
  /** #N/A and its like. */
  | "CELL_ERROR"
  /** A figure, and beside it a word that says there is none. */
  | "VALUE_WITH_STATE"
  | "STATE_UNKNOWN";

export type AnswerReading =
  | { readonly ok: true; readonly entry: EntryValue | null }
  | { readonly ok: false; readonly code: AnswerFault };

/** Nothing in both = no answer; blank is never zero. @param grades what grades are called in the year of the sheet */
export function readAnswer(
  value: Cell,
  word: Cell | undefined,
  type: ValueType,
  grades: GradeWords,
): AnswerReading {
  for (const cell of [value, word]) {
    if (cell?.isError === true) return refused(cell.isFormula === true ? "FORMULA" : "CELL_ERROR");
    if (cell?.isFormula === true) return refused("FORMULA");
  }
  const figure = readFigure(value, type, grades);
  if (word === undefined || word.text === "" || !figure.ok) return figure;
  const state = stateOfWord(word.text);
  if (state === undefined) return refused("STATE_UNKNOWN");
  const { entry } = figure;
  const agrees =
    entry === null ||
    entry.state === state ||
    (entry.state === "value" && entry.value === 0 && state === "noOccurrence" && isNumeric(type));
  return agrees ? { ok: true, entry: { state } } : refused("VALUE_WITH_STATE");
}

function readFigure(cell: Cell, type: ValueType, grades: GradeWords): AnswerReading {
  // The cell holds a number, so the comma is no thousands mark of somebody else's.
  if (cell.isNumber === true && cell.text.includes(",") && type !== "score") return refused("NOT_WHOLE");
  return parseCell(cell.text, type, grades);
}

function isNumeric(type: ValueType): boolean {
  return type === "count" || type === "money";
}

function refused(code: AnswerFault): AnswerReading {
  return { ok: false, code };
}
