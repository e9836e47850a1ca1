import { describe, expect, it } from "vitest";
import { DATA_ELEMENTS, elementByCode } from "../catalogue/elements.ts";
import { type DataElement, isApplicable, isCumulative } from "./data-element.ts";
import { contribution } from "./entry.ts";
import { EMPLOYER_TYPES } from "./org-unit.ts";

describe("whom an element is asked of", () => {
  it("everyone, when it names no kind of employer", () => {
    const element = elementByCode("membersTotal");
    expect(EMPLOYER_TYPES.every((type) => isApplicable(element, type))).toBe(true);
  });
  it("a unit of unknown kind is asked everything: nothing may be hidden before it is classified", () => {
    expect(DATA_ELEMENTS.every((element) => isApplicable(element, null))).toBe(true);
  });
  it("a school sees no agreement, employees' conference or strike cells (domain.md §c.2)", () => {
    const asked = ["claCount", "employeeConferenceHeld", "strikes", "cadreConferenceHeld"].filter((code) =>
      isApplicable(elementByCode(code), "publicServiceUnit"),
    );
    expect(asked).toEqual(["cadreConferenceHeld"]);
  });
});

describe("what is entered since 1 January", () => {
  it.each([
    ["YTD", "half", true],
    ["YTD", "quarter", true],
    ["SUM", "half", true], // 6, 9 and 12 months overlap
    ["SUM", "nine", true],
    ["SUM", "month", false],
    ["SUM", "quarter", false],
    ["SUM", "year", false],
    ["LAST", "half", false],
    ["ANY", "half", false],
    ["GRADE", "year", false],
  ] as const)("%s asked each %s: %s", (time, rhythm, expected) => {
    const element: DataElement = { ...elementByCode("membersTotal"), time, rhythm };
    expect(isCumulative(element)).toBe(expected);
  });
});

it("“không phát sinh” is a known zero; not applicable and not collected are no number at all", () => {
  expect(contribution({ state: "value", value: 0 })).toBe(0);
  expect(contribution({ state: "value", value: 612 })).toBe(612);
  expect(contribution({ state: "noOccurrence" })).toBe(0);
  expect(contribution({ state: "notApplicable" })).toBeUndefined();
  expect(contribution({ state: "notCollected" })).toBeUndefined();
});
