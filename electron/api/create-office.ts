import { v4 as uuidV4 } from "uuid";
import type { OfficeKind, UnitKind } from "../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../shared/domain/text.ts";
import { type Database, inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { insertPerson, setSetting } from "../database/queries/settings.ts";
import { NOTHING_KNOWN } from "../database/queries/units.ts";
import { insertUnit, type NewUnit } from "../database/queries/unit-writes.ts";
import { type OfficeRecord, officeUid, type Workspace } from "./workspace.ts";

export interface NewOffice {
  readonly code: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly personName?: string | null | undefined;
  readonly isDemo?: boolean;
}

/** Makes the office of an empty folder, with its superior and the first person. */
export function createOffice(workspace: Workspace, wanted: NewOffice): void {
  const { db } = workspace;
  const at = workspace.now();
  inTransaction(db, () => {
    const code = normaliseText(wanted.code);
    const name = normaliseText(wanted.name);
    const parentCode = wanted.parentCode ? normaliseText(wanted.parentCode) : "";
    const parentName = normaliseText(wanted.parentName ?? "") || parentCode;
    const parent = { code: parentCode, name: parentName, kind: superiorKindOf(wanted.kind), parentId: null };
    const parentId = parentCode && parentCode !== code ? insertOfficeUnit(db, parent, at) : null;
    const unitId = insertOfficeUnit(db, { code, name, kind: wanted.kind, parentId }, at);
    const office: OfficeRecord = {
      uid: officeUid(code),
      unitId,
      code,
      name,
      kind: wanted.kind,
      parent:
        parentId === null
          ? null
          : { id: parentId, uid: officeUid(parentCode), code: parentCode, name: parentName },
      instanceId: uuidV4(),
      isDemo: wanted.isDemo ?? false,
    };
    setSetting(db, "office", office);
    if (wanted.personName) {
      const personId = insertPerson(
        db,
        normaliseText(wanted.personName),
        "Cán bộ tổng hợp",
        ["clerk", "approver"],
        at,
      );
      setSetting(db, "currentPerson", personId);
    }
    appendAudit(db, workspace.act(), "office.create", code, { name, kind: wanted.kind });
  });
  workspace.refresh();
}

/** The kind of union an office of this kind answers to. */
export function superiorKindOf(kind: OfficeKind): UnitKind {
  return kind === "provincialFederation" ? "confederation" : "provincialFederation";
}

/** An office, or the union above it: its name and its place are all that is kept of it. @returns its id */
export function insertOfficeUnit(
  db: Database,
  unit: Pick<NewUnit, "code" | "name" | "kind" | "parentId">,
  at: string,
): number {
  return insertUnit(
    db,
    {
      ...NOTHING_KNOWN,
      ...unit,
      uid: officeUid(unit.code),
      searchKey: searchKey(unit.name),
      decisionNumber: null,
      decidedOn: null,
    },
    at,
  );
}
