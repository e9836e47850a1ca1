// The fork's self-contained build has no types of its own; its main entry would pull in 76 packages.
declare module "devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js" {
  import type * as ExcelJS from "devextreme-exceljs-fork";

  const bare: typeof ExcelJS;
  export default bare;
}
