// The one place where a row of SQLite becomes a typed value: the statement's text and its row type stand together.
import type { Database } from "./connection.ts";

type Value = string | number | bigint | null | Uint8Array;
/** Values in the order of the question marks, or one object for `@names`. */
type Parameter = Value | Readonly<Record<string, Value>>;

/** All rows of a statement. `R` states the columns its text selects. */
export function all<R>(db: Database, text: string, ...parameters: Parameter[]): R[] {
  return db.statement(text).all(...parameters) as R[];
}

/** The first row, or undefined. */
export function first<R>(db: Database, text: string, ...parameters: Parameter[]): R | undefined {
  return db.statement(text).get(...parameters) as R | undefined;
}

/** Runs a change. @returns rows changed, and the row id of an insert */
export function run(db: Database, text: string, ...parameters: Parameter[]): { changes: number; id: number } {
  const { changes, lastInsertRowid } = db.statement(text).run(...parameters);
  return { changes, id: Number(lastInsertRowid) };
}
