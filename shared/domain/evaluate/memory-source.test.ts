// How entries of several periods become one (domain.md §b.0 "Over time").
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf, periodsOfYear } from "../period.ts";
import { monthBits, type Reduction } from "./figures.ts";
import { type MemoryEntry, memorySource } from "./memory-source.ts";
import { ELEMENTS, row, SELF, units } from "./test-fixtures.ts";

function reduced(element: string, span: string, reduction: Reduction, entries: readonly MemoryEntry[]) {
  const source = memorySource({ units: units(1), self: SELF, elements: ELEMENTS, entries });
  const { value, monthsCovered, monthsNotApplicable } = source.raw(element, periodOf(span), reduction);
  return { value: value[0], covered: monthsCovered[0], notApplicable: monthsNotApplicable[0] };
}

describe("flows", () => {
  it("add up over months", () => {
    const entries = [...row("membersAdmitted", "2024-M01", [3]), ...row("membersAdmitted", "2024-M02", [4])];
    expect(reduced("membersAdmitted", "2024", "sum", entries)).toEqual({
      value: 7,
      covered: monthBits(1, 2),
      notApplicable: 0,
    });
  });

  it("are never counted twice where a longer period repeats them: its figure stands for its parts", () => {
    const entries = [
      ...row("sheltersBuilt", "2024-H1", [30]),
      ...row("sheltersBuilt", "2024-9M", [60]),
      ...row("sheltersBuilt", "2024", [100]),
    ];
    expect(reduced("sheltersBuilt", "2024", "sum", entries).value).toBe(100);
    expect(reduced("sheltersBuilt", "2024-9M", "sum", entries).value).toBe(60);
    expect(reduced("sheltersBuilt", "2024-H1", "sum", entries).value).toBe(30);
  });

  it("of any mix of periods count each month once, by the longest that says it", () => {
    const year = periodsOfYear(2024);
    fc.assert(
      fc.property(fc.subarray([...year]), (periods) => {
        // Every period says how many months it has, so the sum is the number of months said.
        const entries = periods.flatMap(({ code, firstMonth, lastMonth }) =>
          row("membersAdmitted", code, [lastMonth - firstMonth + 1]),
        );
        const said = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
          periods.some(({ firstMonth, lastMonth }) => firstMonth <= month && month <= lastMonth),
        );
        const result = reduced("membersAdmitted", "2024", "sum", entries);
        expect(result.value).toBe(said.length);
        expect(result.covered).toBe(said.reduce((bits, month) => bits | (1 << (month - 1)), 0));
      }),
    );
  });

  it("không phát sinh is a known zero, không áp dụng is said apart, chưa thu thập says nothing", () => {
    const entries = [
      ...row("membersAdmitted", "2024-M01", ["noOccurrence"]),
      ...row("membersAdmitted", "2024-M02", ["notApplicable"]),
      ...row("membersAdmitted", "2024-M03", ["notCollected"]),
    ];
    expect(reduced("membersAdmitted", "2024", "sum", entries)).toEqual({
      value: 0,
      covered: 1,
      notApplicable: 2,
    });
  });
});

describe("stocks and cumulative figures", () => {
  it("the last one counts, in whatever order they were entered", () => {
    const entries = [2, 1, 3].flatMap((month) => row("membersTotal", `2024-M0${month}`, [month * 100]));
    expect(reduced("membersTotal", "2024", "last", entries).value).toBe(300);
    expect(reduced("membersTotal", "2024-Q1", "last", entries).value).toBe(300);
    expect(reduced("membersTotal", "2024-M02", "last", entries).value).toBe(200);
  });
  it("a later “không áp dụng” takes back an earlier figure; a later “chưa thu thập” does not", () => {
    const then = row("claCount", "2024-Q1", [2]);
    expect(
      reduced("claCount", "2024", "last", [...then, ...row("claCount", "2024-Q2", ["notApplicable"])]),
    ).toEqual({
      value: 0,
      covered: 0,
      notApplicable: monthBits(4, 6),
    });
    expect(
      reduced("claCount", "2024", "last", [...then, ...row("claCount", "2024-Q2", ["notCollected"])]).value,
    ).toBe(2);
  });
});

it("yes in any period is yes, and no later no takes it back", () => {
  const entries = [...row("dialogueHeld", "2024-H1", [1]), ...row("dialogueHeld", "2024", [0])];
  expect(reduced("dialogueHeld", "2024", "any", entries).value).toBe(1);
  expect(reduced("dialogueHeld", "2024-H1", "any", entries.slice(1)).value).toBe(0);
});

it("entries of other years and longer spans stay out", () => {
  const entries = [...row("membersAdmitted", "2023-M12", [9]), ...row("membersAdmitted", "2024-H1", [5])];
  expect(reduced("membersAdmitted", "2024-Q1", "sum", entries)).toEqual({
    value: 0,
    covered: 0,
    notApplicable: 0,
  });
});

it("tells the years that have entries, latest first, and refuses what the catalogue does not know", () => {
  const entries = ["2021", "2023-M05", "2022-Q1", "2024"].flatMap((period) =>
    row("membersTotal", period, [1]),
  );
  const source = memorySource({ units: units(1), self: SELF, elements: ELEMENTS, entries });
  expect(source.yearsWithEntries("membersTotal", 2024)).toEqual([2023, 2022, 2021]);
  expect(() => source.elementOf("membersFrom")).toThrow(RangeError);
});
