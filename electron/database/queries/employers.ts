import type { EmployerType } from "../../../shared/domain/org-unit.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Row } from "./unit-snapshot.ts";

export interface EmployerRecord {
  readonly id: number;
  readonly uid: string;
  readonly code: string | null;
  readonly name: string;
  readonly employerType: EmployerType;
  readonly workforce: number | null;
  readonly taxCode: string | null;
  /** The union, as long as it exists. */
  readonly unitUid: string | null;
  readonly unitName: string | null;
  /** The union as recorded, also after its end. */
  readonly linkedUnitId: number | null;
}

const SELECT_EMPLOYER = `
  SELECT e.id, e.uid, e.code, e.name, e.employer_type AS employerType, e.tax_code AS taxCode,
    (SELECT workforce FROM employer_headcount h WHERE h.employer_id = e.id ORDER BY valid_from <= @on DESC, CASE WHEN valid_from <= @on THEN valid_from END DESC, valid_from LIMIT 1) AS workforce,
    u.uid AS unitUid, (SELECT full_name FROM org_unit_name n WHERE n.unit_id = u.id ORDER BY valid_from DESC LIMIT 1) AS unitName,
    e.unit_id AS linkedUnitId
  FROM employer e LEFT JOIN org_unit u ON u.id = e.unit_id AND u.is_removed = 0
    AND coalesce(u.established_on, '0000') <= @on AND coalesce(u.ended_on, '9999') >= @on
  WHERE e.is_removed = 0`;

/** Employers on a day; `unitUid` only when the union exists on it. */
export function listEmployers(db: Database, on: string): EmployerRecord[] {
  return all(db, `${SELECT_EMPLOYER} ORDER BY e.search_key, e.id`, { on });
}

export function findEmployer(db: Database, uid: string, on: string): EmployerRecord | undefined {
  return first(db, `${SELECT_EMPLOYER} AND e.uid = @uid`, { on, uid });
}

export function findEmployerByCode(db: Database, code: string, on: string): EmployerRecord | undefined {
  return first(db, `${SELECT_EMPLOYER} AND e.code = @code`, { on, code });
}

export interface EmployerFields {
  readonly code: string | null;
  readonly name: string;
  readonly searchKey: string;
  readonly employerType: EmployerType;
  readonly taxCode: string | null;
  readonly unitId: number | null;
}

export function insertEmployer(
  db: Database,
  uid: string,
  fields: EmployerFields,
  workforce: number | null,
  from: string,
  at: string,
): number {
  const { id } = run(
    db,
    "INSERT INTO employer (uid, code, name, search_key, employer_type, tax_code, unit_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    uid,
    fields.code,
    fields.name,
    fields.searchKey,
    fields.employerType,
    fields.taxCode,
    fields.unitId,
    at,
  );
  setHeadcount(db, id, from, workforce);
  return id;
}

export function updateEmployer(
  db: Database,
  id: number,
  fields: EmployerFields,
  workforce: number | null,
  from: string,
): void {
  run(
    db,
    "UPDATE employer SET code = ?, name = ?, search_key = ?, employer_type = ?, tax_code = ?, unit_id = ? WHERE id = ?",
    fields.code,
    fields.name,
    fields.searchKey,
    fields.employerType,
    fields.taxCode,
    fields.unitId,
    id,
  );
  setHeadcount(db, id, from, workforce);
}

export function removeEmployer(db: Database, id: number): void {
  run(db, "UPDATE employer SET is_removed = 1, code = NULL WHERE id = ?", id);
}

/** A headcount once recorded is corrected, never emptied: callers refuse that, null says that none is known yet. */
function setHeadcount(db: Database, id: number, from: string, workforce: number | null): void {
  if (workforce === null) return;
  run(
    db,
    "INSERT INTO employer_headcount (employer_id, valid_from, workforce) VALUES (?, ?, ?) ON CONFLICT (employer_id, valid_from) DO UPDATE SET workforce = excluded.workforce",
    id,
    from,
    workforce,
  );
}

/** An employer as rows: what an act found, and what taking it back puts back exactly. */
export interface EmployerSnapshot {
  readonly employer: Row;
  readonly headcounts: readonly { readonly valid_from: string; readonly workforce: number }[];
}

/** @throws {RangeError} when there is no such employer */
export function snapshotEmployer(db: Database, id: number): EmployerSnapshot {
  const employer = first<Row>(
    db,
    "SELECT code, name, search_key, employer_type, tax_code, unit_id FROM employer WHERE id = ? AND is_removed = 0",
    id,
  );
  if (!employer) throw new RangeError(`snapshotEmployer: ${id}`);
  return {
    employer,
    headcounts: all(
      db,
      "SELECT valid_from, workforce FROM employer_headcount WHERE employer_id = ? ORDER BY valid_from",
      id,
    ),
  };
}

/** Puts an employer back as it was. Call inside a transaction. */
export function restoreEmployer(db: Database, id: number, { employer, headcounts }: EmployerSnapshot): void {
  run(
    db,
    "UPDATE employer SET code = ?, name = ?, search_key = ?, employer_type = ?, tax_code = ?, unit_id = ? WHERE id = ?",
    employer.code ?? null,
    employer.name ?? null,
    employer.search_key ?? null,
    employer.employer_type ?? null,
    employer.tax_code ?? null,
    employer.unit_id ?? null,
    id,
  );
  run(db, "DELETE FROM employer_headcount WHERE employer_id = ?", id);
  for (const { valid_from, workforce } of headcounts) setHeadcount(db, id, valid_from, workforce);
}

/** Its code, or its name where it has none; undefined when it was taken out. */
export function labelOfEmployer(db: Database, id: number): string | undefined {
  return first<{ label: string }>(
    db,
    "SELECT coalesce(code, name) AS label FROM employer WHERE id = ? AND is_removed = 0",
    id,
  )?.label;
}
