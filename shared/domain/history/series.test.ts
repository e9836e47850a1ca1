import * as fc from "fast-check";
import { expect, it } from "vitest";
import { DATA_ELEMENTS, elementByCode } from "../../catalogue/elements.ts";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { STANDINGS } from "../evaluate/figures.ts";
import { pointOf, seriesKindOf, seriesKindOfTarget, sumOverYears } from "./series.ts";

const Figure = fc.record({
  numerator: fc.option(fc.nat({ max: 1_000_000_000 })),
  denominator: fc.constant(null),
});

it("years add up of flows only: every other kind of element has no sum, whatever its figures", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DATA_ELEMENTS),
      fc.array(Figure, { maxLength: 20 }),
      (element, figures) => {
        const total = sumOverYears(seriesKindOf(element), figures);
        const isFlow = element.time === "SUM" && (element.type === "count" || element.type === "money");
        const known = figures.flatMap(({ numerator }) => (numerator === null ? [] : [BigInt(numerator)]));
        if (!isFlow || known.length === 0) {
          expect(total).toBeNull();
          return;
        }
        expect(BigInt(total?.sum ?? -1)).toBe(known.reduce((sum, amount) => sum + amount, 0n));
        expect(total).toMatchObject({ years: known.length, ofYears: figures.length });
      },
    ),
  );
});

it("a missing year is no zero: it is left out of the sum and of its years", () => {
  const years = [12, null, 0].map((numerator) => ({ numerator, denominator: null }));
  expect(sumOverYears("flow", years)).toEqual({ sum: 12, years: 2, ofYears: 3 });
  expect(sumOverYears("flow", [{ numerator: null, denominator: null }])).toBeNull();
});

it.each([
  ["membersTotal", "stock"],
  ["membersAdmitted", "flow"],
  ["welfareTurns", "flow"],
  ["peopleInformed", "cumulative"],
  ["dialogueHeld", "share"],
  ["qualityGrade", "share"],
  ["verifiedScore", "mean"],
  ["unionFundCollected", "flow"],
] as const)("%s is a %s", (code, kind) => {
  expect(seriesKindOf(elementByCode(code))).toBe(kind);
});

it.each([
  ["T000-01", "share"],
  ["T000-11", "average"],
  ["T000-12", "mean"],
  ["T001-11", "flow"],
  ["T001-12", "flow"],
  ["T004-01", "flow"],
  ["T004-01b", "growth"],
  ["T004-02", "flow"],
] as const)("the years of target %s are of kind %s", (id, kind) => {
  const target = PROGRAMMES.flatMap(({ targets }) => targets).find((candidate) => candidate.id === id);
  if (!target) throw new Error(id);
  expect(seriesKindOfTarget(target, elementByCode)).toBe(kind);
});

it("a point adds what is known, counts who should have answered, and says when something is missing", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ standing: fc.constantFrom(...STANDINGS), value: fc.nat({ max: 100_000 }) }), {
        maxLength: 40,
      }),
      (units) => {
        const column = {
          standing: units.map(({ standing }) => standing),
          value: Float64Array.from(units, ({ value }) => value),
        };
        const point = pointOf(elementByCode("membersTotal"), column);
        const spoken = units.filter(({ standing }) => standing === "known" || standing === "partial");
        const asked = units.filter(({ standing }) => standing !== "notApplicable" && standing !== "notDue");
        expect(point.unitsReporting).toBe(spoken.length);
        expect(point.unitsAsked).toBe(asked.length);
        expect(point.numerator).toBe(
          spoken.length === 0 ? null : spoken.reduce((sum, { value }) => sum + value, 0),
        );
        expect(point.isPartial).toBe(asked.some(({ standing }) => standing !== "known"));
      },
    ),
  );
});

it("grades are counted among those that have one, scores over the units that have one", () => {
  const column = { standing: Array<"known">(5).fill("known"), value: Float64Array.of(0, 1, 2, 3, 4) };
  expect(pointOf(elementByCode("qualityGrade"), column)).toMatchObject({ numerator: 2, denominator: 4 });
  const scores = { standing: Array<"known">(2).fill("known"), value: Float64Array.of(9050, 7000) };
  expect(pointOf(elementByCode("verifiedScore"), scores)).toMatchObject({
    numerator: 16_050,
    denominator: 2,
  });
});
