// What one unit answers to a condition, and which units are asked at all (domain.md §b.0 modifiers).
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf } from "../period.ts";
import type { Segment, UnitCondition } from "../indicator.ts";
import type { EntryState } from "../entry.ts";
import { Columns } from "./columns.ts";
import { type Answer, answerOf, elementsOf, isInSegment } from "./conditions.ts";
import type { UnitFacts } from "./figures.ts";
import { type MemoryEntry, memorySource } from "./memory-source.ts";
import { ELEMENTS, row, SELF, unit, units } from "./test-fixtures.ts";

type Said = number | Exclude<EntryState, "value"> | null;

/** The answer of one enterprise that said these things of the year 2024, asked at its end or earlier. */
function answer(condition: UnitCondition, said: Readonly<Record<string, Said>>, period = "2024"): Answer {
  return answerFrom(
    condition,
    Object.entries(said).flatMap(([code, figure]) => row(code, "2024", [figure])),
    period,
  );
}

function answerFrom(condition: UnitCondition, entries: readonly MemoryEntry[], period: string): Answer {
  const source = memorySource({ units: units(1), self: SELF, elements: ELEMENTS, entries });
  const window = {
    kind: "yearToDate",
    period: periodOf(period),
    firstYear: 2024,
    isClosed: true,
    waitsForClose: false,
    elapsedMonths: 12,
  } as const;
  return answerOf(condition, 0, new Columns(source), window);
}

const CLA: UnitCondition = { kind: "isYes", element: "claInForce" };
const GOOD: UnitCondition = { kind: "gradeIn", element: "qualityGrade", grades: ["excellent", "good"] };
const TWO_OFFICERS: UnitCondition = { kind: "atLeast", elements: ["unionOfficers"], minimum: 2 };
const FIVE_OF_BOTH: UnitCondition = {
  kind: "atLeast",
  elements: ["sheltersBuilt", "sheltersRepaired"],
  minimum: 5,
};

describe("a unit answers", () => {
  it.each([
    [CLA, { claInForce: 1 }, "yes"],
    [CLA, { claInForce: 0 }, "no"],
    [CLA, { claInForce: "noOccurrence" }, "no"],
    [CLA, { claInForce: "notApplicable" }, "notApplicable"],
    [CLA, { claInForce: "notCollected" }, "unknown"],
    [CLA, {}, "unknown"],
    [GOOD, { qualityGrade: 0 }, "yes"],
    [GOOD, { qualityGrade: 1 }, "yes"], // "tốt" as a target means tốt or better
    [GOOD, { qualityGrade: 2 }, "no"],
    [GOOD, { qualityGrade: 3 }, "no"],
    [GOOD, { qualityGrade: 4 }, "notGraded"],
    [GOOD, {}, "unknown"],
    [TWO_OFFICERS, { unionOfficers: 1 }, "no"],
    [TWO_OFFICERS, { unionOfficers: 2 }, "yes"],
    [TWO_OFFICERS, {}, "unknown"],
    [FIVE_OF_BOTH, { sheltersBuilt: 2, sheltersRepaired: 3 }, "yes"],
    [FIVE_OF_BOTH, { sheltersBuilt: 2, sheltersRepaired: 2 }, "no"],
    [FIVE_OF_BOTH, { sheltersBuilt: 5 }, "yes"], // enough already, whatever the other is
    [FIVE_OF_BOTH, { sheltersBuilt: 4 }, "unknown"],
    [FIVE_OF_BOTH, { sheltersBuilt: "notApplicable", sheltersRepaired: 5 }, "yes"],
    [FIVE_OF_BOTH, { sheltersBuilt: "notApplicable", sheltersRepaired: "notApplicable" }, "notApplicable"],
  ] as const)("%j, having said %j: %s", (condition, said, expected) => {
    expect(answer(condition, said)).toBe(expected);
  });

  it("what is not asked before the end of the year is not due in June", () => {
    const plan: UnitCondition = { kind: "isYes", element: "resolutionPlanAdopted" };
    expect([answer(GOOD, {}, "2024-H1"), answer(plan, {}, "2024-H1")]).toEqual(["notDue", "notDue"]);
  });

  it("a stock counted once a year is that of last December until it is counted again", () => {
    const entries = row("unionOfficers", "2023", [2]);
    expect(answerFrom(TWO_OFFICERS, entries, "2024-H1")).toBe("yes");
    expect(answerFrom(TWO_OFFICERS, entries, "2024")).toBe("unknown");
    expect(answerFrom(TWO_OFFICERS, [], "2024-H1")).toBe("unknown");
  });
});

