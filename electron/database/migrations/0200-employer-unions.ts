// Frozen once released. The union of an employer is a dated row like everything else that may change; what was recorded without a
// date counts from the first day of the union. Steps and imports that can be taken back hold the employer as rows: theirs are brought
// to the same form, or nothing done before could be taken back any more.
import type { Kysely } from "kysely";
import { runStatements } from "./run-statements.ts";

const OVERLAP = `EXISTS (SELECT 1 FROM employer_union WHERE employer_id = NEW.employer_id AND id <> NEW.id
      AND valid_from <= coalesce(NEW.valid_to, '9999') AND NEW.valid_from <= coalesce(valid_to, '9999'))`;

/** 1990-01-01: since when a union counts whose founding is not known. */
const FIRST_DAY = "coalesce((SELECT established_on FROM org_unit WHERE id = linked.unit_id), '1990-01-01')";

/** A snapshot with `employer.unit_id` as one with `unions`. */
function dated(column: string): string {
  return `(SELECT json_set(json_remove(${column}, '$.employer.unit_id'), '$.unions', CASE
      WHEN linked.unit_id IS NULL THEN json('[]')
      ELSE json_array(json_object('unit_id', linked.unit_id, 'valid_from', ${FIRST_DAY}, 'valid_to', NULL)) END)
    FROM (SELECT json_extract(${column}, '$.employer.unit_id') AS unit_id) linked)`;
}

function rewrite(table: string, column: string): string {
  return `UPDATE ${table} SET ${column} = ${dated(column)}
    WHERE object = 'employer' AND json_type(${column}, '$.employer') = 'object'`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(
    db,
    `
    CREATE TABLE employer_union (
      id INTEGER PRIMARY KEY, employer_id INTEGER NOT NULL REFERENCES employer (id), unit_id INTEGER NOT NULL REFERENCES org_unit (id),
      valid_from TEXT NOT NULL, valid_to TEXT, CHECK (valid_to IS NULL OR valid_to >= valid_from)
    ) STRICT
--
    CREATE INDEX employer_union_employer ON employer_union (employer_id, valid_from)
--
    CREATE INDEX employer_union_unit ON employer_union (unit_id)
--
    CREATE TRIGGER employer_union_no_overlap_insert AFTER INSERT ON employer_union
    WHEN ${OVERLAP}
    BEGIN SELECT RAISE(ABORT, 'dated rows overlap'); END
--
    CREATE TRIGGER employer_union_no_overlap_update AFTER UPDATE ON employer_union
    WHEN ${OVERLAP}
    BEGIN SELECT RAISE(ABORT, 'dated rows overlap'); END
--
    INSERT INTO employer_union (employer_id, unit_id, valid_from)
      SELECT linked.id, linked.unit_id, ${FIRST_DAY} FROM employer linked
      WHERE linked.unit_id IS NOT NULL AND linked.is_removed = 0 ORDER BY linked.id
--
    ${rewrite("register_step", "before")}
--
    ${rewrite("register_step", "after")}
--
    ${rewrite("import_batch_row", "before")}
--
    ${rewrite("import_batch_row", "after")}
--
    ALTER TABLE employer DROP COLUMN unit_id
    `,
  );
}
