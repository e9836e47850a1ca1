// Where a series stops being comparable with itself (domain.md §f.2 no. 8): drawn between the points, noted below.
import type { DataElement } from "../data-element.ts";
import type { GradeScheme } from "../grade-scheme.ts";
import type { UnitEventKind } from "../org-unit.ts";
import { addDays } from "../calendar.ts";
import { periodOf } from "../period.ts";

/**
 * gradeScheme: other grades from this day · unitsEnded: unions dissolved, merged, split or handed over on one day
 * · targetRevised: another value is asked · programmeEnded: figures after it are not comparable · officeFounded: the
 * office did not exist before · recordsBegin: no figures were kept here before · noted: written down by the office
 * · resummed: nothing breaks, figures of a union merged on this day are added to the years before.
 */
export type SeriesBreak = { readonly on: string } & (
  | { readonly kind: "gradeScheme"; readonly scheme: string }
  | {
      readonly kind: "unitsEnded";
      readonly counts: Readonly<Partial<Record<UnitEventKind, number>>>;
      /** Members of these unions on that day, where known: they left without anybody leaving. */
      readonly members: number | null;
      readonly decisions: readonly string[];
    }
  | { readonly kind: "targetRevised"; readonly decision: string | null }
  | { readonly kind: "programmeEnded" }
  | { readonly kind: "officeFounded" }
  | { readonly kind: "recordsBegin" }
  | { readonly kind: "resummed"; readonly unit: string }
  | { readonly kind: "noted"; readonly id: number; readonly text: string; readonly author: string }
);

/** A union that came to its end, as the register has it. */
export interface UnitEnd {
  readonly uid: string;
  readonly kind: UnitEventKind;
  readonly on: string;
  readonly members: number | null;
  readonly decision: string | null;
}

/** Days on which so large a part of the unions ended that figures before and after are of another population. */
const NOTABLE_SHARE = { numerator: 1, denominator: 20 } as const;

/**
 * The days on which unions ended that matter to a series: any merger or split, because figures go on under another name,
 * and any day that took at least one union in twenty.
 *
 * @param alive unions in existence at the beginning of the series
 */
export function breaksOfUnits(ends: readonly UnitEnd[], alive: number): SeriesBreak[] {
  const byDay = new Map<string, Map<string, UnitEnd>>();
  for (const end of ends) {
    const day = byDay.get(end.on) ?? new Map<string, UnitEnd>();
    byDay.set(end.on, day);
    // A split has an edge for each successor; the union ended once.
    day.set(end.uid, end);
  }
  return [...byDay]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([on, units]): SeriesBreak[] => {
      const ended = [...units.values()];
      const goesOn = ended.some(({ kind }) => kind === "merged" || kind === "split");
      const isNotable = ended.length * NOTABLE_SHARE.denominator >= alive * NOTABLE_SHARE.numerator;
      if (!goesOn && !isNotable) return [];
      const counts: Partial<Record<UnitEventKind, number>> = {};
      for (const { kind } of ended) counts[kind] = (counts[kind] ?? 0) + 1;
      const known = ended.flatMap(({ members }) => (members === null ? [] : [members]));
      return [
        {
          kind: "unitsEnded",
          on,
          counts,
          members: known.length === 0 ? null : known.reduce((sum, members) => sum + members, 0),
          decisions: [...new Set(ended.flatMap(({ decision }) => decision ?? []))],
        },
      ];
    });
}

/** Grade schemes that came into force within a series; only a series of grades or scores is touched. */
export function breaksOfGrades(
  elements: readonly DataElement[],
  schemes: readonly GradeScheme[],
): SeriesBreak[] {
  if (!elements.some(({ type }) => type === "grade" || type === "score")) return [];
  return schemes
    .slice(1)
    .map(({ name, validFrom }) => ({ kind: "gradeScheme", on: validFrom, scheme: name }));
}

const LAST_DAYS: ReadonlySet<SeriesBreak["kind"]> = new Set(["unitsEnded", "programmeEnded", "resummed"]);

/**
 * Where a break is drawn: before the first point that ends on or after the first day on which things are different;
 * undefined when it lies outside the series.
 */
export function placeOfBreak(found: SeriesBreak, periods: readonly string[]): number | undefined {
  // Of a union and of a programme the day is the last one of the old order: a stock on that day is still of it.
  const isLastDay = LAST_DAYS.has(found.kind);
  const from = isLastDay ? addDays(found.on, 1) : found.on;
  const place = periods.findIndex((code) => periodOf(code).endOn >= from);
  // Before the first point there is nothing it could part.
  return place <= 0 ? undefined : place;
}

/** Breaks that part two points of a series, in time order. */
export function breaksWithin(breaks: readonly SeriesBreak[], periods: readonly string[]): SeriesBreak[] {
  return breaks
    .filter((found) => placeOfBreak(found, periods) !== undefined)
    .toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}
