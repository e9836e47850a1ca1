import { v7 as uuidV7 } from "uuid";
import type { ImportLine } from "../../../shared/contract/imports.ts";
import { sectorOf } from "../../../shared/domain/org-unit.ts";
import { sameNameKey, searchKey } from "../../../shared/domain/text.ts";
import { auditHead } from "../../database/queries/audit.ts";
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
import {
  findUnitByCode,
  firstDayOf,
  hasSuccessors,
  lastChangeOn,
  listPeriodsOutsideLife,
  listUnitIds,
  listUnits,
  type UnitRecord,
} from "../../database/queries/units.ts";
import { snapshotUnit } from "../../database/queries/unit-snapshot.ts";
import { type RowReading, readUnitRows, type UnitFileRow } from "../../files/register-rows.ts";
import type { Table } from "../../files/table.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import {
  ColumnsMissingError,
  differences,
  type ImportPlan,
  noticeOf,
  type PlannedLine,
  valuesOf,
} from "./plan.ts";

/** Compares a register file with the register. A union is known by its code; what it is now is what an undo restores. */
export function planUnits(workspace: Workspace, office: OfficeRecord, table: Table): ImportPlan {
  const reading = readUnitRows(table);
  if (!reading.ok) throw new ColumnsMissingError(reading.missing);
  const head = auditHead(workspace.db)?.seq ?? 0;
  const known = new Map(listUnits(workspace.db, workspace.today()).map((unit) => [unit.code, unit]));
  const similar = similarities(reading.rows, [...known.values()]);
  /** Who may be a parent of a line: the office, a unit of the register, a line above. */
  const parents = new Set([office.code, ...known.keys()]);
  /** Codes of the office itself and of its superiors: units, but none that a file brings. */
  const above = new Set(
    listUnitIds(workspace.db)
      .map(({ code }) => code)
      .filter((code) => !known.has(code)),
  );
  const lines = reading.rows.map((row): PlannedLine => {
    const rejected = (code: string, name: string, reasons: ImportLine["reasons"]): PlannedLine => ({
      view: { line: row.line, outcome: "rejected", code, name, changes: [], reasons, similarTo: [] },
    });
    if (!row.ok) return rejected(row.code, row.name, row.reasons);
    const { code, name } = row.row;
    if (above.has(code)) return rejected(code, name, [{ column: "code", code: "CODE_TAKEN", value: code }]);
    const present = known.get(code);
    const reasons = conflicts(workspace, row.row, present, parents);
    if (reasons.length > 0) return rejected(code, name, reasons);
    parents.add(code);
    const changes = present
      ? differences(unitFields(present), mergedFields(present, row.row))
      : valuesOf(unitFields(row.row));
    const outcome = !present ? "new" : changes.length === 0 ? "same" : "changed";
    const view: ImportLine = {
      line: row.line,
      outcome,
      code,
      name,
      changes,
      reasons: [],
      similarTo: similar.get(row.line) ?? [],
    };
    if (outcome === "same") return { view };
    return {
      view,
      apply: (act) =>
        present
          ? updateUnit(workspace, office, present, row.row, act.at)
          : addUnit(workspace, office, row.row, act.at),
    };
  });
  return {
    kind: "units",
    lines,
    ...noticeOf(reading),
    isStillFresh: () => (auditHead(workspace.db)?.seq ?? 0) === head,
  };
}

