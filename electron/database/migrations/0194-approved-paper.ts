// Frozen once released. The figures, sentences and appendices of the printed report as they were approved. Of a signed report
// the bundle holds the papers themselves; the table meant for them was never written to.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE approved_paper (
      form TEXT NOT NULL, period_id INTEGER NOT NULL, sha256 TEXT NOT NULL,
      content TEXT NOT NULL CHECK (json_valid(content)),
      PRIMARY KEY (form, period_id),
      FOREIGN KEY (form, period_id) REFERENCES approved_report (form, period_id) ON DELETE CASCADE
    ) STRICT
--
    DROP TABLE report_frozen
--
    -- the date on the paper: its number is one of that year
    ALTER TABLE submission ADD COLUMN issued_on TEXT
    `,
  );
}
