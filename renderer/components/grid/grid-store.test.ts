import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GridCell } from "./grid-model.ts";
import { GridStore } from "./grid-store.ts";

const cellArbitrary: fc.Arbitrary<GridCell> = fc.oneof(
  fc.constant<GridCell>({ text: "", state: "empty" }),
  fc.constant<GridCell>({ text: "-", state: "mark" }),
  fc
    .integer({ min: 0, max: 10_000 })
    .map((number): GridCell => ({ text: String(number), state: "value", number })),
  fc.constant<GridCell>({ text: "abc", state: "value", tone: "refused", number: 5 }),
  fc.constant<GridCell>({ text: "7", state: "value", number: 7, partial: true }),
  fc.constant<GridCell>({ text: "12a", state: "empty", tone: "refused" }),
);

describe("the store of a sheet", () => {
  it("tells a row once for many changes, and only the rows that changed", () => {
    const store = new GridStore(3, 3);
    const told: number[] = [];
    for (const row of [0, 1, 2]) store.subscribeRow(row, () => told.push(row));
    const cell: GridCell = { text: "1", state: "value", number: 1 };
    store.set([
      { row: 1, column: 0, cell },
      { row: 1, column: 1, cell },
      { row: 2, column: 0, cell },
    ]);
    expect(told).toEqual([1, 2]);
    expect([0, 1, 2].map((row) => store.rowVersion(row))).toEqual([0, 1, 1]);
  });

  it("stays silent when nothing is given, and after a listener has left", () => {
    const store = new GridStore(1, 1);
    let calls = 0;
    const leave = store.subscribeRow(0, () => {
      calls += 1;
    });
    store.set([]);
    leave();
    store.set([{ row: 0, column: 0, cell: { text: "1", state: "value" } }]);
    expect(calls).toBe(0);
  });

  it("keeps the same totals as counting anew: what is stored below a refused text counts, no blank as zero", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), cellArbitrary)),
        (changes) => {
          const store = new GridStore(4, 2);
          for (const [row, column, cell] of changes) store.set([{ row, column, cell }]);
          for (const column of [0, 1]) {
            const cells = [0, 1, 2, 3].map((row) => store.cell(row, column));
            const numbers = cells.flatMap(({ number }) => (number === undefined ? [] : [number]));
            expect(store.columnTotal(column)).toEqual({
              sum: numbers.reduce((sum, number) => sum + number, 0),
              numbers: numbers.length,
              filled: cells.filter(({ state }) => state !== "empty").length,
              partial: cells.filter(({ state, partial }) => state !== "empty" && partial).length,
            });
          }
        },
      ),
    );
  });

  it("refuses a place outside the sheet", () => {
    expect(() => new GridStore(2, 2).cell(2, 0)).toThrow(RangeError);
  });
});
