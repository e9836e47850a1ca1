// Which months a unit answers for, and what its answers are worth (domain.md §d.5 rule 4, V17).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../../catalogue/elements.ts";
import { periodOf, RHYTHMS } from "../period.ts";
import { isAlive, lastMonthOf, lifeBits, monthBits, standingOf, wantedBits } from "./figures.ts";
import { unit } from "./test-fixtures.ts";

const WHOLE_YEAR = monthBits(1, 12);
/** Months as bits, written as a list. */
const months = (...list: number[]) => list.reduce((bits, month) => bits | (1 << (month - 1)), 0);
const range = (first: number, last: number) =>
  months(...Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index));

it("months are bits, January the lowest", () => {
  expect([monthBits(1, 1), monthBits(1, 12), monthBits(12, 12), monthBits(5, 4)]).toEqual([1, 4095, 2048, 0]);
  const month = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(month, month, (first, last) => {
      expect(monthBits(first, last)).toBe(range(first, last));
      expect(lastMonthOf(monthBits(first, last))).toBe(first <= last ? last : 0);
    }),
  );
});

describe("months at whose end a unit existed", () => {
  it.each([
    ["2010-01-01", null, range(1, 12)],
    [null, null, range(1, 12)],
    ["2024-01-01", null, range(1, 12)],
    ["2024-05-20", null, range(5, 12)],
    ["2024-12-31", null, months(12)],
    ["2025-01-01", null, 0],
    ["2010-01-01", "2024-06-15", range(1, 5)],
    ["2010-01-01", "2024-06-30", range(1, 6)],
    ["2010-01-01", "2024-02-28", months(1)], // 2024 has a 29th
    ["2010-01-01", "2024-02-29", range(1, 2)],
    ["2010-01-01", "2024-12-31", range(1, 12)],
    ["2010-01-01", "2025-01-01", range(1, 12)],
    ["2010-01-01", "2023-12-31", 0],
    ["2024-03-10", "2024-03-20", 0],
    ["2024-03-10", "2024-04-20", months(3)],
  ])("founded %s, ended %s", (establishedOn, endedOn, expected) => {
    expect(lifeBits({ establishedOn, endedOn }, 2024)).toBe(expected);
  });

  it("are those on whose last day it is alive, whenever it was founded and ended", () => {
    const day = fc
      .integer({ min: 0, max: 3 * 365 })
      .map((offset) => new Date(Date.UTC(2023, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.option(day), fc.option(day), (one, other) => {
        const [establishedOn, endedOn] =
          one !== null && other !== null && other < one ? [other, one] : [one, other];
        const facts = unit("u", { establishedOn, endedOn });
        const alive = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
          isAlive(facts, periodOf(`2024-M${String(month).padStart(2, "0")}`).endOn),
        );
        expect(lifeBits(facts, 2024)).toBe(months(...alive));
      }),
    );
  });
});

describe("months a unit owes an answer for", () => {
  it.each([
    ["month", 1, 5, WHOLE_YEAR, range(1, 5)],
    ["month", 1, 12, range(8, 12), range(8, 12)],
    ["quarter", 1, 5, WHOLE_YEAR, range(1, 3)], // quarter II is not over in May
    ["quarter", 1, 6, WHOLE_YEAR, range(1, 6)],
    ["quarter", 1, 6, range(1, 5), range(1, 3)], // ended in mid-quarter
    ["quarter", 4, 6, WHOLE_YEAR, range(4, 6)],
    ["half", 1, 5, WHOLE_YEAR, 0],
    ["half", 1, 6, WHOLE_YEAR, range(1, 6)],
    ["half", 1, 9, WHOLE_YEAR, range(1, 9)],
    ["half", 1, 12, range(1, 7), range(1, 6)],
    ["nine", 1, 6, WHOLE_YEAR, 0],
    ["nine", 1, 9, WHOLE_YEAR, range(1, 9)],
    ["year", 1, 11, WHOLE_YEAR, 0],
    ["year", 1, 12, WHOLE_YEAR, WHOLE_YEAR],
    ["year", 1, 12, range(1, 11), 0],
    ["year", 1, 12, range(8, 12), range(8, 12)],
  ] as const)("asked each %s, months %i to %i", (rhythm, firstMonth, lastMonth, life, expected) => {
    expect(wantedBits(rhythm, { firstMonth, lastMonth }, life)).toBe(expected);
  });

  it("lie within its life and the time asked for, and only grow as the year goes on", () => {
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(...RHYTHMS),
        month,
        month,
        fc.nat({ max: 4095 }),
        (rhythm, one, other, life) => {
          const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
          const before = wantedBits(rhythm, { firstMonth: 1, lastMonth: earlier }, life);
          const after = wantedBits(rhythm, { firstMonth: 1, lastMonth: later }, life);
          expect(after & ~(life & range(1, later))).toBe(0);
          expect(before & ~after).toBe(0);
        },
      ),
    );
  });
});

describe("what an answer is worth", () => {
  const YEAR = periodOf("2024");
  const standing = (
    code: string,
    covered: number,
    more: { notApplicable?: number; value?: number; period?: string; life?: number } = {},
  ) => {
    const element = elementByCode(code);
    const reduction = element.time === "SUM" ? "sum" : element.time === "ANY" ? "any" : "last";
    const span = more.period === undefined ? YEAR : { ...periodOf(more.period), firstMonth: 1 };
    return standingOf(
      element,
      reduction,
      span,
      more.life ?? WHOLE_YEAR,
      covered,
      more.notApplicable ?? 0,
      more.value ?? 0,
    );
  };

  it.each([
    ["a flow of all months is known", "membersAdmitted", WHOLE_YEAR, {}, "known"],
    ["of some months it is a lower bound", "membersAdmitted", range(1, 11), {}, "partial"],
    ["of none it is missing", "membersAdmitted", 0, {}, "missing"],
    [
      "months that do not apply are no gap",
      "membersAdmitted",
      range(1, 11),
      { notApplicable: months(12) },
      "known",
    ],
    [
      "nothing that applies is not applicable",
      "membersAdmitted",
      0,
      { notApplicable: range(1, 3) },
      "notApplicable",
    ],
    ["what nobody has asked for yet is not due", "sheltersBuilt", 0, { period: "2024-M04" }, "notDue"],
    ["a stock of the last month is known", "membersTotal", months(12), {}, "known"],
    ["an earlier stock says nothing of today", "membersTotal", months(11), {}, "missing"],
    [
      "a cumulative figure of June is a lower bound in December",
      "peopleInformed",
      range(1, 6),
      {},
      "partial",
    ],
    ["and all there is to know in June", "peopleInformed", range(1, 6), { period: "2024-H1" }, "known"],
    ["a yes in June is a yes for the year", "dialogueHeld", range(1, 6), { value: 1 }, "known"],
    ["a no in June is not yet one for the year", "dialogueHeld", range(1, 6), { value: 0 }, "missing"],
    ["a unit that ended in May owes no year", "claByGrade.A", 0, { life: range(1, 4) }, "notDue"],
    ["nor a December figure", "membersTotal", months(4), { life: range(1, 4) }, "known"],
  ] as const)("%s", (_, code, covered, more, expected) => {
    expect(standing(code, covered, more)).toBe(expected);
  });
});
