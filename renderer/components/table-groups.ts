import type { ReactNode } from "react";

/** Rows that stand under headings until a column sorts them. */
export interface RowGroups<Row> {
  /** In the order of the table. */
  readonly groups: readonly { readonly id: string; readonly heading: ReactNode }[];
  readonly groupOf: (row: Row) => string;
}

export interface TableLine<Row> {
  readonly key: string;
  /** Null of a heading. */
  readonly row: Row | null;
  readonly heading: ReactNode;
}

/** The lines of a table, top to bottom. A group without rows has no heading; rows of no group stand last, without one. */
export function linesOf<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  grouping: RowGroups<Row> | null,
): readonly TableLine<Row>[] {
  const lineOf = (row: Row): TableLine<Row> => ({ key: rowKey(row), row, heading: null });
  if (grouping === null) return rows.map(lineOf);
  const { groups, groupOf } = grouping;
  const byGroup = Map.groupBy(rows, groupOf);
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...groups.flatMap(({ id, heading }) => {
      const own = byGroup.get(id);
      return own ? [{ key: `group ${id}`, row: null, heading }, ...own.map(lineOf)] : [];
    }),
    ...rows.filter((row) => !known.has(groupOf(row))).map(lineOf),
  ];
}
