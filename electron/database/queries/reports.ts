// Changed parts of printed reports, and the register events their appendices list.
import type { EmployerType, UnitEventKind } from "../../../shared/domain/org-unit.ts";
import type { Period, Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import { periodId } from "./periods.ts";

export interface ReportPartRow {
  readonly part: string;
  readonly text: string | null;
  readonly revision: number;
  readonly author: string;
}

export function listReportParts(db: Database, form: Rhythm, period: Period): ReportPartRow[] {
  return all(
    db,
    "SELECT part, text, revision, author FROM report_part WHERE form = ? AND period_id = ? ORDER BY part",
    form,
    periodId(period),
  );
}

/** One part of every report, to see which numbers are taken. */
export function listPartEverywhere(
  db: Database,
  part: string,
): { form: Rhythm; period: string; text: string }[] {
  return all(
    db,
    `SELECT r.form, p.code AS period, r.text FROM report_part r JOIN reporting_period p ON p.id = r.period_id
     WHERE r.part = ? AND r.text IS NOT NULL ORDER BY p.id`,
    part,
  );
}

/** Every number under which a report was signed, corrections and returned ones too. */
export function listSignedNumbers(
  db: Database,
): { documentNumber: string; period: string; issuedOn: string | null; createdAt: string }[] {
  return all(
    db,
    `SELECT s.document_number AS documentNumber, p.code AS period, s.issued_on AS issuedOn, o.created_at AS createdAt
     FROM submission s JOIN outgoing o ON o.sha256 = s.sha256 JOIN reporting_period p ON p.id = s.period_id
     WHERE s.document_number IS NOT NULL ORDER BY o.created_at`,
  );
}

/** What was last written in a part of an earlier report, and in which. */
export function findLatestPart(
  db: Database,
  part: string,
  before: Period,
): { text: string; period: string } | undefined {
  return first(
    db,
    `SELECT r.text, p.code AS period FROM report_part r JOIN reporting_period p ON p.id = r.period_id
     WHERE r.part = ? AND r.text IS NOT NULL AND p.end_on < ? ORDER BY p.end_on DESC, r.changed_at DESC LIMIT 1`,
    part,
    before.endOn,
  );
}

export function setReportPart(
  db: Database,
  form: Rhythm,
  periodRow: number,
  row: ReportPartRow,
  at: string,
): void {
  run(
    db,
    `INSERT INTO report_part (form, period_id, part, text, revision, changed_at, author) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (form, period_id, part) DO UPDATE SET text = excluded.text, revision = excluded.revision,
       changed_at = excluded.changed_at, author = excluded.author`,
    form,
    periodRow,
    row.part,
    row.text,
    row.revision,
    at,
    row.author,
  );
}

/** Name of a unit, and of the unit it is managed by, on a day; a day before the first record takes the first. */
export function findNamesOn(
  db: Database,
  unitId: number,
  on: string,
): { name: string; parentName: string | null } | undefined {
  const nameOf = (unit: string) =>
    `(SELECT full_name FROM org_unit_name WHERE unit_id = ${unit} ORDER BY valid_from > @on, CASE WHEN valid_from > @on THEN valid_from END, valid_from DESC LIMIT 1)`;
  return first(
    db,
    `SELECT ${nameOf("@unitId")} AS name,
       ${nameOf("(SELECT parent_id FROM org_unit_parent WHERE unit_id = @unitId AND relation = 'managedBy' ORDER BY valid_from > @on, CASE WHEN valid_from > @on THEN valid_from END, valid_from DESC LIMIT 1)")} AS parentName`,
    { unitId, on },
  );
}

export interface RegisterEventRow {
  readonly code: string;
  readonly name: string;
  readonly employerType: EmployerType | null;
  readonly kind: UnitEventKind;
  readonly effectiveOn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly workforce: number | null;
  readonly members: number | null;
}

/**
 * Events of grassroots unions in a span, with name and class as on the day; in time order. A union that was split has a row
 * for each that goes on; it was split once, so they come as one event.
 */
export function listRegisterEvents(db: Database, from: string, to: string): RegisterEventRow[] {
  return all(
    db,
    `SELECT u.code, e.kind, e.effective_on AS effectiveOn, e.decision_number AS decisionNumber, e.decided_on AS decidedOn,
       coalesce(e.workforce, (SELECT workforce FROM org_unit_classification c WHERE c.unit_id = u.id AND c.valid_from <= e.effective_on ORDER BY c.valid_from DESC LIMIT 1)) AS workforce,
       e.members,
       (SELECT full_name FROM org_unit_name n WHERE n.unit_id = u.id ORDER BY n.valid_from > e.effective_on, CASE WHEN n.valid_from > e.effective_on THEN n.valid_from END, n.valid_from DESC LIMIT 1) AS name,
       (SELECT employer_type FROM org_unit_classification c WHERE c.unit_id = u.id ORDER BY c.valid_from > e.effective_on, CASE WHEN c.valid_from > e.effective_on THEN c.valid_from END, c.valid_from DESC LIMIT 1) AS employerType
     FROM unit_event e JOIN org_unit u ON u.id = e.unit_id
     WHERE e.effective_on BETWEEN ? AND ? AND u.is_removed = 0
       AND EXISTS (SELECT 1 FROM org_unit_name n WHERE n.unit_id = u.id AND n.kind IN ('grassrootsUnion', 'occupationalUnion'))
     GROUP BY e.unit_id, e.kind, e.effective_on
     HAVING e.id = min(e.id)
     ORDER BY e.effective_on, u.code, e.id`,
    from,
    to,
  );
}
