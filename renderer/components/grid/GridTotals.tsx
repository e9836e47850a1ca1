import { memo, useCallback, useSyncExternalStore } from "react";
import { type ColumnPlace, frozenPx, TOTALS_PX } from "./grid-geometry.ts";
import type { GridModel } from "./grid-model.ts";

interface GridTotalsProps {
  readonly model: GridModel;
  readonly places: readonly ColumnPlace[];
  readonly first: number;
  readonly last: number;
  readonly rowIndex: number;
  readonly total: string;
  readonly coverage: string;
}

/** Sum and coverage of every column, always in sight. */
export const GridTotals = memo(function GridTotals(props: GridTotalsProps) {
  const { model, places, first, last, rowIndex, total, coverage } = props;
  const subscribe = useCallback((listener: () => void) => model.subscribe(listener), [model]);
  useSyncExternalStore(subscribe, () => model.version());
  return (
    <div role="rowgroup" className="so-grid-totals">
      <div role="row" aria-rowindex={rowIndex} className="so-grid-totals-row" style={{ height: TOTALS_PX }}>
        <div
          role="rowheader"
          aria-colindex={1}
          aria-colspan={2}
          className="so-grid-totals-head"
          style={{ width: frozenPx(places) }}
        >
          <span>{total}</span>
          <span className="so-grid-coverage">{coverage}</span>
        </div>
        {model.columns.slice(first, last + 1).map((column, offset) => {
          const index = first + offset;
          const place = places[index];
          if (!place) return null;
          const totals = model.totals(index);
          return (
            <div
              key={column.key}
              role="gridcell"
              aria-colindex={index + 3}
              aria-readonly="true"
              className="so-grid-total"
              style={{ left: place.left, width: place.width }}
            >
              <span>{totals.text}</span>
              <span className="so-grid-coverage">{totals.coverage}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
});
