import { compareVietnamese } from "../../shared/domain/text.ts";

export type SortValue = string | number | null | undefined;
export interface Sort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** Texts in Vietnamese order, numbers by value, numbers before texts. */
function compareValues(left: string | number, right: string | number): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return compareVietnamese(left, right);
  return typeof left === "number" ? -1 : 1;
}

const isBlank = (value: SortValue): value is null | undefined | "" =>
  value === null || value === undefined || value === "";

/** A sorted copy. Equal rows keep their order; blanks stand at the end in both directions, for they are not small. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort["direction"],
): readonly Row[] {
  const turn = direction === "ascending" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((left, right) => {
      if (isBlank(left.value) || isBlank(right.value))
        return Number(isBlank(left.value)) - Number(isBlank(right.value));
      return compareValues(left.value, right.value) * turn;
    })
    .map(({ row }) => row);
}

/** What a press on a header asks for: ascending first, then the other way, then, where there is one, the own order again. */
export function nextSort(sort: Sort | null, column: string, hasOwnOrder = false): Sort | null {
  if (sort?.column !== column) return { column, direction: "ascending" };
  if (sort.direction === "ascending") return { column, direction: "descending" };
  return hasOwnOrder ? null : { column, direction: "ascending" };
}
