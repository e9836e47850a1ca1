// Frozen once released. A programme is kept whole, word for word, as it was when adopted.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE programme (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, owner_id INTEGER REFERENCES org_unit (id),
      state TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition)), definition_sha256 TEXT NOT NULL,
      is_built_in INTEGER NOT NULL, adopted_at TEXT NOT NULL,
      UNIQUE (code, version)
    ) STRICT
--
    CREATE TABLE target_allocation (
      programme_id INTEGER NOT NULL REFERENCES programme (id), target TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      year INTEGER NOT NULL, amount INTEGER NOT NULL CHECK (amount >= 0),
      PRIMARY KEY (programme_id, target, unit_id, year)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
