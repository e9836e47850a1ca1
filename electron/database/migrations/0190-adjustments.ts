// Frozen once released. Figures that a province adds to what it received: its own rows, never a change to a report.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE adjustment (
      uid TEXT PRIMARY KEY, period TEXT NOT NULL, element_id INTEGER NOT NULL REFERENCES data_element (id),
      amount INTEGER NOT NULL CHECK (amount <> 0), reason TEXT NOT NULL CHECK (reason <> ''),
      author TEXT NOT NULL, at TEXT NOT NULL,
      -- a row taken back stays readable
      withdrawn_at TEXT
    ) STRICT, WITHOUT ROWID
--
    CREATE INDEX adjustment_period ON adjustment (period)
    `,
  );
}
