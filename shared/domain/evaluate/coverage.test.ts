// How much of the time is behind a figure, and that nothing reported is no figure.
import { describe, expect, it } from "vitest";
import { builtIn, explain, judge, row, targetOf, unit, units } from "./test-fixtures.ts";

const ADMITTED = builtIn("T004-01");
const year2024 = { ...ADMITTED, indicator: { ...ADMITTED.indicator, population: "grassroots" as const } };

describe("periods behind a figure", () => {
  it("one month of twelve is said to be one month of twelve", () => {
    const office = { units: units(2), entries: row("membersAdmitted", "2024-M01", [30, null]) };
    const { evaluation, contributions } = explain(year2024, "2024", office);
    expect(evaluation).toMatchObject({
      numerator: 30,
      periods: { rhythm: "month", answered: 1, asked: 12 },
      unitsReporting: 1,
      unitsCounted: 0,
      unitsMissing: 2,
    });
    expect(contributions.map(({ elements }) => elements[0]?.periods)).toEqual([
      { rhythm: "month", answered: 1, asked: 12 },
      { rhythm: "month", answered: 0, asked: 12 },
    ]);
  });

  it("a quarter's figure stands for its three months, and only months that are over by the period are asked", () => {
    const entries = [...row("membersAdmitted", "2024-Q1", [30]), ...row("membersAdmitted", "2024-M05", [4])];
    expect(judge(year2024, "2024-H1", { units: units(1), entries }).periods).toEqual({
      rhythm: "month",
      answered: 4,
      asked: 6,
    });
  });

  it("a union founded in September is asked for four months", () => {
    const young = [unit("u0", { establishedOn: "2024-09-10" })];
    const entries = row("membersAdmitted", "2024-M12", [3]);
    expect(judge(year2024, "2024", { units: young, entries }).periods).toEqual({
      rhythm: "month",
      answered: 1,
      asked: 4,
    });
  });

  it("what is counted since 1 January covers the months up to it", () => {
    const entries = [...row("peopleInformed", "2024-H1", [40]), ...row("workersTotal", "2024-M12", [100])];
    expect(judge(builtIn("T000-01"), "2024", { units: units(1), entries }).periods).toEqual({
      rhythm: "month",
      answered: 6,
      asked: 12,
    });
  });

  it("a stock has no periods to count", () => {
    const entries = row("claInForce", "2024-Q4", [1]);
    expect(judge(builtIn("T001-05"), "2024", { units: units(1), entries }).periods).toBeNull();
  });
});

describe("a figure made of nothing", () => {
  it("is not shown where nobody has reported", () => {
    const silent = judge(builtIn("T001-05"), "2024", { units: units(22) });
    expect(silent).toMatchObject({
      display: "—",
      numerator: null,
      denominator: null,
      needed: null,
      completion: null,
      unitsReporting: 0,
      unitsMissing: 22,
      status: "insufficientData",
    });
  });

  it("is not shown where only the whole is known", () => {
    const entries = row("workersTotal", "2024-M12", [100, 50]);
    expect(judge(builtIn("T000-01"), "2024", { units: units(2), entries })).toMatchObject({
      display: "—",
      numerator: null,
    });
  });

  it("a flow nobody has reported is neither 0 nor missed", () => {
    expect(judge(year2024, "2024", { units: units(3) })).toMatchObject({ display: "—", numerator: null });
    expect(judge(year2024, "2024", { units: units(3) }, { policy: "reported" })).toMatchObject({
      display: "—",
      status: "insufficientData",
    });
  });

  it("under 'who reported' a silence is not 'not applicable'", () => {
    const silent = judge(builtIn("T001-05"), "2024", { units: units(3) }, { policy: "reported" });
    expect(silent.status).toBe("insufficientData");
  });

  it("the units reported and the units asked are the same whichever denominator leaves some out", () => {
    const entries = [
      ...row("workersTotal", "2024-M12", [100, 50, 10]),
      ...row("peopleInformed", "2024-H1", [null, 20, null]),
      ...row("peopleInformed", "2024", [80, null, null]),
    ];
    const office = { units: units(3), entries };
    const counts = (policy: "all" | "reported") => {
      const row = judge(builtIn("T000-01"), "2024", office, { policy });
      return [row.unitsReporting, row.unitsCounted, row.unitsMissing, row.unitsLeftOut];
    };
    // Two have reported, one of them only for half the year.
    expect(counts("all")).toEqual([2, 1, 2, 0]);
    expect(counts("reported")).toEqual([2, 1, 0, 2]);
  });

  it("says how much of the numerator has no denominator beside it", () => {
    const office = {
      units: [...units(2), unit("u2", { endedOn: "2024-06-30" }), unit("u3", { endedOn: "2023-06-30" })],
      entries: [
        ...row("membersTotal", "2024-M12", [100, null]),
        ...row("membersBenefiting", "2024-H1", [30, 20, 5, 9]),
        ...row("membersBenefiting", "2024", [40, 25]),
      ],
    };
    // 40 + 25 + 5 members benefited; the second union has no stock, the third ended in June, the fourth the year before.
    for (const policy of ["all", "reported"] as const)
      expect(judge(builtIn("T000-05"), "2024", office, { policy })).toMatchObject({
        numerator: 40,
        denominator: 100,
        withoutWhole: { units: 2, numerator: 25 + 5 },
      });
    const whole = { ...office, units: units(1) };
    expect(judge(builtIn("T000-05"), "2024", whole).withoutWhole).toBeNull();
  });

  it("one no is a figure of 0", () => {
    const entries = row("claInForce", "2024-Q4", [0, null]);
    expect(judge(builtIn("T001-05"), "2024", { units: units(2), entries })).toMatchObject({
      numerator: 0,
      denominator: 2,
      display: "0,00 %",
    });
  });
});

