import { memo, type ReactNode, useCallback, useSyncExternalStore } from "react";
import { CODE_PX, type ColumnPlace, namePx, ROW_PX } from "./grid-geometry.ts";
import { type GridModel, isReadOnlyCell } from "./grid-model.ts";

interface GridRowProps {
  readonly gridId: string;
  readonly model: GridModel;
  readonly row: number;
  /** For `aria-rowindex`, heading rows counted. */
  readonly rowIndex: number;
  readonly places: readonly ColumnPlace[];
  /** Columns in sight. */
  readonly first: number;
  readonly last: number;
  readonly widthPx: number;
  /** −1 when the active cell is in another row. */
  readonly activeColumn: number;
  /** Columns selected in this row, −1 when none. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly estimatedMark: string;
}

/** Rendered anew only when its own cells, its part of the selection or the columns in sight change. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { model, row, rowIndex, places, first, last, widthPx, activeColumn } = props;
  const subscribe = useCallback((listener: () => void) => model.subscribeRow(row, listener), [model, row]);
  useSyncExternalStore(subscribe, () => model.rowVersion(row));
  const { code, name } = model.rowHeader(row);
  const nameWidth = namePx(places);
  const cells: ReactNode[] = [];
  for (let column = first; column <= last; column += 1) cells.push(renderCell(props, column));
  // The active cell exists even when it is scrolled out of sight: the editor refers to it.
  if (activeColumn >= 0 && (activeColumn < first || activeColumn > last))
    cells.push(renderCell(props, activeColumn));
  return (
    <div
      role="row"
      className="so-grid-row"
      aria-rowindex={rowIndex}
      data-active={activeColumn >= 0 ? "" : undefined}
      style={{ top: row * ROW_PX, width: widthPx, height: ROW_PX }}
    >
      <div
        role="rowheader"
        className="so-grid-code"
        aria-colindex={1}
        data-row={row}
        style={{ width: CODE_PX }}
      >
        {code}
      </div>
      <div
        role="rowheader"
        className="so-grid-name"
        aria-colindex={2}
        data-row={row}
        style={{ left: CODE_PX, width: nameWidth }}
      >
        <span className="so-grid-name-text" title={name}>
          {name}
        </span>
      </div>
      {cells}
    </div>
  );
});

function renderCell(props: GridRowProps, column: number) {
  const { gridId, model, row, places, selectedFrom, selectedTo, estimatedMark } = props;
  const cell = model.cell(row, column);
  const place = places[column];
  if (!place) return null;
  // A refused text is no sign for a state, whatever is stored below it.
  const state = cell.tone === "refused" ? "value" : cell.state;
  return (
    <div
      key={column}
      id={`${gridId}-${row}-${column}`}
      role="gridcell"
      className="so-grid-cell"
      aria-colindex={column + 3}
      aria-readonly={isReadOnlyCell(model, { row, column })}
      aria-selected={column >= selectedFrom && column <= selectedTo}
      aria-invalid={cell.tone === "refused" ? true : undefined}
      data-row={row}
      data-column={column}
      data-align={state === "mark" ? "center" : (model.columns[column]?.align ?? "end")}
      data-state={state}
      data-tone={cell.tone}
      data-opened={cell.opened ? "" : undefined}
      data-estimated={cell.estimated ? "" : undefined}
      title={cell.title}
      style={{ left: place.left, width: place.width }}
    >
      {cell.text}
      {cell.partial && <span className="so-grid-partial">*</span>}
      {cell.estimated && <span className="so-grid-estimated">{estimatedMark}</span>}
      {cell.saving && <span className="so-grid-saving" aria-hidden="true" />}
      {cell.note && <span className="so-grid-note" aria-hidden="true" />}
    </div>
  );
}
