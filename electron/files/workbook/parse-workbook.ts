// A workbook's bytes to a table. Runs inside the worker only: it may use up the memory and the time it is given.
import { normaliseText } from "../../../shared/domain/text.ts";
import { type Table, TableError, type TableRow, toTable } from "../table.ts";
import { readParts } from "./archive.ts";
import { Budget } from "./budget.ts";
import { refuseForbidden } from "./forbidden.ts";
import { readSheet } from "./sheet.ts";
import { partOf, readStructure } from "./structure.ts";

export interface SheetRows {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly TableRow[];
}

/** Every sheet of rows, hidden ones too. @throws {TableError} as {@link parseWorkbook} */
export async function parseSheets(bytes: Buffer): Promise<SheetRows[]> {
  const parts = await readParts(bytes);
  refuseForbidden(parts);
  const structure = readStructure(parts);
  const budget = new Budget();
  return structure.sheets.map(({ name, isHidden, part }) => ({
    name: normaliseText(name),
    isHidden,
    rows: readSheet(part, partOf(parts, part), structure, budget),
  }));
}

/**
 * The first visible sheet that holds anything; the names of the others that do come with it.
 * @throws {TableError} every XLSX_ code but XLSX_TIMEOUT and XLSX_OLD_FORMAT, and HEADER_DUPLICATE
 */
export async function parseWorkbook(bytes: Buffer): Promise<Table> {
  const parts = await readParts(bytes);
  refuseForbidden(parts);
  const structure = readStructure(parts);
  const budget = new Budget();
  let chosen: { name: string; rows: readonly TableRow[] } | undefined;
  const ignoredSheets: string[] = [];
  for (const sheet of structure.sheets) {
    if (sheet.isHidden) continue;
    const rows = readSheet(sheet.part, partOf(parts, sheet.part), structure, budget);
    if (rows.length === 0) continue;
    if (chosen) ignoredSheets.push(normaliseText(sheet.name));
    else chosen = { name: normaliseText(sheet.name), rows };
  }
  if (!chosen) throw new TableError("XLSX_EMPTY");
  const table = toTable(chosen.name, chosen.rows);
  return ignoredSheets.length === 0 ? table : { ...table, ignoredSheets };
}
