// The way out of a bundle that is signed and kept: always the same bytes, however often.
import { join } from "node:path";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findReceived } from "../../database/queries/received.ts";
import { setExported } from "../../database/queries/submissions.ts";
import { appendAudit } from "../../database/queries/audit.ts";
import { writeDurably } from "../../files/durable-write.ts";
import { outgoingFile } from "../bundle/outer-encryption.ts";
import { api } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";

/** @throws {DurableWriteError} and leaves nothing of that name behind */
export async function putInOutbox(workspace: Workspace, fileName: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(join(workspace.folder, "outbox", fileName), bytes, { ifExists: "replace" });
}

export const download = api.submissions.download.handler(
  async ({ input, context: { workspace }, errors }) => {
    const digest =
      input.part === "receipt"
        ? (findReceived(workspace.db, input.digest)?.receiptSha256 ?? "")
        : input.digest;
    const bundle = findOutgoing(workspace.db, digest);
    if (!bundle) throw errors.BUNDLE_UNKNOWN();
    const { fileName, bundle: bytes } = bundle;
    const file = await outgoingFile(workspace, { fileName, bytes }, input.encryption, errors);
    return {
      ...workspace.tickets.offer(file.fileName, file.bytes, () => markExported(workspace, digest)),
      isEncrypted: file.isEncrypted,
      passphrase: file.passphrase,
    };
  },
);

/** A file of a report was saved: from now on a receipt is awaited. Anything but a signed report stays as it is. */
async function markExported(workspace: Workspace, digest: string): Promise<void> {
  // Not inside the transaction of somebody's long write, which may be called off.
  await workspace.write(() => {
    if (setExported(workspace.db, digest))
      appendAudit(workspace.db, workspace.act(), "submission.export", digest, {});
  });
}
