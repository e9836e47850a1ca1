import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROGRAMME_STATES, type Programme } from "../programme.ts";
import { NO_FORMULA, type Target, targetInForce } from "../target.ts";
import { allocationBalance, plannedLosses, sharesByWeight } from "./allocation.ts";
import { differencesBetween } from "./difference.ts";
import {
  asQualitative,
  blankProgramme,
  blankTarget,
  derivedProgramme,
  endOfTermTarget,
  nextTargetId,
  partTarget,
  renamedTarget,
  sectorTarget,
  siblingId,
  withoutTarget,
  withoutTargetGroup,
} from "./draft.ts";
import { daysOfMove, isEditable, isReadOnly, isWithin, movesFrom } from "./programme-state.ts";
import { revisedProgramme, revisionFault } from "./revision.ts";

const SHARE: Target = {
  id: "T01",
  group: null,
  title: "Đối thoại",
  titleEnglish: "",
  measureUnit: "",
  indicator: {
    shape: "UNIT_SHARE",
    population: "grassroots",
    numerator: { kind: "countUnits", where: { kind: "isYes", element: "dialogueHeld" } },
    denominator: { kind: "countUnits" },
    policy: "all",
  },
  comparator: "gte",
  value: { scale: "percent", amount: 8000 },
  time: { kind: "annual", stated: true },
};
const PROGRAMME: Programme = {
  ...blankProgramme("B-03", "LĐLĐ huyện B", 2024),
  title: "Chương trình hành động",
  symbol: "03/CTr-LĐLĐ",
  issuedOn: "2024-01-15",
  term: { from: 2024, to: 2028 },
  state: "inForce",
  targets: [SHARE],
};
const raised = (validFrom: string, amount: number) => ({
  target: "T01",
  validFrom,
  comparator: "gte" as const,
  value: { scale: "percent" as const, amount },
  decision: "15/QĐ-LĐLĐ",
});

describe("the states of a programme", () => {
  it.each([
    ["draft", ["askComment", "issue"]],
    ["underComment", ["takeBack", "issue"]],
    ["issued", ["putInForce", "revise", "close"]],
    ["inForce", ["revise", "close"]],
    ["revised", ["revise", "close"]],
    ["closed", ["archive"]],
    ["archived", []],
  ] as const)("%s offers %j", (state, moves) => {
    expect(movesFrom(state)).toEqual(moves);
  });

  it("is written in while a draft, read only once closed, and never both", () => {
    expect(PROGRAMME_STATES.filter(isEditable)).toEqual(["draft", "underComment"]);
    expect(PROGRAMME_STATES.filter(isReadOnly)).toEqual(["closed", "archived"]);
  });

  it.each([
    // A document of tomorrow has not been signed.
    ["issue", "2024-01-15", true],
    ["issue", "2024-01-16", false],
    // Nothing ends before it was issued.
    ["close", "2024-01-15", true],
    ["close", "2024-01-14", false],
  ] as const)("may %s on %s: %s", (move, day, isAllowed) => {
    expect(isWithin(day, daysOfMove(move, PROGRAMME, "2024-01-15"))).toBe(isAllowed);
  });

  it("is in force from its first year on, not from the day it was signed", () => {
    const signedEarly = { issuedOn: "2023-12-20", term: { from: 2024, to: 2024 } };
    expect(daysOfMove("putInForce", signedEarly, "2023-12-31")).toBeUndefined();
    expect(daysOfMove("putInForce", signedEarly, "2024-01-01")).toEqual({
      earliest: "2024-01-01",
      latest: "2024-01-01",
    });
  });
});

