import type { ImportLine } from "../../../shared/contract/imports.ts";
import { auditHead } from "../../database/queries/audit.ts";
import {
  hasSuccessors,
  lastChangeOn,
  listPeriodsOutsideLife,
  listUnitIds,
  listUnits,
  type UnitRecord,
} from "../../database/queries/units.ts";
import { readUnitRows, type UnitFileRow } from "../../files/register-rows.ts";
import type { Table } from "../../files/table.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";
import {
  ColumnsMissingError,
  differences,
  noticeOf,
  type ImportPlan,
  type PlannedLine,
  valuesOf,
} from "./plan.ts";
import { similarities } from "./similar-units.ts";
import { mergedFields, unitFields, type UnitFields } from "./unit-fields.ts";
import { addUnit, updateUnit } from "./write-units.ts";

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
