import { expect, it } from "vitest";
import { openAtVersion } from "../../../test/support/database-at-version.ts";

const INSTANCE = "7b1f1f9e-2a52-4b62-9a55-0d7b8d1f7a01";
const SUBMISSION = "0198c0de-0000-7000-8000-00000000abcd";

it("gives every bundle the instance of its office, every submission its own id, and lets a restored office count anew", async () => {
  const { db, migrateTo } = await openAtVersion(110);
  const bundleOf = (text: string) => Buffer.from(`PK\u0003\u0004\u0000…${text}…`, "utf8").toString("hex");
  db.raw.exec(`
    INSERT INTO setting (name, value) VALUES ('office', '{"uid":"u","instanceId":"${INSTANCE}"}');
    INSERT INTO reporting_period (id, code, rhythm, start_on, end_on, cutoff_on, collect_on, due_on)
      VALUES (202505, '2025-M05', 'month', '2025-05-01', '2025-05-31', '2025-05-31', '2025-06-03', '2025-06-05');
    INSERT INTO outgoing (id, sha256, kind, bundle_id, stream, seq, file_name, bundle, created_at) VALUES
      (4, 'a', 'submission', 'x', 'submission', 1, 'a.goi', x'${bundleOf(`"submission":{"reply_to":null,"submission_id":"${SUBMISSION}"}`)}', '2025-06-04T00:00:00Z'),
      (7, 'e', 'enrolment', 'y', 'enrolment', 1, 'e.goi', x'00', '2025-06-05T00:00:00Z');
    INSERT INTO submission VALUES ('a', 'month', 202505, 0, 'exported', '12/BC', 'An', NULL, NULL, NULL)`);
  await migrateTo(121);
  expect(db.raw.prepare("SELECT id, sha256, instance_id, seq FROM outgoing ORDER BY id").all()).toEqual([
    { id: 4, sha256: "a", instance_id: INSTANCE, seq: 1 },
    { id: 7, sha256: "e", instance_id: INSTANCE, seq: 1 },
  ]);
  expect(db.raw.prepare("SELECT * FROM submission").all()).toEqual([
    {
      sha256: "a",
      submission_id: SUBMISSION,
      form: "month",
      period_id: 202505,
      correction: 0,
      state: "exported",
      document_number: "12/BC",
      signer: "An",
      receipt_result: null,
      receipt_at: null,
      receipt_issuer: null,
    },
  ]);
  expect(db.raw.pragma("foreign_key_check")).toEqual([]);
  const insert = (sha256: string, instance: string) =>
    db.raw.exec(
      `INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at)
       VALUES ('${sha256}', 'submission', '${sha256}', '${instance}', 'submission', 1, 'r.goi', x'00', '2025-07-01T00:00:00Z')`,
    );
  expect(() => insert("b", INSTANCE)).toThrow(/UNIQUE/);
  insert("c", "another");
  // The submission still refers to the table it was made with.
  expect(() => db.raw.exec("DELETE FROM outgoing WHERE sha256 = 'a'")).toThrow(/constraint/i);
});
