import * as fc from "fast-check";
import { expect, it } from "vitest";
import { findElement } from "../../catalogue/elements.ts";
import { ENTRY_STATES } from "../entry.ts";
import { compareCells, type ReportedCell } from "./compare-cells.ts";

const cell = (unit: string, element: string, period: string, value: number): ReportedCell => ({
  unit,
  element,
  period,
  entry: { state: "value", value },
});

it("the swapped digits of story 7 are one difference, and both sums are told", () => {
  // domain.md §h story 7: reported 612, corrected to 216.
  const reported = [cell("x", "membersTotal", "2024-M05", 612), cell("y", "membersTotal", "2024-M05", 40)];
  const now = [cell("x", "membersTotal", "2024-M05", 216), cell("y", "membersTotal", "2024-M05", 40)];
  expect(compareCells(reported, now, findElement)).toEqual({
    cells: 2,
    same: 1,
    differences: [
      {
        unit: "x",
        element: "membersTotal",
        period: "2024-M05",
        reported: { state: "value", value: 612 },
        now: { state: "value", value: 216 },
      },
    ],
    totals: [{ element: "membersTotal", period: "2024-M05", reported: 652, now: 256 }],
  });
});

it("what was added and what was cleared are differences; nothing is read as zero", () => {
  const { differences, totals } = compareCells(
    [cell("x", "membersTotal", "2024-M05", 5)],
    [cell("x", "membersTotal", "2024-M06", 6)],
    findElement,
  );
  expect(differences.map(({ period, reported, now }) => [period, reported !== null, now !== null])).toEqual([
    ["2024-M05", true, false],
    ["2024-M06", false, true],
  ]);
  expect(totals).toEqual([
    { element: "membersTotal", period: "2024-M05", reported: 5, now: null },
    { element: "membersTotal", period: "2024-M06", reported: null, now: 6 },
  ]);
});

it("of a union that ended within the quarter the stock is in no sum, what happened in it is", () => {
  const cells = [
    cell("x", "claCount", "2024-Q2", 1),
    cell("y", "claCount", "2024-Q2", 2),
    cell("x", "claNew", "2024-Q2", 1),
    cell("y", "claNew", "2024-Q2", 1),
    cell("x", "shiftMealValue", "2024", 20_000),
    cell("y", "shiftMealValue", "2024", 25_000),
  ];
  const withoutStockOfX = ({ unit, element }: ReportedCell) => unit !== "x" || element === "claNew";
  const { totals, same } = compareCells(cells, cells, findElement, {
    reported: () => true,
    now: withoutStockOfX,
  });
  expect(same).toBe(6);
  // Amounts for one meal are no amount together.
  expect(totals).toEqual([
    { element: "claCount", period: "2024-Q2", reported: 3, now: 2 },
    { element: "claNew", period: "2024-Q2", reported: 2, now: 2 },
  ]);
});

it("a report beside itself has no difference; turning the sides round turns every difference round", () => {
  const Entry = fc.oneof(
    fc.record({ state: fc.constant("value" as const), value: fc.nat({ max: 9 }) }),
    fc.record({ state: fc.constantFrom(...ENTRY_STATES).filter((state) => state !== "value") }),
  );
  const Cells = fc.uniqueArray(
    fc.record({
      unit: fc.constantFrom("x", "y", "z"),
      element: fc.constantFrom("membersTotal", "membersAdmitted", "dialogueHeld"),
      period: fc.constantFrom("2024-M01", "2024-M02"),
      entry: Entry,
    }),
    { selector: ({ unit, element, period }) => `${unit} ${element} ${period}` },
  );
  fc.assert(
    fc.property(Cells, Cells, (left, right) => {
      expect(compareCells(left, left, findElement).differences).toEqual([]);
      const there = compareCells(left, right, findElement);
      const back = compareCells(right, left, findElement);
      expect(there.same).toBe(back.same);
      expect(new Set(there.differences.map((line) => JSON.stringify(line)))).toEqual(
        new Set(
          back.differences.map(({ reported, now, ...place }) =>
            JSON.stringify({ ...place, reported: now, now: reported }),
          ),
        ),
      );
    }),
  );
});

it("a union that has ended is in a sum or not as each side says; its cells are compared all the same", () => {
  const reported = [cell("x", "membersTotal", "2024-H1", 30), cell("y", "membersTotal", "2024-H1", 40)];
  const { differences, totals } = compareCells(reported, reported, findElement, {
    reported: () => true,
    now: ({ unit }) => unit !== "y",
  });
  expect(differences).toEqual([]);
  expect(totals).toEqual([{ element: "membersTotal", period: "2024-H1", reported: 70, now: 30 }]);
});
