import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellAddress, CellRange } from "./grid-model.ts";
import {
  fillCopies,
  cellAfter,
  cellCount,
  clampSelection,
  extendSelection,
  type GridSelection,
  type GridSize,
  type Motion,
  moveSelection,
  rangeOf,
  selectCell,
  selectRange,
  turnSelection,
} from "./grid-selection.ts";

const size: GridSize = { rowCount: 5, columnCount: 4 };
const at = (row: number, column: number): CellAddress => ({ row, column });
/** Row 0: █ █ · █ ; all other rows empty but row 4, column 0. */
const filled = new Set(["0,0", "0,1", "0,3", "4,0"]);
const context = { pageRows: 3, isFilled: ({ row, column }: CellAddress) => filled.has(`${row},${column}`) };

describe("moving", () => {
  it.each<[string, CellAddress, Motion, CellAddress]>([
    ["an arrow moves by one", at(1, 1), { to: "step", direction: "right" }, at(1, 2)],
    ["an arrow stops at the edge", at(1, 3), { to: "step", direction: "right" }, at(1, 3)],
    ["a page is the rows in sight", at(0, 1), { to: "page", direction: "down" }, at(3, 1)],
    ["a page stops at the last row", at(3, 1), { to: "page", direction: "down" }, at(4, 1)],
    ["Ctrl+→ stops at the end of a run", at(0, 0), { to: "edge", direction: "right" }, at(0, 1)],
    ["Ctrl+→ then jumps the gap", at(0, 1), { to: "edge", direction: "right" }, at(0, 3)],
    ["Ctrl+→ ends at the edge of the sheet", at(0, 3), { to: "edge", direction: "right" }, at(0, 3)],
    [
      "Ctrl+↓ from a lone cell finds the next filled one",
      at(0, 0),
      { to: "edge", direction: "down" },
      at(4, 0),
    ],
    ["Ctrl+↓ over nothing goes to the last row", at(1, 2), { to: "edge", direction: "down" }, at(4, 2)],
    ["Home goes to the first column", at(2, 3), { to: "rowStart" }, at(2, 0)],
    ["End goes to the last column", at(2, 0), { to: "rowEnd" }, at(2, 3)],
    ["Ctrl+End goes to the last cell", at(0, 0), { to: "gridEnd" }, at(4, 3)],
  ])("%s", (_, from, motion, to) => {
    expect(cellAfter(from, motion, size, context)).toEqual(to);
  });

  it("extends by the free corner and leaves the active cell", () => {
    const right: Motion = { to: "step", direction: "right" };
    const grown = extendSelection(selectCell(at(1, 1)), right, size, context);
    expect(rangeOf(grown)).toEqual({ top: 1, left: 1, bottom: 1, right: 2 });
    const left: Motion = { to: "step", direction: "left" };
    const back = [left, left].reduce(
      (selection, motion) => extendSelection(selection, motion, size, context),
      grown,
    );
    expect(rangeOf(back)).toEqual({ top: 1, left: 0, bottom: 1, right: 1 });
    expect(back.active).toEqual(at(1, 1));
  });
});

describe("Enter and Tab", () => {
  const run = (from: GridSelection, turns: readonly ("enter" | "enterBack" | "tab" | "tabBack")[]) =>
    turns.reduce<GridSelection>((selection, turn) => turnSelection(selection, turn, size) ?? selection, from);

  it("Enter goes down, Shift+Enter up", () => {
    expect(run(selectCell(at(1, 1)), ["enter"]).active).toEqual(at(2, 1));
    expect(run(selectCell(at(1, 1)), ["enterBack"]).active).toEqual(at(0, 1));
  });

  it("Tab, Tab, Enter comes back under the first column typed into", () => {
    expect(run(selectCell(at(1, 1)), ["tab", "tab", "enter"]).active).toEqual(at(2, 1));
  });

  it("Tab goes on to the next row and leaves the grid at the very end", () => {
    expect(run(selectCell(at(1, 3)), ["tab"]).active).toEqual(at(2, 0));
    expect(turnSelection(selectCell(at(4, 3)), "tab", size)).toBeNull();
    expect(turnSelection(selectCell(at(0, 0)), "tabBack", size)).toBeNull();
  });

  it("inside a block goes round the block: down its columns, along its rows", () => {
    const block = selectRange({ top: 1, left: 1, bottom: 2, right: 2 });
    expect(run(block, ["enter", "enter"]).active).toEqual(at(1, 2));
    expect(run(block, ["tab", "tab"]).active).toEqual(at(2, 1));
    expect(run(block, ["enterBack"]).active).toEqual(at(2, 2));
    expect(rangeOf(run(block, ["enter", "tab", "enterBack"]))).toEqual(rangeOf(block));
  });
});

