import { type MouseEvent, type RefObject, useEffect, useRef } from "react";
import type { CellAddress } from "./grid-model.ts";
import {
  clampCell,
  extendTo,
  type GridSelection,
  type GridSize,
  type Heading,
  selectCell,
  selectToHeading,
} from "./grid-selection.ts";

/** Sides of a part of the window. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface MouseOptions {
  readonly selection: GridSelection;
  readonly size: GridSize;
  readonly onSelect: (selection: GridSelection, target: CellAddress | null) => void;
  readonly finish: () => void;
  readonly openEditor: () => void;
  readonly moveCaret: () => void;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly widthOf: (column: number) => number;
  readonly onResize: (column: number, width: number) => void;
  /** Where cells are seen. */
  readonly cellsBox: () => Sides | null;
}

/** A drag held outside the cells goes on by itself, the faster the farther. */
const FOLLOW_MS = 50;
const FASTER_PX = 24;

/** Click, Shift+click, drag, double click, and clicks and drags on headings. The focus never leaves the editor. */
export function useGridMouse(options: MouseOptions) {
  const { selection, size, onSelect, finish, openEditor, moveCaret, input, widthOf, onResize, cellsBox } =
    options;
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
    let pointer: Point | null = null;
    const follow = () => {
      const box = cellsBox();
      const cell = box && pointer && cellNear(pointer, box, size);
      if (cell) extend.current(cell);
    };
    const timer = setInterval(() => {
      const box = cellsBox();
      if (box && pointer && stepsOutside(pointer, box)) follow();
    }, FOLLOW_MS);
    startDrag(
      ({ clientX, clientY }) => {
        pointer = { x: clientX, y: clientY };
        const box = cellsBox();
        if (box && !stepsOutside(pointer, box)) follow();
      },
      () => clearInterval(timer),
    );
  }

  function startHeadings(from: CellAddress, heading: Heading) {
    startDrag((event) => {
      const place = addressOf(document.elementFromPoint(event.clientX, event.clientY));
      const to = {
        row: heading.row === undefined ? undefined : place?.row,
        column: heading.column === undefined ? undefined : place?.column,
      };
      if (to.row !== undefined || to.column !== undefined) onSelect(selectToHeading(from, to, size), null);
    });
  }

  function startDrag(onMove: (event: globalThis.MouseEvent) => void, onStop?: () => void) {
    stopDrag.current();
    function stop() {
      window.removeEventListener("mousemove", onMove);
      window.removeEventListener("mouseup", stop);
      onStop?.();
    }
    stopDrag.current = stop;
    window.addEventListener("mousemove", onMove);
    window.addEventListener("mouseup", stop);
  }

  function onMouseDown(event: MouseEvent) {
    if (event.button !== 0) return;
    // Inside an open editor the mouse places the caret.
    if (event.target === input.current) return moveCaret();
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
      const from = event.shiftKey ? selection.active : { row: row ?? 0, column: column ?? 0 };
      onSelect(selectToHeading(from, address, size), null);
      startHeadings(from, address);
    }
  }

  return { onMouseDown };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How many cells a drag goes on in each direction; null inside the box. */
function stepsOutside({ x, y }: Point, { left, top, right, bottom }: Sides): CellAddress | null {
  const steps = (before: number, behind: number) =>
    before > 0 ? -Math.ceil(before / FASTER_PX) : behind > 0 ? Math.ceil(behind / FASTER_PX) : 0;
  const outside = { row: steps(top - y, y - bottom), column: steps(left - x, x - right) };
  return outside.row === 0 && outside.column === 0 ? null : outside;
}

/** The cell under a point; beside the cells the next one that is not seen yet. */
function cellNear(point: Point, box: Sides, size: GridSize): CellAddress | null {
  const within = (value: number, least: number, most: number) =>
    Math.max(least + 1, Math.min(value, most - 2));
  const place = addressOf(
    document.elementFromPoint(within(point.x, box.left, box.right), within(point.y, box.top, box.bottom)),
  );
  if (place?.row === undefined || place.column === undefined) return null;
  const steps = stepsOutside(point, box);
  return clampCell({ row: place.row + (steps?.row ?? 0), column: place.column + (steps?.column ?? 0) }, size);
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
