// Best and worst case (domain.md §d.5 rule 4) against every way the missing answers could still come in: where the
// evaluation says it is decided, all of them end in its verdict; where it says the figures do not suffice, they differ.
// Long because each shape of sum brings its own list of what a unit may still say.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evaluation, EvaluationStatus } from "../evaluation.ts";
import type { Indicator } from "../indicator.ts";
import type { Comparator, Target, TargetValue } from "../target.ts";
import type { MemoryEntry } from "./memory-source.ts";
import { otherVerdict } from "./other-verdict.ts";
import { judge, row, targetOf, unit } from "./test-fixtures.ts";

/** What one unit says of the lines of an indicator; null = nothing yet. */
type Said = readonly (number | null)[];

interface Shape {
  readonly indicator: Indicator;
  /** What a unit of three workers, or of an unknown number, may have said. */
  readonly small: readonly (readonly number[])[];
  /** Elements and the period each is asked for. */
  readonly lines: readonly (readonly [element: string, period: string])[];
  /** Everything a unit may say in full; what it has said already must be part of it. */
  readonly full: (workforce: number | null) => readonly (readonly number[])[];
}

interface Office {
  readonly said: readonly Said[];
  readonly workforce: readonly (number | null)[];
}

const WORKFORCE = 3;

function verdict(shape: Shape, target: Target, office: Office): EvaluationStatus {
  return judged(shape, target, office).status;
}

function judged(shape: Shape, target: Target, { said, workforce }: Office): Evaluation {
  const entries: MemoryEntry[] = shape.lines.flatMap(([element, period], line) =>
    row(
      element,
      period,
      said.map((unitSaid) => unitSaid[line] ?? null),
    ),
  );
  const units = said.map((_, index) => unit(`u${index}`, { workforce: workforce[index] ?? null }));
  return judge(target, "2024", { units, entries });
}

/** A target that is exceeded is met as well: the two differ only in how far. */
const outcome = (status: EvaluationStatus) => (status === "exceeded" ? "met" : status);

/** Every complete office that agrees with what has been said. */
function completions(shape: Shape, { said, workforce }: Office): Office[] {
  let ways: (readonly number[])[][] = [[]];
  said.forEach((unitSaid, index) => {
    const possible = shape
      .full(workforce[index] ?? null)
      .filter((whole) => whole.every((figure, line) => [undefined, null, figure].includes(unitSaid[line])));
    ways = ways.flatMap((way) => possible.map((whole) => [...way, whole]));
  });
  return ways.map((way) => ({ said: way, workforce }));
}

function anyOffice(shape: Shape): fc.Arbitrary<Office> {
  const anyUnit = fc.constantFrom(WORKFORCE, null).chain((workforce) =>
    fc
      .tuple(
        fc.constantFrom(...shape.small),
        fc.array(fc.boolean(), { minLength: shape.lines.length, maxLength: shape.lines.length }),
      )
      .map(([whole, isKnown]) => ({
        workforce,
        said: whole.map((figure, line) => (isKnown[line] ? figure : null)),
      })),
  );
  return fc.array(anyUnit, { minLength: 1, maxLength: 4 }).map((list) => ({
    said: list.map(({ said }) => said),
    workforce: list.map(({ workforce }) => workforce),
  }));
}

// No part exceeds its whole, so "trên 100 %" and "không quá 100 %" ask for nothing that figures could decide.
const anyShare = fc.record({
  comparator: fc.constantFrom<Comparator>("gte", "gt", "lte"),
  value: fc
    .constantFrom(1, 25, 33, 50, 60, 75, 99)
    .map((percent): TargetValue => ({ scale: "percent", amount: percent * 100 })),
});
const anyWhole = fc.constant({
  comparator: "eq" as const,
  value: { scale: "percent" as const, amount: 10_000 },
});
const anyNorm = fc.record({
  comparator: fc.constant<Comparator>("eq"),
  value: fc
    .constantFrom(50, 67, 75)
    .map((percent): TargetValue => ({ scale: "percent", amount: percent * 100, tolerance: 50 })),
});

