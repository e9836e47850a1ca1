import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementByCode } from "../catalogue/elements.ts";
import { contribution, type EntryValue } from "./entry.ts";
import {
  COUNTED_ELEMENTS,
  countedElements,
  countsOf,
  disagrees,
  followList,
  INCIDENT_KINDS,
  INCIDENT_LIST_RHYTHMS,
  incidentFault,
  listPeriodOf,
  listRhythmOf,
  type UnitIncident,
} from "./unit-incident.ts";

const value = (figure: number): EntryValue => ({ state: "value", value: figure });
const NOTHING: EntryValue = { state: "noOccurrence" };

function incident(fields: Partial<UnitIncident> = {}): UnitIncident {
  return {
    kind: "workStoppage",
    occurredOn: "2024-03-12",
    resolvedOn: null,
    place: "",
    participants: null,
    withUnion: false,
    deaths: null,
    injured: null,
    note: "",
    ...fields,
  };
}

it("counts DE-E01 to DE-E10, each as often as it is asked", () => {
  expect(COUNTED_ELEMENTS.map((code) => elementByCode(code).number)).toEqual([
    "DE-E01",
    "DE-E02",
    "DE-E03",
    "DE-E04",
    "DE-E05",
    "DE-E06",
    "DE-E07",
    "DE-E08",
    "DE-E09",
    "DE-E10",
  ]);
  for (const rhythm of INCIDENT_LIST_RHYTHMS)
    for (const code of countedElements(rhythm)) expect(elementByCode(code).rhythm).toBe(rhythm);
});

it.each([
  ["strike", "2024-02-29", "2024-M02"],
  ["collectiveDispute", "2024-12-31", "2024-M12"],
  ["workAccident", "2024-03-31", "2024-Q1"],
  ["workAccident", "2024-04-01", "2024-Q2"],
  ["workAccident", "2024-10-01", "2024-Q4"],
] as const)("a %s of %s stands in the list of %s", (kind, day, period) => {
  expect(listPeriodOf(kind, day).code).toBe(period);
});

it("story 5: one stoppage of 300 workers, settled with the union, is one of its kind and none of the others", () => {
  const counts = countsOf("month", [incident({ participants: 300, withUnion: true })], true);
  expect(Object.fromEntries(counts)).toEqual({
    collectiveDisputes: NOTHING,
    collectiveDisputesWithUnion: NOTHING,
    workStoppages: value(1),
    workStoppagesWithUnion: value(1),
    strikes: NOTHING,
    strikesWithUnion: NOTHING,
    stoppageParticipants: value(300),
  });
});

it("says nothing of kinds without incidents until the list is complete", () => {
  expect([...countsOf("month", [], false)]).toEqual([]);
  expect([...countsOf("month", [incident({ kind: "strike", participants: 8 })], false).keys()]).toEqual([
    "strikes",
    "strikesWithUnion",
    "stoppageParticipants",
  ]);
  expect([...countsOf("quarter", [], true).values()]).toEqual([NOTHING, NOTHING, NOTHING]);
});

it("a number one of the incidents leaves open is not known, even when the list is complete", () => {
  const accident = incident({ kind: "workAccident", deaths: 0, injured: 3 });
  const open = incident({ kind: "workAccident", deaths: 1 });
  expect(Object.fromEntries(countsOf("quarter", [accident, open], true))).toEqual({
    workAccidents: value(2),
    accidentDeaths: value(1),
  });
});

const anyIncident = fc.record({
  kind: fc.constantFrom(...INCIDENT_KINDS.filter((kind) => listRhythmOf(kind) === "month")),
  participants: fc.option(fc.nat(5000), { nil: null }),
  withUnion: fc.boolean(),
});

it("counts are the sums a person would make, in any order, and the part never exceeds the whole (V12)", () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 12 }), fc.boolean(), (fields, isComplete) => {
      const list = fields.map(incident);
      const counts = countsOf("month", list, isComplete);
      expect(counts).toEqual(countsOf("month", list.toReversed(), isComplete));
      for (const [kind, element] of [
        ["collectiveDispute", "collectiveDisputes"],
        ["workStoppage", "workStoppages"],
        ["strike", "strikes"],
      ] as const) {
        const own = fields.filter((one) => one.kind === kind);
        const known = (code: string) => {
          const entry = counts.get(code);
          return entry && contribution(entry);
        };
        expect(known(element)).toBe(own.length > 0 || isComplete ? own.length : undefined);
        const withUnion = own.filter((one) => one.withUnion).length;
        expect(known(`${element}WithUnion`)).toBe(own.length > 0 || isComplete ? withUnion : undefined);
      }
    }),
  );
});

