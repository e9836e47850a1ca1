// Cells and rows of the appendices (domain.md §e.3): thousands with a point, "…" missing, "0" zero, "x" not applicable.
import type { GradeWords, ValueType } from "../../../shared/domain/data-element.ts";
import { formatEntry, formatInteger, formatShare } from "../../../shared/domain/number-format.ts";
import {
  MISSING_FIGURE,
  NOT_APPLICABLE_FIGURE,
  type PaperCell,
  type PaperColumn,
  type PaperFigure,
  type PaperRow,
} from "../../../shared/domain/report/paper.ts";

export const column = (
  title: string,
  width: number,
  align: PaperColumn["align"] = "start",
  group?: string,
): PaperColumn => ({ title, width, align, ...(group === undefined ? {} : { group }) });

export const line = (...cells: readonly PaperCell[]): PaperRow => ({ kind: "line", cells });
export const group = (title: string): PaperRow => ({ kind: "group", cells: [title] });
export const total = (...cells: readonly PaperCell[]): PaperRow => ({ kind: "total", cells });

export function countCell(amount: number | null): PaperFigure {
  return { text: amount === null ? MISSING_FIGURE : formatInteger(amount), amount, decimals: 0 };
}

/** Hundredths: of a percent, of a point. */
function hundredthsCell(amount: number | null, text: string): PaperFigure {
  return { text, amount, decimals: 2 };
}

/** n of d as a percentage with two decimals, without the sign; empty where there is nothing to compare with. */
export function shareCell(numerator: number | null, denominator: number | null): PaperCell {
  if (numerator === null || denominator === null || denominator <= 0) return "";
  return percentFigure(formatShare(numerator, denominator).replace(" %", ""));
}

/** "1.080,85" as a figure of 108085 hundredths. */
export function percentFigure(text: string): PaperFigure {
  return hundredthsCell(Number(text.replaceAll(/[.,]/g, "")), text);
}

/**
 * A cell of the entry form on paper.
 * @param state as on the wire: −1 missing, 0–3 stored, 4 never asked
 * @param grades what grades are called in the year of the form
 */
export function entryCell(
  state: number,
  value: number | null,
  type: ValueType,
  grades: GradeWords,
): PaperCell {
  if (state === 2 || state === 4) return NOT_APPLICABLE_FIGURE;
  if (state === 1)
    return type === "count" || type === "money"
      ? countCell(0)
      : formatEntry({ state: "noOccurrence" }, type, grades);
  if (state !== 0 || value === null) return MISSING_FIGURE;
  if (type === "count" || type === "money") return countCell(value);
  if (type === "score") return hundredthsCell(value, formatEntry({ state: "value", value }, type));
  return formatEntry({ state: "value", value }, type, grades);
}
