// Shapes, time rules and missing figures. Expected verdicts are worked out by hand from domain.md §b.0 and §d.5.
// Over 300 lines because each shape brings its own small office.
import { describe, expect, it } from "vitest";
import type { DataElement } from "../data-element.ts";
import type { EntryValue } from "../entry.ts";
import type { Indicator } from "../indicator.ts";
import { periodOf } from "../period.ts";
import type { Programme } from "../programme.ts";
import type { Target } from "../target.ts";
import { Evaluator } from "./evaluate-target.ts";
import type { UnitFacts } from "./figures.ts";
import { type MemoryEntry, memorySource } from "./memory-source.ts";

function element(
  code: string,
  time: DataElement["time"],
  rhythm: DataElement["rhythm"],
  levels: DataElement["levels"] = ["grassroots"],
): DataElement {
  return {
    code,
    number: "DE-A01",
    label: code,
    shortLabel: code,
    labelEnglish: code,
    type: "count",
    measureUnit: "",
    time,
    levels,
    rhythm,
    group: "A",
    provenance: "I",
  };
}

const ELEMENTS = new Map(
  [
    element("workersTotal", "LAST", "month"),
    element("membersTotal", "LAST", "month"),
    element("membersAdmitted", "SUM", "month"),
    element("peopleInformed", "YTD", "half"),
    element("claInForce", "LAST", "quarter"),
    element("claCount", "LAST", "quarter"),
    element("claMoreFavourable", "LAST", "quarter"),
    element("claByGrade.A", "LAST", "year"),
    element("claByGrade.B", "LAST", "year"),
    element("claByGrade.C", "LAST", "year"),
    element("claByGrade.D", "LAST", "year"),
    element("strikes", "SUM", "month"),
    element("strikesWithUnion", "SUM", "month"),
    element("dialogueHeld", "ANY", "half"),
    element("qualityGrade", "GRADE", "year"),
    element("ownGrade", "GRADE", "year", ["self"]),
    element("vocationalInstitutionLinked", "ANY", "year", ["province"]),
  ].map((item) => [item.code, item]),
);

const PROGRAMME: Programme = {
  code: "X",
  source: "",
  title: "",
  titleEnglish: "",
  issuer: "",
  symbol: null,
  issuedOn: null,
  term: { from: 2021, to: 2025 },
  state: "inForce",
  lastValidOn: null,
  legalBases: [],
  contentBlocks: [],
  targetGroups: [],
  taskGroups: [],
  tasks: [],
  targets: [],
  results: [],
  steeringCommittee: null,
  notes: [],
};

function unit(uid: string, more: Partial<UnitFacts> = {}): UnitFacts {
  return {
    uid,
    employerType: "privateEnterprise",
    sector: "nonState",
    workforce: null,
    establishedOn: "2010-01-01",
    endedOn: null,
    isGradeEligible: true,
    ...more,
  };
}

const value = (amount: number): EntryValue => ({ state: "value", value: amount });
const share = (
  numerator: Indicator["numerator"],
  denominator: Indicator["numerator"],
  shape: Indicator["shape"] = "UNIT_SHARE",
): Indicator => ({ shape, population: "grassroots", numerator, denominator, policy: "all" });

function target(indicator: Indicator, more: Partial<Target> = {}): Target {
  return {
    id: "T",
    group: null,
    title: "",
    titleEnglish: "",
    measureUnit: "",
    indicator,
    comparator: "gte",
    value: { scale: "percent", amount: 9000 },
    time: { kind: "annual", stated: false },
    ...more,
  };
}

function judge(
  target: Target,
  period: string,
  units: readonly UnitFacts[],
  entries: readonly MemoryEntry[],
  policy?: Indicator["policy"],
) {
  const source = memorySource({ units, self: unit("self"), elements: ELEMENTS, entries });
  return new Evaluator(source).evaluate(PROGRAMME, target, periodOf(period), policy ? { policy } : {});
}

/** One entry of each unit: the same element and period, figures in order. */
function row(element: string, period: string, figures: readonly (number | null)[]): MemoryEntry[] {
  return figures.flatMap((figure, index) =>
    figure === null ? [] : [{ unit: `u${index}`, element, period, entry: value(figure) }],
  );
}

