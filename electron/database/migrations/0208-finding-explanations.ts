// Frozen once released. An explanation belongs to one finding: its rule and the lines it is about. Those kept before were given
// for every finding of the rule in the unit, and stay so under no lines.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE finding_explanation (
      form TEXT NOT NULL, period_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, rule TEXT NOT NULL,
      -- codes of the lines in the order of the rule, comma between; '' = every finding of the rule
      elements TEXT NOT NULL,
      text TEXT NOT NULL, author_id INTEGER, at TEXT NOT NULL,
      PRIMARY KEY (form, period_id, unit_id, rule, elements)
    ) STRICT, WITHOUT ROWID
--
    INSERT INTO finding_explanation (form, period_id, unit_id, rule, elements, text, author_id, at)
      SELECT form, period_id, unit_id, rule, '', text, author_id, at FROM explanation
--
    DROP TABLE explanation
--
    ALTER TABLE finding_explanation RENAME TO explanation
    `,
  );
}
