// What was sent and received has to be today what it was then: every kept bundle verifies with the keys of this office,
// every archived file hashes to its name, and the figures of a locked period are still those that were signed.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { contains, periodOf } from "../../../shared/domain/period.ts";
import { type BundleLogRow, listReceived } from "../../database/queries/received.ts";
import { findLatestSubmission, findSubmission } from "../../database/queries/submissions.ts";
import { findOutgoing, listOutgoing, type OutgoingRow } from "../../database/queries/outgoing.ts";
import { listPublicKeys } from "../../database/queries/signing-keys.ts";
import { listTrust } from "../../database/queries/trust-lists.ts";
import { findPeriodState } from "../../database/queries/periods.ts";
import { ExchangeError } from "../../exchange/codes.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { type KeyDirectory, singleKey } from "../../exchange/key-directory.ts";
import { publicKeyOf } from "../../exchange/public-key.ts";
import { type VerifiedContent, verifierWithoutTrust } from "../../exchange/verifier.ts";
import { openGivenTrustList, verifyBundle } from "../../exchange/verify-bundle.ts";
import { checkSubmissionContent, entryRows } from "../bundle/content-check.ts";
import { frozenEntries } from "../bundle/frozen-rows.ts";
import type { EntryRow } from "../bundle/rows.ts";
import { archivePath } from "../submissions/archive.ts";
import type { Workspace } from "../workspace.ts";

/** Kinds whose file lies in the archive; an enrolment is compared with its paper and not kept. */
const ARCHIVED_KINDS: readonly string[] = ["submission", "receipt", "trustlist"];

/** One text for each fault: the file or the cell, and the code of what is wrong with it. */
export async function findSubmissionFaults(workspace: Workspace): Promise<string[]> {
  const faults: string[] = [];
  const keys = ownKeys(workspace);
  for (const { sha256 } of listOutgoing(workspace.db)) {
    const row = findOutgoing(workspace.db, sha256);
    if (row) faults.push(...(await outgoingFaults(workspace, row, keys)));
    // Lets other calls in: an office of many years has thousands of files.
    await turn();
  }
  for (const row of listTrust(workspace.db)) {
    const fault = await faultOf(async () => (await openGivenTrustList(row.bundle)).digest, row.sha256);
    if (fault !== null) faults.push(`trustlist ${row.version}: ${fault}`);
  }
  for (const row of listReceived(workspace.db)) {
    const fault = await archiveFault(workspace, row);
    if (fault !== null) faults.push(`${row.kind} ${row.unitCode} ${row.period ?? ""}: ${fault}`);
    await turn();
  }
  return faults;
}

function ownKeys({ db }: Workspace): KeyDirectory {
  const keys = new Map(listPublicKeys(db).map(({ keyid, spki }) => [keyid, spki]));
  return {
    findKey(keyid) {
      const spki = keys.get(keyid);
      return spki && singleKey(publicKeyOf(spki)).findKey(keyid);
    },
  };
}

async function outgoingFaults(workspace: Workspace, row: OutgoingRow, keys: KeyDirectory): Promise<string[]> {
  const verification = await verifyBundle(row.bundle, {
    ...verifierWithoutTrust(null),
    keys,
    checkContent: checkSubmissionContent,
  });
  if (!verification.ok)
    return [`${row.fileName}: ${verification.code}${verification.detail ? ` ${verification.detail}` : ""}`];
  const { manifest, digest } = verification;
  const stated = [row.sha256, row.kind, row.bundleId, row.stream, row.seq];
  const found = [digest, manifest.kind, manifest.bundle_id, manifest.stream, manifest.seq];
  const differing = stated.findIndex((value, index) => value !== found[index]);
  if (differing !== -1) return [`${row.fileName}: DIGEST_DIFFERS ${String(stated[differing])}`];
  if (row.kind !== "submission") return [];
  return [...(await outboxFaults(workspace, row)), ...frozenFaults(workspace, row, verification)];
}

/** The copy in the outbox is what people carry away; one that was deleted is no fault. */
async function outboxFaults({ folder }: Workspace, row: OutgoingRow): Promise<string[]> {
  const bytes = await readOrNull(join(folder, "outbox", row.fileName));
  return bytes === null || sha256Hex(bytes) === sha256Hex(row.bundle)
    ? []
    : [`outbox/${row.fileName}: DIGEST_DIFFERS`];
}

/** Figures that no longer agree with what was signed, while the period is locked and the submission counts. */
function frozenFaults(workspace: Workspace, row: OutgoingRow, content: VerifiedContent): string[] {
  const { db } = workspace;
  const submission = findSubmission(db, row.sha256);
  if (!submission) return [`${row.fileName}: SUBMISSION_MISSING`];
  const period = periodOf(submission.period);
  if (
    content.manifest.context?.period !== period.code ||
    content.manifest.context.form_code !== submission.form
  )
    return [`${row.fileName}: DIGEST_DIFFERS ${submission.form} ${period.code}`];
  const state = findPeriodState(db, submission.form, period)?.state;
  if (findLatestSubmission(db, submission.form, period)?.sha256 !== row.sha256) return [];
  if (state !== "submitted" && state !== "accepted") return [];
  const isLocked = (entry: EntryRow) => contains(period, periodOf(entry.period));
  const frozen = byCell([...entryRows(content)].filter(isLocked));
  const present = byCell(frozenEntries(workspace, period).filter(isLocked));
  return [...new Set([...frozen.keys(), ...present.keys()])]
    .filter((cell) => frozen.get(cell) !== present.get(cell))
    .map((cell) => `${cell}: ENTRY_DIFFERS ${row.fileName}`);
}

function byCell(rows: readonly EntryRow[]): Map<string, string> {
  return new Map(
    rows.map((row) => [
      `${row.unit}/${row.element}/${row.period}`,
      JSON.stringify([row.state, row.value, row.is_estimate, row.as_of]),
    ]),
  );
}

async function archiveFault(workspace: Workspace, row: BundleLogRow): Promise<string | null> {
  if (!ARCHIVED_KINDS.includes(row.kind)) return null;
  const bytes = await readOrNull(archivePath(workspace, row.fileSha256));
  if (bytes === null) return `FILE_MISSING ${row.fileSha256}`;
  return sha256Hex(bytes) === row.fileSha256 ? null : `DIGEST_DIFFERS ${row.fileSha256}`;
}

async function faultOf(digestOf: () => Promise<string>, expected: string): Promise<string | null> {
  try {
    return (await digestOf()) === expected ? null : `DIGEST_DIFFERS ${expected}`;
  } catch (error) {
    if (error instanceof ExchangeError) return error.code;
    throw error;
  }
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
