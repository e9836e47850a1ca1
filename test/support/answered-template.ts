// Fills the sheets of the collection as people do, by the library that wrote them. Trusted files only.
// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="../../electron/files/exceljs-bare.d.ts" />
import { readFile } from "node:fs/promises";
import excel from "devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js";
import type { CellValue, Worksheet } from "devextreme-exceljs-fork";

export interface AnswerEdit {
  /** Uid in a sheet for many; left out in a single one. */
  readonly unit?: string;
  readonly element: string;
  /** Column of a single sheet. */
  readonly column?: "value" | "word" | "note";
  readonly value: CellValue;
}

export async function openBook(bytes: Uint8Array) {
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return book;
}

/** Address of the cell of an answer, found by the hidden names. */
export function addressOfAnswer(
  sheet: Worksheet,
  { unit, element, column = "value" }: Omit<AnswerEdit, "value">,
): string {
  const columnOf = (name: string) => {
    for (let index = 2; index <= sheet.columnCount; index += 1)
      if (sheet.getCell(1, index).value === name) return index;
    throw new RangeError(`no column ${name}`);
  };
  const rowOf = (name: string) => {
    for (let index = 2; index <= sheet.rowCount; index += 1)
      if (sheet.getCell(index, 1).value === name) return index;
    throw new RangeError(`no row ${name}`);
  };
  return unit === undefined
    ? sheet.getCell(rowOf(element), columnOf(column)).address
    : sheet.getCell(rowOf(unit), columnOf(element)).address;
}

/** @returns the workbook with these cells filled */
export async function answered(source: string | Uint8Array, edits: readonly AnswerEdit[]): Promise<Buffer> {
  const book = await openBook(typeof source === "string" ? await readFile(source) : source);
  const sheet = book.worksheets[0];
  if (!sheet) throw new RangeError("no sheet");
  for (const edit of edits) sheet.getCell(addressOfAnswer(sheet, edit)).value = edit.value;
  return Buffer.from(await book.xlsx.writeBuffer());
}
