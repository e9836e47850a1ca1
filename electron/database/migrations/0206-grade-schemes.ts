// Frozen once released. Point bands an office judges by from a day on, each by a decision (domain.md §d.6: those of 1294 are not
// confirmed by a source).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE grade_scheme (
      id INTEGER PRIMARY KEY AUTOINCREMENT, valid_from TEXT NOT NULL, name TEXT NOT NULL CHECK (name <> ''),
      decision_number TEXT NOT NULL CHECK (decision_number <> ''), decided_on TEXT,
      -- hundredths of a point
      excellent_from INTEGER NOT NULL CHECK (excellent_from <= 10000),
      good_from INTEGER NOT NULL CHECK (good_from < excellent_from),
      completed_from INTEGER NOT NULL CHECK (completed_from < good_from AND completed_from > 0),
      condition TEXT CHECK (condition <> ''), author TEXT NOT NULL, at TEXT NOT NULL,
      -- a version taken back stays readable
      withdrawn_at TEXT
    ) STRICT
--
    CREATE UNIQUE INDEX grade_scheme_day ON grade_scheme (valid_from) WHERE withdrawn_at IS NULL
    `,
  );
}
