import type { ProgrammeUse } from "../../../shared/domain/programme.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

export interface ProgrammeRow {
  readonly id: number;
  readonly code: string;
  /** Counts the stamped versions from 1. */
  readonly version: number;
  readonly state: string;
  /** JSON of the programme as adopted. */
  readonly definition: string;
  readonly definitionSha256: string;
  readonly isBuiltIn: number;
  readonly adoptedAt: string;
}

const SELECT =
  "SELECT id, code, version, state, definition, definition_sha256 AS definitionSha256, is_built_in AS isBuiltIn, adopted_at AS adoptedAt FROM programme";

export function listProgrammes(db: Database): ProgrammeRow[] {
  return all(db, `${SELECT} ORDER BY id`);
}

export function findProgramme(db: Database, code: string): ProgrammeRow | undefined {
  return first(db, `${SELECT} WHERE code = ? ORDER BY version DESC LIMIT 1`, code);
}

export function insertProgramme(
  db: Database,
  row: {
    code: string;
    state: string;
    definition: string;
    definitionSha256: string;
    isBuiltIn: boolean;
    ownerId: number | null;
    adoptedAt: string;
  },
): void {
  run(
    db,
    "INSERT INTO programme (code, state, definition, definition_sha256, is_built_in, owner_id, adopted_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    row.code,
    row.state,
    row.definition,
    row.definitionSha256,
    row.isBuiltIn ? 1 : 0,
    row.ownerId,
    row.adoptedAt,
  );
}

/** Takes a programme out that nothing stands on. @throws when another table refers to it */
export function deleteProgramme(db: Database, id: number): void {
  run(db, "DELETE FROM programme WHERE id = ?", id);
}

/** What stands on a programme since it was adopted; undefined when nothing does. */
export function findProgrammeUse(db: Database, id: number): ProgrammeUse | undefined {
  return first<{ use: ProgrammeUse }>(
    db,
    `SELECT 'own' AS use FROM programme WHERE id = @id AND is_built_in = 0
     UNION ALL SELECT 'version' FROM programme_version WHERE programme_id = @id
     UNION ALL SELECT 'allocation' FROM target_allocation WHERE programme_id = @id
     UNION ALL SELECT 'share' FROM office_share WHERE programme_id = @id
     UNION ALL SELECT 'verdict' FROM manual_verdict WHERE programme_id = @id
     UNION ALL SELECT 'report' FROM period_state s JOIN programme p ON p.id = @id AND s.approved_at >= p.adopted_at
     LIMIT 1`,
    { id },
  )?.use;
}

/** The next stamped version, or another state of the same one. */
export function updateProgramme(
  db: Database,
  id: number,
  row: Pick<ProgrammeRow, "version" | "state" | "definition" | "definitionSha256">,
): void {
  run(
    db,
    "UPDATE programme SET version = ?, state = ?, definition = ?, definition_sha256 = ? WHERE id = ?",
    row.version,
    row.state,
    row.definition,
    row.definitionSha256,
    id,
  );
}

export function setAllocation(
  db: Database,
  programmeId: number,
  target: string,
  unitId: number,
  year: number,
  amount: number,
): void {
  run(
    db,
    "INSERT INTO target_allocation (programme_id, target, unit_id, year, amount) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET amount = excluded.amount",
    programmeId,
    target,
    unitId,
    year,
    amount,
  );
}

export function deleteAllocation(
  db: Database,
  programmeId: number,
  target: string,
  unitId: number,
  year: number,
): void {
  run(
    db,
    "DELETE FROM target_allocation WHERE programme_id = ? AND target = ? AND unit_id = ? AND year = ?",
    programmeId,
    target,
    unitId,
    year,
  );
}

export function listAllocations(
  db: Database,
  programmeId: number,
): { target: string; unitId: number; unitCode: string; year: number; amount: number }[] {
  return all(
    db,
    "SELECT target, unit_id AS unitId, u.code AS unitCode, year, amount FROM target_allocation a JOIN org_unit u ON u.id = a.unit_id WHERE programme_id = ? ORDER BY year, target, u.code",
    programmeId,
  );
}
