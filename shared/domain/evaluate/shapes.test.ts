// The ten shapes and the modifiers of domain.md §b.0, on the targets of the sources; figures worked out by hand.
// Long because it is one case list: each shape has its own small office.
import { describe, expect, it } from "vitest";
import { SHAPES } from "../indicator.ts";
import { PROGRAMMES } from "../../catalogue/programmes.ts";
import { printCoverage } from "./print-coverage.ts";
import { builtIn, judge, own, row, targetOf, unit, units } from "./test-fixtures.ts";

it("the targets of the sources use all ten shapes", () => {
  const used = new Set(PROGRAMMES.flatMap(({ targets }) => targets.map(({ indicator }) => indicator.shape)));
  expect([...used].toSorted()).toEqual([...SHAPES].toSorted());
});

describe("PEOPLE_SHARE (T000-01, T001-02)", () => {
  const entries = [...row("peopleInformed", "2024", [1, 1]), ...row("workersTotal", "2024-M12", [1, 99])];

  it("divides sums once: 1 of 1 and 1 of 99 are 2 of 100, not half", () => {
    expect(judge(builtIn("T000-01"), "2024", { units: units(2), entries })).toMatchObject({
      status: "notMet",
      numerator: 2,
      denominator: 100,
      display: "2,00 %",
    });
  });

  it("takes the last cumulative figure and the last stock, and adds neither up", () => {
    const told = [
      ...row("peopleInformed", "2024-H1", [500]),
      ...row("peopleInformed", "2024-9M", [650]),
      ...row("peopleInformed", "2024", [700]),
      ...row("workersTotal", "2024-M11", [900]),
      ...row("workersTotal", "2024-M12", [1000]),
    ];
    expect(judge(builtIn("T000-01"), "2024", { units: units(1), entries: told })).toMatchObject({
      status: "met",
      numerator: 700,
      denominator: 1000,
    });
  });

  it("“trên 80 %” is not reached by 80,00 %, and says so in its wording", () => {
    const of = (informed: number) =>
      judge(builtIn("T001-02"), "2024", {
        units: units(1),
        entries: [...row("peopleInformed", "2024", [informed]), ...row("workersTotal", "2024-M12", [1000])],
      });
    expect(of(800)).toMatchObject({ status: "notMet", display: "80,00 %", displayTarget: "trên 80 %" });
    expect(of(801)).toMatchObject({ status: "met", display: "80,10 %" });
  });
});

describe("UNIT_SHARE", () => {
  it("T001-05 asks enterprises only: 38 of 47 whatever the schools beside them say (story 8)", () => {
    const schools = Array.from({ length: 5 }, (_, index) =>
      unit(`u${47 + index}`, { employerType: "publicServiceUnit", sector: "state" }),
    );
    const entries = row(
      "claInForce",
      "2024-Q2",
      Array.from({ length: 47 }, (_, index) => (index < 38 ? 1 : 0)),
    );
    expect(
      judge(builtIn("T001-05"), "2024-H1", { units: [...units(47), ...schools], entries }),
    ).toMatchObject({
      status: "notMet",
      numerator: 38,
      denominator: 47,
      display: "80,85 %",
      displayTarget: "từ 90 % trở lên",
    });
  });

  it("T000-08 counts the office among its unions", () => {
    const entries = [
      ...row("reskillingPolicyInput", "2024", [1, 0]),
      own("reskillingPolicyInput", "2024", 1),
    ];
    expect(judge(builtIn("T000-08"), "2024", { units: units(2), entries })).toMatchObject({
      status: "met",
      numerator: 2,
      denominator: 3,
      display: "66,67 %",
    });
  });

  it("T000-17 needs both answers of the office", () => {
    const both = (inspected: number, settled: number) =>
      judge(builtIn("T000-17"), "2024", {
        entries: [own("financeInspected", "2024", inspected), own("financeSettled", "2024", settled)],
      });
    expect(both(1, 1)).toMatchObject({ status: "met", numerator: 1, denominator: 1 });
    expect(both(1, 0)).toMatchObject({ status: "notMet", numerator: 0, denominator: 1 });
    expect(both(0, 1).status).toBe("notMet");
  });

  it("T000-14b leaves who is too young out of the denominator, or keeps them by policy all (story 11)", () => {
    const young = [unit("u44", { isGradeEligible: false }), unit("u45", { isGradeEligible: false })];
    const entries = row("qualityGrade", "2024", [
      ...Array.from({ length: 44 }, (_, index) => (index < 25 ? index % 2 : 2)),
      4,
      4,
    ]);
    const office = { units: [...units(44), ...young], entries };
    // 25/44 = 56,82 % reaches 55 %, 25/46 = 54,35 % does not.
    expect(judge(builtIn("T000-14b"), "2024", office)).toMatchObject({
      status: "met",
      denominator: 44,
      display: "56,82 %",
    });
    expect(judge(builtIn("T000-14b"), "2024", office, { policy: "all" })).toMatchObject({
      status: "notMet",
      denominator: 46,
      display: "54,35 %",
      policy: "all",
    });
  });

  it("700 of 789 unions are 88,72 %, of the 770 graded 90,91 % (domain.md §0.1 no. 4)", () => {
    const grades = Array.from({ length: 789 }, (_, index) => (index < 700 ? 1 : index < 770 ? 2 : 4));
    const office = { units: units(789), entries: row("qualityGrade", "2024", grades) };
    const target = targetOf(builtIn("T000-14b").indicator);
    const judged = (policy: "all" | "eligible" | "gradedOnly") => judge(target, "2024", office, { policy });
    expect([judged("all").display, judged("eligible").display, judged("gradedOnly").display]).toEqual([
      "88,72 %",
      "90,91 %",
      "90,91 %",
    ]);
  });
});