const cells = fc.record({ row: fc.integer({ min: 0, max: 4 }), column: fc.integer({ min: 0, max: 3 }) });
const directions = fc.constantFrom("up" as const, "down" as const, "left" as const, "right" as const);
const motions: fc.Arbitrary<Motion> = fc.oneof(
  fc.record({ to: fc.constantFrom("step" as const, "edge" as const), direction: directions }),
  fc.record({ to: fc.constant("page" as const), direction: fc.constantFrom("up" as const, "down" as const) }),
  fc.record({
    to: fc.constantFrom("rowStart" as const, "rowEnd" as const, "gridStart" as const, "gridEnd" as const),
  }),
);
const isInRange = (range: CellRange, { row, column }: CellAddress) =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
const whole = { top: 0, left: 0, bottom: 4, right: 3 };

describe("whatever is pressed", () => {
  it("no motion leaves the sheet, and the active cell stays inside the selection", () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(fc.tuple(motions, fc.boolean())),
        fc.array(fc.constantFrom("enter" as const, "enterBack" as const, "tab" as const, "tabBack" as const)),
        (start, moves, turns) => {
          let selection = selectCell(start);
          for (const [motion, isExtending] of moves) {
            selection = (isExtending ? extendSelection : moveSelection)(selection, motion, size, context);
            expect(isInRange(whole, selection.head) && isInRange(whole, selection.anchor)).toBe(true);
            expect(isInRange(rangeOf(selection), selection.active)).toBe(true);
          }
          for (const turn of turns) {
            selection = turnSelection(selection, turn, size) ?? selection;
            expect(isInRange(whole, selection.active)).toBe(true);
            expect(isInRange(rangeOf(selection), selection.active)).toBe(true);
          }
        },
      ),
    );
  });

  it("Enter and Tab visit every cell of a block once before they come back", () => {
    fc.assert(
      fc.property(
        cells,
        cells,
        fc.constantFrom("enter" as const, "enterBack" as const, "tab" as const),
        (a, b, turn) => {
          const block: GridSelection = { anchor: a, head: b, active: a, tabColumn: null };
          const count = cellCount(rangeOf(block));
          fc.pre(count > 1);
          const seen = new Set<string>();
          let selection = block;
          for (let step = 0; step < count; step += 1) {
            selection = turnSelection(selection, turn, size) ?? selection;
            seen.add(`${selection.active.row},${selection.active.column}`);
          }
          expect(seen.size).toBe(count);
          expect(selection.active).toEqual(a);
        },
      ),
    );
  });

  it("a selection fits any smaller sheet after clamping and is untouched when it already fits", () => {
    fc.assert(
      fc.property(
        cells,
        cells,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (a, b, rows, columns) => {
          const selection: GridSelection = { anchor: a, head: b, active: a, tabColumn: null };
          const clamped = clampSelection(selection, { rowCount: rows, columnCount: columns });
          const range = rangeOf(clamped);
          expect(range.bottom < rows && range.right < columns).toBe(true);
          expect(isInRange(range, clamped.active)).toBe(true);
          if (rows === 5 && columns === 4) expect(clamped).toBe(selection);
        },
      ),
    );
  });
});

describe("filling", () => {
  it("copies the first row of a block into the others", () => {
    expect(fillCopies({ top: 1, left: 2, bottom: 3, right: 3 }, "down")).toEqual([
      { from: { row: 1, column: 2 }, to: { row: 2, column: 2 } },
      { from: { row: 1, column: 3 }, to: { row: 2, column: 3 } },
      { from: { row: 1, column: 2 }, to: { row: 3, column: 2 } },
      { from: { row: 1, column: 3 }, to: { row: 3, column: 3 } },
    ]);
  });

  it("copies the first column of a block into the others", () => {
    expect(fillCopies({ top: 0, left: 0, bottom: 1, right: 1 }, "right")).toEqual([
      { from: { row: 0, column: 0 }, to: { row: 0, column: 1 } },
      { from: { row: 1, column: 0 }, to: { row: 1, column: 1 } },
    ]);
  });

  it("takes a single row from the one above, a single column from the one before", () => {
    const cell = { top: 4, left: 5, bottom: 4, right: 5 };
    expect(fillCopies(cell, "down")).toEqual([{ from: { row: 3, column: 5 }, to: { row: 4, column: 5 } }]);
    expect(fillCopies(cell, "right")).toEqual([{ from: { row: 4, column: 4 }, to: { row: 4, column: 5 } }]);
  });

  it("does nothing where there is nothing before", () => {
    expect(fillCopies({ top: 0, left: 3, bottom: 0, right: 5 }, "down")).toEqual([]);
    expect(fillCopies({ top: 2, left: 0, bottom: 5, right: 0 }, "right")).toEqual([]);
  });
});
