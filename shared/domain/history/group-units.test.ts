import * as fc from "fast-check";
import { expect, it } from "vitest";
import { GROUPINGS, groupUnits, SIGHTS, type UnitFigure } from "./group-units.ts";

const then = (code: string, parent: string) => ({
  uid: code,
  code,
  name: `CĐCS ${code}`,
  parent,
  employerType: "privateEnterprise" as const,
});
const figure = (code: string, numerator: number | null, ...today: string[]): UnitFigure => ({
  ...then(code, "Huyện B"),
  numerator,
  denominator: null,
  isPartial: numerator === null,
  today: today.map((successor) => ({ ...then(successor, `Xã ${successor}`), endedOn: null })),
});

it("by today's register two merged unions are one, those of a split one belong to its successors together", () => {
  const rows = [figure("a", 40, "a"), figure("b", 30, "a"), figure("c", 9, "d", "e"), figure("f", null, "f")];
  expect(groupUnits(rows, "asWas", "unit").map(({ codes, numerator }) => [codes, numerator])).toEqual([
    [["a"], 40],
    [["b"], 30],
    [["c"], 9],
    [["f"], null],
  ]);
  expect(
    groupUnits(rows, "asIs", "unit").map(({ codes, numerator, units }) => [codes, numerator, units]),
  ).toEqual([
    [["a"], 70, 2],
    [["d", "e"], 9, 1],
    [["f"], null, 1],
  ]);
  expect(groupUnits(rows, "asWas", "parent").map(({ parents, numerator }) => [parents, numerator])).toEqual([
    [["Huyện B"], 79],
  ]);
});

it("however it is seen and grouped, the total is the same to the person", () => {
  const Unit = fc.constantFrom("a", "b", "c", "d");
  const Rows = fc.array(
    fc.tuple(Unit, fc.option(fc.nat({ max: 9999 })), fc.array(Unit, { minLength: 1, maxLength: 2 })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(Rows, fc.constantFrom(...SIGHTS), fc.constantFrom(...GROUPINGS), (rows, sight, by) => {
      const figures = rows.map(([code, numerator, today]) => figure(code, numerator, ...today));
      const total = figures.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
      const groups = groupUnits(figures, sight, by);
      expect(groups.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0)).toBe(total);
      expect(groups.reduce((sum, { units }) => sum + units, 0)).toBe(figures.length);
    }),
  );
});
