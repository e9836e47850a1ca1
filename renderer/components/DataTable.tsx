// Over 120 lines because the table is one thing: its head, its rows and the keys that move through them share state.
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { TableHead } from "./TableHead.tsx";
import { linesOf, type RowGroups } from "./table-groups.ts";
import { nextSort, type Sort, type SortValue, sortRows } from "./table-sort.ts";
import { rowAfterKey } from "./table-keys.ts";
import { useWidgetWords } from "./widget-words.ts";
import "./data-table.css";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** What the column holds, quietly below its header. */
  readonly note?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Given = the header sorts. Blanks (null, undefined, "") stay at the end. */
  readonly sortValue?: (row: Row) => SortValue;
  /** Pixels; left out = shares what is left, `leastWidth` at least. */
  readonly width?: number;
  /** Pixels, of a column without a width; 160 unless said. */
  readonly leastWidth?: number;
  readonly align?: "start" | "center" | "end";
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The row that is open beside the table. */
  readonly selectedKey?: string | null;
  /** Enter, "?" or a click on a row. */
  readonly onRowAction?: (row: Row) => void;
  readonly initialSort?: Sort;
  /** Headings within the table, until a column sorts it. */
  readonly grouping?: RowGroups<Row>;
  /** Below the table; by default the number of rows. */
  readonly caption?: ReactNode;
}

const LEAST_COLUMN_PX = 160;
const ESTIMATED_ROW_PX = 32;
const HEADER_PX = 34;

/** A read-only table of any length: only the rows in sight exist. One stop of the Tab key; arrows move the row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, selectedKey = null, onRowAction, initialSort, caption } = props;
  const { grouping = null } = props;
  const words = useWidgetWords();
  const tableId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState<Sort | null>(initialSort ?? null);
  const [activeKey, setActiveKey] = useState<string | null>(selectedKey);

  const sorted = useMemo(() => {
    const valueOf = columns.find(({ id }) => id === sort?.column)?.sortValue;
    return sort && valueOf ? sortRows(rows, valueOf, sort.direction) : null;
  }, [rows, columns, sort]);
  const lines = useMemo(
    () => (sorted ? linesOf(sorted, rowKey, null) : linesOf(rows, rowKey, grouping)),
    [sorted, rows, rowKey, grouping],
  );
  const template = columns
    .map(({ width, leastWidth = LEAST_COLUMN_PX }) =>
      width === undefined ? `minmax(${leastWidth}px, 1fr)` : `${width}px`,
    )
    .join(" ");
  const columnsPx = columns.reduce(
    (sum, { width, leastWidth = LEAST_COLUMN_PX }) => sum + (width ?? leastWidth),
    0,
  );
  const keptIndex = lines.findIndex(({ key }) => key === activeKey);
  // The first row rather than its heading: Enter opens something at once.
  const firstRow = lines.findIndex(({ row }) => row !== null);
  const activeIndex = Math.max(0, keptIndex === -1 ? firstRow : keptIndex);

  // oxlint-disable-next-line react/incompatible-library -- its functions are called in this render and handed to nobody
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_ROW_PX,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: HEADER_PX,
    scrollMargin: HEADER_PX,
  });

  function onKeyDown(event: KeyboardEvent) {
    // Links and buttons inside the table keep their own keys.
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = lines[activeIndex]?.row ?? null;
    // "?" asks where a row comes from; it needs Shift, which is why Shift is not refused above.
    if ((event.key === "Enter" || event.key === "?") && row !== null && onRowAction) {
      event.preventDefault();
      setActiveKey(rowKey(row));
      onRowAction(row);
      return;
    }
    const pageRows = Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PX) / ESTIMATED_ROW_PX);
    const target = rowAfterKey(event.key, activeIndex, lines.length, pageRows);
    const targetKey = target === null ? undefined : lines[target]?.key;
    if (target === null || targetKey === undefined) return;
    event.preventDefault();
    setActiveKey(targetKey);
    virtualizer.scrollToIndex(target, { align: "auto" });
  }

  const items = virtualizer.getVirtualItems();
  const isActiveInSight = items.some(({ index }) => index === activeIndex);
  return (
    <div className="so-table-frame">
      <div
        ref={scroller}
        className="so-table"
        role="grid"
        tabIndex={0}
        style={{ "--table-columns": `${columnsPx}px` } as CSSProperties}
        aria-label={label}
        aria-readonly="true"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isActiveInSight ? `${tableId}-${activeIndex}` : undefined}
        onKeyDown={onKeyDown}
      >
        <TableHead
          columns={columns}
          template={template}
          sort={sort}
          onSort={(column) => setSort(nextSort(sort, column, grouping !== null))}
        />
        <div className="so-table-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            const { key, row } = line;
            const place = {
              id: `${tableId}-${item.index}`,
              ref: virtualizer.measureElement,
              "data-index": item.index,
              role: "row",
              "aria-rowindex": item.index + 2,
              "data-active": item.index === activeIndex ? "" : undefined,
            };
            const top = item.start - HEADER_PX;
            if (row === null)
              return (
                <div
                  key={key}
                  {...place}
                  className="so-table-row so-table-group"
                  style={{ top }}
                  onClick={() => setActiveKey(key)}
                >
                  <div
                    className="so-table-cell"
                    role="rowheader"
                    aria-colindex={1}
                    aria-colspan={columns.length}
                  >
                    {line.heading}
                  </div>
                </div>
              );
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter is handled by the table
              <div
                key={key}
                {...place}
                className="so-table-row"
                aria-selected={key === selectedKey}
                data-acts={onRowAction ? "" : undefined}
                style={{ top, gridTemplateColumns: template }}
                onClick={(event) => {
                  setActiveKey(key);
                  if (!isInteractive(event.target)) onRowAction?.(row);
                }}
              >
                {columns.map((column, index) => (
                  <div
                    key={column.id}
                    className="so-table-cell"
                    role={column.isRowHeader ? "rowheader" : "gridcell"}
                    aria-colindex={index + 1}
                    data-align={column.align}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <div className="so-table-count">{caption ?? words.rowCount(rows.length)}</div>
    </div>
  );
}

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest("a, button, input, label, select, textarea") !== null;
}
