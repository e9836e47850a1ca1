// The modifiers and time rules of domain.md §b.0, on the targets of the sources; figures worked out by hand.
import { describe, expect, it } from "vitest";
import { builtIn, judge, own, row, unit, units } from "./test-fixtures.ts";

describe("inner threshold (T001-10)", () => {
  it("a unit counts from its first dialogue on, held or added up over the year", () => {
    const office = (h1: number, year: number) => ({
      entries: [own("authorityDialogueCount", "2024-H1", h1), own("authorityDialogueCount", "2024", year)],
    });
    expect(judge(builtIn("T001-10a"), "2024", office(0, 0)).status).toBe("notMet");
    expect(judge(builtIn("T001-10a"), "2024", office(0, 1))).toMatchObject({
      status: "met",
      numerator: 1,
      denominator: 1,
    });
    expect(judge(builtIn("T001-10a"), "2024", office(1, 5))).toMatchObject({ status: "met", numerator: 1 });
  });

  it("only enterprises with many workers are asked, and the office says how many are many", () => {
    const sized = [500, 499, 2000, null].map((workforce, index) => unit(`u${index}`, { workforce }));
    const entries = row("authorityDialogueCount", "2024", [1, 0, 0, 0]);
    expect(
      judge(builtIn("T001-10b"), "2024", { units: sized, entries, largeWorkforceThreshold: 500 }),
    ).toMatchObject({
      status: "notMet",
      numerator: 1,
      denominator: 2,
    });
    expect(
      judge(builtIn("T001-10b"), "2024", { units: sized, entries, largeWorkforceThreshold: 3000 }),
    ).toMatchObject({
      status: "notApplicable",
      display: "—",
    });
  });
});

describe("a union whose kind the register does not say", () => {
  const of = (...types: readonly ("privateEnterprise" | "adminAgency" | null)[]) => ({
    units: types.map((employerType, index) => unit(`u${index}`, { employerType, sector: null })),
    entries: row("claInForce", "2024", [1, 0, 1]),
  });

  it("may be asked: nothing is said before it is known, and never that the target does not apply", () => {
    expect(judge(builtIn("T001-05"), "2024", of(null, null))).toMatchObject({
      status: "insufficientData",
      unitsMissing: 2,
    });
    expect(judge(builtIn("T001-05"), "2024", of("adminAgency", "adminAgency"))).toMatchObject({
      status: "notApplicable",
    });
  });

  it("is bounded by what it said itself: 1 of 2 or 2 of 3 are both below 90 %", () => {
    expect(
      judge(builtIn("T001-05"), "2024", of("privateEnterprise", "privateEnterprise", null)),
    ).toMatchObject({ status: "notMet", numerator: 1, unitsMissing: 1 });
  });
});

describe("how much is asked", () => {
  it("what the office was given replaces the figure of the programme (story 3)", () => {
    const months = Array.from({ length: 12 }, (_, index) => `2024-M${String(index + 1).padStart(2, "0")}`);
    const entries = [
      ...months.flatMap((month) => row("membersAdmitted", month, [35])),
      own("membersAdmitted", "2024", 0),
    ];
    const office = { units: units(1), entries };
    expect(judge(builtIn("T004-01"), "2024", office).status).toBe("notMet");
    expect(judge(builtIn("T004-01"), "2024", office, { allocated: 420 })).toMatchObject({
      status: "met",
      numerator: 420,
      completion: 10_000,
      displayTarget: "ít nhất 420 người",
    });
    expect(judge(builtIn("T004-01"), "2024", office, { allocated: 419 }).status).toBe("exceeded");
  });

  it.each([
    [499, "notMet"],
    [500, "met"],
    [600, "met"],
    [601, "exceeded"],
  ] as const)("between 500 and 600 members: %i are %s (story 2)", (admitted, status) => {
    const range = {
      ...builtIn("T004-01"),
      comparator: "range",
      value: { scale: "count", amount: 500, upper: 600 },
    } as const;
    const entries = [...row("membersAdmitted", "2024", [admitted]), own("membersAdmitted", "2024", 0)];
    expect(judge(range, "2024", { units: units(1), entries })).toMatchObject({
      status,
      displayTarget: "từ 500 đến 600 người",
    });
  });
});

describe("an amount given out of a range (domain.md §d.5)", () => {
  const range = {
    ...builtIn("T004-01"),
    comparator: "range",
    value: { scale: "count", amount: 500, upper: 600 },
  } as const;
  const of = (admitted: number, allocated: number) =>
    judge(
      range,
      "2024",
      {
        units: units(1),
        entries: [...row("membersAdmitted", "2024", [admitted]), own("membersAdmitted", "2024", 0)],
      },
      { allocated },
    );

  it.each([
    [419, 420, "notMet"],
    [420, 420, "met"],
    [421, 420, "exceeded"],
    [650, 700, "notMet"],
    [700, 700, "met"],
  ] as const)("%i admitted of at least %i given: %s", (admitted, given, status) => {
    const row = of(admitted, given);
    expect(row).toMatchObject({ status, comparator: "gte", displayTarget: `ít nhất ${given} người` });
    expect(row.value).not.toHaveProperty("upper");
  });
});

describe("time", () => {
  it("an act done once stays done for the programme (T001-01a)", () => {
    const entries = [own("resolutionPlanAdopted", "2022", 1), own("resolutionPlanAdopted", "2023", 0)];
    for (const period of ["2022", "2023", "2025"])
      expect(judge(builtIn("T001-01a"), period, { entries }).status).toBe("met");
    expect(judge(builtIn("T001-01a"), "2021", { entries }).status).not.toBe("met");
  });

  it("the value in force at the end of the period judges it, and names its decision", () => {
    const revised = {
      ...builtIn("T001-11"),
      revisions: [
        {
          validFrom: "2024-07-01",
          comparator: "gte",
          value: { scale: "count", amount: 80 },
          decision: "12/QĐ-LĐLĐ",
        },
      ],
    } as const;
    const entries = (period: string) =>
      ["sheltersBuilt", "sheltersRepaired"].flatMap((code) => [
        ...row(code, period, [20]),
        own(code, period, 20),
      ]);
    expect(judge(revised, "2024-H1", { units: units(1), entries: entries("2024-H1") })).toMatchObject({
      status: "inProgress",
      value: { amount: 100 },
      targetInForce: null,
    });
    expect(judge(revised, "2024", { units: units(1), entries: entries("2024") })).toMatchObject({
      status: "met",
      value: { amount: 80 },
      targetInForce: "12/QĐ-LĐLĐ",
    });
  });

  it("pace compares with the share of the year that has passed, and is only a hint", () => {
    const shelters = ["sheltersBuilt", "sheltersRepaired"].flatMap((code) => [
      ...row(code, "2024-H1", [15]),
      own(code, "2024-H1", 15),
    ]);
    // 60 of 100 in half a year: 120 % of the pace.
    expect(judge(builtIn("T001-11"), "2024-H1", { units: units(1), entries: shelters })).toMatchObject({
      status: "inProgress",
      pace: 12_000,
      completion: 6000,
    });
  });

  it("the last day a programme can be compared on still counts", () => {
    const entries = row("claInForce", "2025-Q2", [1]);
    const judged = (lastValidOn: string) =>
      judge(builtIn("T001-05"), "2025-H1", { units: units(1), entries }, { lastValidOn });
    expect(judged("2025-06-30").status).toBe("met");
    expect(judged("2025-06-29")).toMatchObject({ status: "notComparable", numerator: null, display: "—" });
  });
});
