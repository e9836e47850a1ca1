// Targets and evaluations published elsewhere (domain.md §b.9): each is written as data, passes the schema of an own
// programme and is judged once; what was printed then is printed again. Expected figures are worked out by hand.
// Over 300 lines because it is one table.
import { describe, expect, it } from "vitest";
import { hundredthsOf } from "../domain/evaluate/comparison.ts";
import type { MemoryOffice } from "../domain/evaluate/memory-source.ts";
import { rollUp } from "../domain/evaluate/roll-up.ts";
import { entriesIn, unionsIn } from "../domain/evaluate/table-fixtures.ts";
import { judge } from "../domain/evaluate/test-fixtures.ts";
import type { EvaluationStatus } from "../domain/evaluation.ts";
import type { Indicator } from "../domain/indicator.ts";
import { formatShare } from "../domain/number-format.ts";
import type { Programme } from "../domain/programme.ts";
import { type ManualVerdict, NO_FORMULA, type Target } from "../domain/target.ts";
import { parseProgramme } from "./programme-schema.ts";

const ENTERPRISES = ["stateEnterprise", "privateEnterprise", "fdiEnterprise", "cooperative"] as const;
const MEMBERS: Indicator = {
  shape: "COUNT_PER_PERIOD",
  population: "grassroots",
  numerator: { kind: "sum", elements: ["membersTotal"] },
  policy: "all",
};
const WITH_AGREEMENT: Indicator = {
  shape: "UNIT_SHARE",
  population: "grassroots",
  segment: { employerTypes: ENTERPRISES },
  numerator: { kind: "countUnits", where: { kind: "isYes", element: "claInForce" } },
  denominator: { kind: "countUnits" },
  policy: "all",
};
/** Of those that may have one under the law: a condition below, not a policy about who answered. */
const WITH_AGREEMENT_OF_ELIGIBLE: Indicator = {
  ...WITH_AGREEMENT,
  denominator: { kind: "countUnits", where: { kind: "isYes", element: "claEligible" } },
};
const SHIFT_MEAL_25: Indicator = {
  ...WITH_AGREEMENT,
  numerator: {
    kind: "countUnits",
    where: { kind: "atLeast", elements: ["shiftMealValue"], minimum: 25_000 },
  },
};
const COVERED_25: Indicator = {
  shape: "COVERAGE_REGISTER",
  population: "grassroots",
  numerator: { kind: "countEmployers", minimumWorkers: 25, withUnion: true },
  denominator: { kind: "countEmployers", minimumWorkers: 25 },
  policy: "all",
};
const CARED_FOR: Indicator = {
  shape: "EVENT_SHARE",
  population: "grassroots",
  numerator: { kind: "sum", elements: ["hardshipMembersVisited"] },
  denominator: { kind: "sum", elements: ["hardshipMembers"] },
  policy: "all",
};
const total = (...elements: string[]): Indicator => ({
  shape: "COUNT_PER_PERIOD",
  population: "grassrootsAndSelf",
  numerator: { kind: "sum", elements },
  policy: "all",
});
const FOUNDED: Indicator = {
  shape: "COUNT_PER_PERIOD",
  population: "grassroots",
  numerator: { kind: "countEstablished" },
  policy: "all",
};

type Asked = Pick<Target, "indicator" | "comparator" | "value" | "time"> &
  Partial<Pick<Target, "measureUnit" | "qualitative">>;
const by = (year: number) => ({ kind: "byYear", year, since: "year" }) as const;
const inTerm = (year: number) => ({ kind: "byYear", year, since: "programme" }) as const;
const stock = (amount: number, year: number): Asked => ({
  indicator: MEMBERS,
  comparator: "gte",
  value: { scale: "count", amount },
  time: by(year),
  measureUnit: "người",
});
const share = (
  indicator: Indicator,
  comparator: "gt" | "gte" | "eq",
  percent: number,
  time: Target["time"],
): Asked => ({ indicator, comparator, value: { scale: "percent", amount: percent * 100 }, time });
const perTerm = (
  indicator: Indicator,
  comparator: "gt" | "gte" | "range",
  amount: number,
  measureUnit: string,
  upper?: number,
): Asked => ({
  indicator,
  comparator,
  value: { scale: "count", amount, ...(upper === undefined ? {} : { upper }) },
  time: inTerm(2028),
  measureUnit,
});
const judgedByPerson = (year: number): Asked => ({
  indicator: NO_FORMULA,
  comparator: "gte",
  value: { scale: "percent", amount: 0 },
  time: by(year),
  qualitative: true,
});

