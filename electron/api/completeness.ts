import type { PeriodOverview } from "../../shared/contract/entries.ts";
import type { Period } from "../../shared/domain/period.ts";
import { countByUnit, listCells } from "../database/queries/entries.ts";
import { findPeriodState, periodId } from "../database/queries/periods.ts";
import type { UnitRecord } from "../database/queries/units.ts";
import { findForgotten } from "./backup/restored-state.ts";
import { dueStateOf } from "./due-state.ts";
import { askedElements, formOf, lockedWithin, selfFormOf, unitsExpected } from "./form-reader.ts";
import type { Workspace } from "./workspace.ts";

interface Completeness {
  readonly expected: readonly UnitRecord[];
  readonly started: number;
  readonly complete: number;
  /** Complete units in whose figures nothing happened: every flow is "không phát sinh" or 0. */
  readonly withoutOccurrence: number;
  readonly incomplete: readonly UnitRecord[];
  readonly missing: readonly UnitRecord[];
}

/** Who has answered a period: begun means one entry, complete means every cell the unit is asked. */
export function completenessOf(workspace: Workspace, period: Period): Completeness {
  const form = formOf(period);
  const entered = form.cells.filter((cell) => cell.mode === "entered");
  const counts = countByUnit(
    workspace.db,
    periodId(period),
    entered.map((cell) => workspace.elementId(cell.element.code)),
    entered
      .filter((cell) => cell.element.time === "SUM")
      .map((cell) => workspace.elementId(cell.element.code)),
  );
  const askedByType = new Map<UnitRecord["employerType"], number>();
  const asked = (type: UnitRecord["employerType"]) => {
    const known = askedByType.get(type) ?? askedElements(form, type).length;
    askedByType.set(type, known);
    return known;
  };
  const expected = unitsExpected(workspace, period);
  const missing = expected.filter((unit) => !counts.has(unit.id));
  const isComplete = (unit: UnitRecord) => (counts.get(unit.id)?.cells ?? 0) >= asked(unit.employerType);
  const complete = expected.filter(isComplete);
  return {
    expected,
    started: expected.length - missing.length,
    complete: complete.length,
    withoutOccurrence: complete.filter((unit) => counts.get(unit.id)?.occurrences === 0).length,
    incomplete: expected.filter((unit) => !isComplete(unit)),
    missing,
  };
}

export function overviewOf(workspace: Workspace, period: Period): PeriodOverview {
  const dates = workspace.datesOf(period);
  const { expected, started, complete, incomplete, withoutOccurrence } = completenessOf(workspace, period);
  const due = dueStateOf(workspace, period, incomplete);
  return {
    form: period.rhythm,
    period: period.code,
    startOn: period.startOn,
    endOn: period.endOn,
    cutoffOn: dates.cutoffOn,
    collectOn: dates.collectOn,
    dueOn: due.dueOn,
    daysLeft: due.daysLeft,
    extendedTo: due.extendedTo,
    unitsExtended: due.unitsExtended,
    unitsExtendedTo: due.unitsExtendedTo,
    unitsLate: due.awaited.filter(({ isLate }) => isLate).length,
    unitsWithoutOccurrence: withoutOccurrence,
    state:
      findPeriodState(workspace.db, period.rhythm, period)?.state ??
      (findForgotten(workspace.db, period.rhythm, period)?.returned ? "returned" : "open"),
    lockedWithin: lockedWithin(workspace, period),
    unitsExpected: expected.length,
    unitsStarted: started,
    unitsComplete: complete,
    own: ownCompleteness(workspace, period),
  };
}

/** How many of the cells asked of the office itself are filled. */
export function ownCompleteness(workspace: Workspace, period: Period): PeriodOverview["own"] {
  const { office } = workspace;
  const form = selfFormOf(period);
  if (!office || !form) return null;
  const ids = form.cells
    .filter((cell) => cell.mode === "entered")
    .map((cell) => workspace.elementId(cell.element.code));
  const filled = listCells(workspace.db, periodId(period), ids, [office.unitId]).length;
  return { asked: ids.length, filled };
}