describe("a decision in mid-year", () => {
  it("holds from its day on; the day before, the old value holds", () => {
    const revised = revisedProgramme(PROGRAMME, [raised("2024-07-01", 8500)]);
    const target = revised.targets[0] ?? SHARE;
    expect(targetInForce(target, "2024-06-30")).toEqual({
      comparator: "gte",
      value: { scale: "percent", amount: 8000 },
      decision: null,
    });
    expect(targetInForce(target, "2024-07-01")).toMatchObject({
      value: { amount: 8500 },
      decision: "15/QĐ-LĐLĐ",
    });
    expect(revised.state).toBe("revised");
    expect(PROGRAMME.targets[0]).toEqual(SHARE);
  });

  it.each([
    ["TARGET_UNKNOWN", { ...raised("2024-07-01", 8500), target: "T99" }],
    ["DECISION_MISSING", { ...raised("2024-07-01", 8500), decision: " " }],
    ["NOT_LATER", raised("2024-01-15", 8500)],
    ["OUTSIDE_TERM", raised("2029-01-01", 8500)],
    ["NOTHING_CHANGED", raised("2024-07-01", 8000)],
    ["NOTHING_CHANGED", { ...raised("2024-07-01", 85), value: { scale: "count" as const, amount: 85 } }],
    [null, raised("2024-01-16", 8500)],
    [null, raised("2028-12-31", 8500)],
    [null, { ...raised("2024-07-01", 8000), comparator: "gt" as const }],
  ] as const)("%s", (fault, change) => {
    expect(revisionFault(PROGRAMME, change)).toBe(fault);
  });

  it("refuses a value for what a person judges", () => {
    const qualitative: Target = { ...SHARE, qualitative: true, indicator: NO_FORMULA };
    const programme = { ...PROGRAMME, targets: [qualitative] };
    expect(revisionFault(programme, raised("2024-07-01", 8500))).toBe("QUALITATIVE");
  });

  it("keeps every earlier day as it was, whatever is decided later", () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((after) => new Date(Date.UTC(2024, 0, 16 + after)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(fc.record({ day, amount: fc.integer({ min: 1, max: 10_000 }) }), { maxLength: 8 }),
        day,
        (decisions, asked) => {
          // The straightforward reading: the last decision accepted whose day has come.
          let programme = PROGRAMME;
          let expected = 8000;
          let last = "2024-01-15";
          let amount = 8000;
          for (const decision of decisions) {
            const change = raised(decision.day, decision.amount);
            const isAccepted = revisionFault(programme, change) === null;
            expect(isAccepted).toBe(decision.day > last && decision.amount !== amount);
            if (!isAccepted) continue;
            programme = revisedProgramme(programme, [change]);
            last = decision.day;
            amount = decision.amount;
            if (decision.day <= asked) expected = decision.amount;
          }
          expect(targetInForce(programme.targets[0] ?? SHARE, asked).value.amount).toBe(expected);
        },
      ),
    );
  });
});

describe("sharing a target out", () => {
  it("plans 190 losses where 420 are admitted and 230 grow (domain.md §h story 3)", () => {
    expect(plannedLosses(420, 230)).toBe(190);
    expect(plannedLosses(230, 230)).toBe(0);
    expect(plannedLosses(230, 231)).toBeNull();
  });

  it("says what is still open, and what is given beyond the whole", () => {
    expect(allocationBalance(420, [200, null, 100])).toEqual({ whole: 420, allocated: 300, open: 120 });
    expect(allocationBalance(420, [200, 221])).toEqual({ whole: 420, allocated: 421, open: -1 });
  });

  it.each([
    [[300, 199], 1],
    [[300, 200], 0],
    [[300, 300], 0],
    [[300, 301], -1],
  ] as const)("of 500 to 600 with %j given, %i is open", (given, open) => {
    expect(allocationBalance(500, given, 600).open).toBe(open);
  });

  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [420, [100, 0, 320], [100, 0, 320]],
    [5, [0, 0], [3, 2]],
    [0, [5, 9], [0, 0]],
    [7, [], []],
  ] as const)("shares %i by %j as %j", (whole, weights, shares) => {
    expect(sharesByWeight(whole, weights)).toEqual(shares);
  });

  it("always adds up, and no share is one away from its exact part", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000 }),
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 200 }),
        (whole, weights) => {
          const shares = sharesByWeight(whole, weights);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole);
          const used = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
          const total = used.reduce((sum, weight) => sum + weight, 0);
          shares.forEach((share, index) => {
            // |share − whole × weight / total| < 1, in whole numbers
            const away = BigInt(share) * BigInt(total) - BigInt(whole) * BigInt(used[index] ?? 0);
            expect(away < BigInt(total) && -away < BigInt(total)).toBe(true);
          });
        },
      ),
    );
  });
});

