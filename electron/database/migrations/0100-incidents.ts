// Frozen once released. Incidents behind counts (domain.md §c.2 E) and later dates granted to unions (§d.2).
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE unit_incident (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      kind TEXT NOT NULL CHECK (kind IN ('collectiveDispute', 'workStoppage', 'strike', 'workAccident')),
      occurred_on TEXT NOT NULL, resolved_on TEXT CHECK (resolved_on >= occurred_on), place TEXT NOT NULL,
      -- null = not known yet, which is not 0
      participants INTEGER CHECK (participants >= 0), deaths INTEGER CHECK (deaths >= 0), injured INTEGER CHECK (injured >= 0),
      with_union INTEGER NOT NULL CHECK (with_union IN (0, 1)), note TEXT NOT NULL,
      is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
      revision INTEGER NOT NULL DEFAULT 1, recorded_at TEXT NOT NULL, author_id INTEGER REFERENCES person (id),
      CHECK (kind = 'workAccident' OR (deaths IS NULL AND injured IS NULL))
    ) STRICT
--
    CREATE INDEX unit_incident_unit ON unit_incident (unit_id, occurred_on)
--
    CREATE INDEX unit_incident_day ON unit_incident (occurred_on) WHERE is_removed = 0
--
    -- a month's disputes, stoppages and strikes, or a quarter's accidents, of one unit: nothing else happened
    CREATE TABLE complete_incident_list (
      period_id INTEGER NOT NULL REFERENCES reporting_period (id), unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      at TEXT NOT NULL, author_id INTEGER REFERENCES person (id),
      PRIMARY KEY (period_id, unit_id)
    ) STRICT, WITHOUT ROWID
--
    -- What an act did besides changing cells, so that it is taken back with them.
    CREATE TABLE incident_change (
      id INTEGER PRIMARY KEY, change_set_id INTEGER NOT NULL REFERENCES change_set (id),
      incident_id INTEGER NOT NULL REFERENCES unit_incident (id),
      before TEXT NOT NULL CHECK (json_valid(before)), after TEXT NOT NULL CHECK (json_valid(after))
    ) STRICT
--
    CREATE INDEX incident_change_set ON incident_change (change_set_id)
--
    CREATE TABLE incident_list_change (
      id INTEGER PRIMARY KEY, change_set_id INTEGER NOT NULL REFERENCES change_set (id),
      period_id INTEGER NOT NULL, unit_id INTEGER NOT NULL,
      is_complete_before INTEGER NOT NULL, is_complete_after INTEGER NOT NULL
    ) STRICT
--
    CREATE INDEX incident_list_change_set ON incident_list_change (change_set_id)
--
    CREATE TABLE due_extension (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
      period_id INTEGER NOT NULL REFERENCES reporting_period (id),
      -- null = all unions
      unit_id INTEGER REFERENCES org_unit (id),
      due_on TEXT NOT NULL, reason TEXT NOT NULL,
      is_withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawn IN (0, 1)),
      granted_at TEXT NOT NULL, author_id INTEGER REFERENCES person (id)
    ) STRICT
--
    -- one that holds for a union, and one for all
    CREATE UNIQUE INDEX due_extension_holds ON due_extension (period_id, coalesce(unit_id, 0)) WHERE is_withdrawn = 0
    `,
  );
}
