import { v7 as uuidV7 } from "uuid";
import type { EmployerRow, SimilarPair, UnitDetail, UnitRow } from "../../shared/contract/units.ts";
import { sectorOf } from "../../shared/domain/org-unit.ts";
import { periodsOfYear } from "../../shared/domain/period.ts";
import { normaliseText, sameNameKey, searchKey } from "../../shared/domain/text.ts";
import { inTransaction } from "../database/connection.ts";
import { appendAudit } from "../database/queries/audit.ts";
import {
  type EmployerRecord,
  findEmployer,
  findEmployerByCode,
  insertEmployer,
  listEmployers,
  updateEmployer,
} from "../database/queries/employers.ts";
import { listColumn, listYears } from "../database/queries/entries.ts";
import { periodId } from "../database/queries/periods.ts";
import {
  changeClassification,
  changeName,
  findUnitByCode,
  findUnitByUid,
  insertEvent,
  insertUnit,
  lastChangeOn,
  listUnits,
  setEnded,
  type UnitRecord,
  unitHistory,
} from "../database/queries/units.ts";
import { api, requireOffice } from "./implementation.ts";
import type { Workspace } from "./workspace.ts";

export function toUnitRow(unit: UnitRecord, on: string, membersTotal: number | null = null): UnitRow {
  const {
    uid,
    code,
    name,
    kind,
    employerType,
    sector,
    workforce,
    selfFinancing,
    taxCode,
    parentCode,
    parentName,
    establishedOn,
    endedOn,
  } = unit;
  const isActive = (establishedOn ?? "0000") <= on && on <= (endedOn ?? "9999");
  return {
    uid,
    code,
    name,
    kind,
    employerType,
    sector,
    workforce,
    selfFinancing,
    taxCode,
    parentCode,
    parentName,
    establishedOn,
    endedOn,
    isActive,
    membersTotal,
  };
}

function toEmployerRow({ id: _id, ...row }: EmployerRecord): EmployerRow {
  return row;
}

function detailOf(workspace: Workspace, unit: UnitRecord, on: string): UnitDetail {
  return {
    unit: toUnitRow(unit, on, latestMembers(workspace, on).get(unit.id) ?? null),
    ...unitHistory(workspace.db, unit.id),
  };
}

/** The last membership figure of each union entered up to a day. */
function latestMembers(workspace: Workspace, on: string): Map<number, number> {
  const members = new Map<number, number>();
  const year = listYears(workspace.db).find((candidate) => candidate <= Number(on.slice(0, 4)));
  if (year === undefined) return members;
  for (const period of periodsOfYear(year)
    .filter((candidate) => candidate.endOn <= on || candidate.rhythm === "month")
    .toSorted((left, right) => left.lastMonth - right.lastMonth)) {
    if (period.startOn > on) continue;
    for (const row of listColumn(workspace.db, periodId(period), workspace.elementId("membersTotal")))
      if (row.value !== null) members.set(row.unit_id, row.value);
  }
  return members;
}