const UNITS = (count: number) => Array.from({ length: count }, (_, index) => unit(`u${index}`));
const HAS_CLA = share(
  { kind: "countUnits", where: { kind: "isYes", element: "claInForce" } },
  { kind: "countUnits" },
);

describe("shares of stocks (story 8)", () => {
  const yes = Array.from({ length: 47 }, (_, index) => (index < 38 ? 1 : 0));

  it("38 of 47 enterprises with an agreement are 80,85 % and miss 90 % already in June", () => {
    const result = judge(target(HAS_CLA), "2024-H1", UNITS(47), row("claInForce", "2024-Q2", yes));
    expect(result).toMatchObject({
      status: "notMet",
      numerator: 38,
      denominator: 47,
      display: "80,85 %",
      unitsCounted: 47,
      unitsMissing: 0,
    });
  });

  it("37 of 38 agreements are 97,37 % and reach 90 %", () => {
    const items = share(
      { kind: "sum", elements: ["claMoreFavourable"] },
      { kind: "sum", elements: ["claCount"] },
      "ITEM_SHARE",
    );
    const entries = [
      ...row("claCount", "2024-Q2", yes),
      ...row(
        "claMoreFavourable",
        "2024-Q2",
        yes.map((has, index) => (index === 0 ? 0 : has)),
      ),
    ];
    expect(judge(target(items), "2024-H1", UNITS(47), entries)).toMatchObject({
      status: "met",
      numerator: 37,
      denominator: 38,
      display: "97,37 %",
    });
  });

  it("19 of 38 is 50,00 %; over graded agreements only, 19 of 36 is 52,78 %", () => {
    const grades = ["A", "B", "C", "D"].map((grade) => `claByGrade.${grade}`);
    const graded: Indicator = {
      ...share(
        { kind: "sum", elements: grades.slice(0, 2) },
        { kind: "sum", elements: ["claCount"] },
        "ITEM_SHARE",
      ),
      gradedDenominator: { kind: "sum", elements: grades },
    };
    // A 6, B 13, C 15, D 2, ungraded 2, one agreement in each of 38 units.
    const gradeOf = (index: number) =>
      index < 6 ? 0 : index < 19 ? 1 : index < 34 ? 2 : index < 36 ? 3 : -1;
    const entries = [
      ...row(
        "claCount",
        "2024-Q2",
        Array.from({ length: 38 }, () => 1),
      ),
      ...grades.flatMap((code, grade) =>
        row(
          code,
          "2024-H1",
          Array.from({ length: 38 }, (_, index) => (gradeOf(index) === grade ? 1 : 0)),
        ),
      ),
    ];
    const asked = target(graded, { value: { scale: "percent", amount: 4500 } });
    expect(judge(asked, "2024-H1", UNITS(38), entries)).toMatchObject({
      status: "met",
      numerator: 19,
      denominator: 38,
      display: "50,00 %",
      policy: "all",
    });
    expect(judge(asked, "2024-H1", UNITS(38), entries, "gradedOnly")).toMatchObject({
      status: "met",
      numerator: 19,
      denominator: 36,
      display: "52,78 %",
      policy: "gradedOnly",
    });
  });
});

describe("exact comparison", () => {
  const informed = share(
    { kind: "sum", elements: ["peopleInformed"] },
    { kind: "sum", elements: ["workersTotal"] },
    "PEOPLE_SHARE",
  );
  const of = (n: number, d: number, comparator: Target["comparator"]) =>
    judge(target(informed, { comparator, value: { scale: "percent", amount: 8000 } }), "2024", UNITS(1), [
      ...row("peopleInformed", "2024", [n]),
      ...row("workersTotal", "2024-M12", [d]),
    ]);

  it.each([
    { n: 80, d: 100, comparator: "gt", status: "notMet" },
    { n: 80, d: 100, comparator: "gte", status: "met" },
    { n: 81, d: 100, comparator: "gt", status: "met" },
    { n: 7996, d: 10_000, comparator: "gte", status: "notMet" },
  ] as const)("$n of $d against $comparator 80 % is $status", ({ n, d, comparator, status }) => {
    expect(of(n, d, comparator).status).toBe(status);
  });

  it("7,996 of 10,000 prints as 79,96 %", () => {
    expect(of(7996, 10_000, "gte").display).toBe("79,96 %");
  });

  it("79,999 of 100,000 does not print as 80 beside chưa đạt", () => {
    expect(of(79_999, 100_000, "gte").display).toBe("79,999 %");
  });
});

