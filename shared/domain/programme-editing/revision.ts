// Changing what a target asks in mid-term, by a decision and from a day on (domain.md §a.2 no. 45, §d.4).
import type { Programme } from "../programme.ts";
import { type Target, targetInForce, type TargetRevision } from "../target.ts";

type RevisionFault =
  | "TARGET_UNKNOWN"
  /** Not after the last change of the same target: the history stays as it was. */
  | "NOT_LATER"
  | "OUTSIDE_TERM"
  | "DECISION_MISSING"
  /** Asks what is already asked. */
  | "NOTHING_CHANGED"
  /** Judged by a person: there is no value to change. */
  | "QUALITATIVE";

interface TargetChange extends TargetRevision {
  readonly target: string;
}

/** Why one change cannot be made, or null. A value of another scale would break the series and is refused as unchanged. */
export function revisionFault(programme: Programme, change: TargetChange): RevisionFault | null {
  const target = programme.targets.find(({ id }) => id === change.target);
  if (!target) return "TARGET_UNKNOWN";
  if (target.qualitative) return "QUALITATIVE";
  if (change.decision === null || change.decision.trim() === "") return "DECISION_MISSING";
  const last = target.revisions?.at(-1)?.validFrom ?? programme.issuedOn ?? "";
  if (change.validFrom <= last) return "NOT_LATER";
  const year = Number(change.validFrom.slice(0, 4));
  if (year < programme.term.from || year > (programme.term.to ?? year)) return "OUTSIDE_TERM";
  const before = targetInForce(target, change.validFrom);
  const isSame =
    before.comparator === change.comparator &&
    before.value.amount === change.value.amount &&
    before.value.upper === change.value.upper;
  return isSame || before.value.scale !== change.value.scale ? "NOTHING_CHANGED" : null;
}

/**
 * The programme with the changes appended to the history of each target; what was in force before each day stays.
 * @throws {RangeError} when a change cannot be made: ask {@link revisionFault} first
 */
export function revisedProgramme(programme: Programme, changes: readonly TargetChange[]): Programme {
  return changes.reduce((revised, change) => {
    const fault = revisionFault(revised, change);
    if (fault !== null) throw new RangeError(`revisedProgramme: ${change.target} ${fault}`);
    const { target: id, ...revision } = change;
    return {
      ...revised,
      state: "revised" as const,
      targets: revised.targets.map(
        (target): Target =>
          target.id === id ? { ...target, revisions: [...(target.revisions ?? []), revision] } : target,
      ),
    };
  }, programme);
}
