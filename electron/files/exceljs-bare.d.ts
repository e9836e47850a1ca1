// The fork's self-contained build has no types of its own; its main entry would pull in 76 packages.
declare module "devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js" {
  import type * as ExcelJS from "devextreme-exceljs-fork";

  /** Its types leave the validations of a sheet out; an address may be a range. */
  export interface ValidatedSheet {
    readonly dataValidations: { add(address: string, validation: ExcelJS.DataValidation): unknown };
  }
  const bare: typeof ExcelJS;
  export default bare;
}
