// Exact comparison (domain.md §b.0 "Pass rule", §d.5 rule 1).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparator, TargetValue } from "../target.ts";
import { asksForAll, compareFigures, hundredthsOf, isExceeded, isReached } from "./comparison.ts";
import { printResult } from "./display.ts";

const percent = (hundredths: number, more: Partial<TargetValue> = {}): TargetValue => ({
  scale: "percent",
  amount: hundredths,
  ...more,
});
const count = (amount: number, more: Partial<TargetValue> = {}): TargetValue => ({
  scale: "count",
  amount,
  ...more,
});
const mean = (hundredths: number): TargetValue => ({ scale: "mean", amount: hundredths });

/** Sign of a/b − c/d by their continued fractions: no product is formed. */
function compare(a: bigint, b: bigint, c: bigint, d: bigint): number {
  const [left, right] = [a / b, c / d];
  if (left !== right) return left < right ? -1 : 1;
  const [restLeft, restRight] = [a % b, c % d];
  if (restLeft === 0n || restRight === 0n) return restLeft === restRight ? 0 : restLeft === 0n ? -1 : 1;
  return compare(d, restRight, b, restLeft);
}

describe("whether a figure is reached", () => {
  it.each([
    [80, 100, "gte", percent(8000), true],
    [80, 100, "gt", percent(8000), false], // exactly 80,00 % is not "trên 80 %"
    [8001, 10_000, "gt", percent(8000), true],
    [7996, 10_000, "gte", percent(8000), false], // prints as 80,0 % at one decimal
    [79_999, 100_000, "gte", percent(8000), false],
    [38, 47, "gte", percent(9000), false],
    [37, 38, "gte", percent(9000), true],
    [19, 38, "gte", percent(4500), true],
    [45, 45, "eq", percent(10_000), true],
    [44, 45, "eq", percent(10_000), false],
    [46, 45, "eq", percent(10_000), false],
    [3, 100, "lte", percent(300), true],
    [301, 10_000, "lte", percent(300), false],
    [14_600, null, "gte", count(14_600), true],
    [14_599, null, "gte", count(14_600), false],
    [14_600, null, "gt", count(14_600), false],
    [0, null, "gte", count(0), true],
    [-1, null, "gte", count(0), false],
    [499, null, "range", count(500, { upper: 600 }), false],
    [601, null, "range", count(500, { upper: 600 }), true],
    [789, 789, "gte", mean(100), true],
    [788, 789, "gte", mean(100), false],
    [745, 1000, "eq", percent(7500, { tolerance: 50 }), true],
    [755, 1000, "eq", percent(7500, { tolerance: 50 }), true],
    [7551, 10_000, "eq", percent(7500, { tolerance: 50 }), false],
    [7449, 10_000, "eq", percent(7500, { tolerance: 50 }), false],
  ] as const)("%s of %s against %s %j: %s", (numerator, denominator, comparator, value, expected) => {
    expect(isReached({ numerator, denominator }, comparator, value)).toBe(expected);
  });

  it.each([
    // 80 % of 9.007.199.254.740.990 is 7.205.759.403.792.792 to the đồng; a quotient cannot tell its neighbours apart.
    [7_205_759_403_792_792, 9_007_199_254_740_990, true, false],
    [7_205_759_403_792_791, 9_007_199_254_740_990, false, false],
    [7_205_759_403_792_793, 9_007_199_254_740_990, true, true],
  ])("%i of %i đồng against 80 %%: reached %s, beyond it %s", (numerator, denominator, isAtLeast, isMore) => {
    expect(isReached({ numerator, denominator }, "gte", percent(8000))).toBe(isAtLeast);
    expect(isReached({ numerator, denominator }, "gt", percent(8000))).toBe(isMore);
  });

  it("agrees with a comparison by continued fractions, up to the largest sums", () => {
    const sum = fc.oneof(fc.nat({ max: 200 }), fc.maxSafeNat());
    fc.assert(
      fc.property(
        sum,
        sum,
        fc.nat({ max: 12_000 }),
        fc.constantFrom("percent", "mean"),
        (numerator, below, amount, scale) => {
          const denominator = below + 1 > Number.MAX_SAFE_INTEGER ? below : below + 1;
          const sign = compare(
            BigInt(numerator),
            BigInt(denominator),
            BigInt(amount),
            scale === "percent" ? 10_000n : 100n,
          );
          const holds = (comparator: Comparator) =>
            isReached({ numerator, denominator }, comparator, { scale, amount });
          expect([holds("gte"), holds("gt"), holds("lte"), holds("eq")]).toEqual([
            sign >= 0,
            sign > 0,
            sign <= 0,
            sign === 0,
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("the same share of twice as many is judged the same", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 2, max: 50 }),
        fc.nat({ max: 10_000 }),
        (n, d, times, amount) => {
          for (const comparator of ["gte", "gt", "eq", "lte"] as const)
            expect(
              isReached(
                { numerator: n * times, denominator: d * times },
                comparator,
                percent(amount, { tolerance: 50 }),
              ),
            ).toBe(
              isReached({ numerator: n, denominator: d }, comparator, percent(amount, { tolerance: 50 })),
            );
        },
      ),
    );
  });

  it.each([0, -1])("a denominator of %i is a bug of the caller", (denominator) => {
    expect(() => isReached({ numerator: 1, denominator }, "gte", percent(100))).toThrow(RangeError);
  });
});

it("79,96 % may print as 80,0 % at one decimal elsewhere, but beside its verdict it is 79,96 %", () => {
  const figure = { numerator: 7996, denominator: 10_000 };
  expect(isReached(figure, "gte", percent(8000))).toBe(false);
  expect(printResult(figure, "gte", percent(8000), "")).toBe("79,96 %");
});

describe("whether it goes beyond what was asked", () => {
  it.each([
    [14_601, null, "gte", count(14_600), true],
    [14_600, null, "gte", count(14_600), false],
    [600, null, "range", count(500, { upper: 600 }), false],
    [601, null, "range", count(500, { upper: 600 }), true],
    [501, null, "range", count(500), true],
    [95, 100, "gte", percent(9000), false], // a share is met, never exceeded
    [95, 100, "range", percent(8000, { upper: 9000 }), true],
    [90, 100, "range", percent(8000, { upper: 9000 }), false],
    [99, null, "lte", count(100), false],
    [101, null, "eq", count(100), false],
  ] as const)("%s of %s against %s %j: %s", (numerator, denominator, comparator, value, expected) => {
    expect(isExceeded({ numerator, denominator }, comparator, value)).toBe(expected);
  });

  it("what is exceeded is reached", () => {
    const comparators = fc.constantFrom<Comparator>("gte", "gt", "range");
    fc.assert(
      fc.property(
        fc.nat({ max: 200 }),
        comparators,
        fc.nat({ max: 100 }),
        fc.nat({ max: 50 }),
        (numerator, comparator, amount, more) => {
          const value = count(amount, { upper: amount + more });
          if (isExceeded({ numerator, denominator: null }, comparator, value))
            expect(isReached({ numerator, denominator: null }, comparator, value)).toBe(true);
        },
      ),
    );
  });
});

it.each([
  ["eq", percent(10_000), true],
  ["gte", percent(10_000), true],
  ["gte", percent(9999), false],
  ["lte", percent(10_000), false],
  ["gte", count(10_000), false],
] as const)("%s %j asks for all of them: %s", (comparator, value, expected) => {
  expect(asksForAll(comparator, value)).toBe(expected);
});

it.each([
  [19_627, 15_000, 13_085], // "đạt 130,85 %"
  [1, 3, 3333],
  [2, 3, 6667],
  [1, 20_000, 1], // 0,005 % is rounded half up
  [1, 20_001, 0],
  [0, 7, 0],
])("%i of %i are %i hundredths of a percent", (numerator, denominator, hundredths) => {
  expect(hundredthsOf(numerator, denominator)).toBe(hundredths);
});

describe("the order of two figures", () => {
  it("compares shares by their parts, not by what is printed", () => {
    // 79,996 % and 80,000 %: both print as 80,00 %.
    expect(compareFigures({ numerator: 19_999, denominator: 25_000 }, { numerator: 4, denominator: 5 })).toBe(
      -1,
    );
    expect(compareFigures({ numerator: 8, denominator: 10 }, { numerator: 4, denominator: 5 })).toBe(0);
    expect(compareFigures({ numerator: 3, denominator: null }, { numerator: 2, denominator: null })).toBe(1);
  });

  it("says nothing of a share beside a count, or of a figure over nothing", () => {
    expect(
      compareFigures({ numerator: 1, denominator: 2 }, { numerator: 1, denominator: null }),
    ).toBeUndefined();
    expect(
      compareFigures({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 }),
    ).toBeUndefined();
  });

  it("turns round when the two are exchanged", () => {
    const figure = fc.record({ numerator: fc.nat(1000), denominator: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(
      fc.property(figure, figure, (left, right) => {
        expect((compareFigures(left, right) ?? 0) + (compareFigures(right, left) ?? 0)).toBe(0);
      }),
    );
  });
});
