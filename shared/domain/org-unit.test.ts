// Kinds of units and their classification (domain.md §a.1, §c.1).
import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  AGENCIES,
  EMPLOYER_TYPES,
  ENTERPRISES,
  GRASSROOTS_KINDS,
  NON_STATE_ENTERPRISES,
  OFFICE_KINDS,
  sectorOf,
  UNIT_KINDS,
  WORKFORCE_BANDS,
  workforceBand,
} from "./org-unit.ts";

it.each([
  ["adminAgency", "state"],
  ["publicServiceUnit", "state"],
  ["stateEnterprise", "state"],
  ["nonPublicServiceUnit", "nonState"],
  ["privateEnterprise", "nonState"],
  ["fdiEnterprise", "nonState"],
  ["cooperative", "nonState"],
  ["occupationalUnion", "nonState"],
  ["other", "nonState"],
] as const)("%s belongs to the sector %s", (employerType, sector) => {
  expect(sectorOf(employerType)).toBe(sector);
});

it("an enterprise is no agency, and non-state ones are those outside the state sector", () => {
  const agencies: readonly string[] = AGENCIES;
  expect(ENTERPRISES.filter((type) => agencies.includes(type))).toEqual([]);
  expect(ENTERPRISES.filter((type) => sectorOf(type) === "nonState")).toEqual(NON_STATE_ENTERPRISES);
  // Private schools, occupational unions and "other" are counted apart (domain.md §j 5).
  const apart = EMPLOYER_TYPES.filter(
    (type) => !agencies.includes(type) && !new Set<string>(ENTERPRISES).has(type),
  );
  expect(apart).toEqual(["nonPublicServiceUnit", "occupationalUnion", "other"]);
});

it.each([
  [0, 0],
  [9, 0],
  [10, 10],
  [19, 10],
  [20, 20],
  [24, 20],
  [25, 25],
  [49, 25],
  [50, 50],
  [199, 50],
  [200, 200],
  [499, 200],
  [500, 500],
  [1999, 500],
  [2000, 2000],
  [84_000, 2000],
])("%i workers fall into the band from %i", (workforce, band) => {
  expect(workforceBand(workforce)).toBe(band);
});

it("every headcount has exactly one band, and bands rise with the headcount", () => {
  const headcount = fc.nat({ max: 5000 });
  fc.assert(
    fc.property(headcount, headcount, (left, right) => {
      const band = workforceBand(left);
      const next = WORKFORCE_BANDS[WORKFORCE_BANDS.indexOf(band) + 1];
      expect(band <= left && (next === undefined || left < next)).toBe(true);
      if (left <= right) expect(band).toBeLessThanOrEqual(workforceBand(right));
    }),
  );
});

it("an office stands above the reporting rows, and is never one", () => {
  const rows: readonly string[] = GRASSROOTS_KINDS;
  expect(OFFICE_KINDS.filter((kind) => rows.includes(kind))).toEqual([]);
  expect(UNIT_KINDS.filter((kind) => rows.includes(kind))).toEqual(["grassrootsUnion", "occupationalUnion"]);
});

it("no code stands twice", () => {
  for (const list of [UNIT_KINDS, EMPLOYER_TYPES, WORKFORCE_BANDS])
    expect(new Set<string | number>(list).size).toBe(list.length);
});
