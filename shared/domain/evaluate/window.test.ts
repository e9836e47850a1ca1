// What time a target is judged over (domain.md §b.0 "Time rule", §d.5 rule 3).
import { describe, expect, it } from "vitest";
import { periodOf, periodsOfYear } from "../period.ts";
import type { TimeRule } from "../target.ts";
import { isTermOver, outsideProgramme, outsideTime, windowOf } from "./window.ts";

const TERM = { from: 2021, to: 2025 };
const ANNUAL: TimeRule = { kind: "annual", stated: true };
const YEAR_2024: TimeRule = { kind: "year", year: 2024 };
const BY_2025: TimeRule = { kind: "byYear", year: 2025, since: "year" };
const BY_2025_SUMMED: TimeRule = { kind: "byYear", year: 2025, since: "programme" };
const AVERAGE: TimeRule = { kind: "averagePerYear" };
const EVENTS: TimeRule = { kind: "perEvent" };
const ONCE: TimeRule = { kind: "oncePerProgramme" };
const EVERY_RULE = [ANNUAL, YEAR_2024, BY_2025, BY_2025_SUMMED, AVERAGE, EVENTS, ONCE];

const windowAt = (time: TimeRule, code: string, term: { from: number; to: number | null } = TERM) => {
  const window = windowOf(time, term, periodOf(code));
  return window && { ...window, period: window.period.code };
};

it.each([
  [
    ANNUAL,
    "2024-H1",
    { kind: "yearToDate", period: "2024-H1", firstYear: 2024, isClosed: false, waitsForClose: false },
  ],
  [ANNUAL, "2024", { kind: "yearToDate", period: "2024", firstYear: 2024, isClosed: true }],
  [ANNUAL, "2024-M12", { kind: "yearToDate", isClosed: true }],
  [ANNUAL, "2024-Q4", { kind: "yearToDate", isClosed: true }],
  [YEAR_2024, "2024-9M", { kind: "yearToDate", isClosed: false }],
  [YEAR_2024, "2024", { kind: "yearToDate", isClosed: true }],
  [BY_2025, "2023", { kind: "yearToDate", period: "2023", isClosed: false, waitsForClose: true }],
  [BY_2025, "2025-9M", { kind: "yearToDate", period: "2025-9M", isClosed: false }],
  [BY_2025, "2025", { kind: "yearToDate", period: "2025", isClosed: true, waitsForClose: true }],
  [BY_2025, "2026-M02", { kind: "yearToDate", period: "2025", isClosed: true }],
  [BY_2025_SUMMED, "2024-H1", { kind: "programme", firstYear: 2021, isClosed: false, elapsedMonths: 42 }],
  [BY_2025_SUMMED, "2027-M03", { kind: "programme", period: "2025", isClosed: true, elapsedMonths: 60 }],
  [AVERAGE, "2023-H1", { kind: "programme", firstYear: 2021, isClosed: false, elapsedMonths: 30 }],
  [AVERAGE, "2025", { kind: "programme", firstYear: 2021, isClosed: true, elapsedMonths: 60 }],
  [EVENTS, "2024-M03", { kind: "period", period: "2024-M03", isClosed: true }],
  [EVENTS, "2024-H1", { kind: "period", period: "2024-H1", isClosed: true }],
  [ONCE, "2022", { kind: "programme", period: "2022", firstYear: 2021, isClosed: false }],
  [ONCE, "2025", { kind: "programme", period: "2025", firstYear: 2021, isClosed: true }],
  [ONCE, "2028-M01", { kind: "programme", period: "2025", firstYear: 2021, isClosed: true }],
] as const)("%j at %s is judged over %j", (time, code, expected) => {
  expect(windowAt(time, code)).toMatchObject(expected);
});

describe("outside its time a target is not in force", () => {
  it.each(EVERY_RULE)("%j before the programme began", (time) => {
    expect(windowAt(time, "2020")).toBeUndefined();
  });
  it.each([ANNUAL, EVENTS, AVERAGE])("%j after the programme ended", (time) => {
    expect(windowAt(time, "2026-M01")).toBeUndefined();
  });
  it("a target of one year in any other", () => {
    expect([windowAt(YEAR_2024, "2023"), windowAt(YEAR_2024, "2025-M01")]).toEqual([undefined, undefined]);
  });
});

it("an open programme has no last year", () => {
  const open = { from: 2021, to: null };
  expect(windowAt(ANNUAL, "2099", open)).toMatchObject({ isClosed: true });
  expect(windowAt(ONCE, "2099", open)).toMatchObject({ period: "2099", isClosed: false });
});

it("no window is judged later than it was asked for, nor begins before the programme", () => {
  for (const time of EVERY_RULE)
    for (const year of [2021, 2024, 2025, 2026])
      for (const asked of periodsOfYear(year)) {
        const window = windowOf(time, TERM, asked);
        if (!window) continue;
        expect(window.period.endOn <= asked.endOn).toBe(true);
        expect(window.firstYear).toBeGreaterThanOrEqual(TERM.from);
        expect(window.firstYear).toBeLessThanOrEqual(window.period.year);
      }
});

it("a term is over from the year after its last; an open one never", () => {
  const over = (code: string) => isTermOver(TERM, periodOf(code));
  expect([over("2020"), over("2025-M12"), over("2025"), over("2026-M01")]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  expect(isTermOver({ from: 2021, to: null }, periodOf("2100"))).toBe(false);
});

describe("why nothing is asked", () => {
  it.each([
    [ANNUAL, "2026-M11", { reason: "termOver", year: 2025 }],
    [undefined, "2026", { reason: "termOver", year: 2025 }],
    [ANNUAL, "2020-Q4", { reason: "beforeTerm", year: 2021 }],
    [undefined, "2020", { reason: "beforeTerm", year: 2021 }],
    [YEAR_2024, "2025", { reason: "otherYear", year: 2024 }],
    [YEAR_2024, "2026", { reason: "otherYear", year: 2024 }],
    [ANNUAL, "2025", undefined],
    [undefined, "2025", undefined],
    [YEAR_2024, "2024-H1", undefined],
    // Judged at the end of its own time, whenever it is looked at.
    [BY_2025, "2026", undefined],
    [ONCE, "2026", undefined],
  ] as const)("%j at %s", (time, code, expected) => {
    expect(outsideTime(TERM, periodOf(code), time)).toEqual(expected && { ...expected, term: TERM });
  });
  it("an open term has no end to name", () => {
    expect(outsideTime({ from: 2021, to: null }, periodOf("2040"), ANNUAL)).toBeUndefined();
  });
  const YEAR_2023 = { kind: "year", year: 2023 } as const;
  it.each([
    [[YEAR_2023, YEAR_2024], "2025-Q3", { reason: "noTarget", year: 2024 }],
    [[YEAR_2023, YEAR_2024], "2022", { reason: "noTarget", year: 2024 }],
    [[YEAR_2023, YEAR_2024], "2023", undefined],
    [[YEAR_2024, ANNUAL], "2025", undefined],
    [[YEAR_2024, BY_2025], "2025", undefined],
    [[YEAR_2024], "2020", { reason: "beforeTerm", year: 2021 }],
    [[YEAR_2024], "2026", { reason: "termOver", year: 2025 }],
    [[], "2025", undefined],
  ] as const)("a programme of %j at %s", (times, code, expected) => {
    expect(
      outsideProgramme({ term: TERM, targets: times.map((time) => ({ time })) }, periodOf(code)),
    ).toEqual(expected && { ...expected, term: TERM });
  });
});