describe("events", () => {
  const handled = target(
    share(
      { kind: "sum", elements: ["strikesWithUnion"] },
      { kind: "sum", elements: ["strikes"] },
      "EVENT_SHARE",
    ),
    {
      comparator: "eq",
      value: { scale: "percent", amount: 10_000 },
      time: { kind: "perEvent" },
    },
  );
  const month = (period: string, n: (number | null)[], d: (number | null)[]) => [
    ...row("strikesWithUnion", period, n),
    ...row("strikes", period, d),
  ];

  it("no events are không phát sinh, not 0 % and not 100 %", () => {
    expect(judge(handled, "2024-M05", UNITS(2), month("2024-M05", [0, 0], [0, 0]))).toMatchObject({
      status: "noOccurrence",
      display: "không phát sinh",
    });
  });
  it("one of one is 100 % in its month only", () => {
    const entries = [...month("2024-M03", [1, 0], [1, 0]), ...month("2024-M05", [0, 0], [0, 0])];
    expect(judge(handled, "2024-M03", UNITS(2), entries)).toMatchObject({
      status: "met",
      numerator: 1,
      denominator: 1,
    });
    expect(judge(handled, "2024-M05", UNITS(2), entries).status).toBe("noOccurrence");
  });
  it("an event without the union is lost whatever the missing unit says", () => {
    expect(judge(handled, "2024-M05", UNITS(2), month("2024-M05", [0, null], [1, null])).status).toBe(
      "notMet",
    );
  });
  it("a missing unit leaves open whether every event was handled", () => {
    expect(judge(handled, "2024-M05", UNITS(2), month("2024-M05", [1, null], [1, null]))).toMatchObject({
      status: "insufficientData",
      unitsMissing: 1,
    });
    expect(judge(handled, "2024-M05", UNITS(2), month("2024-M05", [0, null], [0, null])).status).toBe(
      "insufficientData",
    );
  });
});