function outcomesOf(shape: Shape, target: Target, office: Office): Set<string> {
  return new Set(completions(shape, office).map((whole) => outcome(verdict(shape, target, whole))));
}

const NOTHING_TO_JUDGE = ["notApplicable", "noOccurrence"];
const somethingOf = (outcomes: Iterable<string>) =>
  [...outcomes].filter((one) => !NOTHING_TO_JUDGE.includes(one));

/** A decided verdict holds in every completion that leaves anything to judge. */
function expectSound(shape: Shape, target: Target, office: Office): void {
  const status = verdict(shape, target, office);
  if (status === "insufficientData") return;
  const outcomes = outcomesOf(shape, target, office);
  const expected = NOTHING_TO_JUDGE.includes(status) ? [...outcomes] : somethingOf(outcomes);
  expect(expected).toEqual([outcome(status)]);
}

/** And where it is left open, completions do differ. A part left blank of a whole of nothing stays open: blank is not 0. */
function expectExact(shape: Shape, target: Target, office: Office): void {
  expectSound(shape, target, office);
  if (verdict(shape, target, office) !== "insufficientData") return;
  const outcomes = outcomesOf(shape, target, office);
  if (somethingOf(outcomes).length > 0) expect(outcomes.size).toBeGreaterThan(1);
}

/** Stands for any number, however large. */
const MANY = 1_000_000;
const pairs = (most: number) =>
  Array.from({ length: most + 1 }, (_, whole) =>
    Array.from({ length: whole + 1 }, (_part, part) => [part, whole] as const),
  ).flat();

/** A known part of a whole of any size, and the whole itself. */
const partsOfMany = (most: number) => [
  ...Array.from({ length: most + 1 }, (_, part) => [part, MANY] as const),
  [MANY, MANY] as const,
];
const withAnswer = (figure: number) => [[figure, 0] as const, [figure, 1] as const];

const YES_NO: Shape = {
  indicator: {
    shape: "UNIT_SHARE",
    population: "grassroots",
    numerator: { kind: "countUnits", where: { kind: "isYes", element: "claInForce" } },
    denominator: { kind: "countUnits" },
    policy: "all",
  },
  lines: [["claInForce", "2024-Q4"]],
  small: [[0], [1]],
  full: () => [[0], [1]],
};

const TWO_ANSWERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const YES_OF_ASKED: Shape = {
  indicator: {
    ...YES_NO.indicator,
    denominator: { kind: "countUnits", where: { kind: "isYes", element: "claEligible" } },
  },
  lines: [
    ["claInForce", "2024-Q4"],
    ["claEligible", "2024"],
  ],
  small: TWO_ANSWERS,
  full: () => TWO_ANSWERS,
};

const ONCE: Shape = {
  indicator: {
    ...YES_NO.indicator,
    numerator: {
      kind: "countUnits",
      where: { kind: "atLeast", elements: ["sheltersBuilt", "sheltersRepaired"], minimum: 1 },
    },
  },
  lines: [
    ["sheltersBuilt", "2024"],
    ["sheltersRepaired", "2024"],
  ],
  small: TWO_ANSWERS,
  full: () => TWO_ANSWERS,
};

const BOTH: Shape = {
  ...YES_OF_ASKED,
  indicator: {
    ...YES_NO.indicator,
    numerator: {
      kind: "countUnits",
      where: {
        kind: "allOf",
        conditions: [
          { kind: "isYes", element: "claInForce" },
          { kind: "isYes", element: "claEligible" },
        ],
      },
    },
  },
};

const PEOPLE: Shape = {
  indicator: {
    shape: "PEOPLE_SHARE",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["peopleInformed"] },
    denominator: { kind: "sum", elements: ["workersTotal"] },
    policy: "all",
  },
  lines: [
    ["peopleInformed", "2024"],
    ["workersTotal", "2024-M12"],
  ],
  small: pairs(WORKFORCE),
  // The headcount of the register bounds the workers; where it is not known there may be any number of them.
  full: (workforce) =>
    workforce === null ? [...pairs(WORKFORCE), ...partsOfMany(WORKFORCE)] : pairs(workforce),
};

