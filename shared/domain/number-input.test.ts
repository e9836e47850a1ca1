// What is printed in a cell can be typed into it again (domain.md §c.4: "accept these on input; print the same way").
import { gradeWordsOf } from "../catalogue/grade-schemes.ts";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VALUE_TYPES } from "./data-element.ts";
import type { EntryValue } from "./entry.ts";
import { formatEntry, formatInteger } from "./number-format.ts";
import { isValueInRange, parseCell, parseGrade, parseNumber, parseYesNo } from "./number-input.ts";

const MOST = {
  yesNo: 1,
  grade: 4,
  score: 10_000,
  count: 999_999_999,
  money: 999_999_999_999_999,
} as const;

describe.each(VALUE_TYPES.flatMap((type) => [2018, 2025].map((year) => ({ type, year }))))(
  "a cell of type $type in $year",
  ({ type, year }) => {
    const grades = gradeWordsOf(year);

    it("reads back every value it prints, and every sign for a state", () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: MOST[type] }), (value) => {
          const entry: EntryValue = { state: "value", value };
          expect(parseCell(formatEntry(entry, type, grades), type, grades)).toEqual({ ok: true, entry });
          expect(isValueInRange(value, type)).toBe(true);
        }),
      );
      for (const state of ["noOccurrence", "notApplicable", "notCollected"] as const)
        expect(parseCell(formatEntry({ state }, type, grades), type, grades)).toEqual({
          ok: true,
          entry: { state },
        });
      expect(parseCell(formatEntry(null, type, grades), type, grades)).toEqual({ ok: true, entry: null });
    });

    it("never lets a value in that the type cannot hold", () => {
      fc.assert(
        fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-]?[\d., ]{1,12}( tỷ| nghìn)?$/)), (text) => {
          const reading = parseCell(text, type, grades);
          if (reading.ok && reading.entry?.state === "value")
            expect(isValueInRange(reading.entry.value, type)).toBe(true);
        }),
      );
      expect([-1, 0.5, Number.NaN, MOST.money + 1].some((value) => isValueInRange(value, type))).toBe(false);
    });
  },
);

it("points, spaces and no-break spaces between thousands mean the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST.money }), (value) => {
      for (const space of ["", ".", " ", "\u00a0"])
        expect(parseNumber(formatInteger(value).replaceAll(".", space), "money")).toEqual({
          ok: true,
          value,
        });
    }),
  );
});

it.each([
  ["999999999", "count", true],
  ["1.000.000.000", "count", false],
  ["1 tỷ", "count", false],
  ["999.999 tỷ", "money", true],
  ["1.000.000 tỷ", "money", false],
  ["1000000000000000", "money", false],
] as const)("%s as %s is small enough to be true: %s", (text, type, isTaken) => {
  const reading = parseNumber(text, type);
  expect(reading.ok ? true : reading.code).toBe(isTaken || "TOO_LARGE");
});

it.each([
  ["85,5", 8550],
  ["85.25", 8525],
  ["05", 500],
  ["100", 10_000],
])("a score of %s is %i hundredths", (text, value) => {
  expect(parseNumber(text, "score")).toEqual({ ok: true, value });
});

it.each([
  ["100,01", "OUT_OF_RANGE"],
  ["85,125", "NOT_A_NUMBER"],
  ["-1", "NEGATIVE"],
] as const)("a score of %s is refused: %s", (text, code) => {
  expect(parseNumber(text, "score")).toEqual({ ok: false, code });
});

it("yes, no and grades are read with or without accents", () => {
  expect(["Có", "CO", "1", "Không", "khong", "0"].map((text) => parseYesNo(text))).toEqual(
    [1, 1, 1, 0, 0, 0].map((value) => ({ ok: true, value })),
  );
  expect(parseYesNo("2")).toEqual({ ok: false, code: "NOT_YES_NO" });
  const grades = ["hoàn thành xuất sắc nhiệm vụ", "tot", "Hoàn thành", "notCompleted", "chưa xếp loại"];
  expect(grades.map((text) => parseGrade(text, gradeWordsOf(2025)))).toEqual(
    [0, 1, 2, 3, 4].map((value) => ({ ok: true, value })),
  );
});

it("grades are read by the names of their year only", () => {
  const old = ["Vững mạnh", "khá", "Trung bình", "yếu", "chưa xếp loại"];
  expect(old.map((text) => parseGrade(text, gradeWordsOf(2018)))).toEqual(
    [0, 1, 2, 3, 4].map((value) => ({ ok: true, value })),
  );
  for (const [text, year] of [
    ["khá", 2019],
    ["vững mạnh", 2025],
    ["tốt", 2018],
  ] as const)
    expect(parseGrade(text, gradeWordsOf(year))).toEqual({ ok: false, code: "NOT_A_GRADE" });
});
