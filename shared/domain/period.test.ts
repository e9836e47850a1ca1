// The algebra of periods; months of each from domain.md §d.2 "Covers".
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "../catalogue/calendar.ts";
import { datesOf, daysBetween } from "./calendar.ts";
import {
  comparePeriods,
  contains,
  daysInMonth,
  type Period,
  parsePeriod,
  periodOf,
  periodsOfRhythm,
  periodsOfYear,
  previousPeriod,
  RHYTHMS,
  samePeriodLastYear,
} from "./period.ts";

/** Any of the 19 periods of any year that can be named and has a year before it. */
const anyPeriod = fc
  .tuple(fc.integer({ min: 1991, max: 2100 }), fc.nat({ max: 18 }))
  .map(([year, index]) => periodsOfYear(year)[index] ?? periodOf(`${year}`));

/** Of three years only, so that two or three of them often meet in one. */
const nearPeriod = fc
  .tuple(fc.integer({ min: 2023, max: 2025 }), fc.nat({ max: 18 }))
  .map(([year, index]) => periodsOfYear(year)[index] ?? periodOf(`${year}`));

const codes = (periods: readonly Period[]) => periods.map(({ code }) => code);
/** Every day of a period, counted out one by one. */
const daysOf = ({ startOn, endOn }: Period) =>
  Array.from({ length: daysBetween(startOn, endOn) + 1 }, (_, index) =>
    new Date(Date.parse(startOn) + index * 86_400_000).toISOString().slice(0, 10),
  );

describe("codes", () => {
  it.each([
    ["2024-M02", "month", "2024-02-01", "2024-02-29"],
    ["2023-M02", "month", "2023-02-01", "2023-02-28"],
    ["2100-M02", "month", "2100-02-01", "2100-02-28"],
    ["2024-M12", "month", "2024-12-01", "2024-12-31"],
    ["2024-Q1", "quarter", "2024-01-01", "2024-03-31"],
    ["2024-Q2", "quarter", "2024-04-01", "2024-06-30"],
    ["2024-Q4", "quarter", "2024-10-01", "2024-12-31"],
    ["2024-H1", "half", "2024-01-01", "2024-06-30"],
    ["2024-9M", "nine", "2024-01-01", "2024-09-30"],
    ["2024", "year", "2024-01-01", "2024-12-31"],
  ])("%s is a %s from %s to %s", (code, rhythm, startOn, endOn) => {
    expect(periodOf(code)).toMatchObject({ code, rhythm, startOn, endOn });
  });

  it.each([
    "",
    "24",
    "2024-M00",
    "2024-M13",
    "2024-M5",
    "2024-Q0",
    "2024-Q5",
    "2024-H2",
    "2024-6M",
    "2024-m05",
    " 2024",
    "2024 ",
    "2024-",
    "2024-M05\n",
    "1989",
    "2101-M01",
  ])("%j names no period", (code) => {
    expect(parsePeriod(code)).toBeUndefined();
    expect(() => periodOf(code)).toThrow(RangeError);
  });

  it("every code read back is the same period", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(period.code)).toEqual(period);
      }),
    );
  });

  it("a text that is no code is refused, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const period = parsePeriod(text);
        if (period) expect(codes(periodsOfYear(period.year))).toContain(text);
      }),
    );
  });

  it("a year has nineteen periods of five rhythms, each in time order", () => {
    expect(codes(periodsOfYear(2024))).toHaveLength(19);
    expect(RHYTHMS.map((rhythm) => periodsOfRhythm(2024, rhythm).length)).toEqual([12, 4, 1, 1, 1]);
    for (const rhythm of RHYTHMS) {
      const siblings = periodsOfRhythm(2024, rhythm);
      expect(codes(siblings.toSorted(comparePeriods))).toEqual(codes(siblings));
    }
  });
});

describe("start and end", () => {
  it("months and quarters of a year each hold every day of it once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
        const everyDay = daysOf(periodOf(`${year}`));
        expect(everyDay).toHaveLength(year % 4 === 0 && year !== 2100 ? 366 : 365);
        for (const rhythm of ["month", "quarter"] as const)
          expect(periodsOfRhythm(year, rhythm).flatMap(daysOf)).toEqual(everyDay);
      }),
      { numRuns: 20 },
    );
  });

  it("days of a month follow the Gregorian calendar", () => {
    const lengths = (year: number) => Array.from({ length: 12 }, (_, index) => daysInMonth(year, index + 1));
    expect(lengths(2023)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });
});

