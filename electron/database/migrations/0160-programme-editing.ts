// Frozen once released. Drafts with every step of their writing, stamped versions, and verdicts given by a person.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE programme_draft (
      code TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('draft', 'underComment')),
      -- counts every change, undoing included; position is the step that stands
      revision INTEGER NOT NULL, position INTEGER NOT NULL, changed_at TEXT NOT NULL, author TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE programme_draft_step (
      code TEXT NOT NULL REFERENCES programme_draft (code) ON DELETE CASCADE, position INTEGER NOT NULL,
      definition TEXT NOT NULL CHECK (json_valid(definition)),
      PRIMARY KEY (code, position)
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE programme_version (
      programme_id INTEGER NOT NULL REFERENCES programme (id), version INTEGER NOT NULL, state TEXT NOT NULL,
      definition TEXT NOT NULL CHECK (json_valid(definition)), definition_sha256 TEXT NOT NULL,
      decision TEXT, valid_from TEXT, stamped_at TEXT NOT NULL, author TEXT NOT NULL,
      PRIMARY KEY (programme_id, version)
    ) STRICT, WITHOUT ROWID
--
    -- Appended to, never changed: of several for one period the last counts.
    CREATE TABLE manual_verdict (
      id INTEGER PRIMARY KEY, programme_id INTEGER NOT NULL REFERENCES programme (id), target TEXT NOT NULL,
      period TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('met', 'exceeded', 'notMet')),
      text TEXT NOT NULL CHECK (text <> ''), author TEXT NOT NULL, at TEXT NOT NULL
    ) STRICT
--
    CREATE INDEX manual_verdict_programme ON manual_verdict (programme_id, id)
    `,
  );
}