describe("missing units", () => {
  it("that cannot change the verdict leave it standing", () => {
    const enough = judge(
      target(HAS_CLA, { value: { scale: "percent", amount: 5000 } }),
      "2024",
      UNITS(10),
      row("claInForce", "2024-Q4", [1, 1, 1, 1, 1, 1, 0, 0, 0, null]),
    );
    expect(enough).toMatchObject({
      status: "met",
      numerator: 6,
      denominator: 10,
      unitsMissing: 1,
      worst: { numerator: 6, denominator: 10 },
      best: { numerator: 7, denominator: 10 },
    });
    const hopeless = judge(
      target(HAS_CLA),
      "2024",
      UNITS(10),
      row("claInForce", "2024-Q4", [1, 1, 0, 0, 0, 0, 0, 0, 0, null]),
    );
    expect(hopeless.status).toBe("notMet");
  });
  it("that straddle the target make it insufficient", () => {
    const result = judge(
      target(HAS_CLA, { value: { scale: "percent", amount: 9000 } }),
      "2024",
      UNITS(10),
      row("claInForce", "2024-Q4", [1, 1, 1, 1, 1, 1, 1, 1, 0, null]),
    );
    expect(result.status).toBe("insufficientData");
  });
  it("are left out under the policy reported", () => {
    expect(
      judge(target(HAS_CLA), "2024", UNITS(2), row("claInForce", "2024-Q4", [1, null]), "reported"),
    ).toMatchObject({ status: "met", numerator: 1, denominator: 1 });
  });
  it("of people are bounded by the headcount of the register", () => {
    const informed = share(
      { kind: "sum", elements: ["peopleInformed"] },
      { kind: "sum", elements: ["workersTotal"] },
      "PEOPLE_SHARE",
    );
    const asked = target(informed, { value: { scale: "percent", amount: 7000 } });
    const entries = [
      ...row("peopleInformed", "2024", [95, null]),
      ...row("workersTotal", "2024-M12", [100, null]),
    ];
    const small = [unit("u0"), unit("u1", { workforce: 10 })]; // worst 95/110 = 86 %
    const large = [unit("u0"), unit("u1", { workforce: 100 })]; // worst 95/200 = 47,5 %
    expect(judge(asked, "2024", small, entries).status).toBe("met");
    expect(judge(asked, "2024", large, entries).status).toBe("insufficientData");
  });
  it("count as missing when only some months are in", () => {
    const admitted = target(
      {
        shape: "COUNT_PER_PERIOD",
        population: "grassroots",
        numerator: { kind: "sum", elements: ["membersAdmitted"] },
        policy: "all",
      },
      { value: { scale: "count", amount: 10 } },
    );
    const months = (figure: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        row("membersAdmitted", `2024-M${String(index + 1).padStart(2, "0")}`, [figure]),
      ).flat();
    expect(judge(admitted, "2024", UNITS(1), months(1, 12))).toMatchObject({
      status: "exceeded",
      numerator: 12,
      unitsMissing: 0,
      completion: 12_000,
    });
    expect(judge(admitted, "2024", UNITS(1), months(2, 5))).toMatchObject({
      status: "met",
      numerator: 10,
      unitsMissing: 1,
    });
    expect(judge(admitted, "2024", UNITS(1), months(1, 5))).toMatchObject({
      status: "insufficientData",
      numerator: 5,
      unitsMissing: 1,
    });
    expect(judge(admitted, "2024-M05", UNITS(1), months(1, 5))).toMatchObject({
      status: "inProgress",
      numerator: 5,
      unitsMissing: 0,
      pace: 12_000,
    });
    expect(
      judge(admitted, "2024", [unit("u0", { establishedOn: "2024-08-20" })], months(1, 12).slice(7))
        .unitsMissing,
    ).toBe(0);
  });
});

describe("time", () => {
  const dialogue = share(
    { kind: "countUnits", where: { kind: "isYes", element: "dialogueHeld" } },
    { kind: "countUnits" },
  );
  it("an act reached early is met in June; one not reached is in progress until December", () => {
    expect(judge(target(dialogue), "2024-H1", UNITS(2), row("dialogueHeld", "2024-H1", [1, 1])).status).toBe(
      "met",
    );
    expect(judge(target(dialogue), "2024-H1", UNITS(2), row("dialogueHeld", "2024-H1", [1, 0])).status).toBe(
      "inProgress",
    );
    expect(
      judge(target(dialogue), "2024", UNITS(2), [
        ...row("dialogueHeld", "2024-H1", [1, 0]),
        ...row("dialogueHeld", "2024", [0, 0]),
      ]),
    ).toMatchObject({ status: "notMet", numerator: 1 });
  });
  it("all of them is not declared met before the year closes", () => {
    const all = target(dialogue, { comparator: "eq", value: { scale: "percent", amount: 10_000 } });
    expect(judge(all, "2024-H1", UNITS(1), row("dialogueHeld", "2024-H1", [1])).status).toBe("inProgress");
    expect(judge(all, "2024", UNITS(1), row("dialogueHeld", "2024", [1])).status).toBe("met");
  });
  it("by 2025 waits for 31 December 2025", () => {
    const members = target(
      share(
        { kind: "sum", elements: ["membersTotal"] },
        { kind: "sum", elements: ["workersTotal"] },
        "PEOPLE_SHARE",
      ),
      {
        value: { scale: "percent", amount: 9500 },
        time: { kind: "byYear", year: 2025, since: "year" },
      },
    );
    const entries = [2024, 2025].flatMap((year) => [
      ...row("membersTotal", `${year}-M12`, [96]),
      ...row("workersTotal", `${year}-M12`, [100]),
    ]);
    expect(judge(members, "2024", UNITS(1), entries).status).toBe("inProgress");
    expect(judge(members, "2025", UNITS(1), entries).status).toBe("met");
  });
  it("outside the programme's years nothing applies, and after its last valid day nothing compares", () => {
    expect(judge(target(dialogue), "2020", UNITS(1), []).status).toBe("notApplicable");
    const source = memorySource({ units: UNITS(1), self: unit("self"), elements: ELEMENTS, entries: [] });
    expect(
      new Evaluator(source).evaluate(
        { ...PROGRAMME, lastValidOn: "2024-06-30" },
        target(dialogue),
        periodOf("2024"),
      ).status,
    ).toBe("notComparable");
  });
  it("net growth is closing less opening, units gone included", () => {
    const net = target(
      {
        shape: "COUNT_PER_PERIOD",
        population: "grassroots",
        numerator: { kind: "netChange", element: "membersTotal" },
        policy: "all",
      },
      { value: { scale: "count", amount: 15 }, time: { kind: "year", year: 2024 } },
    );
    const units = [
      unit("u0"),
      unit("u1", { endedOn: "2024-06-15" }),
      unit("u2", { establishedOn: "2024-05-20" }),
    ];
    const entries = [
      ...row("membersTotal", "2023-M12", [100, 40, null]),
      ...row("membersTotal", "2024-M12", [120, null, 36]),
    ];
    expect(judge(net, "2024", units, entries)).toMatchObject({
      status: "exceeded",
      numerator: 16,
      unitsMissing: 0,
    }); // 20 - 40 + 36
  });
  it("the average per year divides by the years since the programme began", () => {
    const average = target(
      {
        shape: "AVG_NET_PER_YEAR",
        population: "grassroots",
        numerator: { kind: "netChange", element: "membersTotal" },
        policy: "all",
      },
      { value: { scale: "count", amount: 10 }, time: { kind: "averagePerYear" } },
    );
    const entries = (closing: number) => [
      ...row("membersTotal", "2020-M12", [100]),
      ...row("membersTotal", "2023-M12", [closing]),
    ];
    expect(judge(average, "2023", UNITS(1), entries(129)).status).toBe("notMet");
    expect(judge(average, "2023", UNITS(1), entries(130)).status).toBe("met");
  });
});

