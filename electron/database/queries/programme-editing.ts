// Drafts with their steps, stamped versions, verdicts by a person.
import type { ManualVerdict } from "../../../shared/domain/target.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

export interface DraftRow {
  readonly code: string;
  readonly state: "draft" | "underComment";
  readonly revision: number;
  readonly position: number;
  /** First and last step that are kept. */
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly definition: string;
  readonly changedAt: string;
  readonly author: string;
}

const SELECT = `SELECT d.code, d.state, d.revision, d.position, d.changed_at AS changedAt, d.author, s.definition,
  (SELECT MIN(position) FROM programme_draft_step WHERE code = d.code) AS firstPosition,
  (SELECT MAX(position) FROM programme_draft_step WHERE code = d.code) AS lastPosition
  FROM programme_draft d JOIN programme_draft_step s ON s.code = d.code AND s.position = d.position`;

export function listDrafts(db: Database): DraftRow[] {
  return all(db, `${SELECT} ORDER BY d.changed_at DESC, d.code`);
}

export function findDraft(db: Database, code: string): DraftRow | undefined {
  return first(db, `${SELECT} WHERE d.code = ?`, code);
}

export function insertDraft(
  db: Database,
  row: Pick<DraftRow, "code" | "state" | "definition" | "changedAt" | "author">,
): void {
  run(
    db,
    "INSERT INTO programme_draft (code, state, revision, position, changed_at, author) VALUES (?, ?, 1, 1, ?, ?)",
    row.code,
    row.state,
    row.changedAt,
    row.author,
  );
  insertStep(db, row.code, 1, row.definition);
}

/** Appends a step after the one that stands; steps that had been taken back are gone, the oldest beyond `most` too. */
export function appendDraftStep(db: Database, draft: DraftRow, definition: string, most: number): void {
  const position = draft.position + 1;
  run(
    db,
    "DELETE FROM programme_draft_step WHERE code = ? AND (position >= ? OR position <= ?)",
    draft.code,
    position,
    position - most,
  );
  insertStep(db, draft.code, position, definition);
}

export function updateDraft(
  db: Database,
  row: Pick<DraftRow, "code" | "state" | "revision" | "position" | "changedAt" | "author">,
): void {
  run(
    db,
    "UPDATE programme_draft SET state = ?, revision = ?, position = ?, changed_at = ?, author = ? WHERE code = ?",
    row.state,
    row.revision,
    row.position,
    row.changedAt,
    row.author,
    row.code,
  );
}

export function deleteDraft(db: Database, code: string): void {
  run(db, "DELETE FROM programme_draft_step WHERE code = ?", code);
  run(db, "DELETE FROM programme_draft WHERE code = ?", code);
}

function insertStep(db: Database, code: string, position: number, definition: string): void {
  run(
    db,
    "INSERT INTO programme_draft_step (code, position, definition) VALUES (?, ?, ?)",
    code,
    position,
    definition,
  );
}

interface VersionRow {
  readonly version: number;
  readonly state: string;
  readonly definition: string;
  readonly definitionSha256: string;
  readonly decision: string | null;
  readonly validFrom: string | null;
  readonly stampedAt: string;
  readonly author: string;
}

export function listVersions(db: Database, programmeId: number): VersionRow[] {
  return all(
    db,
    `SELECT version, state, definition, definition_sha256 AS definitionSha256, decision, valid_from AS validFrom,
      stamped_at AS stampedAt, author FROM programme_version WHERE programme_id = ? ORDER BY version`,
    programmeId,
  );
}

export function insertVersion(db: Database, programmeId: number, row: VersionRow): void {
  run(
    db,
    `INSERT INTO programme_version
      (programme_id, version, state, definition, definition_sha256, decision, valid_from, stamped_at, author)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    programmeId,
    row.version,
    row.state,
    row.definition,
    row.definitionSha256,
    row.decision,
    row.validFrom,
    row.stampedAt,
    row.author,
  );
}

export function listVerdicts(db: Database, programmeId: number): (ManualVerdict & { target: string })[] {
  return all(
    db,
    "SELECT target, period, verdict, text, author, at FROM manual_verdict WHERE programme_id = ? ORDER BY id",
    programmeId,
  );
}

export function insertVerdict(
  db: Database,
  programmeId: number,
  target: string,
  { period, verdict, text, author, at }: ManualVerdict,
): void {
  run(
    db,
    "INSERT INTO manual_verdict (programme_id, target, period, verdict, text, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
    programmeId,
    target,
    period,
    verdict,
    text,
    author,
    at,
  );
}