describe("what is needed", () => {
  it("38 of 47 needs five more enterprises", () => {
    const entries = row(
      "claInForce",
      "2024-Q4",
      Array.from({ length: 47 }, (_, index) => (index < 38 ? 1 : 0)),
    );
    expect(judge(builtIn("T001-05"), "2024", { units: units(47), entries })).toMatchObject({
      display: "80,85 %",
      status: "notMet",
      needed: { amount: 5, direction: "more", perMonth: null },
    });
  });

  it("an average per year counts in what the months left will ask for too", () => {
    const stock = (period: string, members: number) => row("membersTotal", period, [members]);
    const entries = [...stock("2023-M12", 1000), ...stock("2024-M06", 1040)];
    const target = {
      ...targetOf(builtIn("T000-11").indicator),
      time: { kind: "averagePerYear" as const },
      value: { scale: "count" as const, amount: 120 },
    };
    const programme = { ...target, id: "T" };
    // 40 in 6 months, 60 asked for by now: 20 more. By December 120 are asked for: 80 in 6 months, 14 a month.
    expect(judge(programme, "2024-M06", { units: units(1), entries }).needed).toEqual({
      amount: 20,
      direction: "more",
      monthsLeft: 6,
      perMonth: 14,
    });
  });

  it("a flow says what each month left must bring", () => {
    const months = Array.from({ length: 9 }, (_, index) => `2024-M0${index + 1}`);
    const entries = months.flatMap((month) => row("membersAdmitted", month, [10]));
    const target = {
      ...targetOf(year2024.indicator),
      time: year2024.time,
      value: { scale: "count" as const, amount: 100 },
    };
    // 90 so far, 10 more in 3 months: 3.33 a month, so 4.
    expect(judge(target, "2024-9M", { units: units(1), entries }).needed).toEqual({
      amount: 10,
      direction: "more",
      monthsLeft: 3,
      perMonth: 4,
    });
  });
});

describe("what a month does not ask yet", () => {
  it.each([
    ["T000-08", 4],
    ["T000-13", 1],
    ["T000-14a", 3],
    ["T000-16", 4],
    ["T000-17", 1],
  ])("counts nobody as having answered %s, of the %d it is about", (id, asked) => {
    const { evaluation, contributions } = explain(builtIn(id), "2024-M04", {
      units: units(3, { sector: "state" }),
    });
    expect(evaluation).toMatchObject({
      status: "inProgress",
      display: "—",
      unitsCounted: 0,
      unitsReporting: 0,
      unitsMissing: asked,
      unitsNotDue: asked,
    });
    expect(contributions.map(({ standing }) => standing)).toEqual(Array(asked).fill("notDue"));
  });

  it("counts who answers before being asked, and leaves open what the others will say", () => {
    const disclosure = { ...builtIn("T000-16"), comparator: "gte" as const };
    const target = { ...disclosure, value: { scale: "percent" as const, amount: 6000 } };
    const entries = row("financeDisclosed", "2024-Q1", [1, null, 0]);
    // Of 4 (three unions and the office) one said yes and one no: 1 to 3 of 4.
    expect(judge(target, "2024-M04", { units: units(3), entries })).toMatchObject({
      status: "inProgress",
      unitsCounted: 2,
      unitsMissing: 2,
      unitsNotDue: 2,
      worst: { numerator: 1, denominator: 4 },
      best: { numerator: 3, denominator: 4 },
    });
  });
});
