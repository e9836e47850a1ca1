// Frozen once released. What one act changed in the register, so that it can be taken back as one step; who took over a
// union that was handed on; imports of figures are taken back by their change set alone.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE register_step (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('created', 'changed', 'ended')), effective_on TEXT NOT NULL,
      object TEXT NOT NULL CHECK (object IN ('unit', 'employer')), object_id INTEGER NOT NULL,
      -- null = it was made by this step
      before TEXT CHECK (json_valid(before)), after TEXT NOT NULL CHECK (json_valid(after)),
      at TEXT NOT NULL, author_id INTEGER REFERENCES person (id), undone_at TEXT
    ) STRICT
--
    CREATE INDEX register_step_object ON register_step (object, object_id)
--
    -- the superior union that took over a union handed on out of this register; within it successor_id says who
    ALTER TABLE unit_event ADD COLUMN receiver TEXT
--
    CREATE INDEX unit_event_successor ON unit_event (successor_id) WHERE successor_id IS NOT NULL
--
    ALTER TABLE import_batch ADD COLUMN change_set_id INTEGER REFERENCES change_set (id)
--
    -- 0 typed, 1 pasted, 2 imported file, 3 bundle; null = not recorded
    ALTER TABLE entry_change ADD COLUMN before_source INTEGER CHECK (before_source BETWEEN 0 AND 3)
--
    CREATE TABLE entry_note_change (
      id INTEGER PRIMARY KEY, change_set_id INTEGER NOT NULL REFERENCES change_set (id),
      period_id INTEGER NOT NULL, element_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      before TEXT, after TEXT
    ) STRICT
--
    CREATE INDEX entry_note_change_set ON entry_note_change (change_set_id)
--
    UPDATE import_batch SET change_set_id = (
      SELECT CASE WHEN count(*) = 1 THEN max(s.id) END FROM change_set s
      WHERE s.source = 'imported' AND s.at = import_batch.at AND s.author_id IS import_batch.author_id)
    WHERE kind = 'entries'
--
    INSERT INTO entry_note_change (change_set_id, period_id, element_id, unit_id, before, after)
      SELECT b.change_set_id, r.key ->> 'periodId', r.key ->> 'elementId', r.key ->> 'unitId', r.before ->> 'note',
        coalesce(r.after ->> 'note', (SELECT text FROM entry_note n WHERE n.period_id = r.key ->> 'periodId' AND n.element_id = r.key ->> 'elementId' AND n.unit_id = r.key ->> 'unitId'))
      FROM import_batch_row r JOIN import_batch b ON b.id = r.batch_id
      WHERE r.object IN ('entry', 'answer') AND b.change_set_id IS NOT NULL AND json_type(r.before, '$.note') IS NOT NULL
      ORDER BY r.batch_id, r.position
--
    -- what no set could be told for keeps its rows: they are all that says what such an import did
    DELETE FROM import_batch_row WHERE object IN ('entry', 'answer')
      AND batch_id IN (SELECT id FROM import_batch WHERE change_set_id IS NOT NULL)
    `,
  );
}
