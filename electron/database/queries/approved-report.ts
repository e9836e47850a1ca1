// The report as it was approved: kept, table by table as it will be sent, until it is signed or the period is opened again.
import type { Period, Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import { periodId } from "./periods.ts";

interface ApprovedReportRow {
  readonly sha256: string;
  /** JSON: control totals by key. */
  readonly totals: string;
  readonly summary: string;
  /** JSON: codes of periods. */
  readonly unapproved: string;
  readonly incompleteReason: string | null;
  readonly lastChangeId: number;
}

interface ApprovedTableRow {
  /** JSON: the line of the manifest. */
  readonly described: string;
  readonly bytes: Uint8Array;
}

export function findApprovedReport(
  db: Database,
  form: Rhythm,
  period: Period,
): ApprovedReportRow | undefined {
  return first(
    db,
    "SELECT sha256, totals, summary, unapproved, incomplete_reason AS incompleteReason, last_change_id AS lastChangeId FROM approved_report WHERE form = ? AND period_id = ?",
    form,
    periodId(period),
  );
}

/** In the order they stand in a bundle. */
export function listApprovedTables(db: Database, form: Rhythm, period: Period): ApprovedTableRow[] {
  return all(
    db,
    "SELECT described, bytes FROM approved_table WHERE form = ? AND period_id = ? ORDER BY position",
    form,
    periodId(period),
  );
}

/** The same without the tables themselves, which may be large. */
export function listApprovedDescriptions(db: Database, form: Rhythm, period: Period): string[] {
  return all<{ described: string }>(
    db,
    "SELECT described FROM approved_table WHERE form = ? AND period_id = ? ORDER BY position",
    form,
    periodId(period),
  ).map(({ described }) => described);
}

export function insertApprovedReport(
  db: Database,
  form: Rhythm,
  period: Period,
  row: ApprovedReportRow,
  tables: readonly ApprovedTableRow[],
): void {
  run(
    db,
    "INSERT INTO approved_report (form, period_id, sha256, totals, summary, unapproved, incomplete_reason, last_change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    form,
    periodId(period),
    row.sha256,
    row.totals,
    row.summary,
    row.unapproved,
    row.incompleteReason,
    row.lastChangeId,
  );
  for (const [position, { described, bytes }] of tables.entries())
    run(
      db,
      "INSERT INTO approved_table (form, period_id, position, described, bytes) VALUES (?, ?, ?, ?, ?)",
      form,
      periodId(period),
      position,
      described,
      bytes,
    );
}

export function deleteApprovedReport(db: Database, form: Rhythm, period: Period): void {
  run(db, "DELETE FROM approved_report WHERE form = ? AND period_id = ?", form, periodId(period));
}

/** Frees the room of tables and paper once a bundle holds them; what was said of the report stays. */
export function deleteApprovedContent(db: Database, form: Rhythm, period: Period): void {
  run(db, "DELETE FROM approved_table WHERE form = ? AND period_id = ?", form, periodId(period));
  run(db, "DELETE FROM approved_paper WHERE form = ? AND period_id = ?", form, periodId(period));
}

interface ApprovedPaperRow {
  /** Of the content. */
  readonly sha256: string;
  /** JSON. */
  readonly content: string;
}

/** What the printed report of an approved period is made from. */
export function findApprovedPaper(db: Database, form: Rhythm, period: Period): ApprovedPaperRow | undefined {
  return first(
    db,
    "SELECT sha256, content FROM approved_paper WHERE form = ? AND period_id = ?",
    form,
    periodId(period),
  );
}

export function insertApprovedPaper(
  db: Database,
  form: Rhythm,
  period: Period,
  { sha256, content }: ApprovedPaperRow,
): void {
  run(
    db,
    "INSERT INTO approved_paper (form, period_id, sha256, content) VALUES (?, ?, ?, ?)",
    form,
    periodId(period),
    sha256,
    content,
  );
}

/** The newest change of a cell. */
export function lastChangeId(db: Database): number {
  return first<{ id: number | null }>(db, "SELECT max(id) AS id FROM entry_change")?.id ?? 0;
}

/** Whether a cell of one of these periods was changed after a change. */
export function hasChangesAfter(db: Database, changeId: number, periods: readonly Period[]): boolean {
  return (
    first(
      db,
      "SELECT 1 AS found FROM entry_change WHERE id > ? AND period_id IN (SELECT value FROM json_each(?)) LIMIT 1",
      changeId,
      JSON.stringify(periods.map(periodId)),
    ) !== undefined
  );
}