const EVENTS: Shape = {
  indicator: {
    shape: "EVENT_SHARE",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["hardshipMembersVisited"] },
    denominator: { kind: "sum", elements: ["hardshipMembers"] },
    policy: "all",
  },
  lines: [
    ["hardshipMembersVisited", "2024"],
    ["hardshipMembers", "2024"],
  ],
  small: pairs(2),
  full: () => [...pairs(2), ...partsOfMany(2)],
};

const FLOW: Shape = {
  indicator: {
    shape: "COUNT_PER_PERIOD",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["membersAdmitted"] },
    policy: "all",
  },
  lines: [["membersAdmitted", "2024"]],
  small: [[0], [1], [2]],
  full: () => [[0], [1], [2], [MANY]],
};

const MEAN: Shape = {
  indicator: {
    shape: "MEAN_PER_UNIT",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["outstandingIntroduced"] },
    denominator: { kind: "countUnits", where: { kind: "isYes", element: "partyOrganisationExists" } },
    policy: "all",
  },
  lines: [
    ["outstandingIntroduced", "2024"],
    ["partyOrganisationExists", "2024"],
  ],
  small: [0, 1, 2].flatMap(withAnswer),
  full: () => [0, 1, 2, MANY].flatMap(withAnswer),
};

describe.each([
  ["units that say yes", YES_NO],
  ["units that say yes, of those the question is put to", YES_OF_ASKED],
  ["units that have done one thing or the other", ONCE],
  ["units that say yes twice", BOTH],
  ["people of a known or unknown headcount", PEOPLE],
  ["events", EVENTS],
])("a share of %s", (_, shape) => {
  it.each([
    ["a percentage", anyShare],
    ["the whole", anyWhole],
  ])("against %s is decided exactly when nothing missing can turn it", (_kind, anyRule) => {
    fc.assert(
      fc.property(anyOffice(shape), anyRule, (office, rule) => {
        expectExact(shape, targetOf(shape.indicator, rule), office);
      }),
    );
  });

  it("against a norm with its tolerance is never decided wrongly", () => {
    fc.assert(
      fc.property(anyOffice(shape), anyNorm, (office, rule) => {
        expectSound(shape, targetOf(shape.indicator, rule), office);
      }),
    );
  });
});

describe.each([
  ["a flow", FLOW, "count", 1],
  ["a mean per unit", MEAN, "mean", 100],
] as const)("%s", (_, shape, scale, one) => {
  it("is decided exactly when nothing missing can turn it", () => {
    const rule = fc.record({
      comparator: fc.constantFrom<Comparator>("gte", "gt", "lte"),
      value: fc.integer({ min: 1, max: 5 }).map((amount): TargetValue => ({ scale, amount: amount * one })),
    });
    fc.assert(
      fc.property(anyOffice(shape), rule, (office, given) => {
        expectExact(shape, targetOf(shape.indicator, given), office);
      }),
    );
  });
});

const anyRange = (scale: TargetValue["scale"], ends: readonly number[]) =>
  fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends)).map(([one, other]) => ({
    comparator: "range" as const,
    value: { scale, amount: Math.min(one, other), upper: Math.max(one, other) },
  }));
const anyCount = fc.record({
  comparator: fc.constantFrom<Comparator>("gte", "gt"),
  value: fc.integer({ min: 1, max: 5 }).map((amount): TargetValue => ({ scale: "count", amount })),
});

describe.each([
  ["a flow of a range", FLOW, anyRange("count", [1, 2, 3, 5])],
  ["a flow of at least so many", FLOW, anyCount],
  ["a mean of a range", MEAN, anyRange("mean", [100, 150, 200])],
  ["units that say yes, of a range", YES_NO, anyRange("percent", [2500, 5000, 7500, 10_000])],
  ["people, of a range", PEOPLE, anyRange("percent", [2500, 5000, 7500, 10_000])],
] as const)("met or exceeded: %s", (_, shape, anyRule) => {
  it("may become the other exactly when a completion makes it so", () => {
    const rules: fc.Arbitrary<Pick<Target, "comparator" | "value">> = anyRule;
    fc.assert(
      fc.property(anyOffice(shape), rules, (office, rule) => {
        const target = targetOf(shape.indicator, rule);
        const now = judged(shape, target, office);
        if (now.status !== "met" && now.status !== "exceeded") return;
        const other = otherVerdict(now);
        const possible = new Set(completions(shape, office).map((whole) => verdict(shape, target, whole)));
        expect(new Set(somethingOf([...possible, now.status]))).toEqual(
          new Set(other === undefined ? [now.status] : [now.status, other]),
        );
      }),
    );
  });
});

