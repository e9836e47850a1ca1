// Keys, trust list, what was sent and what was received (bundle.md §2.5–2.8): one file, because every step of the
// exchange reads several of these tables together.
import type { Period, Rhythm } from "../../../shared/domain/period.ts";
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";
import { periodId } from "./periods.ts";

export interface KeyRow {
  readonly keyid: string;
  readonly purpose: "sign" | "root";
  readonly spki: Uint8Array;
  /** The encrypted key file of bundle.md §2.6, JSON. */
  readonly keyFile: string;
  readonly createdAt: string;
}

export function listKeys(db: Database): KeyRow[] {
  return all(
    db,
    "SELECT keyid, purpose, spki, key_file AS keyFile, created_at AS createdAt FROM signing_key WHERE retired_at IS NULL ORDER BY rowid",
  );
}

/** Public halves of every key this office ever had, retired ones too: they signed what still lies here. */
export function listPublicKeys(db: Database): { keyid: string; spki: Uint8Array }[] {
  return all(db, "SELECT keyid, spki FROM signing_key ORDER BY created_at, keyid");
}

export function insertKey(db: Database, key: KeyRow): void {
  run(
    db,
    "INSERT INTO signing_key (keyid, purpose, spki, key_file, created_at) VALUES (?, ?, ?, ?, ?)",
    key.keyid,
    key.purpose,
    key.spki,
    key.keyFile,
    key.createdAt,
  );
}

interface TrustRow {
  readonly version: number;
  readonly sha256: string;
  readonly bundle: Uint8Array;
  readonly isOwn: number;
}

export function findTrust(db: Database): TrustRow | undefined {
  return first(
    db,
    "SELECT version, sha256, bundle, is_own AS isOwn FROM trust_list ORDER BY version DESC LIMIT 1",
  );
}

export function listTrust(db: Database): TrustRow[] {
  return all(db, "SELECT version, sha256, bundle, is_own AS isOwn FROM trust_list ORDER BY version");
}

/** Every version held, newest first, without the lists themselves. */
export function listTrustDates(db: Database): { version: number; at: string; digest: string }[] {
  return all(db, "SELECT version, at, sha256 AS digest FROM trust_list ORDER BY version DESC");
}

export function insertTrust(db: Database, row: TrustRow, at: string): void {
  run(
    db,
    "INSERT INTO trust_list (version, sha256, bundle, is_own, at) VALUES (?, ?, ?, ?, ?)",
    row.version,
    row.sha256,
    row.bundle,
    row.isOwn,
    at,
  );
}

export interface OutgoingRow {
  readonly sha256: string;
  readonly kind: string;
  readonly bundleId: string;
  /** The computer, or the restored copy, that made it (bundle.md §2.8). */
  readonly instanceId: string;
  readonly stream: string;
  readonly seq: number;
  readonly fileName: string;
  readonly bundle: Uint8Array;
  readonly createdAt: string;
}

const SELECT_OUTGOING =
  "SELECT sha256, kind, bundle_id AS bundleId, instance_id AS instanceId, stream, seq, file_name AS fileName, bundle, created_at AS createdAt FROM outgoing";

/** The last bundle of a stream of one instance: its number and digest go into the next one. */
export function lastOutgoing(
  db: Database,
  instanceId: string,
  stream: string,
): { seq: number; sha256: string } | undefined {
  return first(
    db,
    "SELECT seq, sha256 FROM outgoing WHERE instance_id = ? AND stream = ? ORDER BY seq DESC LIMIT 1",
    instanceId,
    stream,
  );
}

export function findOutgoing(db: Database, sha256: string): OutgoingRow | undefined {
  return first(db, `${SELECT_OUTGOING} WHERE sha256 = ?`, sha256);
}

/** Everything that was signed here, oldest first; without the files, which may be large. */
export function listOutgoing(db: Database): Omit<OutgoingRow, "bundle">[] {
  return all(
    db,
    "SELECT sha256, kind, bundle_id AS bundleId, instance_id AS instanceId, stream, seq, file_name AS fileName, created_at AS createdAt FROM outgoing ORDER BY id",
  );
}

export function insertOutgoing(db: Database, row: OutgoingRow): void {
  run(
    db,
    "INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    row.sha256,
    row.kind,
    row.bundleId,
    row.instanceId,
    row.stream,
    row.seq,
    row.fileName,
    row.bundle,
    row.createdAt,
  );
}

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

export interface BundleLogRow {
  readonly manifestSha256: string;
  readonly kind: string;
  readonly unitId: string;
  readonly instanceId: string;
  readonly stream: string;
  readonly seq: number;
  readonly status: string;
  readonly receiptSha256: string | null;
  readonly fileSha256: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly form: string | null;
  readonly period: string | null;
  readonly correction: number | null;
  readonly units: number | null;
  readonly receivedAt: string;
}

