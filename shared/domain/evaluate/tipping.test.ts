import * as fc from "fast-check";
import { expect, it } from "vitest";
import { isReached } from "./comparison.ts";
import { neededFor } from "./needed.ts";
import { tippingUnits } from "./tipping.ts";

const part = (uid: string, numerator: number | null, denominator: number | null) => ({
  uid,
  numerator,
  denominator,
});
const more = (amount: number) => ({ amount, direction: "more", monthsLeft: 0, perMonth: null }) as const;

it("of 95 % of 300 workers 260 are members: the one union that lacks 28 is enough for 25", () => {
  const units = [part("a", 95, 100), part("b", 72, 100), part("c", 93, 100)];
  expect(tippingUnits(units, more(25))?.map(({ uid }) => uid)).toEqual(["b"]);
  expect(tippingUnits(units, more(29))?.map(({ uid }) => uid)).toEqual(["b", "c"]);
});

it("says nothing where nothing is missing, where less is wanted, and of sums", () => {
  expect(tippingUnits([part("a", 1, 2)], null)).toBeNull();
  expect(tippingUnits([part("a", 1, 2)], { ...more(1), direction: "fewer" })).toBeNull();
  expect(tippingUnits([part("a", 1, null)], more(1))).toBeNull();
});

it("the units named take the share to its target, and without the last of them it stays missed", () => {
  const Unit = fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }));
  fc.assert(
    fc.property(
      fc.array(Unit, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 10_000 }),
      (drawn, amount) => {
        const units = drawn.map(([yes, no], index) => part(`u${index}`, yes, yes + no));
        const numerator = drawn.reduce((sum, [yes]) => sum + yes, 0);
        const denominator = drawn.reduce((sum, [yes, no]) => sum + yes + no, 0);
        fc.pre(denominator > 0);
        const value = { scale: "percent", amount } as const;
        const needed = neededFor({ numerator, denominator }, "gte", value);
        const tipping = tippingUnits(units, needed ? { ...needed, monthsLeft: 0, perMonth: null } : null);
        if (needed === undefined) {
          expect(tipping).toBeNull();
          return;
        }
        const gained = (some: typeof units) =>
          some.reduce((sum, unit) => sum + (unit.denominator ?? 0) - (unit.numerator ?? 0), numerator);
        const some = [...(tipping ?? [])];
        expect(isReached({ numerator: gained(some), denominator }, "gte", value)).toBe(true);
        expect(isReached({ numerator: gained(some.slice(0, -1)), denominator }, "gte", value)).toBe(false);
      },
    ),
  );
});
