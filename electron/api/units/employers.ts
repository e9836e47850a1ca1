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
  changeUnion,
  insertEmployer,
  lastUnionChangeOn,
  listEmployers as listEmployerRecords,
  listEmployerUnions,
  updateEmployer as updateEmployerRecord,
} from "../../database/queries/employers.ts";
import { findUnitByUid, firstDayOf, type UnitRecord } from "../../database/queries/units.ts";
import { api } from "../implementation.ts";
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
        const id = insertEmployer(
          db,
          uid,
          { ...input, code: input.code || null, name, searchKey: searchKey(name) },
          input.workforce,
          today,
          act.at,
        );
        if (unit) changeUnion(db, id, firstDayOf(unit), unit.id);
        return id;
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
      const { effectiveOn } = input;
      const { unitUid } = input;
      const unit = typeof unitUid === "string" ? findUnitByUid(db, unitUid, effectiveOn) : unitUid;
      if (typeof unitUid === "string" && unit === undefined) throw errors.UNIT_UNKNOWN();
      const validFrom = lastUnionChangeOn(db, employer.id);
      const isBeforeLast = validFrom !== undefined && effectiveOn < validFrom;
      // Before the last change nothing is rewritten: whoever names the union of today says nothing new, any other is refused.
      const today = workspace.today();
      const compared = isBeforeLast
        ? findEmployer(db, input.uid, today > validFrom ? today : validFrom)
        : employer;
      const isOtherUnion = compared !== undefined && isOther(compared, unit);
      if (isOtherUnion && isBeforeLast) throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom } });
      const step = { kind: "changed", object: "employer", effectiveOn: input.effectiveOn } as const;
      asStep(workspace, step, employer.id, (act) => {
        updateEmployerRecord(
          db,
          employer.id,
          { ...input, code: input.code || null, name, searchKey: searchKey(name) },
          input.workforce,
          effectiveOn,
        );
        if (isOtherUnion) changeUnion(db, employer.id, effectiveOn, unit?.id ?? null);
        appendAudit(db, act, "employer.update", input.uid, {
          name,
          workforce: input.workforce,
          ...(isOtherUnion && { effectiveOn, union: unit?.code ?? null }),
        });
        return employer.id;
      });
      return toEmployerRow(findEmployer(db, input.uid, input.effectiveOn) ?? employer);
    });
  },
);

/**
 * Whether what is asked for is another union than the one of the day the employer was read for. One that has ended is
 * shown as none: naming none leaves it recorded, and counts for nothing after its end anyway.
 * @param asked undefined: nothing is said of it; null: none
 */
function isOther(employer: EmployerRecord, asked: UnitRecord | null | undefined): boolean {
  if (asked === undefined) return false;
  return asked === null ? employer.unitUid !== null : asked.id !== employer.linkedUnitId;
}

export const employerUnions = api.units.employerUnions.handler(
  ({ input, context: { workspace }, errors }) => {
    const employer = findEmployer(workspace.db, input.uid, workspace.today());
    if (!employer) throw errors.EMPLOYER_UNKNOWN();
    return listEmployerUnions(workspace.db, employer.id);
  },
);

function toEmployerRow({ id: _id, linkedUnitId: _linkedUnitId, ...row }: EmployerRecord): EmployerRow {
  return row;
}
