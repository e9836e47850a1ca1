// Frozen once released. Changes of cells made by one act stand together, so that the act can be taken back as one step
// – typing, pasting, filling and importing alike.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE change_set (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- done: stands · undone: taken back · undo: took one back, may be done again · spent: an undo that was, or no longer can be, done again
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'undo', 'spent')),
      source TEXT NOT NULL, at TEXT NOT NULL, author_id INTEGER,
      -- its changes have ids from here to where the next set begins
      first_change_id INTEGER NOT NULL
    ) STRICT
--
    CREATE TABLE change_set_period (
      period_id INTEGER NOT NULL, change_set_id INTEGER NOT NULL REFERENCES change_set (id),
      PRIMARY KEY (period_id, change_set_id)
    ) STRICT, WITHOUT ROWID
--
    -- Few at any time: what an ordinary save has to look through.
    CREATE INDEX change_set_undo ON change_set (id) WHERE state = 'undo'
--
    ALTER TABLE entry_change ADD COLUMN change_set_id INTEGER REFERENCES change_set (id)
--
    -- the revision whose figure stands again after an undo or redo; null = its own
    ALTER TABLE entry_change ADD COLUMN restores_revision INTEGER
--
    ALTER TABLE entry_change ADD COLUMN before_is_estimate INTEGER NOT NULL DEFAULT 0
--
    ALTER TABLE entry_change ADD COLUMN before_as_of_on TEXT
--
    -- SHA-256 over the whole report as it stood when it was approved: what is signed must be what was approved.
    ALTER TABLE period_state ADD COLUMN report_sha256 TEXT
--
    DROP INDEX entry_change_cell
--
    CREATE UNIQUE INDEX entry_change_cell ON entry_change (period_id, element_id, unit_id, revision)
    `,
  );
}
