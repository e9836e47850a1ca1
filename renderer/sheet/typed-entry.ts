// What a clerk types into a cell: a figure or one of the signs, and whether it is only an estimate.
import type { GradeWords, ValueType } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { type NumberFault, parseCell } from "../../shared/domain/number-input.ts";

/** Typed behind a figure ("120ư") it says that the figure is an estimate. */
export const ESTIMATE_SIGN = "ư";

type TypedEntry =
  | { readonly ok: true; readonly entry: EntryValue | null; readonly isEstimate: boolean }
  | { readonly ok: false; readonly code: NumberFault };

/** @param grades what grades are called in the year of the form */
export function readTyped(text: string, type: ValueType, grades: GradeWords): TypedEntry {
  const figure = /^(.*\d)\s*[ưe]$/iu.exec(text.trim())?.[1];
  const reading = parseCell(figure ?? text, type, grades);
  return reading.ok ? { ...reading, isEstimate: figure !== undefined } : reading;
}