const SELECT_LOG = `SELECT manifest_sha256 AS manifestSha256, kind, unit_id AS unitId, instance_id AS instanceId, stream, seq, status,
  receipt_sha256 AS receiptSha256, file_sha256 AS fileSha256, unit_code AS unitCode, unit_name AS unitName, form, period, correction, units, received_at AS receivedAt FROM bundle_log`;

const SELECT_LOG_WITH_ID = SELECT_LOG.replace(
  "SELECT ",
  "SELECT manifest ->> '$.submission.submission_id' AS submissionId, ",
);

export function findReceived(db: Database, sha256: string): BundleLogRow | undefined {
  return first(db, `${SELECT_LOG} WHERE manifest_sha256 = ?`, sha256);
}

export function findReceivedBySeq(
  db: Database,
  unitId: string,
  instanceId: string,
  stream: string,
  seq: number,
): BundleLogRow | undefined {
  return first(
    db,
    `${SELECT_LOG} WHERE unit_id = ? AND instance_id = ? AND stream = ? AND seq = ?`,
    unitId,
    instanceId,
    stream,
    seq,
  );
}

/** Instances seen of a unit, and the highest number of each stream. */
export function listInstances(
  db: Database,
  unitId: string,
): { instanceId: string; stream: string; lastSeq: number }[] {
  return all(
    db,
    "SELECT instance_id AS instanceId, stream, max(seq) AS lastSeq FROM bundle_log WHERE unit_id = ? GROUP BY instance_id, stream",
    unitId,
  );
}

/** The highest correction taken in of a unit's submission of one form and period, returned or not. */
export function findCurrentReceived(
  db: Database,
  unitId: string,
  form: string,
  period: string,
): (BundleLogRow & { readonly submissionId: string }) | undefined {
  return first(
    db,
    `${SELECT_LOG_WITH_ID} WHERE kind = 'submission' AND unit_id = ? AND form = ? AND period = ? ORDER BY correction DESC LIMIT 1`,
    unitId,
    form,
    period,
  );
}

interface ReplyRow {
  readonly result: string;
  readonly replyDigest: string;
  /** JSON of `ext.corrects`; null = it corrects nothing said before. */
  readonly corrects: string | null;
}

/** What came back for a bundle sent from here, the latest to come first; "duplicate" repeats what was said before and decides nothing. */
export function listOutcomes(db: Database, sha256: string): ReplyRow[] {
  return all(
    db,
    `SELECT manifest ->> ('$.' || kind || '.result') AS result, manifest_sha256 AS replyDigest, manifest -> '$.ext.corrects' AS corrects FROM bundle_log
     WHERE kind IN ('receipt', 'return') AND manifest ->> ('$.' || kind || '.in_reply_to.manifest_sha256') = ?
       AND manifest ->> ('$.' || kind || '.result') <> 'duplicate' ORDER BY received_at DESC, rowid DESC`,
    sha256,
  );
}

export interface LoggedReply {
  readonly digest: string;
  /** As JSON. */
  readonly manifest: string;
}

/** Replies to reports that neither are here nor are known to be forgotten, in the order they came. */
export function listUnsettledReplies(db: Database): LoggedReply[] {
  return all(
    db,
    `SELECT manifest_sha256 AS digest, manifest FROM (
       SELECT rowid AS place, *, manifest ->> ('$.' || kind || '.in_reply_to.manifest_sha256') AS answered FROM bundle_log
       WHERE kind IN ('receipt', 'return') AND period IS NOT NULL)
     WHERE answered NOT IN (SELECT sha256 FROM outgoing) AND answered NOT IN (SELECT sha256 FROM forgotten_report)
     ORDER BY received_at, place`,
  );
}

/** What a report that was taken in counts as from now on. */
export function setReceivedStatus(
  db: Database,
  sha256: string,
  status: "accepted" | "returned" | "superseded",
): void {
  run(db, "UPDATE bundle_log SET status = ? WHERE manifest_sha256 = ?", status, sha256);
}

/** The newest reply to a report that was taken in: what is handed out again when it comes once more. */
export function setReceivedReply(db: Database, sha256: string, receiptSha256: string): void {
  run(db, "UPDATE bundle_log SET receipt_sha256 = ? WHERE manifest_sha256 = ?", receiptSha256, sha256);
}

export function listReceived(db: Database): BundleLogRow[] {
  return all(db, `${SELECT_LOG} ORDER BY received_at DESC, manifest_sha256`);
}

export function insertReceived(db: Database, row: BundleLogRow & { manifest: string }): void {
  run(
    db,
    `INSERT INTO bundle_log (manifest_sha256, kind, unit_id, instance_id, stream, seq, status, receipt_sha256, file_sha256, unit_code, unit_name, form, period, correction, units, manifest, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.manifestSha256,
    row.kind,
    row.unitId,
    row.instanceId,
    row.stream,
    row.seq,
    row.status,
    row.receiptSha256,
    row.fileSha256,
    row.unitCode,
    row.unitName,
    row.form,
    row.period,
    row.correction,
    row.units,
    row.manifest,
    row.receivedAt,
  );
}
