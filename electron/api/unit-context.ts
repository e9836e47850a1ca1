// What stands beside the figures a clerk is typing: the period before, the same period last year, the sum since January.
import type { FormCell } from "../../shared/catalogue/forms.ts";
import type { UnitContext } from "../../shared/contract/entries.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { reductionOf } from "../../shared/domain/evaluate/figures.ts";
import { emptyColumn } from "../../shared/domain/evaluate/memory-source.ts";
import {
  type Period,
  periodsOfYear,
  previousPeriod,
  samePeriodLastYear,
} from "../../shared/domain/period.ts";
import { listCells } from "../database/queries/entries.ts";
import { toEntry } from "../database/queries/entry-columns.ts";
import { reduceColumn } from "../database/queries/figures.ts";
import { periodId } from "../database/queries/periods.ts";
import type { CellTarget } from "./cell-writer.ts";
import { computeColumn, formOf } from "./form-reader.ts";
import type { Workspace } from "./workspace.ts";

/** @param cells the columns of the form the unit is asked */
export function contextOf(
  workspace: Workspace,
  unit: CellTarget["unit"],
  period: Period,
  cells: readonly FormCell[] = formOf(period).cells,
): UnitContext {
  const before = previousPeriod(period);
  const lastYear = samePeriodLastYear(period);
  return {
    elements: cells.map(({ element }) => element.code),
    previousPeriod: before.code,
    previous: entriesOf(workspace, unit, before, cells),
    samePeriodLastYear: lastYear.code,
    lastYear: entriesOf(workspace, unit, lastYear, cells),
    yearToDate: cells.map(({ element }) => yearToDateOf(workspace, unit.id, element, period)),
  };
}

/** As the form of that period shows them, computed columns included. */
function entriesOf(
  workspace: Workspace,
  unit: CellTarget["unit"],
  period: Period,
  cells: readonly FormCell[],
): (EntryValue | null)[] {
  const ids = cells.map(({ element }) => workspace.elementId(element.code));
  const stored = new Map(
    listCells(workspace.db, periodId(period), ids, [unit.id]).map((row) => [
      row.element_id,
      toEntry(row.state, row.value),
    ]),
  );
  return cells.map(({ element, mode }) => {
    if (mode !== "computed") return stored.get(workspace.elementId(element.code)) ?? null;
    const column = computeColumn(workspace, element, period, [unit], new Map([[unit.id, 0]]));
    const isKnown = column.standing[0] === "known" || column.standing[0] === "partial";
    return isKnown ? { state: "value", value: column.value[0] ?? 0 } : null;
  });
}

/** Flows since 1 January, whatever periods they came in; null for anything that is not added up. */
export function yearToDateOf(
  workspace: Workspace,
  unitId: number,
  element: FormCell["element"],
  period: Period,
): number | null {
  if (element.time !== "SUM") return null;
  const column = emptyColumn(1);
  const periods = periodsOfYear(period.year).filter((candidate) => candidate.lastMonth <= period.lastMonth);
  reduceColumn(
    workspace.db,
    workspace.elementId(element.code),
    periods,
    reductionOf(element),
    new Map([[unitId, 0]]),
    column,
  );
  return column.monthsCovered[0] === 0 ? null : (column.value[0] ?? 0);
}
