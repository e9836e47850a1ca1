// Replies that were taken in while nobody here kept what they say of a report that a restore forgot.
import { type LoggedReply, listUnsettledReplies } from "../../database/queries/received.ts";
import { Manifest } from "../../exchange/manifest.ts";
import type { VerifiedContent } from "../../exchange/verifier.ts";
import { keptBytes, openKept } from "../submissions/kept-bundle.ts";
import type { Workspace } from "../workspace.ts";
import { settleReply } from "./settle-reply.ts";

/** Does what taking them in does now; once done, nothing is left to do. */
export async function settleLogged(workspace: Workspace): Promise<void> {
  const { db, office } = workspace;
  if (!office) return;
  const contents: VerifiedContent[] = [];
  for (const reply of listUnsettledReplies(db)) {
    const content = await contentOf(workspace, reply);
    if (content) contents.push(content);
  }
  if (contents.length === 0) return;
  await workspace.write(() => {
    for (const content of contents) settleReply(workspace, office, content);
  });
}

/**
 * Where its file is gone, the log still has all but a long list of remarks.
 * @returns undefined while its file cannot be read: that keeps nobody out of the office, and is asked again another time
 */
async function contentOf(
  workspace: Workspace,
  { digest, manifest }: LoggedReply,
): Promise<VerifiedContent | undefined> {
  let bytes: Awaited<ReturnType<typeof keptBytes>>;
  try {
    bytes = await keptBytes(workspace, digest);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return undefined;
    throw error;
  }
  return (
    (bytes && openKept(bytes, digest)) ?? {
      manifest: Manifest.parse(JSON.parse(manifest)),
      digest,
      entries: new Map(),
      rows: () => [],
    }
  );
}
