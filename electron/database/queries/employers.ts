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
  /** Its union on the day, as long as that exists. */
  readonly unitUid: string | null;
  readonly unitName: string | null;
  /** The union recorded for the day, also after its end. */
  readonly linkedUnitId: number | null;
}

const SELECT_EMPLOYER = `
  SELECT e.id, e.uid, e.code, e.name, e.employer_type AS employerType, e.tax_code AS taxCode,
    (SELECT workforce FROM employer_headcount h WHERE h.employer_id = e.id ORDER BY valid_from <= @on DESC, CASE WHEN valid_from <= @on THEN valid_from END DESC, valid_from LIMIT 1) AS workforce,
    u.uid AS unitUid, (SELECT full_name FROM org_unit_name n WHERE n.unit_id = u.id ORDER BY valid_from <= @on DESC, CASE WHEN valid_from <= @on THEN valid_from END DESC, valid_from LIMIT 1) AS unitName,
    l.unit_id AS linkedUnitId
  FROM employer e
  LEFT JOIN employer_union l ON l.employer_id = e.id AND l.valid_from <= @on AND coalesce(l.valid_to, '9999') >= @on
  LEFT JOIN org_unit u ON u.id = l.unit_id AND u.is_removed = 0
    AND coalesce(u.established_on, '0000') <= @on AND coalesce(u.ended_on, '9999') >= @on
  WHERE e.is_removed = 0`;

/** Employers on a day, each with the union it has on it. */
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
    "INSERT INTO employer (uid, code, name, search_key, employer_type, tax_code, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    uid,
    fields.code,
    fields.name,
    fields.searchKey,
    fields.employerType,
    fields.taxCode,
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
    "UPDATE employer SET code = ?, name = ?, search_key = ?, employer_type = ?, tax_code = ? WHERE id = ?",
    fields.code,
    fields.name,
    fields.searchKey,
    fields.employerType,
    fields.taxCode,
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

/** A union of an employer, from when until when it was; null = it is. */
interface EmployerUnion {
  readonly unitUid: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Every union an employer has had, newest first; each by its name when it became its union. */
export function listEmployerUnions(db: Database, id: number): EmployerUnion[] {
  return all(
    db,
    `SELECT u.uid AS unitUid, u.code AS unitCode, l.valid_from AS validFrom,
       CASE WHEN u.ended_on < coalesce(l.valid_to, '9999') THEN u.ended_on ELSE l.valid_to END AS validTo,
       (SELECT full_name FROM org_unit_name n WHERE n.unit_id = u.id ORDER BY valid_from <= l.valid_from DESC, CASE WHEN valid_from <= l.valid_from THEN valid_from END DESC, valid_from LIMIT 1) AS unitName
     FROM employer_union l JOIN org_unit u ON u.id = l.unit_id WHERE l.employer_id = ? ORDER BY l.valid_from DESC`,
    id,
  );
}

/** The day of the last change of an employer's union: a new one, or none any more; undefined when it never had one. */
export function lastUnionChangeOn(db: Database, id: number): string | undefined {
  return first<{ day: string }>(
    db,
    "SELECT coalesce(date(valid_to, '+1 day'), valid_from) AS day FROM employer_union WHERE employer_id = ? ORDER BY valid_from DESC LIMIT 1",
    id,
  )?.day;
}

/**
 * Another union from a day on, or none (null); what held before stays as it was. A row that began on that same day is replaced.
 * @param from not before {@link lastUnionChangeOn}: callers refuse that
 */
export function changeUnion(db: Database, id: number, from: string, unitId: number | null): void {
  run(db, "DELETE FROM employer_union WHERE employer_id = ? AND valid_from = ?", id, from);
  run(
    db,
    "UPDATE employer_union SET valid_to = date(?, '-1 day') WHERE employer_id = ? AND coalesce(valid_to, '9999') >= ?",
    from,
    id,
    from,
  );
  if (unitId !== null)
    run(
      db,
      "INSERT INTO employer_union (employer_id, unit_id, valid_from) VALUES (?, ?, ?)",
      id,
      unitId,
      from,
    );
}

/**
 * Employers whose union a unit has been since its first day, and whose row goes with that day to another one: no other
 * union stands in the way, and the row has not ended before it.
 */
export function listEmployersSinceFounding(db: Database, unitId: number, from: string, to: string): number[] {
  return all<{ id: number }>(
    db,
    `SELECT e.id FROM employer_union l JOIN employer e ON e.id = l.employer_id
     WHERE e.is_removed = 0 AND l.unit_id = @unitId AND l.valid_from = @from AND coalesce(l.valid_to, '9999') >= @to
       AND NOT EXISTS (SELECT 1 FROM employer_union o
         WHERE o.employer_id = l.employer_id AND o.valid_from < @from AND coalesce(o.valid_to, '9999') >= @to)
     ORDER BY e.id`,
    { unitId, from, to },
  ).map(({ id }) => id);
}

/** An employer as rows: what an act found, and what taking it back puts back exactly. */
export interface EmployerSnapshot {
  readonly employer: Row;
  readonly headcounts: readonly { readonly valid_from: string; readonly workforce: number }[];
  readonly unions: readonly {
    readonly unit_id: number;
    readonly valid_from: string;
    readonly valid_to: string | null;
  }[];
}

/** @throws {RangeError} when there is no such employer */
export function snapshotEmployer(db: Database, id: number): EmployerSnapshot {
  const employer = first<Row>(
    db,
    "SELECT code, name, search_key, employer_type, tax_code FROM employer WHERE id = ? AND is_removed = 0",
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
    unions: all(
      db,
      "SELECT unit_id, valid_from, valid_to FROM employer_union WHERE employer_id = ? ORDER BY valid_from",
      id,
    ),
  };
}

/** Puts an employer back as it was. Call inside a transaction. */
export function restoreEmployer(
  db: Database,
  id: number,
  { employer, headcounts, unions }: EmployerSnapshot,
): void {
  run(
    db,
    "UPDATE employer SET code = ?, name = ?, search_key = ?, employer_type = ?, tax_code = ? WHERE id = ?",
    employer.code ?? null,
    employer.name ?? null,
    employer.search_key ?? null,
    employer.employer_type ?? null,
    employer.tax_code ?? null,
    id,
  );
  run(db, "DELETE FROM employer_headcount WHERE employer_id = ?", id);
  for (const { valid_from, workforce } of headcounts) setHeadcount(db, id, valid_from, workforce);
  run(db, "DELETE FROM employer_union WHERE employer_id = ?", id);
  for (const { unit_id, valid_from, valid_to } of unions)
    run(
      db,
      "INSERT INTO employer_union (employer_id, unit_id, valid_from, valid_to) VALUES (?, ?, ?, ?)",
      id,
      unit_id,
      valid_from,
      valid_to,
    );
}

/** Its code, or its name where it has none; undefined when it was taken out. */
export function labelOfEmployer(db: Database, id: number): string | undefined {
  return first<{ label: string }>(
    db,
    "SELECT coalesce(code, name) AS label FROM employer WHERE id = ? AND is_removed = 0",
    id,
  )?.label;
}
