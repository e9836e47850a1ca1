import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../connection.ts";
import { migrate, MIGRATIONS } from "../migrate.ts";

const upTo = (last: number) => MIGRATIONS.filter(({ version }) => version <= last);

it("keeps of every report that is not here what its newest reply says, and every opened cell", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scd-migration-"));
  const db = openDatabase(join(folder, "office.sqlite"));
  const backup = (version: number) => join(folder, `before-${version}.sqlite`);
  const logged = (seq: number, kind: "receipt" | "return", result: string, answered: string) => {
    const said = {
      result,
      in_reply_to: { manifest_sha256: answered, instance_id: "former", seq: 4 },
      ...(kind === "return" ? { submission_id: "s", revision: 2, due_date: "2026-01-20" } : {}),
    };
    const manifest = { kind, context: { form_code: "month", period: "2025-M12" }, [kind]: said };
    db.raw
      .prepare(
        `INSERT INTO bundle_log (manifest_sha256, kind, unit_id, instance_id, stream, seq, status, file_sha256, unit_code, unit_name, form, period, manifest, received_at)
         VALUES (?, ?, 'province', 'p', 'province-out', ?, 'accepted', 'f', 'LDLD-A', 'LĐLĐ tỉnh A', 'month', '2025-M12', ?, ?)`,
      )
      .run(`${kind} ${seq}`, kind, seq, JSON.stringify(manifest), `2026-01-1${seq}T00:00:00Z`);
  };
  try {
    await migrate(db, backup, upTo(196));
    db.raw.exec(`
      INSERT INTO reporting_period (id, code, rhythm, start_on, end_on, cutoff_on, collect_on, due_on)
        VALUES (202512, '2025-M12', 'month', '2025-12-01', '2025-12-31', '2025-12-31', '2026-01-03', '2026-01-05');
      INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at)
        VALUES ('here', 'submission', 'x', 'now', 'submission', 1, 'a.goi', x'00', '2026-01-04T00:00:00Z');
      INSERT INTO submission (sha256, submission_id, form, period_id, correction, state, signer) VALUES ('here', 's', 'month', 202512, 0, 'returned', 'An');
      INSERT INTO opened_cell VALUES ('here', 202512, 3, 7, 0, 612, 'xem lại', NULL, '2026-01-06T00:00:00Z')`);
    logged(1, "receipt", "accepted", "gone");
    logged(2, "return", "returned", "gone");
    // It repeats what was said before.
    logged(3, "receipt", "duplicate", "gone");
    logged(4, "receipt", "accepted", "kept above");
    logged(5, "return", "returned", "here");
    await migrate(db, backup, upTo(204));
    expect(db.raw.prepare("SELECT * FROM forgotten_report ORDER BY sha256").all()).toEqual([
      {
        sha256: "gone",
        form: "month",
        period: "2025-M12",
        instance_id: "former",
        seq: 4,
        return_sha256: "return 2",
        submission_id: "s",
        correction: 2,
        issuer: "LĐLĐ tỉnh A",
        due_on: "2026-01-20",
        returned_at: "2026-01-12T00:00:00Z",
      },
      {
        sha256: "kept above",
        form: "month",
        period: "2025-M12",
        instance_id: "former",
        seq: 4,
        return_sha256: null,
        submission_id: null,
        correction: null,
        issuer: null,
        due_on: null,
        returned_at: null,
      },
    ]);
    expect(db.raw.prepare("SELECT report_sha256, element_id, reported_value FROM opened_cell").all()).toEqual(
      [{ report_sha256: "here", element_id: 3, reported_value: 612 }],
    );
    expect(db.raw.pragma("foreign_key_check")).toEqual([]);
  } finally {
    await db.close();
    rmSync(folder, { recursive: true });
  }
});
