// Bundles that came, and what became of each (bundle.md §2.8).
import type { Database } from "../connection.ts";
import { all, first, run } from "../rows.ts";

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

/** `prev` of a bundle that was taken in, for the chain of its stream. */
export function findPrevious(db: Database, sha256: string): string | null {
  return (
    first<{ prev: string | null }>(
      db,
      "SELECT manifest ->> '$.prev' AS prev FROM bundle_log WHERE manifest_sha256 = ?",
      sha256,
    )?.prev ?? null
  );
}
