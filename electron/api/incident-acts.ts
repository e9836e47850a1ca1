// What can be done to incidents. Every act is one transaction with its counts, its audit row and its undo step.
import { v7 as uuidV7 } from "uuid";
import type { PeriodStateName } from "../../shared/contract/entries.ts";
import type { IncidentOutcome, IncidentView } from "../../shared/contract/incidents.ts";
import type { EmployerType } from "../../shared/domain/org-unit.ts";
import type { Period } from "../../shared/domain/period.ts";
import { normaliseText } from "../../shared/domain/text.ts";
import {
  type IncidentFault,
  incidentFault,
  listPeriodOf,
  type UnitIncident,
} from "../../shared/domain/unit-incident.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { findIncident, type IncidentRecord, isListComplete } from "../database/queries/incidents.ts";
import { periodId } from "../database/queries/periods.ts";
import { findUnitByUid, listUnitIds, type UnitRecord } from "../database/queries/units.ts";
import { lockData } from "./cell-place.ts";
import { actOnCells } from "./entry-undo.ts";
import { kindsAsked, listRhythm, listView, readCounts, writeCounts } from "./incident-lists.ts";
import { addIncident, putIncident, putListComplete, type SetAct, stateOf } from "./incident-undo.ts";
import type { Workspace } from "./workspace.ts";

type IncidentRefusal =
  | { readonly code: "UNIT_UNKNOWN" | "INCIDENT_UNKNOWN" | "NO_LIST" }
  | {
      readonly code: "PERIOD_LOCKED";
      readonly data: { state: PeriodStateName; at: string | null; periods: readonly string[] };
    }
  | {
      readonly code: "UNIT_NOT_ACTIVE";
      readonly data: { establishedOn: string | null; endedOn: string | null };
    }
  | { readonly code: "NOT_APPLICABLE"; readonly data: { employerType: EmployerType | null } }
  | { readonly code: `INCIDENT_${IncidentFault}` }
  | { readonly code: "STALE_INCIDENT"; readonly data: { author: string | null } };

export type IncidentResult =
  | { readonly ok: true; readonly outcome: IncidentOutcome }
  | { readonly ok: false; readonly refusal: IncidentRefusal };

export function createIncident(workspace: Workspace, unitUid: string, input: UnitIncident): IncidentResult {
  const incident = cleanIncident(input);
  return inTransaction(workspace.db, (): IncidentResult => {
    const period = listPeriodOf(incident.kind, incident.occurredOn);
    const unit = findUnitByUid(workspace.db, unitUid, period.endOn);
    if (!unit) return refuse({ code: "UNIT_UNKNOWN" });
    const refusal = incidentRefusal(workspace, unit, incident) ?? lockRefusal(workspace, [period]);
    if (refusal) return refuse(refusal);
    return change(workspace, "incident.create", unit, [period], (act) => {
      const uid = uuidV7();
      addIncident(workspace, act, uid, unit.id, incident);
      return { uid, detail: incident };
    });
  });
}

export function updateIncident(
  workspace: Workspace,
  uid: string,
  expectedRevision: number,
  input: UnitIncident,
): IncidentResult {
  const incident = cleanIncident(input);
  return inTransaction(workspace.db, (): IncidentResult => {
    const stored = findIncident(workspace.db, uid);
    const unit = stored && unitOf(workspace, stored, incident);
    if (!stored || !unit || stored.isRemoved) return refuse({ code: "INCIDENT_UNKNOWN" });
    if (stored.revision !== expectedRevision)
      return refuse({ code: "STALE_INCIDENT", data: { author: stored.author } });
    const periods = periodsOf(stored, incident);
    const refusal = incidentRefusal(workspace, unit, incident) ?? lockRefusal(workspace, periods);
    if (refusal) return refuse(refusal);
    return change(workspace, "incident.update", unit, periods, (act) => {
      putIncident(workspace, act, stored, { ...incident, isRemoved: false });
      return { uid, detail: incident };
    });
  });
}

/** Takes an incident out of its list, or puts it back. */
export function setIncidentRemoved(workspace: Workspace, uid: string, isRemoved: boolean): IncidentResult {
  return inTransaction(workspace.db, (): IncidentResult => {
    const stored = findIncident(workspace.db, uid);
    const unit = stored && unitOf(workspace, stored, stored);
    if (!stored || !unit) return refuse({ code: "INCIDENT_UNKNOWN" });
    if (stored.isRemoved === isRemoved)
      return { ok: true, outcome: { incident: toIncidentView(stored, unit), written: [], kept: [] } };
    const periods = periodsOf(stored);
    const refusal =
      (isRemoved ? null : incidentRefusal(workspace, unit, stored)) ?? lockRefusal(workspace, periods);
    if (refusal) return refuse(refusal);
    return change(workspace, isRemoved ? "incident.remove" : "incident.restore", unit, periods, (act) => {
      putIncident(workspace, act, stored, { ...stateOf(stored), isRemoved });
      return { uid, detail: stateOf(stored) };
    });
  });
}

export function setComplete(
  workspace: Workspace,
  unitUid: string,
  period: Period,
  isComplete: boolean,
): IncidentResult {
  return onList(workspace, unitUid, period, (unit) => {
    const id = periodId(period);
    if (isListComplete(workspace.db, id, unit.id) === isComplete) return { ok: true, outcome: UNCHANGED };
    return change(workspace, "incident.complete", unit, [period], (act) => {
      putListComplete(workspace, act, id, unit.id, isComplete);
      return { uid: null, detail: { isComplete } };
    });
  });
}

