// What an office that was restored from a backup learns from the newest receipt (bundle.md §2.8): the province says
// which numbers of which installation it has seen.
import type { ManifestOf } from "./manifest.ts";

type StreamState = ManifestOf<"receipt">["receipt"]["stream_state"];

/** What an office remembers of one of its streams. */
export interface OwnStream {
  readonly instanceId: string;
  /** Installations this database has been before, from restores, newest first. */
  readonly formerInstanceIds: readonly string[];
  /** Newest number sent, 0 when none. */
  readonly lastSeq: number;
  /** Newest number that this database remembers of its last former installation, 0 when none. */
  readonly formerLastSeq: number;
}

export type Standing =
  /** Everything sent has arrived. */
  | { readonly kind: "level" }
  /** Still under way or lost: numbers sent that have not been seen, ascending, at most 1,000. */
  | { readonly kind: "ahead"; readonly unseen: readonly number[] }
  /** They have seen numbers this database does not remember: it is an older copy and must become a new installation. */
  | { readonly kind: "behind"; readonly lastSeq: number }
  /** About an installation before a restore: what arrived from it up to `lastSeq` counts. */
  | { readonly kind: "former"; readonly instanceId: string; readonly lastSeq: number }
  /** About an installation this database never was: another computer of the unit. */
  | { readonly kind: "other"; readonly instanceId: string };

const MAX_UNSEEN = 1000;

/** Where this office stands by a receipt or return. Pure; the same receipt again says the same. */
export function standingOf(own: OwnStream, state: StreamState): Standing {
  const { instance_id: instanceId, last_seq: lastSeq } = state;
  if (instanceId !== own.instanceId) {
    return own.formerInstanceIds.includes(instanceId)
      ? { kind: "former", instanceId, lastSeq }
      : { kind: "other", instanceId };
  }
  if (lastSeq > own.lastSeq) return { kind: "behind", lastSeq };
  const later = Array.from(
    { length: Math.min(MAX_UNSEEN, own.lastSeq - lastSeq) },
    (_, index) => lastSeq + 1 + index,
  );
  const unseen = [...state.missing, ...later].slice(0, MAX_UNSEEN);
  return unseen.length === 0 ? { kind: "level" } : { kind: "ahead", unseen };
}

/**
 * Whether a restored office may sign again: not before it has heard, by a receipt, how far its former installation got,
 * or an operator has said that none can be had. Else it could correct a report that was never the newest. A receipt of
 * fewer numbers than this database itself remembers is older than the backup and tells nothing of what came after it.
 */
export function maySignAfterRestore(own: OwnStream, heard: readonly Standing[]): boolean {
  const [former] = own.formerInstanceIds;
  if (former === undefined) return true;
  return heard.some((standing) =>
    standing.kind === "former"
      ? standing.instanceId === former && standing.lastSeq >= own.formerLastSeq
      : standing.kind === "level",
  );
}
