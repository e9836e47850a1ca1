import { assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { comparedFigure, perYear, printSpread } from "./average.ts";
import { compareFigures, isReached } from "./comparison.ts";
import { printResult } from "./display.ts";

it("15.000 in two years are more a year than 15.001 in three, though the sum grew", () => {
  const before = comparedFigure({ numerator: 15_000, denominator: null, averagedMonths: 24 });
  const now = comparedFigure({ numerator: 15_001, denominator: null, averagedMonths: 36 });
  expect(before && now && compareFigures(now, before)).toBe(-1);
  expect(comparedFigure({ numerator: 38, denominator: 47, averagedMonths: null })).toEqual({
    numerator: 38,
    denominator: 47,
  });
  expect(comparedFigure({ numerator: null, denominator: null, averagedMonths: null })).toBeUndefined();
});

it("names the sum and the time it was gathered in", () => {
  expect(printSpread(1_300_000, 24)).toBe("1.300.000/2 năm");
  expect(printSpread(-810, 15)).toBe("-810/15 tháng");
});

it("never prints an average that stands on the other side of what is asked", () => {
  assert(
    property(
      integer({ min: -2_000_000, max: 2_000_000 }),
      integer({ min: 1, max: 120 }),
      integer({ min: 0, max: 100_000 }),
      (sum, months, amount) => {
        const value = { scale: "count", amount } as const;
        const printed = printResult(perYear(sum, months), "gte", value, "");
        const [whole = "", rest = ""] = printed.replaceAll(".", "").split(",");
        const read = { numerator: Number(whole + rest), denominator: 10 ** rest.length };
        expect(isReached(read, "gte", value)).toBe(sum * 12 >= amount * months);
      },
    ),
  );
});
