// What is to be done now: what is due, late, returned, to be approved or sent, and how many unions are in (ui.md §1).
import type { WorkItem } from "../../shared/contract/office.ts";
import { daysBetween } from "../../shared/domain/calendar.ts";
import { type Period, periodsOfYear } from "../../shared/domain/period.ts";
import { findLatestSubmission, findTrust, listKeys } from "../database/queries/exchange.ts";
import { findPeriodState } from "../database/queries/periods.ts";
import { listUnits } from "../database/queries/units.ts";
import { completenessOf, ownCompleteness } from "./completeness.ts";
import { dueStateOf, reportDueOf } from "./due-state.ts";
import { adoptedProgrammes } from "./load-programme.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** How many days ahead a due date is announced. */
const HORIZON_DAYS = 35;
/** How far back something late is still shown as work. */
const LATE_DAYS = 120;

/** What is to be done, most urgent first. A province has no forms of its own to fill. */
export function workItems(workspace: Workspace, office: OfficeRecord): WorkItem[] {
  const items: WorkItem[] = [];
  const plain = (kind: WorkItem["kind"]): WorkItem => ({
    kind,
    form: null,
    period: null,
    dueOn: null,
    daysLeft: null,
    unitsIn: null,
    unitsExpected: null,
    awaiting: null,
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
    const left = daysBetween(today, reportDueOf(workspace, period));
    return left <= HORIZON_DAYS && left >= -LATE_DAYS;
  });
}

function periodItems(workspace: Workspace, period: Period): WorkItem[] {
  const { expected, started, complete, incomplete, withoutOccurrence } = completenessOf(workspace, period);
  if (expected.length === 0) return [];
  const due = dueStateOf(workspace, period, incomplete);
  const item = (kind: WorkItem["kind"]): WorkItem => {
    const isAwaiting = kind === "due" || kind === "late" || kind === "approve";
    return {
      kind,
      form: period.rhythm,
      period: period.code,
      dueOn: due.dueOn,
      daysLeft: due.daysLeft,
      unitsIn: started,
      unitsExpected: expected.length,
      awaiting: isAwaiting
        ? {
            collectOn: workspace.datesOf(period).collectOn,
            unitsComplete: complete,
            unitsLate: due.awaited.filter(({ isLate }) => isLate).length,
            unitsWithoutOccurrence: withoutOccurrence,
            extendedTo: due.extendedTo,
            unitsExtended: due.unitsExtended,
            unitsExtendedTo: due.unitsExtendedTo,
          }
        : null,
      own: isAwaiting ? ownCompleteness(workspace, period) : null,
    };
  };
  switch (findPeriodState(workspace.db, period.rhythm, period)?.state) {
    case "approved":
      return [item("submit")];
    case "submitted":
      switch (findLatestSubmission(workspace.db, period.rhythm, period)?.state) {
        case "signed":
          return [item("submit")];
        case "exported":
          return [item("awaitingReceipt")];
        default:
          return [];
      }
    case "returned":
      return [item("returned")];
    case "accepted":
      return [];
    default:
      return [item(complete === expected.length ? "approve" : due.isLate ? "late" : "due")];
  }
}
