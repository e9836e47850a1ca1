// Where in the office texts stand that were typed and never taken, whoever typed them and whenever.
import type { UnsavedCells } from "../../shared/contract/entries.ts";
import type { Database } from "../database/connection.ts";
import { listKeptTexts } from "./entry-memory.ts";
import { GRADING_ELEMENTS } from "./grading/sheet.ts";

/** One row per column of a sheet, in the order of the periods. */
export function unsavedCells(db: Database): UnsavedCells[] {
  return listKeptTexts(db).flatMap(({ period, isOwn, texts }) =>
    [...Map.groupBy(texts, ({ element }) => element)].flatMap(
      ([element, [first, ...others]]): UnsavedCells[] =>
        first
          ? [
              {
                sheet: isOwn ? "own" : GRADING_ELEMENTS.includes(element) ? "grading" : "form",
                period,
                element,
                unit: first.unit,
                cells: others.length + 1,
              },
            ]
          : [],
    ),
  );
}