export const unitsRouter = {
  list: api.units.list.handler(({ input, context: { workspace } }) => {
    requireOffice(workspace);
    const asOf = input.asOf ?? workspace.today();
    const members = latestMembers(workspace, asOf);
    const units = listUnits(workspace.db, asOf).map((unit) =>
      toUnitRow(unit, asOf, members.get(unit.id) ?? null),
    );
    return { asOf, units: input.includeEnded ? units : units.filter((unit) => unit.isActive) };
  }),

  get: api.units.get.handler(({ input, context: { workspace }, errors }) => {
    const on = input.asOf ?? workspace.today();
    const unit = findUnitByUid(workspace.db, input.uid, on);
    if (!unit) throw errors.UNIT_UNKNOWN();
    return detailOf(workspace, unit, on);
  }),

  create: api.units.create.handler(({ input, context: { workspace }, errors }) => {
    const office = requireOffice(workspace);
    const { db } = workspace;
    const code = normaliseText(input.code);
    const name = normaliseText(input.name);
    return inTransaction(db, () => {
      const taken = findUnitByCode(db, code, workspace.today());
      if (taken) throw errors.CODE_TAKEN({ data: { name: taken.name } });
      insertUnit(
        db,
        {
          ...input,
          uid: uuidV7(),
          code,
          name,
          searchKey: searchKey(name),
          parentId: office.unitId,
          endedOn: null,
          sector: input.sector ?? (input.employerType && sectorOf(input.employerType)),
        },
        workspace.now(),
      );
      appendAudit(db, workspace.act(), "unit.create", code, { name });
      const unit = findUnitByCode(db, code, workspace.today());
      if (!unit) throw errors.CODE_TAKEN({ data: { name } });
      return detailOf(workspace, unit, workspace.today());
    });
  }),

  change: api.units.change.handler(({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    return inTransaction(db, () => {
      const unit = findUnitByUid(db, input.uid, input.effectiveOn);
      if (!unit) throw errors.UNIT_UNKNOWN();
      if (unit.establishedOn !== null && input.effectiveOn < unit.establishedOn)
        throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
      const validFrom = lastChangeOn(db, unit.id);
      if (input.effectiveOn < validFrom) throw errors.DATE_BEFORE_LAST_CHANGE({ data: { validFrom } });
      const { changes } = input;
      const at = workspace.now();
      const event = {
        effectiveOn: input.effectiveOn,
        decisionNumber: input.decisionNumber,
        decidedOn: null,
        workforce: null,
      };
      if (changes.name !== undefined || changes.kind !== undefined) {
        const fullName = normaliseText(changes.name ?? unit.name);
        changeName(db, unit.id, input.effectiveOn, {
          fullName,
          searchKey: searchKey(fullName),
          kind: changes.kind ?? unit.kind,
        });
        insertEvent(db, unit.id, { kind: "renamed", ...event }, at);
      }
      const classification = {
        employerType: changes.employerType === undefined ? unit.employerType : changes.employerType,
        workforce: changes.workforce === undefined ? unit.workforce : changes.workforce,
        selfFinancing: changes.selfFinancing === undefined ? unit.selfFinancing : changes.selfFinancing,
        taxCode: changes.taxCode === undefined ? unit.taxCode : changes.taxCode,
      };
      const sector = changes.sector ?? (changes.employerType ? sectorOf(changes.employerType) : unit.sector);
      const isReclassified =
        classification.employerType !== unit.employerType ||
        classification.selfFinancing !== unit.selfFinancing ||
        sector !== unit.sector;
      if (
        isReclassified ||
        classification.workforce !== unit.workforce ||
        classification.taxCode !== unit.taxCode
      )
        changeClassification(db, unit.id, input.effectiveOn, { ...classification, sector });
      if (isReclassified) insertEvent(db, unit.id, { kind: "reclassified", ...event }, at);
      appendAudit(db, workspace.act(), "unit.change", unit.code, { effectiveOn: input.effectiveOn, changes });
      const on = input.effectiveOn > workspace.today() ? input.effectiveOn : workspace.today();
      const now = findUnitByUid(db, input.uid, on);
      if (!now) throw errors.UNIT_UNKNOWN();
      return detailOf(workspace, now, on);
    });
  }),

  end: api.units.end.handler(({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    return inTransaction(db, () => {
      const unit = findUnitByUid(db, input.uid, input.endedOn);
      if (!unit) throw errors.UNIT_UNKNOWN();
      if (unit.endedOn !== null) throw errors.UNIT_ALREADY_ENDED({ data: { endedOn: unit.endedOn } });
      if (unit.establishedOn !== null && input.endedOn < unit.establishedOn)
        throw errors.DATE_BEFORE_ESTABLISHMENT({ data: { establishedOn: unit.establishedOn } });
      setEnded(db, unit.id, input.endedOn);
      insertEvent(
        db,
        unit.id,
        {
          kind: input.kind,
          effectiveOn: input.endedOn,
          decisionNumber: input.decisionNumber,
          decidedOn: null,
          workforce: unit.workforce,
        },
        workspace.now(),
      );
      appendAudit(db, workspace.act(), "unit.end", unit.code, { endedOn: input.endedOn, kind: input.kind });
      return detailOf(workspace, { ...unit, endedOn: input.endedOn }, workspace.today());
    });
  }),

  similar: api.units.similar.handler(({ context: { workspace } }) =>
    similarUnits(listUnits(workspace.db, workspace.today())),
  ),

  listEmployers: api.units.listEmployers.handler(({ input, context: { workspace } }) =>
    listEmployers(workspace.db, input.asOf ?? workspace.today())
      .filter(
        (employer) =>
          (!input.withoutUnion || employer.unitUid === null) &&
          (input.minimumWorkers === 0 || (employer.workforce ?? 0) >= input.minimumWorkers),
      )
      .map(toEmployerRow),
  ),

  createEmployer: api.units.createEmployer.handler(({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    const today = workspace.today();
    const uid = uuidV7();
    return inTransaction(db, () => {
      const taken = input.code ? findEmployerByCode(db, input.code, today) : undefined;
      if (taken) throw errors.CODE_TAKEN({ data: { name: taken.name } });
      const name = normaliseText(input.name);
      const unit = input.unitUid ? findUnitByUid(db, input.unitUid, today) : undefined;
      insertEmployer(
        db,
        uid,
        { ...input, code: input.code || null, name, searchKey: searchKey(name), unitId: unit?.id ?? null },
        input.workforce,
        today,
        workspace.now(),
      );
      appendAudit(db, workspace.act(), "employer.create", uid, { name });
      const made = findEmployer(db, uid, today);
      if (!made) throw errors.CODE_TAKEN({ data: { name } });
      return toEmployerRow(made);
    });
  }),

  updateEmployer: api.units.updateEmployer.handler(({ input, context: { workspace }, errors }) => {
    const { db } = workspace;
    return inTransaction(db, () => {
      const employer = findEmployer(db, input.uid, input.effectiveOn);
      if (!employer) throw errors.EMPLOYER_UNKNOWN();
      const taken = input.code ? findEmployerByCode(db, input.code, input.effectiveOn) : undefined;
      if (taken && taken.id !== employer.id) throw errors.CODE_TAKEN({ data: { name: taken.name } });
      const name = normaliseText(input.name);
      const unit = input.unitUid ? findUnitByUid(db, input.unitUid, input.effectiveOn) : undefined;
      updateEmployer(
        db,
        employer.id,
        { ...input, code: input.code || null, name, searchKey: searchKey(name), unitId: unit?.id ?? null },
        input.workforce,
        input.effectiveOn,
      );
      appendAudit(db, workspace.act(), "employer.update", input.uid, { name, workforce: input.workforce });
      return toEmployerRow(findEmployer(db, input.uid, input.effectiveOn) ?? employer);
    });
  }),
};

/** Pairs by tax code, then by name (rule V25). */
export function similarUnits(
  units: readonly Pick<UnitRecord, "uid" | "code" | "name" | "taxCode">[],
): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  for (const [reason, keyOf] of [
    ["taxCode", (unit: Pick<UnitRecord, "taxCode">) => unit.taxCode ?? ""],
    ["name", (unit: Pick<UnitRecord, "name">) => sameNameKey(unit.name)],
  ] as const) {
    const seen = new Map<string, Pick<UnitRecord, "uid" | "code" | "name" | "taxCode">>();
    for (const unit of units) {
      const key = keyOf(unit);
      const left = key === "" ? undefined : seen.get(key);
      if (left && !pairs.some((pair) => pair.left.uid === left.uid && pair.right.uid === unit.uid)) {
        pairs.push({
          reason,
          left: { uid: left.uid, code: left.code, name: left.name },
          right: { uid: unit.uid, code: unit.code, name: unit.name },
        });
      }
      if (key !== "" && !left) seen.set(key, unit);
    }
  }
  return pairs;
}
