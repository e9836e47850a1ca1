// Frozen once released. What was sent stays byte for byte; what was received is logged as bundle.md §2.8 asks.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE signing_key (
      keyid TEXT PRIMARY KEY, purpose TEXT NOT NULL CHECK (purpose IN ('sign', 'root')), spki BLOB NOT NULL,
      key_file TEXT NOT NULL CHECK (json_valid(key_file)), created_at TEXT NOT NULL, retired_at TEXT
    ) STRICT
--
    CREATE TABLE trust_list (
      version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bundle BLOB NOT NULL, is_own INTEGER NOT NULL, at TEXT NOT NULL
    ) STRICT
--
    CREATE TABLE outgoing (
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, bundle_id TEXT NOT NULL UNIQUE,
      stream TEXT NOT NULL, seq INTEGER NOT NULL, file_name TEXT NOT NULL, bundle BLOB NOT NULL, created_at TEXT NOT NULL,
      UNIQUE (stream, seq)
    ) STRICT
--
    CREATE TABLE submission (
      sha256 TEXT PRIMARY KEY REFERENCES outgoing (sha256), form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id),
      correction INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('exported', 'receipted', 'returned', 'superseded')),
      document_number TEXT, signer TEXT NOT NULL, receipt_result TEXT, receipt_at TEXT, receipt_issuer TEXT,
      UNIQUE (form, period_id, correction)
    ) STRICT
--
    CREATE TABLE bundle_log (
      manifest_sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, unit_id TEXT NOT NULL, instance_id TEXT NOT NULL,
      stream TEXT NOT NULL, seq INTEGER NOT NULL, status TEXT NOT NULL, receipt_sha256 TEXT, file_sha256 TEXT NOT NULL,
      unit_code TEXT NOT NULL, unit_name TEXT NOT NULL, form TEXT, period TEXT, correction INTEGER, units INTEGER,
      manifest TEXT NOT NULL CHECK (json_valid(manifest)), received_at TEXT NOT NULL,
      UNIQUE (unit_id, instance_id, stream, seq)
    ) STRICT
    `,
  );
}
