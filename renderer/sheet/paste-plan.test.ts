import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import { expect, it } from "vitest";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { ALL_PLACED } from "../components/grid/grid-model.ts";
import { type PasteTarget, planPaste, thousandsAsked } from "./paste-plan.ts";

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
    { cells: 3, lines: [] },
    TARGET,
  );
  expect(plan.writes).toEqual([{ row: 1, column: 0, entry: value(1250), isEstimate: false }]);
  expect(plan.same).toBe(1);
  expect(plan.outside).toEqual({ cells: 3, lines: [] });
  expect(plan.refused.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [0, 1, "COMPUTED"],
    [1, 2, "NOT_ASKED"],
    [0, 2, "NOT_YES_NO"],
  ]);
});

it("clears a cell by an empty text, and reports none for empty texts on cells that take nothing", () => {
  expect(planPaste([at(0, 0, ""), at(0, 1, " "), at(1, 2, "")], ALL_PLACED, TARGET)).toEqual({
    writes: [{ row: 0, column: 0, entry: null, isEstimate: false }],
    refused: [],
    same: 0,
    outside: ALL_PLACED,
  });
});

it("takes a figure that becomes an estimate for a change", () => {
  expect(planPaste([at(0, 0, "7ư")], ALL_PLACED, TARGET).writes).toEqual([
    { row: 0, column: 0, entry: value(7), isEstimate: true },
  ]);
});

it("refuses a comma that may part thousands until it is told that it does", () => {
  const cells = [
    at(0, 0, "1.250"),
    at(1, 0, "13,215"),
    at(0, 0, "2,500ư"),
    at(1, 0, "0,125"),
    at(1, 0, "1,5"),
  ];
  const plan = planPaste(cells, ALL_PLACED, TARGET);
  expect(plan.writes.map(({ entry }) => entry)).toEqual([value(1250)]);
  expect(plan.refused.map(({ text, reason }) => [text, reason])).toEqual([
    ["13,215", "AMBIGUOUS_SEPARATOR"],
    ["2,500ư", "AMBIGUOUS_SEPARATOR"],
    ["0,125", "AMBIGUOUS_SEPARATOR"],
    ["1,5", "NOT_WHOLE"],
  ]);
  expect(thousandsAsked(plan)).toBe("13,215");
  const taken = planPaste(cells, ALL_PLACED, TARGET, "thousands");
  expect(taken.writes.map(({ entry, isEstimate }) => [entry, isEstimate])).toEqual([
    [value(1250), false],
    [value(13_215), false],
    [value(2500), true],
  ]);
  expect(taken.refused.map(({ text }) => text)).toEqual(["0,125", "1,5"]);
  expect(thousandsAsked(taken)).toBeUndefined();
});

it("says nothing of the sign of a template on a cell that is not asked, and refuses it on one that is", () => {
  const plan = planPaste([at(1, 2, "///"), at(1, 0, "///"), at(0, 1, "///")], ALL_PLACED, TARGET);
  expect(plan.refused.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [1, 0, "NOT_A_NUMBER"],
    [0, 1, "COMPUTED"],
  ]);
});
