import type { Manifest } from "../../exchange/manifest.ts";
import { insertReceived } from "../../database/queries/received.ts";
import type { Workspace } from "../workspace.ts";

/** What is remembered of a bundle besides its manifest. */
export interface ReceivedBundle {
  readonly manifest: Manifest;
  readonly digest: string;
  /** Digest of the whole file, under which it is archived. */
  readonly fileSha256: string;
  /** The receipt signed for it. */
  readonly receiptSha256: string | null;
}

/** Enters a bundle into the log of bundle.md §2.8; call inside the transaction that takes it in. */
export function logReceived(
  workspace: Workspace,
  { manifest, digest, fileSha256, receiptSha256 }: ReceivedBundle,
): void {
  insertReceived(workspace.db, {
    manifestSha256: digest,
    kind: manifest.kind,
    unitId: manifest.issuer.unit_id,
    instanceId: manifest.issuer.instance_id,
    stream: manifest.stream,
    seq: manifest.seq,
    status: "accepted",
    receiptSha256,
    fileSha256,
    unitCode: manifest.issuer.unit_code,
    unitName: manifest.issuer.unit_name,
    form: manifest.context?.form_code ?? null,
    period: manifest.context?.period ?? null,
    correction: manifest.kind === "submission" ? manifest.submission.revision : null,
    units: manifest.totals["units"] ?? null,
    manifest: JSON.stringify(manifest),
    receivedAt: workspace.now(),
  });
}
