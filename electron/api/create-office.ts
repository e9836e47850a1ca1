import { v4 as uuidV4 } from "uuid";
import type { OfficeKind, UnitKind } from "../../shared/domain/org-unit.ts";
import { normaliseText, searchKey } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import { insertPerson, setSetting } from "../database/queries/settings.ts";
import { insertUnit } from "../database/queries/unit-writes.ts";
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
    const unit = (code: string, name: string, kind: UnitKind, parentId: number | null) =>
      insertUnit(
        db,
        {
          uid: officeUid(code),
          code,
          name,
          searchKey: searchKey(name),
          kind,
          parentId,
          employerType: null,
          sector: null,
          workforce: null,
          selfFinancing: null,
          taxCode: null,
          establishedOn: null,
          endedOn: null,
          decisionNumber: null,
          decidedOn: null,
        },
        at,
      );
    const code = normaliseText(wanted.code);
    const name = normaliseText(wanted.name);
    const parentCode = wanted.parentCode ? normaliseText(wanted.parentCode) : "";
    const parentName = normaliseText(wanted.parentName ?? "") || parentCode;
    const parentKind = wanted.kind === "provincialFederation" ? "confederation" : "provincialFederation";
    const parentId =
      parentCode && parentCode !== code ? unit(parentCode, parentName, parentKind, null) : null;
    const unitId = unit(code, name, wanted.kind, parentId);
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
