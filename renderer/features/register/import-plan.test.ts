import { expect, it } from "vitest";
import type { ImportLine, ImportPreview } from "../../../shared/contract/imports.ts";
import { linesToApply, skippedLines } from "./import-plan.ts";

const line = (number: number, outcome: ImportLine["outcome"], twin?: number): ImportLine => ({
  line: number,
  outcome,
  code: `CS${number}`,
  name: "CĐCS Hòa Bình",
  changes: [],
  reasons: [],
  similarTo:
    twin === undefined ? [] : [{ line: twin, code: `CS${twin}`, name: "CĐCS Hoà Bình", reason: "name" }],
});

/** Five lines: two look-alikes among three new ones, one changed, one rejected look-alike. */
const PREVIEW: ImportPreview = {
  previewId: "p",
  kind: "units",
  fileName: "so.csv",
  sheet: "",
  ignoredSheets: [],
  unreadColumns: [],
  formulas: [],
  counts: { new: 3, changed: 1, same: 0, rejected: 1, similar: 2 },
  lines: [line(2, "new", 3), line(3, "new", 2), line(4, "new"), line(5, "changed"), line(6, "rejected", 2)],
  linesTotal: 5,
};

it("leaves look-alikes out until they are chosen, and counts what is left", () => {
  expect(skippedLines(PREVIEW, new Set())).toEqual([2, 3]);
  expect(linesToApply(PREVIEW, new Set())).toBe(2);
  expect(skippedLines(PREVIEW, new Set([3]))).toEqual([2]);
  expect(linesToApply(PREVIEW, new Set([2, 3]))).toBe(4);
});

it("never counts a rejected line, chosen or not", () => {
  expect(skippedLines(PREVIEW, new Set([2, 3, 6]))).toEqual([]);
  expect(linesToApply(PREVIEW, new Set([2, 3, 6]))).toBe(4);
});
