// One way out for every list: the name of the file says which format.
import { extname } from "node:path";
import { writeDurably } from "./durable-write.ts";
import { writeCsv } from "./write-csv.ts";
import { type SheetOut, writeXlsx } from "./write-xlsx.ts";

/** `.xlsx` as a workbook, anything else as CSV of the first sheet. @throws {RangeError} CSV of more than one sheet */
export async function tableBytes(fileName: string, sheets: readonly SheetOut[]): Promise<Uint8Array> {
  if (extname(fileName).toLowerCase() === ".xlsx") return writeXlsx(sheets);
  const [sheet, ...others] = sheets;
  if (!sheet || others.length > 0) throw new RangeError(`tableBytes: ${sheets.length} sheets in one CSV`);
  return writeCsv(sheet.header, sheet.rows);
}

/** Writes the file whole or not at all, replacing one of that name. @throws {DurableWriteError} */
export async function writeTable(path: string, sheets: readonly SheetOut[]): Promise<void> {
  await writeDurably(path, await tableBytes(path, sheets), { ifExists: "replace" });
}
