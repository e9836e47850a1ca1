// "Từ đâu ra?", one step further: the cells of the entry forms behind one unit's part of a figure.
import type { FigureCell } from "../../shared/contract/evaluation.ts";
import { elementByCode } from "../../shared/catalogue/elements.ts";
import type { DataElement } from "../../shared/domain/data-element.ts";
import { openingYearOf } from "../../shared/domain/evaluate/tally.ts";
import { spansOf, windowOf } from "../../shared/domain/evaluate/window.ts";
import { elementsIn } from "../../shared/domain/evaluate/conditions.ts";
import { lifeBits, monthBits } from "../../shared/domain/evaluate/figures.ts";
import {
  comparePeriods,
  contains,
  type Period,
  periodOf,
  periodsOfYear,
} from "../../shared/domain/period.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import type { Target } from "../../shared/domain/target.ts";
import { listCells } from "../database/queries/entries.ts";
import { toEntry } from "../database/queries/entry-columns.ts";
import { periodId } from "../database/queries/periods.ts";
import { findUnitByUid } from "../database/queries/units.ts";
import { officeFigures } from "./figure-source.ts";
import { formOf, selfFormOf } from "./form-reader.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

interface Asked {
  readonly programme: Pick<Programme, "term">;
  readonly target: Target;
  readonly period: Period;
  readonly unitUid: string;
}

/**
 * In time order: of a flow every period that should have a figure or has one; of a stock the one that counts with those
 * after it that are still empty, and for a net change the opening one before it.
 */
export function cellsBehind(workspace: Workspace, office: OfficeRecord, asked: Asked): FigureCell[] {
  const { target, period } = asked;
  const window = windowOf(target.time, asked.programme.term, period);
  const unit = findUnitByUid(workspace.db, asked.unitUid, period.endOn);
  const isOwn = asked.unitUid === office.uid;
  if (!window || (!unit && !isOwn)) return [];
  const unitId = isOwn ? office.unitId : (unit?.id ?? office.unitId);
  const life = unit ?? { establishedOn: null, endedOn: null };
  const { numerator } = target.indicator;
  return elementsIn(target.indicator)
    .map(elementByCode)
    .flatMap((element) => {
      const read = (spans: readonly Period[]) => readCells(workspace, element, spans, unitId, isOwn, life);
      if (element.time !== "LAST" && element.time !== "GRADE") return read(spansOf(window));
      const cells = latestOf(read(spansOf(window).slice(-1)));
      const closing = cells.some(({ entry }) => entry !== null)
        ? cells
        : [...latestOf(read([periodOf(String(window.period.year - 1))]).filter(isFilled)), ...cells];
      if (numerator.kind !== "netChange") return closing;
      const { source } = officeFigures(workspace, office, window.period);
      const opening = openingYearOf(element.code, { source, window });
      return opening === undefined ? closing : [...latestOf(read([periodOf(String(opening))])), ...cells];
    });
}

/** Every cell of an element inside some spans: those a form asks for while the unit exists, and those that hold something. */
function readCells(
  workspace: Workspace,
  element: DataElement,
  spans: readonly Period[],
  unitId: number,
  isOwn: boolean,
  unit: { readonly establishedOn: string | null; readonly endedOn: string | null },
): FigureCell[] {
  return spans
    .flatMap((span) => periodsOfYear(span.year).filter((candidate) => contains(span, candidate)))
    .toSorted(comparePeriods)
    .flatMap((period): FigureCell[] => {
      const [row] = listCells(workspace.db, periodId(period), [workspace.elementId(element.code)], [unitId]);
      const form = isOwn ? selfFormOf(period) : formOf(period);
      const mode = form?.cells.find((cell) => cell.element.code === element.code)?.mode;
      const isThere = (lifeBits(unit, period.year) & monthBits(period.firstMonth, period.lastMonth)) !== 0;
      if (row === undefined && !(mode === "entered" && isThere)) return [];
      return [
        {
          element: element.code,
          label: element.label,
          form: period.rhythm,
          period: period.code,
          entry: row === undefined ? null : toEntry(row.state, row.value),
          isInForm: mode === "entered" || mode === "optional",
          isOwn,
        },
      ];
    });
}

function isFilled({ entry }: FigureCell): boolean {
  return entry !== null;
}

/** The last one that holds something and those after it that should; when none does, the last that should. */
function latestOf(cells: readonly FigureCell[]): FigureCell[] {
  const filled = cells.findLastIndex(isFilled);
  return cells.slice(filled < 0 ? -1 : filled);
}
