// Acts on the register that can be taken back as one step: what the union or employer was, and what it became.
import type { Database } from "../connection.ts";
import { first, run } from "../rows.ts";
import type { Act } from "./audit.ts";

export interface RegisterStepRow {
  readonly id: number;
  readonly uid: string;
  readonly kind: "created" | "changed" | "ended";
  readonly effectiveOn: string;
  readonly object: "unit" | "employer";
  readonly objectId: number;
  /** JSON; null when the step made it. */
  readonly before: string | null;
  readonly after: string;
  readonly at: string;
  readonly author: string | null;
  readonly undoneAt: string | null;
}

const SELECT = `SELECT s.id, s.uid, s.kind, s.effective_on AS effectiveOn, s.object, s.object_id AS objectId, s.before, s.after,
    s.at, p.name AS author, s.undone_at AS undoneAt FROM register_step s LEFT JOIN person p ON p.id = s.author_id`;

export function insertStep(
  db: Database,
  step: Pick<RegisterStepRow, "uid" | "kind" | "effectiveOn" | "object" | "objectId" | "before" | "after">,
  act: Act,
): void {
  run(
    db,
    "INSERT INTO register_step (uid, kind, effective_on, object, object_id, before, after, at, author_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    step.uid,
    step.kind,
    step.effectiveOn,
    step.object,
    step.objectId,
    step.before,
    step.after,
    act.at,
    act.personId,
  );
}

export function findStep(db: Database, uid: string): RegisterStepRow | undefined {
  return first(db, `${SELECT} WHERE s.uid = ?`, uid);
}

/** The latest step of a union or employer that stands. */
export function findLastStep(
  db: Database,
  object: RegisterStepRow["object"],
  objectId: number,
): RegisterStepRow | undefined {
  return first(
    db,
    `${SELECT} WHERE s.object = ? AND s.object_id = ? AND s.undone_at IS NULL ORDER BY s.id DESC LIMIT 1`,
    object,
    objectId,
  );
}

export function setStepUndone(db: Database, id: number, at: string): void {
  run(db, "UPDATE register_step SET undone_at = ? WHERE id = ?", at, id);
}
