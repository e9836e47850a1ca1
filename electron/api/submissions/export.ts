// The way out of a bundle that is signed and kept: always the same bytes, however often.
import { join } from "node:path";
import { findOutgoing, findReceived } from "../../database/queries/exchange.ts";
import { writeDurably } from "../../files/durable-write.ts";
import { api } from "../implementation.ts";
import type { Workspace } from "../workspace.ts";

/** @throws {DurableWriteError} and leaves nothing of that name behind */
export async function putInOutbox(workspace: Workspace, fileName: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(join(workspace.folder, "outbox", fileName), bytes, { ifExists: "replace" });
}

export const download = api.submissions.download.handler(({ input, context: { workspace }, errors }) => {
  const digest =
    input.part === "receipt" ? (findReceived(workspace.db, input.digest)?.receiptSha256 ?? "") : input.digest;
  const bundle = findOutgoing(workspace.db, digest);
  if (!bundle) throw errors.BUNDLE_UNKNOWN();
  return workspace.tickets.offer(bundle.fileName, bundle.bundle);
});