/** Written to JSON and read back through the schema, as an office would load it. */
function load(asked: Asked, term: Programme["term"]): Target {
  const target = { id: "T", group: null, title: "Chỉ tiêu", titleEnglish: "", measureUnit: "", ...asked };
  const reading = parseProgramme(
    JSON.parse(
      JSON.stringify({
        code: "FOUND",
        source: "",
        title: "Chương trình",
        titleEnglish: "",
        issuer: "Công đoàn",
        symbol: null,
        issuedOn: null,
        term,
        state: "inForce",
        lastValidOn: null,
        legalBases: [],
        contentBlocks: [],
        targetGroups: [],
        taskGroups: [],
        tasks: [],
        targets: [target],
        results: [],
        steeringCommittee: null,
        notes: [],
      }),
    ),
  );
  expect(reading).toMatchObject({ ok: true });
  const loaded = reading.ok ? reading.programme.targets[0] : undefined;
  expect(loaded).toEqual(target);
  return loaded ?? target;
}

interface Case {
  readonly id: string;
  /** The arithmetic. */
  readonly why: string;
  readonly asked: Asked;
  readonly term: Programme["term"];
  readonly period: string;
  readonly unions?: string;
  readonly figures?: readonly string[];
  readonly office?: Partial<MemoryOffice>;
  readonly found?: string;
  /** numerator, denominator, print, what is asked, verdict */
  readonly is: readonly [number | null, number | null, string, string, EvaluationStatus];
}

const NQ02 = { from: 2021, to: 2045 };
const CONGRESS = { from: 2023, to: 2028 };
const DISTRICT = { from: 2023, to: 2028 };
const WARD = { from: 2025, to: 2030 };
const founded = (count: number) => ({
  establishments: Array.from({ length: count }, (_, index) => ({
    uid: `u${index}`,
    on: `${2023 + (index % 6)}-04-01`,
    workforce: 30,
  })),
});
const employers = (withUnion: number, without: number) => ({
  employers: Array.from({ length: withUnion + without }, (_, index) => ({
    workforce: 25,
    hasUnion: index < withUnion,
  })),
});

