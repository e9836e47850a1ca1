// The register. Everything that may change is a dated row; a read says as of which day.
import type { EmployerType, GrassrootsKind, Sector, SelfFinancing } from "../../../shared/domain/org-unit.ts";
import type { Database } from "../connection.ts";
import { all, first } from "../rows.ts";

export interface UnitRecord {
  readonly id: number;
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly kind: GrassrootsKind;
  readonly employerType: EmployerType | null;
  readonly sector: Sector | null;
  readonly workforce: number | null;
  readonly selfFinancing: SelfFinancing | null;
  readonly taxCode: string | null;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
  /** Day of the last split or merger, for grading. */
  readonly reorganisedOn: string | null;
}

/** A unit of which nothing but its code and name is known. */
export const NOTHING_KNOWN = {
  kind: "grassrootsUnion",
  employerType: null,
  sector: null,
  workforce: null,
  selfFinancing: null,
  taxCode: null,
  establishedOn: null,
  endedOn: null,
} as const satisfies Partial<UnitRecord>;

// Each dated row as of a day; a day before the first row shows the first, so that a unit is never nameless.
const CURRENT = (table: string, scope = "") =>
  `(SELECT id FROM ${table} WHERE unit_id = u.id ${scope} AND valid_from <= @on ORDER BY valid_from DESC LIMIT 1)`;
const EARLIEST = (table: string, scope = "") =>
  `(SELECT id FROM ${table} WHERE unit_id = u.id ${scope} ORDER BY valid_from LIMIT 1)`;
const AS_OF = (table: string, scope = "") => `coalesce(${CURRENT(table, scope)}, ${EARLIEST(table, scope)})`;

const SELECT_UNIT = `
  SELECT u.id, u.uid, u.code, n.full_name AS name, n.kind, c.employer_type AS employerType, c.sector, c.workforce,
    c.self_financing AS selfFinancing, c.tax_code AS taxCode, pu.code AS parentCode, pn.full_name AS parentName,
    u.established_on AS establishedOn, u.ended_on AS endedOn,
    (SELECT max(effective_on) FROM unit_event e WHERE (e.unit_id = u.id OR e.successor_id = u.id) AND e.kind IN ('split', 'merged') AND e.effective_on <= @on) AS reorganisedOn
  FROM org_unit u
  JOIN org_unit_name n ON n.id = ${AS_OF("org_unit_name")}
  LEFT JOIN org_unit_classification c ON c.id = ${AS_OF("org_unit_classification")}
  LEFT JOIN org_unit_parent p ON p.id = ${AS_OF("org_unit_parent", "AND relation = 'managedBy'")}
  LEFT JOIN org_unit pu ON pu.id = p.parent_id
  LEFT JOIN org_unit_name pn ON pn.id = (SELECT id FROM org_unit_name WHERE unit_id = p.parent_id ORDER BY valid_from > @on, CASE WHEN valid_from > @on THEN valid_from END, valid_from DESC LIMIT 1)
  WHERE u.is_removed = 0`;

/** Grassroots unions as they are on a day, by code. `alive` limits them to those existing on some day from `alive.from` to `alive.to`. */
export function listUnits(db: Database, on: string, alive?: { from: string; to: string }): UnitRecord[] {
  const text = `${SELECT_UNIT} AND n.kind IN ('grassrootsUnion', 'occupationalUnion')
    ${alive ? "AND coalesce(u.established_on, '0000') <= @to AND coalesce(u.ended_on, '9999') >= @from" : ""} ORDER BY u.code`;
  return db.statement(text).all(alive ? { on, ...alive } : { on }) as UnitRecord[];
}

/** The days on which what {@link listUnits} says may change, earliest first. */
export function listRegisterDays(db: Database): string[] {
  return all<{ day: string }>(
    db,
    `SELECT valid_from AS day FROM org_unit_name UNION SELECT valid_from FROM org_unit_classification
     UNION SELECT valid_from FROM org_unit_parent UNION SELECT effective_on FROM unit_event ORDER BY 1`,
  ).map(({ day }) => day);
}

// `(SELECT @uid)`: SQLite prepares a statement anew for each value of a parameter that stands directly beside a unique
// column under an ORDER BY, which costs ten times the search itself.
const UNIT_BY_UID = `${SELECT_UNIT} AND u.uid = (SELECT @uid)`;

export function findUnitByUid(db: Database, uid: string, on: string): UnitRecord | undefined {
  return db.statement(UNIT_BY_UID).get({ on, uid }) as UnitRecord | undefined;
}

export function findUnitByCode(db: Database, code: string, on: string): UnitRecord | undefined {
  return db.statement(`${SELECT_UNIT} AND u.code = (SELECT @code)`).get({ on, code }) as
    | UnitRecord
    | undefined;
}

