// The entry grid (ui.md §2). Over 300 lines because selection, editor and scrolling meet here and nowhere else.
//
// One input is always focused and lies over the active cell. While selecting it is empty and transparent, so the first
// key, or the first letter of a composition, lands in it as in any text field: nothing is copied from key events, and
// Telex or VNI cannot lose a letter. Values are read from the model row by row; typing changes no React state.
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { readClipboard, toHtml, toTsv } from "./clipboard.ts";
import { GridEditor } from "./GridEditor.tsx";
import { GridHeader } from "./GridHeader.tsx";
import { GridRow } from "./GridRow.tsx";
import { GridStatus, type GridSummary } from "./GridStatus.tsx";
import { GridTotals } from "./GridTotals.tsx";
import {
  boxOf,
  columnPlaces,
  type ColumnWidths,
  columnBoundary,
  frozenPx,
  NAME_COLUMN,
  NAME_KEY,
  namePx,
  groupRuns,
  NARROWEST_PX,
  ROW_PX,
  scrollToShow,
  TOTALS_PX,
  WIDEST_PX,
} from "./grid-geometry.ts";
import { type EditorMode, type GridAction, gridAction, type KeyPress } from "./grid-keys.ts";
import {
  ALL_PLACED,
  type CellAddress,
  type CellRange,
  type GridCell,
  type GridModel,
  isReadOnlyCell,
} from "./grid-model.ts";
import {
  cellCount,
  cellsOf,
  clampSelection,
  extendSelection,
  fillCopies,
  type GridSelection,
  type MotionContext,
  moveSelection,
  rangeOf,
  selectCell,
  selectLines,
  selectRange,
  turnSelection,
} from "./grid-selection.ts";
import { placeBlock } from "./pasted-block.ts";
import { useGridMouse } from "./use-grid-mouse.ts";
import { useViewWidth } from "./use-view-width.ts";
import { useGridWindow } from "./use-grid-window.ts";
import "./grid.css";

export interface GridWords {
  /** Name of the grid. */
  readonly label: string;
  /** What the rows are. */
  readonly corner: string;
  /** Headings of the two frozen columns. */
  readonly code: string;
  readonly name: string;
  readonly total: string;
  readonly coverage: string;
  /** One letter behind an estimated figure. */
  readonly estimatedMark: string;
  /** Count, sum and mean of a selection of several cells. */
  readonly summary: (summary: GridSummary) => string;
}

export interface GridHandle {
  focus(): void;
  /** Takes what is being typed; what is selected stays. */
  finish(): void;
  /** Makes a cell active and brings it into sight; what is being typed is taken first. */
  goTo(cell: CellAddress): void;
  selection(): GridSelection;
}

interface GridProps {
  readonly model: GridModel;
  readonly words: GridWords;
  readonly autoFocus?: boolean;
  readonly gridRef?: Ref<GridHandle>;
  readonly onActiveChange?: (cell: CellAddress) => void;
  /** Columns made wider or narrower, by key, and how a new width is told. */
  readonly widths?: ColumnWidths;
  readonly onWidthsChange?: (widths: ColumnWidths) => void;
  /** Keys the grid has no use for: undo, find, notes. What is handled calls `preventDefault`. */
  readonly onOtherKey?: (event: KeyboardEvent, selection: GridSelection, mode: EditorMode) => void;
}