describe("EVENT_SHARE (T001-04, T000-06)", () => {
  const calm = [
    "collectiveDisputes",
    "collectiveDisputesWithUnion",
    "workStoppages",
    "workStoppagesWithUnion",
    "strikes",
    "strikesWithUnion",
  ];
  const month = (period: string, more: Readonly<Record<string, number>> = {}) =>
    calm.flatMap((code) => row(code, period, [more[code] ?? 0, "noOccurrence"]));

  it("the stoppage of March, settled with the union, is 1 of 1; April has no event (story 5)", () => {
    const entries = [
      ...month("2024-M03", { workStoppages: 1, workStoppagesWithUnion: 1 }),
      ...month("2024-M04"),
    ];
    expect(judge(builtIn("T001-04"), "2024-M03", { units: units(2), entries })).toMatchObject({
      status: "met",
      numerator: 1,
      denominator: 1,
      display: "100,00 %",
      displayTarget: "đủ 100 %",
    });
    expect(judge(builtIn("T001-04"), "2024-M04", { units: units(2), entries })).toMatchObject({
      status: "noOccurrence",
      display: "không phát sinh",
    });
  });

  it("kinds are added together: one dispute without the union spoils two settled strikes", () => {
    const entries = month("2024-M03", { strikes: 2, strikesWithUnion: 2, collectiveDisputes: 1 });
    expect(judge(builtIn("T001-04"), "2024-M03", { units: units(2), entries })).toMatchObject({
      status: "notMet",
      numerator: 2,
      denominator: 3,
      display: "66,67 %",
    });
  });

  it("a school is not asked about strikes and leaves nothing missing", () => {
    const school = unit("u2", { employerType: "publicServiceUnit", sector: "state" });
    expect(
      judge(builtIn("T001-04"), "2024-M03", { units: [...units(2), school], entries: month("2024-M03") }),
    ).toMatchObject({
      status: "noOccurrence",
      unitsCounted: 2,
      unitsMissing: 0,
    });
  });

  it("nobody in hardship is no occurrence, at the end of the year too", () => {
    const entries = [...row("hardshipMembers", "2024", [0]), ...row("hardshipMembersVisited", "2024", [0])];
    expect(judge(builtIn("T000-06"), "2024", { units: units(1), entries }).status).toBe("noOccurrence");
  });
});

