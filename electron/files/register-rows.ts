// Rows of a register file (design.md §6 "units"), each read whole or rejected with every reason.
import {
  EMPLOYER_TYPE_LABELS,
  SELF_FINANCING_LABELS,
  UNIT_KIND_LABELS,
  type Label,
} from "../../shared/domain/labels.ts";
import { parseDate } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import {
  EMPLOYER_TYPES,
  type EmployerType,
  GRASSROOTS_KINDS,
  type GrassrootsKind,
  SELF_FINANCING_CLASSES,
  type SelfFinancing,
} from "../../shared/domain/org-unit.ts";
import { searchKey } from "../../shared/domain/text.ts";
import { cellOf, type ColumnNames, findColumns } from "./columns.ts";
import type { Table } from "./table.ts";

export interface Reason {
  readonly column: string | null;
  readonly code:
    | "VALUE_MISSING"
    | "DATE_INVALID"
    | "KIND_UNKNOWN"
    | "EMPLOYER_TYPE_UNKNOWN"
    | "SELF_FINANCING_UNKNOWN"
    | "NUMBER_INVALID"
    | "CODE_DUPLICATE_IN_FILE"
    | "DATES_REVERSED"
    | "UNIT_UNKNOWN"
    | "TEXT_TOO_LONG";
  readonly value: string;
}

export type RowReading<R> =
  | { readonly line: number; readonly ok: true; readonly row: R }
  | {
      readonly line: number;
      readonly ok: false;
      readonly code: string;
      readonly name: string;
      readonly reasons: readonly Reason[];
    };

export interface UnitFileRow {
  readonly code: string;
  readonly name: string;
  readonly kind: GrassrootsKind;
  readonly employerType: EmployerType | null;
  readonly workforce: number | null;
  readonly parentCode: string | null;
  readonly establishedOn: string | null;
  readonly endedOn: string | null;
  readonly taxCode: string | null;
  readonly selfFinancing: SelfFinancing | null;
}

export interface EmployerFileRow {
  readonly code: string;
  readonly name: string;
  readonly employerType: EmployerType;
  readonly workforce: number | null;
  readonly taxCode: string | null;
  readonly unitCode: string | null;
}

const UNIT_COLUMNS: ColumnNames = {
  code: ["Mã", "Mã đơn vị", "Mã CĐCS"],
  name: ["Tên", "Tên đơn vị", "Tên công đoàn", "Tên CĐCS", "Tên công đoàn cơ sở"],
  kind: ["Loại", "Loại tổ chức"],
  employer_type: ["Loại hình", "Loại hình đơn vị"],
  workforce: ["Số lao động", "Lao động", "Tổng số lao động", "Số CNVCLĐ"],
  parent_code: ["Mã cấp trên"],
  established_on: ["Ngày thành lập"],
  ended_on: ["Ngày kết thúc", "Ngày giải thể"],
  tax_code: ["Mã số thuế", "MST"],
  self_financing: ["Tự chủ tài chính", "Mức tự chủ"],
};

const EMPLOYER_COLUMNS: ColumnNames = {
  code: ["Mã", "Mã doanh nghiệp"],
  name: ["Tên", "Tên doanh nghiệp", "Tên đơn vị"],
  employer_type: ["Loại hình"],
  workforce: ["Số lao động", "Lao động"],
  tax_code: ["Mã số thuế", "MST"],
  unit_code: ["Mã CĐCS", "Mã công đoàn"],
};

