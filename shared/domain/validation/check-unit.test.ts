// How the rules behave together: what is missing, large sums of đồng, schemes of other years, what a finding says.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_ELEMENTS, elementByCode } from "../../catalogue/elements.ts";
import { GRADE_SCHEMES } from "../../catalogue/grade-schemes.ts";
import { schemeOn } from "../grade-scheme.ts";
import { checkUnit, type Figures, type UnitCheck } from "./check-unit.ts";
import type { Finding } from "./finding.ts";
import { findingSentence } from "./finding-sentence.ts";
import { UNIT_RULES } from "./rules.ts";

type Table = ReadonlyMap<string, number>;
const NOTHING: Figures = () => undefined;
const reading =
  (table: Table): Figures =>
  (code) =>
    table.get(code);

function check(now: Figures, more: Partial<UnitCheck> = {}) {
  return checkUnit({
    now,
    opening: NOTHING,
    before: NOTHING,
    lastYear: NOTHING,
    isGradeEligible: true,
    scheme: schemeOn(GRADE_SCHEMES, "2024-12-31"),
    entered: DATA_ELEMENTS,
    ...more,
  });
}

const sentenceOf = (finding: Finding | undefined) =>
  finding && findingSentence(finding.said, "vi", elementByCode);

const checkTable = (table: Readonly<Record<string, number>>, more: Partial<UnitCheck> = {}) =>
  check(reading(new Map(Object.entries(table))), more);

/** Some figures of every element, small enough for relations to break often; some missing. */
const anyTable: fc.Arbitrary<Table> = fc
  .array(fc.option(fc.nat({ max: 40 }), { freq: 4 }), {
    minLength: DATA_ELEMENTS.length,
    maxLength: DATA_ELEMENTS.length,
  })
  .map(
    (figures) =>
      new Map(
        DATA_ELEMENTS.flatMap(({ code, type }, index) => {
          const figure = figures[index] ?? null;
          if (figure === null) return [];
          return [[code, type === "yesNo" ? figure % 2 : type === "grade" ? figure % 5 : figure]];
        }),
      ),
  );