const CASES: readonly Case[] = [
  {
    id: "N02-2023a",
    why: "7,000,000 + 5,000,000 members at the end of 2023",
    asked: stock(12_000_000, 2023),
    term: NQ02,
    period: "2023",
    figures: ["membersTotal 2023-M12: 7000000 5000000"],
    is: [12_000_000, null, "12.000.000 người", "ít nhất 12.000.000 người", "met"],
  },
  {
    id: "N02-2023b",
    why: "7/10 is exactly 70 %, “trên 70%” is not reached",
    asked: share(WITH_AGREEMENT, "gt", 70, by(2023)),
    term: NQ02,
    period: "2023",
    figures: ["claInForce 2023-Q4: yes×7 no×3"],
    is: [7, 10, "70,00 %", "trên 70 %", "notMet"],
  },
  {
    id: "N02-2025a",
    why: "one member short of 13.5 million",
    asked: stock(13_500_000, 2025),
    term: NQ02,
    period: "2025",
    figures: ["membersTotal 2025-M12: 13499999"],
    is: [13_499_999, null, "13.499.999 người", "ít nhất 13.500.000 người", "notMet"],
  },
  {
    id: "N02-2025b",
    why: "“hầu hết” has no number: a person finds it met, and says why",
    asked: judgedByPerson(2025),
    term: NQ02,
    period: "2025",
    found: "Còn 3 doanh nghiệp mới thành lập",
    is: [null, null, "Còn 3 doanh nghiệp mới thành lập", "theo nhận xét", "met"],
  },
  {
    id: "N02-2025b, before anybody judged it",
    why: "no figure takes a person's place",
    asked: judgedByPerson(2025),
    term: NQ02,
    period: "2025",
    is: [null, null, "—", "theo nhận xét", "insufficientData"],
  },
  {
    id: "N02-2025c",
    why: "8/10",
    asked: share(WITH_AGREEMENT, "gte", 80, by(2025)),
    term: NQ02,
    period: "2025",
    figures: ["claInForce 2025-Q4: yes×8 no×2"],
    is: [8, 10, "80,00 %", "từ 80 % trở lên", "met"],
  },
  {
    id: "N02-2030a, members",
    why: "16,600,000 is 100,000 above 16.5 million",
    asked: stock(16_500_000, 2030),
    term: NQ02,
    period: "2030",
    figures: ["membersTotal 2030-M12: 16600000"],
    is: [16_600_000, null, "16.600.000 người", "ít nhất 16.500.000 người", "exceeded"],
  },
  {
    id: "N02-2030a, where there is no representation",
    why: "most workers take part in some activities: a person judges",
    asked: judgedByPerson(2030),
    term: NQ02,
    period: "2030",
    found: "Chưa khảo sát hết các khu nhà trọ",
    is: [null, null, "Chưa khảo sát hết các khu nhà trọ", "theo nhận xét", "met"],
  },
  {
    id: "N02-2030b",
    why: "16/19 = 0.84210…",
    asked: share(WITH_AGREEMENT, "gte", 85, by(2030)),
    term: NQ02,
    period: "2030",
    figures: ["claInForce 2030-Q4: yes×16 no×3"],
    is: [16, 19, "84,21 %", "từ 85 % trở lên", "notMet"],
  },
  {
    id: "N02-2045, members",
    why: "most workers are members: a person judges, in 2045 only",
    asked: judgedByPerson(2045),
    term: NQ02,
    period: "2045",
    found: "Đã khảo sát",
    is: [null, null, "Đã khảo sát", "theo nhận xét", "met"],
  },
  {
    id: "N02-2045, agreements",
    why: "99/100",
    asked: share(WITH_AGREEMENT, "gte", 99, by(2045)),
    term: NQ02,
    period: "2045",
    figures: ["claInForce 2045-Q4: yes×99 no"],
    is: [99, 100, "99,00 %", "từ 99 % trở lên", "met"],
  },
  {
    id: "KH135, members",
    why: "a stock of 12 million is due at the end of 2023: in June it is in progress, and has no pace",
    asked: stock(12_000_000, 2023),
    term: { from: 2021, to: 2023 },
    period: "2023-H1",
    figures: ["membersTotal 2023-M06: 11900000"],
    is: [11_900_000, null, "11.900.000 người", "ít nhất 12.000.000 người", "inProgress"],
  },
  {
    id: "KH135, enterprises",
    why: "39 of 40 enterprises of 25 workers or more: 97.5 %",
    asked: share(COVERED_25, "eq", 100, by(2023)),
    term: { from: 2021, to: 2023 },
    period: "2023",
    office: employers(39, 1),
    is: [39, 40, "97,50 %", "đủ 100 %", "notMet"],
  },
  {
    id: "DH13-a",
    why: "15 million at the end of the term",
    asked: stock(15_000_000, 2028),
    term: CONGRESS,
    period: "2028",
    figures: ["membersTotal 2028-M12: 15000000"],
    is: [15_000_000, null, "15.000.000 người", "ít nhất 15.000.000 người", "met"],
  },
  {
    id: "DH13-b",
    why: "40 of 40",
    asked: share(COVERED_25, "eq", 100, { kind: "annual", stated: true }),
    term: CONGRESS,
    period: "2024",
    office: employers(40, 0),
    is: [40, 40, "100,00 %", "đủ 100 %", "met"],
  },
  {
    id: "DH13-c",
    why: "83 of 100 that may have one; the 20 that may not, and have none, do not stand below",
    asked: share(WITH_AGREEMENT_OF_ELIGIBLE, "gte", 83, { kind: "annual", stated: true }),
    term: CONGRESS,
    period: "2024",
    figures: ["claEligible 2024: yes×100 no×20", "claInForce 2024-Q4: yes×83 no×37"],
    is: [83, 100, "83,00 %", "từ 83 % trở lên", "met"],
  },
  {
    id: "CTr05",
    why: "1,000 + 429 = 1,429 new agreements in the first half of 2025, of 3,572 a year",
    asked: {
      indicator: total("claNew"),
      comparator: "gte",
      value: { scale: "count", amount: 3572 },
      time: { kind: "annual", stated: true },
      measureUnit: "bản",
    },
    term: CONGRESS,
    period: "2025-H1",
    figures: ["claNew 2025-Q1: 1000", "claNew 2025-Q2: 429"],
    is: [1429, null, "1.429 bản", "ít nhất 3.572 bản", "inProgress"],
  },
  {
    id: "CTr05, shift meals",
    why: "the stored text gives no number; an office may ask that 80 % reach 25.000 đồng: 24.999 does not",
    asked: share(SHIFT_MEAL_25, "gte", 80, { kind: "annual", stated: true }),
    term: CONGRESS,
    period: "2025",
    figures: ["shiftMealValue 2025: 25000 30000 25000 24999 26000"],
    is: [4, 5, "80,00 %", "từ 80 % trở lên", "met"],
  },
  ...(
    [
      [499, "notMet"],
      [500, "met"],
      [600, "met"],
      [601, "exceeded"],
    ] as const
  ).map(
    ([members, verdict]): Case => ({
      id: `Nghi Xuân, new members: ${members}`,
      why: "“500–600” in the term: both ends are met, above is exceeded",
      asked: perTerm(total("membersAdmitted"), "range", 500, "người", 600),
      term: DISTRICT,
      period: "2028",
      figures: [
        ...[2023, 2024, 2025, 2026, 2027].map((year) => `membersAdmitted ${year}: 80`),
        `membersAdmitted 2028: ${members - 400}`,
      ],
      is: [members, null, `${members} người`, "từ 500 đến 600 người", verdict],
    }),
  ),
  ...(
    [
      [9, "notMet"],
      [10, "met"],
      [15, "met"],
      [16, "exceeded"],
    ] as const
  ).map(
    ([unions, verdict]): Case => ({
      id: `Nghi Xuân, new unions: ${unions}`,
      why: "“10–15” in the term, by register events",
      asked: perTerm(FOUNDED, "range", 10, "CĐCS", 15),
      term: DISTRICT,
      period: "2028",
      office: founded(unions),
      is: [unions, null, `${unions} CĐCS`, "từ 10 đến 15 CĐCS", verdict],
    }),
  ),
  {
    id: "Nghi Xuân, shelters",
    why: "2 + 3 + 2 + 3 + 2 + 3 = 15 is not “trên 15”",
    asked: perTerm(total("sheltersBuilt", "sheltersRepaired"), "gt", 15, "căn"),
    term: DISTRICT,
    period: "2028",
    figures: [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) => [
      `sheltersBuilt ${year}: 2`,
      `sheltersRepaired ${year}: ${1 - (year % 2)}`,
      `self sheltersBuilt ${year}: 0`,
      `self sheltersRepaired ${year}: 0`,
    ]),
    is: [15, null, "15 căn", "trên 15 căn", "notMet"],
  },
  {
    id: "Nghi Xuân, people supported",
    why: "6 × 167 = 1,002 turns in the term",
    asked: perTerm(total("supportTurns"), "gt", 1000, "lượt"),
    term: DISTRICT,
    period: "2028",
    figures: [2023, 2024, 2025, 2026, 2027, 2028].flatMap((year) => [
      `supportTurns ${year}: 160`,
      `self supportTurns ${year}: 7`,
    ]),
    is: [1002, null, "1.002 lượt", "trên 1.000 lượt", "exceeded"],
  },
  {
    id: "Hồng Hà, agreements",
    why: "17/20 = 85 %",
    asked: share(WITH_AGREEMENT, "gte", 85, by(2030)),
    term: WARD,
    period: "2030",
    figures: ["claInForce 2030-Q4: yes×17 no×3"],
    is: [17, 20, "85,00 %", "từ 85 % trở lên", "met"],
  },
  {
    id: "Hồng Hà, members in hardship",
    why: "5 of 6 who asked: 0.83333…",
    asked: share(CARED_FOR, "eq", 100, { kind: "annual", stated: false }),
    term: WARD,
    period: "2026",
    figures: ["hardshipMembersVisited 2026: 5", "hardshipMembers 2026: 6"],
    is: [5, 6, "83,33 %", "đủ 100 %", "notMet"],
  },
  {
    id: "Hồng Hà, nobody in hardship",
    why: "0 of 0",
    asked: share(CARED_FOR, "eq", 100, { kind: "annual", stated: false }),
    term: WARD,
    period: "2026",
    figures: ["hardshipMembersVisited 2026: -", "hardshipMembers 2026: -"],
    is: [0, 0, "không phát sinh", "đủ 100 %", "noOccurrence"],
  },
];

