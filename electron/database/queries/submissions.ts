// Reports that were signed here, and how far each has come.
import type { Period, Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import { periodId } from "./periods.ts";

export interface SubmissionRecord {
  readonly sha256: string;
  /** The same for every correction of one report. */
  readonly submissionId: string;
  readonly form: Rhythm;
  readonly period: string;
  readonly correction: number;
  readonly state: "signed" | "exported" | "receipted" | "returned" | "superseded";
  readonly documentNumber: string | null;
  readonly signer: string;
  readonly receiptResult: string | null;
  readonly receiptAt: string | null;
  readonly receiptIssuer: string | null;
  readonly fileName: string;
  readonly size: number;
  readonly createdAt: string;
}

const SELECT_SUBMISSION = `SELECT s.sha256, s.submission_id AS submissionId, s.form, p.code AS period, s.correction, s.state, s.document_number AS documentNumber, s.signer,
  s.receipt_result AS receiptResult, s.receipt_at AS receiptAt, s.receipt_issuer AS receiptIssuer,
  o.file_name AS fileName, length(o.bundle) AS size, o.created_at AS createdAt
  FROM submission s JOIN outgoing o ON o.sha256 = s.sha256 JOIN reporting_period p ON p.id = s.period_id`;

export function listSubmissions(db: Database): SubmissionRecord[] {
  return all(db, `${SELECT_SUBMISSION} ORDER BY p.end_on DESC, s.correction DESC`);
}

export function findSubmission(db: Database, sha256: string): SubmissionRecord | undefined {
  return first(db, `${SELECT_SUBMISSION} WHERE s.sha256 = ?`, sha256);
}

export function findLatestSubmission(
  db: Database,
  form: Rhythm,
  period: Period,
): SubmissionRecord | undefined {
  return first(
    db,
    `${SELECT_SUBMISSION} WHERE s.form = ? AND s.period_id = ? ORDER BY s.correction DESC LIMIT 1`,
    form,
    periodId(period),
  );
}

export function insertSubmission(
  db: Database,
  row: {
    sha256: string;
    submissionId: string;
    form: Rhythm;
    period: Period;
    correction: number;
    documentNumber: string | null;
    issuedOn: string | null;
    signer: string;
  },
): void {
  run(
    db,
    "INSERT INTO submission (sha256, submission_id, form, period_id, correction, state, document_number, issued_on, signer) VALUES (?, ?, ?, ?, ?, 'signed', ?, ?, ?)",
    row.sha256,
    row.submissionId,
    row.form,
    periodId(row.period),
    row.correction,
    row.documentNumber,
    row.issuedOn,
    row.signer,
  );
}

/** Whether it was signed only until now. */
export function setExported(db: Database, sha256: string): boolean {
  return (
    run(db, "UPDATE submission SET state = 'exported' WHERE sha256 = ? AND state = 'signed'", sha256)
      .changes === 1
  );
}

export function setReceipted(
  db: Database,
  sha256: string,
  receipt: { result: string; at: string; issuer: string },
): void {
  run(
    db,
    "UPDATE submission SET state = 'receipted', receipt_result = ?, receipt_at = ?, receipt_issuer = ? WHERE sha256 = ?",
    receipt.result,
    receipt.at,
    receipt.issuer,
    sha256,
  );
}

/** Sent back to be corrected. */
export function setReturned(db: Database, sha256: string, reply: { at: string; issuer: string }): void {
  run(
    db,
    "UPDATE submission SET state = 'returned', receipt_result = 'returned', receipt_at = ?, receipt_issuer = ? WHERE sha256 = ?",
    reply.at,
    reply.issuer,
    sha256,
  );
}

/** Replaced by the next correction, which has been signed. */
export function setSuperseded(db: Database, sha256: string): void {
  run(db, "UPDATE submission SET state = 'superseded' WHERE sha256 = ?", sha256);
}
