// Rows of a register file (design.md §6 "units"), each read whole or rejected with every reason.
import { parseDate } from "../../shared/domain/number-format.ts";
import { parseNumber } from "../../shared/domain/number-input.ts";
import type { EmployerType, GrassrootsKind, SelfFinancing } from "../../shared/domain/org-unit.ts";
import { cellAt, type ColumnNames, errorColumns, findColumns, formulaColumns } from "./columns.ts";
import {
  EMPLOYER_COLUMNS,
  readEmployerType,
  readKind,
  readSelfFinancing,
  UNIT_COLUMNS,
} from "./register-words.ts";
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
    | "TEXT_TOO_LONG"
    | "CELL_ERROR";
  readonly value: string;
}

export type RowReading<R> =
  | {
      readonly line: number;
      readonly ok: true;
      readonly row: R;
      /** Columns whose value is what a formula last gave; absent when there is none. */
      readonly formulaColumns?: readonly string[];
    }
  | {
      readonly line: number;
      readonly ok: false;
      readonly code: string;
      readonly name: string;
      readonly reasons: readonly Reason[];
    };

/** The readings, or the columns without which there is nothing to read. */
type RegisterReading<R> =
  | {
      readonly ok: true;
      readonly rows: RowReading<R>[];
      readonly headings: readonly string[];
      readonly unreadColumns: readonly string[];
    }
  | { readonly ok: false; readonly missing: string[] };

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

/**
 * Unions. A blank kind is a grassroots union, unless the employer type says occupational union; a blank employer type of
 * any other is unknown (null). Of two lines with one code the first is read and the second refused.
 * @throws {TableError} HEADER_DUPLICATE when two headings mean the same column
 */
export function readUnitRows(table: Table): RegisterReading<UnitFileRow> {
  return readRows(table, UNIT_COLUMNS, ["code", "name"], (cell, reasons) => {
    const establishedOn = optionalDate(cell, "established_on", reasons);
    const endedOn = optionalDate(cell, "ended_on", reasons);
    if (establishedOn && endedOn && endedOn < establishedOn)
      reasons.push({ column: "ended_on", code: "DATES_REVERSED", value: cell("ended_on") });
    const stated = readEmployerType(cell("employer_type"));
    const kind =
      cell("kind") !== ""
        ? readKind(cell("kind"))
        : stated === "occupationalUnion"
          ? "occupationalUnion"
          : "grassrootsUnion";
    if (kind === undefined) reasons.push({ column: "kind", code: "KIND_UNKNOWN", value: cell("kind") });
    const employerType =
      cell("employer_type") === "" ? (kind === "occupationalUnion" ? "occupationalUnion" : null) : stated;
    if (employerType === undefined)
      reasons.push({ column: "employer_type", code: "EMPLOYER_TYPE_UNKNOWN", value: cell("employer_type") });
    const selfFinancing = cell("self_financing") === "" ? null : readSelfFinancing(cell("self_financing"));
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

/** Employers, with or without a union. @throws {TableError} HEADER_DUPLICATE */
export function readEmployerRows(table: Table): RegisterReading<EmployerFileRow> {
  return readRows(table, EMPLOYER_COLUMNS, ["code", "name", "employer_type"], (cell, reasons) => {
    const text = cell("employer_type");
    const employerType = readEmployerType(text);
    if (employerType === undefined)
      reasons.push({
        column: "employer_type",
        code: text === "" ? "VALUE_MISSING" : "EMPLOYER_TYPE_UNKNOWN",
        value: text,
      });
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
/** As in the contract: a line of text, and the headcount of one employer. */
const LONGEST_TEXT = 500;
const LARGEST_WORKFORCE = 1_000_000;

function readRows<R>(
  table: Table,
  names: ColumnNames,
  required: readonly string[],
  read: (cell: ReadCell, reasons: Reason[]) => R,
): RegisterReading<R> {
  const search = findColumns(table, names, required);
  if (!search.ok) return search;
  const { found } = search;
  const codes = new Set<string>();
  const rows = found.rows.map((tableRow): RowReading<R> => {
    const cell: ReadCell = (name) => cellAt(tableRow, found, name).text;
    const { line } = tableRow;
    const reasons: Reason[] = errorColumns(tableRow, found).map((column) => ({
      column,
      code: "CELL_ERROR",
      value: cell(column),
    }));
    for (const column of ["code", "name"])
      if (cell(column) === "") reasons.push({ column, code: "VALUE_MISSING", value: "" });
    for (const column of found.columns.keys()) {
      if (cell(column).length > LONGEST_TEXT)
        reasons.push({ column, code: "TEXT_TOO_LONG", value: cell(column).slice(0, 40) });
    }
    const code = cell("code");
    // Two codes that differ in case only are one union typed twice.
    const key = code.toLowerCase();
    if (code !== "" && codes.has(key))
      reasons.push({ column: "code", code: "CODE_DUPLICATE_IN_FILE", value: code });
    codes.add(key);
    const row = read(cell, reasons);
    if (reasons.length > 0)
      return { line, ok: false, code, name: cell("name"), reasons: firstOfEach(reasons) };
    const formulas = formulaColumns(tableRow, found);
    return { line, ok: true, row, ...(formulas.length > 0 && { formulaColumns: formulas }) };
  });
  return { ok: true, rows, headings: found.headings, unreadColumns: found.unreadColumns };
}

/** The first thing wrong with a cell is what its writer needs to know: "#N/A" is an error before it is no date. */
function firstOfEach(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(
    (reason, index) => reasons.findIndex((other) => other.column === reason.column) === index,
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
  if (reading.ok && reading.value <= LARGEST_WORKFORCE) return reading.value;
  reasons.push({ column: name, code: "NUMBER_INVALID", value: cell(name) });
  return null;
}
