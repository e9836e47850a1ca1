// Pixels of the sheet. Columns have fixed widths, rows one height, so every place is known without asking the page.
import type { CellRange, GridColumn } from "./grid-model.ts";
import { DEFAULT_COLUMN_PX } from "./grid-model.ts";

export const ROW_PX = 28;
export const CODE_PX = 80;
const NAME_PX = 260;
export const FROZEN_PX = CODE_PX + NAME_PX;
export const GROUP_HEADER_PX = 30;
export const TITLE_HEADER_PX = 56;
export const TOTALS_PX = 44;

/** Pixels by column key. */
export type ColumnWidths = Readonly<Record<string, number>>;

export interface ColumnPlace {
  /** Pixels from the left edge of the sheet, frozen columns included. */
  readonly left: number;
  readonly width: number;
}

export const NARROWEST_PX = 48;
export const WIDEST_PX = 480;

const WIDEST_NAME_PX = 520;
const NARROWEST_NAME_PX = 120;
/** The names among the widths, and their place beside the columns. */
export const NAME_KEY = "unitName";
export const NAME_COLUMN = -1;

/**
 * @param widths of columns that somebody has made wider or narrower, by key; the names' by {@link NAME_KEY}
 * @param viewPx width of the window: what the columns leave of it goes to the names, unless somebody gave them a width
 */
export function columnPlaces(
  columns: readonly GridColumn[],
  widths: ColumnWidths = {},
  viewPx = 0,
): readonly ColumnPlace[] {
  const widthOf = (column: GridColumn) => widths[column.key] ?? column.width ?? DEFAULT_COLUMN_PX;
  const spare = viewPx - FROZEN_PX - columns.reduce((sum, column) => sum + widthOf(column), 0);
  const chosen = widths[NAME_KEY];
  let left =
    chosen === undefined
      ? FROZEN_PX + Math.max(0, Math.min(spare, WIDEST_NAME_PX - NAME_PX))
      : CODE_PX + Math.max(NARROWEST_NAME_PX, Math.min(chosen, WIDEST_NAME_PX));
  return columns.map((column) => {
    const place = { left, width: widthOf(column) };
    left += place.width;
    return place;
  });
}

/** Pixels of the frozen columns, and of the name among them. */
export function frozenPx(places: readonly ColumnPlace[]): number {
  return places[0]?.left ?? FROZEN_PX;
}

export function namePx(places: readonly ColumnPlace[]): number {
  return frozenPx(places) - CODE_PX;
}

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Where a range lies, measured from the first row and the left edge of the sheet. */
export function boxOf(range: CellRange, places: readonly ColumnPlace[]): Box {
  const first = places[range.left];
  const last = places[range.right];
  if (!first || !last) return { top: 0, left: frozenPx(places), width: 0, height: 0 };
  return {
    top: range.top * ROW_PX,
    left: first.left,
    width: last.left + last.width - first.left,
    height: (range.bottom - range.top + 1) * ROW_PX,
  };
}

/**
 * How far to scroll so that a stretch is seen between two fixed margins; the least movement that does it.
 *
 * @param scroll  where the window is now
 * @param view    length of the window, margins included
 * @param before  fixed margin at its start (header, frozen columns), also included in `start`
 * @param after   fixed margin at its end (totals)
 */
export function scrollToShow(
  start: number,
  length: number,
  scroll: number,
  view: number,
  before: number,
  after: number,
): number {
  if (start - before < scroll || length > view - before - after) return start - before;
  const overshoot = start + length + after - (scroll + view);
  return overshoot > 0 ? scroll + overshoot : scroll;
}

/**
 * The next place at which a column begins beside the frozen ones: of a column half under them only the last digits of its
 * figures would be seen, which read as smaller figures.
 */
export function columnBoundary(scroll: number, places: readonly ColumnPlace[]): number {
  const frozen = frozenPx(places);
  const next = places.find(({ left }) => left - frozen >= scroll - 0.5);
  return next ? next.left - frozen : scroll;
}

/** Neighbouring columns of one group as runs. */
export interface GroupRun {
  readonly title: string;
  readonly first: number;
  readonly last: number;
}

export function groupRuns(columns: readonly GridColumn[]): readonly GroupRun[] {
  const runs: { title: string; first: number; last: number }[] = [];
  for (const [index, column] of columns.entries()) {
    const run = runs.at(-1);
    if (run && run.title === (column.group ?? "")) run.last = index;
    else runs.push({ title: column.group ?? "", first: index, last: index });
  }
  return runs;
}
