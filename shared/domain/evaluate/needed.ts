// How far a figure is from its target, exactly ("thiếu bao nhiêu nữa để đạt").
import type { Comparator, TargetValue } from "../target.ts";
import { type Fraction, isReached, SCALE } from "./comparison.ts";

/**
 * What must be added to the numerator (or taken from it, under an upper limit) until the target is reached: with so many
 * it is reached, with one fewer it is not. The denominator stays: units or members that are already counted below and
 * would now count above.
 *
 * @param fraction.denominator > 0, or null for a plain count
 * @param step what one more adds to the numerator that is compared; 12 for averages per year (net × 12 against
 *   value × months), else 1
 * @returns undefined when it is reached already, and when no amount reaches it: above the whole of a share, below nothing,
 *   or past a norm that is kept only within a tolerance narrower than one
 * @throws {RangeError} on a denominator of 0
 */
export function neededFor(
  fraction: Fraction,
  comparator: Comparator,
  value: TargetValue,
  step = 1,
): { readonly amount: number; readonly direction: "more" | "fewer" } | undefined {
  if (isReached(fraction, comparator, value)) return undefined;
  const scale = SCALE[value.scale];
  const denominator = BigInt(fraction.denominator ?? 1);
  const figure = BigInt(fraction.numerator) * scale;
  const wanted = BigInt(value.amount) * denominator;
  const tolerance = comparator === "eq" ? BigInt(value.tolerance ?? 0) * denominator : 0n;
  const perOne = scale * BigInt(step);
  const isTooMuch = comparator === "lte" || (comparator === "eq" && figure > wanted);
  // Distance to the nearest end of what is kept; "trên" asks for a hair more.
  const distance =
    (isTooMuch ? figure - wanted : wanted - figure) - tolerance + (comparator === "gt" ? 1n : 0n);
  const amount = Number((distance + perOne - 1n) / perOne);
  const direction = isTooMuch ? "fewer" : "more";
  const numerator = fraction.numerator + (isTooMuch ? -amount : amount) * step;
  if (isTooMuch && numerator < 0) return undefined;
  if (value.scale === "percent" && fraction.denominator !== null && numerator > fraction.denominator)
    return undefined;
  if (!isReached({ numerator, denominator: fraction.denominator }, comparator, value)) return undefined;
  return { amount, direction };
}