it("450 of 400 to 600 with one month to come is met, may become exceeded, and is no 112,5 %", () => {
  const target = targetOf(FLOW.indicator, {
    comparator: "range",
    value: { scale: "count", amount: 400, upper: 600 },
  });
  const months = Array.from({ length: 11 }, (_, month) => `2024-M${String(month + 1).padStart(2, "0")}`);
  const entries = months.flatMap((month, index) => row("membersAdmitted", month, [index === 0 ? 450 : 0]));
  const units = [unit("u0")];
  const now = judge(target, "2024", { units, entries });
  expect(now).toMatchObject({ status: "met", numerator: 450, unitsMissing: 1, completion: null });
  expect(otherVerdict(now)).toBe("exceeded");
  const whole = [...entries, ...row("membersAdmitted", "2024-M12", [201])];
  expect(judge(target, "2024", { units, entries: whole }).status).toBe("exceeded");
});

describe.each([
  ["units that say yes", YES_NO],
  ["units that have done one thing or the other", ONCE],
  ["units that say yes twice", BOTH],
  ["people", PEOPLE],
  ["events", EVENTS],
  ["a mean per unit", MEAN],
])("under 'who reported', of %s", (_, shape) => {
  const isComplete = (said: Said) => said.every((figure) => figure !== null);
  const reported: Indicator = { ...shape.indicator, policy: "reported" };
  const scale = shape === MEAN ? ("mean" as const) : ("percent" as const);
  const anyRule = fc.record({
    comparator: fc.constantFrom<Comparator>("gte", "gt", "lte"),
    value: fc.constantFrom(50, 100, 5000, 7500).map((amount): TargetValue => ({ scale, amount })),
  });

  it("half an answer is none: the verdict is that of the complete answers alone, and open where there are none", () => {
    fc.assert(
      fc.property(anyOffice(shape), anyRule, (office, rule) => {
        const given = judged(shape, targetOf(reported, rule), office);
        const complete = office.said.flatMap((said, index) => (isComplete(said) ? [index] : []));
        if (complete.length === 0) {
          expect(given).toMatchObject({ status: "insufficientData", numerator: null, denominator: null });
          return;
        }
        const alone = judged(shape, targetOf(shape.indicator, rule), {
          said: complete.map((index) => office.said[index] ?? []),
          workforce: complete.map((index) => office.workforce[index] ?? null),
        });
        const { status, numerator, denominator, display } = alone;
        expect(given).toMatchObject({
          status,
          numerator,
          denominator,
          display,
          unitsLeftOut: office.said.length - complete.length,
        });
      }),
    );
  });
});

it("under 'who reported', half a year from everybody is not 'not applicable', and half a sum is not the sum", () => {
  const reported = (indicator: Indicator): Indicator => ({ ...indicator, policy: "reported" });
  const people = [
    ...row("peopleInformed", "2024-H1", [40, 30]),
    ...row("workersTotal", "2024-M12", [100, 50]),
  ];
  const units = [unit("u0"), unit("u1")];
  expect(judge(targetOf(reported(PEOPLE.indicator)), "2024", { units, entries: people })).toMatchObject({
    status: "insufficientData",
    display: "—",
    unitsReporting: 2,
    unitsLeftOut: 2,
  });
  const flow = targetOf(reported(FLOW.indicator), { value: { scale: "count", amount: 100 } });
  const half = row("membersAdmitted", "2024-H1", [40, 30]);
  expect(judge(flow, "2024", { units, entries: half })).toMatchObject({
    status: "insufficientData",
    numerator: 70,
  });
  // Once they have said it all, a third one that is silent is not waited for.
  const whole = row("membersAdmitted", "2024", [40, 30, null]);
  expect(judge(flow, "2024", { units: [...units, unit("u2")], entries: whole }).status).toBe("notMet");
});

