// "Thiếu bao nhiêu nữa để đạt": exactly so many turn the verdict, one fewer does not.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMPARATORS, type TargetValue } from "../target.ts";
import { type Fraction, isReached } from "./comparison.ts";
import { neededFor } from "./needed.ts";

const percent = (amount: number, more: Partial<TargetValue> = {}): TargetValue => ({
  scale: "percent",
  amount,
  ...more,
});

describe("examples worked out by hand", () => {
  it.each([
    // 90 % of 47 is 42.3: 43 enterprises, so 5 more than 38 (domain.md §h story 8).
    { n: 38, d: 47, comparator: "gte", value: percent(9000), amount: 5, direction: "more" },
    { n: 80, d: 100, comparator: "gt", value: percent(8000), amount: 1, direction: "more" },
    { n: 79, d: 100, comparator: "gte", value: percent(8000), amount: 1, direction: "more" },
    { n: 7996, d: 10_000, comparator: "gte", value: percent(8000), amount: 4, direction: "more" },
    { n: 94, d: 100, comparator: "gte", value: percent(10_000), amount: 6, direction: "more" },
    { n: 12, d: 100, comparator: "lte", value: percent(1000), amount: 2, direction: "fewer" },
    { n: 94, d: 96, comparator: "gte", value: { scale: "mean", amount: 100 }, amount: 2, direction: "more" },
    {
      n: 13_000,
      d: null,
      comparator: "gte",
      value: { scale: "count", amount: 14_600 },
      amount: 1600,
      direction: "more",
    },
    {
      n: 480,
      d: null,
      comparator: "range",
      value: { scale: "count", amount: 500, upper: 600 },
      amount: 20,
      direction: "more",
    },
    // 75 % of 1.000 within half a point: 745 is the nearest that is kept, 755 from above.
    {
      n: 700,
      d: 1000,
      comparator: "eq",
      value: percent(7500, { tolerance: 50 }),
      amount: 45,
      direction: "more",
    },
    {
      n: 800,
      d: 1000,
      comparator: "eq",
      value: percent(7500, { tolerance: 50 }),
      amount: 45,
      direction: "fewer",
    },
  ] as const)("$n of $d against $comparator $value.amount needs $amount $direction", (given) => {
    const { n, d, comparator, value, amount, direction } = given;
    expect(neededFor({ numerator: n, denominator: d }, comparator, value)).toEqual({ amount, direction });
  });

  it("is nothing when it is reached, and when the whole would not do", () => {
    expect(neededFor({ numerator: 43, denominator: 47 }, "gte", percent(9000))).toBeUndefined();
    expect(neededFor({ numerator: 90, denominator: 100 }, "gt", percent(10_000))).toBeUndefined();
  });

  it("counts people, not twelfths, for an average per year", () => {
    // 600 in 18 months against 500 a year: 750 are asked for, 150 more; compared as 600 × 12 with 500 × 18.
    const scaled: Fraction = { numerator: 600 * 12, denominator: 18 };
    expect(neededFor(scaled, "gte", { scale: "count", amount: 500 }, 12)).toEqual({
      amount: 150,
      direction: "more",
    });
  });
});

const anyFigure = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
  .map(
    ([numerator, denominator]): Fraction => ({ numerator: Math.min(numerator, denominator), denominator }),
  );
const anyValue = fc.oneof(
  fc.record({ scale: fc.constant("percent" as const), amount: fc.nat(10_000), tolerance: fc.nat(100) }),
  fc.record({ scale: fc.constant("mean" as const), amount: fc.nat(1000) }),
  fc.record({ scale: fc.constant("count" as const), amount: fc.nat(10_000) }),
);

it("with exactly so many the target is reached, with one fewer it is not", () => {
  fc.assert(
    fc.property(
      anyFigure,
      anyValue,
      fc.constantFrom(...COMPARATORS),
      fc.constantFrom(1, 12),
      (figure, value, comparator, step) => {
        const needed = neededFor(figure, comparator, value, step);
        if (needed === undefined) return;
        const sign = needed.direction === "more" ? step : -step;
        const after = (amount: number) =>
          isReached({ ...figure, numerator: figure.numerator + sign * amount }, comparator, value);
        expect(needed.amount).toBeGreaterThan(0);
        expect(after(needed.amount)).toBe(true);
        expect(after(needed.amount - 1)).toBe(false);
      },
    ),
    { numRuns: 2000 },
  );
});

it("finds an amount whenever some amount within the whole reaches the target", () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })).map(([numerator, denominator]) => ({
        numerator: Math.min(numerator, denominator),
        denominator,
      })),
      fc.record({ scale: fc.constant("percent" as const), amount: fc.nat(10_000) }),
      fc.constantFrom("gte", "gt", "lte"),
      (figure, value, comparator) => {
        const candidates = Array.from({ length: figure.denominator + 1 }, (_, numerator) => numerator)
          .filter((numerator) => isReached({ ...figure, numerator }, comparator, value))
          .map((numerator) => Math.abs(numerator - figure.numerator));
        const nearest = candidates.length === 0 ? undefined : Math.min(...candidates);
        const needed = neededFor(figure, comparator, value)?.amount;
        expect(needed).toBe(nearest === 0 ? undefined : nearest);
      },
    ),
    { numRuns: 1000 },
  );
});
