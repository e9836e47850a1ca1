// Vụ việc: the disputes, stoppages, strikes and accidents behind counts (domain.md §c.2 E, §h story 5).
import type { ElementCode } from "./data-element.ts";
import { contribution, type EntryValue } from "./entry.ts";
import { type Period, periodOf } from "./period.ts";

export const INCIDENT_KINDS = ["collectiveDispute", "workStoppage", "strike", "workAccident"] as const;
/** Kinds exclude one another: one incident is never counted as two kinds (domain.md T001-04). */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export interface UnitIncident {
  readonly kind: IncidentKind;
  /** Calendar date; says in which month and quarter the incident counts. */
  readonly occurredOn: string;
  /** Day on which it was settled; null while it is not. */
  readonly resolvedOn: string | null;
  /** Where, and what it was about, in short. */
  readonly place: string;
  /** Workers who took part; null = not known yet, which is not 0. */
  readonly participants: number | null;
  /** The union took part in settling it. */
  readonly withUnion: boolean;
  /** Persons killed and injured, of accidents only; null = not known yet. */
  readonly deaths: number | null;
  readonly injured: number | null;
  readonly note: string;
}

export const INCIDENT_LIST_RHYTHMS = ["month", "quarter"] as const;
/** A unit keeps one list of disputes, stoppages and strikes a month, and one of accidents a quarter: as often as their counts are asked. */
export type IncidentListRhythm = (typeof INCIDENT_LIST_RHYTHMS)[number];

interface IncidentCount {
  readonly element: ElementCode;
  readonly kinds: readonly IncidentKind[];
  /** What one incident adds; null when it is not known. */
  readonly adds: (incident: UnitIncident) => number | null;
}

const one = () => 1;
const whenSettledWithUnion = ({ withUnion }: UnitIncident) => (withUnion ? 1 : 0);

const COUNTS: Readonly<Record<IncidentListRhythm, readonly IncidentCount[]>> = {
  month: [
    { element: "collectiveDisputes", kinds: ["collectiveDispute"], adds: one },
    { element: "collectiveDisputesWithUnion", kinds: ["collectiveDispute"], adds: whenSettledWithUnion },
    { element: "workStoppages", kinds: ["workStoppage"], adds: one },
    { element: "workStoppagesWithUnion", kinds: ["workStoppage"], adds: whenSettledWithUnion },
    { element: "strikes", kinds: ["strike"], adds: one },
    { element: "strikesWithUnion", kinds: ["strike"], adds: whenSettledWithUnion },
    {
      element: "stoppageParticipants",
      kinds: ["workStoppage", "strike"],
      adds: ({ participants }) => participants,
    },
  ],
  quarter: [
    { element: "workAccidents", kinds: ["workAccident"], adds: one },
    { element: "accidentDeaths", kinds: ["workAccident"], adds: ({ deaths }) => deaths },
    { element: "accidentInjured", kinds: ["workAccident"], adds: ({ injured }) => injured },
  ],
};

/** Elements that are counted from the list of a month or a quarter. */
export function countedElements(rhythm: IncidentListRhythm): readonly ElementCode[] {
  return COUNTS[rhythm].map(({ element }) => element);
}

/** Every element that can be counted from a list: DE-E01 to DE-E10. */
export const COUNTED_ELEMENTS: readonly ElementCode[] = INCIDENT_LIST_RHYTHMS.flatMap(countedElements);

export function listRhythmOf(kind: IncidentKind): IncidentListRhythm {
  return kind === "workAccident" ? "quarter" : "month";
}

/** The month or quarter in whose list an incident stands. @param occurredOn calendar date `YYYY-MM-DD` */
export function listPeriodOf(kind: IncidentKind, occurredOn: string): Period {
  const year = occurredOn.slice(0, 4);
  const month = occurredOn.slice(5, 7);
  return periodOf(
    listRhythmOf(kind) === "month" ? `${year}-M${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`,
  );
}

/**
 * What a list says of its elements. Nothing is said of a kind without incidents until the list is complete, and nothing
 * of a number that one of its incidents leaves open.
 *
 * @param incidents those of one unit in one month or quarter
 * @param isComplete nothing else happened: kinds without incidents are "không phát sinh"
 */
export function countsOf(
  rhythm: IncidentListRhythm,
  incidents: readonly UnitIncident[],
  isComplete: boolean,
): ReadonlyMap<ElementCode, EntryValue> {
  const counts = new Map<ElementCode, EntryValue>();
  for (const { element, kinds, adds } of COUNTS[rhythm]) {
    const numbers = incidents.filter(({ kind }) => kinds.includes(kind)).map(adds);
    const total = numbers.reduce<number | null>(
      (sum, number) => (sum === null || number === null ? null : sum + number),
      0,
    );
    if (numbers.length > 0) {
      if (total !== null) counts.set(element, { state: "value", value: total });
    } else if (isComplete) counts.set(element, { state: "noOccurrence" });
  }
  return counts;
}

/**
 * What becomes of a cell when its list changes. A number that a person typed and that the list does not bear out stays
 * as it is: the rules then name both.
 *
 * @param stored what stands in the cell, null when nothing does
 * @param before what the list said of it, undefined when it said nothing
 * @param after what it says now
 * @returns the entry to write, null to clear the cell, "keep" to leave it
 */
export function followList(
  stored: EntryValue | null,
  before: EntryValue | undefined,
  after: EntryValue | undefined,
): EntryValue | null | "keep" {
  const isFromList = stored !== null && before !== undefined && isSame(stored, before);
  if (after === undefined) return isFromList ? null : "keep";
  if (stored !== null && isSame(stored, after)) return "keep";
  if (isFromList || stored === null || stored.state === "notCollected") return after;
  const known = contribution(stored);
  if (known === contribution(after)) return "keep";
  return known === 0 ? after : "keep";
}

/** Whether a cell says something else than its list; an empty cell says nothing. */
export function disagrees(stored: EntryValue | null, counted: EntryValue | undefined): boolean {
  return stored !== null && counted !== undefined && contribution(stored) !== contribution(counted);
}

export type IncidentFault = "IN_FUTURE" | "RESOLVED_TOO_EARLY" | "OTHER_KIND";

/** What is wrong with an incident as it is written down, or null. @param today calendar date in Viet Nam */
export function incidentFault(incident: UnitIncident, today: string): IncidentFault | null {
  const { kind, occurredOn, resolvedOn, deaths, injured } = incident;
  if (occurredOn > today || (resolvedOn !== null && resolvedOn > today)) return "IN_FUTURE";
  if (resolvedOn !== null && resolvedOn < occurredOn) return "RESOLVED_TOO_EARLY";
  if (kind !== "workAccident" && (deaths !== null || injured !== null)) return "OTHER_KIND";
  return null;
}

function isSame(left: EntryValue, right: EntryValue): boolean {
  if (left.state !== "value" || right.state !== "value") return left.state === right.state;
  return left.value === right.value;
}
