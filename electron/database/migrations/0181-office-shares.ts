// Frozen once released. What a province gives the offices below it: they stand in its trust list, not in its register of unions.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE office_share (
      programme_id INTEGER NOT NULL REFERENCES programme (id), target TEXT NOT NULL, office_uid TEXT NOT NULL,
      year INTEGER NOT NULL, amount INTEGER NOT NULL CHECK (amount >= 0),
      PRIMARY KEY (programme_id, target, office_uid, year)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
