// Later dates granted to unions. One that was withdrawn or replaced keeps its row.
import type { Extension } from "../../../shared/domain/extension.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import type { Act } from "./audit.ts";

export interface ExtensionRecord extends Extension {
  readonly uid: string;
  readonly periodCode: string;
  readonly reason: string;
  readonly grantedAt: string;
  readonly author: string | null;
}

const SELECT = `SELECT e.uid, r.code AS periodCode, u.uid AS unitUid, e.due_on AS dueOn, reason, granted_at AS grantedAt, p.name AS author
  FROM due_extension e JOIN reporting_period r ON r.id = e.period_id LEFT JOIN org_unit u ON u.id = e.unit_id LEFT JOIN person p ON p.id = e.author_id`;

/** Those that hold for a period, the one for all first. */
export function listExtensions(db: Database, periodId: number): ExtensionRecord[] {
  return all(
    db,
    `${SELECT} WHERE e.period_id = ? AND is_withdrawn = 0 ORDER BY e.unit_id IS NOT NULL, e.due_on, e.id`,
    periodId,
  );
}

/** One that holds. */
export function findExtension(db: Database, uid: string): ExtensionRecord | undefined {
  return first(db, `${SELECT} WHERE e.uid = ? AND is_withdrawn = 0`, uid);
}

/** Grants a later date; one granted before to the same is replaced. */
export function insertExtension(
  db: Database,
  extension: { uid: string; periodId: number; unitId: number | null; dueOn: string; reason: string },
  act: Act,
): void {
  run(
    db,
    "UPDATE due_extension SET is_withdrawn = 1 WHERE period_id = ? AND unit_id IS ? AND is_withdrawn = 0",
    extension.periodId,
    extension.unitId,
  );
  run(
    db,
    "INSERT INTO due_extension (uid, period_id, unit_id, due_on, reason, granted_at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
    extension.uid,
    extension.periodId,
    extension.unitId,
    extension.dueOn,
    extension.reason,
    act.at,
    act.personId,
  );
}

export function withdrawExtension(db: Database, uid: string): void {
  run(db, "UPDATE due_extension SET is_withdrawn = 1 WHERE uid = ?", uid);
}
