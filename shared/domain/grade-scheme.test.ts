import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRADE_SCHEMES, gradeSchemeOf, gradeWordsOf } from "../catalogue/grade-schemes.ts";
import { GRADES } from "./data-element.ts";
import {
  bandOf,
  fitsScore,
  type GradeScheme,
  gradeOfScore,
  isGradeEligible,
  type OwnGradeScheme,
  schemeOn,
  withOwnSchemes,
} from "./grade-scheme.ts";

const SCHEME: GradeScheme = {
  code: "s",
  name: "s",
  validFrom: "2019-08-14",
  validTo: "2024-12-31",
  bands: [
    { code: "high", name: "cao", from: 9000 },
    { code: "middle", name: "vừa", from: 5000 },
    { code: "low", name: "thấp", from: 0 },
  ],
  words: gradeWordsOf(2024),
  areBandsConfirmed: true,
  conditions: [],
  monthsSinceEstablished: 12,
  monthsSinceReorganised: 6,
  provenance: "I",
};

describe("isGradeEligible", () => {
  it.each([
    // established, split or merged, on, eligible
    ["2023-12-31", null, "2024-12-31", true], // 12 months to the day
    ["2024-01-01", null, "2024-12-31", false],
    ["2024-02-29", null, "2025-02-27", false],
    ["2024-02-29", null, "2025-02-28", true], // no 29 February in 2025
    [null, null, "2024-12-31", true],
    ["2010-01-01", "2024-06-30", "2024-12-30", true], // 6 months to the day
    ["2010-01-01", "2024-07-01", "2024-12-31", false],
    ["2024-08-31", "2024-08-31", "2025-02-28", true], // founded by a split
    ["2024-03-01", "2024-03-01", "2024-12-31", true],
  ])("established %s, reorganised %s: on %s it is %s", (established, reorganised, on, eligible) => {
    expect(isGradeEligible(SCHEME, established, reorganised, on)).toBe(eligible);
  });

  it("a scheme without ages grades everyone", () => {
    const scheme = { ...SCHEME, monthsSinceEstablished: 0, monthsSinceReorganised: 0 };
    expect(isGradeEligible(scheme, "2024-12-31", null, "2024-12-31")).toBe(true);
  });
});

it("every score has exactly the best band it reaches", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (score) => {
      expect(bandOf(SCHEME, score)?.code).toBe(score >= 9000 ? "high" : score >= 5000 ? "middle" : "low");
    }),
  );
});

it("a scheme without points gives no band", () => {
  expect(bandOf({ ...SCHEME, bands: [] }, 9000)).toBeUndefined();
});

it("the scheme of a day is the one valid on it, first and last day included", () => {
  expect(schemeOn([SCHEME], "2019-08-14")).toBe(SCHEME);
  expect(schemeOn([SCHEME], "2024-12-31")).toBe(SCHEME);
  expect(() => schemeOn([SCHEME], "2019-08-13")).toThrow(RangeError);
  expect(() => schemeOn([SCHEME], "2025-01-01")).toThrow(RangeError);
});

describe.each(GRADE_SCHEMES)("the scheme $code", (scheme) => {
  const score = fc.integer({ min: 0, max: 10_000 });
  const grades = GRADES.slice(0, scheme.bands.length);

  it("puts every score into exactly one band, a better one the higher the score", () => {
    fc.assert(
      fc.property(score, score, (left, right) => {
        const within = (value: number) =>
          scheme.bands.filter(({ from }, index) => {
            const above = scheme.bands[index - 1]?.from ?? 10_001;
            return from <= value && value < above;
          });
        expect(within(left)).toEqual([bandOf(scheme, left)]);
        const rank = (value: number) => GRADES.indexOf(gradeOfScore(scheme, value) ?? "notRated");
        if (left <= right) expect(rank(left)).toBeGreaterThanOrEqual(rank(right));
      }),
    );
  });

  it("every boundary belongs to the band above it", () => {
    for (const [index, { from }] of scheme.bands.entries()) {
      expect(gradeOfScore(scheme, from)).toBe(grades[index]);
      if (from > 0) expect(gradeOfScore(scheme, from - 1)).toBe(grades[index + 1]);
    }
  });

  it("a score takes its own grade, and none at all; below the best only conditions let another in", () => {
    fc.assert(
      fc.property(score, fc.constantFrom(...grades), (value, grade) => {
        const own = gradeOfScore(scheme, value);
        const isLowered = own === "excellent" && grade === "good" && scheme.conditions.length > 0;
        expect(fitsScore(scheme, value, grade)).toBe(grade === own || isLowered);
        expect(fitsScore(scheme, value, "notRated")).toBe(true);
      }),
    );
  });
});

it("a year is graded by the scheme in force on its last day", () => {
  expect(
    ["2018", "2018-M12", "2019", "2019-M01", "2025"].map((period) => gradeSchemeOf(period).code),
  ).toEqual(["before-2019", "before-2019", "1294", "1294", "1294"]);
});

it("own bands hold from their day on; the years before and the names of the grades stay", () => {
  const own = (id: number, validFrom: string, lowest: readonly [number, number, number]): OwnGradeScheme => ({
    id,
    validFrom,
    name: "Bảng điểm của tỉnh",
    decisionNumber: `${id}/QĐ-LĐLĐ`,
    decidedOn: null,
    excellentFrom: lowest[0],
    goodFrom: lowest[1],
    completedFrom: lowest[2],
    condition: null,
    author: "Lan",
    at: "2025-01-02T00:00:00Z",
  });
  const schemes = withOwnSchemes(GRADE_SCHEMES, [
    own(7, "2024-01-01", [9500, 8000, 6000]),
    own(9, "2026-01-01", [9000, 7500, 5000]),
  ]);
  expect(schemes.map(({ code, validFrom, validTo }) => [code, validFrom, validTo])).toEqual([
    ["before-2019", "0000-01-01", "2019-08-13"],
    ["1294", "2019-08-14", "2023-12-31"],
    ["own-7", "2024-01-01", "2025-12-31"],
    ["own-9", "2026-01-01", null],
  ]);
  const gradeIn = (year: number, points: number) => gradeOfScore(schemeOn(schemes, `${year}-12-31`), points);
  // 79,99 points: "tốt" by 1294 and by the second decision, "hoàn thành" by the first.
  expect([2023, 2024, 2025, 2026].map((year) => gradeIn(year, 7999))).toEqual([
    "good",
    "completed",
    "completed",
    "good",
  ]);
  const [, national, first] = schemes;
  expect(first).toMatchObject({
    name: "Bảng điểm của tỉnh (7/QĐ-LĐLĐ)",
    areBandsConfirmed: true,
    words: national?.words,
    monthsSinceEstablished: 12,
  });
  // Bands confirmed for 1294 from its first day on leave nothing of the unconfirmed ones.
  expect(
    withOwnSchemes(GRADE_SCHEMES, [own(1, "2019-08-14", [9000, 7000, 5000])]).map(({ code }) => code),
  ).toEqual(["before-2019", "own-1"]);
});
