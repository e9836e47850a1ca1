// Lines of a register file that go into the register.
import { v7 as uuidV7 } from "uuid";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { searchKey } from "../../../shared/domain/text.ts";
import { listEmployersSinceFounding, snapshotEmployer } from "../../database/queries/employers.ts";
import type { BatchChange } from "../../database/queries/imports.ts";
import {
  changeClassification,
  changeName,
  changeParent,
  insertDissolved,
  insertEvent,
  insertUnit,
  moveEnd,
  setEnded,
  setEstablished,
} from "../../database/queries/unit-writes.ts";
import { findUnitByCode, firstDayOf, type UnitRecord } from "../../database/queries/units.ts";
import { snapshotUnit } from "../../database/queries/unit-snapshot.ts";
import type { UnitFileRow } from "../../files/register-rows.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import { mergedFields, type UnitFields } from "./unit-fields.ts";

export function addUnit(
  workspace: Workspace,
  office: OfficeRecord,
  row: UnitFileRow,
  at: string,
): BatchChange[] {
  const parent =
    row.parentCode === null || row.parentCode === office.code
      ? undefined
      : findUnitByCode(workspace.db, row.parentCode, workspace.today());
  insertUnit(
    workspace.db,
    {
      ...row,
      uid: uuidV7(),
      searchKey: searchKey(row.name),
      sector: row.employerType && sectorOf(row.employerType),
      parentId: parent?.id ?? office.unitId,
      decisionNumber: null,
      decidedOn: null,
    },
    at,
  );
  const made = findUnitByCode(workspace.db, row.code, workspace.today());
  if (!made) throw new RangeError(`addUnit: ${row.code}`);
  return [{ object: "unit", key: made.id, before: null, after: snapshotUnit(workspace.db, made.id) }];
}

/** Register files carry no date of change: what differs counts from today. A mended founding day takes employers with it. */
export function updateUnit(
  workspace: Workspace,
  office: OfficeRecord,
  present: UnitRecord,
  row: UnitFileRow,
  at: string,
): BatchChange[] {
  const { db } = workspace;
  const { id } = present;
  const after = mergedFields(present, row);
  const employers =
    after.establishedOn === null || after.establishedOn === present.establishedOn
      ? []
      : listEmployersSinceFounding(db, id, firstDayOf(present), after.establishedOn);
  const unitBefore = snapshotUnit(db, id);
  const employersBefore = employers.map((key) => ({ key, before: snapshotEmployer(db, key) }));
  writeUnit(workspace, office, present, after, at);
  return [
    { object: "unit", key: id, before: unitBefore, after: snapshotUnit(db, id) },
    ...employersBefore.map((change) => ({
      ...change,
      object: "employer",
      after: snapshotEmployer(db, change.key),
    })),
  ];
}

/** Brings a unit to given fields from today on. */
function writeUnit(
  workspace: Workspace,
  office: OfficeRecord,
  present: UnitRecord,
  after: UnitFields,
  at: string,
): void {
  const { db } = workspace;
  const from = workspace.today();
  if (after.name !== present.name || after.kind !== present.kind) {
    changeName(db, present.id, from, {
      fullName: after.name,
      searchKey: searchKey(after.name),
      kind: after.kind,
    });
    insertEvent(
      db,
      present.id,
      { kind: "renamed", effectiveOn: from, decisionNumber: null, decidedOn: null, workforce: null },
      at,
    );
  }
  const { employerType, workforce, selfFinancing, taxCode } = after;
  if (
    employerType !== present.employerType ||
    workforce !== present.workforce ||
    selfFinancing !== present.selfFinancing ||
    taxCode !== present.taxCode
  ) {
    const sector = employerType && sectorOf(employerType);
    changeClassification(
      db,
      present.id,
      from,
      { employerType, workforce, selfFinancing, taxCode, sector },
      null,
    );
  }
  if (after.parentCode !== present.parentCode && after.parentCode !== null) {
    const parent = findUnitByCode(db, after.parentCode, from);
    changeParent(
      db,
      present.id,
      from,
      after.parentCode === office.code ? office.unitId : (parent?.id ?? office.unitId),
      null,
    );
  }
  if (after.establishedOn !== present.establishedOn && after.establishedOn !== null)
    setEstablished(db, present, after.establishedOn, at);
  if (after.endedOn === null || after.endedOn === present.endedOn) return;
  if (present.endedOn === null) {
    setEnded(db, present.id, after.endedOn);
    insertDissolved(db, present.id, after.endedOn, at);
  } else moveEnd(db, present.id, present.endedOn, after.endedOn, at);
}