describe("a missing figure", () => {
  it("never makes any rule speak when nothing else is known", () => {
    expect(check(NOTHING, { earlierThisYear: () => 9, before: () => 9, lastYear: () => 9 })).toEqual([]);
    expect(check(NOTHING, { isGradeEligible: false })).toEqual([]);
  });

  it("silences every finding that named it", () => {
    fc.assert(
      fc.property(anyTable, anyTable, (now, then) => {
        const more = { opening: reading(then), before: reading(then), earlierThisYear: reading(then) };
        for (const { rule, elements } of check(reading(now), more)) {
          // A grade can be wrong by itself, whatever the score says.
          const needed = rule === "V16" ? ["qualityGrade"] : elements;
          for (const missing of needed) {
            const rest = checkTable(Object.fromEntries([...now].filter(([code]) => code !== missing)), more);
            expect(rest.filter((found) => found.rule === rule && found.elements.includes(missing))).toEqual(
              [],
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of the opening stock leaves V04 silent, a known one does not", () => {
    const flows = { membersTotal: 5, membersAdmitted: 0, membersTransferredIn: 0, membersDecreased: 0 };
    const rulesOf = (more: Partial<UnitCheck>) => checkTable(flows, more).map(({ rule }) => rule);
    expect(rulesOf({})).not.toContain("V04");
    expect(rulesOf({ opening: () => 6 })).toContain("V04");
  });

  it("of one reason leaves V03 silent: it could make up the difference", () => {
    expect(checkTable({ membersDecreased: 3, "membersDecreasedBy.retired": 1 })).toEqual([]);
  });

  it("is not zero: members without known workers are not more than the workers", () => {
    expect(checkTable({ membersTotal: 100 })).toEqual([]);
    expect(checkTable({ membersTotal: 100, workersTotal: 0 }).map(({ rule }) => rule)).toEqual(["V02"]);
  });
});

it("a union whose figures agree has no findings", () => {
  const agreeing = {
    workersTotal: 1250,
    workersFemale: 700,
    membersTotal: 1000,
    membersFemale: 600,
    membersAdmitted: 25,
    membersTransferredIn: 5,
    membersDecreased: 10,
    claInForce: 1,
    claCount: 1,
    claMoreFavourable: 1,
    strikes: 1,
    strikesWithUnion: 1,
    unionFundDue: 40_000_000,
    unionFundCollected: 39_000_000,
    unionFundRetained: 29_250_000,
    qualityGrade: 0,
    verifiedScore: 9250,
  };
  const then = reading(new Map(Object.entries({ membersTotal: 980, workersTotal: 1230 })));
  expect(checkTable(agreeing, { opening: then, before: then, lastYear: then })).toEqual([]);
});

it("speaks in the order of the rules and keeps their severity", () => {
  fc.assert(
    fc.property(anyTable, (now) => {
      const found = check(reading(now));
      const ids = found.map(({ rule }) => rule);
      expect(ids).toEqual(ids.toSorted());
      for (const { rule, severity } of found)
        expect(UNIT_RULES.some((known) => known.id === rule && known.severity === severity)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe("shares of large sums", () => {
  // 75,5 % of 4.000.000.000.002.000 is 3.020.000.000.001.510; times ten thousand neither fits a number exactly.
  const collected = 4_000_000_000_002_000;
  it.each([
    [3_020_000_000_001_510, false],
    [3_020_000_000_001_511, true],
    [2_980_000_000_001_490, false],
    [2_980_000_000_001_489, true],
  ])("%i đồng retained is out of bounds: %s", (unionFundRetained, isFound) => {
    const found = checkTable({ unionFundRetained, unionFundCollected: collected });
    expect(found.some(({ rule }) => rule === "V15")).toBe(isFound);
  });

  it("what is printed never lies within the bounds it is said to leave", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        (whole, part) => {
          const found = checkTable({ unionFundRetained: part, unionFundCollected: whole });
          const message = sentenceOf(found.find(({ rule }) => rule === "V15"));
          if (message === undefined) return;
          const printed = /bằng ([\d.,]+) %/.exec(message)?.[1]?.replaceAll(".", "").replace(",", ".");
          expect(Number(printed) >= 74.5 && Number(printed) <= 75.5).toBe(false);
        },
      ),
    );
    const found = checkTable({ unionFundRetained: 75_504, unionFundCollected: 100_000 });
    expect(sentenceOf(found.at(0))).toContain("75,504 %");
  });
});

describe("grades", () => {
  const findGrade = (verifiedScore: number, qualityGrade: number, on: string) =>
    checkTable({ verifiedScore, qualityGrade }, { scheme: schemeOn(GRADE_SCHEMES, on) });

  it.each([
    [10_000, 0],
    [9000, 0],
    [8999, 1],
    [7000, 1],
    [6999, 2],
    [5000, 2],
    [4999, 3],
    [0, 3],
  ])("since 2019 a score of %i hundredths goes with grade %i and no other", (score, grade) => {
    for (const other of [0, 1, 2, 3])
      expect(findGrade(score, other, "2024-12-31")).toHaveLength(other === grade ? 0 : 1);
  });

  it.each([
    [8500, [0, 1]], // 85 and more without the conditions is "khá"
    [8499, [1]],
    [7000, [1]],
    [6999, [2]],
    [4999, [3]],
  ])(
    "before 2019 a score of %i hundredths goes with grades %j by the bands of its time",
    (score, fitting) => {
      const silent = [0, 1, 2, 3].filter((grade) => findGrade(score, grade, "2018-12-31").length === 0);
      expect(silent).toEqual(fitting);
      expect(sentenceOf(findGrade(8000, 0, "2018-12-31").at(0))).toContain("“khá”");
    },
  );

  it("not rated has no score to contradict", () => {
    expect(checkTable({ verifiedScore: 9500, qualityGrade: 4 }, { isGradeEligible: false })).toEqual([]);
  });
});

describe("against other periods", () => {
  it("V07 looks at every figure entered since 1 January, and at no other", () => {
    const found = check(() => 4, { earlierThisYear: () => 5 }).filter(({ rule }) => rule === "V07");
    const asked = found.flatMap(({ elements }) => elements);
    expect(asked).toEqual(expect.arrayContaining(["peopleInformed", "sheltersBuilt", "unionFundRetained"]));
    for (const code of ["membersTotal", "membersAdmitted", "unionFundCollected", "claCount", "qualityGrade"])
      expect(asked).not.toContain(code);
  });

  it.each([
    ["500 times", 500, true],
    ["499 times", 499, false],
    ["1.000 times", 1000, true],
    ["2.000 times", 2000, true],
    ["2.001 times", 2001, false],
  ])("money %s that of last year looks like a mix-up of units: %s", (_, times, isFound) => {
    for (const [now, then] of [
      [times * 1000, 1000],
      [1000, times * 1000],
    ] as const) {
      const found = checkTable({ supportAmount: now }, { lastYear: () => then });
      expect(found.map(({ rule }) => rule)).toEqual(isFound ? ["V20"] : []);
    }
  });

  it("V21 says once what changed against both periods, and leaves stocks below ten alone", () => {
    const against = (then: number) => ({ before: () => then, lastYear: () => then });
    expect(checkTable({ unionOfficers: 14 }, against(10)).map(({ rule }) => rule)).toEqual(["V21"]);
    expect(checkTable({ unionOfficers: 13 }, against(10))).toEqual([]);
    expect(checkTable({ unionOfficers: 30 }, against(9))).toEqual([]);
  });
});
