import { expect, it } from "vitest";
import { amountOf, askedAmount, scaleEnd } from "./chart-scale.ts";

const share = { scale: "percent", amount: 9000 } as const;

it("draws shares in percent, counts as they are and means per unit", () => {
  const averagedMonths = null;
  const count = { scale: "count", amount: 1000 } as const;
  expect(amountOf({ numerator: 38, denominator: 40, averagedMonths, value: share })).toBe(95);
  expect(amountOf({ numerator: 1006, denominator: null, averagedMonths, value: count })).toBe(1006);
  expect(
    amountOf({ numerator: 3, denominator: 2, averagedMonths, value: { scale: "mean", amount: 100 } }),
  ).toBe(1.5);
  // 1.500 in eighteen months are 1.000 a year.
  expect(amountOf({ numerator: 1500, denominator: null, averagedMonths: 18, value: count })).toBe(1000);
  expect(askedAmount(share)).toBe(90);
  expect(askedAmount({ scale: "mean", amount: 150 })).toBe(1.5);
});

it("draws nothing where there is nothing", () => {
  const averagedMonths = null;
  expect(amountOf({ numerator: null, denominator: null, averagedMonths, value: share })).toBeUndefined();
  expect(amountOf({ numerator: 0, denominator: 0, averagedMonths, value: share })).toBeUndefined();
});

it("a share ends at the whole, a count above the highest figure", () => {
  expect(scaleEnd("percent", [95, 90])).toBe(100);
  expect(scaleEnd("count", [14_600, 13_000])).toBe(20_000);
  expect(scaleEnd("count", [])).toBeGreaterThan(0);
});
