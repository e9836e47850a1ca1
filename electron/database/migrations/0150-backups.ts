// Frozen once released. Backups made of this office, so that it can say when the last one left the machine.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE backup (
      id INTEGER PRIMARY KEY, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, size_bytes INTEGER NOT NULL,
      is_encrypted INTEGER NOT NULL CHECK (is_encrypted IN (0, 1)),
      -- the last act that is in it
      audit_seq INTEGER NOT NULL, counts TEXT NOT NULL CHECK (json_valid(counts)), made_at TEXT NOT NULL,
      -- null = it never left the folder of the office
      saved_at TEXT
    ) STRICT
    `,
  );
}
