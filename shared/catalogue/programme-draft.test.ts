import { describe, expect, it } from "vitest";
import { blankProgramme, blankTarget, type DraftTarget } from "../domain/programme-editing/draft.ts";
import { DraftSchema, readDraft, wholeTarget } from "./programme-draft.ts";
import { PROGRAMMES } from "./programmes.ts";

const draft = (...targets: DraftTarget[]) => ({
  ...blankProgramme("B-03", "LĐLĐ huyện B", 2024),
  title: "Chương trình hành động",
  symbol: "03/CTr-LĐLĐ",
  issuedOn: "2024-01-15",
  targets,
});
const count = (id: string, amount: number, rest: Partial<DraftTarget> = {}): DraftTarget => ({
  ...blankTarget(id),
  title: id,
  measureUnit: "người",
  indicator: {
    shape: "COUNT_PER_PERIOD",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["membersAdmitted"] },
    policy: "all",
  },
  value: { scale: "count", amount },
  ...rest,
});
const faultsOf = (...targets: DraftTarget[]) =>
  readDraft(draft(...targets)).faults.map(({ path, message, item }) => `${item ?? path} ${message}`);

describe("a draft", () => {
  it("may be kept however unfinished", () => {
    const blank = { ...blankProgramme("B-03", "", 2024), targets: [blankTarget("T01")] };
    expect(DraftSchema.safeParse(blank).success).toBe(true);
  });

  it("takes every programme of the sources as it is", () => {
    for (const programme of PROGRAMMES)
      expect(DraftSchema.safeParse({ ...programme, state: "draft" }).success, programme.code).toBe(true);
  });

  it("refuses an element that is not in the catalogue", () => {
    const wrong = count("T01", 1);
    const indicator = { ...wrong.indicator, numerator: { kind: "sum", elements: ["noSuchElement"] } };
    expect(DraftSchema.safeParse(draft({ ...wrong, indicator } as DraftTarget)).success).toBe(false);
  });
});

describe("what keeps a draft from being issued", () => {
  it("is nothing when it is whole", () => {
    expect(faultsOf(count("T01", 500))).toEqual([]);
    expect(readDraft(draft(count("T01", 500))).programme?.targets).toHaveLength(1);
  });

  it("is a blank number, date or title", () => {
    const { faults } = readDraft({ ...draft(), symbol: null, issuedOn: null, title: "" });
    expect(faults.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "symbol FIELD_MISSING",
      "issuedOn FIELD_MISSING",
      "title FIELD_MISSING",
    ]);
  });

  it("is a target without a numerator, and a share without a denominator", () => {
    expect(
      faultsOf({ ...blankTarget("T01"), title: "a", value: { scale: "percent", amount: 8000 } }),
    ).toEqual(["T01 FIELD_MISSING"]);
    expect(
      faultsOf({
        ...count("T02", 1),
        value: { scale: "percent", amount: 8000 },
      }),
    ).toEqual(["T02 DENOMINATOR_MISSING"]);
  });

  it("is a part larger than its whole (V24), also while another target is still blank", () => {
    const part = count("T02", 501, { ofWhich: "T01" });
    expect(faultsOf(count("T01", 500), part)).toEqual(["T02 PART_EXCEEDS_WHOLE"]);
    expect(faultsOf(count("T01", 500), count("T02", 500, { ofWhich: "T01" }))).toEqual([]);
    expect(faultsOf(count("T01", 500), part, blankTarget("T03"))).toContain("T02 PART_EXCEEDS_WHOLE");
  });

  it("is more net growth than admissions", () => {
    const net = (amount: number) =>
      count("T02", amount, {
        indicator: {
          shape: "COUNT_PER_PERIOD",
          population: "grassroots",
          numerator: { kind: "netChange", element: "membersTotal" },
          policy: "all",
        },
      });
    expect(faultsOf(count("T01", 420), net(230))).toEqual([]);
    expect(faultsOf(count("T01", 420), net(421))).toEqual(["T02 NET_EXCEEDS_GROSS"]);
  });
});

it("a whole target is one whose formula and value are there", () => {
  expect(wholeTarget(blankTarget("T01"))).toBeUndefined();
  expect(wholeTarget(count("T01", 5))?.value.amount).toBe(5);
});
