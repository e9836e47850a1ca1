// Numbers in and out; figures of domain.md §b.9, §c.4, §d.5 and story 8.
import { gradeWordsOf } from "../catalogue/grade-schemes.ts";
import { describe, expect, it } from "vitest";
import { formatHundredths, formatInteger, formatPeriod, formatShare, parseDate } from "./number-format.ts";
import { parseCell, parseNumber, twoReadings } from "./number-input.ts";
import { periodOf } from "./period.ts";
import { sameNameKey, searchKey } from "./text.ts";

describe("numbers as clerks write them", () => {
  it.each([
    ["1250", 1250],
    ["1.250", 1250],
    ["1 250", 1250],
    ["1.006.708", 1_006_708],
    ["05", 5],
    ["650 nghìn", 650_000],
    ["39 tỷ", 39_000_000_000],
    ["39,5 tỷ", 39_500_000_000],
    ["1,250,000", 1_250_000],
    ["39 tỷ đồng", 39_000_000_000],
    ["650.000đ", 650_000],
    ["650 000 VNĐ", 650_000],
    ["0", 0],
  ] as const)("%s is %i", (text, value) => {
    expect(parseNumber(text, "money")).toEqual({ ok: true, value });
  });
  it.each([
    ["", "EMPTY"],
    ["-5", "NEGATIVE"],
    ["1,5", "NOT_WHOLE"],
    ["1,250", "AMBIGUOUS_SEPARATOR"],
    ["1.25", "AMBIGUOUS_SEPARATOR"],
    ["12.34.5", "AMBIGUOUS_SEPARATOR"],
    ["abc", "NOT_A_NUMBER"],
    ["12 đồng", "NOT_A_NUMBER"],
    ["10 constructor", "NOT_A_NUMBER"],
    ["99999999999999999", "TOO_LARGE"],
  ] as const)("%s is refused: %s", (text, code) => {
    expect(parseNumber(text, "count")).toEqual({ ok: false, code });
  });
  it("what could be two figures is said as both", () => {
    expect(twoReadings("13,215")).toEqual({ whole: "13215", left: "13", right: "215" });
    expect(twoReadings("1.25")).toEqual({ whole: "125", left: "1", right: "25" });
    expect(["12.34.5", "13215", "abc"].map(twoReadings)).toEqual([null, null, null]);
  });
  it("signs stand for states, and nothing for chưa nhập", () => {
    expect(["-", "x", "?", ""].map((text) => parseCell(text, "count", gradeWordsOf(2025)))).toEqual([
      { ok: true, entry: { state: "noOccurrence" } },
      { ok: true, entry: { state: "notApplicable" } },
      { ok: true, entry: { state: "notCollected" } },
      { ok: true, entry: null },
    ]);
    expect(
      ["Không phát sinh", "khong ap dung", "CHƯA THU THẬP"].map((text) =>
        parseCell(text, "yesNo", gradeWordsOf(2025)),
      ),
    ).toEqual(
      ["noOccurrence", "notApplicable", "notCollected"].map((state) => ({ ok: true, entry: { state } })),
    );
  });
});

it.each([
  [38, 47, "80,85 %"],
  [37, 38, "97,37 %"],
  [19, 36, "52,78 %"],
  [19_627, 15_000, "130,85 %"],
  [700, 789, "88,72 %"],
  [54, 789, "6,84 %"],
  [8, 789, "1,01 %"],
] as const)("%i of %i prints as %s", (n, d, text) => {
  expect(formatShare(n, d)).toBe(text);
});
it("prints integers, periods and reads dates", () => {
  expect([
    formatInteger(14_600),
    formatInteger(-5930),
    formatPeriod(periodOf("2024-Q2")),
    formatPeriod(periodOf("2024-H1")),
  ]).toEqual(["14.600", "-5.930", "Quý II/2024", "6 tháng đầu năm 2024"]);
  expect([parseDate("31/5/2024"), parseDate("29/02/2023"), parseDate("2024-02-29")]).toEqual([
    "2024-05-31",
    undefined,
    "2024-02-29",
  ]);
});
it("finds without accents, and tells a moved tone mark from another name", () => {
  expect(searchKey("NLÐ Hoà Bình")).toBe("nld hoa binh");
  expect(sameNameKey("Hoà  Bình")).toBe(sameNameKey("HÒA BÌNH"));
  expect(sameNameKey("Hoa Bình")).not.toBe(sameNameKey("Hòa Bình"));
});

it.each([
  [8000, "80"],
  [7950, "79,5"],
  [7996, "79,96"],
  [5, "0,05"],
])("%i hundredths print as %s", (amount, text) => {
  expect(formatHundredths(amount)).toBe(text);
});
