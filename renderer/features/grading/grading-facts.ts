// What is known of the grading of one union, from the figures the sheet holds now. Pure.
import type { FormData } from "../../../shared/contract/entries.ts";
import type { GradedUnit, GradingSheet } from "../../../shared/contract/grading.ts";
import { GRADES } from "../../../shared/domain/data-element.ts";
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { GradedFigures, GradingPlace } from "../../../shared/domain/grading-state.ts";

export const GRADING_COLUMNS = ["selfScore", "verifiedScore", "qualityGrade"] as const;
type GradingColumn = (typeof GRADING_COLUMNS)[number];

export function placeOf({ standing }: GradedUnit): GradingPlace {
  return standing === "eligible" || standing === "ended" ? standing : "notEligible";
}

/** @param entryOf what stands in a column; null = nothing */
export function figuresOf(entryOf: (column: GradingColumn) => EntryValue | null): GradedFigures {
  const value = (column: GradingColumn) => {
    const entry = entryOf(column);
    return entry?.state === "value" ? entry.value : null;
  };
  const grade = value("qualityGrade");
  return {
    selfScore: value("selfScore"),
    verifiedScore: value("verifiedScore"),
    grade: grade === null ? null : (GRADES[grade] ?? null),
  };
}

/** The same from the form as it was read. */
export function storedFigures({ form }: GradingSheet, row: number): GradedFigures {
  return figuresOf((column) => storedEntry(form, column, row));
}

function storedEntry({ columns, cells }: FormData, column: GradingColumn, row: number): EntryValue | null {
  const data = cells[columns.findIndex(({ element }) => element === column)];
  const value = data?.values[row];
  return data?.states[row] === 0 && typeof value === "number" ? { state: "value", value } : null;
}
