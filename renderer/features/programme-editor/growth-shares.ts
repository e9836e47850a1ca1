import { growthTargets, plannedLosses } from "../../../shared/domain/programme-editing/allocation.ts";
import type { Programme } from "../../../shared/domain/programme.ts";

export interface Share {
  readonly target: string;
  readonly unitCode: string;
  readonly year: number;
  readonly amount: number;
}

export interface GrowthShare {
  /** What the unit was given of the other of the two targets; null = nothing. */
  readonly beside: number | null;
  /** Members that may leave it while both are met; null: both cannot be; undefined: it was not given both. */
  readonly losses: number | null | undefined;
}

interface GrowthShares {
  /** Which of the two stands beside the one that is shared out. */
  readonly other: "gross" | "net";
  readonly of: (unitCode: string, given: number | null) => GrowthShare;
}

/**
 * Planned net growth against admissions, unit by unit (domain.md §h story 3); undefined where the target is neither of the
 * two or the programme has not both.
 */
export function growthShares(
  programme: Pick<Programme, "targets">,
  target: string,
  year: number,
  allocations: readonly Share[],
): GrowthShares | undefined {
  const growth = growthTargets(programme);
  if (growth?.gross.id !== target && growth?.net.id !== target) return undefined;
  const other = growth.gross.id === target ? "net" : "gross";
  const beside = new Map(
    allocations
      .filter((share) => share.target === growth[other].id && share.year === year)
      .map(({ unitCode, amount }) => [unitCode, amount]),
  );
  return {
    other,
    of: (unitCode, given) => {
      const known = beside.get(unitCode) ?? null;
      if (given === null || known === null) return { beside: known, losses: undefined };
      return {
        beside: known,
        losses: other === "net" ? plannedLosses(given, known) : plannedLosses(known, given),
      };
    },
  };
}
