// Cut-off, collection and due dates (domain.md §d.2). Every day is data an office may change.
import { daysInMonth, type Period, type Rhythm } from "./period.ts";

export interface CalendarRule {
  readonly rhythm: Rhythm;
  /** Months after the last month of the period; −1 = the month before it ends. */
  readonly cutoff: MonthDay;
  readonly collect: MonthDay;
  readonly due: MonthDay;
}

export interface MonthDay {
  readonly monthOffset: number;
  /** 1–31; the last day of a shorter month stands in for a day it does not have. */
  readonly day: number;
}

export interface PeriodDates {
  readonly cutoffOn: string;
  readonly collectOn: string;
  readonly dueOn: string;
  /** Figures are cut off before the period ends and estimated to its end. */
  readonly isEstimated: boolean;
}

/** Dates of a period by a calendar. @throws {RangeError} when the calendar has no rule for its rhythm */
export function datesOf(period: Period, rules: readonly CalendarRule[]): PeriodDates {
  const rule = rules.find((candidate) => candidate.rhythm === period.rhythm);
  if (!rule) throw new RangeError(`datesOf: no rule for ${period.rhythm}`);
  const cutoffOn = dayIn(period, rule.cutoff);
  return {
    cutoffOn,
    collectOn: dayIn(period, rule.collect),
    dueOn: dayIn(period, rule.due),
    isEstimated: cutoffOn < period.endOn,
  };
}

/** Whole days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The date a whole number of days after another; before it when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function dayIn(period: Period, { monthOffset, day }: MonthDay): string {
  const months = period.year * 12 + period.lastMonth - 1 + monthOffset;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(Math.min(day, daysInMonth(year, month))).padStart(2, "0")}`;
}