export function Grid(props: GridProps) {
  const {
    model,
    words,
    autoFocus = false,
    gridRef,
    onActiveChange,
    widths,
    onWidthsChange,
    onOtherKey,
  } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const textAtStart = useRef("");
  const [chosen, setChosen] = useState<GridSelection>(() => selectCell({ row: 0, column: 0 }));
  const [mode, setMode] = useState<EditorMode>("select");
  /** How often somebody tried to type into the active cell, which takes nothing. */
  const [attempts, setAttempts] = useState(0);

  const { columns, rowCount } = model;
  const size = { rowCount, columnCount: columns.length };
  const viewPx = useViewWidth(scroller);
  const places = useMemo(() => columnPlaces(columns, widths, viewPx), [columns, widths, viewPx]);
  const runs = useMemo(() => groupRuns(columns), [columns]);
  const hasGroups = runs.some(({ title }) => title !== "");
  const selection = clampSelection(chosen, size);
  const range = rangeOf(selection);
  const { active } = selection;
  const view = useGridWindow({ scroller, rowCount, places, hasGroups });

  // Room at the end, so that the last columns too are seen from where one begins.
  const canvasPx =
    view.widthPx > viewPx ? columnBoundary(view.widthPx - viewPx, places) + viewPx : view.widthPx;

  function show(cell: CellAddress) {
    const element = scroller.current;
    const place = places[cell.column];
    if (!element || !place) return;
    const top = view.headerPx + cell.row * ROW_PX;
    element.scrollTop = scrollToShow(
      top,
      ROW_PX,
      element.scrollTop,
      element.clientHeight,
      view.headerPx,
      TOTALS_PX,
    );
    element.scrollLeft = columnBoundary(
      scrollToShow(place.left, place.width, element.scrollLeft, element.clientWidth, frozenPx(places), 0),
      places,
    );
  }

  function select(next: GridSelection, target: CellAddress | null = next.active) {
    setChosen(next);
    setAttempts(0);
    if (target) show(target);
    if (next.active.row !== active.row || next.active.column !== active.column) onActiveChange?.(next.active);
  }

  function leaveEditor() {
    if (input.current) input.current.value = "";
    setMode("select");
    model.typing(active, null);
  }

  /** Takes what is typed. An editor opened and left unchanged commits nothing. */
  function finish() {
    if (mode === "select" || !input.current) return;
    const text = input.current.value.normalize("NFC");
    leaveEditor();
    // Enter on a refused text tries it again.
    const isRefused = model.cell(active.row, active.column).tone === "refused";
    if (mode === "enter" || isRefused || text !== textAtStart.current)
      model.commit(active.row, active.column, text);
  }

  function enterAll() {
    const text = input.current?.value.normalize("NFC") ?? "";
    leaveEditor();
    model.paste(
      // Cells that take nothing were not meant by who selected around them.
      cellsOf(range).flatMap((cell) => (isReadOnlyCell(model, cell) ? [] : [{ ...cell, text }])),
      ALL_PLACED,
    );
  }

  function resize(column: number, width: number) {
    const key = column === NAME_COLUMN ? NAME_KEY : columns[column]?.key;
    if (key === undefined) return;
    onWidthsChange?.({ ...widths, [key]: Math.max(NARROWEST_PX, Math.min(Math.round(width), WIDEST_PX)) });
  }

  function openEditor() {
    if (!input.current || isReadOnlyCell(model, active)) return;
    const cell = model.cell(active.row, active.column);
    textAtStart.current = cell.editText ?? cell.text;
    input.current.value = textAtStart.current;
    input.current.setSelectionRange(textAtStart.current.length, textAtStart.current.length);
    setMode("edit");
    show(active);
  }

  /** What is being typed stays; from now on the arrows move in it instead of finishing it. */
  function moveCaret() {
    const cell = model.cell(active.row, active.column);
    textAtStart.current = cell.editText ?? cell.text;
    setMode("edit");
  }

  /** The browser has put the first letter into the input. */
  function startTyping() {
    if (mode !== "select") return;
    setMode("enter");
    show(active);
  }

  function onTyping() {
    startTyping();
    model.typing(active, input.current?.value ?? "");
  }

  const motionContext = (): MotionContext => ({
    pageRows: Math.floor(((scroller.current?.clientHeight ?? 0) - view.headerPx - TOTALS_PX) / ROW_PX),
    isFilled: ({ row, column }) => model.cell(row, column).text !== "",
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const action = gridAction(pressOf(event), mode);
    const isBarred = mode === "select" && cellCount(range) === 1 && isReadOnlyCell(model, active);
    if (isBarred && writesText(event, action)) setAttempts(attempts + 1);
    if (!action) return onOtherKey?.(event, selection, mode);
    if (action.kind === "turn") {
      const next = turnSelection(selection, action.turn, size);
      finish();
      // At the very end Tab leaves the grid: the browser moves the focus.
      if (!next) return;
      select(next);
    } else if (action.kind === "move") {
      finish();
      const next = (action.isExtending ? extendSelection : moveSelection)(
        selection,
        action.motion,
        size,
        motionContext(),
      );
      select(next, next.head);
    } else if (action.kind === "edit") {
      if (mode === "select") openEditor();
      else moveCaret();
    } else if (action.kind === "cancel") {
      if (mode !== "select") leaveEditor();
      // Nothing of ours to cancel: Esc closes what is open around the grid.
      else if (!model.discard(cellsOf(range))) return onOtherKey?.(event, selection, mode);
    } else if (action.kind === "clear") model.clear(cellsOf(range));
    else if (action.kind === "fill") model.fill(fillCopies(range, action.direction));
    else if (action.kind === "enterAll") enterAll();
    else if (action.kind === "resize") resize(active.column, (places[active.column]?.width ?? 0) + action.by);
    else if (action.kind === "selectAll") {
      select(selectRange({ top: 0, left: 0, bottom: rowCount - 1, right: columns.length - 1 }), null);
    } else if (action.kind === "selectLines") select(selectLines(selection, action.lines, size), null);
    else if (!isReadOnlyCell(model, active)) startTyping();
    event.preventDefault();
  }

  function onCopy(event: ClipboardEvent) {
    if (mode !== "select") return;
    event.preventDefault();
    const matrix = textsOf(model, range, ({ copyText, text }) => copyText ?? text);
    const typed = textsOf(model, range, ({ editText, copyText, text }) => editText ?? copyText ?? text);
    event.clipboardData.setData("text/plain", toTsv(matrix));
    event.clipboardData.setData("text/html", toHtml(matrix, typed));
    if (event.type === "cut") model.clear(cellsOf(range));
  }

  function onPaste(event: ClipboardEvent) {
    if (mode !== "select") return;
    event.preventDefault();
    const copied = readClipboard(
      event.clipboardData.getData("text/plain"),
      event.clipboardData.getData("text/html"),
    );
    const whole = copied.map((row) => row.map((text) => text.normalize("NFC")));
    if (whole.length === 0) return;
    const { writes, outside } = placeBlock(whole, range, model);
    model.paste(writes, outside);
    const [first] = writes;
    if (!first) return;
    const rows = writes.map(({ row }) => row);
    const top = rows.reduce((least, row) => Math.min(least, row), first.row);
    const bottom = rows.reduce((most, row) => Math.max(most, row), first.row);
    const right = writes.reduce((most, { column }) => Math.max(most, column), first.column);
    select(selectRange({ top, left: range.left, bottom, right }), null);
  }

  const mouse = useGridMouse({
    selection,
    size,
    onSelect: select,
    finish,
    openEditor,
    moveCaret,
    input,
    widthOf: (column) => (column === NAME_COLUMN ? namePx(places) : (places[column]?.width ?? 0)),
    onResize: resize,
    cellsBox() {
      const element = scroller.current;
      if (!element) return null;
      const { left, top } = element.getBoundingClientRect();
      const firstRow = top + view.headerPx;
      return {
        left: left + frozenPx(places),
        top: firstRow,
        right: left + Math.min(element.clientWidth, view.widthPx - element.scrollLeft),
        bottom: Math.min(
          top + element.clientHeight - TOTALS_PX,
          firstRow + rowCount * ROW_PX - element.scrollTop,
        ),
      };
    },
  });

  useImperativeHandle(gridRef, () => ({
    focus: () => input.current?.focus({ preventScroll: true }),
    finish,
    goTo(cell) {
      finish();
      select(selectCell(cell));
      input.current?.focus({ preventScroll: true });
    },
    selection: () => selection,
  }));

  const rows = view.rows.includes(active.row) || rowCount === 0 ? view.rows : [...view.rows, active.row];
  const header = rowCount === 0 ? { code: "", name: "" } : model.rowHeader(active.row);
  const title = columns[active.column]?.title ?? "";
  const headerRows = hasGroups ? 2 : 1;
  const isBlock = cellCount(range) > 1;
  return (
    <div className="so-grid">
      <div
        ref={scroller}
        className="so-grid-scroll"
        onMouseDown={mouse.onMouseDown}
        onScrollEnd={({ currentTarget }) => {
          const left = columnBoundary(currentTarget.scrollLeft, places);
          if (left !== currentTarget.scrollLeft) currentTarget.scrollLeft = left;
        }}
      >
        <div className="so-grid-canvas" style={{ width: canvasPx, height: view.heightPx }}>
          <div
            id={gridId}
            role="grid"
            className="so-grid-table"
            aria-label={words.label}
            aria-rowcount={headerRows + rowCount + 1}
            aria-colcount={columns.length + 2}
            aria-multiselectable="true"
          >
            <GridHeader
              columns={columns}
              runs={hasGroups ? runs : null}
              places={places}
              first={view.first}
              last={view.last}
              activeColumn={active.column}
              corner={words.corner}
              code={words.code}
              name={words.name}
            />
            <div role="rowgroup" className="so-grid-rows" style={{ height: rowCount * ROW_PX }}>
              {rows.map((row) => (
                <GridRow
                  key={row}
                  gridId={gridId}
                  model={model}
                  row={row}
                  rowIndex={row + headerRows + 1}
                  places={places}
                  first={view.first}
                  last={view.last}
                  widthPx={view.widthPx}
                  activeColumn={row === active.row ? active.column : -1}
                  selectedFrom={row >= range.top && row <= range.bottom ? range.left : -1}
                  selectedTo={row >= range.top && row <= range.bottom ? range.right : -1}
                  estimatedMark={words.estimatedMark}
                />
              ))}
            </div>
            <GridTotals
              model={model}
              places={places}
              first={view.first}
              last={view.last}
              rowIndex={headerRows + rowCount + 1}
              total={words.total}
              coverage={words.coverage}
            />
          </div>
          <div className="so-grid-over" style={{ top: view.headerPx }}>
            {isBlock && <div className="so-grid-block" style={boxOf(range, places)} />}
            {rowCount > 0 && (
              <GridEditor
                inputRef={input}
                model={model}
                cell={active}
                mode={mode}
                box={boxOf(
                  { top: active.row, left: active.column, bottom: active.row, right: active.column },
                  places,
                )}
                label={`${header.name} ${header.code}, ${title}`}
                gridId={gridId}
                autoFocus={autoFocus}
                onKeyDown={onKeyDown}
                onStartTyping={startTyping}
                onTyping={onTyping}
                onCopy={onCopy}
                onPaste={onPaste}
                onLeave={finish}
              />
            )}
          </div>
        </div>
      </div>
      <GridStatus model={model} range={range} active={active} attempts={attempts} summary={words.summary} />
    </div>
  );
}

/** Row for row, cell for cell, as a copy carries them. */
function textsOf(model: GridModel, range: CellRange, textOf: (cell: GridCell) => string): string[][] {
  return Array.from({ length: range.bottom - range.top + 1 }, (_, row) =>
    Array.from({ length: range.right - range.left + 1 }, (_, column) =>
      textOf(model.cell(range.top + row, range.left + column)),
    ),
  );
}

/** Keys that would change the text of a cell. */
function writesText(event: KeyboardEvent, action: GridAction | null): boolean {
  if (action) return action.kind === "edit" || action.kind === "clear" || action.kind === "clearAndEdit";
  const isLetter = event.key === "Process" || /^.$/u.test(event.key);
  return isLetter && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    hasControl: event.ctrlKey || event.metaKey,
    hasShift: event.shiftKey,
    hasAlt: event.altKey,
    isComposing: event.nativeEvent.isComposing,
  };
}
