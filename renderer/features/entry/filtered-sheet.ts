// A view of some rows of a sheet, for the filters; cells and their saving stay with the sheet.
import type { CellRange, GridModel } from "../../components/grid/grid-model.ts";

/** @param rows rows of the sheet that are shown, in order */
export function filteredSheet(sheet: GridModel, rows: readonly number[]): GridModel {
  if (rows.length === sheet.rowCount) return sheet;
  const at = (row: number) => rows[row] ?? 0;
  return {
    rowCount: rows.length,
    columns: sheet.columns,
    rowHeader: (row) => sheet.rowHeader(at(row)),
    cell: (row, column) => sheet.cell(at(row), column),
    totals: (column) => sheet.totals(column),
    commit: (row, column, text) => sheet.commit(at(row), column, text),
    clear(range: CellRange) {
      for (let row = range.top; row <= range.bottom; row += 1)
        sheet.clear({ ...range, top: at(row), bottom: at(row) });
    },
    // A block goes to the rows that are seen, not to those hidden between them.
    paste(row, column, matrix) {
      matrix.forEach((line, down) => {
        if (row + down < rows.length) sheet.paste(at(row + down), column, [line]);
      });
    },
    subscribeRow: (row, listener) => sheet.subscribeRow(at(row), listener),
    rowVersion: (row) => sheet.rowVersion(at(row)),
    subscribe: (listener) => sheet.subscribe(listener),
    version: () => sheet.version(),
  };
}
