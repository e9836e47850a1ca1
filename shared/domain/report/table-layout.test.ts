import * as fc from "fast-check";
import { expect, it } from "vitest";
import { formatInteger } from "../number-format.ts";
import type { PaperColumn, PaperRow } from "./paper.ts";
import { leastWidths, tableLayout } from "./table-layout.ts";

const ROOM = 257;
const figure = (amount: number) => ({ text: formatInteger(amount), amount, decimals: 0 as const });
const COLUMNS: readonly PaperColumn[] = [
  { title: "TT", width: 4, align: "center" },
  { title: "Chỉ tiêu thống kê", width: 28, align: "start" },
  ...["Tổng số", "HCSN", "DNNN", "DN tư nhân", "FDI", "Nghiệp đoàn, khác", "Cùng kỳ năm trước"].map(
    (title) => ({ title, width: 9, align: "end" as const }),
  ),
];
const tableOf = (amounts: readonly number[]) => ({
  columns: COLUMNS,
  rows: amounts.map(
    (amount): PaperRow => ({
      kind: "line",
      cells: ["1", "Kinh phí công đoàn", ...COLUMNS.slice(2).map(() => figure(amount))],
    }),
  ),
});
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

it("small figures leave the columns their shares", () => {
  const { points, widths } = tableLayout(tableOf([12]), ROOM);
  expect(points).toBe(11);
  expect(widths[1]).toBeCloseTo((ROOM * 28) / 95, 6);
});

it("the columns fill the room, and no figure is broken, whatever stands in them", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999_999_999_999 }), { maxLength: 5 }), (amounts) => {
      const table = tableOf(amounts);
      const { points, widths } = tableLayout(table, ROOM);
      expect(sum(widths)).toBeCloseTo(ROOM, 6);
      for (const [index, least] of leastWidths(table, points).entries())
        expect(widths[index]).toBeGreaterThanOrEqual(least - 1e-9);
      // The words keep the better part of their column.
      expect(widths[1]).toBeGreaterThanOrEqual(((ROOM * 28) / 95) * 0.6 - 1e-9);
    }),
  );
});

it("figures that fit in no size still share the whole room", () => {
  const { widths } = tableLayout(tableOf([Number.MAX_SAFE_INTEGER]), 60);
  expect(sum(widths)).toBeCloseTo(60, 6);
});

it("a heading is broken between its words only", () => {
  const columns: readonly PaperColumn[] = [
    { title: "Công đoàn cơ sở", width: 30, align: "start" },
    { title: "CNVCLĐ", width: 1, align: "end" },
  ];
  const { widths } = tableLayout({ columns, rows: [] }, 100);
  expect(widths[1]).toBeGreaterThanOrEqual(leastWidths({ columns, rows: [] }, 11)[1] ?? Infinity);
  expect(widths[1]).toBeGreaterThan(15);
});
