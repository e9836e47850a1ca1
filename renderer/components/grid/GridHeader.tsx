import { memo } from "react";
import {
  CODE_PX,
  type ColumnPlace,
  frozenPx,
  GROUP_HEADER_PX,
  type GroupRun,
  NAME_COLUMN,
  namePx,
  TITLE_HEADER_PX,
} from "./grid-geometry.ts";
import type { GridColumn } from "./grid-model.ts";

/** Of a bold heading, about: what needs more than its columns have stands in two smaller lines. */
const LETTER_PX = 8;

interface GridHeaderProps {
  readonly columns: readonly GridColumn[];
  /** Null when no column has a group. */
  readonly runs: readonly GroupRun[] | null;
  readonly places: readonly ColumnPlace[];
  readonly first: number;
  readonly last: number;
  readonly activeColumn: number;
  /** What the rows are, for who cannot see the empty corner above their names. */
  readonly corner: string;
  readonly code: string;
  readonly name: string;
}

/** Headings stay on top; a group's title stays in sight while any of its columns is. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  const { columns, runs, places, first, last, activeColumn, corner, code, name } = props;
  return (
    <div role="rowgroup" className="so-grid-header">
      {runs && (
        <div role="row" aria-rowindex={1} className="so-grid-header-row" style={{ height: GROUP_HEADER_PX }}>
          <div
            role="columnheader"
            aria-colindex={1}
            aria-colspan={2}
            className="so-grid-corner"
            data-corner=""
            style={{ width: frozenPx(places) }}
          >
            <span className="so-grid-unseen">{corner}</span>
          </div>
          {runs.map((run) => {
            const start = places[run.first];
            const end = places[run.last];
            if (!start || !end || run.last < first || run.first > last) return null;
            return (
              <div
                key={run.first}
                role="columnheader"
                aria-colindex={run.first + 3}
                aria-colspan={run.last - run.first + 1}
                className="so-grid-group"
                title={run.title}
                data-narrow={
                  run.title.length * LETTER_PX > end.left + end.width - start.left - 16 || undefined
                }
                style={{ left: start.left, width: end.left + end.width - start.left }}
              >
                <span style={{ left: frozenPx(places) + 8 }}>{run.title}</span>
              </div>
            );
          })}
        </div>
      )}
      <div
        role="row"
        aria-rowindex={runs ? 2 : 1}
        className="so-grid-header-row"
        style={{ height: TITLE_HEADER_PX }}
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className="so-grid-corner"
          data-corner=""
          style={{ width: CODE_PX }}
        >
          {code}
        </div>
        <div
          role="columnheader"
          aria-colindex={2}
          className="so-grid-corner so-grid-corner-name"
          data-corner=""
          style={{ left: CODE_PX, width: namePx(places) }}
        >
          {name}
          <div className="so-grid-resize" data-resize={NAME_COLUMN} aria-hidden="true" />
        </div>
        {columns.slice(first, last + 1).map((column, offset) => {
          const index = first + offset;
          const place = places[index];
          if (!place) return null;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={index + 3}
              className="so-grid-title"
              data-column={index}
              data-active={index === activeColumn ? "" : undefined}
              title={column.title}
              style={{ left: place.left, width: place.width }}
            >
              <span>{column.title}</span>
              <div className="so-grid-resize" data-resize={index} aria-hidden="true" />
            </div>
          );
        })}
      </div>
    </div>
  );
});
