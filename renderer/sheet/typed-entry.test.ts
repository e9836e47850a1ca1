import { gradeWordsOf } from "../../shared/catalogue/grade-schemes.ts";
import { expect, it } from "vitest";
import { readTyped } from "./typed-entry.ts";

it.each([
  ["120", 120, false],
  ["120ư", 120, true],
  ["1.250 ư", 1250, true],
  ["120Ư", 120, true],
  ["0", 0, false],
] as const)("reads %s", (text, value, isEstimate) => {
  expect(readTyped(text, "count", gradeWordsOf(2025))).toEqual({
    ok: true,
    entry: { state: "value", value },
    isEstimate,
  });
});

it.each([
  ["-", "noOccurrence"],
  ["x", "notApplicable"],
  ["?", "notCollected"],
] as const)("reads the sign %s", (text, state) => {
  expect(readTyped(text, "count", gradeWordsOf(2025))).toEqual({
    ok: true,
    entry: { state },
    isEstimate: false,
  });
});

it("reads an empty text as chưa nhập, and an estimate of nothing as no figure", () => {
  expect(readTyped(" ", "count", gradeWordsOf(2025))).toEqual({ ok: true, entry: null, isEstimate: false });
  expect(readTyped("ư", "count", gradeWordsOf(2025))).toMatchObject({ ok: false });
});

it("leaves words of yes and no alone", () => {
  expect(readTyped("có", "yesNo", gradeWordsOf(2025))).toMatchObject({
    ok: true,
    entry: { value: 1 },
    isEstimate: false,
  });
});
