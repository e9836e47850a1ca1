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
  const groups = new Map<string, UnitGroup>();
  for (const row of rows) {
    // A unit that today's register does not know at all stays under its own name.
    const seen: readonly Seen[] = sight === "asWas" || row.today.length === 0 ? [row] : row.today;
    const key = keyOf(seen, by);
    const known = groups.get(key);
    groups.set(key, {
      key,
      codes: known?.codes ?? once(seen.map(({ code }) => code)),
      names: known?.names ?? once(seen.map(({ name }) => name)),
      parents: known?.parents ?? once(seen.map(({ parent }) => parent)),
      employerTypes: known?.employerTypes ?? once(seen.map(({ employerType }) => employerType)),
      endedOn: seen.length === 1 ? (seen[0]?.endedOn ?? null) : null,
      units: (known?.units ?? 0) + 1,
      reporting: (known?.reporting ?? 0) + (row.numerator === null ? 0 : 1),
      uids: [...(known?.uids ?? []), row.uid],
      numerator: plus(known?.numerator ?? null, row.numerator),
      denominator: plus(known?.denominator ?? null, row.denominator),
      isPartial: (known?.isPartial ?? false) || row.isPartial,
    });
  }
  return [...groups.values()];
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
