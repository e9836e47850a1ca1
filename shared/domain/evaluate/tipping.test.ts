import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparator, TargetValue } from "../target.ts";
import { isReached } from "./comparison.ts";
import { neededFor } from "./needed.ts";
import { gapOf, tippingUnits } from "./tipping.ts";

const part = (uid: string, numerator: number | null, denominator: number | null) => ({
  uid,
  numerator,
  denominator,
});
const percent = (amount: number, tolerance?: number): TargetValue => ({
  scale: "percent",
  amount: amount * 100,
  ...(tolerance === undefined ? {} : { tolerance }),
});
const asks = (
  comparator: Comparator,
  value: TargetValue,
  amount: number,
  direction: "more" | "fewer" = "more",
) => ({ comparator, value, needed: { amount, direction, monthsLeft: 0, perMonth: null } }) as const;

describe("what a unit lacks of a share", () => {
  it.each<[string, Comparator, TargetValue, number | null, number, number]>([
    ["70 % of 101 is 70.7, so 71", "gte", percent(70), 60, 101, 11],
    ["exactly at 70 %", "gte", percent(70), 70, 100, 0],
    ["above 70 %", "gte", percent(70), 99, 100, 0],
    ["“trên 80 %” of 100 asks for the 81st", "gt", percent(80), 80, 100, 1],
    ["who has not answered lacks the whole level", "gte", percent(60), null, 50, 30],
    ["a unit that answers no lacks its yes", "gte", percent(60), 0, 1, 1],
    ["all of it", "eq", percent(100), 95, 100, 5],
    ["74,5 % is within half a point of 75 %", "eq", percent(75, 50), 745, 1000, 0],
    ["one short of 74,5 %", "eq", percent(75, 50), 744, 1000, 1],
    ["a norm is not lacked by who keeps too much", "eq", percent(75, 50), 900, 1000, 0],
    ["75 % of 3 is no whole number, 3 is the first beyond", "eq", percent(75), 1, 3, 2],
    ["a whole of nothing lacks nothing", "gte", percent(70), 0, 0, 0],
  ])("%s", (_, comparator, value, numerator, denominator, gap) => {
    expect(gapOf({ numerator, denominator }, { comparator, value })).toBe(gap);
  });

  it("is unknown of sums and of upper limits", () => {
    expect(gapOf({ numerator: 1, denominator: null }, { comparator: "gte", value: percent(70) })).toBeNull();
    expect(gapOf({ numerator: 1, denominator: 2 }, { comparator: "lte", value: percent(10) })).toBeNull();
  });
});

it("of 95 % of 300 workers 260 are members: the one union that is 23 short of its own 95 is enough for 20", () => {
  const units = [part("a", 95, 100), part("b", 72, 100), part("c", 93, 100)];
  const tipped = (amount: number) =>
    tippingUnits(units, asks("gte", percent(95), amount))?.map(({ uid }) => uid);
  expect(tipped(20)).toEqual(["b"]);
  expect(tipped(25)).toEqual(["b", "c"]);
});

it("says nothing where nothing is missing, where less is wanted, and of sums", () => {
  const rule = { comparator: "gte", value: percent(95) } as const;
  expect(tippingUnits([part("a", 1, 2)], { ...rule, needed: null })).toBeNull();
  expect(tippingUnits([part("a", 1, 2)], asks("gte", percent(95), 1, "fewer"))).toBeNull();
  expect(tippingUnits([part("a", 1, null)], asks("gte", percent(95), 1))).toBeNull();
});

it("the units named take the share to its target, and without the last of them it stays missed", () => {
  const Unit = fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }));
  fc.assert(
    fc.property(
      fc.array(Unit, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom<Comparator>("gte", "gt"),
      (drawn, amount, comparator) => {
        const units = drawn.map(([yes, no], index) => part(`u${index}`, yes, yes + no));
        const numerator = drawn.reduce((sum, [yes]) => sum + yes, 0);
        const denominator = drawn.reduce((sum, [yes, no]) => sum + yes + no, 0);
        fc.pre(denominator > 0);
        const value = { scale: "percent", amount } as const;
        const reached = (above: number, below: number) =>
          isReached({ numerator: above, denominator: below }, comparator, value);
        const needed = neededFor({ numerator, denominator }, comparator, value);
        const more = needed ? { ...needed, monthsLeft: 0, perMonth: null } : null;
        const tipping = tippingUnits(units, { comparator, value, needed: more });
        if (needed === undefined) {
          expect(tipping).toBeNull();
          return;
        }
        // Counted up one by one, independently of any formula.
        const lacks = (unit: (typeof units)[number]) => {
          let gap = 0;
          while (!reached((unit.numerator ?? 0) + gap, unit.denominator ?? 0)) gap += 1;
          return gap;
        };
        const gained = (some: typeof units) => some.reduce((sum, unit) => sum + lacks(unit), numerator);
        const some = [...(tipping ?? [])];
        expect(reached(gained(some), denominator)).toBe(true);
        expect(reached(gained(some.slice(0, -1)), denominator)).toBe(false);
      },
    ),
  );
});
