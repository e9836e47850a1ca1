// Frozen once released. A restored office counts its bundles from 1 again under a new instance (bundle.md §2.8), and a
// submission keeps its own id, which is not that of the bundle that carries it.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE outgoing_by_instance (
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, bundle_id TEXT NOT NULL UNIQUE, instance_id TEXT NOT NULL,
      stream TEXT NOT NULL, seq INTEGER NOT NULL, file_name TEXT NOT NULL, bundle BLOB NOT NULL, created_at TEXT NOT NULL,
      UNIQUE (instance_id, stream, seq)
    ) STRICT
--
    -- until now a file had one instance: the one its office was made with
    INSERT INTO outgoing_by_instance (id, sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at)
      SELECT id, sha256, kind, bundle_id, coalesce((SELECT value ->> '$.instanceId' FROM setting WHERE name = 'office'), ''), stream, seq, file_name, bundle, created_at
      FROM outgoing
--
    CREATE TABLE submission_with_id (
      sha256 TEXT PRIMARY KEY REFERENCES outgoing_by_instance (sha256), submission_id TEXT NOT NULL,
      form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id), correction INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('signed', 'exported', 'receipted', 'returned', 'superseded')),
      document_number TEXT, signer TEXT NOT NULL, receipt_result TEXT, receipt_at TEXT, receipt_issuer TEXT,
      UNIQUE (form, period_id, correction)
    ) STRICT
--
    -- the id stands in the manifest, which a bundle holds uncompressed
    INSERT INTO submission_with_id (sha256, submission_id, form, period_id, correction, state, document_number, signer, receipt_result, receipt_at, receipt_issuer)
      SELECT s.sha256, CASE instr(o.bundle, x'227375626d697373696f6e5f6964223a22') WHEN 0 THEN o.bundle_id
          ELSE CAST(substr(o.bundle, instr(o.bundle, x'227375626d697373696f6e5f6964223a22') + 17, 36) AS TEXT) END,
        s.form, s.period_id, s.correction, s.state, s.document_number, s.signer, s.receipt_result, s.receipt_at, s.receipt_issuer
      FROM submission s JOIN outgoing o ON o.sha256 = s.sha256
--
    DROP TABLE submission
--
    DROP TABLE outgoing
--
    ALTER TABLE outgoing_by_instance RENAME TO outgoing
--
    ALTER TABLE submission_with_id RENAME TO submission
    `,
  );
}
