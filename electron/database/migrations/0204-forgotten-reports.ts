// Frozen once released. Reports that were sent after the backup an office was restored from: what their replies say of them. A return of
// one opens cells, too, so an opened cell no longer belongs to a report that is here. Replies that were taken in before are settled when
// the office is opened, because all that follows from them is (corrections/settle-logged.ts).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE forgotten_report (
      sha256 TEXT PRIMARY KEY, form TEXT NOT NULL, period TEXT NOT NULL,
      -- where it stood among those of the installation that signed it
      instance_id TEXT NOT NULL, seq INTEGER NOT NULL,
      -- of one that was returned: what its correction has to name
      return_sha256 TEXT, submission_id TEXT, correction INTEGER, issuer TEXT, due_on TEXT, returned_at TEXT,
      CHECK ((return_sha256 IS NULL) = (submission_id IS NULL) AND (return_sha256 IS NULL) = (correction IS NULL)
        AND (return_sha256 IS NULL) = (issuer IS NULL) AND (return_sha256 IS NULL) = (returned_at IS NULL))
    ) STRICT
--
    CREATE INDEX forgotten_report_period ON forgotten_report (form, period)
--
    CREATE TABLE opened_cell_of_any (
      report_sha256 TEXT NOT NULL,
      period_id INTEGER NOT NULL, element_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      reported_state INTEGER, reported_value INTEGER, reason TEXT NOT NULL, author TEXT, at TEXT NOT NULL,
      PRIMARY KEY (report_sha256, period_id, element_id, unit_id)
    ) STRICT, WITHOUT ROWID
--
    INSERT INTO opened_cell_of_any SELECT report_sha256, period_id, element_id, unit_id, reported_state, reported_value, reason, author, at FROM opened_cell
--
    DROP TABLE opened_cell
--
    ALTER TABLE opened_cell_of_any RENAME TO opened_cell
    `,
  );
}