describe("targets outside the seeds are programmes like any other", () => {
  it.each(CASES)("$id: $why", ({ asked, term, period, unions, figures = [], office, found, is }) => {
    const verdict: ManualVerdict = {
      period,
      verdict: "met",
      text: found ?? "",
      author: "Nguyễn Thị Lan",
      at: "2026-01-05T02:00:00.000Z",
    };
    const target = load(asked, term);
    const { numerator, denominator, display, displayTarget, status, pace } = judge(
      found === undefined ? target : { ...target, verdicts: [verdict] },
      period,
      { units: unionsIn(unions, figures), entries: entriesIn(figures), ...office },
      { term },
    );
    expect([numerator, denominator, display, displayTarget, status]).toEqual(is);
    if (asked.indicator === MEMBERS) expect(pace).toBeNull();
  });
});

describe("what was printed then is printed again", () => {
  const YEAR = { kind: "annual", stated: true } as const;
  const achieved = (indicator: Indicator, amount: number, office: Partial<MemoryOffice>) =>
    judge(
      load({ indicator, comparator: "gte", value: { scale: "count", amount }, time: YEAR }, NQ02),
      "2022",
      office,
      { term: NQ02 },
    );

  it("Trà Vinh: 19.627 members of 15.000 are 130,85 %, and 27 unions of 27 are 100 %", () => {
    const figures = ["membersAdmitted 2022: 10000 9627"];
    const members = achieved(total("membersAdmitted"), 15_000, {
      units: unionsIn(undefined, figures),
      entries: entriesIn(figures),
    });
    expect(members).toMatchObject({ numerator: 19_627, completion: 13_085, status: "exceeded" });
    const unions = {
      establishments: Array.from({ length: 27 }, (_, index) => ({
        uid: `u${index}`,
        on: "2022-03-01",
        workforce: null,
      })),
    };
    expect(achieved(FOUNDED, 27, unions)).toMatchObject({ numerator: 27, completion: 10_000, status: "met" });
  });

  // 3,479/2,814 = 1.23631… and 3,479/2,815 = 1.23587…: no whole target prints 123,61. Half-way through a term it does:
  // 3,479 of half of 5,629 = 3,479/2,814.5 = 1.23609…
  it("Trà Vinh: 3.479 at mid-term print 123,61 % as the pace towards 5.629, and of no whole number of people", () => {
    const term = { from: 2018, to: 2022 };
    const figures = [
      "outstandingIntroduced 2018: 1400",
      "outstandingIntroduced 2019: 1400",
      "outstandingIntroduced 2020-Q1: 300",
      "outstandingIntroduced 2020-Q2: 379",
    ];
    const asked: Asked = {
      indicator: { ...total("outstandingIntroduced"), population: "grassroots" },
      comparator: "gte",
      value: { scale: "count", amount: 5629 },
      time: inTerm(2022),
    };
    const office = { units: unionsIn(undefined, figures), entries: entriesIn(figures) };
    expect(judge(load(asked, term), "2020-H1", office, { term })).toMatchObject({
      status: "inProgress",
      numerator: 3479,
      pace: 12_361,
      // 3,479/5,629 = 0.61804…
      completion: 6180,
    });
    expect([2814, 2815].map((amount) => hundredthsOf(3479, amount))).toEqual([12_363, 12_359]);
  });

  it("Bắc Kạn: 700, 54, 8 and 8 of 789 unions, the 19 not graded standing below", () => {
    const grades = ["excellent", "good", "completed", "notCompleted"] as const;
    const figures = ["qualityGrade 2022: excellent×700 good×54 completed×8 notCompleted×8 notRated×19"];
    const office = { units: unionsIn(undefined, figures), entries: entriesIn(figures) };
    const printed = grades.map((grade) => {
      const indicator: Indicator = {
        shape: "UNIT_SHARE",
        population: "grassroots",
        numerator: {
          kind: "countUnits",
          where: { kind: "gradeIn", element: "qualityGrade", grades: [grade] },
        },
        denominator: { kind: "countUnits" },
        policy: "all",
      };
      const { numerator, denominator, display } = judge(
        load(share(indicator, "gte", 1, YEAR), NQ02),
        "2022",
        office,
        { term: NQ02 },
      );
      return [numerator, denominator, display];
    });
    expect(printed).toEqual([
      [700, 789, "88,72 %"],
      [54, 789, "6,84 %"],
      [8, 789, "1,01 %"],
      [8, 789, "1,01 %"],
    ]);
    // 88.72 + 6.84 + 1.01 + 1.01 = 97.58 is the sum of the printed shares; of the unions themselves it is
    // 770/789 = 97.5918…, and the 19 left are 2.4081… %.
    const hundredths = printed.map(([, , print]) => Number(String(print).replaceAll(/\D/g, "")));
    expect(hundredths.reduce((sum, share) => sum + share, 0)).toBe(9758);
    expect([formatShare(770, 789), formatShare(19, 789)]).toEqual(["97,59 %", "2,41 %"]);
  });

  it("Nghệ An: 10 of 14 yearly targets met and exceeded", () => {
    const statuses = (status: EvaluationStatus, count: number) =>
      Array.from({ length: count }, () => ({ status }));
    const rows = [
      ...statuses("met", 7),
      ...statuses("exceeded", 3),
      ...statuses("notMet", 2),
      ...statuses("inProgress", 1),
      ...statuses("noOccurrence", 1),
    ];
    expect(rollUp(rows)).toEqual({
      total: 14,
      judged: 12,
      reached: 10,
      byStatus: { met: 7, exceeded: 3, notMet: 2, inProgress: 1, noOccurrence: 1 },
    });
  });
});
