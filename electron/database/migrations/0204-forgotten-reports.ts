// Frozen once released. Reports that were sent after the backup an office was restored from: what their replies say of them. A return of
// one opens cells, too, so an opened cell no longer belongs to a report that is here.
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
    -- until now a setting named them; every reply is in the log
    INSERT OR REPLACE INTO forgotten_report
      SELECT answered, period_form, period, instance, seq, iif(kind = 'return', manifest_sha256, NULL), submission_id, revision,
        iif(kind = 'return', unit_name, NULL), due_on, iif(kind = 'return', received_at, NULL)
      FROM (
        SELECT b.rowid AS place, b.kind, b.period, b.manifest_sha256, b.unit_name, b.received_at,
          manifest ->> '$.context.form_code' AS period_form,
          manifest ->> ('$.' || kind || '.in_reply_to.manifest_sha256') AS answered,
          manifest ->> ('$.' || kind || '.in_reply_to.instance_id') AS instance,
          manifest ->> ('$.' || kind || '.in_reply_to.seq') AS seq,
          manifest ->> ('$.' || kind || '.result') AS result,
          manifest ->> '$.return.submission_id' AS submission_id, manifest ->> '$.return.revision' AS revision,
          manifest ->> '$.return.due_date' AS due_on
        FROM bundle_log b WHERE kind IN ('receipt', 'return') AND period IS NOT NULL
      )
      WHERE answered NOT IN (SELECT sha256 FROM outgoing) ORDER BY result <> 'duplicate', received_at, place
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