it("a norm that the missing cannot bring back is missed without them", () => {
  const target = targetOf(YES_NO.indicator, {
    comparator: "eq",
    value: { scale: "percent", amount: 7500, tolerance: 50 },
  });
  const of = (...said: (number | null)[]) =>
    verdict(YES_NO, target, { said: said.map((one) => [one]), workforce: [] });
  expect(of(0, 0, 0, null)).toBe("notMet"); // at best 1 of 4
  expect(of(1, 1, 0, null)).toBe("insufficientData");
  expect(of(1, 1, 1, 0)).toBe("met");
});

it("a part whose whole is missing is not divided by the whole of the others", () => {
  // 60 of 60 and 50 of nobody knows how many are 60 of 60 so far, not 110 of 60.
  const entries = [
    ...row("peopleInformed", "2024", [60, 50]),
    ...row("workersTotal", "2024-M12", [60, null]),
  ];
  const office = { units: [unit("u0"), unit("u1", { workforce: 200 })], entries };
  const asked = (percent: number) =>
    targetOf(PEOPLE.indicator, { value: { scale: "percent", amount: percent * 100 } });
  expect(judge(asked(80), "2024", office)).toMatchObject({
    status: "insufficientData",
    numerator: 60,
    denominator: 60,
    unitsMissing: 1,
    worst: { numerator: 110, denominator: 260 },
    best: { numerator: 110, denominator: 110 },
  });
  expect(judge(asked(40), "2024", office).status).toBe("met"); // 110 of at most 260 are 42,31 %
});

it("a union counts once among the missing, whatever it left out", () => {
  const entries = [
    ...row("outstandingIntroduced", "2024", [2, null]),
    ...row("partyOrganisationExists", "2024", [1, null]),
  ];
  const target = targetOf(MEAN.indicator, { value: { scale: "mean", amount: 100 } });
  expect(judge(target, "2024", { units: [unit("u0"), unit("u1")], entries })).toMatchObject({
    status: "met",
    unitsCounted: 1,
    unitsMissing: 1,
    worst: { numerator: 2, denominator: 2 },
    best: null,
  });
});

it("3 of 120 unions without figures are missing, never zero (story 6)", () => {
  const told = Array.from({ length: 120 }, (_, index) => (index < 117 ? 1 : null));
  const units = told.map((_, index) => unit(`u${index}`));
  const judged = judge(targetOf(YES_NO.indicator), "2024", {
    units,
    entries: row("claInForce", "2024-Q4", told),
  });
  expect(judged).toMatchObject({
    status: "met",
    numerator: 117,
    denominator: 120,
    unitsCounted: 117,
    unitsMissing: 3,
  });
});

it("a mean over one unit at least is missed when even that is not enough", () => {
  const entries = row("outstandingIntroduced", "2024", [2, 1]);
  const of = (mean: number) =>
    judge(targetOf(MEAN.indicator, { value: { scale: "mean", amount: mean * 100 } }), "2024", {
      units: [unit("u0"), unit("u1")],
      entries,
    });
  expect(of(4)).toMatchObject({
    status: "notMet",
    best: { numerator: 3, denominator: 1 },
    worst: { numerator: 3, denominator: 2 },
  });
  expect(of(3).status).toBe("insufficientData");
});

it("nothing known that could stand below leaves the verdict open", () => {
  const entries = row("claCount", "2024-Q4", [0]);
  const items: Indicator = {
    ...PEOPLE.indicator,
    shape: "ITEM_SHARE",
    numerator: { kind: "sum", elements: ["claMoreFavourable"] },
    denominator: { kind: "sum", elements: ["claCount"] },
  };
  expect(judge(targetOf(items), "2024", { units: [unit("u0")], entries }).status).toBe("insufficientData");
  const whole = [...entries, ...row("claMoreFavourable", "2024-Q4", [0])];
  expect(judge(targetOf(items), "2024", { units: [unit("u0")], entries: whole }).status).toBe(
    "notApplicable",
  );
});
