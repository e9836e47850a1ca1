// What a programme of several years adds up, and what it must not (domain.md §b.0, §h story 9); figures worked out by hand.
import { expect, it } from "vitest";
import { elementByCode } from "../../catalogue/elements.ts";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import type { TimeRule } from "../target.ts";
import { timeFaultOf } from "./over-years.ts";
import { judge, row, targetOf, units } from "./test-fixtures.ts";

const total = (element: string, time: TimeRule, amount: number) =>
  targetOf(
    {
      shape: "COUNT_PER_PERIOD",
      population: "grassroots",
      numerator: { kind: "sum", elements: [element] },
      policy: "all",
    },
    { value: { scale: "count", amount }, time },
  );
const SINCE_START: TimeRule = { kind: "byYear", year: 2025, since: "programme" };

it("30 and 25 people trained in two years are not 55 people", () => {
  const entries = [
    ...row("unionOfficersTrained", "2024", [30]),
    ...row("unionOfficersTrained", "2025-H1", [10]),
    ...row("unionOfficersTrained", "2025", [25]),
  ];
  const since = (time: TimeRule) =>
    judge(
      total("unionOfficersTrained", time, 50),
      "2025",
      { units: units(1), entries },
      { term: { from: 2024, to: 2025 } },
    );
  expect(since(SINCE_START)).toMatchObject({ status: "notComparable", numerator: null, display: "—" });
  // The year itself is counted by its last figure.
  expect(since({ kind: "byYear", year: 2025, since: "year" })).toMatchObject({
    status: "notMet",
    numerator: 25,
  });
});

it("3 and 4 welfare agreements signed in two years are 7, and 3,5 a year", () => {
  const entries = [
    ...row("welfareAgreementsSigned", "2024-H1", [1]),
    ...row("welfareAgreementsSigned", "2024", [3]),
    ...row("welfareAgreementsSigned", "2025", [4]),
  ];
  const office = { units: units(1), entries };
  const term = { from: 2024, to: 2025 };
  expect(judge(total("welfareAgreementsSigned", SINCE_START, 7), "2025", office, { term })).toMatchObject({
    status: "met",
    numerator: 7,
  });
  const average = (amount: number) =>
    judge(total("welfareAgreementsSigned", { kind: "averagePerYear" }, amount), "2025", office, { term });
  expect(average(3)).toMatchObject({ status: "exceeded", numerator: 7, averagedMonths: 24 });
  // 7 in two years are more than 3 and less than 4 a year.
  expect(average(4)).toMatchObject({ status: "notMet", display: "3,5" });
});

it("every target of the five programmes has a time that fits its formula", () => {
  const faults = PROGRAMMES.flatMap(({ targets }) =>
    targets.map((target) => [target.id, timeFaultOf(target, elementByCode)]),
  );
  expect(faults.length).toBeGreaterThan(40);
  expect(faults.filter(([, fault]) => fault !== undefined)).toEqual([]);
});
