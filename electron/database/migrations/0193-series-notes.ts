// Frozen once released. Breaks in a series that only people know of: a form or a definition that changed (domain.md §f.2 no. 8).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE series_note (
      id INTEGER PRIMARY KEY AUTOINCREMENT, effective_on TEXT NOT NULL,
      -- null: every element
      element_id INTEGER REFERENCES data_element (id),
      text TEXT NOT NULL CHECK (text <> ''), author TEXT NOT NULL, at TEXT NOT NULL,
      -- a note taken back stays readable
      withdrawn_at TEXT
    ) STRICT
    `,
  );
}
