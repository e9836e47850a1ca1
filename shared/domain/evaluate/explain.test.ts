// "Từ đâu ra?": what each unit adds to a figure, and why one adds nothing.
import { expect, it } from "vitest";
import type { Indicator } from "../indicator.ts";
import { periodOf } from "../period.ts";
import type { Target } from "../target.ts";
import { elementsIn } from "./conditions.ts";
import { builtIn, explain, own, row, targetOf, unit, units } from "./test-fixtures.ts";

/** Standings by unit, and whether the parts that count add up to the figure shown. */
function standings(...given: Parameters<typeof explain>) {
  const { evaluation, contributions } = explain(...given);
  const add = (line: "numerator" | "denominator") =>
    contributions.reduce((sum, contribution) => sum + (contribution[line] ?? 0), 0);
  if (evaluation.numerator !== null) expect(add("numerator")).toBe(evaluation.numerator);
  if (evaluation.denominator !== null) expect(add("denominator")).toBe(evaluation.denominator);
  expect(contributions.filter(({ standing }) => standing === "counted")).toHaveLength(
    evaluation.unitsCounted,
  );
  expect(contributions.filter(({ standing }) => standing === "missing")).toHaveLength(
    evaluation.unitsMissing,
  );
  return contributions.map(({ uid, standing }) => `${uid} ${standing}`);
}

it("says of every unit whether it counts, is missing or is left out", () => {
  const graded = builtIn("T000-14b");
  const office = {
    units: [...units(3), unit("u3", { isGradeEligible: false }), unit("u4", { endedOn: "2024-06-30" })],
    entries: row("qualityGrade", "2024", [0, 2, null, 4, null]),
  };
  expect(standings(graded, "2024", office)).toEqual([
    "u0 counted",
    "u1 counted",
    "u2 missing",
    "u3 notEligible",
  ]);
  expect(standings(graded, "2024", office, { policy: "all" }).slice(3)).toEqual(["u3 counted"]);
  expect(standings(graded, "2024", office, { policy: "reported" }).slice(2)).toEqual([
    "u2 notReported",
    "u3 notGraded",
  ]);
});

it("a school stands beside the shares of enterprises as not asked", () => {
  const indicator: Indicator = { ...builtIn("T001-06").indicator };
  const school = unit("u1", { employerType: "publicServiceUnit", sector: "state" });
  const entries = [...row("claCount", "2024-Q4", [2]), ...row("claMoreFavourable", "2024-Q4", [1])];
  expect(standings(targetOf(indicator), "2024", { units: [unit("u0"), school], entries })).toEqual([
    "u0 counted",
    "u1 notApplicable",
  ]);
});

it("adds up people, means, flows and the change of a stock", () => {
  const months = ["2023-M12", "2024-M12"];
  const entries = [
    ...months.flatMap((month, index) => row("membersTotal", month, [100 + index * 20, 50])),
    ...row("workersTotal", "2024-M12", [130, 60]),
    ...row("outstandingIntroduced", "2024", [3, 0]),
    ...row("membersAdmitted", "2024", [25, 0]),
    own("membersAdmitted", "2024", 0),
  ];
  const office = { units: units(2), entries };
  const both = ["u0 counted", "u1 counted"];
  expect(
    standings({ ...builtIn("T001-14"), time: { kind: "annual", stated: false } }, "2024", office),
  ).toEqual(both);
  expect(standings(builtIn("T004-01b"), "2024", office)).toEqual(both);
  expect(standings(builtIn("T004-01"), "2024", office)).toEqual([...both, "self counted"]);
  const { contributions } = explain(builtIn("T000-12"), "2024", office);
  expect(contributions.map(({ numerator }) => numerator)).toEqual([3, 0]);
});

it("a union that has answered for a part of the year stands in both sums with what it said", () => {
  const entries = [
    ...row("unionFundRetained", "2024", [75, null, null]),
    ...row("unionFundRetained", "2024-9M", [50, 60, 7]),
    ...row("unionFundCollected", "2024", [100, null, null]),
    ...["2024-Q1", "2024-Q2", "2024-Q3"].flatMap((quarter) =>
      row("unionFundCollected", quarter, [20, 30, null]),
    ),
  ];
  const office = { units: units(3), entries };
  expect(standings(builtIn("T000-15"), "2024", office)).toEqual(["u0 counted", "u1 missing", "u2 missing"]);
  const { contributions } = explain(builtIn("T000-15"), "2024", office);
  expect(contributions.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
    [75, 100],
    [60, 90],
    [null, null],
  ]);
});

it("shows the figures behind a part, and nothing where nothing is known", () => {
  const entries = row("claInForce", "2024-Q4", [1, null]);
  const { contributions } = explain(builtIn("T001-05"), "2024", { units: units(2), entries });
  expect(contributions.map(({ elements }) => elements)).toEqual([
    [{ code: "claInForce", value: 1, state: "known", period: "2024", periods: null }],
    [{ code: "claInForce", value: null, state: "missing", period: "2024", periods: null }],
  ]);
});

it("names the elements of a formula once, numerator first", () => {
  const target: Target = builtIn("T001-07");
  expect(elementsIn(target.indicator)).toEqual([
    "claByGrade.A",
    "claByGrade.B",
    "claCount",
    "claByGrade.C",
    "claByGrade.D",
  ]);
  expect(elementsIn(builtIn("T000-17").indicator).toSorted()).toEqual(["financeInspected", "financeSettled"]);
  expect(elementsIn(builtIn("T000-11").indicator)).toEqual(["membersTotal"]);
});

it("a target that is not judged has nobody to explain it", () => {
  const before = String(periodOf("2020").year);
  expect(explain(builtIn("T001-05"), before, { units: units(1) }).contributions).toEqual([]);
});
