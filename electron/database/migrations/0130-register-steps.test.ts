import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

it("imports of figures find their change set and keep what their notes replaced", async () => {
  const { db, migrateTo } = await openAtVersion(121);
  const cell = (element: number) =>
    `{"periodId":202601,"elementId":${element},"unitId":1,"period":"2026-M01","label":"U1"}`;
  db.raw.exec(`
    INSERT INTO change_set (id, state, source, at, author_id, first_change_id) VALUES
      (1, 'done', 'imported', '2026-02-01T00:00:00Z', NULL, 1), (2, 'done', 'typed', '2026-02-02T00:00:00Z', NULL, 2),
      (3, 'done', 'imported', '2026-02-03T00:00:00Z', NULL, 3), (4, 'done', 'imported', '2026-02-03T00:00:00Z', NULL, 4);
    INSERT INTO import_batch (id, uid, kind, file_name, file_sha256, at, author_id, applied) VALUES
      (1, 'a', 'entries', 'a.csv', 'x', '2026-02-01T00:00:00Z', NULL, 3), (2, 'b', 'entries', 'b.csv', 'x', '2026-02-03T00:00:00Z', NULL, 1),
      (3, 'c', 'units', 'c.csv', 'x', '2026-02-01T00:00:00Z', NULL, 1);
    INSERT INTO entry_note (period_id, element_id, unit_id, text, at) VALUES (202601, 7, 1, 'mới', '2026-02-01T00:00:00Z');
    INSERT INTO import_batch_row (batch_id, position, object, key, before, after) VALUES
      (1, 0, 'answerFile', '{"file":"a.xlsx"}', NULL, NULL),
      (1, 1, 'entry', '${cell(7)}', '{"entry":null,"note":"cũ"}', '{"state":"value","value":1}'),
      (1, 2, 'answer', '${cell(8)}', '{"note":null}', '{"note":"ghi"}'),
      (1, 3, 'entry', '${cell(9)}', '{"entry":null}', '{"state":"value","value":1}'),
      (2, 0, 'entry', '${cell(7)}', '{"entry":null,"note":"xưa"}', '{"state":"value","value":2}'),
      (3, 0, 'unit', '1', NULL, '{}')`);
  await migrateTo();
  const rows = (sql: string) => db.raw.prepare(sql).raw().all();
  // Two sets of one instant: which of them it was cannot be told, so neither is taken for it.
  expect(rows("SELECT uid, change_set_id FROM import_batch ORDER BY id")).toEqual([
    ["a", 1],
    ["b", null],
    ["c", null],
  ]);
  expect(
    rows("SELECT change_set_id, period_id, element_id, unit_id, before, after FROM entry_note_change"),
  ).toEqual([
    [1, 202601, 7, 1, "cũ", "mới"],
    [1, 202601, 8, 1, null, "ghi"],
  ]);
  // What belongs to no set is the only trace of its import, and stays.
  expect(rows("SELECT batch_id, object FROM import_batch_row ORDER BY batch_id, position")).toEqual([
    [1, "answerFile"],
    [2, "entry"],
    [3, "unit"],
  ]);
});