describe("COUNT_PER_PERIOD", () => {
  it.each([
    [59, 40, "notMet", 9900],
    [60, 40, "met", 10_000],
    [61, 40, "exceeded", 10_100],
  ] as const)("T001-11: %i shelters built and %i repaired are %s", (built, repaired, status, completion) => {
    const entries = [
      ...row("sheltersBuilt", "2024", [built]),
      ...row("sheltersRepaired", "2024", [0]),
      own("sheltersBuilt", "2024", 0),
      own("sheltersRepaired", "2024", repaired),
    ];
    expect(judge(builtIn("T001-11"), "2024", { units: units(1), entries })).toMatchObject({
      status,
      numerator: built + repaired,
      denominator: null,
      completion,
      displayTarget: "ít nhất 100 căn",
    });
  });

  it("unions founded in the year come from the register, by the headcount of their founding", () => {
    const founded = (workforce: number | null, on: string) => ({ uid: "u0", workforce, on });
    const establishments = [
      founded(25, "2024-01-01"),
      founded(24, "2024-06-30"),
      founded(90, "2024-12-31"),
      founded(90, "2023-12-31"),
    ];
    const office = { units: units(1), establishments };
    expect(judge(builtIn("T004-02"), "2024", office, { allocated: 3 })).toMatchObject({
      status: "met",
      numerator: 3,
    });
    const large = judge(builtIn("T004-02a"), "2024", office, { allocated: 2 });
    expect(large).toMatchObject({ status: "met", numerator: 2 });
    // Founding events are no units that have reported (domain.md §d.5 rule 4).
    expect(large).toMatchObject({ register: "units", unitsReporting: 0, unitsCounted: 0, unitsMissing: 0 });
    expect([printCoverage(large), printCoverage(large, "en")]).toEqual(["sổ đơn vị", "register of units"]);
    expect(printCoverage(judge(builtIn("T001-15"), "2024", { employers: [] }))).toBe("0/1");
    const employers = [{ workforce: 30, hasUnion: true }];
    expect(printCoverage(judge(builtIn("T001-15"), "2024", { employers }))).toBe("sổ doanh nghiệp");
    const unsized = { ...office, establishments: [...establishments, founded(null, "2024-03-01")] };
    expect(judge(builtIn("T004-02a"), "2024", unsized, { allocated: 3 })).toMatchObject({
      status: "insufficientData",
      unitsMissing: 1,
    });
    expect(judge(builtIn("T004-02a"), "2024", unsized, { allocated: 4 }).status).toBe("notMet");
  });
});

describe("MEAN_PER_UNIT (T000-12, T001-17)", () => {
  it("is an average of all, not one each", () => {
    const of = (introduced: readonly number[]) =>
      judge(builtIn("T000-12"), "2024", {
        units: units(introduced.length),
        entries: row("outstandingIntroduced", "2024", introduced),
      });
    expect(of([3, 0, 0])).toMatchObject({
      status: "met",
      numerator: 3,
      denominator: 3,
      display: "1 người/CĐCS",
    });
    expect(of([3, 0, 0, 0])).toMatchObject({ status: "notMet", display: "0,75 người/CĐCS" });
  });

  it("by 2025 adds up all years of the programme and waits for the last day", () => {
    const entries = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      row("outstandingIntroduced", `${year}`, year % 2 ? [1, 0, 0] : [0, 0, 0]),
    );
    const office = { units: units(3), entries };
    expect(judge(builtIn("T001-17"), "2024", office)).toMatchObject({ status: "inProgress", numerator: 2 });
    expect(judge(builtIn("T001-17"), "2025", office)).toMatchObject({
      status: "met",
      numerator: 3,
      denominator: 3,
    });
    // Asked again a year later it is still judged on 31 December 2025.
    expect(judge(builtIn("T001-17"), "2026-M03", office)).toMatchObject({ status: "met", period: "2025" });
  });
});

describe("AVG_NET_PER_YEAR (T000-11)", () => {
  const stock = (from: number, to: number) => [
    ...row("membersTotal", "2020-M12", [from]),
    ...row("membersTotal", "2024-M12", [to]),
  ];
  it.each([
    [2_599_999, "notMet"],
    [2_600_000, "met"],
    [2_600_001, "exceeded"],
  ] as const)("%i more members in four years against 650.000 a year are %s", (gained, status) => {
    expect(
      judge(builtIn("T000-11"), "2024", { units: units(1), entries: stock(10_000, 10_000 + gained) }),
    ).toMatchObject({ status, numerator: gained });
  });
  it("is net: who left is taken off who came", () => {
    expect(judge(builtIn("T000-11"), "2024", { units: units(1), entries: stock(900, 400) })).toMatchObject({
      status: "notMet",
      numerator: -500,
      completion: null,
      display: "-125 người/năm",
    });
  });
  it.each([
    // 1.300.000 is enough of two years and too little of three: the sum beside 650.000 says neither.
    ["2022", 1_300_000, "met", "650.000 người/năm", 24],
    ["2023", 1_300_000, "notMet", "433.333,33 người/năm", 36],
    // 1.299.999 in two years are 649.999,5 a year, and never "650.000" beside "not met".
    ["2022", 1_299_999, "notMet", "649.999,5 người/năm", 24],
    ["2023", 1_950_001, "exceeded", "650.000,33 người/năm", 36],
    // Six months into the second year: 975.000 of 18 months are 650.000 of twelve.
    ["2022-H1", 975_000, "met", "650.000 người/năm", 18],
  ] as const)("prints what a year brought: %s, %i", (period, gained, status, display, averagedMonths) => {
    const closing = `${period.slice(0, 4)}-${period.endsWith("H1") ? "M06" : "M12"}`;
    const entries = [...row("membersTotal", "2020-M12", [1]), ...row("membersTotal", closing, [1 + gained])];
    expect(judge(builtIn("T000-11"), period, { units: units(1), entries })).toMatchObject({
      status,
      display,
      displayTarget: "ít nhất 650.000 người/năm",
      numerator: gained,
      denominator: null,
      averagedMonths,
    });
  });
});

