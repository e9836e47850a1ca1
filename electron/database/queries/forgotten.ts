// Reports of this office that were sent after the backup it was restored from, of which only replies are here (bundle.md §2.8).
import type { Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

/** What a return says of a report, and its correction has to name (bundle.md §2.7). */
interface ForgottenReturn {
  /** Of the return itself. */
  readonly sha256: string;
  readonly submissionId: string;
  /** Correction number of the report that was returned. */
  readonly correction: number;
  readonly issuer: string;
  readonly dueOn: string | null;
  readonly at: string;
}

export interface ForgottenRow {
  readonly sha256: string;
  readonly form: Rhythm;
  readonly period: string;
  /** The installation that signed it, and its number there. */
  readonly instanceId: string;
  readonly seq: number;
  /** Null: it was accepted. */
  readonly returned: ForgottenReturn | null;
}

interface ForgottenColumns extends Omit<ForgottenRow, "returned"> {
  readonly returnSha256: string | null;
  readonly submissionId: string;
  readonly correction: number;
  readonly issuer: string;
  readonly dueOn: string | null;
  readonly at: string;
}

const SELECT_FORGOTTEN = `SELECT sha256, form, period, instance_id AS instanceId, seq, return_sha256 AS returnSha256, submission_id AS submissionId,
  correction, issuer, due_on AS dueOn, returned_at AS at FROM forgotten_report`;

/** In the order they were heard of. */
export function listForgottenRows(db: Database): ForgottenRow[] {
  return all<ForgottenColumns>(db, `${SELECT_FORGOTTEN} ORDER BY rowid`).map(toForgotten);
}

export function findForgottenRow(db: Database, sha256: string): ForgottenRow | undefined {
  const row = first<ForgottenColumns>(db, `${SELECT_FORGOTTEN} WHERE sha256 = ?`, sha256);
  return row && toForgotten(row);
}

/** What the reply that stands says of one: a later reply takes the place of an earlier. */
export function setForgotten(
  db: Database,
  { sha256, form, period, instanceId, seq, returned }: ForgottenRow,
): void {
  run(
    db,
    `INSERT INTO forgotten_report (sha256, form, period, instance_id, seq, return_sha256, submission_id, correction, issuer, due_on, returned_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET return_sha256 = excluded.return_sha256,
       submission_id = excluded.submission_id, correction = excluded.correction, issuer = excluded.issuer, due_on = excluded.due_on,
       returned_at = excluded.returned_at`,
    sha256,
    form,
    period,
    instanceId,
    seq,
    returned?.sha256 ?? null,
    returned?.submissionId ?? null,
    returned?.correction ?? null,
    returned?.issuer ?? null,
    returned?.dueOn ?? null,
    returned?.at ?? null,
  );
}

function toForgotten({
  sha256,
  form,
  period,
  instanceId,
  seq,
  returnSha256,
  ...returned
}: ForgottenColumns): ForgottenRow {
  return {
    sha256,
    form,
    period,
    instanceId,
    seq,
    returned: returnSha256 === null ? null : { ...returned, sha256: returnSha256 },
  };
}
