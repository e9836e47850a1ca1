// Formulas an office may write itself: denominators with conditions, event shares below the whole, means of who reported.
import { expect, it } from "vitest";
import { DATA_ELEMENTS } from "../../catalogue/elements.ts";
import type { Indicator } from "../indicator.ts";
import { periodOf } from "../period.ts";
import type { Target } from "../target.ts";
import { Evaluator } from "./evaluate-target.ts";
import type { UnitFacts } from "./figures.ts";
import { type MemoryEntry, memorySource } from "./memory-source.ts";

const unit = (uid: string): UnitFacts => ({
  uid,
  employerType: "privateEnterprise",
  sector: "nonState",
  workforce: null,
  establishedOn: "2010-01-01",
  endedOn: null,
  isGradeEligible: true,
});

/** One figure of each unit over a whole year; null = not entered. */
function year(element: string, figures: readonly (number | null)[]): MemoryEntry[] {
  return figures.flatMap((value, index) =>
    value === null
      ? []
      : [{ unit: `u${index}`, element, period: "2024", entry: { state: "value", value } as const }],
  );
}

function judge(
  indicator: Indicator,
  rule: Pick<Target, "comparator" | "value">,
  units: number,
  entries: readonly MemoryEntry[],
) {
  const source = memorySource({
    units: Array.from({ length: units }, (_, index) => unit(`u${index}`)),
    self: { ...unit("self"), employerType: null, sector: null },
    elements: new Map(DATA_ELEMENTS.map((element) => [element.code, element])),
    entries,
  });
  const target: Target = {
    id: "T",
    group: null,
    title: "",
    titleEnglish: "",
    measureUnit: "",
    indicator,
    time: { kind: "annual", stated: false },
    ...rule,
  };
  const programme = { term: { from: 2021, to: 2025 }, lastValidOn: null };
  return new Evaluator(source).evaluate(programme, target, periodOf("2024"));
}

const percent = (amount: number) => ({ scale: "percent", amount: amount * 100 }) as const;

it("24 of 25 events are enough where 90 % are asked for, and not where all are", () => {
  const indicator: Indicator = {
    shape: "EVENT_SHARE",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["hardshipMembersVisited"] },
    denominator: { kind: "sum", elements: ["hardshipMembers"] },
    policy: "all",
  };
  const entries = [...year("hardshipMembers", [20, 5]), ...year("hardshipMembersVisited", [20, 4])];
  expect(judge(indicator, { comparator: "gte", value: percent(90) }, 2, entries)).toMatchObject({
    numerator: 24,
    denominator: 25,
    status: "met",
  });
  expect(judge(indicator, { comparator: "eq", value: percent(100) }, 2, entries).status).toBe("notMet");
  // One event missed loses the whole, whatever a third union has still to say; it leaves 90 % open.
  expect(judge(indicator, { comparator: "eq", value: percent(100) }, 3, entries).status).toBe("notMet");
  expect(judge(indicator, { comparator: "gte", value: percent(90) }, 3, entries).status).toBe(
    "insufficientData",
  );
});

it("counts only the units that meet the condition of the denominator", () => {
  const indicator: Indicator = {
    shape: "UNIT_SHARE",
    population: "grassroots",
    numerator: { kind: "countUnits", where: { kind: "isYes", element: "democracyRegulation" } },
    denominator: { kind: "countUnits", where: { kind: "isYes", element: "womenCommittee" } },
    policy: "all",
  };
  const entries = [...year("womenCommittee", [1, 0, 1]), ...year("democracyRegulation", [1, 1, 0])];
  expect(judge(indicator, { comparator: "gte", value: percent(50) }, 3, entries)).toMatchObject({
    numerator: 1,
    denominator: 2,
    status: "met",
    unitsCounted: 2,
  });
});

it("divides a sum by the units that meet a condition", () => {
  const indicator: Indicator = {
    shape: "MEAN_PER_UNIT",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["unionOfficers"] },
    denominator: { kind: "countUnits", where: { kind: "isYes", element: "womenCommittee" } },
    policy: "all",
  };
  const entries = [...year("womenCommittee", [1, 0, 1]), ...year("unionOfficers", [3, 2, 5])];
  expect(
    judge(indicator, { comparator: "gte", value: { scale: "mean", amount: 500 } }, 3, entries),
  ).toMatchObject({ numerator: 10, denominator: 2, status: "met", display: "5" });
});

it("a mean of who reported is divided by who reported", () => {
  const indicator: Indicator = {
    shape: "MEAN_PER_UNIT",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["unionOfficers"] },
    denominator: { kind: "countUnits" },
    policy: "reported",
  };
  expect(
    judge(
      indicator,
      { comparator: "gte", value: { scale: "mean", amount: 100 } },
      2,
      year("unionOfficers", [1, null]),
    ),
  ).toMatchObject({ numerator: 1, denominator: 1, status: "met" });
});
