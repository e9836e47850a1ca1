import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

it("the union of an employer counts from the first day of the union, in what can be taken back too", async () => {
  const { db, migrateTo } = await openAtVersion(196);
  const snapshot = (unitId: number | null) =>
    JSON.stringify({
      employer: {
        code: "A",
        name: "Công ty A",
        search_key: "a",
        employer_type: "other",
        tax_code: null,
        unit_id: unitId,
      },
      headcounts: [],
    });
  db.raw.exec(`
    INSERT INTO org_unit (id, uid, code, established_on, ended_on, created_at) VALUES
      (1, 'u1', 'U1', '2015-04-01', NULL, 'x'), (2, 'u2', 'U2', NULL, '2025-06-30', 'x');
    INSERT INTO employer (id, uid, code, name, search_key, employer_type, unit_id, is_removed, created_at) VALUES
      (1, 'a', 'A', 'Công ty A', 'a', 'other', 1, 0, 'x'), (2, 'b', 'B', 'Công ty B', 'b', 'other', 2, 0, 'x'),
      (3, 'c', 'C', 'Công ty C', 'c', 'other', NULL, 0, 'x'), (4, 'd', NULL, 'Công ty D', 'd', 'other', 1, 1, 'x');
    INSERT INTO register_step (uid, kind, effective_on, object, object_id, before, after, at) VALUES
      ('s1', 'changed', '2026-01-01', 'employer', 1, '${snapshot(null)}', '${snapshot(1)}', 'x'),
      ('s2', 'created', '2026-01-01', 'unit', 1, NULL, '{"unit":{}}', 'x');
    INSERT INTO import_batch (id, uid, kind, file_name, file_sha256, at, applied) VALUES (1, 'i', 'employers', 'f', 'x', 'x', 1);
    INSERT INTO import_batch_row (batch_id, position, object, key, before, after) VALUES
      (1, 0, 'employer', '2', NULL, '${snapshot(2)}'), (1, 1, 'employer', '"B"', '{"workforce":3}', NULL)`);
  await migrateTo();
  const rows = (sql: string) => db.raw.prepare(sql).raw().all();
  expect(rows("SELECT employer_id, unit_id, valid_from, valid_to FROM employer_union ORDER BY 1")).toEqual([
    [1, 1, "2015-04-01", null],
    [2, 2, "1990-01-01", null],
  ]);
  const dated = (...unions: readonly object[]) => ({
    employer: { code: "A", name: "Công ty A", search_key: "a", employer_type: "other", tax_code: null },
    headcounts: [],
    unions,
  });
  const found = rows(
    "SELECT before, after FROM register_step UNION ALL SELECT before, after FROM import_batch_row",
  ) as (string | null)[][];
  expect(found.map((row) => row.map((json) => json && (JSON.parse(json) as unknown)))).toEqual([
    [dated(), dated({ unit_id: 1, valid_from: "2015-04-01", valid_to: null })],
    [null, { unit: {} }],
    [null, dated({ unit_id: 2, valid_from: "1990-01-01", valid_to: null })],
    [{ workforce: 3 }, null],
  ]);
  // The order of the fields is part of what a step is compared by.
  expect(found[0]?.[1]).toBe(JSON.stringify(dated({ unit_id: 1, valid_from: "2015-04-01", valid_to: null })));
});
