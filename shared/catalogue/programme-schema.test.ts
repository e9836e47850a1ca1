// Rule V24 and the shape of own programmes (domain.md §c.3, design.md §4).
import { describe, expect, it } from "vitest";
import type { Programme } from "../domain/programme.ts";
import type { Target } from "../domain/target.ts";
import { parseProgramme } from "./programme-schema.ts";
import { PROGRAMMES } from "./programmes.ts";

const target = (id: string, amount: number, rest: Partial<Target> = {}): Target => ({
  id,
  group: null,
  title: "Đoàn viên phát triển mới",
  titleEnglish: "",
  measureUnit: "người",
  indicator: {
    shape: "COUNT_PER_PERIOD",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["membersAdmitted"] },
    policy: "all",
  },
  comparator: "gte",
  value: { scale: "count", amount },
  time: { kind: "annual", stated: true },
  ...rest,
});

const share = (id: string, percent: number, rest: Partial<Target> = {}): Target =>
  target(id, 0, {
    indicator: {
      shape: "UNIT_SHARE",
      population: "grassroots",
      numerator: { kind: "countUnits", where: { kind: "isYes", element: "claInForce" } },
      denominator: { kind: "countUnits" },
      policy: "all",
    },
    value: { scale: "percent", amount: percent * 100 },
    ...rest,
  });

const NET: Target["indicator"] = {
  shape: "COUNT_PER_PERIOD",
  population: "grassroots",
  numerator: { kind: "netChange", element: "membersTotal" },
  policy: "all",
};

const programme = (targets: readonly unknown[], rest: Record<string, unknown> = {}): unknown => ({
  code: "PT-2026",
  source: "",
  title: "Chương trình của phường Phú Tân",
  titleEnglish: "",
  issuer: "Công đoàn phường Phú Tân",
  symbol: "05/CTr-CĐ",
  issuedOn: "2026-01-15",
  term: { from: 2026, to: 2030 },
  state: "issued",
  lastValidOn: null,
  legalBases: [],
  contentBlocks: [],
  targetGroups: [],
  taskGroups: [],
  tasks: [],
  targets,
  results: [],
  steeringCommittee: null,
  notes: [],
  ...rest,
});

