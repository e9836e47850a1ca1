// Lists of incidents and the cells counted from them: one way to change both, whoever asks.
import { elementByCode } from "../../shared/catalogue/elements.ts";
import type { IncidentListView, IncidentOutcome, WrittenCell } from "../../shared/contract/incidents.ts";
import { isApplicable, type ElementCode } from "../../shared/domain/data-element.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { contains, type Period, periodsOfYear } from "../../shared/domain/period.ts";
import {
  countedElements,
  countsOf,
  disagrees,
  followList,
  INCIDENT_KINDS,
  INCIDENT_LIST_RHYTHMS,
  type IncidentKind,
  type IncidentListRhythm,
  listRhythmOf,
} from "../../shared/domain/unit-incident.ts";
import type { Act } from "../database/queries/audit.ts";
import { findEntry } from "../database/queries/entries.ts";
import { findPresent, writeEntry } from "../database/queries/entry-writes.ts";
import {
  isListComplete,
  listCompleteUnits,
  listIncidents,
  listUnitIncidents,
} from "../database/queries/incidents.ts";
import { periodId } from "../database/queries/periods.ts";
import type { UnitRecord } from "../database/queries/units.ts";
import { keyOf } from "./cell-place.ts";
import { refusalOf } from "./cell-writer.ts";
import { lockOf } from "./form-reader.ts";
import type { Workspace } from "./workspace.ts";

export type Counts = ReadonlyMap<ElementCode, EntryValue>;

/** The rhythm of a period's own list, or undefined: only months and quarters have one. */
export function listRhythm(period: Period): IncidentListRhythm | undefined {
  return INCIDENT_LIST_RHYTHMS.find((rhythm) => rhythm === period.rhythm);
}

/** Kinds whose counts are asked of an employer. */
export function kindsAsked(employerType: UnitRecord["employerType"]): IncidentKind[] {
  return INCIDENT_KINDS.filter((kind) =>
    countedElements(listRhythmOf(kind)).some((code) => isApplicable(elementByCode(code), employerType)),
  );
}

/** What a unit's list of a month or quarter says. */
export function readCounts(workspace: Workspace, unitId: number, period: Period): Counts {
  const rhythm = listRhythm(period);
  if (!rhythm) return new Map();
  const incidents = listUnitIncidents(workspace.db, unitId, period.startOn, period.endOn).filter(
    ({ kind }) => listRhythmOf(kind) === rhythm,
  );
  return countsOf(rhythm, incidents, isListComplete(workspace.db, periodId(period), unitId));
}

/** The same for every unit that keeps a list, by unit: for the rules over a whole form. */
export function readAllCounts(workspace: Workspace, period: Period): ReadonlyMap<number, Counts> {
  const rhythm = listRhythm(period);
  if (!rhythm) return new Map();
  const incidents = Map.groupBy(
    listIncidents(workspace.db, period.startOn, period.endOn).filter(
      ({ kind }) => listRhythmOf(kind) === rhythm,
    ),
    ({ unitId }) => unitId,
  );
  const complete = listCompleteUnits(workspace.db, periodId(period));
  return new Map(
    [...new Set([...incidents.keys(), ...complete])].map((unitId) => [
      unitId,
      countsOf(rhythm, incidents.get(unitId) ?? [], complete.has(unitId)),
    ]),
  );
}

/** Lists that share a day with a period, in time order: of its months or its month, of its quarters or its quarter. */
export function listPeriods(period: Period): Period[] {
  return periodsOfYear(period.year).filter(
    (candidate) =>
      listRhythm(candidate) !== undefined && (contains(period, candidate) || contains(candidate, period)),
  );
}

/** A month's or a quarter's list of a unit, with what stands in the form beside what is counted. */
export function listView(workspace: Workspace, unit: UnitRecord, period: Period): IncidentListView {
  const rhythm = listRhythm(period) ?? "month";
  const counts = readCounts(workspace, unit.id, period);
  return {
    period: period.code,
    kinds: INCIDENT_KINDS.filter((kind) => listRhythmOf(kind) === rhythm),
    isComplete: isListComplete(workspace.db, periodId(period), unit.id),
    lockedReason: lockOf(workspace, period),
    counts: countedElements(rhythm)
      .map(elementByCode)
      .filter((element) => isApplicable(element, unit.employerType))
      .map(({ code, label }) => {
        const counted = counts.get(code);
        const entry = findEntry(workspace.db, keyOf(workspace, unit, code, period))?.entry ?? null;
        return {
          element: code,
          label,
          counted: counted ?? null,
          entry,
          disagrees: disagrees(entry, counted),
        };
      }),
  };
}

/**
 * Lets the cells of a list follow it. Call inside the transaction of the act.
 * @param before what the list said before the act
 * @param isForced also overwrites what a person typed against the list
 */
export function writeCounts(
  workspace: Workspace,
  unit: UnitRecord,
  period: Period,
  before: Counts,
  act: Act,
  isForced = false,
): Pick<IncidentOutcome, "written" | "kept"> {
  const { db } = workspace;
  const after = readCounts(workspace, unit.id, period);
  const written: WrittenCell[] = [];
  const kept: IncidentOutcome["kept"][number][] = [];
  for (const element of countedElements(listRhythm(period) ?? "month")) {
    const key = keyOf(workspace, unit, element, period);
    const present = findPresent(db, key);
    const stored = present.stored?.entry ?? null;
    const counted = after.get(element);
    const next =
      isForced && counted !== undefined && disagrees(stored, counted)
        ? counted
        : followList(stored, before.get(element), counted);
    if (next === "keep") {
      if (stored !== null && counted !== undefined && disagrees(stored, counted))
        kept.push({ element, period: period.code, entry: stored, counted });
      continue;
    }
    // A union of a kind that is not asked may still have a complete list of what it is asked.
    if (refusalOf(unit, element, period, next) !== null) continue;
    const revision = writeEntry(
      db,
      key,
      { entry: next, isEstimate: false, asOf: null, source: "typed" },
      act,
      present,
    );
    written.push({ unit: unit.uid, element, period: period.code, entry: next, isEstimate: false, revision });
  }
  return { written, kept };
}
