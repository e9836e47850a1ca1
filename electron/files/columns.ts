// Which column of a file is which, by the headings people write.
import { searchKey } from "../../shared/domain/text.ts";
import { type Cell, EMPTY_CELL, type Table, TableError, type TableRow } from "./table.ts";

/** A column by identifier and the headings people write for it. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

interface FoundColumns {
  /** Index of each column by identifier. */
  readonly columns: ReadonlyMap<string, number>;
  /** The row of headings, as it is written. */
  readonly headings: readonly string[];
  /** The rows below the headings. */
  readonly rows: readonly TableRow[];
  /** Headings that name no column of ours, as they are written: what stands under them is not read. */
  readonly unreadColumns: readonly string[];
}

/** Titles and the name of the office often stand above the headings of a printed list. */
const TITLE_ROWS = 20;

/**
 * Finds the columns of a table, whatever their order; accents, case, punctuation and a unit in brackets aside.
 * Where the first row lacks a required heading, the headings are looked for below it.
 * @returns the columns, or the required ones that no row names
 * @throws {TableError} HEADER_DUPLICATE when two headings mean the same column
 */
export function findColumns(
  table: Table,
  names: ColumnNames,
  required: readonly string[],
): { readonly ok: true; readonly found: FoundColumns } | { readonly ok: false; readonly missing: string[] } {
  const identifiers = identifiersOf(names);
  const first = columnsOf(table.header, identifiers);
  const missing = required.filter((name) => !first.has(name));
  if (missing.length === 0) return { ok: true, found: foundIn(table.header, first, table.rows) };
  for (const [index, row] of table.rows.slice(0, TITLE_ROWS).entries()) {
    const headings = row.cells.map((cell) => cell.text);
    const columns = columnsOf(headings, identifiers);
    if (required.every((name) => columns.has(name)))
      return { ok: true, found: foundIn(headings, columns, table.rows.slice(index + 1)) };
  }
  return { ok: false, missing };
}

function foundIn(
  headings: readonly string[],
  columns: ReadonlyMap<string, number>,
  rows: readonly TableRow[],
): FoundColumns {
  const read = new Set(columns.values());
  const unreadColumns = headings.filter((heading, index) => heading !== "" && !read.has(index));
  return { columns, headings, rows, unreadColumns };
}

export function cellAt(row: TableRow, { columns }: FoundColumns, name: string): Cell {
  const index = columns.get(name);
  return (index === undefined ? undefined : row.cells[index]) ?? EMPTY_CELL;
}

/** Columns of a row that no value can be taken from: error values and formulas that were never calculated. */
export function errorColumns(row: TableRow, { columns }: FoundColumns): string[] {
  return [...columns].filter(([, index]) => row.cells[index]?.isError === true).map(([name]) => name);
}

/** Columns whose value was a formula when the file was saved; worth showing before it is taken (security.md X3). */
export function formulaColumns(row: TableRow, { columns }: FoundColumns): string[] {
  return [...columns].filter(([, index]) => row.cells[index]?.isFormula === true).map(([name]) => name);
}

function columnsOf(
  headings: readonly string[],
  identifiers: ReadonlyMap<string, string>,
): Map<string, number> {
  const columns = new Map<string, number>();
  for (const [index, heading] of headings.entries()) {
    const name = identifiers.get(plain(heading));
    if (name === undefined) continue;
    const before = columns.get(name);
    if (before !== undefined)
      throw new TableError("HEADER_DUPLICATE", null, `${headings[before] ?? ""} / ${heading}`);
    columns.set(name, index);
  }
  return columns;
}

function identifiersOf(names: ColumnNames): Map<string, string> {
  return new Map(
    Object.entries(names).flatMap(([name, aliases]) =>
      [name, ...aliases].map((alias): [string, string] => [plain(alias), name]),
    ),
  );
}

function plain(heading: string): string {
  return searchKey(heading)
    .replace(/\([^)]*\)/g, "")
    .replace(/[^a-z0-9]/g, "");
}
