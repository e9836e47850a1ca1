// Versions of the point bands that the office has entered itself.
import type { OwnGradeScheme } from "../../../shared/domain/grade-scheme.ts";
import type { Database } from "../connection.ts";
import { all, run } from "../rows.ts";
import type { Act } from "./audit.ts";

type GradeSchemeWrite = Omit<OwnGradeScheme, "id" | "author" | "at">;

/** Those that hold, in time order. */
export function listGradeSchemes(db: Database): OwnGradeScheme[] {
  return all(
    db,
    `SELECT id, valid_from AS validFrom, name, decision_number AS decisionNumber, decided_on AS decidedOn,
       excellent_from AS excellentFrom, good_from AS goodFrom, completed_from AS completedFrom, condition, author, at
     FROM grade_scheme WHERE withdrawn_at IS NULL ORDER BY valid_from`,
  );
}

/** One that began on the same day is replaced. */
export function insertGradeScheme(db: Database, scheme: GradeSchemeWrite, act: Act): number {
  run(
    db,
    "UPDATE grade_scheme SET withdrawn_at = ? WHERE valid_from = ? AND withdrawn_at IS NULL",
    act.at,
    scheme.validFrom,
  );
  return run(
    db,
    `INSERT INTO grade_scheme (valid_from, name, decision_number, decided_on, excellent_from, good_from, completed_from, condition, author, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    scheme.validFrom,
    scheme.name,
    scheme.decisionNumber,
    scheme.decidedOn,
    scheme.excellentFrom,
    scheme.goodFrom,
    scheme.completedFrom,
    scheme.condition,
    act.actor,
    act.at,
  ).id;
}

export function withdrawGradeScheme(db: Database, id: number, at: string): void {
  run(db, "UPDATE grade_scheme SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL", at, id);
}
