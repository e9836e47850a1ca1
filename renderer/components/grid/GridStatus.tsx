import { useCallback, useSyncExternalStore } from "react";
import type { CellAddress, CellRange, GridModel } from "./grid-model.ts";
import { cellCount } from "./grid-selection.ts";

/** Of the selected cells. The mean is the owner's to print: sum and count are exact, a quotient is not. */
export interface GridSummary {
  readonly cells: number;
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
}

interface GridStatusProps {
  readonly model: GridModel;
  readonly range: CellRange;
  readonly active: CellAddress;
  /** How often somebody tried to type into the active cell although it takes nothing; 0 = not. */
  readonly attempts: number;
  readonly summary: (summary: GridSummary) => string;
}

/** Below the grid: whose figure this is and what there is to say about it; count, sum and mean of a selection. */
export function GridStatus({ model, range, active, attempts, summary }: GridStatusProps) {
  const subscribe = useCallback((listener: () => void) => model.subscribe(listener), [model]);
  useSyncExternalStore(subscribe, () => model.version());
  if (model.rowCount === 0) return <div className="so-grid-status" />;
  const { code, name } = model.rowHeader(active.row);
  const { title, tone, barred } = model.cell(active.row, active.column);
  return (
    <div className="so-grid-status">
      <span className="so-grid-status-place">
        <strong>{code}</strong> {name} · {model.columns[active.column]?.title}
      </span>
      <span className="so-grid-status-barred" aria-live="assertive">
        {/* Another one for each attempt: it is said, and lights up, again. */}
        {attempts > 0 && <strong key={attempts}>{barred ?? title}</strong>}
      </span>
      {title !== undefined && (attempts === 0 || (barred !== undefined && barred !== title)) && (
        <span className="so-grid-status-title" data-tone={tone}>
          {title}
        </span>
      )}
      <span className="so-grid-status-sum">{cellCount(range) > 1 && summary(summarise(model, range))}</span>
    </div>
  );
}

function summarise(model: GridModel, range: CellRange): GridSummary {
  let filled = 0;
  let numbers = 0;
  let sum = 0;
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) {
      const cell = model.cell(row, column);
      if (cell.state === "empty") continue;
      filled += 1;
      if (cell.number === undefined) continue;
      numbers += 1;
      sum += cell.number;
    }
  }
  return { cells: cellCount(range), filled, numbers, sum };
}
