import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

/** A setting as it was stored, or undefined. The caller states its type where it is read. */
export function findSetting<T>(db: Database, name: string): T | undefined {
  const row = first<{ value: string }>(db, "SELECT value FROM setting WHERE name = ?", name);
  return row === undefined ? undefined : (JSON.parse(row.value) as T);
}

/** Settings whose name begins so, in the order of their names. The caller states their type where they are read. */
export function listSettings<T>(
  db: Database,
  prefix: string,
): { readonly name: string; readonly value: T }[] {
  return all<{ name: string; value: string }>(
    db,
    "SELECT name, value FROM setting WHERE substr(name, 1, length(?)) = ? ORDER BY name",
    prefix,
    prefix,
  ).map(({ name, value }) => ({ name, value: JSON.parse(value) as T }));
}

export function setSetting(db: Database, name: string, value: unknown): void {
  run(
    db,
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    name,
    JSON.stringify(value),
  );
}

export function forgetSetting(db: Database, name: string): void {
  run(db, "DELETE FROM setting WHERE name = ?", name);
}

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly title: string;
  readonly roles: string;
}

export function listPeople(db: Database): PersonRow[] {
  return all(db, "SELECT id, name, title, roles FROM person ORDER BY id");
}

/** @returns whether there is such a person */
export function updatePerson(
  db: Database,
  id: number,
  name: string,
  title: string,
  roles: readonly string[],
): boolean {
  return (
    run(
      db,
      "UPDATE person SET name = ?, title = ?, roles = ? WHERE id = ?",
      name,
      title,
      JSON.stringify(roles),
      id,
    ).changes > 0
  );
}

export function insertPerson(
  db: Database,
  name: string,
  title: string,
  roles: readonly string[],
  at: string,
): number {
  return run(
    db,
    "INSERT INTO person (name, title, roles, created_at) VALUES (?, ?, ?, ?)",
    name,
    title,
    JSON.stringify(roles),
    at,
  ).id;
}
