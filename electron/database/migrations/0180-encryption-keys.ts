// Frozen once released. An office's encryption keys, and which version of a programme went down in which bundle.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE encryption_key (
      keyid TEXT PRIMARY KEY, recipient TEXT NOT NULL UNIQUE, key_file TEXT NOT NULL CHECK (json_valid(key_file)),
      created_at TEXT NOT NULL, retired_at TEXT
    ) STRICT
--
    CREATE TABLE programme_sent (
      uid TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1), sha256 TEXT NOT NULL UNIQUE REFERENCES outgoing (sha256),
      at TEXT NOT NULL, PRIMARY KEY (uid, version)
    ) STRICT
    `,
  );
}
