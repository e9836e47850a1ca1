// When a form is due, later dates included, and who is awaited (domain.md §d.2).
import { isReportLate, reportDueOn, unitDueOn } from "../../shared/domain/extension.ts";
import type { Period } from "../../shared/domain/period.ts";
import { listExtensions } from "../database/queries/extensions.ts";
import { periodId } from "../database/queries/periods.ts";
import type { UnitRecord } from "../database/queries/units.ts";
import { daysLeftIn } from "./beginning.ts";
import type { Workspace } from "./workspace.ts";

interface AwaitedUnit {
  readonly unit: UnitRecord;
  readonly dueOn: string;
  readonly isLate: boolean;
}

interface DueState {
  /** The day that counts now: the report's, or when it is over that of the first union with a later one. */
  readonly dueOn: string;
  /** Null when nobody awaits it any more: it was due before the office began here. */
  readonly daysLeft: number | null;
  readonly isLate: boolean;
  /** A later date for all unions. */
  readonly extendedTo: string | null;
  /** Awaited unions with a later date of their own, and the latest of those. */
  readonly unitsExtended: number;
  readonly unitsExtendedTo: string | null;
  /** Unions that are not complete, each with its day. */
  readonly awaited: readonly AwaitedUnit[];
}

/** The day of the report, a later one for all unions included. */
export function reportDueOf(workspace: Workspace, period: Period): string {
  return reportDueOn(workspace.datesOf(period), listExtensions(workspace.db, periodId(period)));
}

/** @param incomplete unions that answer for the period and are not complete */
export function dueStateOf(
  workspace: Workspace,
  period: Period,
  incomplete: readonly UnitRecord[],
): DueState {
  const today = workspace.today();
  const dates = workspace.datesOf(period);
  const extensions = listExtensions(workspace.db, periodId(period));
  const own = new Map(
    extensions.flatMap(({ unitUid, dueOn }) => (unitUid === null ? [] : [[unitUid, dueOn]])),
  );
  const reportDue = reportDueOn(dates, extensions);
  const daysLeft = daysLeftIn(workspace, period);
  const awaited = incomplete.map((unit): AwaitedUnit => {
    const dueOn = unitDueOn(dates, extensions, unit.uid);
    return { unit, dueOn, isLate: (daysLeft(dueOn) ?? 0) < 0 };
  });
  const days = awaited.map(({ dueOn }) => dueOn);
  const isLate = isReportLate(today, reportDue, days);
  const dueOn = isLate || today <= reportDue ? reportDue : (days.toSorted()[0] ?? reportDue);
  const extended = awaited.flatMap(({ unit }) => own.get(unit.uid) ?? []);
  return {
    dueOn,
    daysLeft: daysLeft(dueOn),
    isLate: isLate && daysLeft(dueOn) !== null,
    extendedTo: extensions.find(({ unitUid }) => unitUid === null)?.dueOn ?? null,
    unitsExtended: extended.length,
    unitsExtendedTo: extended.toSorted().at(-1) ?? null,
    awaited,
  };
}
