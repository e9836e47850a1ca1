import { expect, it } from "vitest";
import { changedShares, placeOf } from "./shares-draft.ts";

const UNITS = [
  { uid: "1", code: "B", name: "B", canDecrypt: true, shares: { T1: 420 } },
  { uid: "2", code: "C", name: "C", canDecrypt: true, shares: {} },
];
const TARGETS = [{ id: "T1" }, { id: "T2" }];

it("saves what is other than now, and nothing else", () => {
  const draft = new Map<string, number | null>([
    [placeOf("B", "T1"), 420],
    [placeOf("B", "T2"), 0],
    [placeOf("C", "T1"), null],
  ]);
  // Nothing given and zero given are different things.
  expect(changedShares(UNITS, TARGETS, draft)).toEqual([{ unitCode: "B", target: "T2", amount: 0 }]);
  expect(changedShares(UNITS, TARGETS, new Map([[placeOf("B", "T1"), null]]))).toEqual([
    { unitCode: "B", target: "T1", amount: null },
  ]);
});
