// Frozen once released. The report as it was approved, kept until it is signed: what is signed is exactly that.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE approved_report (
      form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id), sha256 TEXT NOT NULL,
      totals TEXT NOT NULL CHECK (json_valid(totals)), summary TEXT NOT NULL,
      -- codes of the periods whose figures are in it although nobody has approved them
      unapproved TEXT NOT NULL CHECK (json_valid(unapproved)),
      -- why it was approved although unions are missing; null = none was
      incomplete_reason TEXT,
      -- the newest entry_change there was: later ones are not in it
      last_change_id INTEGER NOT NULL,
      PRIMARY KEY (form, period_id)
    ) STRICT
--
    CREATE TABLE approved_table (
      id INTEGER PRIMARY KEY, form TEXT NOT NULL, period_id INTEGER NOT NULL, position INTEGER NOT NULL,
      -- the line of the manifest that describes it
      described TEXT NOT NULL CHECK (json_valid(described)), bytes BLOB NOT NULL,
      UNIQUE (form, period_id, position),
      FOREIGN KEY (form, period_id) REFERENCES approved_report (form, period_id) ON DELETE CASCADE
    ) STRICT
    `,
  );
}