describe("a draft", () => {
  it("gives every new target an id of its own", () => {
    expect(nextTargetId([])).toBe("T01");
    expect(nextTargetId([{ id: "T01" }, { id: "T03" }])).toBe("T04");
    expect(siblingId("T05", [{ id: "T05" }])).toBe("T05b");
    expect(siblingId("T05a", [{ id: "T05a" }, { id: "T05b" }])).toBe("T05c");
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^T\d{2}[a-c]?$/), { minLength: 1 }), (ids) => {
        const targets = ids.map((id) => ({ id }));
        expect(ids).not.toContain(nextTargetId(targets));
        expect(ids).not.toContain(siblingId(ids[0] ?? "T01", targets));
      }),
    );
  });

  it("asks the same indicator at the end of the term, of one sector, or of a part", () => {
    expect(endOfTermTarget(SHARE, "T02", 2028)).toMatchObject({
      id: "T02",
      indicator: SHARE.indicator,
      value: { scale: "percent", amount: null },
      time: { kind: "byYear", year: 2028 },
    });
    expect(sectorTarget(SHARE, "T01b", "state").indicator.segment).toEqual({ sectors: ["state"] });
    expect(partTarget(SHARE, "T01b")).toMatchObject({ ofWhich: "T01", title: "", value: { amount: null } });
  });

  it("keeps parts with their whole under a new id, and makes them whole when it goes", () => {
    const part = partTarget(SHARE, "T01b");
    expect(renamedTarget([SHARE, part], "T01", "T09").map(({ id, ofWhich }) => [id, ofWhich])).toEqual([
      ["T09", undefined],
      ["T01b", "T09"],
    ]);
    const [left, ...more] = withoutTarget([SHARE, part], "T01");
    expect(more).toEqual([]);
    expect(left?.id).toBe("T01b");
    expect(left).not.toHaveProperty("ofWhich");
  });

  it("moves targets with their group when a group before it goes", () => {
    const draft = {
      ...blankProgramme("B-03", "", 2024),
      targetGroups: [1, 2, 3].map((number) => ({ number, title: `Nhóm ${number}` })),
      targets: [1, 2, 3, null].map((group, index) => ({ ...blankTarget(`T0${index + 1}`), group })),
    };
    const left = withoutTargetGroup(draft, 1);
    expect(left.targetGroups).toEqual([
      { number: 1, title: "Nhóm 1" },
      { number: 2, title: "Nhóm 3" },
    ]);
    expect(left.targets.map(({ group }) => group)).toEqual([1, null, 2, null]);
  });

  it("has no formula while a person judges, and a blank one afterwards", () => {
    const qualitative = asQualitative(SHARE, true);
    expect(qualitative).toMatchObject({ qualitative: true, indicator: NO_FORMULA, title: "Đối thoại" });
    const back = asQualitative(qualitative, false);
    expect(back).not.toHaveProperty("qualitative");
    expect(back.indicator.numerator).toBeNull();
  });
});

describe("a child programme", () => {
  const child = derivedProgramme(PROGRAMME, "B1-05", "Công đoàn xã B1");

  it("begins without any difference, with its parent as first legal basis and its own number still blank", () => {
    expect(differencesBetween(PROGRAMME.targets, child.targets)).toEqual([]);
    expect(child).toMatchObject({
      derivedFrom: "B-03",
      symbol: null,
      issuedOn: null,
      issuer: "Công đoàn xã B1",
    });
    expect(child.legalBases[0]).toMatchObject({ symbol: "03/CTr-LĐLĐ", date: "2024-01-15" });
  });

  it("shows what it adds, changes and leaves out", () => {
    const stricter = { ...SHARE, comparator: "gt" as const };
    expect(differencesBetween([SHARE, blankTarget("T02")], [stricter, blankTarget("T03")])).toEqual([
      { kind: "changed", target: stricter, parent: SHARE, aspects: ["value"] },
      { kind: "added", target: blankTarget("T03") },
      { kind: "left", parent: blankTarget("T02") },
    ]);
  });

  it("does not mind the order in which a formula is written down", () => {
    const { policy, shape, ...rest } = SHARE.indicator;
    expect(differencesBetween([SHARE], [{ ...SHARE, indicator: { policy, ...rest, shape } }])).toEqual([]);
  });
});