/** The list's numbers instead of those typed against it. */
export function takeCounts(workspace: Workspace, unitUid: string, period: Period): IncidentResult {
  return onList(workspace, unitUid, period, (unit) =>
    listView(workspace, unit, period).counts.some((count) => count.disagrees)
      ? change(workspace, "incident.takeCounts", unit, [period], () => ({ uid: null, detail: {} }), true)
      : { ok: true, outcome: UNCHANGED },
  );
}

export function toIncidentView(
  record: IncidentRecord,
  unit: Pick<UnitRecord, "uid" | "code" | "name">,
): IncidentView {
  const { isRemoved: _isRemoved, ...incident } = stateOf(record);
  const { uid, revision, recordedAt, author } = record;
  const { uid: unitUid, code: unitCode, name: unitName } = unit;
  return { ...incident, uid, unitUid, unitCode, unitName, revision, recordedAt, author };
}

const UNCHANGED: IncidentOutcome = { incident: null, written: [], kept: [] };
const refuse = (refusal: IncidentRefusal): IncidentResult => ({ ok: false, refusal });

/** Does something to the lists of some periods and lets their cells follow. Call inside a transaction, after every refusal. */
function change(
  workspace: Workspace,
  action: string,
  unit: UnitRecord,
  periods: readonly Period[],
  work: (act: SetAct) => { readonly uid: string | null; readonly detail: object },
  isForced = false,
): IncidentResult {
  const { db } = workspace;
  for (const period of periods) workspace.ensurePeriod(period);
  const before = periods.map((period) => readCounts(workspace, unit.id, period));
  const act = actOnCells(workspace, "typed", periods);
  const { uid, detail } = work(act);
  const follows = periods.map((period, index) =>
    writeCounts(workspace, unit, period, before[index] ?? new Map(), act, isForced),
  );
  const written = follows.flatMap((follow) => follow.written);
  appendAudit(db, act, action, uid ?? `${unit.uid}/${periods.map(({ code }) => code).join("+")}`, {
    ...detail,
    unit: unit.uid,
    counts: written.map(({ element, period, entry, revision }) => ({ element, period, entry, revision })),
  });
  const stored = uid === null ? undefined : findIncident(db, uid);
  return {
    ok: true,
    outcome: {
      incident: stored ? toIncidentView(stored, unit) : null,
      written,
      kept: follows.flatMap((follow) => follow.kept),
    },
  };
}

function onList(
  workspace: Workspace,
  unitUid: string,
  period: Period,
  work: (unit: UnitRecord) => IncidentResult,
): IncidentResult {
  return inTransaction(workspace.db, (): IncidentResult => {
    if (!listRhythm(period)) return refuse({ code: "NO_LIST" });
    const unit = findUnitByUid(workspace.db, unitUid, period.endOn);
    if (!unit) return refuse({ code: "UNIT_UNKNOWN" });
    const { employerType, establishedOn, endedOn } = unit;
    if (listView(workspace, unit, period).counts.length === 0)
      return refuse({ code: "NOT_APPLICABLE", data: { employerType } });
    if ((establishedOn ?? "0000") > period.endOn || (endedOn ?? "9999") < period.startOn)
      return refuse({ code: "UNIT_NOT_ACTIVE", data: { establishedOn, endedOn } });
    const locked = lockRefusal(workspace, [period]);
    return locked ? refuse(locked) : work(unit);
  });
}

/** What is wrong with an incident of a unit, its period's state aside. */
function incidentRefusal(
  workspace: Workspace,
  unit: UnitRecord,
  incident: UnitIncident,
): IncidentRefusal | null {
  const fault = incidentFault(incident, workspace.today());
  if (fault) return { code: `INCIDENT_${fault}` };
  const { employerType, establishedOn, endedOn } = unit;
  const { kind, occurredOn } = incident;
  if (!kindsAsked(employerType).includes(kind)) return { code: "NOT_APPLICABLE", data: { employerType } };
  if ((establishedOn ?? "0000") > occurredOn || (endedOn ?? "9999") < occurredOn)
    return { code: "UNIT_NOT_ACTIVE", data: { establishedOn, endedOn } };
  return null;
}

function lockRefusal(workspace: Workspace, periods: readonly Period[]): IncidentRefusal | null {
  for (const period of periods) {
    const lock = lockData(workspace, period);
    if (lock) return { code: "PERIOD_LOCKED", data: { ...lock, periods: [period.code] } };
  }
  return null;
}

/** The lists an incident stands in before and after a change. */
function periodsOf(...incidents: readonly UnitIncident[]): Period[] {
  const periods = incidents.map(({ kind, occurredOn }) => listPeriodOf(kind, occurredOn));
  return [...new Map(periods.map((period) => [period.code, period])).values()];
}

/** The unit of an incident as it is at the end of the list of the day. */
function unitOf(
  workspace: Workspace,
  { unitId }: IncidentRecord,
  { kind, occurredOn }: UnitIncident,
): UnitRecord | undefined {
  const uid = listUnitIds(workspace.db).find(({ id }) => id === unitId)?.uid;
  return uid === undefined
    ? undefined
    : findUnitByUid(workspace.db, uid, listPeriodOf(kind, occurredOn).endOn);
}

function cleanIncident(input: UnitIncident): UnitIncident {
  return { ...input, place: normaliseText(input.place), note: normaliseText(input.note) };
}
