// What was said of reports, and which cells of a returned one may be written again (domain.md §d.4 rules 3 and 6).
import type { EntryValue } from "../../../shared/domain/entry.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import { type CellKey, stateOf, toEntry, valueOf } from "./entry-columns.ts";
import type { ForgottenRow } from "./forgotten.ts";

type ReplyResult = "accepted" | "accepted_with_warnings" | "returned";

interface GivenReply {
  readonly sha256: string;
  /** The report it answers. */
  readonly report: string;
  readonly result: ReplyResult;
  readonly dueOn: string | null;
  readonly at: string;
}

export function insertGivenReply(db: Database, { sha256, report, result, dueOn, at }: GivenReply): void {
  run(
    db,
    "INSERT INTO given_reply (sha256, report_sha256, result, due_on, at) VALUES (?, ?, ?, ?, ?)",
    sha256,
    report,
    result,
    dueOn,
    at,
  );
}

/** Oldest first. */
export function listGivenReplies(db: Database, report: string): GivenReply[] {
  return all(
    db,
    "SELECT sha256, report_sha256 AS report, result, due_on AS dueOn, at FROM given_reply WHERE report_sha256 = ? ORDER BY rowid",
    report,
  );
}

/** The return of a received report; a report is returned once. */
export function findGivenReturn(db: Database, report: string): GivenReply | undefined {
  return listGivenReplies(db, report).find(({ result }) => result === "returned");
}

export interface RemarkRow {
  readonly unit: string | null;
  readonly element: string | null;
  readonly period: string | null;
  readonly severity: string;
  readonly message: string;
  readonly suggestion: string | null;
}

export function insertRemark(db: Database, reply: string, report: string, remark: RemarkRow): void {
  run(
    db,
    "INSERT INTO remark (reply_sha256, report_sha256, unit_uid, element, period, severity, message, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    reply,
    report,
    remark.unit,
    remark.element,
    remark.period,
    remark.severity,
    remark.message,
    remark.suggestion,
  );
}

/** Everything said of a report, in the order it was said. */
export function listRemarks(db: Database, report: string): RemarkRow[] {
  return all(
    db,
    "SELECT unit_uid AS unit, element, period, severity, message, suggestion FROM remark WHERE report_sha256 = ? ORDER BY id",
    report,
  );
}

interface ReturnNotice {
  readonly sha256: string;
  readonly report: string;
  readonly issuer: string;
  readonly dueOn: string | null;
  readonly at: string;
}

export function insertReturnNotice(db: Database, notice: ReturnNotice): void {
  run(
    db,
    "INSERT INTO return_notice (sha256, report_sha256, issuer, due_on, at) VALUES (?, ?, ?, ?, ?)",
    notice.sha256,
    notice.report,
    notice.issuer,
    notice.dueOn,
    notice.at,
  );
}

/** The return of a report sent from here. */
export function findReturnNotice(db: Database, report: string): ReturnNotice | undefined {
  return first(
    db,
    "SELECT sha256, report_sha256 AS report, issuer, due_on AS dueOn, at FROM return_notice WHERE report_sha256 = ? ORDER BY rowid DESC LIMIT 1",
    report,
  );
}

export interface OpenedCell extends CellKey {
  /** What the report said; null = nothing, or a report that is no longer here. */
  readonly reported: EntryValue | null;
  readonly reason: string;
  /** Who opened it here; null = the return named it. */
  readonly author: string | null;
  readonly at: string;
}

/** An opened cell as it is kept. */
export interface KeptOpenedCell extends OpenedCell {
  /** The report was sent after the backup that was restored: what it said is not known here. */
  readonly isForgotten: boolean;
  /** The figure a remark on the cell suggests, as it was written; the first, where there are several. */
  readonly suggestion: string | null;
}

