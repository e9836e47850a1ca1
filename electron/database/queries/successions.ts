// Unions that came to their end, and those that went on with them (domain.md §f.2 no. 5).
import type { UnitEnd } from "../../../shared/domain/history/breaks.ts";
import type { Succession } from "../../../shared/domain/history/successors.ts";
import type { Database } from "../connection.ts";
import { all, first } from "../rows.ts";

/** Ends of unions after one day up to another, by day. Of a split one row for each successor. */
export function listUnitEnds(db: Database, after: string, to: string): UnitEnd[] {
  return all(
    db,
    `SELECT u.uid, e.kind, e.effective_on AS "on", e.members, e.decision_number AS decision
     FROM unit_event e JOIN org_unit u ON u.id = e.unit_id
     WHERE e.kind IN ('dissolved', 'merged', 'split', 'transferred') AND e.effective_on > ? AND e.effective_on <= ?
       AND u.is_removed = 0 AND u.ended_on IS NOT NULL ORDER BY e.effective_on, u.code`,
    after,
    to,
  );
}

/** Names of the offices that ended unions were handed over to. */
export function listReceivers(db: Database): { readonly uid: string; readonly receiver: string }[] {
  return all(
    db,
    `SELECT u.uid, e.receiver FROM unit_event e JOIN org_unit u ON u.id = e.unit_id
     WHERE e.kind = 'transferred' AND e.receiver IS NOT NULL AND u.is_removed = 0 AND u.ended_on IS NOT NULL`,
  );
}

/** Every edge from a union to one that went on with it. */
export function listSuccessions(db: Database): Succession[] {
  return all(
    db,
    `SELECT u.uid, s.uid AS successorUid FROM unit_event e JOIN org_unit u ON u.id = e.unit_id
       JOIN org_unit s ON s.id = e.successor_id WHERE u.is_removed = 0 AND s.is_removed = 0 AND u.ended_on IS NOT NULL`,
  );
}

/** First day of an office, where the register knows it. */
export function findFoundingDay(db: Database, unitId: number): string | null {
  return (
    first<{ day: string | null }>(db, "SELECT established_on AS day FROM org_unit WHERE id = ?", unitId)
      ?.day ?? null
  );
}
