import type { Column } from "./DataTable.tsx";
import type { Sort } from "./table-sort.ts";

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
}

const SIGNS = { ascending: "▲", descending: "▼" } as const;

export function TableHead<Row>({ columns, template, sort, onSort }: TableHeadProps<Row>) {
  return (
    <div className="so-table-head" role="rowgroup">
      <div className="so-table-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => {
          const direction = sort?.column === column.id ? sort.direction : undefined;
          return (
            <div
              key={column.id}
              className="so-table-cell so-table-header"
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={column.sortValue ? (direction ?? "none") : undefined}
              data-align={column.align}
            >
              {column.sortValue ? (
                <button type="button" className="so-table-sort" onClick={() => onSort(column.id)}>
                  {column.header}
                  {direction && (
                    <span className="so-table-sort-sign" aria-hidden="true">
                      {SIGNS[direction]}
                    </span>
                  )}
                </button>
              ) : (
                column.header
              )}
              {column.note !== undefined && <small className="so-table-note">{column.note}</small>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
