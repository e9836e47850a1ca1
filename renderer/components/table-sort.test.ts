import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSort, type SortValue, sortRows } from "./table-sort.ts";

const sorted = (values: readonly SortValue[], direction: "ascending" | "descending") =>
  sortRows(values, (value) => value, direction);

describe("sorting a table", () => {
  it("puts Đ after D and reads numbers inside names by value", () => {
    expect(sorted(["Đông", "Dung", "Tổ 10", "Tổ 2", "An"], "ascending")).toEqual([
      "An",
      "Dung",
      "Đông",
      "Tổ 2",
      "Tổ 10",
    ]);
  });

  it("puts numbers by value, not by their digits", () => {
    expect(sorted([100, 9, 20], "descending")).toEqual([100, 20, 9]);
  });

  it("keeps blanks at the end in both directions", () => {
    expect(sorted([null, 2, undefined, 1], "ascending")).toEqual([1, 2, null, undefined]);
    expect(sorted([null, 2, undefined, 1], "descending")).toEqual([2, 1, null, undefined]);
  });

  it("keeps the order of equal rows, loses none and leaves the input alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key: fc.option(fc.integer({ min: 0, max: 3 })), place: fc.nat() })),
        fc.constantFrom("ascending" as const, "descending" as const),
        (rows, direction) => {
          const before = [...rows];
          const result = sortRows(rows, (row) => row.key, direction);
          expect(rows).toEqual(before);
          expect(new Set(result)).toEqual(new Set(rows));
          for (const [index, row] of result.entries()) {
            const next = result[index + 1];
            if (next && next.key === row.key) expect(rows.indexOf(row)).toBeLessThan(rows.indexOf(next));
          }
        },
      ),
    );
  });
});

describe("pressing a header", () => {
  const ascending = { column: "name", direction: "ascending" } as const;
  const descending = { column: "name", direction: "descending" } as const;

  it("sorts ascending, then descending, then ascending again; another column starts anew", () => {
    expect(nextSort(null, "name")).toEqual(ascending);
    expect(nextSort(ascending, "name")).toEqual(descending);
    expect(nextSort(descending, "name")).toEqual(ascending);
    expect(nextSort(descending, "code")).toEqual({ column: "code", direction: "ascending" });
  });

  it("leads back to the table's own order, where there is one, at the third press", () => {
    expect(nextSort(ascending, "name", true)).toEqual(descending);
    expect(nextSort(descending, "name", true)).toBeNull();
  });
});
