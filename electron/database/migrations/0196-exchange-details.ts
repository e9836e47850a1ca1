// Frozen once released. Official signatures made elsewhere over a bundle, kept byte for byte, some before their bundle has come; and from
// when until when an office reports here.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE countersignature (
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      kind TEXT NOT NULL CHECK (kind IN ('cms', 'pdf')),
      file_name TEXT NOT NULL, bytes BLOB NOT NULL, added_at TEXT NOT NULL,
      -- the bundle a person attached it to
      bundle_sha256 TEXT,
      -- of the file it says it signs
      content_sha256 TEXT,
      -- first digits of the bundle it is named after
      named_digits TEXT
    ) STRICT
--
    -- one signed paper may go with several bundles
    CREATE UNIQUE INDEX countersignature_place ON countersignature (sha256, coalesce(bundle_sha256, ''))
--
    CREATE INDEX countersignature_bundle ON countersignature (bundle_sha256)
--
    CREATE TABLE reporting_term (
      unit_uid TEXT PRIMARY KEY, from_on TEXT, until_on TEXT,
      CHECK (from_on IS NOT NULL OR until_on IS NOT NULL), CHECK (from_on <= until_on)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
