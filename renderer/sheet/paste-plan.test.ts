import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import { expect, it } from "vitest";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { type PasteTarget, planPaste } from "./paste-plan.ts";

const value = (figure: number): EntryValue => ({ state: "value", value: figure });
const at = (row: number, column: number, text: string) => ({ row, column, text });

/** Two rows; column 0 counts, column 1 is computed, column 2 is asked of the first row only. */
const TARGET: PasteTarget = {
  refusalAt: ({ row, column }) =>
    column === 1 ? "COMPUTED" : column === 2 && row === 1 ? "NOT_ASKED" : null,
  grades: gradeWordsOf(2025),
  typeOf: (column) => (column === 2 ? "yesNo" : "count"),
  storedAt: ({ row, column }) => ({ entry: row === 0 && column === 0 ? value(7) : null, isEstimate: false }),
};

it("parts what changes from what stays, and what is refused from both", () => {
  const plan = planPaste(
    [at(0, 0, "7"), at(1, 0, "1.250"), at(0, 1, "5"), at(1, 2, "có"), at(0, 2, "có thể")],
    3,
    TARGET,
  );
  expect(plan.writes).toEqual([{ row: 1, column: 0, entry: value(1250), isEstimate: false }]);
  expect(plan.same).toBe(1);
  expect(plan.outside).toBe(3);
  expect(plan.refused.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [0, 1, "COMPUTED"],
    [1, 2, "NOT_ASKED"],
    [0, 2, "NOT_YES_NO"],
  ]);
});

it("clears a cell by an empty text, and reports none for empty texts on cells that take nothing", () => {
  expect(planPaste([at(0, 0, ""), at(0, 1, " "), at(1, 2, "")], 0, TARGET)).toEqual({
    writes: [{ row: 0, column: 0, entry: null, isEstimate: false }],
    refused: [],
    same: 0,
    outside: 0,
  });
});

it("takes a figure that becomes an estimate for a change", () => {
  expect(planPaste([at(0, 0, "7ư")], 0, TARGET).writes).toEqual([
    { row: 0, column: 0, entry: value(7), isEstimate: true },
  ]);
});
