import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Comparator, COMPARATORS, type TargetValue } from "../target.ts";
import { isReached } from "./comparison.ts";
import { printAskedBy, printedResultIn, printResult, printResultOf, printTarget } from "./display.ts";

const percent = (amount: number, more: Partial<TargetValue> = {}): TargetValue => ({
  scale: "percent",
  amount: amount * 100,
  ...more,
});
const mean = (amount: number): TargetValue => ({ scale: "mean", amount: amount * 100 });
const print = (numerator: number, denominator: number, comparator: Comparator, value: TargetValue) =>
  printResult({ numerator, denominator }, comparator, value, "");

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

// The Vietnamese words are those of the documents (domain.md §a.2 no. 46–48).
it.each([
  ["gt", percent(80), "", "trên 80 %", "above 80 %"],
  ["gte", percent(70), "", "từ 70 % trở lên", "70 % or more"],
  ["gte", percent(70, { wording: "atLeast" }), "", "ít nhất 70 %", "at least 70 %"],
  ["gte", { scale: "count", amount: 14_600 }, "người", "ít nhất 14.600 người", "at least 14.600 people"],
  ["gte", mean(1), "người/CĐCS", "ít nhất 1 người/CĐCS", "at least 1 person/union"],
  ["gte", mean(1.5), "người/CĐCS", "ít nhất 1,5 người/CĐCS", "at least 1,5 people/union"],
  ["gte", { scale: "count", amount: 1 }, "mô hình", "ít nhất 1 mô hình", "at least 1 model"],
  ["gt", { scale: "count", amount: 21 }, "căn", "trên 21 căn", "above 21 shelters"],
  ["gte", { scale: "count", amount: 1 }, "đồng", "ít nhất 1 đồng", "at least 1 đồng"],
  ["lte", percent(5), "", "không quá 5 %", "at most 5 %"],
  ["eq", percent(100), "", "đủ 100 %", "all of it (100 %)"],
  ["eq", percent(75), "", "bằng 75 %", "equal to 75 %"],
  [
    "eq",
    percent(75, { tolerance: 50 }),
    "",
    "bằng 75 % (±0,5 điểm %)",
    "equal to 75 % (±0,5 percentage points)",
  ],
  ["eq", percent(75, { tolerance: 100 }), "", "bằng 75 % (±1 điểm %)", "equal to 75 % (±1 percentage point)"],
  [
    "range",
    { scale: "count", amount: 500, upper: 600 },
    "người",
    "từ 500 đến 600 người",
    "from 500 to 600 people",
  ],
] as const)("%s %j of “%s” reads “%s” and “%s”", (comparator, value, unit, vietnamese, english) => {
  expect(printTarget(comparator, value, unit)).toBe(vietnamese);
  expect(printTarget(comparator, value, unit, "en")).toBe(english);
});

it("says every comparator in both languages, with its amounts and in words of their own", () => {
  for (const language of ["vi", "en"] as const) {
    const value = { scale: "count", amount: 4321, upper: 8765 } as const;
    const said = COMPARATORS.map((comparator) => printTarget(comparator, value, "người", language));
    expect(new Set(said).size).toBe(COMPARATORS.length);
    for (const [index, text] of said.entries()) {
      expect(text).toContain("4.321");
      expect(text.includes("8.765")).toBe(COMPARATORS[index] === "range");
      expect(text.endsWith(language === "vi" ? "người" : "people")).toBe(true);
    }
  }
});

it("a person's judgement and what did not happen have words in both languages", () => {
  const row = {
    status: "noOccurrence",
    numerator: 0,
    denominator: 0,
    averagedMonths: null,
    isOwn: false,
    comparator: "gte",
    value: percent(80),
    measureUnit: "",
  } as const;
  expect([printResultOf(row), printResultOf(row, "en")]).toEqual(["không phát sinh", "no occurrence"]);
  const judged = { ...row, manual: null };
  expect([printAskedBy(judged), printAskedBy(judged, "en")]).toEqual(["theo nhận xét", "by judgement"]);
});

it("an office's answer about itself is no share of one unit (domain.md §d.5 rule 7)", () => {
  const row = {
    status: "met",
    numerator: 1,
    denominator: 1,
    averagedMonths: null,
    isOwn: true,
    comparator: "gte",
    value: percent(80),
    measureUnit: "",
  } as const;
  const no = { ...row, status: "notMet", numerator: 0 } as const;
  expect([row, no].map((each) => printResultOf(each))).toEqual(["đơn vị: đạt", "đơn vị: chưa đạt"]);
  expect([row, no].map((each) => printResultOf(each, "en"))).toEqual(["unit: met", "unit: not met"]);
  expect(printResultOf({ ...row, numerator: null })).toBe("—");
  // What came printed in Vietnamese says the same in English; figures stay as they are.
  expect(
    ["đơn vị: chưa đạt", "không phát sinh", "80,85 %"].map((text) => printedResultIn(text, "en")),
  ).toEqual(["unit: not met", "no occurrence", "80,85 %"]);
});
