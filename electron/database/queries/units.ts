// The register. Everything that may change is a dated row; a read says as of which day.
import type {
  EmployerType,
  GrassrootsKind,
  Sector,
  SelfFinancing,
  UnitEventKind,
  UnitKind,
} from "../../../shared/domain/org-unit.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

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
    (SELECT max(effective_on) FROM unit_event e WHERE e.unit_id = u.id AND e.kind IN ('split', 'merged') AND e.effective_on <= @on) AS reorganisedOn
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

// `(SELECT @uid)`: SQLite prepares a statement anew for each value of a parameter that stands directly beside a unique
// column under an ORDER BY, which costs ten times the search itself.
export function findUnitByUid(db: Database, uid: string, on: string): UnitRecord | undefined {
  return db.statement(`${SELECT_UNIT} AND u.uid = (SELECT @uid)`).get({ on, uid }) as UnitRecord | undefined;
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

export interface NewUnit {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly searchKey: string;
  readonly kind: UnitKind;
  readonly employerType: EmployerType | null;
  readonly sector: Sector | null;
  readonly workforce: number | null;
  readonly selfFinancing: SelfFinancing | null;
  readonly taxCode: string | null;
  readonly parentId: number | null;
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
}

/** Since when a unit whose founding is not known counts. */
const BEGINNING = "1990-01-01";

/** A new unit with its first dated rows and, where the day is known, its founding event. @returns its id */
export function insertUnit(db: Database, unit: NewUnit, at: string): number {
  const from = unit.establishedOn ?? BEGINNING;
  const { id } = run(
    db,
    "INSERT INTO org_unit (uid, code, established_on, ended_on, created_at) VALUES (?, ?, ?, ?, ?)",
    unit.uid,
    unit.code,
    unit.establishedOn,
    unit.endedOn,
    at,
  );
  run(
    db,
    "INSERT INTO org_unit_name (unit_id, full_name, search_key, kind, valid_from) VALUES (?, ?, ?, ?, ?)",
    id,
    unit.name,
    unit.searchKey,
    unit.kind,
    from,
  );
  run(
    db,
    "INSERT INTO org_unit_classification (unit_id, employer_type, sector, workforce, self_financing, tax_code, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?)",
    id,
    unit.employerType,
    unit.sector,
    unit.workforce,
    unit.selfFinancing,
    unit.taxCode,
    from,
  );
  if (unit.parentId !== null) insertParent(db, id, unit.parentId, from, unit.decisionNumber);
  if (unit.establishedOn !== null)
    insertEvent(
      db,
      id,
      {
        kind: "established",
        effectiveOn: unit.establishedOn,
        decisionNumber: unit.decisionNumber,
        decidedOn: unit.decidedOn,
        workforce: unit.workforce,
      },
      at,
    );
  if (unit.endedOn !== null)
    insertEvent(
      db,
      id,
      {
        kind: "dissolved",
        effectiveOn: unit.endedOn,
        decisionNumber: null,
        decidedOn: null,
        workforce: null,
      },
      at,
    );
  return id;
}

function insertParent(
  db: Database,
  unitId: number,
  parentId: number,
  from: string,
  decisionNumber: string | null,
): void {
  run(
    db,
    "INSERT INTO org_unit_parent (unit_id, parent_id, relation, decision_number, valid_from) VALUES (?, ?, 'managedBy', ?, ?)",
    unitId,
    parentId,
    decisionNumber,
    from,
  );
}

export interface NewEvent {
  readonly kind: UnitEventKind;
  readonly effectiveOn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly workforce: number | null;
}

export function insertEvent(db: Database, unitId: number, event: NewEvent, at: string): void {
  run(
    db,
    "INSERT INTO unit_event (unit_id, kind, effective_on, decision_number, decided_on, workforce, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    unitId,
    event.kind,
    event.effectiveOn,
    event.decisionNumber,
    event.decidedOn,
    event.workforce,
    at,
  );
}

/** A new name or kind from a day on; a row that began on that same day is replaced. */
export function changeName(
  db: Database,
  unitId: number,
  from: string,
  name: { fullName: string; searchKey: string; kind: UnitKind },
): void {
  closeBefore(db, "org_unit_name", unitId, from);
  run(
    db,
    "INSERT INTO org_unit_name (unit_id, full_name, search_key, kind, valid_from) VALUES (?, ?, ?, ?, ?)",
    unitId,
    name.fullName,
    name.searchKey,
    name.kind,
    from,
  );
}

export type Classification = Pick<
  UnitRecord,
  "employerType" | "sector" | "workforce" | "selfFinancing" | "taxCode"
>;

export function changeClassification(db: Database, unitId: number, from: string, now: Classification): void {
  closeBefore(db, "org_unit_classification", unitId, from);
  run(
    db,
    "INSERT INTO org_unit_classification (unit_id, employer_type, sector, workforce, self_financing, tax_code, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?)",
    unitId,
    now.employerType,
    now.sector,
    now.workforce,
    now.selfFinancing,
    now.taxCode,
    from,
  );
}

function closeBefore(
  db: Database,
  table: "org_unit_name" | "org_unit_classification",
  unitId: number,
  from: string,
): void {
  run(db, `DELETE FROM ${table} WHERE unit_id = ? AND valid_from = ?`, unitId, from);
  run(
    db,
    `UPDATE ${table} SET valid_to = date(?, '-1 day') WHERE unit_id = ? AND valid_to IS NULL`,
    from,
    unitId,
  );
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

/** Another parent from a day on; a row that began on that same day is replaced. */
export function changeParent(db: Database, unitId: number, from: string, parentId: number): void {
  run(
    db,
    "DELETE FROM org_unit_parent WHERE unit_id = ? AND relation = 'managedBy' AND valid_from = ?",
    unitId,
    from,
  );
  run(
    db,
    "UPDATE org_unit_parent SET valid_to = date(?, '-1 day') WHERE unit_id = ? AND relation = 'managedBy' AND valid_to IS NULL",
    from,
    unitId,
  );
  insertParent(db, unitId, parentId, from, null);
}

/** Mends the founding day: the unit's own, and that of its founding event, which is made when there was none. */
export function setEstablished(db: Database, unitId: number, establishedOn: string, at: string): void {
  run(db, "UPDATE org_unit SET established_on = ? WHERE id = ?", establishedOn, unitId);
  const { changes } = run(
    db,
    "UPDATE unit_event SET effective_on = ? WHERE unit_id = ? AND kind = 'established'",
    establishedOn,
    unitId,
  );
  if (changes === 0)
    insertEvent(
      db,
      unitId,
      {
        kind: "established",
        effectiveOn: establishedOn,
        decisionNumber: null,
        decidedOn: null,
        workforce: null,
      },
      at,
    );
}

export function setEnded(db: Database, unitId: number, endedOn: string | null): void {
  run(db, "UPDATE org_unit SET ended_on = ? WHERE id = ?", endedOn, unitId);
}

/** Those of some units that have figures. One run of the whole table, whatever their number. */
export function unitsWithEntries(db: Database, unitIds: readonly number[]): Set<number> {
  return new Set(
    all<{ unit_id: number }>(
      db,
      "SELECT DISTINCT unit_id FROM entry WHERE unit_id IN (SELECT value FROM json_each(?))",
      JSON.stringify(unitIds),
    ).map((row) => row.unit_id),
  );
}

/** Takes a unit that has no figures out of the register again (undo of an import). Its id is not used again. */
export function removeUnit(db: Database, unitId: number): void {
  run(db, "UPDATE org_unit SET is_removed = 1, code = code || ' ✕ ' || id WHERE id = ?", unitId);
  run(db, "UPDATE employer SET unit_id = NULL WHERE unit_id = ?", unitId);
}

export function unitHistory(db: Database, unitId: number) {
  return {
    names: all<{ fullName: string; validFrom: string; validTo: string | null }>(
      db,
      "SELECT full_name AS fullName, valid_from AS validFrom, valid_to AS validTo FROM org_unit_name WHERE unit_id = ? ORDER BY valid_from DESC",
      unitId,
    ),
    parents: all<{
      code: string;
      name: string;
      validFrom: string;
      validTo: string | null;
      decisionNumber: string | null;
    }>(
      db,
      `SELECT u.code, n.full_name AS name, p.valid_from AS validFrom, p.valid_to AS validTo, p.decision_number AS decisionNumber
       FROM org_unit_parent p JOIN org_unit u ON u.id = p.parent_id
       JOIN org_unit_name n ON n.unit_id = u.id AND n.valid_to IS NULL WHERE p.unit_id = ? AND p.relation = 'managedBy' ORDER BY p.valid_from DESC`,
      unitId,
    ),
    classifications: all<{
      employerType: EmployerType | null;
      sector: Sector | null;
      workforce: number | null;
      selfFinancing: SelfFinancing | null;
      validFrom: string;
      validTo: string | null;
    }>(
      db,
      `SELECT employer_type AS employerType, sector, workforce, self_financing AS selfFinancing, valid_from AS validFrom, valid_to AS validTo
       FROM org_unit_classification WHERE unit_id = ? ORDER BY valid_from DESC`,
      unitId,
    ),
    events: all<{
      kind: UnitEventKind;
      effectiveOn: string;
      decisionNumber: string | null;
      decidedOn: string | null;
      workforce: number | null;
      members: number | null;
    }>(
      db,
      `SELECT kind, effective_on AS effectiveOn, decision_number AS decisionNumber, decided_on AS decidedOn, workforce, members
       FROM unit_event WHERE unit_id = ? ORDER BY effective_on DESC, id DESC`,
      unitId,
    ),
  };
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
