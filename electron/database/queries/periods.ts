import type { PeriodDates } from "../../../shared/domain/calendar.ts";
import type { Period, Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

const PLACE: Record<Rhythm, number> = { month: 0, quarter: 20, half: 31, nine: 41, year: 51 };

/** The key of a period in the file: year × 100 + its place, so that keys sort. */
export function periodId(period: Period): number {
  const index =
    period.rhythm === "month" ? period.lastMonth : period.rhythm === "quarter" ? period.lastMonth / 3 : 0;
  return period.year * 100 + PLACE[period.rhythm] + index;
}

/** Makes sure a period has its row. */
export function ensurePeriod(db: Database, period: Period, dates: PeriodDates): number {
  const id = periodId(period);
  run(
    db,
    "INSERT INTO reporting_period (id, code, rhythm, start_on, end_on, cutoff_on, collect_on, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    id,
    period.code,
    period.rhythm,
    period.startOn,
    period.endOn,
    dates.cutoffOn,
    dates.collectOn,
    dates.dueOn,
  );
  return id;
}

export function findPeriodDates(db: Database, period: Period): PeriodDates | undefined {
  const row = first<{ cutoff_on: string; collect_on: string; due_on: string }>(
    db,
    "SELECT cutoff_on, collect_on, due_on FROM reporting_period WHERE id = ?",
    periodId(period),
  );
  return (
    row && {
      cutoffOn: row.cutoff_on,
      collectOn: row.collect_on,
      dueOn: row.due_on,
      isEstimated: row.cutoff_on < period.endOn,
    }
  );
}

/** Other days for a period, by a calendar from above. */
export function setPeriodDates(db: Database, period: Period, dates: Omit<PeriodDates, "isEstimated">): void {
  run(
    db,
    "UPDATE reporting_period SET cutoff_on = ?, collect_on = ?, due_on = ? WHERE id = ?",
    dates.cutoffOn,
    dates.collectOn,
    dates.dueOn,
    periodId(period),
  );
}

type StoredPeriodState = "approved" | "submitted" | "accepted" | "returned";

interface PeriodStateRow {
  readonly state: StoredPeriodState;
  readonly approved_by: string | null;
  readonly approved_at: string;
}

export function findPeriodState(db: Database, form: string, period: Period): PeriodStateRow | undefined {
  return first(
    db,
    "SELECT state, approved_by, approved_at FROM period_state WHERE form = ? AND period_id = ?",
    form,
    periodId(period),
  );
}

/** Sets the state of a period, or opens it with null. */
export function setPeriodState(
  db: Database,
  form: string,
  period: Period,
  state: StoredPeriodState | null,
  approvedBy: string | null,
  at: string,
): void {
  if (state === null)
    run(db, "DELETE FROM period_state WHERE form = ? AND period_id = ?", form, periodId(period));
  else
    run(
      db,
      `INSERT INTO period_state (form, period_id, state, approved_by, approved_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (form, period_id) DO UPDATE SET state = excluded.state, approved_by = coalesce(excluded.approved_by, approved_by),
         approved_at = CASE excluded.state WHEN 'approved' THEN excluded.approved_at ELSE approved_at END`,
      form,
      periodId(period),
      state,
      approvedBy,
      at,
    );
}

/** Codes of the periods there are, by key. */
export function listPeriodCodes(db: Database): ReadonlyMap<number, string> {
  return new Map(
    all<{ id: number; code: string }>(db, "SELECT id, code FROM reporting_period").map(({ id, code }) => [
      id,
      code,
    ]),
  );
}

interface LockedPeriod {
  readonly form: Rhythm;
  readonly code: string;
  readonly state: StoredPeriodState;
}

/** Periods that are closed to writing; of a returned one single cells may be open. */
export function listLockedPeriods(db: Database): LockedPeriod[] {
  return all(
    db,
    "SELECT form, code, state FROM period_state JOIN reporting_period ON id = period_id ORDER BY period_id",
  );
}

/** The same of one year: all that can contain one of its periods. */
export function listLockedPeriodsOf(db: Database, year: number): LockedPeriod[] {
  return all(
    db,
    "SELECT form, code, state FROM period_state JOIN reporting_period ON id = period_id WHERE period_id / 100 = ? ORDER BY period_id",
    year,
  );
}
