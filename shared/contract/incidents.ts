// Incidents behind counts: disputes, stoppages, strikes and accidents of a union (domain.md §c.2 E).
import { oc, type } from "@orpc/contract";
import { z } from "zod";
import type { ElementCode } from "../domain/data-element.ts";
import type { EntryValue } from "../domain/entry.ts";
import type { EmployerType } from "../domain/org-unit.ts";
import { INCIDENT_KINDS, type IncidentKind, type UnitIncident } from "../domain/unit-incident.ts";
import type { PeriodStateName } from "./entries.ts";
import { DateInput, PeriodInput, UidInput } from "./schemas.ts";

export interface IncidentView extends UnitIncident {
  readonly uid: string;
  readonly unitUid: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly author: string | null;
}

interface IncidentCountView {
  readonly element: ElementCode;
  readonly label: string;
  /** What the list says; null when it says nothing. */
  readonly counted: EntryValue | null;
  /** What stands in the form; null = chưa nhập. */
  readonly entry: EntryValue | null;
  /** The form says something else than the list. */
  readonly disagrees: boolean;
}

/** The list of one month (disputes, stoppages, strikes) or one quarter (accidents), with what is counted from it. */
export interface IncidentListView {
  readonly period: string;
  readonly kinds: readonly IncidentKind[];
  readonly isComplete: boolean;
  readonly lockedReason: "approved" | "submitted" | "accepted" | "returned" | null;
  readonly counts: readonly IncidentCountView[];
}

export interface IncidentSheet {
  readonly unit: {
    readonly uid: string;
    readonly code: string;
    readonly name: string;
    readonly employerType: EmployerType | null;
    readonly establishedOn: string | null;
    readonly endedOn: string | null;
  };
  /** Kinds that are asked of this kind of employer. */
  readonly kinds: readonly IncidentKind[];
  /** Latest first. */
  readonly incidents: readonly IncidentView[];
  /** Lists that share a day with the period, in time order; none without a period. */
  readonly lists: readonly IncidentListView[];
}

/** A cell that an act wrote, as it stands now. */
export interface WrittenCell {
  readonly unit: string;
  readonly element: ElementCode;
  readonly period: string;
  readonly entry: EntryValue | null;
  readonly isEstimate: boolean;
  readonly revision: number;
}

export interface IncidentOutcome {
  /** null after an act on a list. */
  readonly incident: IncidentView | null;
  readonly written: readonly WrittenCell[];
  /** Cells that a person filled with something else; they were left. */
  readonly kept: readonly {
    readonly element: ElementCode;
    readonly period: string;
    readonly entry: EntryValue;
    readonly counted: EntryValue;
  }[];
}

const CountInput = z.int().min(0).max(1_000_000).nullable();
const TextInput = z.string().trim().max(500);
const INCIDENT = {
  kind: z.enum(INCIDENT_KINDS),
  occurredOn: DateInput,
  resolvedOn: DateInput.nullable(),
  place: TextInput,
  participants: CountInput,
  withUnion: z.boolean(),
  deaths: CountInput,
  injured: CountInput,
  note: TextInput,
};

const REFUSALS = {
  PERIOD_LOCKED: { data: type<{ state: PeriodStateName; at: string | null; periods: readonly string[] }>() },
  UNIT_UNKNOWN: {},
  UNIT_NOT_ACTIVE: { data: type<{ establishedOn: string | null; endedOn: string | null }>() },
  NOT_APPLICABLE: { data: type<{ employerType: EmployerType | null }>() },
};
/** What is wrong with the incident as it is written down. */
const FAULTS = { INCIDENT_IN_FUTURE: {}, INCIDENT_RESOLVED_TOO_EARLY: {}, INCIDENT_OTHER_KIND: {} };
const STALE_INCIDENT = { data: type<{ author: string | null }>() };

/** Incidents of the office, of one unit, of one period (a year is one), latest first. */
export const list = oc
  .input(z.strictObject({ unit: UidInput.optional(), period: PeriodInput.optional() }))
  .output(type<readonly IncidentView[]>())
  .errors({ UNIT_UNKNOWN: {} });

/** One unit's incidents in a period with its lists; over all years without a period. */
export const open = oc
  .input(z.strictObject({ unit: UidInput, period: PeriodInput.nullable() }))
  .output(type<IncidentSheet>())
  .errors({ UNIT_UNKNOWN: {} });

/**
 * Writes down an incident and, in the same transaction, the counts of its list. Called twice it is two incidents.
 * It is one step to undo, together with its counts, as everything here is.
 */
export const create = oc
  .input(z.strictObject({ unit: UidInput, ...INCIDENT }))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, ...FAULTS });

/** Changes an incident. A repeat with an old revision is refused. */
export const update = oc
  .input(z.strictObject({ uid: UidInput, expectedRevision: z.int().positive(), ...INCIDENT }))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, ...FAULTS, STALE_INCIDENT, INCIDENT_UNKNOWN: {} });

/** Takes an incident out of its list; a second call changes nothing. */
export const remove = oc
  .input(z.strictObject({ uid: UidInput }))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, INCIDENT_UNKNOWN: {} });

/** Puts a removed incident back; a second call changes nothing. */
export const restore = oc
  .input(z.strictObject({ uid: UidInput }))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, ...FAULTS, INCIDENT_UNKNOWN: {} });

const ListKey = { unit: UidInput, period: PeriodInput };

/** Says that nothing else happened in a month or quarter, or takes that back. A second call changes nothing. */
export const setComplete = oc
  .input(z.strictObject({ ...ListKey, isComplete: z.boolean() }))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, NO_LIST: {} });

/** Writes what the list says into the cells that say something else. A second call changes nothing. */
export const takeCounts = oc
  .input(z.strictObject(ListKey))
  .output(type<IncidentOutcome>())
  .errors({ ...REFUSALS, NO_LIST: {} });
