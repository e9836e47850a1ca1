import { expect, it } from "vitest";
import { GRADE_SCHEMES } from "../../catalogue/grade-schemes.ts";
import { elementByCode } from "../../catalogue/elements.ts";
import { breaksOfGrades, breaksOfUnits, breaksWithin, placeOfBreak, type UnitEnd } from "./breaks.ts";

const end = (uid: string, kind: UnitEnd["kind"], on: string, members: number | null = null): UnitEnd => ({
  uid,
  kind,
  on,
  members,
  decision: null,
});

it("61 of 120 unions dissolved on one day part the series, with the members they took along", () => {
  // domain.md §h story 10.
  const ends = Array.from({ length: 61 }, (_, index) => end(`u${index}`, "dissolved", "2025-06-15", 40));
  expect(breaksOfUnits(ends, 120)).toEqual([
    {
      kind: "unitsEnded",
      on: "2025-06-15",
      counts: { dissolved: 61 },
      members: 2440,
      decisions: [],
    },
  ]);
});

it("a single end among many does not, a merger always does, and a split counts once for its two successors", () => {
  expect(breaksOfUnits([end("a", "dissolved", "2024-03-01")], 120)).toEqual([]);
  expect(breaksOfUnits([end("a", "dissolved", "2024-03-01")], 20)).toHaveLength(1);
  expect(breaksOfUnits([end("a", "merged", "2024-03-01")], 120)).toHaveLength(1);
  const split = [end("a", "split", "2024-03-01", 90), end("a", "split", "2024-03-01", 90)];
  expect(breaksOfUnits(split, 120)).toMatchObject([{ counts: { split: 1 }, members: 90 }]);
});

it.each([
  { on: "2022-12-31", place: undefined },
  { on: "2023-01-01", place: undefined },
  { on: "2023-12-31", place: undefined },
  { on: "2024-01-01", place: 1 },
  { on: "2024-12-31", place: 1 },
  { on: "2025-06-15", place: 2 },
  { on: "2026-01-01", place: undefined },
])("of the years 2023 to 2025 a break on $on stands before point $place", ({ on, place }) => {
  expect(placeOfBreak({ kind: "officeFounded", on }, ["2023", "2024", "2025"])).toBe(place);
});

it("a union that ends on the last day of a year is still in that year's stock: the break stands after it", () => {
  const [ended] = breaksOfUnits([end("a", "merged", "2024-12-31")], 120);
  if (!ended) throw new Error("no break");
  expect(placeOfBreak(ended, ["2023", "2024", "2025"])).toBe(2);
});

it("grades changed on 14 August 2019: a series of grades is parted there, one of members is not", () => {
  const years = ["2018", "2019", "2020"];
  const graded = breaksWithin(breaksOfGrades([elementByCode("qualityGrade")], GRADE_SCHEMES), years);
  expect(graded).toEqual([
    { kind: "gradeScheme", on: "2019-08-14", scheme: "Hướng dẫn 1294/HD-TLĐ (14/8/2019)" },
  ]);
  expect(breaksOfGrades([elementByCode("membersTotal")], GRADE_SCHEMES)).toEqual([]);
});