describe("COVERAGE_REGISTER (T001-15)", () => {
  const employers = (withUnion: number, without: number) => [
    ...Array.from({ length: withUnion }, () => ({ workforce: 20, hasUnion: true })),
    ...Array.from({ length: without }, () => ({ workforce: 35, hasUnion: false })),
    { workforce: 19, hasUnion: false },
  ];
  it("stands enterprises without a union in the denominator, and none below 20 workers", () => {
    expect(judge(builtIn("T001-15"), "2025", { employers: employers(39, 1) })).toMatchObject({
      status: "notMet",
      numerator: 39,
      denominator: 40,
      display: "97,50 %",
      // Of employers the one below 20 is not asked for.
      unitsReporting: 40,
      unitsCounted: 40,
    });
    expect(judge(builtIn("T001-15"), "2025", { employers: employers(40, 0) })).toMatchObject({
      status: "met",
      numerator: 40,
      denominator: 40,
    });
    expect(judge(builtIn("T001-15"), "2024", { employers: employers(40, 0) }).status).toBe("inProgress");
  });
  it("is open while the size of one without a union is not known", () => {
    expect(
      judge(builtIn("T001-15"), "2025", {
        employers: [...employers(40, 0), { workforce: null, hasUnion: false }],
      }),
    ).toMatchObject({
      status: "insufficientData",
      unitsMissing: 1,
    });
    expect(
      judge(builtIn("T001-15"), "2025", {
        employers: [...employers(40, 0), { workforce: null, hasUnion: true }],
      }).status,
    ).toBe("met");
  });
});

describe("ALL_UNITS_MIN (T001-13)", () => {
  const models = (figures: number[], ownFigure: number) => [
    ...row("effectiveModels", "2025", figures),
    own("effectiveModels", "2025", ownFigure),
  ];
  it("is met when the least is one, and is shown as the share of those that have one", () => {
    expect(
      judge(builtIn("T001-13"), "2025", { units: units(3), entries: models([1, 4, 1], 1) }),
    ).toMatchObject({ status: "met", numerator: 4, denominator: 4 });
    expect(
      judge(builtIn("T001-13"), "2025", { units: units(3), entries: models([9, 9, 0], 9) }),
    ).toMatchObject({ status: "notMet", numerator: 3, denominator: 4, display: "75,00 %" });
    expect(judge(builtIn("T001-13"), "2025", { units: units(3), entries: models([1, 1, 1], 0) }).status).toBe(
      "notMet",
    );
  });
});

describe("ALLOCATION_RULE (T000-15)", () => {
  const kept = (retained: readonly number[], collected: readonly number[], period = "2024") =>
    judge(builtIn("T000-15"), period, {
      units: units(retained.length),
      entries: [
        ...row("unionFundRetained", period, retained),
        ...row("unionFundCollected", period, collected),
      ],
    });
  it.each([
    [74_499, "notMet", "74,499 %"],
    [74_500, "met", "74,50 %"],
    [75_000, "met", "75,00 %"],
    [75_500, "met", "75,50 %"],
    [75_501, "notMet", "75,501 %"],
  ] as const)("%i of 100.000 đồng kept are %s", (retained, status, display) => {
    expect(kept([retained], [100_000])).toMatchObject({
      status,
      display,
      displayTarget: "bằng 75 % (±0,5 điểm %)",
    });
  });
  it("holds of the sums, and is a norm that no month can meet early", () => {
    expect(kept([80_000, 70_000], [100_000, 100_000])).toMatchObject({ status: "met", numerator: 150_000 });
    expect(kept([75_000], [100_000], "2024-H1").status).toBe("inProgress");
  });
});