/** Opens a cell of a returned report; one that is open keeps the reason it has. */
export function insertOpenedCell(db: Database, report: string, cell: OpenedCell): void {
  run(
    db,
    `INSERT INTO opened_cell (report_sha256, period_id, element_id, unit_id, reported_state, reported_value, reason, author, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    report,
    cell.periodId,
    cell.elementId,
    cell.unitId,
    cell.reported && stateOf(cell.reported),
    cell.reported && valueOf(cell.reported),
    cell.reason,
    cell.author,
    cell.at,
  );
}

export function deleteOpenedCell(
  db: Database,
  report: string,
  { periodId, elementId, unitId }: CellKey,
): void {
  run(
    db,
    "DELETE FROM opened_cell WHERE report_sha256 = ? AND period_id = ? AND element_id = ? AND unit_id = ?",
    report,
    periodId,
    elementId,
    unitId,
  );
}

/** Closes what returns of forgotten reports of a period opened, but for one that stands. */
export function deleteAnsweredCells(db: Database, { sha256, form, period }: ForgottenRow): void {
  run(
    db,
    "DELETE FROM opened_cell WHERE report_sha256 IN (SELECT sha256 FROM forgotten_report WHERE form = ? AND period = ? AND sha256 <> ?)",
    form,
    period,
    sha256,
  );
}

interface OpenedColumns extends CellKey {
  readonly state: number | null;
  readonly value: number | null;
  readonly reason: string;
  readonly author: string | null;
  readonly at: string;
  readonly isForgotten: number;
  readonly suggestion: string | null;
}

const SELECT_OPENED = `SELECT o.period_id AS periodId, o.element_id AS elementId, o.unit_id AS unitId, reported_state AS state, reported_value AS value, reason, author, o.at,
  EXISTS (SELECT 1 FROM forgotten_report f WHERE f.sha256 = o.report_sha256) AS isForgotten,
  (SELECT m.suggestion FROM remark m JOIN org_unit u ON u.uid = m.unit_uid JOIN data_element e ON e.code = m.element JOIN reporting_period r ON r.code = m.period
    WHERE m.report_sha256 = o.report_sha256 AND u.id = o.unit_id AND e.id = o.element_id AND r.id = o.period_id AND m.suggestion IS NOT NULL
    ORDER BY m.id LIMIT 1) AS suggestion FROM opened_cell o`;

export function listOpenedCells(db: Database, report: string): KeptOpenedCell[] {
  return all<OpenedColumns>(
    db,
    `${SELECT_OPENED} WHERE report_sha256 = ? ORDER BY o.period_id, o.element_id, o.unit_id`,
    report,
  ).map(toOpened);
}

// A return of a report that is no longer here opens its whole period, until that is approved; its cells elsewhere are open as long.
const IS_RETURNED = `o.report_sha256 IN (
  SELECT s.sha256 FROM submission s JOIN period_state p ON p.form = s.form AND p.period_id = s.period_id AND p.state = 'returned' WHERE s.state = 'returned'
  UNION ALL SELECT f.sha256 FROM forgotten_report f WHERE f.return_sha256 IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM period_state p JOIN reporting_period r ON r.id = p.period_id WHERE p.form = f.form AND r.code = f.period))`;

/** Cells of a period that a return keeps open now, whichever report was returned. */
export function listOpenCells(db: Database, periodId: number): KeptOpenedCell[] {
  return all<OpenedColumns>(db, `${SELECT_OPENED} WHERE o.period_id = ? AND ${IS_RETURNED}`, periodId).map(
    toOpened,
  );
}

/** Whether a return keeps a cell open now. */
export function isCellOpen(db: Database, { periodId, elementId, unitId }: CellKey): boolean {
  return (
    first(
      db,
      `SELECT 1 AS found FROM opened_cell o WHERE o.period_id = ? AND o.element_id = ? AND o.unit_id = ? AND ${IS_RETURNED} LIMIT 1`,
      periodId,
      elementId,
      unitId,
    ) !== undefined
  );
}

function toOpened({ state, value, isForgotten, ...cell }: OpenedColumns): KeptOpenedCell {
  return {
    ...cell,
    reported: state === null ? null : toEntry(state, value),
    isForgotten: isForgotten === 1,
  };
}

interface CorrectionRequest {
  readonly report: string;
  readonly reason: string;
  readonly author: string;
  readonly at: string;
}

/** Asks for a correction; asking again changes the reason. */
export function setCorrectionRequest(db: Database, { report, reason, author, at }: CorrectionRequest): void {
  run(
    db,
    "INSERT INTO correction_request (report_sha256, reason, author, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason, author = excluded.author, at = excluded.at",
    report,
    reason,
    author,
    at,
  );
}

export function findCorrectionRequest(db: Database, report: string): CorrectionRequest | undefined {
  return first(
    db,
    "SELECT report_sha256 AS report, reason, author, at FROM correction_request WHERE report_sha256 = ?",
    report,
  );
}

/** Who wrote a cell last. */
export function lastCellAuthor(db: Database, { periodId, elementId, unitId }: CellKey): string | null {
  return (
    first<{ name: string | null }>(
      db,
      "SELECT p.name FROM entry_change c LEFT JOIN person p ON p.id = c.author_id WHERE c.period_id = ? AND c.element_id = ? AND c.unit_id = ? ORDER BY c.id DESC LIMIT 1",
      periodId,
      elementId,
      unitId,
    )?.name ?? null
  );
}