/** Surrogate ids of all units by code and by uid, for imports. */
export function listUnitIds(db: Database): { id: number; uid: string; code: string }[] {
  return all(db, "SELECT id, uid, code FROM org_unit WHERE is_removed = 0");
}

/** The code of a unit that is in the register. */
export function findUnitCode(db: Database, id: number): string | undefined {
  return first<{ code: string }>(db, "SELECT code FROM org_unit WHERE id = ? AND is_removed = 0", id)?.code;
}

/** Since when a unit whose founding is not known counts. */
const BEGINNING = "1990-01-01";

/** The day something about a unit counts from when it has always been so. */
export function firstDayOf({ establishedOn }: Pick<UnitRecord, "establishedOn">): string {
  return establishedOn ?? BEGINNING;
}

/** First day of the newest dated row of a unit: changes before it would rewrite what is already recorded. */
export function lastChangeOn(db: Database, unitId: number): string {
  const row = first<{ day: string }>(
    db,
    "SELECT max(valid_from) AS day FROM (SELECT valid_from FROM org_unit_name WHERE unit_id = @unitId UNION ALL SELECT valid_from FROM org_unit_classification WHERE unit_id = @unitId)",
    { unitId },
  );
  return row?.day ?? BEGINNING;
}

/** Periods in which a unit has figures although none of their days is in its life (rule V17), earliest first. */
export function listPeriodsOutsideLife(
  db: Database,
  unitId: number,
  life: { readonly establishedOn: string | null; readonly endedOn: string | null },
): string[] {
  return all<{ code: string }>(
    db,
    `SELECT p.code FROM reporting_period p
     WHERE (p.start_on > coalesce(@endedOn, '9999') OR p.end_on < coalesce(@establishedOn, '0000'))
       AND EXISTS (SELECT 1 FROM data_element d CROSS JOIN entry e ON e.period_id = p.id AND e.element_id = d.id AND e.unit_id = @unitId)
     ORDER BY p.start_on, p.end_on`,
    { unitId, establishedOn: life.establishedOn, endedOn: life.endedOn },
  ).map((row) => row.code);
}

/**
 * Those of some units that something hangs on: figures, notes, explanations, incidents, extensions, shares of a target,
 * an employer, a unit below. One run of each table, whatever their number.
 * @param besides units whose parents are of no interest: they go back together with these
 */
export function unitsWithDependents(
  db: Database,
  unitIds: readonly number[],
  besides: readonly number[],
): Set<number> {
  const asked = "IN (SELECT value FROM json_each(@unitIds))";
  return new Set(
    all<{ unit_id: number }>(
      db,
      `SELECT unit_id FROM entry WHERE unit_id ${asked}
       UNION SELECT unit_id FROM entry_note WHERE unit_id ${asked}
       UNION SELECT unit_id FROM explanation WHERE unit_id ${asked}
       UNION SELECT unit_id FROM unit_incident WHERE is_removed = 0 AND unit_id ${asked}
       UNION SELECT unit_id FROM due_extension WHERE is_withdrawn = 0 AND unit_id ${asked}
       UNION SELECT l.unit_id FROM employer_union l JOIN employer e ON e.id = l.employer_id
         WHERE e.is_removed = 0 AND l.unit_id ${asked}
       UNION SELECT unit_id FROM target_allocation WHERE unit_id ${asked}
       UNION SELECT p.parent_id FROM org_unit_parent p JOIN org_unit u ON u.id = p.unit_id
         WHERE u.is_removed = 0 AND p.parent_id ${asked} AND p.unit_id NOT IN (SELECT value FROM json_each(@besides))`,
      { unitIds: JSON.stringify(unitIds), besides: JSON.stringify(besides) },
    ).map((row) => row.unit_id),
  );
}

/** Whether a unit ended in others of the register, whose own history says so too. */
export function hasSuccessors(db: Database, unitId: number): boolean {
  return (
    first(db, "SELECT 1 FROM unit_event WHERE unit_id = ? AND successor_id IS NOT NULL", unitId) !== undefined
  );
}

/** Founding events in a span, of units still in the register. */
export function listEstablishments(
  db: Database,
  from: string,
  to: string,
): { uid: string; on: string; workforce: number | null }[] {
  return all(
    db,
    `SELECT u.uid, e.effective_on AS "on", e.workforce FROM unit_event e JOIN org_unit u ON u.id = e.unit_id
     WHERE e.kind = 'established' AND e.effective_on BETWEEN ? AND ? AND u.is_removed = 0
       AND EXISTS (SELECT 1 FROM org_unit_name n WHERE n.unit_id = u.id AND n.kind IN ('grassrootsUnion', 'occupationalUnion'))
     ORDER BY e.effective_on, u.code`,
    from,
    to,
  );
}
