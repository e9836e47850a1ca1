import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Comparator, TargetValue } from "../target.ts";
import { isReached } from "./comparison.ts";
import { printResult } from "./display.ts";

const percent = (amount: number, more: Partial<TargetValue> = {}): TargetValue => ({
  scale: "percent",
  amount: amount * 100,
  ...more,
});
const mean = (amount: number): TargetValue => ({ scale: "mean", amount: amount * 100 });
const print = (numerator: number, denominator: number, comparator: Comparator, value: TargetValue) =>
  printResult({ numerator, denominator }, comparator, value, "", false);

it.each([
  [38, 47, "gte", percent(90), "80,85 %"],
  [7996, 10_000, "gte", percent(80), "79,96 %"],
  [79_996, 100_000, "gte", percent(80), "79,996 %"],
  [80, 100, "gt", percent(80), "80,00 %"],
  [80_001, 100_000, "gt", percent(80), "80,001 %"],
  [80_001, 100_000, "gte", percent(80), "80,00 %"],
  [80_004, 100_000, "lte", percent(80), "80,004 %"],
  [75_504, 100_000, "eq", percent(75, { tolerance: 50 }), "75,504 %"],
  [199, 200, "gte", mean(1), "0,995"],
  [98, 100, "gte", mean(1), "0,98"],
  [100, 100, "gte", mean(1), "1"],
] as const)("%i of %i beside %s %j prints %s", (numerator, denominator, comparator, value, text) => {
  expect(print(numerator, denominator, comparator, value)).toBe(text);
});

it("prints nothing that contradicts the verdict", () => {
  const anyComparator = fc.constantFrom<Comparator>("gte", "gt", "lte", "eq");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      anyComparator,
      fc.integer({ min: 0, max: 10_000 }),
      (denominator, part, comparator, amount) => {
        const numerator = Math.min(part, denominator);
        const value: TargetValue = { scale: "percent", amount };
        const text = print(numerator, denominator, comparator, value);
        const digits = text.replace(" %", "").replaceAll(".", "");
        const [whole = "", decimals = ""] = digits.split(",");
        const printed = { numerator: Number(whole + decimals), denominator: 100 * 10 ** decimals.length };
        expect(isReached(printed, comparator, value)).toBe(
          isReached({ numerator, denominator }, comparator, value),
        );
      },
    ),
  );
});
