import { expect, it } from "vitest";
import type { GridCell, GridColumn } from "../components/grid/grid-model.ts";
import { nextOpenFinding } from "./find-finding.ts";

const columns: GridColumn[] = [
  { key: "a", title: "a" },
  { key: "b", title: "b" },
];
const sheet = (tones: Readonly<Record<string, GridCell["tone"]>>) => ({
  rowCount: 3,
  columns,
  cell(row: number, column: number): GridCell {
    const tone = tones[`${row},${column}`];
    return { text: "1", state: "value", ...(tone && { tone }) };
  },
});

it("goes forward and back over what waits, and round the end", () => {
  const model = sheet({ "0,1": "warned", "2,0": "refused", "1,0": "explained" });
  expect(nextOpenFinding(model, { row: 0, column: 1 }, 1)).toEqual({ row: 2, column: 0 });
  expect(nextOpenFinding(model, { row: 2, column: 0 }, 1)).toEqual({ row: 0, column: 1 });
  expect(nextOpenFinding(model, { row: 0, column: 1 }, -1)).toEqual({ row: 2, column: 0 });
});

it("finds the cell it stands on when it is the only one, and none when there is none", () => {
  expect(nextOpenFinding(sheet({ "1,1": "returned" }), { row: 1, column: 1 }, 1)).toEqual({
    row: 1,
    column: 1,
  });
  expect(nextOpenFinding(sheet({}), { row: 1, column: 1 }, 1)).toBeNull();
});
