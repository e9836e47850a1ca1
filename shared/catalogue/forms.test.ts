// Counts of cells: domain.md §c.2, last paragraph.
import { expect, it } from "vitest";
import { isApplicable, isCumulative } from "../domain/data-element.ts";
import { DATA_ELEMENTS } from "./elements.ts";
import { FORMS, formByCode, SECTIONS, SELF_FORMS } from "./forms.ts";

const MONTHLY = [
  ..."workersTotal membersTotal membersAdmitted membersAdmittedInformal membersTransferredIn".split(" "),
  ..."membersDecreased collectiveDisputes collectiveDisputesWithUnion workStoppages".split(" "),
  ..."workStoppagesWithUnion strikes strikesWithUnion stoppageParticipants".split(" "),
];

it.each([
  { code: "month", cells: 13, entered: 13 },
  { code: "quarter", cells: 44, entered: 31 },
  { code: "half", cells: 72, entered: 28 },
  { code: "nine", cells: 72, entered: 28 },
  { code: "year", cells: 100, entered: 56 },
] as const)("the $code form has $cells cells a union, $entered of them typed", ({ code, cells, entered }) => {
  const form = formByCode(code);
  expect(form.cells.filter(({ mode }) => mode !== "optional")).toHaveLength(cells);
  expect(form.cells.filter(({ mode }) => mode === "entered")).toHaveLength(entered);
  expect(form.cells.every(({ element }) => element.levels.includes("grassroots"))).toBe(true);
});

it("there is one form for each rhythm, in order of length", () => {
  expect(FORMS.map(({ code }) => code)).toEqual(["month", "quarter", "half", "nine", "year"]);
});

it("the month asks the thirteen cells named in the source", () => {
  expect(formByCode("month").cells.map(({ element }) => element.code)).toEqual(MONTHLY);
});

it("a public school is asked for none of the dispute cells of the month", () => {
  const asked = formByCode("month").cells.filter(({ element }) => isApplicable(element, "publicServiceUnit"));
  expect(asked.map(({ element }) => element.code)).toEqual(MONTHLY.slice(0, 6));
});

it("a cell is typed in one rhythm and computed in longer ones, except six-month cells, typed anew at nine months and the year", () => {
  const modes = (element: string) =>
    FORMS.map(({ cells }) => cells.find((cell) => cell.element.code === element)?.mode ?? "-").join(" ");
  expect(modes("membersTotal")).toBe("entered computed computed computed computed");
  expect(modes("claCount")).toBe("- entered computed computed computed");
  expect(modes("peopleInformed")).toBe("- - entered entered entered");
  expect(modes("unionMealTurns")).toBe("- - entered entered entered");
  expect(modes("qualityGrade")).toBe("- - - - entered");
  expect(modes("tetTurns")).toBe("- - - - entered");
});

it("grades of agreements are asked with the year and may be answered at six and nine months (story 8)", () => {
  const optional = FORMS.map(({ cells }) => cells.filter(({ mode }) => mode === "optional"));
  expect(optional.map((cells) => cells.length)).toEqual([0, 0, 5, 5, 0]);
  expect(optional[2]?.map(({ element }) => element.code)).toEqual(
    ["A", "B", "C", "D", "ungraded"].map((grade) => `claByGrade.${grade}`),
  );
});

it("flows and distinct counts typed again in overlapping periods are cumulative, or they would be added twice", () => {
  const again = formByCode("nine").cells.filter(({ mode }) => mode === "entered");
  const flows = again.filter(({ element }) => element.time === "SUM" || element.time === "YTD");
  expect(flows.length).toBeGreaterThan(15);
  expect(flows.filter(({ element }) => !isCumulative(element))).toEqual([]);
});

it("the office's own forms hold every element of its level by the year", () => {
  const own = DATA_ELEMENTS.filter(({ levels }) => levels.includes("self"));
  const year = SELF_FORMS.find(({ code }) => code === "year");
  expect(year?.cells.map(({ element }) => element.code)).toEqual(own.map(({ code }) => code));
  expect(SELF_FORMS.map(({ code, cells }) => `${code} ${cells.length}`)).toEqual([
    "quarter 4",
    "half 15",
    "nine 15",
    "year 26",
  ]);
});

it("every group of the catalogue, A to N, has a Vietnamese title", () => {
  expect(Object.keys(SECTIONS).join("")).toBe("ABCDEFGHIJKLMN");
  for (const { group } of DATA_ELEMENTS)
    expect(SECTIONS[group]).toEqual({ vi: expect.stringMatching(/./), en: expect.stringMatching(/./) });
});
