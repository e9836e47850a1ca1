import { ORPCError } from "@orpc/server";
import type { IncidentOutcome, IncidentSheet } from "../../shared/contract/incidents.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { listIncidents, listUnitIncidents } from "../database/queries/incidents.ts";
import { findUnitByUid, listUnits } from "../database/queries/units.ts";
import { api, requireOffice } from "./implementation.ts";
import {
  createIncident,
  type IncidentResult,
  setComplete,
  setIncidentRemoved,
  takeCounts,
  toIncidentView,
  updateIncident,
} from "./incident-acts.ts";
import { kindsAsked, listPeriods, listView } from "./incident-lists.ts";

/** Days before and after all others. */
const EVER = { startOn: "0000", endOn: "9999" };

export const incidentsRouter = {
  list: api.incidents.list.handler(({ input, context: { workspace }, errors }) => {
    requireOffice(workspace);
    const { db } = workspace;
    const { startOn, endOn } = input.period === undefined ? EVER : periodOf(input.period);
    const on = input.period === undefined ? workspace.today() : endOn;
    if (input.unit !== undefined) {
      const unit = findUnitByUid(db, input.unit, on);
      if (!unit) throw errors.UNIT_UNKNOWN();
      return listUnitIncidents(db, unit.id, startOn, endOn).map((record) => toIncidentView(record, unit));
    }
    const units = new Map(listUnits(db, on).map((unit) => [unit.id, unit]));
    return listIncidents(db, startOn, endOn).flatMap((record) => {
      const unit = units.get(record.unitId);
      return unit ? [toIncidentView(record, unit)] : [];
    });
  }),

  open: api.incidents.open.handler(({ input, context: { workspace }, errors }): IncidentSheet => {
    requireOffice(workspace);
    const period = input.period === null ? null : periodOf(input.period);
    const unit = findUnitByUid(workspace.db, input.unit, period?.endOn ?? workspace.today());
    if (!unit) throw errors.UNIT_UNKNOWN();
    const { uid, code, name, employerType, establishedOn, endedOn } = unit;
    const { startOn, endOn } = period ?? EVER;
    return {
      unit: { uid, code, name, employerType, establishedOn, endedOn },
      kinds: kindsAsked(employerType),
      incidents: listUnitIncidents(workspace.db, unit.id, startOn, endOn).map((record) =>
        toIncidentView(record, unit),
      ),
      lists:
        period === null
          ? []
          : listPeriods(period)
              .map((list) => listView(workspace, unit, list))
              .filter(({ counts }) => counts.length > 0),
    };
  }),

  create: api.incidents.create.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    const { unit, ...incident } = input;
    return outcomeOf(createIncident(workspace, unit, incident));
  }),

  update: api.incidents.update.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    const { uid, expectedRevision, ...incident } = input;
    return outcomeOf(updateIncident(workspace, uid, expectedRevision, incident));
  }),

  remove: api.incidents.remove.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return outcomeOf(setIncidentRemoved(workspace, input.uid, true));
  }),

  restore: api.incidents.restore.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return outcomeOf(setIncidentRemoved(workspace, input.uid, false));
  }),

  setComplete: api.incidents.setComplete.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return outcomeOf(setComplete(workspace, input.unit, periodOf(input.period), input.isComplete));
  }),

  takeCounts: api.incidents.takeCounts.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    return outcomeOf(takeCounts(workspace, input.unit, periodOf(input.period)));
  }),
};

/** @throws {ORPCError} of the code the contract declares */
function outcomeOf(result: IncidentResult): IncidentOutcome {
  if (result.ok) return result.outcome;
  const { refusal } = result;
  const { code, ...rest } = refusal;
  throw new ORPCError(code, { defined: true, message: code, data: "data" in rest ? rest.data : undefined });
}
