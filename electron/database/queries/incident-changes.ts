// What acts did to incidents and their lists, kept with the change set of the act so that an undo takes back both.
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";
import type { IncidentState } from "./incidents.ts";

interface IncidentChange {
  readonly incidentUid: string;
  readonly before: IncidentState;
  readonly after: IncidentState;
}

interface IncidentListChange {
  readonly periodId: number;
  readonly unitId: number;
  readonly isCompleteBefore: boolean;
  readonly isCompleteAfter: boolean;
}

export function insertIncidentChange(
  db: Database,
  changeSet: number,
  incidentId: number,
  before: IncidentState,
  after: IncidentState,
): void {
  run(
    db,
    "INSERT INTO incident_change (change_set_id, incident_id, before, after) VALUES (?, ?, ?, ?)",
    changeSet,
    incidentId,
    JSON.stringify(before),
    JSON.stringify(after),
  );
}

export function insertIncidentListChange(db: Database, changeSet: number, change: IncidentListChange): void {
  run(
    db,
    "INSERT INTO incident_list_change (change_set_id, period_id, unit_id, is_complete_before, is_complete_after) VALUES (?, ?, ?, ?, ?)",
    changeSet,
    change.periodId,
    change.unitId,
    change.isCompleteBefore ? 1 : 0,
    change.isCompleteAfter ? 1 : 0,
  );
}

export function listIncidentChanges(db: Database, changeSet: number): IncidentChange[] {
  return all<{ uid: string; before: string; after: string }>(
    db,
    "SELECT i.uid, before, after FROM incident_change c JOIN unit_incident i ON i.id = c.incident_id WHERE change_set_id = ? ORDER BY c.id",
    changeSet,
  ).map(({ uid, before, after }) => ({
    incidentUid: uid,
    before: JSON.parse(before) as IncidentState,
    after: JSON.parse(after) as IncidentState,
  }));
}

export function listIncidentListChanges(db: Database, changeSet: number): IncidentListChange[] {
  return all<{ period_id: number; unit_id: number; before: number; after: number }>(
    db,
    `SELECT period_id, unit_id, is_complete_before AS before, is_complete_after AS after
     FROM incident_list_change WHERE change_set_id = ? ORDER BY id`,
    changeSet,
  ).map((row) => ({
    periodId: row.period_id,
    unitId: row.unit_id,
    isCompleteBefore: row.before === 1,
    isCompleteAfter: row.after === 1,
  }));
}
