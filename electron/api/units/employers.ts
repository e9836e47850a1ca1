// Employers, with or without a union.
import { v7 as uuidV7 } from "uuid";
import type { EmployerRow } from "../../../shared/contract/units.ts";
import { normaliseText, searchKey } from "../../../shared/domain/text.ts";
import { inTransaction } from "../../database/connection.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import {
  type EmployerRecord,
  findEmployer,
  findEmployerByCode,
  insertEmployer,
  listEmployers as listEmployerRecords,
  updateEmployer as updateEmployerRecord,
} from "../../database/queries/employers.ts";
import { findUnitByUid } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";
import { asStep } from "./step.ts";

export const listEmployers = api.units.listEmployers.handler(({ input, context: { workspace } }) =>
  listEmployerRecords(workspace.db, input.asOf ?? workspace.today())
    .filter(
      (employer) =>
        (!input.withoutUnion || employer.unitUid === null) &&
        (input.minimumWorkers === 0 || (employer.workforce ?? 0) >= input.minimumWorkers),
    )
    .map(toEmployerRow),
);

export const createEmployer = api.units.createEmployer.handler(
  ({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    const today = workspace.today();
    const uid = uuidV7();
    return inTransaction(db, () => {
      const taken = input.code ? findEmployerByCode(db, input.code, today) : undefined;
      if (taken) throw errors.CODE_TAKEN({ data: { name: taken.name } });
      const name = normaliseText(input.name);
      const unit = input.unitUid === null ? null : findUnitByUid(db, input.unitUid, today);
      if (unit === undefined) throw errors.UNIT_UNKNOWN();
      asStep(workspace, { kind: "created", object: "employer", effectiveOn: today }, null, (act) => {
        appendAudit(db, act, "employer.create", uid, { name });
        return insertEmployer(
          db,
          uid,
          { ...input, code: input.code || null, name, searchKey: searchKey(name), unitId: unit?.id ?? null },
          input.workforce,
          today,
          act.at,
        );
      });
      const made = findEmployer(db, uid, today);
      if (!made) throw errors.CODE_TAKEN({ data: { name } });
      return toEmployerRow(made);
    });
  },
);

export const updateEmployer = api.units.updateEmployer.handler(
  ({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    return inTransaction(db, () => {
      const employer = findEmployer(db, input.uid, input.effectiveOn);
      if (!employer) throw errors.EMPLOYER_UNKNOWN();
      const taken = input.code ? findEmployerByCode(db, input.code, input.effectiveOn) : undefined;
      if (taken && taken.id !== employer.id) throw errors.CODE_TAKEN({ data: { name: taken.name } });
      const name = normaliseText(input.name);
      if (input.workforce === null && employer.workforce !== null)
        throw errors.WORKFORCE_REQUIRED({ data: { workforce: employer.workforce } });
      const unit = input.unitUid === null ? null : findUnitByUid(db, input.unitUid, input.effectiveOn);
      if (unit === undefined) throw errors.UNIT_UNKNOWN();
      const unitId = unit?.id ?? linkWithoutUnion(workspace, employer);
      const step = { kind: "changed", object: "employer", effectiveOn: input.effectiveOn } as const;
      asStep(workspace, step, employer.id, (act) => {
        updateEmployerRecord(
          db,
          employer.id,
          { ...input, code: input.code || null, name, searchKey: searchKey(name), unitId },
          input.workforce,
          input.effectiveOn,
        );
        appendAudit(db, act, "employer.update", input.uid, { name, workforce: input.workforce });
        return employer.id;
      });
      return toEmployerRow(findEmployer(db, input.uid, input.effectiveOn) ?? employer);
    });
  },
);

/**
 * What stays recorded when no union is named. One that has ended is shown as none, so naming none does not take it away:
 * the periods it existed in still count it.
 */
function linkWithoutUnion(workspace: Workspace, shown: EmployerRecord): number | null {
  const now = findEmployer(workspace.db, shown.uid, workspace.today());
  return shown.unitUid === null || now?.unitUid === null ? shown.linkedUnitId : null;
}

function toEmployerRow({ id: _id, linkedUnitId: _linkedUnitId, ...row }: EmployerRecord): EmployerRow {
  return row;
}
