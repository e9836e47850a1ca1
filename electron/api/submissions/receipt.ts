// Replies: what a province signs when a report is taken in, or judged again later.
import type { KeyObject } from "node:crypto";
import { auditHead } from "../../database/queries/audit.ts";
import { findTrust } from "../../database/queries/trust-lists.ts";
import { listInstances, listReceived } from "../../database/queries/received.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import { ISSUES_SCHEMA, issuesContent } from "../../exchange/reply-issues.ts";
import { issueOf, type Verdict } from "../corrections/remark-issue.ts";
import { makeOutgoing } from "../bundle/outgoing.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export const PROVINCE_STREAM = "province-out";

/** More missing numbers than this are not named: the newest are the ones to ask for. */
const MAX_MISSING = 100;

export interface Answered {
  readonly manifest: ManifestOf<"submission">;
  readonly digest: string;
  /** Replies given to it before, which this one replaces. */
  readonly corrects: readonly string[];
}

/** Signs and keeps the reply to a report; call inside a transaction. @returns its digest */
export function signReply(
  workspace: Workspace,
  office: OfficeRecord,
  { manifest, digest, corrects }: Answered,
  verdict: Verdict,
  key: KeyObject,
): string {
  const head = auditHead(workspace.db);
  const { issuer, submission, stream, seq } = manifest;
  const { tables, issues, issues_entry } = issuesContent(verdict.remarks.map(issueOf));
  const common = {
    in_reply_to: {
      bundle_id: manifest.bundle_id,
      manifest_sha256: digest,
      unit_id: issuer.unit_id,
      instance_id: issuer.instance_id,
      stream,
      seq,
    },
    counts: {},
    totals: manifest.totals,
    province_ledger: { seq: head?.seq ?? 0, hash: head?.hash ?? "0".repeat(64) },
    stream_state: streamState(workspace, manifest),
    trust_list_version: findTrust(workspace.db)?.version ?? 0,
  };
  const outgoing = {
    audience: [issuer.unit_id],
    stream: PROVINCE_STREAM,
    context: manifest.context,
    totals: manifest.totals,
    ...(corrects.length === 0 ? {} : { ext: { corrects: [...corrects] } }),
  };
  if (verdict.result === "returned") {
    const section = {
      kind: "return" as const,
      return: {
        ...common,
        result: "returned" as const,
        submission_id: submission.submission_id,
        revision: submission.revision,
        due_date: verdict.dueOn,
        issues,
        issues_entry,
      },
    };
    return makeOutgoing(workspace, office, { ...outgoing, tables, section }, key).digest;
  }
  // A receipt has no room for remarks in itself: they go along as a table.
  const table = verdict.remarks.length === 0 ? null : issuesTable(verdict);
  const section = {
    kind: "receipt" as const,
    receipt: { ...common, result: verdict.result, issues_entry: table && `data/${table.name}.jsonl.gz` },
  };
  return makeOutgoing(workspace, office, { ...outgoing, tables: table ? [table] : [], section }, key).digest;
}

function issuesTable({ remarks }: Verdict) {
  return { name: "issues", schema: ISSUES_SCHEMA, rows: remarks.map(issueOf) };
}

/** What has come of the stream a report stands in, that report included. */
function streamState(
  { db }: Workspace,
  { issuer, stream, seq }: ManifestOf<"submission">,
): ManifestOf<"receipt">["receipt"]["stream_state"] {
  const { unit_id: unitId, instance_id: instanceId } = issuer;
  const known = listInstances(db, unitId).find(
    (row) => row.instanceId === instanceId && row.stream === stream,
  );
  const lastSeq = Math.max(seq, known?.lastSeq ?? 0);
  const seen = new Set(
    listReceived(db)
      .filter((row) => row.unitId === unitId && row.instanceId === instanceId && row.stream === stream)
      .map((row) => row.seq),
  ).add(seq);
  const missing: number[] = [];
  for (let number = lastSeq - 1; number >= 1 && missing.length < MAX_MISSING; number -= 1)
    if (!seen.has(number)) missing.unshift(number);
  return { instance_id: instanceId, last_seq: lastSeq, missing };
}
