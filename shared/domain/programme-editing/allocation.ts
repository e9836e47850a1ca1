// Sharing a target out to units (giao chỉ tiêu, domain.md §a.2 no. 44) and what net growth asks beside admissions.
import type { Programme } from "../programme.ts";
import type { Target } from "../target.ts";

/**
 * Members that may leave while both targets are still met: admitted less grown (domain.md §h story 3: 420 − 230 = 190).
 * @returns whole persons ≥ 0, or null when the net asked is above the gross (rule V24)
 */
export function plannedLosses(gross: number, net: number): number | null {
  return net > gross ? null : gross - net;
}

interface GrowthTargets {
  /** Members admitted. */
  readonly gross: Target;
  /** Members at the end less members at the beginning. */
  readonly net: Target;
}

/** The two targets a programme asks admissions and net growth of a year by; undefined where it has not both. */
export function growthTargets({ targets }: Pick<Programme, "targets">): GrowthTargets | undefined {
  const yearly = targets.filter(({ indicator, time }) => !indicator.segment && time.kind !== "byYear");
  const gross = yearly.find(
    ({ indicator: { numerator } }) =>
      numerator.kind === "sum" &&
      numerator.elements.length === 1 &&
      numerator.elements[0] === "membersAdmitted",
  );
  const net = yearly.find(
    ({ indicator: { numerator } }) => numerator.kind === "netChange" && numerator.element === "membersTotal",
  );
  return gross && net && { gross, net };
}

interface AllocationBalance {
  readonly whole: number;
  readonly allocated: number;
  /** Positive: still to be given out; negative: more given than the whole, of a range more than its upper bound. */
  readonly open: number;
}

/**
 * @param amounts whole, ≥ 0; null = nothing given
 * @param upper   of a range, ≥ whole: between the two nothing is open and nothing is beyond
 */
export function allocationBalance(
  whole: number,
  amounts: readonly (number | null)[],
  upper = whole,
): AllocationBalance {
  const allocated = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return { whole, allocated, open: Math.max(whole - allocated, 0) + Math.min(upper - allocated, 0) };
}

/**
 * Shares a whole in proportion to weights by largest remainder: whole numbers whose sum is exactly the whole, none further
 * than one from its exact share. Equal remainders go to the earlier unit. Without any weight all count alike.
 * @param whole   whole, ≥ 0
 * @param weights whole, ≥ 0, one a unit
 */
export function sharesByWeight(whole: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const used = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const total = used.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const exact = used.map((weight) => BigInt(whole) * BigInt(weight));
  const shares = exact.map((product) => Number(product / total));
  const open = whole - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % total }))
    .toSorted((left, right) =>
      left.remainder === right.remainder
        ? left.index - right.index
        : left.remainder < right.remainder
          ? 1
          : -1,
    );
  for (const { index } of byRemainder.slice(0, open)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
