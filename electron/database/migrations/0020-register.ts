// Frozen once released. Everything about a unit that may change is a dated row (domain.md §f.2); ids are never reused.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

/** Dated rows of one unit may not overlap, and only the last may be open. */
function noOverlap(table: string, scope = "unit_id = NEW.unit_id"): string {
  return ["INSERT", "UPDATE"]
    .map(
      (event) => `
    CREATE TRIGGER ${table}_no_overlap_${event.toLowerCase()} AFTER ${event} ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${scope} AND id <> NEW.id
      AND valid_from <= coalesce(NEW.valid_to, '9999') AND NEW.valid_from <= coalesce(valid_to, '9999'))
    BEGIN SELECT RAISE(ABORT, 'dated rows overlap'); END`,
    )
    .join("\n--\n");
}

const DATED = "valid_from TEXT NOT NULL, valid_to TEXT, CHECK (valid_to IS NULL OR valid_to >= valid_from)";

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE org_unit (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      uid            TEXT NOT NULL UNIQUE,
      code           TEXT NOT NULL UNIQUE,
      -- first and last day of existence, from the events; kept here because every read asks for them
      established_on TEXT,
      ended_on       TEXT,
      is_removed     INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1)),
      created_at     TEXT NOT NULL
    ) STRICT
--
    CREATE TABLE org_unit_name (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      full_name TEXT NOT NULL, search_key TEXT NOT NULL, kind TEXT NOT NULL, ${DATED}
    ) STRICT
--
    CREATE INDEX org_unit_name_unit ON org_unit_name (unit_id, valid_from)
--
    ${noOverlap("org_unit_name")}
--
    CREATE TABLE org_unit_parent (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id), parent_id INTEGER NOT NULL REFERENCES org_unit (id),
      relation TEXT NOT NULL CHECK (relation IN ('managedBy', 'adviseOrg', 'areaTeam', 'cluster')),
      decision_number TEXT, decided_on TEXT, ${DATED}
    ) STRICT
--
    CREATE INDEX org_unit_parent_unit ON org_unit_parent (unit_id, relation, valid_from)
--
    ${noOverlap("org_unit_parent", "unit_id = NEW.unit_id AND relation = NEW.relation")}
--
    CREATE TABLE org_unit_classification (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      employer_type TEXT, sector TEXT CHECK (sector IN ('state', 'nonState')), workforce INTEGER CHECK (workforce >= 0),
      self_financing TEXT, tax_code TEXT, ${DATED}
    ) STRICT
--
    CREATE INDEX org_unit_classification_unit ON org_unit_classification (unit_id, valid_from)
--
    ${noOverlap("org_unit_classification")}
--
    CREATE TABLE org_unit_area (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id), area_code TEXT NOT NULL,
      is_temporary INTEGER NOT NULL DEFAULT 0, ${DATED}
    ) STRICT
--
    CREATE TABLE org_unit_letterhead (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      superior_line TEXT NOT NULL, issuer_line TEXT NOT NULL, symbol_suffix TEXT NOT NULL, place_name TEXT NOT NULL, ${DATED}
    ) STRICT
--
    ${noOverlap("org_unit_letterhead")}
--
    CREATE TABLE unit_event (
      id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      kind TEXT NOT NULL CHECK (kind IN ('established', 'dissolved', 'merged', 'split', 'transferred', 'renamed', 'reclassified', 'levelChanged')),
      effective_on TEXT NOT NULL, decision_number TEXT, decided_on TEXT,
      workforce INTEGER, members INTEGER, successor_id INTEGER REFERENCES org_unit (id), recorded_at TEXT NOT NULL
    ) STRICT
--
    CREATE INDEX unit_event_unit ON unit_event (unit_id, effective_on)
--
    CREATE INDEX unit_event_kind ON unit_event (kind, effective_on)
--
    CREATE TABLE employer (
      id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, code TEXT UNIQUE,
      name TEXT NOT NULL, search_key TEXT NOT NULL, employer_type TEXT NOT NULL, tax_code TEXT,
      unit_id INTEGER REFERENCES org_unit (id), is_removed INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL
    ) STRICT
--
    CREATE TABLE employer_headcount (
      employer_id INTEGER NOT NULL REFERENCES employer (id), valid_from TEXT NOT NULL, workforce INTEGER NOT NULL CHECK (workforce >= 0),
      PRIMARY KEY (employer_id, valid_from)
    ) STRICT, WITHOUT ROWID
    `,
  );
}
