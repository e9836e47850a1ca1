// Which units make a share miss its target, and which of them would turn it: the rescue list of a target.
import type { Evaluation, UnitContribution } from "../evaluation.ts";
import { neededFor } from "./needed.ts";
import type { Rule } from "./verdict.ts";

type Part = Pick<UnitContribution, "uid" | "numerator" | "denominator">;

/**
 * What a unit lacks to stand where the whole is asked to: so many more members, units, items or đồng, in whole ones. Who
 * has not answered lacks all of it. 0 for a unit that is there or beyond, of a norm once it is within its tolerance.
 *
 * @returns null for plain sums, and where the target is an upper limit: no unit lacks anything of it
 */
export function gapOf({ numerator, denominator }: Omit<Part, "uid">, rule: Rule): number | null {
  const { comparator, value } = rule;
  if (denominator === null || comparator === "lte") return null;
  if (denominator === 0) return 0;
  // From below, a norm is a floor: one alone may have no whole number within the tolerance.
  const floor = comparator === "eq" ? { ...value, amount: value.amount - (value.tolerance ?? 0) } : value;
  const needed = neededFor(
    { numerator: numerator ?? 0, denominator },
    comparator === "gt" ? "gt" : "gte",
    floor,
  );
  return needed?.amount ?? 0;
}

/**
 * The fewest units that would take a missed share to its target if each came up to what is asked, those that lack most
 * first. No smaller set of units reaches it.
 *
 * @returns null where nothing is needed, where too much is what misses the target, and of a figure that is no share
 */
export function tippingUnits<Unit extends Part>(
  units: readonly Unit[],
  { needed, ...rule }: Rule & Pick<Evaluation, "needed">,
): readonly Unit[] | null {
  if (needed === null || needed.direction === "fewer") return null;
  const lacking = units
    .map((unit) => ({ unit, gap: gapOf(unit, rule) ?? 0 }))
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
