// The past by today's grouping: figures of unions that ended go to those that went on with them (domain.md §f.2 no. 5, 9c).

/** An edge of the register: a union ended in another. */
export interface Succession {
  readonly uid: string;
  readonly successorUid: string;
}

/**
 * Where the figures of each union belong today.
 *
 * A union that goes on stays itself; a merged one belongs to its successor, however many steps on. The figures of a union
 * that was split cannot be parted: they belong to all its successors together. One that ended without a successor stays
 * where it was.
 *
 * @returns for each union the uids it belongs to today, sorted; itself alone when nothing went on with it
 */
export function todaysUnits(
  uids: readonly string[],
  successions: readonly Succession[],
): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { uid, successorUid } of successions) next.set(uid, [...(next.get(uid) ?? []), successorUid]);
  return new Map(uids.map((uid) => [uid, endsOf(uid, next)]));
}

/** A register cannot name itself as its own successor over years; if a file does, the walk stops where it has been. */
function endsOf(uid: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const ends = new Set<string>();
  const seen = new Set<string>();
  const walk = (at: string) => {
    if (seen.has(at)) return;
    seen.add(at);
    const further = next.get(at) ?? [];
    if (further.length === 0) ends.add(at);
    for (const successor of further) walk(successor);
  };
  walk(uid);
  return ends.size === 0 ? [uid] : [...ends].toSorted();
}
