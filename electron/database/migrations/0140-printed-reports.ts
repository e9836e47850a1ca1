// Frozen once released. What people changed on the printed report, and the report exactly as it was signed (domain.md §d.4 rule 2).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE report_part (
      form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id), part TEXT NOT NULL,
      -- null = as the program writes it; the row stays for its revision
      text TEXT, revision INTEGER NOT NULL, changed_at TEXT NOT NULL, author TEXT NOT NULL,
      PRIMARY KEY (form, period_id, part)
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE report_frozen (
      form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id), correction INTEGER NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)), frozen_at TEXT NOT NULL,
      PRIMARY KEY (form, period_id, correction)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
