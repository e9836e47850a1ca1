// A view of some rows of a sheet, for the filters; cells and their saving stay with the sheet.
import type { CellAddress, GridModel } from "../components/grid/grid-model.ts";

/** @param rows rows of the sheet that are shown, in order */
export function filteredSheet(sheet: GridModel, rows: readonly number[]): GridModel {
  if (rows.length === sheet.rowCount && rows.every((row, index) => row === index)) return sheet;
  const at = (row: number) => rows[row] ?? 0;
  const inSheet = <Cell extends CellAddress>(cell: Cell): Cell => ({ ...cell, row: at(cell.row) });
  return {
    rowCount: rows.length,
    columns: sheet.columns,
    rowHeader: (row) => sheet.rowHeader(at(row)),
    cell: (row, column) => sheet.cell(at(row), column),
    totals: (column) => sheet.totals(column),
    commit: (row, column, text) => sheet.commit(at(row), column, text),
    typing: (cell, text) => sheet.typing(inSheet(cell), text),
    discard: (cells) => sheet.discard(cells.map(inSheet)),
    clear: (cells) => sheet.clear(cells.map(inSheet)),
    // A block goes to the rows that are seen, not to those hidden between them.
    paste: (cells, outside) => sheet.paste(cells.map(inSheet), outside),
    fill: (copies) => sheet.fill(copies.map(({ from, to }) => ({ from: inSheet(from), to: inSheet(to) }))),
    isHeaderRow: (column, texts) => sheet.isHeaderRow(column, texts),
    rowNamed: (text) => {
      const row = sheet.rowNamed(text);
      return row === undefined ? undefined : rows.indexOf(row);
    },
    subscribeRow: (row, listener) => sheet.subscribeRow(at(row), listener),
    rowVersion: (row) => sheet.rowVersion(at(row)),
    subscribe: (listener) => sheet.subscribe(listener),
    version: () => sheet.version(),
  };
}
