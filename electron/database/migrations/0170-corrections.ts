// Frozen once released. What was said of a report, by whoever received it; and what a return opened to be corrected.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    -- signed here, besides the receipt a report got when it was taken in
    CREATE TABLE given_reply (
      sha256 TEXT PRIMARY KEY REFERENCES outgoing (sha256), report_sha256 TEXT NOT NULL,
      result TEXT NOT NULL CHECK (result IN ('accepted', 'accepted_with_warnings', 'returned')), due_on TEXT, at TEXT NOT NULL
    ) STRICT
--
    CREATE INDEX given_reply_report ON given_reply (report_sha256)
--
    -- of replies given and of replies received; without a unit it concerns the whole report
    CREATE TABLE remark (
      id INTEGER PRIMARY KEY, reply_sha256 TEXT NOT NULL, report_sha256 TEXT NOT NULL,
      unit_uid TEXT, element TEXT, period TEXT, severity TEXT NOT NULL, message TEXT NOT NULL, suggestion TEXT,
      CHECK ((unit_uid IS NULL) = (element IS NULL) AND (unit_uid IS NULL) = (period IS NULL))
    ) STRICT
--
    CREATE INDEX remark_report ON remark (report_sha256)
--
    CREATE TABLE return_notice (
      sha256 TEXT PRIMARY KEY, report_sha256 TEXT NOT NULL REFERENCES submission (sha256), issuer TEXT NOT NULL,
      due_on TEXT, at TEXT NOT NULL
    ) STRICT
--
    -- what a returned report said in a cell that may be written again; no reported state = nothing was reported
    CREATE TABLE opened_cell (
      report_sha256 TEXT NOT NULL REFERENCES submission (sha256),
      period_id INTEGER NOT NULL, element_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      reported_state INTEGER, reported_value INTEGER, reason TEXT NOT NULL, author TEXT, at TEXT NOT NULL,
      PRIMARY KEY (report_sha256, period_id, element_id, unit_id)
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE correction_request (
      report_sha256 TEXT PRIMARY KEY REFERENCES submission (sha256), reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT
    `,
  );
}
