import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

it("keeps every submission as it was, and lets a new one be signed only", async () => {
  const { db, migrateTo } = await openAtVersion(100);
  db.raw.exec(`
    INSERT INTO reporting_period (id, code, rhythm, start_on, end_on, cutoff_on, collect_on, due_on)
      VALUES (202505, '2025-M05', 'month', '2025-05-01', '2025-05-31', '2025-05-31', '2025-06-03', '2025-06-05');
    INSERT INTO outgoing (sha256, kind, bundle_id, stream, seq, file_name, bundle, created_at)
      VALUES ('a', 'submission', 'x', 'submission', 1, 'a.goi', x'00', '2025-06-04T00:00:00Z'), ('b', 'submission', 'y', 'submission', 2, 'b.goi', x'01', '2025-06-05T00:00:00Z');
    INSERT INTO submission VALUES
      ('a', 'month', 202505, 0, 'superseded', '12/BC', 'An', 'accepted', '2025-06-05T00:00:00Z', 'LĐLĐ tỉnh A'),
      ('b', 'month', 202505, 1, 'exported', NULL, 'An', NULL, NULL, NULL)`);
  const rows = () => db.raw.prepare("SELECT * FROM submission ORDER BY sha256").all();
  const before = rows();
  await migrateTo(110);
  expect(rows()).toEqual(before);
  db.raw.exec("UPDATE submission SET state = 'signed' WHERE sha256 = 'b'");
  for (const refused of [
    "UPDATE submission SET state = 'sent' WHERE sha256 = 'b'",
    "UPDATE submission SET correction = 0 WHERE sha256 = 'b'",
    "DELETE FROM outgoing WHERE sha256 = 'b'",
  ])
    expect(() => db.raw.exec(refused)).toThrow(/constraint/i);
});
