import type { DoctorReport, WorkItem } from "../../shared/contract/office.ts";
import { datesOf, daysBetween } from "../../shared/domain/calendar.ts";
import { DEFAULT_CALENDAR } from "../../shared/catalogue/calendar.ts";
import { type Period, periodsOfYear } from "../../shared/domain/period.ts";
import { normaliseText } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit, findBrokenAudit } from "../database/queries/audit.ts";
import { findLatestSubmission, findTrust, listKeys } from "../database/queries/exchange.ts";
import { findPeriodState } from "../database/queries/periods.ts";
import { insertPerson, setSetting } from "../database/queries/settings.ts";
import { completenessOf, ownCompleteness } from "./completeness.ts";
import { createOffice } from "./create-office.ts";
import { fillDemo } from "./demo/fill-demo.ts";
import { api, requireOffice } from "./implementation.ts";
import { adoptedProgrammes } from "./load-programme.ts";
import { officeStatus } from "./office-view.ts";
import { listUnits } from "../database/queries/units.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

export const officeRouter = {
  status: api.office.status.handler(({ context: { workspace } }) => officeStatus(workspace)),

  create: api.office.create.handler(({ input, context: { workspace }, errors }) => {
    if (workspace.office) throw errors.OFFICE_EXISTS({ data: { name: workspace.office.name } });
    createOffice(workspace, input);
    return officeStatus(workspace);
  }),

  createDemo: api.office.createDemo.handler(async function* ({
    input,
    context: { workspace },
    errors,
    signal,
  }) {
    if (workspace.office) throw errors.OFFICE_EXISTS({ data: { name: workspace.office.name } });
    yield* fillDemo(workspace, input, signal);
    return officeStatus(workspace);
  }),

  addPerson: api.office.addPerson.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      const name = normaliseText(input.name);
      const id = insertPerson(
        workspace.db,
        name,
        normaliseText(input.title ?? ""),
        input.roles,
        workspace.now(),
      );
      if (workspace.act().personId === null) setSetting(workspace.db, "currentPerson", id);
      appendAudit(workspace.db, workspace.act(), "person.add", name, { roles: input.roles });
    });
    return officeStatus(workspace);
  }),

  setCurrentPerson: api.office.setCurrentPerson.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      setSetting(workspace.db, "currentPerson", input.personId);
      appendAudit(workspace.db, workspace.act(), "person.onDuty", String(input.personId), {});
    });
    return officeStatus(workspace);
  }),

  setParameters: api.office.setParameters.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    inTransaction(workspace.db, () => {
      setSetting(workspace.db, "largeWorkforceThreshold", input.largeWorkforceThreshold);
      appendAudit(workspace.db, workspace.act(), "office.parameters", "largeWorkforceThreshold", input);
    });
    return officeStatus(workspace);
  }),

  today: api.office.today.handler(({ context: { workspace } }) =>
    workItems(workspace, requireOffice(workspace)),
  ),

  doctor: api.office.doctor.handler(({ context: { workspace } }): DoctorReport => {
    const { raw } = workspace.db;
    const integrity = String(raw.pragma("integrity_check", { simple: true }));
    const foreign = raw.pragma("foreign_key_check") as unknown[];
    const broken = findBrokenAudit(workspace.db);
    return {
      checks: [
        { name: "integrity", ok: integrity === "ok", detail: integrity },
        { name: "references", ok: foreign.length === 0, detail: String(foreign.length) },
        { name: "audit", ok: broken === null, detail: broken === null ? "" : String(broken) },
      ],
    };
  }),
};

/** How many days ahead a due date is announced. */
const HORIZON_DAYS = 35;
/** How far back something late is still shown as work. */
const LATE_DAYS = 120;

/** What is to be done, most urgent first. A province has no forms of its own to fill. */
function workItems(workspace: Workspace, office: OfficeRecord): WorkItem[] {
  const items: WorkItem[] = [];
  const plain = (kind: WorkItem["kind"]): WorkItem => ({
    kind,
    form: null,
    period: null,
    dueOn: null,
    daysLeft: null,
    unitsIn: null,
    unitsExpected: null,
    own: null,
  });
  if (office.kind !== "provincialFederation") {
    if (listUnits(workspace.db, workspace.today()).length === 0) items.push(plain("noUnits"));
    if (adoptedProgrammes(workspace).length === 0) items.push(plain("noProgramme"));
  }
  if (!listKeys(workspace.db).some((key) => key.purpose === "sign")) items.push(plain("noKey"));
  if (!findTrust(workspace.db)) items.push(plain("noTrust"));
  if (office.kind !== "provincialFederation")
    for (const period of periodsInSight(workspace)) items.push(...periodItems(workspace, period));
  return items.toSorted((left, right) => (left.daysLeft ?? 0) - (right.daysLeft ?? 0));
}

function periodsInSight(workspace: Workspace): Period[] {
  const today = workspace.today();
  const year = Number(today.slice(0, 4));
  return [year - 1, year].flatMap(periodsOfYear).filter((period) => {
    const left = daysBetween(today, datesOf(period, DEFAULT_CALENDAR).dueOn);
    return left <= HORIZON_DAYS && left >= -LATE_DAYS;
  });
}

function periodItems(workspace: Workspace, period: Period): WorkItem[] {
  const dates = workspace.datesOf(period);
  const { expected, started, complete } = completenessOf(workspace, period);
  if (expected.length === 0) return [];
  const daysLeft = daysBetween(workspace.today(), dates.dueOn);
  const item = (kind: WorkItem["kind"]): WorkItem => ({
    kind,
    form: period.rhythm,
    period: period.code,
    dueOn: dates.dueOn,
    daysLeft,
    unitsIn: started,
    unitsExpected: expected.length,
    own: kind === "due" || kind === "late" || kind === "approve" ? ownCompleteness(workspace, period) : null,
  });
  switch (findPeriodState(workspace.db, period.rhythm, period)?.state) {
    case "approved":
      return [item("submit")];
    case "submitted":
      return findLatestSubmission(workspace.db, period.rhythm, period)?.state === "exported"
        ? [item("awaitingReceipt")]
        : [];
    case "returned":
      return [item("returned")];
    case "accepted":
      return [];
    default:
      return [item(complete === expected.length ? "approve" : daysLeft < 0 ? "late" : "due")];
  }
}
