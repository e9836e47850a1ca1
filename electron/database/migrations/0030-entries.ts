// Frozen once released. The entry table is clustered by period, then element: a form and an evaluation both read
// runs of it. Eight million rows in one file are the design size (domain.md §g.2).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE data_element (
      id   INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      definition TEXT NOT NULL CHECK (json_valid(definition))
    ) STRICT
--
    -- id = year * 100 + place in the year: M01–M12 = 1–12, Q1–Q4 = 21–24, H1 = 31, 9M = 41, year = 51
    CREATE TABLE reporting_period (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, rhythm TEXT NOT NULL,
      start_on TEXT NOT NULL, end_on TEXT NOT NULL, cutoff_on TEXT NOT NULL, collect_on TEXT NOT NULL, due_on TEXT NOT NULL
    ) STRICT
--
    CREATE TABLE entry (
      period_id   INTEGER NOT NULL REFERENCES reporting_period (id),
      element_id  INTEGER NOT NULL REFERENCES data_element (id),
      unit_id     INTEGER NOT NULL REFERENCES org_unit (id),
      -- 0 value, 1 không phát sinh, 2 không áp dụng, 3 chưa thu thập; no row = chưa nhập
      state       INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
      value       INTEGER CHECK ((state = 0) = (value IS NOT NULL)),
      revision    INTEGER NOT NULL DEFAULT 1,
      is_estimate INTEGER NOT NULL DEFAULT 0 CHECK (is_estimate IN (0, 1)),
      as_of_on    TEXT,
      author_id   INTEGER REFERENCES person (id),
      -- 0 typed, 1 pasted, 2 imported file, 3 bundle
      source      INTEGER NOT NULL DEFAULT 0 CHECK (source BETWEEN 0 AND 3),
      PRIMARY KEY (period_id, element_id, unit_id)
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE entry_note (
      period_id INTEGER NOT NULL, element_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      text TEXT NOT NULL, author_id INTEGER, at TEXT NOT NULL,
      PRIMARY KEY (period_id, element_id, unit_id)
    ) STRICT, WITHOUT ROWID
--
    -- Every change of a cell, so that a figure can say what it was; also what a deleted cell's revision goes on from.
    CREATE TABLE entry_change (
      id INTEGER PRIMARY KEY, period_id INTEGER NOT NULL, element_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      before_state INTEGER, before_value INTEGER, after_state INTEGER, after_value INTEGER,
      revision INTEGER NOT NULL, at TEXT NOT NULL, author_id INTEGER
    ) STRICT
--
    CREATE INDEX entry_change_cell ON entry_change (period_id, element_id, unit_id)
--
    CREATE TABLE explanation (
      form TEXT NOT NULL, period_id INTEGER NOT NULL, unit_id INTEGER NOT NULL, rule TEXT NOT NULL,
      text TEXT NOT NULL, author_id INTEGER, at TEXT NOT NULL,
      PRIMARY KEY (form, period_id, unit_id, rule)
    ) STRICT, WITHOUT ROWID
--
    CREATE TABLE period_state (
      form TEXT NOT NULL, period_id INTEGER NOT NULL REFERENCES reporting_period (id),
      state TEXT NOT NULL CHECK (state IN ('approved', 'submitted', 'accepted', 'returned')),
      approved_by TEXT, approved_at TEXT NOT NULL,
      PRIMARY KEY (form, period_id)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
