// Exact comparison of a fraction with a target (domain.md §b.0 "Pass rule", §d.5 rule 1).
import type { Comparator, TargetValue } from "../target.ts";

/** A figure: `denominator` null for plain counts. Integers; sums of đồng stay exact because they are compared as BigInt. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** By what a numerator is multiplied before it is compared with `amount` × denominator. */
export const SCALE = { percent: 10_000n, mean: 100n, count: 1n } as const;

/**
 * Whether a figure reaches its target. 7,996 of 10,000 does not reach "80 % trở lên"; exactly 80 % does not reach "trên 80 %".
 *
 * @param fraction.denominator > 0 for percent and mean; for counts the number of years the value is asked for (null = 1),
 *   in twelfths when `value` is per year
 * @throws {RangeError} on a denominator of 0: the caller has decided that case before asking
 */
export function isReached(fraction: Fraction, comparator: Comparator, value: TargetValue): boolean {
  const denominator = BigInt(fraction.denominator ?? 1);
  if (denominator <= 0n) throw new RangeError(`isReached: denominator ${denominator}`);
  const left = BigInt(fraction.numerator) * SCALE[value.scale];
  const right = BigInt(value.amount) * denominator;
  switch (comparator) {
    case "gte":
    case "range":
      return left >= right;
    case "gt":
      return left > right;
    case "lte":
      return left <= right;
    case "eq": {
      const distance = left > right ? left - right : right - left;
      return distance <= BigInt(value.tolerance ?? 0) * denominator;
    }
  }
}

/** Whether a reached figure goes beyond what was asked: above a range, or above a count (domain.md §b.0 `range`, §a.2 no. 59). */
export function isExceeded(fraction: Fraction, comparator: Comparator, value: TargetValue): boolean {
  if (comparator === "range") {
    const left = BigInt(fraction.numerator) * SCALE[value.scale];
    return left > BigInt(value.upper ?? value.amount) * BigInt(fraction.denominator ?? 1);
  }
  return (
    value.scale === "count" &&
    (comparator === "gte" || comparator === "gt") &&
    isReached(fraction, "gt", value)
  );
}

/**
 * Order of two figures of the same kind: negative, 0, positive; shares by cross-multiplication, never by quotient.
 * Undefined when one is a share and the other a count, or one divides by nothing.
 */
export function compareFigures(left: Fraction, right: Fraction): number | undefined {
  if ((left.denominator === null) !== (right.denominator === null)) return undefined;
  const [below, otherBelow] = [BigInt(left.denominator ?? 1), BigInt(right.denominator ?? 1)];
  if (below <= 0n || otherBelow <= 0n) return undefined;
  const distance = BigInt(left.numerator) * otherBelow - BigInt(right.numerator) * below;
  return distance === 0n ? 0 : distance > 0n ? 1 : -1;
}

/** Whether only the whole will do ("100 %"): such a target is never declared met before its time is over. */
export function asksForAll(comparator: Comparator, value: TargetValue): boolean {
  return value.scale === "percent" && value.amount === 10_000 && comparator !== "lte";
}

/** n of d in hundredths of a percent, rounded half up; for print only, never compared. */
export function hundredthsOf(numerator: number, denominator: number): number {
  const twice = 2n * 10_000n * BigInt(numerator) + BigInt(denominator);
  return Number(twice / (2n * BigInt(denominator)));
}
