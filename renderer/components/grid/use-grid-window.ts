import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import {
  type ColumnPlace,
  frozenPx,
  GROUP_HEADER_PX,
  ROW_PX,
  TITLE_HEADER_PX,
  TOTALS_PX,
} from "./grid-geometry.ts";

interface WindowOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly places: readonly ColumnPlace[];
  readonly hasGroups: boolean;
}

/** What of the sheet is in sight, and how large the whole is. Rows are listed, columns given as first and last. */
interface GridWindow {
  readonly rows: readonly number[];
  readonly first: number;
  readonly last: number;
  readonly headerPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function useGridWindow({ scroller, rowCount, places, hasGroups }: WindowOptions): GridWindow {
  const headerPx = TITLE_HEADER_PX + (hasGroups ? GROUP_HEADER_PX : 0);
  // oxlint-disable-next-line react/incompatible-library -- only plain numbers leave this hook; nothing memoises its functions
  const rowWindow = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    paddingStart: headerPx,
    paddingEnd: TOTALS_PX,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => places[index]?.width ?? 0,
    overscan: 3,
    paddingStart: frozenPx(places),
  });
  const columns = columnWindow.getVirtualItems();
  const lastPlace = places.at(-1);
  return {
    rows: rowWindow.getVirtualItems().map(({ index }) => index),
    first: columns[0]?.index ?? 0,
    last: columns.at(-1)?.index ?? -1,
    headerPx,
    widthPx: lastPlace ? lastPlace.left + lastPlace.width : frozenPx(places),
    heightPx: headerPx + rowCount * ROW_PX + TOTALS_PX,
  };
}
