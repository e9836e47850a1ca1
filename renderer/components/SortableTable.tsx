import { type ReactNode, useMemo, useState } from "react";
import type { Column } from "./DataTable.tsx";
import { nextSort, type Sort, sortRows } from "./table-sort.ts";
import "./sortable-table.css";

interface SortableTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: Sort;
  /** Rows below all others that are never sorted: sums. */
  readonly footer?: ReactNode;
}

const SIGNS = { ascending: "▲", descending: "▼" } as const;

/** A table that is read and printed whole, every row of it; for lists that only scroll there is DataTable. */
export function SortableTable<Row>(props: SortableTableProps<Row>) {
  const { label, columns, rows, rowKey, initialSort, footer } = props;
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const shown = useMemo(() => {
    const valueOf = columns.find(({ id }) => id === sort?.column)?.sortValue;
    return sort && valueOf ? sortRows(rows, valueOf, sort.direction) : rows;
  }, [rows, columns, sort]);
  return (
    <table className="plain-table so-sortable" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => {
            const direction = sort?.column === column.id ? sort.direction : undefined;
            return (
              <th
                key={column.id}
                scope="col"
                className={column.align === "end" ? "number" : undefined}
                aria-sort={column.sortValue ? (direction ?? "none") : undefined}
              >
                {column.sortValue ? (
                  <button
                    type="button"
                    className="so-sortable-head"
                    onClick={() => setSort(nextSort(sort, column.id))}
                  >
                    {column.header}
                    {direction && <span aria-hidden="true">{SIGNS[direction]}</span>}
                  </button>
                ) : (
                  column.header
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) =>
              column.isRowHeader ? (
                <th key={column.id} scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} className={column.align === "end" ? "number" : undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {footer !== undefined && <tfoot>{footer}</tfoot>}
    </table>
  );
}
