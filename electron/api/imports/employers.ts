import { v7 as uuidV7 } from "uuid";
import type { ImportLine } from "../../../shared/contract/imports.ts";
import { searchKey } from "../../../shared/domain/text.ts";
import { auditHead } from "../../database/queries/audit.ts";
import {
  changeUnion,
  findEmployerByCode,
  insertEmployer,
  lastUnionChangeOn,
  listEmployers,
  snapshotEmployer,
  updateEmployer,
} from "../../database/queries/employers.ts";
import { findUnitByCode, firstDayOf, listUnits, type UnitRecord } from "../../database/queries/units.ts";
import { type EmployerFileRow, readEmployerRows } from "../../files/register-rows.ts";
import type { Table } from "../../files/table.ts";
import type { Workspace } from "../workspace.ts";
import {
  ColumnsMissingError,
  differences,
  type ImportPlan,
  noticeOf,
  type PlannedLine,
  valuesOf,
} from "./plan.ts";

/** Compares a file of employers with the register, by code. */
export function planEmployers(workspace: Workspace, table: Table): ImportPlan {
  const reading = readEmployerRows(table);
  if (!reading.ok) throw new ColumnsMissingError(reading.missing);
  const { db } = workspace;
  const today = workspace.today();
  const head = auditHead(db)?.seq ?? 0;
  const units = new Map(listUnits(db, today).map((unit) => [unit.code, unit]));
  const unitCodes = new Map([...units.values()].map((unit) => [unit.id, unit.code]));
  const known = new Map(
    listEmployers(db, today).map((employer) => [
      employer.code,
      { ...employer, unitCode: unitCodes.get(employer.linkedUnitId ?? 0) ?? null },
    ]),
  );
  const lines = reading.rows.map((row): PlannedLine => {
    const rejected = (code: string, name: string, reasons: ImportLine["reasons"]): PlannedLine => ({
      view: { line: row.line, outcome: "rejected", code, name, changes: [], reasons, similarTo: [] },
    });
    if (!row.ok) return rejected(row.code, row.name, row.reasons);
    const { code, name, unitCode } = row.row;
    if (unitCode !== null && !units.has(unitCode))
      return rejected(code, name, [{ column: "unit_code", code: "UNIT_UNKNOWN", value: unitCode }]);
    const present = known.get(code);
    const ahead =
      present && unitCode !== null && unitCode !== present.unitCode && lastUnionChangeOn(db, present.id);
    if (ahead && ahead > today)
      return rejected(code, name, [{ column: "unit_code", code: "CHANGE_AHEAD", value: ahead }]);
    const changes = present ? differences(employerFields(present), mergedFields(present, row.row)) : [];
    const outcome = !present ? "new" : changes.length === 0 ? "same" : "changed";
    const view = {
      line: row.line,
      outcome,
      code,
      name,
      changes: present ? changes : valuesOf(employerFields(row.row)),
      reasons: [],
      similarTo: [],
    } as const;
    if (outcome === "same") return { view };
    return {
      view,
      apply(act) {
        const before = present ? snapshotEmployer(db, present.id) : null;
        const id = writeEmployer(workspace, row.row, act.at);
        return [{ object: "employer", key: id, before, after: snapshotEmployer(db, id) }];
      },
    };
  });
  return {
    kind: "employers",
    lines,
    ...noticeOf(reading),
    isStillFresh: () => (auditHead(db)?.seq ?? 0) === head,
  };
}

function employerFields({ name, employerType, workforce, taxCode, unitCode }: Omit<EmployerFileRow, "code">) {
  return { name, employerType, workforce, taxCode, unitCode };
}

type EmployerFields = ReturnType<typeof employerFields>;

/** What an employer would be after a line; as with unions, what the line leaves empty stays. */
function mergedFields(present: EmployerFields, row: EmployerFileRow): EmployerFields {
  return {
    name: row.name,
    employerType: row.employerType,
    workforce: row.workforce ?? present.workforce,
    taxCode: row.taxCode ?? present.taxCode,
    unitCode: row.unitCode ?? present.unitCode,
  };
}

/** A first union has been it since it was founded, for all that is known; another one is from today on. */
function linkUnion(workspace: Workspace, employerId: number, unit: UnitRecord): void {
  const { db } = workspace;
  const isFirst = lastUnionChangeOn(db, employerId) === undefined;
  changeUnion(db, employerId, isFirst ? firstDayOf(unit) : workspace.today(), unit.id);
}

/** Adds an employer or brings it to given fields from today on. @returns its id */
function writeEmployer(workspace: Workspace, row: EmployerFileRow, at: string): number {
  const { db } = workspace;
  const today = workspace.today();
  const unit = row.unitCode === null ? undefined : findUnitByCode(db, row.unitCode, today);
  const present = findEmployerByCode(db, row.code, today);
  const fields = {
    code: row.code,
    name: row.name,
    searchKey: searchKey(row.name),
    employerType: row.employerType,
    taxCode: row.taxCode ?? present?.taxCode ?? null,
  };
  const id = present?.id ?? insertEmployer(db, uuidV7(), fields, row.workforce, today, at);
  if (present) updateEmployer(db, id, fields, row.workforce, today);
  if (unit && unit.id !== present?.linkedUnitId) linkUnion(workspace, id, unit);
  return id;
}
