// The least that leaves what a save leaves, written by hand: the figure, its change with what stood before, the act they
// belong to and the audit row that follows the last. No contract is crossed, no rule asked, nothing looked at but the cell.
import { auditHash } from "../../electron/database/audit-encoding.ts";
import type { Database } from "../../electron/database/connection.ts";

interface HandWrittenCell {
  readonly elementId: number;
  readonly unitId: number;
  readonly value: number;
}

/** @returns writes some cells of one period as one act, durable when it returns */
export function handWriter({ raw }: Database, at: string) {
  const openSet = raw.prepare(
    "INSERT INTO change_set (state, source, at, first_change_id) VALUES ('done', 'pasted', ?, (SELECT coalesce(max(id), 0) + 1 FROM entry_change))",
  );
  const openPeriod = raw.prepare("INSERT INTO change_set_period (period_id, change_set_id) VALUES (?, ?)");
  const present = raw
    .prepare(
      "SELECT state, value, is_estimate, as_of_on, source, revision FROM entry WHERE period_id = ? AND element_id = ? AND unit_id = ?",
    )
    .raw();
  const write = raw.prepare(
    `INSERT INTO entry (period_id, element_id, unit_id, state, value, revision, is_estimate, as_of_on, author_id, source) VALUES (?, ?, ?, 0, ?, ?, 0, NULL, NULL, 1)
     ON CONFLICT DO UPDATE SET state = 0, value = excluded.value, revision = excluded.revision, is_estimate = 0, as_of_on = NULL, author_id = NULL, source = 1`,
  );
  const change = raw.prepare(
    "INSERT INTO entry_change (period_id, element_id, unit_id, before_state, before_value, before_is_estimate, before_as_of_on, before_source, after_state, after_value, revision, at, change_set_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
  );
  const head = raw.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").raw();
  const audit = raw.prepare(
    "INSERT INTO audit (seq, at, actor, action, object, detail, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  type Standing = [number, number | null, number, string | null, number, number];
  const act = raw.transaction((periodId: number, cells: readonly HandWrittenCell[]) => {
    const set = Number(openSet.run(at).lastInsertRowid);
    openPeriod.run(periodId, set);
    for (const { elementId, unitId, value } of cells) {
      const before = present.get(periodId, elementId, unitId) as Standing | undefined;
      const [state = null, was = null, isEstimate = 0, asOf = null, source = null, revision = 0] =
        before ?? [];
      write.run(periodId, elementId, unitId, value, revision + 1);
      change.run(
        periodId,
        elementId,
        unitId,
        state,
        was,
        isEstimate,
        asOf,
        source,
        value,
        revision + 1,
        at,
        set,
      );
    }
    const [seq, previous] = head.get() as [number, string];
    const record = { seq: seq + 1, at, actor: "", action: "bench", object: "", detail: `${cells.length}` };
    audit.run(seq + 1, at, "", "bench", "", record.detail, previous, auditHash(previous, record));
  });
  return (periodId: number, cells: readonly HandWrittenCell[]) => act.immediate(periodId, cells);
}
