// Frozen once released. A report that is signed has not left yet: it counts as exported once a file of it was saved.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE submission_with_signed (
      sha256 TEXT PRIMARY KEY REFERENCES outgoing (sha256), form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id),
      correction INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('signed', 'exported', 'receipted', 'returned', 'superseded')),
      document_number TEXT, signer TEXT NOT NULL, receipt_result TEXT, receipt_at TEXT, receipt_issuer TEXT,
      UNIQUE (form, period_id, correction)
    ) STRICT
--
    INSERT INTO submission_with_signed (sha256, form, period_id, correction, state, document_number, signer, receipt_result, receipt_at, receipt_issuer)
      SELECT sha256, form, period_id, correction, state, document_number, signer, receipt_result, receipt_at, receipt_issuer FROM submission
--
    DROP TABLE submission
--
    ALTER TABLE submission_with_signed RENAME TO submission
    `,
  );
}
