import { describe, expect, it } from "vitest";
import type { UnitRow } from "../../../shared/contract/units.ts";
import { chipOf, countChips, filterUnits, isFiltered, NO_FILTER } from "./register-filter.ts";

function unit(part: Partial<UnitRow>): UnitRow {
  return {
    uid: "00000000-0000-7000-8000-000000000001",
    code: "CS001",
    name: "CĐCS May Phú Tân",
    kind: "grassrootsUnion",
    employerType: "privateEnterprise",
    sector: "nonState",
    workforce: 49,
    selfFinancing: null,
    taxCode: null,
    parentCode: null,
    parentName: null,
    establishedOn: null,
    endedOn: null,
    isActive: true,
    membersTotal: null,
    membersIn: null,
    ...part,
  };
}

const SEWING = unit({});
const SCHOOL = unit({
  code: "CS002",
  name: "CĐCS Trường THCS Hòa Bình",
  employerType: "publicServiceUnit",
  sector: "state",
  workforce: 50,
});
const ENDED = unit({
  code: "CS003",
  name: "Nghiệp đoàn xe ôm",
  employerType: null,
  sector: null,
  workforce: null,
  isActive: false,
  taxCode: "1600123456",
});
const ALL = [SEWING, SCHOOL, ENDED];

describe("the register filter", () => {
  it.each([
    { query: "phu tan", found: [SEWING] },
    { query: "HOÀ bình", found: [SCHOOL] },
    { query: "1600123", found: [ENDED] },
    { query: "cs00", found: ALL },
    { query: "xe dap", found: [] },
    { query: "  ", found: ALL },
  ])("finds $query without accents, case or order", ({ query, found }) => {
    expect(filterUnits(ALL, { ...NO_FILTER, query })).toEqual(found);
  });

  it("takes chips of one group as either, of two groups as both", () => {
    const sector = new Set(["state", "nonState"]);
    expect(filterUnits(ALL, { ...NO_FILTER, sector })).toEqual([SEWING, SCHOOL]);
    expect(filterUnits(ALL, { ...NO_FILTER, sector, band: new Set(["50"]) })).toEqual([SCHOOL]);
  });

  it("puts 49 workers below the boundary of 50 and keeps an unknown headcount apart", () => {
    expect([SEWING, SCHOOL, ENDED].map((row) => chipOf(row, "band"))).toEqual(["25", "50", "unknown"]);
    expect(countChips(ALL, "state")).toEqual(
      new Map([
        ["active", 2],
        ["ended", 1],
      ]),
    );
  });

  it("knows when nothing is chosen", () => {
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, query: " a" })).toBe(true);
    expect(isFiltered({ ...NO_FILTER, state: new Set(["ended"]) })).toBe(true);
  });
});