/** What of a line does not fit the register: an unknown parent, an end before the beginning, a change already recorded ahead. */
function conflicts(
  workspace: Workspace,
  row: UnitFileRow,
  present: UnitRecord | undefined,
  parents: ReadonlySet<string>,
): ImportLine["reasons"] {
  const reasons: ImportLine["reasons"][number][] = [];
  if (row.parentCode !== null && !parents.has(row.parentCode))
    reasons.push({ column: "parent_code", code: "UNIT_UNKNOWN", value: row.parentCode });
  if (!present) return reasons;
  const after = mergedFields(present, row);
  if (after.endedOn !== null && after.establishedOn !== null && after.endedOn < after.establishedOn)
    reasons.push({ column: "ended_on", code: "DATES_REVERSED", value: after.endedOn });
  reasons.push(...figuresOutside(workspace, present, after));
  // Another day would have to suit the unions that go on, too.
  if (
    present.endedOn !== null &&
    after.endedOn !== present.endedOn &&
    hasSuccessors(workspace.db, present.id)
  )
    reasons.push({ column: "ended_on", code: "END_ALREADY_RECORDED", value: present.endedOn });
  const last = lastChangeOn(workspace.db, present.id);
  if (last > workspace.today() && differences(unitFields(present), after).length > 0)
    reasons.push({ column: null, code: "CHANGE_AHEAD", value: last });
  return reasons;
}

/** Rule V17: no figures of periods that end before the founding day or begin after the end. */
function figuresOutside(
  { db }: Workspace,
  present: UnitRecord,
  { establishedOn, endedOn }: UnitFields,
): ImportLine["reasons"] {
  const reasons: ImportLine["reasons"][number][] = [];
  const before =
    establishedOn === present.establishedOn
      ? []
      : listPeriodsOutsideLife(db, present.id, { establishedOn, endedOn: null });
  if (before.length > 0)
    reasons.push({ column: "established_on", code: "FIGURES_BEFORE_START", value: before.join(", ") });
  const after =
    endedOn === present.endedOn
      ? []
      : listPeriodsOutsideLife(db, present.id, { establishedOn: null, endedOn });
  if (after.length > 0)
    reasons.push({ column: "ended_on", code: "FIGURES_AFTER_END", value: after.join(", ") });
  return reasons;
}

/** What a unit would be after a line; what the line leaves empty stays. */
function mergedFields(present: UnitRecord, row: UnitFileRow): UnitFields {
  return unitFields({ ...present, ...withoutEmpty(row) });
}

/** What of a unit a file can say; what it leaves empty it does not change. */
export function unitFields(unit: UnitFileRow | UnitRecord) {
  return {
    name: unit.name,
    kind: unit.kind,
    employerType: unit.employerType,
    workforce: unit.workforce,
    selfFinancing: unit.selfFinancing,
    taxCode: unit.taxCode,
    parentCode: unit.parentCode,
    establishedOn: unit.establishedOn,
    endedOn: unit.endedOn,
  };
}

export type UnitFields = ReturnType<typeof unitFields>;

function addUnit(workspace: Workspace, office: OfficeRecord, row: UnitFileRow, at: string): BatchChange[] {
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
function updateUnit(
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

function withoutEmpty(row: UnitFileRow): Partial<UnitFileRow> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
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

/** Rule V25 between the lines of the file, and between a new line and the register. */
function similarities(
  rows: readonly RowReading<UnitFileRow>[],
  known: readonly UnitRecord[],
): Map<number, ImportLine["similarTo"]> {
  const found = new Map<number, ImportLine["similarTo"][number][]>();
  const codes = new Set(known.map((unit) => unit.code));
  for (const [reason, keyOf] of [
    ["taxCode", (unit: { taxCode: string | null }) => unit.taxCode ?? ""],
    ["name", (unit: { name: string }) => sameNameKey(unit.name)],
  ] as const) {
    const seen = new Map<string, { line: number | null; code: string; name: string }>();
    for (const unit of known)
      if (keyOf(unit) !== "") seen.set(keyOf(unit), { line: null, code: unit.code, name: unit.name });
    for (const reading of rows) {
      if (!reading.ok || codes.has(reading.row.code)) continue;
      const key = keyOf(reading.row);
      const other = key === "" ? undefined : seen.get(key);
      if (other && !found.get(reading.line)?.some((pair) => pair.code === other.code))
        found.set(reading.line, [...(found.get(reading.line) ?? []), { ...other, reason }]);
      if (key !== "" && !other)
        seen.set(key, { line: reading.line, code: reading.row.code, name: reading.row.name });
    }
  }
  return found;
}