describe("all of several conditions", () => {
  const both: UnitCondition = {
    kind: "allOf",
    conditions: [
      { kind: "isYes", element: "womenCommittee" },
      { kind: "isYes", element: "democracyRegulation" },
    ],
  };
  const said = fc.constantFrom<Said>(0, 1, "noOccurrence", "notApplicable", "notCollected", null);

  it("one no is enough for no, only yes and yes is yes, and the order does not matter", () => {
    fc.assert(
      fc.property(said, said, (left, right) => {
        const answered = answer(both, { womenCommittee: left, democracyRegulation: right });
        expect(answer(both, { womenCommittee: right, democracyRegulation: left })).toBe(answered);
        const isNo = [left, right].some((one) => one === 0 || one === "noOccurrence");
        expect(answered === "no").toBe(isNo);
        expect(answered === "yes").toBe(left === 1 && right === 1);
      }),
    );
  });

  it("names every element it asks about", () => {
    expect(elementsOf({ kind: "allOf", conditions: [both, FIVE_OF_BOTH, GOOD] })).toEqual([
      "womenCommittee",
      "democracyRegulation",
      "sheltersBuilt",
      "sheltersRepaired",
      "qualityGrade",
    ]);
  });
});

describe("a segment", () => {
  const isIn = (segment: Segment | undefined, facts: Partial<UnitFacts>, largeWorkforceThreshold = 500) =>
    isInSegment(
      unit("u", facts),
      segment,
      memorySource({ units: [], self: SELF, elements: ELEMENTS, entries: [], largeWorkforceThreshold }),
    );

  it.each([
    [undefined, {}, true],
    [{}, { employerType: null, sector: null }, true],
    [{ sectors: ["state"] }, { sector: "state" }, true],
    [{ sectors: ["state"] }, { sector: "nonState" }, false],
    [{ sectors: ["state"] }, { sector: null }, false],
    [{ employerTypes: ["fdiEnterprise", "cooperative"] }, { employerType: "cooperative" }, true],
    [{ employerTypes: ["fdiEnterprise"] }, { employerType: "cooperative" }, false],
    [{ employerTypes: ["fdiEnterprise"] }, { employerType: null }, false], // not known, so not among those named
    [{ minimumWorkforce: 25 }, { workforce: 25 }, true],
    [{ minimumWorkforce: 25 }, { workforce: 24 }, false],
    [{ minimumWorkforce: 25 }, { workforce: null }, false],
    [{ minimumWorkforce: "largeWorkforceThreshold" }, { workforce: 500 }, true],
    [{ minimumWorkforce: "largeWorkforceThreshold" }, { workforce: 499 }, false],
    [{ sectors: ["nonState"], minimumWorkforce: 25 }, { sector: "nonState", workforce: 10 }, false],
  ] as const)("%j holds a unit %j: %s", (segment, facts, expected) => {
    expect(isIn(segment, facts)).toBe(expected);
  });

  it("with many workers follows the number the office has set", () => {
    const segment = { minimumWorkforce: "largeWorkforceThreshold" } as const;
    expect([isIn(segment, { workforce: 900 }, 1000), isIn(segment, { workforce: 900 }, 900)]).toEqual([
      false,
      true,
    ]);
  });
});