describe("units asked", () => {
  it("none in the segment makes the target not applicable", () => {
    const state = target({ ...HAS_CLA, segment: { employerTypes: ["stateEnterprise"] } });
    expect(judge(state, "2024", UNITS(3), row("claInForce", "2024-Q4", [1, 1, 1]))).toMatchObject({
      status: "notApplicable",
      numerator: null,
      display: "—",
    });
  });
  it("too young to be graded stand in the denominator only under policy all (story 11)", () => {
    const good = share(
      {
        kind: "countUnits",
        where: { kind: "gradeIn", element: "qualityGrade", grades: ["excellent", "good"] },
      },
      { kind: "countUnits" },
    );
    const units = [
      ...UNITS(44),
      unit("u44", { isGradeEligible: false }),
      unit("u45", { isGradeEligible: false }),
    ];
    const entries = row("qualityGrade", "2024", [
      ...Array.from({ length: 44 }, (_, index) => (index < 40 ? 1 : 2)),
      4,
      4,
    ]);
    expect(judge(target(good), "2024", units, entries)).toMatchObject({ numerator: 40, denominator: 46 });
    expect(judge(target(good), "2024", units, entries, "eligible")).toMatchObject({
      numerator: 40,
      denominator: 44,
    });
  });
  it("the office answers for itself, and is not asked what only the province knows", () => {
    const own = target({
      ...share(
        {
          kind: "countUnits",
          where: { kind: "gradeIn", element: "ownGrade", grades: ["excellent", "good"] },
        },
        { kind: "countUnits" },
      ),
      population: "self",
    });
    expect(
      judge(own, "2024", [], [{ unit: "self", element: "ownGrade", period: "2024", entry: value(0) }]),
    ).toMatchObject({ status: "met", numerator: 1, denominator: 1 });
    expect(judge(own, "2024", [], []).status).toBe("insufficientData");
    const schools = target({
      ...share(
        { kind: "countUnits", where: { kind: "isYes", element: "vocationalInstitutionLinked" } },
        { kind: "countUnits" },
      ),
      population: "self",
    });
    expect(judge(schools, "2024", [], []).status).toBe("notApplicable");
  });
});
