import type { DataElement } from "../../../shared/domain/data-element.ts";
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";

/** Brings the elements of the file up to those of the catalogue; ids of known codes stay. @returns id by code */
export function syncElements(db: Database, elements: readonly DataElement[]): Map<string, number> {
  for (const element of elements) {
    run(
      db,
      "INSERT INTO data_element (code, definition) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET definition = excluded.definition WHERE definition <> excluded.definition",
      element.code,
      JSON.stringify(element),
    );
  }
  return new Map(
    all<{ id: number; code: string }>(db, "SELECT id, code FROM data_element").map((row) => [
      row.code,
      row.id,
    ]),
  );
}
