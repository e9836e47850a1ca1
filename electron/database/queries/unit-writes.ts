// What is written into the register. A change ends the dated row before it and begins the next; nothing is overwritten.
import type {
  EmployerType,
  Sector,
  SelfFinancing,
  UnitEventKind,
  UnitKind,
} from "../../../shared/domain/org-unit.ts";
import type { Database } from "../connection.ts";
import { first, run } from "../rows.ts";
import { listEmployersSinceFounding } from "./employers.ts";
import { firstDayOf, type UnitRecord } from "./units.ts";

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

/** A new unit with its first dated rows and, where the day is known, its founding event. @returns its id */
export function insertUnit(db: Database, unit: NewUnit, at: string): number {
  const from = firstDayOf(unit);
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
  if (unit.endedOn !== null) insertDissolved(db, id, unit.endedOn, at);
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

interface NewEvent {
  readonly kind: UnitEventKind;
  readonly effectiveOn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly workforce: number | null;
  /** Đoàn viên at the event, where they are known. */
  readonly members?: number | null;
  /** The union of this register that goes on with it. */
  readonly successorId?: number | null;
  /** The superior union that took it over, outside this register. */
  readonly receiver?: string | null;
}

export function insertEvent(db: Database, unitId: number, event: NewEvent, at: string): void {
  run(
    db,
    "INSERT INTO unit_event (unit_id, kind, effective_on, decision_number, decided_on, workforce, members, successor_id, receiver, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    unitId,
    event.kind,
    event.effectiveOn,
    event.decisionNumber,
    event.decidedOn,
    event.workforce,
    event.members ?? null,
    event.successorId ?? null,
    event.receiver ?? null,
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

/** Another classification, headcount or tax code from a day on; two acts of one day make one row, decided as one. */
export function changeClassification(
  db: Database,
  unitId: number,
  from: string,
  now: Classification,
  decisionNumber: string | null,
): void {
  const sameDay = first<{ decision_number: string | null }>(
    db,
    "SELECT decision_number FROM org_unit_classification WHERE unit_id = ? AND valid_from = ?",
    unitId,
    from,
  );
  closeBefore(db, "org_unit_classification", unitId, from);
  run(
    db,
    "INSERT INTO org_unit_classification (unit_id, employer_type, sector, workforce, self_financing, tax_code, decision_number, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    unitId,
    now.employerType,
    now.sector,
    now.workforce,
    now.selfFinancing,
    now.taxCode,
    decisionNumber ?? sameDay?.decision_number ?? null,
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

/** Another parent from a day on; a row that began on that same day is replaced. */
export function changeParent(
  db: Database,
  unitId: number,
  from: string,
  parentId: number,
  decisionNumber: string | null,
): void {
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
  insertParent(db, unitId, parentId, from, decisionNumber);
}

/**
 * Mends the founding day: the unit's own, that of its founding event, which is made when there was none, and since when
 * it is the union of its employers (`listEmployersSinceFounding`).
 */
export function setEstablished(
  db: Database,
  unit: Pick<UnitRecord, "id" | "establishedOn">,
  establishedOn: string,
  at: string,
): void {
  const { id: unitId } = unit;
  const from = firstDayOf(unit);
  for (const employerId of listEmployersSinceFounding(db, unitId, from, establishedOn))
    run(
      db,
      "UPDATE employer_union SET valid_from = ? WHERE employer_id = ? AND unit_id = ? AND valid_from = ?",
      establishedOn,
      employerId,
      unitId,
      from,
    );
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

/** Mends the last day of a unit that has ended: its own, and that of the event it ended by, whatever its kind. */
export function moveEnd(db: Database, unitId: number, from: string, to: string, at: string): void {
  setEnded(db, unitId, to);
  const { changes } = run(
    db,
    "UPDATE unit_event SET effective_on = ? WHERE unit_id = ? AND effective_on = ? AND kind IN ('dissolved', 'merged', 'split', 'transferred')",
    to,
    unitId,
    from,
  );
  if (changes === 0) insertDissolved(db, unitId, to, at);
}

/** The end of a unit of which nothing but the day is known. */
export function insertDissolved(db: Database, unitId: number, endedOn: string, at: string): void {
  const event = { effectiveOn: endedOn, decisionNumber: null, decidedOn: null, workforce: null };
  insertEvent(db, unitId, { kind: "dissolved", ...event }, at);
}

/** Takes a unit that nothing hangs on out of the register again. Its id is not used again. */
export function removeUnit(db: Database, unitId: number): void {
  run(db, "UPDATE org_unit SET is_removed = 1, code = code || ' ✕ ' || id WHERE id = ?", unitId);
}
