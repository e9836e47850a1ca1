// Figures by union put together: as it was, or by today's register, by unit, superior or kind. The sum stays the same.
import type { EmployerType } from "../org-unit.ts";
import type { SeriesFigure } from "./series.ts";

export interface UnitThen {
  readonly uid: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly employerType: EmployerType | null;
}

export interface UnitFigure extends UnitThen, SeriesFigure {
  readonly isPartial: boolean;
  /** Today's unit or units its figure belongs to: one, or the successors of a split together. */
  readonly today: readonly (UnitThen & { readonly endedOn: string | null })[];
}

export const SIGHTS = ["asWas", "asIs"] as const;
export type Sight = (typeof SIGHTS)[number];
export const GROUPINGS = ["unit", "parent", "employerType"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface UnitGroup {
  readonly key: string;
  /** One, or several that figures belong to together after a split. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Of units: their superiors and kinds, each once. */
  readonly parents: readonly (string | null)[];
  readonly employerTypes: readonly (EmployerType | null)[];
  /** Last day, of a unit that has ended and has no successor. */
  readonly endedOn: string | null;
  /** Unions of the time that are in it, and those of them that have a figure. */
  readonly units: number;
  readonly reporting: number;
  readonly uids: readonly string[];
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isPartial: boolean;
}

type Seen = UnitThen & { readonly endedOn?: string | null };

export function groupUnits(rows: readonly UnitFigure[], sight: Sight, by: Grouping): UnitGroup[] {
  const groups = Map.groupBy(rows, (row) => keyOf(seenAs(row, sight), by));
  return [...groups].map(([key, inside]) => {
    const seen = inside.slice(0, 1).flatMap((row) => seenAs(row, sight));
    return {
      key,
      codes: once(seen.map(({ code }) => code)),
      names: once(seen.map(({ name }) => name)),
      parents: once(seen.map(({ parent }) => parent)),
      employerTypes: once(seen.map(({ employerType }) => employerType)),
      endedOn: seen.length === 1 ? (seen[0]?.endedOn ?? null) : null,
      units: inside.length,
      reporting: inside.filter(({ numerator }) => numerator !== null).length,
      uids: inside.map(({ uid }) => uid),
      numerator: inside.reduce<number | null>((sum, { numerator }) => plus(sum, numerator), null),
      denominator: inside.reduce<number | null>((sum, { denominator }) => plus(sum, denominator), null),
      isPartial: inside.some(({ isPartial }) => isPartial),
    };
  });
}

/** A unit that today's register does not know at all stays under its own name. */
function seenAs(row: UnitFigure, sight: Sight): readonly Seen[] {
  return sight === "asWas" || row.today.length === 0 ? [row] : row.today;
}

function keyOf(seen: readonly Seen[], by: Grouping): string {
  return once(seen.map((unit) => (by === "unit" ? unit.uid : (unit[by] ?? "")))).join(" + ");
}

function once<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** What is not known adds nothing, and two unknowns are no zero. */
export function plus(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : left + right;
}
