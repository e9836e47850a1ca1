import { searchKey } from "../../shared/domain/text.ts";
import type { Table, TableRow } from "./table.ts";

/** A column by identifier and the headings people write for it. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

const plain = (heading: string) => searchKey(heading).replace(/[^a-z0-9]/g, "");

/** Finds the columns of a table, whatever their order; accents, case and punctuation aside. */
export function findColumns(table: Table, names: ColumnNames): Map<string, number> {
  const headings = table.header.map(plain);
  const found = new Map<string, number>();
  for (const [name, aliases] of Object.entries(names)) {
    const index = headings.findIndex((heading) =>
      [name, ...aliases].some((alias) => plain(alias) === heading),
    );
    if (index >= 0) found.set(name, index);
  }
  return found;
}

export function cellOf(row: TableRow, columns: ReadonlyMap<string, number>, name: string): string {
  const index = columns.get(name);
  return index === undefined ? "" : (row.cells[index]?.text ?? "");
}
