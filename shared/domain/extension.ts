// Gia hạn: a later date for one union or for all of them, and what is late because of it (domain.md §d.2).
import type { PeriodDates } from "./calendar.ts";

export interface Extension {
  /** The union it is granted to; null = all of them, and with them the report of the office. */
  readonly unitUid: string | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** The day by which a union hands in its figures: the calendar's, or the latest one granted to it or to all. */
export function unitDueOn(
  dates: Pick<PeriodDates, "collectOn">,
  extensions: readonly Extension[],
  unitUid: string,
): string {
  return extensions
    .filter((extension) => extension.unitUid === null || extension.unitUid === unitUid)
    .reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), dates.collectOn);
}

/** The day by which the report goes up: the calendar's, or a later one granted to all. */
export function reportDueOn(dates: Pick<PeriodDates, "dueOn">, extensions: readonly Extension[]): string {
  return extensions
    .filter(({ unitUid }) => unitUid === null)
    .reduce((latest, { dueOn }) => (dueOn > latest ? dueOn : latest), dates.dueOn);
}

/**
 * Whether a report is late: its day is over, and not only unions with a later date of their own are still awaited.
 *
 * @param awaitedDueOn the days of the unions whose figures are not complete
 */
export function isReportLate(today: string, dueOn: string, awaitedDueOn: readonly string[]): boolean {
  if (today <= dueOn) return false;
  return awaitedDueOn.length === 0 || awaitedDueOn.some((day) => day < today);
}
