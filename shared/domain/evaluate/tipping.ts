// Which units would turn a missed share: the rescue list of a target.
import type { Evaluation, UnitContribution } from "../evaluation.ts";

type Part = Pick<UnitContribution, "uid" | "numerator" | "denominator">;

/** What a unit takes from a share: members, units or items that count below and not above; null for plain sums. */
export function gapOf({ numerator, denominator }: Omit<Part, "uid">): number | null {
  return denominator === null ? null : denominator - (numerator ?? 0);
}

/**
 * The fewest units that would take a missed share to its target if they made up all they lack, those that lack most first.
 * No smaller set of units reaches it.
 *
 * @returns null where nothing is needed, where too much is what misses the target, and of a figure that is no share
 */
export function tippingUnits<Unit extends Part>(
  units: readonly Unit[],
  needed: Evaluation["needed"],
): readonly Unit[] | null {
  if (needed === null || needed.direction === "fewer") return null;
  const lacking = units
    .map((unit) => ({ unit, gap: gapOf(unit) ?? 0 }))
    .filter(({ gap }) => gap > 0)
    .toSorted((left, right) => right.gap - left.gap);
  let reached = 0;
  const tipping: Unit[] = [];
  for (const { unit, gap } of lacking) {
    if (reached >= needed.amount) break;
    reached += gap;
    tipping.push(unit);
  }
  return reached >= needed.amount && tipping.length > 0 ? tipping : null;
}
