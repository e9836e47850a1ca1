// Everything that happened to one unit, newest first.
import type { EmployerType, Sector, SelfFinancing, UnitEventKind } from "../../../shared/domain/org-unit.ts";
import type { Database } from "../connection.ts";
import { all } from "../rows.ts";

export function unitHistory(db: Database, unitId: number) {
  return {
    names: all<{ fullName: string; validFrom: string; validTo: string | null }>(
      db,
      "SELECT full_name AS fullName, valid_from AS validFrom, valid_to AS validTo FROM org_unit_name WHERE unit_id = ? ORDER BY valid_from DESC",
      unitId,
    ),
    parents: all<{
      code: string;
      name: string;
      validFrom: string;
      validTo: string | null;
      decisionNumber: string | null;
    }>(
      db,
      `SELECT u.code, n.full_name AS name, p.valid_from AS validFrom, p.valid_to AS validTo, p.decision_number AS decisionNumber
       FROM org_unit_parent p JOIN org_unit u ON u.id = p.parent_id
       JOIN org_unit_name n ON n.unit_id = u.id AND n.valid_to IS NULL WHERE p.unit_id = ? AND p.relation = 'managedBy' ORDER BY p.valid_from DESC`,
      unitId,
    ),
    classifications: all<{
      employerType: EmployerType | null;
      sector: Sector | null;
      workforce: number | null;
      selfFinancing: SelfFinancing | null;
      decisionNumber: string | null;
      validFrom: string;
      validTo: string | null;
    }>(
      db,
      `SELECT employer_type AS employerType, sector, workforce, self_financing AS selfFinancing, decision_number AS decisionNumber, valid_from AS validFrom, valid_to AS validTo
       FROM org_unit_classification WHERE unit_id = ? ORDER BY valid_from DESC`,
      unitId,
    ),
    employers: all<{ uid: string; name: string; validFrom: string; validTo: string | null }>(
      db,
      `SELECT e.uid, e.name, l.valid_from AS validFrom, l.valid_to AS validTo
       FROM employer_union l JOIN employer e ON e.id = l.employer_id
       WHERE e.is_removed = 0 AND l.unit_id = ? ORDER BY l.valid_from DESC, e.search_key`,
      unitId,
    ),
    events: all<EventRow>(
      db,
      `SELECT e.kind, e.effective_on AS effectiveOn, e.decision_number AS decisionNumber, e.decided_on AS decidedOn,
         e.workforce, e.members, e.receiver, e.unit_id <> @unitId AS isSuccessor,
         o.uid AS otherUid, o.code AS otherCode,
         (SELECT full_name FROM org_unit_name n WHERE n.unit_id = o.id ORDER BY valid_from DESC LIMIT 1) AS otherName
       FROM unit_event e LEFT JOIN org_unit o ON o.id = CASE WHEN e.unit_id = @unitId THEN e.successor_id ELSE e.unit_id END
       WHERE e.unit_id = @unitId OR e.successor_id = @unitId ORDER BY e.effective_on DESC, e.id DESC`,
      { unitId },
    ).map(({ isSuccessor, otherUid, otherCode, otherName, ...event }) => ({
      ...event,
      isSuccessor: isSuccessor === 1,
      other:
        otherUid === null
          ? null
          : { uid: otherUid, code: otherCode ?? "", name: otherName ?? otherCode ?? "" },
    })),
  };
}

interface EventRow {
  readonly kind: UnitEventKind;
  readonly effectiveOn: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly workforce: number | null;
  readonly members: number | null;
  readonly receiver: string | null;
  readonly isSuccessor: number;
  readonly otherUid: string | null;
  readonly otherCode: string | null;
  readonly otherName: string | null;
}

/** Unions whose end, merger or split names a unit as the one that goes on with them. */
export function listPredecessors(db: Database, unitId: number): { code: string; name: string }[] {
  return all(
    db,
    `SELECT u.code, (SELECT full_name FROM org_unit_name n WHERE n.unit_id = u.id ORDER BY valid_from DESC LIMIT 1) AS name
     FROM unit_event e JOIN org_unit u ON u.id = e.unit_id WHERE e.successor_id = ? ORDER BY u.code`,
    unitId,
  );
}
