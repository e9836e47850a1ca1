import { type MouseEvent, type RefObject, useEffect, useRef } from "react";
import type { CellAddress } from "./grid-model.ts";
import { extendTo, type GridSelection, type GridSize, selectCell, selectRange } from "./grid-selection.ts";

interface MouseOptions {
  readonly selection: GridSelection;
  readonly size: GridSize;
  readonly onSelect: (selection: GridSelection, target: CellAddress | null) => void;
  readonly finish: () => void;
  readonly openEditor: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly widthOf: (column: number) => number;
  readonly onResize: (column: number, width: number) => void;
}

/** Click, Shift+click, drag, double click, and clicks and drags on headings. The focus never leaves the editor. */
export function useGridMouse(options: MouseOptions) {
  const { selection, size, onSelect, finish, openEditor, input, widthOf, onResize } = options;
  // A drag outlives the render it began in.
  const extend = useRef<(cell: CellAddress) => void>(() => undefined);
  useEffect(() => {
    extend.current = (cell) => {
      const isSame = cell.row === selection.head.row && cell.column === selection.head.column;
      if (!isSame) onSelect(extendTo(selection, cell), cell);
    };
  });
  const stopDrag = useRef<() => void>(() => undefined);
  useEffect(() => () => stopDrag.current(), []);

  const resize = useRef(onResize);
  useEffect(() => {
    resize.current = onResize;
  });

  function startResize(column: number, from: number) {
    const width = widthOf(column);
    startDrag((event) => resize.current(column, width + event.clientX - from));
  }

  function startSelecting() {
    startDrag((event) => {
      const cell = addressOf(document.elementFromPoint(event.clientX, event.clientY));
      if (cell?.row !== undefined && cell.column !== undefined) {
        extend.current({ row: cell.row, column: cell.column });
      }
    });
  }

  function startDrag(onMove: (event: globalThis.MouseEvent) => void) {
    stopDrag.current();
    function stop() {
      window.removeEventListener("mousemove", onMove);
      window.removeEventListener("mouseup", stop);
    }
    stopDrag.current = stop;
    window.addEventListener("mousemove", onMove);
    window.addEventListener("mouseup", stop);
  }

  function onMouseDown(event: MouseEvent) {
    // Inside an open editor the mouse places the caret.
    if (event.target === input.current || event.button !== 0) return;
    const handle = event.target instanceof HTMLElement ? event.target.dataset["resize"] : undefined;
    if (handle !== undefined) {
      event.preventDefault();
      startResize(Number(handle), event.clientX);
      return;
    }
    const address = addressOf(event.target);
    if (!address) return;
    event.preventDefault();
    input.current?.focus({ preventScroll: true });
    const { row, column } = address;
    if (row !== undefined && column !== undefined) {
      const isAgain = row === selection.active.row && column === selection.active.column;
      if (isAgain && event.detail === 2) return openEditor();
      finish();
      const cell = { row, column };
      onSelect(event.shiftKey ? extendTo(selection, cell) : selectCell(cell), cell);
      startSelecting();
    } else {
      finish();
      const range = {
        top: row ?? 0,
        left: column ?? 0,
        bottom: row ?? size.rowCount - 1,
        right: column ?? size.columnCount - 1,
      };
      onSelect(selectRange(range), null);
    }
  }

  return { onMouseDown };
}

/** The cell under an element; only a row or only a column on a heading, neither on the corner, null elsewhere. */
function addressOf(
  target: EventTarget | null,
): { readonly row: number | undefined; readonly column: number | undefined } | null {
  if (!(target instanceof Element)) return null;
  const marked = target.closest<HTMLElement>("[data-row], [data-column], [data-corner]");
  if (!marked) return null;
  const { row, column } = marked.dataset;
  return {
    row: row === undefined ? undefined : Number(row),
    column: column === undefined ? undefined : Number(column),
  };
}
