// Frozen once released: imports nothing from this app but the statement runner.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE person (
      id         INTEGER PRIMARY KEY,
      name       TEXT NOT NULL,
      title      TEXT NOT NULL,
      roles      TEXT NOT NULL CHECK (json_valid(roles)),
      created_at TEXT NOT NULL
    ) STRICT
--
    CREATE TABLE import_batch (
      id          INTEGER PRIMARY KEY,
      uid         TEXT NOT NULL UNIQUE,
      kind        TEXT NOT NULL CHECK (kind IN ('units', 'employers', 'entries')),
      file_name   TEXT NOT NULL,
      file_sha256 TEXT NOT NULL,
      at          TEXT NOT NULL,
      author_id   INTEGER REFERENCES person (id),
      applied     INTEGER NOT NULL,
      undone_at   TEXT
    ) STRICT
--
    CREATE TABLE import_batch_row (
      batch_id INTEGER NOT NULL REFERENCES import_batch (id),
      position INTEGER NOT NULL,
      object   TEXT NOT NULL,
      key      TEXT NOT NULL,
      before   TEXT,
      after    TEXT,
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
