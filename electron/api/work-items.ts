// What is to be done now: what is due, late, returned, to be approved or sent, and how many unions are in (ui.md §1).
import type { WorkItem } from "../../shared/contract/office.ts";
import { daysBetween } from "../../shared/domain/calendar.ts";
import { dayOf } from "../../shared/domain/clock.ts";
import { type Period, periodsOfYear } from "../../shared/domain/period.ts";
import { findReturnNotice } from "../database/queries/corrections.ts";
import { findLatestSubmission } from "../database/queries/submissions.ts";
import { findTrust } from "../database/queries/trust-lists.ts";
import { listKeys } from "../database/queries/signing-keys.ts";
import { findPeriodState } from "../database/queries/periods.ts";
import { lastBackup } from "./backup/overview.ts";
import { beginningOf, daysLeftIn, liesBefore } from "./beginning.ts";
import { findForgotten, isReceiptAwaited } from "./backup/restored-state.ts";
import { completenessOf, ownCompleteness } from "./completeness.ts";
import { dueStateOf, reportDueOf } from "./due-state.ts";
import { adoptedProgrammes } from "./load-programme.ts";
import { registerOn } from "./register-at.ts";
import { countReports } from "./submissions/reporting.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** How many days ahead a due date is announced. */
const HORIZON_DAYS = 35;
/** How far back a late report has a line of its own; what is older is one line together. */
const LATE_DAYS = 120;
/** How long it is still said that a report was taken in. */
const ACCEPTED_DAYS = 31;

/** What is to be done, most urgent first. A province has no forms of its own to fill; it awaits those of others. */
export async function workItems(workspace: Workspace, office: OfficeRecord): Promise<WorkItem[]> {
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
    earlier: [],
  });
  if (office.kind !== "provincialFederation") {
    if (registerOn(workspace, workspace.today()).length === 0) items.push(plain("noUnits"));
    if (adoptedProgrammes(workspace).length === 0) items.push(plain("noProgramme"));
  }
  if (!listKeys(workspace.db).some((key) => key.purpose === "sign")) items.push(plain("noKey"));
  if (!findTrust(workspace.db)) items.push(plain("noTrust"));
  if (isReceiptAwaited(workspace.db)) items.push(plain("restored"));
  const backup = lastBackup(workspace);
  if (backup.isDue)
    items.push({ ...plain("backup"), dueOn: backup.lastSavedAt === null ? null : dayOf(backup.lastSavedAt) });
  if (office.kind !== "provincialFederation") {
    const earlier = earlierReports(workspace);
    if (earlier.length > 0) items.push({ ...plain("earlier"), earlier });
    for (const period of periodsInSight(workspace))
      if (daysLeftIn(workspace, period)(reportDueOf(workspace, period)) !== null)
        items.push(...periodItems(workspace, period));
  } else {
    const { madeOn } = beginningOf(workspace);
    for (const { period, expected, received } of await countReports(
      workspace,
      office,
      periodsInSight(workspace),
    )) {
      const dueOn = reportDueOf(workspace, period);
      // What was due before this book existed was reported some other way, unless it is being reported here after all.
      if (received === expected || (received === 0 && dueOn < madeOn)) continue;
      const daysLeft = daysBetween(workspace.today(), dueOn);
      items.push({
        ...plain("reports"),
        form: period.rhythm,
        period: period.code,
        dueOn,
        daysLeft,
        unitsIn: received,
        unitsExpected: expected,
      });
    }
  }
  return items.toSorted(
    (left, right) => rankOf(left) - rankOf(right) || (left.daysLeft ?? 0) - (right.daysLeft ?? 0),
  );
}

/** What came back is waited for by name; then what has waited longest; what is done last, whatever their days. */
function rankOf({ kind }: WorkItem): number {
  if (kind === "returned") return -2;
  if (kind === "earlier") return -1;
  return kind === "accepted" ? 1 : 0;
}

/**
 * Reports due before the time in sight and never sent, oldest first. They begin with what was due when the office was made
 * here, or with the first period it approved: figures of earlier years are there to compare with, their reports were sent
 * some other way.
 */
function earlierReports(workspace: Workspace): WorkItem["earlier"] {
  const today = workspace.today();
  const beginning = beginningOf(workspace);
  const { madeOn, approvedFrom } = beginning;
  const first = Math.min(Number(madeOn.slice(0, 4)) - 1, Number(approvedFrom.slice(0, 4)));
  const years = Array.from({ length: Number(today.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years
    .flatMap(periodsOfYear)
    .flatMap((period): WorkItem["earlier"] => {
      const dueOn = reportDueOf(workspace, period);
      if (liesBefore(beginning, period, dueOn)) return [];
      if (daysBetween(today, dueOn) >= -LATE_DAYS) return [];
      const forgotten = findForgotten(workspace.db, period.rhythm, period);
      const stored = findPeriodState(workspace.db, period.rhythm, period)?.state;
      if (stored === "submitted" || stored === "accepted" || (forgotten && !forgotten.returned)) return [];
      const state = stored ?? (forgotten ? "returned" : "open");
      return [{ form: period.rhythm, period: period.code, dueOn, state }];
    })
    .toSorted((left, right) => (left.dueOn < right.dueOn ? -1 : 1));
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
      earlier: [],
    };
  };
  /** The correction is awaited by the day the return names; without one it is as late as the report was. */
  const returnedBy = (dueOn: string | null): WorkItem => {
    const returned = item("returned");
    return dueOn === null
      ? returned
      : { ...returned, dueOn, daysLeft: daysBetween(workspace.today(), dueOn) };
  };
  const forgotten = findForgotten(workspace.db, period.rhythm, period);
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
    case "returned": {
      const { sha256 } = findLatestSubmission(workspace.db, period.rhythm, period) ?? {};
      return [
        returnedBy(sha256 === undefined ? null : (findReturnNotice(workspace.db, sha256)?.dueOn ?? null)),
      ];
    }
    case "accepted":
      return (due.daysLeft ?? 0) >= -ACCEPTED_DAYS ? [item("accepted")] : [];
    default:
      if (forgotten) return forgotten.returned ? [returnedBy(forgotten.returned.dueOn)] : [];
      return [item(complete === expected.length ? "approve" : due.isLate ? "late" : "due")];
  }
}
