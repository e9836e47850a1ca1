// An incident while it is typed: any field may still be blank.
import type { IncidentView } from "../../../shared/contract/incidents.ts";
import type { Period } from "../../../shared/domain/period.ts";
import { type IncidentKind, listRhythmOf, type UnitIncident } from "../../../shared/domain/unit-incident.ts";

export interface IncidentDraft {
  readonly kind: IncidentKind | null;
  readonly occurredOn: string | null;
  readonly resolvedOn: string | null;
  readonly place: string;
  readonly participants: number | null;
  readonly withUnion: boolean;
  readonly deaths: number | null;
  readonly injured: number | null;
  readonly note: string;
}

/** @param kinds those asked of the unit; the only one is chosen */
export function blankDraft(kinds: readonly IncidentKind[]): IncidentDraft {
  return {
    kind: kinds.length === 1 ? (kinds[0] ?? null) : null,
    occurredOn: null,
    resolvedOn: null,
    place: "",
    participants: null,
    withUnion: false,
    deaths: null,
    injured: null,
    note: "",
  };
}

export function draftOf(incident: IncidentView): IncidentDraft {
  const { kind, occurredOn, resolvedOn, place, participants, withUnion, deaths, injured, note } = incident;
  return { kind, occurredOn, resolvedOn, place, participants, withUnion, deaths, injured, note };
}

type DraftFault = "required" | "outside" | null;

/** What is wrong with the day. @param period the days the list shows; null = any */
export function dayFault({ occurredOn }: IncidentDraft, period: Period | null): DraftFault {
  if (occurredOn === null) return "required";
  return period !== null && (occurredOn < period.startOn || occurredOn > period.endOn) ? "outside" : null;
}

/** The incident as it is sent, or undefined while a field is missing. What its kind is not asked is left out. */
export function incidentOf(draft: IncidentDraft): UnitIncident | undefined {
  const { kind, occurredOn } = draft;
  if (kind === null || occurredOn === null) return undefined;
  const isAccident = kind === "workAccident";
  return {
    ...draft,
    kind,
    occurredOn,
    participants: isAccident ? null : draft.participants,
    withUnion: !isAccident && draft.withUnion,
    deaths: isAccident ? draft.deaths : null,
    injured: isAccident ? draft.injured : null,
  };
}

/** Another dispute, stoppage or strike of the same day: perhaps the same incident under another kind (domain.md T001-04). */
export function sameDayIncident(
  draft: IncidentDraft,
  incidents: readonly IncidentView[],
  editedUid: string | null,
): IncidentView | undefined {
  const { kind, occurredOn } = draft;
  if (kind === null || listRhythmOf(kind) !== "month") return undefined;
  return incidents.find(
    (other) =>
      other.uid !== editedUid &&
      other.occurredOn === occurredOn &&
      other.kind !== kind &&
      listRhythmOf(other.kind) === "month",
  );
}
