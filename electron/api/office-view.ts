import type { OfficeStatus, Person, PersonRole } from "../../shared/contract/office.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { findSetting, listPeople } from "../database/queries/settings.ts";
import { currentPeriod } from "./answered-period.ts";
import { lastDue } from "./submissions/reporting.ts";
import type { OfficeRecord, Workspace } from "./workspace.ts";

/** Workers from which an enterprise union is "đông lao động" until the office says otherwise (T001-10b; band of domain.md §c.1). */
const DEFAULT_LARGE_WORKFORCE = 500;

export function officeStatus(workspace: Workspace): OfficeStatus {
  const { office, db } = workspace;
  const today = workspace.today();
  if (!office) return { program: workspace.program, today, office: null };
  const role = office.kind === "provincialFederation" ? "receiver" : "sender";
  const people = listPeople(db).map(
    (row): Person => ({
      id: row.id,
      name: row.name,
      title: row.title,
      roles: JSON.parse(row.roles) as PersonRole[],
    }),
  );
  return {
    program: workspace.program,
    today,
    office: {
      uid: office.uid,
      code: office.code,
      name: office.name,
      kind: office.kind,
      role,
      parent: office.parent && { code: office.parent.code, name: office.parent.name },
      instanceId: office.instanceId,
      isDemo: office.isDemo,
      workingYear: workingYear(workspace, office),
      people,
      currentPersonId: findSetting<number>(db, "currentPerson") ?? null,
      largeWorkforceThreshold: largeWorkforceThreshold(workspace),
      language: findSetting<"vi" | "en">(db, "language") ?? null,
    },
  };
}

/** The year every place begins with. */
export function workingYear(workspace: Workspace, office: OfficeRecord): number {
  // In January the reports that a receiver is at work on are those of December, and of the whole year before.
  return office.kind === "provincialFederation"
    ? periodOf(lastDue(workspace)).year
    : currentPeriod(workspace, office).year;
}

export function largeWorkforceThreshold(workspace: Workspace): number {
  return findSetting<number>(workspace.db, "largeWorkforceThreshold") ?? DEFAULT_LARGE_WORKFORCE;
}