/** @returns the readings, or the columns without which there is nothing to read */
export function readUnitRows(
  table: Table,
): { ok: true; rows: RowReading<UnitFileRow>[] } | { ok: false; missing: string[] } {
  return readRows(table, UNIT_COLUMNS, ["code", "name"], (cell, reasons) => {
    const establishedOn = optionalDate(cell, "established_on", reasons);
    const endedOn = optionalDate(cell, "ended_on", reasons);
    if (establishedOn && endedOn && endedOn < establishedOn)
      reasons.push({ column: "ended_on", code: "DATES_REVERSED", value: cell("ended_on") });
    const kind =
      cell("kind") === "" ? "grassrootsUnion" : choose(cell("kind"), GRASSROOTS_KINDS, UNIT_KIND_LABELS);
    if (kind === undefined) reasons.push({ column: "kind", code: "KIND_UNKNOWN", value: cell("kind") });
    const employerType =
      cell("employer_type") === ""
        ? kind === "occupationalUnion"
          ? "occupationalUnion"
          : null
        : choose(cell("employer_type"), EMPLOYER_TYPES, EMPLOYER_TYPE_LABELS);
    if (employerType === undefined)
      reasons.push({ column: "employer_type", code: "EMPLOYER_TYPE_UNKNOWN", value: cell("employer_type") });
    const selfFinancing =
      cell("self_financing") === ""
        ? null
        : choose(cell("self_financing"), SELF_FINANCING_CLASSES, SELF_FINANCING_LABELS);
    if (selfFinancing === undefined)
      reasons.push({
        column: "self_financing",
        code: "SELF_FINANCING_UNKNOWN",
        value: cell("self_financing"),
      });
    return {
      code: cell("code"),
      name: cell("name"),
      kind: kind ?? "grassrootsUnion",
      employerType: employerType ?? null,
      workforce: optionalCount(cell, "workforce", reasons),
      parentCode: cell("parent_code") || null,
      establishedOn,
      endedOn,
      taxCode: cell("tax_code") || null,
      selfFinancing: selfFinancing ?? null,
    };
  });
}

export function readEmployerRows(
  table: Table,
): { ok: true; rows: RowReading<EmployerFileRow>[] } | { ok: false; missing: string[] } {
  return readRows(table, EMPLOYER_COLUMNS, ["code", "name", "employer_type"], (cell, reasons) => {
    const employerType = choose(cell("employer_type"), EMPLOYER_TYPES, EMPLOYER_TYPE_LABELS);
    if (employerType === undefined)
      reasons.push({ column: "employer_type", code: "EMPLOYER_TYPE_UNKNOWN", value: cell("employer_type") });
    return {
      code: cell("code"),
      name: cell("name"),
      employerType: employerType ?? "other",
      workforce: optionalCount(cell, "workforce", reasons),
      taxCode: cell("tax_code") || null,
      unitCode: cell("unit_code") || null,
    };
  });
}

type ReadCell = (name: string) => string;
const LONGEST = 500;

function readRows<R>(
  table: Table,
  names: ColumnNames,
  required: readonly string[],
  read: (cell: ReadCell, reasons: Reason[]) => R,
): { ok: true; rows: RowReading<R>[] } | { ok: false; missing: string[] } {
  const columns = findColumns(table, names);
  const missing = required.filter((name) => !columns.has(name));
  if (missing.length > 0) return { ok: false, missing };
  const codes = new Set<string>();
  const rows = table.rows.map((tableRow): RowReading<R> => {
    const cell: ReadCell = (name) => cellOf(tableRow, columns, name);
    const reasons: Reason[] = [];
    for (const name of ["code", "name"]) {
      if (cell(name) === "") reasons.push({ column: name, code: "VALUE_MISSING", value: "" });
      if (cell(name).length > LONGEST)
        reasons.push({ column: name, code: "TEXT_TOO_LONG", value: cell(name).slice(0, 40) });
    }
    const code = cell("code");
    if (code !== "" && codes.has(code))
      reasons.push({ column: "code", code: "CODE_DUPLICATE_IN_FILE", value: code });
    codes.add(code);
    const row = read(cell, reasons);
    return reasons.length === 0
      ? { line: tableRow.line, ok: true, row }
      : { line: tableRow.line, ok: false, code, name: cell("name"), reasons };
  });
  return { ok: true, rows };
}

/** An enumeration by identifier or by label, accents and case aside. */
function choose<T extends string>(
  text: string,
  values: readonly T[],
  labels: Readonly<Record<T, Label>>,
): T | undefined {
  const key = searchKey(text);
  return values.find(
    (value) =>
      value.toLowerCase() === key ||
      searchKey(labels[value].vi) === key ||
      searchKey(labels[value].en) === key,
  );
}

function optionalDate(cell: ReadCell, name: string, reasons: Reason[]): string | null {
  if (cell(name) === "") return null;
  const date = parseDate(cell(name));
  if (date === undefined) reasons.push({ column: name, code: "DATE_INVALID", value: cell(name) });
  return date ?? null;
}

function optionalCount(cell: ReadCell, name: string, reasons: Reason[]): number | null {
  if (cell(name) === "") return null;
  const reading = parseNumber(cell(name), "count");
  if (!reading.ok) reasons.push({ column: name, code: "NUMBER_INVALID", value: cell(name) });
  return reading.ok ? reading.value : null;
}
