import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

it("keeps every opened cell, and lets one belong to a report that is not here", async () => {
  const { db, migrateTo } = await openAtVersion(196);
  db.raw.exec(`
    INSERT INTO reporting_period (id, code, rhythm, start_on, end_on, cutoff_on, collect_on, due_on)
      VALUES (202512, '2025-M12', 'month', '2025-12-01', '2025-12-31', '2025-12-31', '2026-01-03', '2026-01-05');
    INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at)
      VALUES ('here', 'submission', 'x', 'now', 'submission', 1, 'a.goi', x'00', '2026-01-04T00:00:00Z');
    INSERT INTO submission (sha256, submission_id, form, period_id, correction, state, signer) VALUES ('here', 's', 'month', 202512, 0, 'returned', 'An');
    INSERT INTO opened_cell VALUES ('here', 202512, 3, 7, 0, 612, 'xem lại', NULL, '2026-01-06T00:00:00Z')`);
  await migrateTo(204);
  db.raw.exec(
    "INSERT INTO opened_cell VALUES ('gone', 202512, 3, 7, NULL, NULL, 'xem lại', NULL, '2026-01-07T00:00:00Z')",
  );
  expect(db.raw.prepare("SELECT report_sha256, element_id, reported_value FROM opened_cell").all()).toEqual([
    { report_sha256: "gone", element_id: 3, reported_value: null },
    { report_sha256: "here", element_id: 3, reported_value: 612 },
  ]);
  expect(db.raw.pragma("foreign_key_check")).toEqual([]);
});
