// Incidents behind counts, and which lists are complete. What was removed keeps its row.
import type { IncidentKind, UnitIncident } from "../../../shared/domain/unit-incident.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";

export interface IncidentRecord extends UnitIncident {
  readonly id: number;
  readonly uid: string;
  readonly unitId: number;
  readonly isRemoved: boolean;
  readonly revision: number;
  readonly recordedAt: string;
  readonly author: string | null;
}

/** What an act may change of an incident, and an undo puts back. */
export interface IncidentState extends UnitIncident {
  readonly isRemoved: boolean;
}

interface Row {
  id: number;
  uid: string;
  unit_id: number;
  kind: IncidentKind;
  occurred_on: string;
  resolved_on: string | null;
  place: string;
  participants: number | null;
  with_union: number;
  deaths: number | null;
  injured: number | null;
  note: string;
  is_removed: number;
  revision: number;
  recorded_at: string;
  author: string | null;
}

const SELECT = `SELECT i.id, uid, unit_id, kind, occurred_on, resolved_on, place, participants, with_union, deaths, injured, note,
  is_removed, revision, recorded_at, p.name AS author FROM unit_incident i LEFT JOIN person p ON p.id = author_id`;

function toRecord(row: Row): IncidentRecord {
  return {
    id: row.id,
    uid: row.uid,
    unitId: row.unit_id,
    kind: row.kind,
    occurredOn: row.occurred_on,
    resolvedOn: row.resolved_on,
    place: row.place,
    participants: row.participants,
    withUnion: row.with_union === 1,
    deaths: row.deaths,
    injured: row.injured,
    note: row.note,
    isRemoved: row.is_removed === 1,
    revision: row.revision,
    recordedAt: row.recorded_at,
    author: row.author,
  };
}

/** Also finds one that was removed. */
export function findIncident(db: Database, uid: string): IncidentRecord | undefined {
  const row = first<Row>(db, `${SELECT} WHERE uid = ?`, uid);
  return row && toRecord(row);
}

// `(SELECT ?)`: beside a plain parameter SQLite prepares the statement anew at every run, which costs ten times the search.
const UNIT_INCIDENTS = `${SELECT} WHERE is_removed = 0 AND unit_id = (SELECT ?) AND occurred_on BETWEEN ? AND ? ORDER BY occurred_on DESC, i.id DESC`;

/** Incidents of one unit from a day to a day, both included, latest first. */
export function listUnitIncidents(db: Database, unitId: number, from: string, to: string): IncidentRecord[] {
  return all<Row>(db, UNIT_INCIDENTS, unitId, from, to).map(toRecord);
}

/** Incidents of all units from a day to a day, both included, latest first. */
export function listIncidents(db: Database, from: string, to: string): IncidentRecord[] {
  return all<Row>(
    db,
    `${SELECT} WHERE is_removed = 0 AND occurred_on BETWEEN ? AND ? ORDER BY occurred_on DESC, i.id DESC`,
    from,
    to,
  ).map(toRecord);
}

/** @returns the id of the new row */
export function insertIncident(
  db: Database,
  uid: string,
  unitId: number,
  incident: UnitIncident,
  act: Act,
): number {
  return run(
    db,
    `INSERT INTO unit_incident (uid, unit_id, kind, occurred_on, resolved_on, place, participants, with_union, deaths, injured, note, recorded_at, author_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uid,
    unitId,
    incident.kind,
    incident.occurredOn,
    incident.resolvedOn,
    incident.place,
    incident.participants,
    incident.withUnion ? 1 : 0,
    incident.deaths,
    incident.injured,
    incident.note,
    act.at,
    act.personId,
  ).id;
}

/** Puts an incident into a state; its revision goes on. */
export function setIncident(db: Database, id: number, state: IncidentState, act: Act): void {
  run(
    db,
    `UPDATE unit_incident SET kind = ?, occurred_on = ?, resolved_on = ?, place = ?, participants = ?, with_union = ?, deaths = ?,
       injured = ?, note = ?, is_removed = ?, revision = revision + 1, recorded_at = ?, author_id = ? WHERE id = ?`,
    state.kind,
    state.occurredOn,
    state.resolvedOn,
    state.place,
    state.participants,
    state.withUnion ? 1 : 0,
    state.deaths,
    state.injured,
    state.note,
    state.isRemoved ? 1 : 0,
    act.at,
    act.personId,
    id,
  );
}

/** Units whose list of a period is complete. */
export function listCompleteUnits(db: Database, periodId: number): ReadonlySet<number> {
  return new Set(
    all<{ unit_id: number }>(
      db,
      "SELECT unit_id FROM complete_incident_list WHERE period_id = ?",
      periodId,
    ).map((row) => row.unit_id),
  );
}

export function isListComplete(db: Database, periodId: number, unitId: number): boolean {
  return (
    first(
      db,
      "SELECT 1 AS found FROM complete_incident_list WHERE period_id = ? AND unit_id = ?",
      periodId,
      unitId,
    ) !== undefined
  );
}

export function setListComplete(
  db: Database,
  periodId: number,
  unitId: number,
  isComplete: boolean,
  act: Act,
): void {
  if (isComplete)
    run(
      db,
      "INSERT INTO complete_incident_list (period_id, unit_id, at, author_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      periodId,
      unitId,
      act.at,
      act.personId,
    );
  else run(db, "DELETE FROM complete_incident_list WHERE period_id = ? AND unit_id = ?", periodId, unitId);
}
