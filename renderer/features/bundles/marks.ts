// Cells of a report that somebody has picked out, to remark on or to open again.
import type { ReportFigures } from "../../../shared/contract/submissions.ts";

export interface Mark {
  readonly unit: string;
  readonly element: string;
  readonly period: string;
  readonly unitName: string;
  readonly elementLabel: string;
  /** The figure, as it is printed; "" where nothing was reported. */
  readonly figure: string;
}

export function markKey({ unit, element, period }: Pick<Mark, "unit" | "element" | "period">): string {
  return `${unit} ${element} ${period}`;
}

/** Undefined outside the table. */
export function markAt(
  figures: ReportFigures,
  column: number,
  row: number,
  figure: string,
): Mark | undefined {
  const unit = figures.units[row];
  const asked = figures.columns[column];
  return (
    unit &&
    asked && {
      unit: unit.uid,
      element: asked.element,
      period: figures.period,
      unitName: unit.name,
      elementLabel: asked.label,
      figure,
    }
  );
}
