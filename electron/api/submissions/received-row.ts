import type { ReceivedRow } from "../../../shared/contract/submissions.ts";
import type { BundleLogRow } from "../../database/queries/received.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { bundleCode } from "../../exchange/bundle-code.ts";
import type { Workspace } from "../workspace.ts";

/** A bundle that was taken in, as clients see it. */
export function toReceivedRow(workspace: Workspace, row: BundleLogRow): ReceivedRow {
  const reply = row.receiptSha256 === null ? undefined : findOutgoing(workspace.db, row.receiptSha256);
  return {
    digest: row.manifestSha256,
    code: bundleCode(row.manifestSha256),
    kind: row.kind,
    issuer: { code: row.unitCode, name: row.unitName },
    form: row.form,
    period: row.period,
    correction: row.correction,
    receivedAt: row.receivedAt,
    state:
      row.kind !== "submission"
        ? "imported"
        : row.status === "returned" || row.status === "superseded"
          ? row.status
          : "accepted",
    units: row.units,
    receiptFileName: reply?.fileName ?? null,
    isReceiptReturn: reply?.kind === "return",
  };
}
