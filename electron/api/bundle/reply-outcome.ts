// The reply that stands among those that came back for one report: a later one names those it replaces, whatever order
// they arrive in (bundle.md §2.8 `ext.corrects`).
import type { Database } from "../../database/connection.ts";
import { listOutcomes } from "../../database/queries/received.ts";
import { correctedBy } from "../../exchange/replay.ts";

export interface Outcome {
  readonly result: string;
  readonly replyDigest: string;
  /** Replies it replaced. */
  readonly corrects: readonly string[];
}

export function outcomeOf(db: Database, sha256: string): Outcome | undefined {
  const replies = listOutcomes(db, sha256).map(({ result, replyDigest, corrects }) => ({
    result,
    replyDigest,
    corrects: correctedBy(corrects === null ? null : JSON.parse(corrects)),
  }));
  const replaced = new Set(replies.flatMap(({ corrects }) => corrects));
  return replies.find(({ replyDigest }) => !replaced.has(replyDigest));
}
