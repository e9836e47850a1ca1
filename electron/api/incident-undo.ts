// What acts do to incidents and their lists besides changing cells: kept with the change set, taken back with it.
import type { Act } from "../database/queries/audit.ts";
import {
  insertIncidentChange,
  insertIncidentListChange,
  listIncidentChanges,
  listIncidentListChanges,
} from "../database/queries/incident-changes.ts";
import {
  findIncident,
  type IncidentRecord,
  type IncidentState,
  insertIncident,
  isListComplete,
  setIncident,
  setListComplete,
} from "../database/queries/incidents.ts";
import type { UnitIncident } from "../../shared/domain/unit-incident.ts";
import type { Workspace } from "./workspace.ts";

/** An act whose changes stand together in a set. */
export type SetAct = Act & { readonly changeSet: number };

export function addIncident(
  workspace: Workspace,
  act: SetAct,
  uid: string,
  unitId: number,
  incident: UnitIncident,
): void {
  const id = insertIncident(workspace.db, uid, unitId, incident, act);
  const after = stateOf({ ...incident, isRemoved: false });
  insertIncidentChange(workspace.db, act.changeSet, id, { ...after, isRemoved: true }, after);
}

export function putIncident(
  workspace: Workspace,
  act: SetAct,
  stored: IncidentRecord,
  after: IncidentState,
): void {
  setIncident(workspace.db, stored.id, after, act);
  insertIncidentChange(workspace.db, act.changeSet, stored.id, stateOf(stored), stateOf(after));
}

export function putListComplete(
  workspace: Workspace,
  act: SetAct,
  periodId: number,
  unitId: number,
  isComplete: boolean,
): void {
  const isCompleteBefore = isListComplete(workspace.db, periodId, unitId);
  setListComplete(workspace.db, periodId, unitId, isComplete, act);
  insertIncidentListChange(workspace.db, act.changeSet, {
    periodId,
    unitId,
    isCompleteBefore,
    isCompleteAfter: isComplete,
  });
}

/** Takes back what a set did to incidents and lists. @returns how many were changed since by something else and stay */
export function stepIncidentsBack(workspace: Workspace, set: number, act: SetAct): number {
  const { db } = workspace;
  let kept = 0;
  for (const { incidentUid, before, after } of listIncidentChanges(db, set).toReversed()) {
    const stored = findIncident(db, incidentUid);
    if (stored && isSameState(stored, after)) putIncident(workspace, act, stored, before);
    else kept += 1;
  }
  for (const change of listIncidentListChanges(db, set).toReversed()) {
    const { periodId, unitId, isCompleteBefore, isCompleteAfter } = change;
    if (isListComplete(db, periodId, unitId) === isCompleteAfter)
      putListComplete(workspace, act, periodId, unitId, isCompleteBefore);
    else kept += 1;
  }
  return kept;
}

/** The fields an act may change, always in the same order. */
export function stateOf(state: IncidentState): IncidentState {
  return {
    kind: state.kind,
    occurredOn: state.occurredOn,
    resolvedOn: state.resolvedOn,
    place: state.place,
    participants: state.participants,
    withUnion: state.withUnion,
    deaths: state.deaths,
    injured: state.injured,
    note: state.note,
    isRemoved: state.isRemoved,
  };
}

function isSameState(left: IncidentState, right: IncidentState): boolean {
  return JSON.stringify(stateOf(left)) === JSON.stringify(stateOf(right));
}