const faultsOf = (json: unknown) => {
  const reading = parseProgramme(json);
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path} ${message}`);
};
/** Shape faults carry the schema's own words; their place is what matters. */
const placesOf = (json: unknown) => {
  const reading = parseProgramme(json);
  return reading.ok ? [] : reading.faults.map(({ path }) => path);
};

describe("what years do not add up to is refused where it is asked over several of them", () => {
  const trained = (time: Target["time"]) =>
    target("T", 500, {
      indicator: {
        shape: "COUNT_PER_PERIOD",
        population: "grassroots",
        numerator: { kind: "sum", elements: ["unionOfficersTrained"] },
        policy: "all",
      },
      time,
    });

  it("officers trained, counted since each January, are not added up since the programme began", () => {
    const over = [
      { kind: "byYear", year: 2030, since: "programme" },
      { kind: "oncePerProgramme" },
      { kind: "averagePerYear" },
    ] as const;
    for (const time of over)
      expect(faultsOf(programme([trained(time)]))).toEqual(["targets.0 PERSONS_OVER_YEARS"]);
    const within = [
      { kind: "byYear", year: 2030, since: "year" },
      { kind: "year", year: 2027 },
      { kind: "annual", stated: true },
    ] as const;
    for (const time of within) expect(faultsOf(programme([trained(time)]))).toEqual([]);
  });

  it("an average per year is one of members admitted, not of a share", () => {
    const time = { kind: "averagePerYear" } as const;
    expect(faultsOf(programme([target("T", 100, { time })]))).toEqual([]);
    expect(faultsOf(programme([share("T", 80, { time })]))).toEqual(["targets.0 AVERAGE_NOT_FORMED"]);
  });
});

it.each(PROGRAMMES.map((each) => [each.code, each] as const))(
  "%s passes and comes out unchanged",
  (_, each) => {
    const json: unknown = JSON.parse(JSON.stringify(each));
    expect(parseProgramme(json)).toEqual({ ok: true, programme: json });
  },
);

it("a small own programme passes", () => {
  expect(faultsOf(programme([target("1", 600), share("2", 85)]))).toEqual([]);
});

describe("V24: a part stays within its whole", () => {
  it.each([
    { whole: 22, part: 22, faults: [] },
    { whole: 22, part: 23, faults: ["targets.1 PART_EXCEEDS_WHOLE"] },
  ])("a part of $part of $whole", ({ whole, part, faults }) => {
    expect(faultsOf(programme([target("1", whole), target("1a", part, { ofWhich: "1" })]))).toEqual(faults);
  });

  it("a share may be higher for a part than for the whole: their bases differ", () => {
    expect(faultsOf(programme([share("1", 70), share("1a", 90, { ofWhich: "1" })]))).toEqual([]);
    expect(faultsOf(programme([target("1", 22), share("1a", 90, { ofWhich: "1" })]))).toEqual([]);
    expect(faultsOf(programme([share("1", 1), target("1a", 500, { ofWhich: "1" })]))).toEqual([]);
  });

  it("holds on every day of later values", () => {
    const later = (validFrom: string, amount: number) => ({
      revisions: [
        { validFrom, comparator: "gte" as const, value: { scale: "count" as const, amount }, decision: null },
      ],
    });
    const part = target("1a", 20, { ofWhich: "1", ...later("2027-01-01", 30) });
    expect(faultsOf(programme([target("1", 22, later("2027-01-01", 30)), part]))).toEqual([]);
    expect(faultsOf(programme([target("1", 22, later("2027-02-01", 30)), part]))).toEqual([
      "targets.1 PART_EXCEEDS_WHOLE",
    ]);
  });

  it.each(["9", "1a"])("a whole that is not there, or itself, is refused (%s)", (ofWhich) => {
    expect(faultsOf(programme([target("1", 9), target("1a", 5, { ofWhich })]))).toEqual([
      "targets.1 WHOLE_UNKNOWN",
    ]);
  });

  it.each([
    { gross: 14_600, net: 8670, faults: [] },
    { gross: 14_600, net: 14_601, faults: ["targets.1 NET_EXCEEDS_GROSS"] },
  ])("planned growth of $net with $gross new members", ({ gross, net, faults }) => {
    expect(faultsOf(programme([target("1", gross), target("2", net, { indicator: NET })]))).toEqual(faults);
  });

  it("growth and new members of different times are not set against each other", () => {
    const time = { kind: "byYear", year: 2030, since: "programme" } as const;
    expect(faultsOf(programme([target("1", 100), target("2", 500, { indicator: NET, time })]))).toEqual([]);
  });
});

describe("what is refused", () => {
  const { numerator: _, ...withoutNumerator } = target("1", 1).indicator;
  const { denominator: __, ...withoutDenominator } = share("1", 80).indicator;
  const unknown = { ...target("1", 1).indicator, numerator: { kind: "sum", elements: ["membersAdmited"] } };

  it("a target without a numerator", () => {
    expect(placesOf(programme([{ ...target("1", 1), indicator: withoutNumerator }]))).toEqual([
      "targets.0.indicator.numerator",
    ]);
  });

  it("an element the catalogue does not have", () => {
    expect(faultsOf(programme([{ ...target("1", 1), indicator: unknown }]))).toEqual([
      "targets.0.indicator.numerator.elements.0 ELEMENT_UNKNOWN",
    ]);
  });

  it("a share without a denominator", () => {
    expect(faultsOf(programme([{ ...share("1", 80), indicator: withoutDenominator }]))).toEqual([
      "targets.0 DENOMINATOR_MISSING",
    ]);
  });

  it("two targets with one id, a term and a range the wrong way round", () => {
    const range = { comparator: "range", value: { scale: "count", amount: 600, upper: 500 } } as const;
    expect(
      faultsOf(programme([target("1", 1), target("1", 600, range)], { term: { from: 2030, to: 2026 } })),
    ).toEqual(["targets TARGET_ID_REPEATED", "term TERM_REVERSED", "targets.1 RANGE_REVERSED"]);
  });

  it.each([
    ["half a person", { value: { scale: "count", amount: 1.5 } }, "targets.0.value.amount"],
    ["less than nothing", { value: { scale: "count", amount: -1 } }, "targets.0.value.amount"],
    ["a comparator nobody knows", { comparator: "about" }, "targets.0.comparator"],
    ["a field nobody knows", { colour: "red" }, "targets.0"],
    ["an empty title", { title: " \u200b " }, "targets.0.title"],
  ])("%s", (_name, change, place) => {
    expect(placesOf(programme([{ ...target("1", 1), ...change }]))).toEqual([place]);
  });

  it("a day that does not exist, and no programme at all", () => {
    expect(placesOf(programme([], { issuedOn: "2026-02-29" }))).toEqual(["issuedOn"]);
    expect(placesOf(null)).toEqual([""]);
    expect(placesOf([])).toEqual([""]);
  });
});

it("text comes out normalised even where a JSON escape hides what it is", () => {
  const json: unknown = JSON.parse(
    JSON.stringify(programme([])).replace(
      "Công đoàn phường",
      String.raw`  Co\u0302ng \u00d0oa\u0300n\u00a0phường\u202e`,
    ),
  );
  const reading = parseProgramme(json);
  const found: Programme | undefined = reading.ok ? reading.programme : undefined;
  expect(found?.issuer).toBe("Công Đoàn phường Phú Tân");
});
