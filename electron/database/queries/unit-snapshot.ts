// Everything the register says of one unit, as rows: what an import found, and what its undo puts back exactly.
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

const TABLES = [
  ["org_unit_name", "id, full_name, search_key, kind, valid_from, valid_to"],
  [
    "org_unit_classification",
    "id, employer_type, sector, workforce, self_financing, tax_code, decision_number, valid_from, valid_to",
  ],
  ["org_unit_parent", "id, parent_id, relation, decision_number, decided_on, valid_from, valid_to"],
  [
    "unit_event",
    "id, kind, effective_on, decision_number, decided_on, workforce, members, successor_id, receiver, recorded_at",
  ],
] as const;

export type Row = Readonly<Record<string, string | number | null>>;

export interface UnitSnapshot {
  readonly unit: { readonly established_on: string | null; readonly ended_on: string | null };
  /** Rows of each dated table, by id. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}

/** @throws {RangeError} when there is no such unit */
export function snapshotUnit(db: Database, unitId: number): UnitSnapshot {
  const unit = first<UnitSnapshot["unit"]>(
    db,
    "SELECT established_on, ended_on FROM org_unit WHERE id = ?",
    unitId,
  );
  if (!unit) throw new RangeError(`snapshotUnit: ${unitId}`);
  const rows = Object.fromEntries(
    TABLES.map(([table, columns]) => [
      table,
      all<Row>(db, `SELECT ${columns} FROM ${table} WHERE unit_id = ? ORDER BY id`, unitId),
    ]),
  );
  return { unit, rows };
}

/** Puts a unit back as it was; rows made since are gone. Call inside a transaction. */
export function restoreUnit(db: Database, unitId: number, { unit, rows }: UnitSnapshot): void {
  run(
    db,
    "UPDATE org_unit SET established_on = ?, ended_on = ? WHERE id = ?",
    unit.established_on,
    unit.ended_on,
    unitId,
  );
  for (const [table, columns] of TABLES) {
    run(db, `DELETE FROM ${table} WHERE unit_id = ?`, unitId);
    const names = columns.split(", ");
    for (const row of rows[table] ?? [])
      run(
        db,
        `INSERT INTO ${table} (unit_id, ${columns}) VALUES (?, ${names.map(() => "?").join(", ")})`,
        unitId,
        ...names.map((name) => row[name] ?? null),
      );
  }
}
