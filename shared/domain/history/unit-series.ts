// One figure over years for each union or superior, as it was or added up again for those of today (domain.md §f.2 no. 9).
import { breaksOfUnits, type SeriesBreak, type UnitEnd } from "./breaks.ts";
import { type Grouping, groupUnits, type Sight, type UnitFigure, type UnitGroup } from "./group-units.ts";
import {
  type SeriesCoverage,
  type SeriesFigure,
  type SeriesKind,
  type SeriesTotal,
  sumOverYears,
} from "./series.ts";

export interface UnitSeriesGroup extends Pick<UnitGroup, "key" | "codes" | "names" | "parents" | "endedOn"> {
  /** In the order of the periods; a year without figures is missing, not zero. */
  readonly points: readonly (SeriesFigure & SeriesCoverage)[];
  /** Of a flow only. */
  readonly total: SeriesTotal | null;
  /** Unions of this line that ended, and those that went on in another one of it. */
  readonly breaks: readonly SeriesBreak[];
}

/** The end of a union, with those that went on with it. */
export interface UnitPassage extends UnitEnd {
  readonly name: string;
  readonly successors: readonly string[];
}

interface YearOfUnits {
  readonly period: string;
  readonly rows: readonly UnitFigure[];
}

/**
 * @param years in time order
 * @param passages ends of unions within these years
 * @returns those with the largest last figure first
 */
export function seriesOfUnits(
  years: readonly YearOfUnits[],
  sight: Sight,
  by: Exclude<Grouping, "employerType">,
  kind: SeriesKind,
  passages: readonly UnitPassage[],
): UnitSeriesGroup[] {
  const byYear = years.map(
    ({ rows }) => new Map(groupUnits(rows, sight, by).map((group) => [group.key, group])),
  );
  // The words of the last year a line is in.
  const named = new Map(byYear.flatMap((groups) => [...groups]));
  return [...named.values()]
    .map((group): UnitSeriesGroup => {
      const parts = byYear.map((groups) => groups.get(group.key));
      const points = parts.map(pointOfGroup);
      const { key, codes, names, parents, endedOn } = group;
      const breaks = breaksOfGroup(parts, sight, passages);
      return { key, codes, names, parents, endedOn, points, total: sumOverYears(kind, points), breaks };
    })
    .toSorted(byLastFigure);
}

function pointOfGroup(group: UnitGroup | undefined): SeriesFigure & SeriesCoverage {
  return {
    numerator: group?.numerator ?? null,
    denominator: group?.denominator ?? null,
    unitsReporting: group?.reporting ?? 0,
    unitsAsked: group?.units ?? 0,
    isPartial: group?.isPartial ?? false,
  };
}

/** What happened to the unions of a line. Added up again for today, a union that went on inside the line breaks nothing. */
function breaksOfGroup(
  parts: readonly (UnitGroup | undefined)[],
  sight: Sight,
  passages: readonly UnitPassage[],
): SeriesBreak[] {
  const own = new Set(parts.flatMap((part) => part?.uids ?? []));
  const touching = passages.filter(
    ({ uid, successors }) => own.has(uid) || successors.some((successor) => own.has(successor)),
  );
  const goesOnHere = ({ uid, kind }: UnitPassage) => sight === "asIs" && kind === "merged" && own.has(uid);
  const size = parts.find((part) => part !== undefined)?.units ?? 0;
  const resummed = touching
    .filter(goesOnHere)
    .map(({ on, name }): SeriesBreak => ({ kind: "resummed", on, unit: name }));
  return [
    ...breaksOfUnits(
      touching.filter((passage) => !goesOnHere(passage)),
      size,
    ),
    ...resummed,
  ];
}

function byLastFigure(left: UnitSeriesGroup, right: UnitSeriesGroup): number {
  const last = ({ points }: UnitSeriesGroup) => points.at(-1)?.numerator ?? -1;
  return last(right) - last(left) || (left.codes.join() < right.codes.join() ? -1 : 1);
}
