import { expect, it } from "vitest";
import type { CollectFile, CollectPreview } from "../../../shared/contract/collect.ts";
import { cellsToWrite, filesToApply, NO_CHOICE, stateAfter, withChosen, withFile } from "./collect-choice.ts";

const unit = (uid: string) => ({ uid, code: uid, name: uid });
const file = (id: number, state: CollectFile["state"], units: readonly string[]): CollectFile => ({
  id,
  fileName: `${id}.xlsx`,
  state,
  fault: null,
  kind: units.length > 1 ? "many" : "single",
  form: "month",
  period: "2026-M02",
  units: units.map(unit),
  counts: { new: 3, changed: 1, conflict: 2, same: 5, rejected: 1 },
  findings: { block: 0, warn: 0 },
  isOfOlderForm: false,
});
const PREVIEW: CollectPreview = {
  previewId: "p",
  files: [
    file(0, "choose", ["a", "b"]),
    file(1, "choose", ["a"]),
    file(2, "ready", ["c"]),
    file(3, "refused", ["d"]),
    file(4, "nothing", ["e"]),
  ],
  duplicates: [{ unit: unit("a"), period: "2026-M02", files: [0, 1] }],
};

it("writes what needs no choice, and of a file for many the unions nobody else answers for", () => {
  expect(filesToApply(PREVIEW, NO_CHOICE)).toEqual([
    { id: 0, conflicts: "keep", leaveOut: ["a"] },
    { id: 2, conflicts: "keep", leaveOut: [] },
  ]);
});

it("takes a union from the one file that was chosen for it", () => {
  const chosen = (id: number) =>
    filesToApply(PREVIEW, { ...NO_CHOICE, chosen: new Map([["2026-M02 a", id]]) }).map(
      ({ id: own, leaveOut }) => [own, leaveOut],
    );
  expect(chosen(0)).toEqual([
    [0, []],
    [2, []],
  ]);
  expect(chosen(1)).toEqual([
    [0, ["a"]],
    [1, []],
    [2, []],
  ]);
});

it("counts typed figures only where they are replaced, and leaves out what was taken out", () => {
  const choice = { ...NO_CHOICE, without: new Set([0]), replacing: new Set([2]) };
  const files = filesToApply(PREVIEW, choice);
  expect(files).toEqual([{ id: 2, conflicts: "replace", leaveOut: [] }]);
  expect(cellsToWrite(PREVIEW, files)).toBe(6);
});

const standing = (choice: typeof NO_CHOICE) =>
  PREVIEW.files.map((one) => [stateAfter(PREVIEW, choice, one), isTaken(choice, one.id)]);
const isTaken = (choice: typeof NO_CHOICE, id: number) =>
  filesToApply(PREVIEW, choice).some((one) => one.id === id);

it("says of two answers for one union that they wait, until one is chosen and the other is passed over", () => {
  const two: CollectPreview = { ...PREVIEW, files: [file(0, "choose", ["a"]), file(1, "choose", ["a"])] };
  const states = (choice: typeof NO_CHOICE) => two.files.map((one) => stateAfter(two, choice, one));
  expect(states(NO_CHOICE)).toEqual(["choose", "choose"]);
  expect(filesToApply(two, NO_CHOICE)).toEqual([]);
  expect(states(withChosen(NO_CHOICE, ["2026-M02 a"], 1))).toEqual(["passedOver", "ready"]);
  expect(states(withFile(two, NO_CHOICE, 0, true))).toEqual(["ready", "passedOver"]);
  expect(states(withFile(two, withFile(two, NO_CHOICE, 0, true), 0, false))).toEqual([
    "passedOver",
    "choose",
  ]);
});

it("takes a file back in that was taken out, when its answer is chosen", () => {
  const out = withFile(PREVIEW, NO_CHOICE, 1, false);
  expect(standing(out)[1]).toEqual(["passedOver", false]);
  expect(standing(withChosen(out, ["2026-M02 a"], 1))[1]).toEqual(["ready", true]);
});