describe("containment", () => {
  it.each([
    ["2024", 19],
    ["2024-9M", 14], // 9 months, 3 quarters, H1, itself
    ["2024-H1", 9], // 6 months, 2 quarters, itself
    ["2024-Q2", 4],
    ["2024-M05", 1],
  ])("%s contains %i periods of its year", (code, count) => {
    expect(periodsOfYear(2024).filter((inner) => contains(periodOf(code), inner))).toHaveLength(count);
  });

  it("is what the days say: all of them, or the periods are apart", () => {
    fc.assert(
      fc.property(nearPeriod, nearPeriod, (left, right) => {
        const inside = left.startOn <= right.startOn && right.endOn <= left.endOn;
        expect(contains(left, right)).toBe(inside);
        const isApart = left.endOn < right.startOn || right.endOn < left.startOn;
        expect(isApart).toBe(!contains(left, right) && !contains(right, left));
      }),
      { numRuns: 1000 },
    );
  });

  it("holds of a period and itself, both ways only of equals, and passes through", () => {
    fc.assert(
      fc.property(anyPeriod, fc.nat({ max: 18 }), fc.nat({ max: 18 }), (a, second, third) => {
        const siblings = periodsOfYear(a.year);
        const [b, c] = [siblings[second] ?? a, siblings[third] ?? a];
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, a)) expect(a.code).toBe(b.code);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      }),
    );
  });
});

describe("before and after", () => {
  it.each([
    ["2024-M01", "2023-M12"],
    ["2024-M10", "2024-M09"],
    ["2024-Q1", "2023-Q4"],
    ["2024-Q3", "2024-Q2"],
    ["2024-H1", "2023-H1"],
    ["2024-9M", "2023-9M"],
    ["2024", "2023"],
  ])("before %s comes %s", (code, before) => {
    expect(previousPeriod(periodOf(code)).code).toBe(before);
  });

  it("what comes before is earlier, of the same rhythm, and nothing lies between", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const before = previousPeriod(period);
        expect(before.rhythm).toBe(period.rhythm);
        expect(comparePeriods(before, period)).toBeLessThan(0);
        const siblings = [period.year - 1, period.year].flatMap((year) =>
          periodsOfRhythm(year, period.rhythm),
        );
        const next = siblings.find((sibling) => comparePeriods(sibling, before) > 0);
        expect(next?.code).toBe(period.code);
      }),
    );
  });

  it("months, quarters and years leave no day between one and the next", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        if (period.rhythm === "half" || period.rhythm === "nine") return;
        expect(daysBetween(previousPeriod(period).endOn, period.startOn)).toBe(1);
      }),
    );
  });

  it("the same period last year is as many steps back as a year has of them", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const steps = periodsOfRhythm(period.year, period.rhythm).length;
        let before = period;
        for (let step = 0; step < steps; step += 1) before = previousPeriod(before);
        expect(samePeriodLastYear(period)).toEqual(before);
      }),
    );
  });

  it("the order is total: one code before another, and long periods after the short ones they contain", () => {
    fc.assert(
      fc.property(nearPeriod, nearPeriod, nearPeriod, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(comparePeriods(a, b) === 0).toBe(a.code === b.code);
        if (comparePeriods(a, b) < 0 && comparePeriods(b, c) < 0)
          expect(comparePeriods(a, c)).toBeLessThan(0);
        if (a.code !== b.code && contains(a, b)) expect(comparePeriods(b, a)).toBeLessThan(0);
        if (a.endOn < b.endOn) expect(comparePeriods(a, b)).toBeLessThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the shipped calendar beside the reviews of domain.md §d.1", () => {
  it.each([
    ["2023-H1", "2023-06-19"],
    ["2025-H1", "2025-06-24"],
    ["2024-9M", "2024-09-19"],
  ])("figures of %s are due before its review on %s, which is before its end", (code, reviewedOn) => {
    const period = periodOf(code);
    const { cutoffOn, dueOn, isEstimated } = datesOf(period, DEFAULT_CALENDAR);
    expect([cutoffOn < dueOn, dueOn < reviewedOn, reviewedOn < period.endOn, isEstimated]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it.each([
    ["2023", "2024-01-10"],
    ["2023", "2024-01-18"],
    ["2023", "2024-03-19"],
  ])("the year %s is reported before its review on %s", (code, reviewedOn) => {
    expect(datesOf(periodOf(code), DEFAULT_CALENDAR).dueOn < reviewedOn).toBe(true);
  });

  it("every period is cut off, collected and due in this order, and never cut off after its end", () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const { cutoffOn, collectOn, dueOn } = datesOf(period, DEFAULT_CALENDAR);
        expect(cutoffOn < collectOn && collectOn < dueOn && cutoffOn < period.endOn).toBe(true);
      }),
    );
  });
});