describe("a cell that follows its list", () => {
  it.each([
    { name: "is filled", stored: null, before: undefined, after: value(1), next: value(1) },
    { name: "goes on with the list", stored: value(1), before: value(1), after: value(2), next: value(2) },
    { name: "is cleared with the list", stored: value(1), before: value(1), after: undefined, next: null },
    {
      name: "keeps what was typed against it",
      stored: value(3),
      before: value(1),
      after: value(2),
      next: "keep",
    },
    {
      name: "keeps what was typed before it",
      stored: value(3),
      before: undefined,
      after: value(1),
      next: "keep",
    },
    {
      name: "keeps what was typed when the list ends",
      stored: value(3),
      before: value(1),
      after: undefined,
      next: "keep",
    },
    { name: "gives up a typed 0", stored: value(0), before: undefined, after: value(1), next: value(1) },
    { name: "gives up không phát sinh", stored: NOTHING, before: undefined, after: value(1), next: value(1) },
    {
      name: "keeps a typed 0 that the list confirms",
      stored: value(0),
      before: undefined,
      after: NOTHING,
      next: "keep",
    },
    {
      name: "turns không phát sinh of the list into 0",
      stored: NOTHING,
      before: NOTHING,
      after: value(0),
      next: value(0),
    },
    {
      name: "fills what was not collected",
      stored: { state: "notCollected" },
      before: undefined,
      after: value(0),
      next: value(0),
    },
    {
      name: "keeps không áp dụng",
      stored: { state: "notApplicable" },
      before: undefined,
      after: value(1),
      next: "keep",
    },
    { name: "stays empty", stored: null, before: undefined, after: undefined, next: "keep" },
  ] as const)("$name", ({ stored, before, after, next }) => {
    expect(followList(stored, before, after)).toEqual(next);
  });

  const anyEntry = fc.oneof(
    fc.nat(3).map(value),
    fc.constantFrom<EntryValue>(NOTHING, { state: "notApplicable" }, { state: "notCollected" }),
  );
  const anyCount = fc.option(fc.oneof(fc.nat(3).map(value), fc.constant(NOTHING)), { nil: undefined });

  it("a cell that followed keeps following; only one that a person filled disagrees", () => {
    fc.assert(
      fc.property(fc.option(anyEntry), anyCount, anyCount, (stored, before, after) => {
        const next = followList(stored, before, after);
        const stands = next === "keep" ? stored : next;
        if (disagrees(stands, after)) expect(next).toBe("keep");
        if (next !== "keep") expect(stands).toEqual(after ?? null);
      }),
    );
    fc.assert(
      fc.property(fc.array(anyCount, { minLength: 1 }), (said) => {
        let stored: EntryValue | null = null;
        said.forEach((after, index) => {
          const next = followList(stored, said[index - 1], after);
          if (next !== "keep") stored = next;
          expect(stored).toEqual(after ?? null);
        });
      }),
    );
  });
});

it.each([
  { fields: {}, fault: null },
  { fields: { occurredOn: "2024-06-01", resolvedOn: "2024-06-01" }, fault: null },
  { fields: { occurredOn: "2024-06-02" }, fault: "IN_FUTURE" },
  { fields: { resolvedOn: "2024-06-02" }, fault: "IN_FUTURE" },
  { fields: { resolvedOn: "2024-03-11" }, fault: "RESOLVED_TOO_EARLY" },
  { fields: { deaths: 0 }, fault: "OTHER_KIND" },
  { fields: { kind: "workAccident", deaths: 0, injured: 2 }, fault: null },
] as const)("$fields on 1 June 2024: $fault", ({ fields, fault }) => {
  expect(incidentFault(incident(fields), "2024-06-01")).toBe(fault);
});
