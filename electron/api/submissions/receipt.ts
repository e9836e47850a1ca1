// Receipts: the one a province signs when it takes a submission in, and what a district does with one that comes back.
import type { KeyObject } from "node:crypto";
import { periodOf } from "../../../shared/domain/period.ts";
import { auditHead } from "../../database/queries/audit.ts";
import { findSubmission, findTrust, setReceipted } from "../../database/queries/exchange.ts";
import { setPeriodState } from "../../database/queries/periods.ts";
import type { ManifestOf } from "../../exchange/manifest.ts";
import type { ReplayOutcome } from "../../exchange/replay.ts";
import { makeOutgoing } from "../bundle/outgoing.ts";
import type { OfficeRecord, Workspace } from "../workspace.ts";

export const PROVINCE_STREAM = "province-out";

/** Signs and keeps the receipt of a submission that stands; call inside the transaction that takes it in. @returns its digest */
export function signReceipt(
  workspace: Workspace,
  office: OfficeRecord,
  manifest: ManifestOf<"submission">,
  digest: string,
  replay: ReplayOutcome | undefined,
  key: KeyObject,
): string {
  const head = auditHead(workspace.db);
  return makeOutgoing(
    workspace,
    office,
    {
      audience: [manifest.issuer.unit_id],
      stream: PROVINCE_STREAM,
      context: manifest.context,
      totals: manifest.totals,
      section: {
        kind: "receipt",
        receipt: {
          result: (replay?.warnings.length ?? 0) > 0 ? "accepted_with_warnings" : "accepted",
          in_reply_to: {
            bundle_id: manifest.bundle_id,
            manifest_sha256: digest,
            unit_id: manifest.issuer.unit_id,
            instance_id: manifest.issuer.instance_id,
            stream: manifest.stream,
            seq: manifest.seq,
          },
          counts: {},
          totals: manifest.totals,
          issues_entry: null,
          province_ledger: { seq: head?.seq ?? 0, hash: head?.hash ?? "0".repeat(64) },
          stream_state: {
            instance_id: manifest.issuer.instance_id,
            last_seq: manifest.seq,
            missing: [...(replay?.missing ?? [])],
          },
          trust_list_version: findTrust(workspace.db)?.version ?? 0,
        },
      },
    },
    key,
  ).digest;
}

/** Writes down what a receipt says of a submission sent from here; call inside a transaction. */
export function settleSubmission(workspace: Workspace, manifest: ManifestOf<"receipt">): void {
  const { db } = workspace;
  const sent = findSubmission(db, manifest.receipt.in_reply_to.manifest_sha256);
  if (!sent) return;
  setReceipted(db, sent.sha256, {
    result: manifest.receipt.result,
    at: workspace.now(),
    issuer: manifest.issuer.unit_name,
  });
  setPeriodState(db, sent.form, periodOf(sent.period), "accepted", null, workspace.now());
}
