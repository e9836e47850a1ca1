// When an office began to keep its figures here. What was due before that was answered some other way: it can still be
// opened and filled, and is never late.
import { daysBetween } from "../../shared/domain/calendar.ts";
import { dayOf } from "../../shared/domain/clock.ts";
import { parsePeriod, type Period } from "../../shared/domain/period.ts";
import { findAuditInstant } from "../database/queries/audit.ts";
import { listLockedPeriods } from "../database/queries/periods.ts";
import { listForgotten } from "./backup/restored-state.ts";
import type { Workspace } from "./workspace.ts";

export interface Beginning {
  /** The day the office was made in this program. */
  readonly madeOn: string;
  /** The first day of the first period it approved or reported, or of today. */
  readonly approvedFrom: string;
}

export function beginningOf(workspace: Workspace): Beginning {
  const today = workspace.today();
  // The first act of every office is that it was made; a restored one brings it along.
  const madeAt = findAuditInstant(workspace.db, 1);
  const handled = [
    ...listLockedPeriods(workspace.db).map(({ code }) => code),
    ...listForgotten(workspace.db).map(({ period }) => period),
  ];
  const approved = handled.flatMap((code) => parsePeriod(code)?.startOn ?? []);
  return {
    madeOn: madeAt === undefined ? today : dayOf(madeAt),
    approvedFrom: approved.toSorted()[0] ?? today,
  };
}

/** Whether a report was due before the office was made, and before any period it took up itself. */
export function liesBefore({ madeOn, approvedFrom }: Beginning, period: Period, dueOn: string): boolean {
  return dueOn < madeOn && period.startOn < approvedFrom;
}

/**
 * Days until a day of a period, negative when it is over; null when it was over before the office began here: nobody awaits
 * anything of it any more.
 */
export function daysLeftIn(workspace: Workspace, period: Period): (dueOn: string) => number | null {
  const today = workspace.today();
  const beginning = beginningOf(workspace);
  // The demo plays an office that has been here for years.
  const isDemo = workspace.office?.isDemo === true;
  return (dueOn) =>
    !isDemo && dueOn < today && liesBefore(beginning, period, dueOn) ? null : daysBetween(today, dueOn);
}
