import { expect, it } from "vitest";
import type { GridModel } from "./grid-model.ts";
import { placeBlock } from "./pasted-block.ts";

const TITLES = ["CNVCLĐ", "Đoàn viên", "Kết nạp"];
const CODES = ["CS1", "CS2", "CS3"];
/** Three rows and three columns; CS9 is a row of the sheet that is not shown. */
const MODEL = {
  rowCount: 3,
  columns: TITLES.map((title) => ({ key: title, title })),
  isHeaderRow: (column: number, texts: readonly string[]) =>
    texts.some((text) => text !== "") &&
    texts.every((text, index) => text === "" || text === TITLES[column + index] || text === "Nhóm"),
  rowNamed: (text: string) => (text === "CS9" ? -1 : CODES.includes(text) ? CODES.indexOf(text) : undefined),
} as unknown as GridModel;
const at = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });
const place = (text: string, row = 0, column = 0) => {
  const { writes, outside } = placeBlock(
    text.split("\n").map((line) => line.split(" ")),
    at(row, column),
    MODEL,
  );
  return {
    cells: writes.map((cell) => `${cell.row},${cell.column}=${cell.text}`),
    outside: outside.cells,
    lines: outside.lines,
  };
};

it("leaves out every row of titles above the figures, and keeps figures alone as they are", () => {
  expect(place("Nhóm Nhóm\nCNVCLĐ Đoànviên\n1 2".replace("Đoànviên", "Nhóm")).cells).toEqual([
    "0,0=1",
    "0,1=2",
  ]);
  expect(place("1 2\n3 4", 1, 1)).toEqual({
    cells: ["1,1=1", "1,2=2", "2,1=3", "2,2=4"],
    outside: 0,
    lines: [],
  });
  // The titles of other columns are no headings here.
  expect(place("Kếtnạp\n5").cells).toEqual(["0,0=Kếtnạp", "1,0=5"]);
});

it("puts every line that names a row into that row, whatever row is selected and in whatever order", () => {
  expect(place("CS3 7 8\nCS1 5 6", 1)).toEqual({
    cells: ["2,0=7", "2,1=8", "0,0=5", "0,1=6"],
    outside: 0,
    lines: [],
  });
  expect(place("Mã CNVCLĐ\nCS2 9", 0).cells).toEqual(["1,0=9"]);
  // Numbers before the codes.
  expect(place("1 CS1 5\n2 CS2 6").cells).toEqual(["0,0=5", "1,0=6"]);
});

it("keeps a first line that names a row and clears its figures", () => {
  expect(place("CS1 \nCS2 5").cells).toEqual(["0,0=", "1,0=5"]);
  expect(place("Mã \nCS2 5").cells).toEqual(["1,0=5"]);
});

it("has no place for a line that names no row, or one that is not shown", () => {
  expect(place("CS1 5\nCS9 6\nTổng 11\nCS2 7", 0)).toEqual({
    cells: ["0,0=5", "1,0=7"],
    outside: 2,
    lines: [
      { name: "CS9", isHidden: true },
      { name: "Tổng", isHidden: false },
    ],
  });
  // By code and name, without the number before them; of an empty line there is nothing to tell.
  expect(place("1 CS1 5\n2 CS8 6\n  \n  7\n3 CS2 1").lines).toEqual([
    { name: "CS8", isHidden: false },
    { name: "", isHidden: false },
  ]);
});

it("takes no figures for headings: a column that names rows must be before others", () => {
  expect(place("CS1\nCS2").cells).toEqual(["0,0=CS1", "1,0=CS2"]);
  expect(place("1 2 3\n4 5 6", 0).cells).toHaveLength(6);
});
