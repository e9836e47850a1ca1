import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarRule, datesOf, daysBetween, type MonthDay } from "./calendar.ts";
import { periodOf, periodsOfYear, RHYTHMS } from "./period.ts";

const on = (day: number, monthOffset = 0): MonthDay => ({ monthOffset, day });
const rule = (cutoff: MonthDay, due: MonthDay): CalendarRule[] =>
  RHYTHMS.map((rhythm) => ({ rhythm, cutoff, collect: cutoff, due }));

describe("datesOf", () => {
  it.each([
    ["2024-M02", on(31), "2024-02-29"],
    ["2023-M02", on(31), "2023-02-28"],
    ["2024-M12", on(20, 1), "2025-01-20"],
    ["2024-M01", on(31, -1), "2023-12-31"],
    ["2024", on(30, -13), "2023-11-30"],
    ["2024-H1", on(31, -1), "2024-05-31"],
  ])("%s counted from its last month gives a day that exists", (code, day, expected) => {
    expect(datesOf(periodOf(code), rule(day, day)).dueOn).toBe(expected);
  });

  it("a cut-off on the last day leaves nothing to estimate, one day earlier does", () => {
    expect(datesOf(periodOf("2024-M02"), rule(on(29), on(29))).isEstimated).toBe(false);
    expect(datesOf(periodOf("2024-M02"), rule(on(28), on(29))).isEstimated).toBe(true);
  });

  it("keeps the order of the rules and never names a day that does not exist", () => {
    const monthDay = fc.record({
      monthOffset: fc.integer({ min: -14, max: 14 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2100 }),
        fc.integer({ min: 0, max: 18 }),
        monthDay,
        monthDay,
        (year, index, left, right) => {
          const order = left.monthOffset - right.monthOffset || left.day - right.day;
          const [cutoff, due] = order <= 0 ? [left, right] : [right, left];
          const period = periodsOfYear(year)[index];
          if (!period) throw new RangeError(`${index}`);
          const dates = datesOf(period, rule(cutoff, due));
          expect(dates.cutoffOn <= dates.dueOn).toBe(true);
          for (const day of [dates.cutoffOn, dates.dueOn])
            expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        },
      ),
    );
  });

  it("a calendar without the rhythm is a bug", () => {
    expect(() => datesOf(periodOf("2024-M05"), [])).toThrow(RangeError);
  });
});

it.each([
  ["2024-02-28", "2024-03-01", 2],
  ["2023-02-28", "2023-03-01", 1],
  ["2024-12-31", "2025-01-01", 1],
  ["2024-05-20", "2024-05-18", -2],
  ["2024-05-20", "2024-05-20", 0],
])("from %s to %s is %i days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
