// A sheet for the grassroots as a workbook. Only the cells to fill are unlocked; text is never a formula (security.md X1).
// oxlint-disable-next-line typescript/triple-slash-reference -- the tests' tsconfig takes in no declaration files by itself
/// <reference path="../exceljs-bare.d.ts" />
import type { Worksheet } from "devextreme-exceljs-fork";
import { safeText } from "../escape-text.ts";
import { identityRows } from "./identity-sheet.ts";
import { drawMany } from "./many-sheet.ts";
import type { TemplateSheet } from "./sheet-style.ts";
import { drawSingle } from "./single-sheet.ts";
import type { Template } from "./template.ts";
import { IDENTITY_SHEET_NAME, SHEET_NAME } from "./words.ts";

/** Cells of one workbook, well under what the reader takes (workbook/limits.ts): a bigger register goes into several. */
export const MOST_TEMPLATE_CELLS = 150_000;

/** @throws {RangeError} for a single sheet of several units, or more cells than a reader takes: a bug, not a user mistake */
export async function writeTemplate(template: Template): Promise<Uint8Array> {
  const { identity, fingerprint, units, columns } = template;
  if (identity.kind === "single" && units.length !== 1) throw new RangeError("writeTemplate: units");
  if (units.length * columns.length > MOST_TEMPLATE_CELLS) throw new RangeError("writeTemplate: cells");
  const { default: excel } = await import("devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(SHEET_NAME);
  if (!hasValidations(sheet)) throw new RangeError("writeTemplate: no validations");
  const lastRow = identity.kind === "single" ? drawSingle(sheet, template) : drawMany(sheet, template);
  sheet.pageSetup.printArea = `B2:${lastRow}`;
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  const hidden = workbook.addWorksheet(IDENTITY_SHEET_NAME, { state: "veryHidden" });
  for (const row of identityRows({ identity, fingerprint })) {
    const written = hidden.addRow(row.map(safeText));
    written.eachCell((cell) => {
      cell.numFmt = "@";
    });
  }
  await hidden.protect("", {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function hasValidations(sheet: Worksheet): sheet is TemplateSheet {
  return "dataValidations" in sheet;
}
