import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySignAfterRestore, type OwnStream, standingOf } from "./restore-state.ts";
import { DISTRICT_ID, INSTANCE_ID, OTHER_ID, PROVINCE_ID } from "./test-fixtures.ts";

const own = (lastSeq: number, formerInstanceIds: readonly string[] = [], formerLastSeq = 0): OwnStream => ({
  instanceId: INSTANCE_ID,
  formerInstanceIds,
  lastSeq,
  formerLastSeq,
});
const state = (last_seq: number, missing: number[] = [], instance_id: string = INSTANCE_ID) => ({
  instance_id,
  last_seq,
  missing,
});

describe("where an office stands", () => {
  it.each([
    ["nothing sent, nothing seen", own(0), state(0), { kind: "level" }],
    ["all seen", own(3), state(3), { kind: "level" }],
    ["one lost", own(3), state(3, [2]), { kind: "ahead", unseen: [2] }],
    ["two under way and one lost", own(5), state(3, [1]), { kind: "ahead", unseen: [1, 4, 5] }],
    ["an old backup", own(2), state(3), { kind: "behind", lastSeq: 3 }],
    [
      "before the restore",
      own(0, [OTHER_ID]),
      state(7, [], OTHER_ID),
      { kind: "former", instanceId: OTHER_ID, lastSeq: 7 },
    ],
    ["another computer", own(2), state(9, [], OTHER_ID), { kind: "other", instanceId: OTHER_ID }],
  ])("%s", (_label, mine, theirs, standing) => {
    expect(standingOf(mine, theirs)).toEqual(standing);
  });

  it("names exactly the numbers sent and not seen, by a second count", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.array(fc.integer({ min: 1, max: 40 })), (sent, arrived) => {
        const seen = new Set(arrived.filter((seq) => seq <= sent));
        const lastSeq = Math.max(0, ...seen);
        const missing = Array.from({ length: lastSeq }, (_, index) => index + 1).filter(
          (seq) => !seen.has(seq),
        );
        const unseen = Array.from({ length: sent }, (_, index) => index + 1).filter((seq) => !seen.has(seq));
        expect(standingOf(own(sent), state(lastSeq, missing))).toEqual(
          unseen.length === 0 ? { kind: "level" } : { kind: "ahead", unseen },
        );
      }),
    );
  });

  it("is not drowned by an absurd number", () => {
    expect(standingOf(own(Number.MAX_SAFE_INTEGER), state(1))).toMatchObject({ kind: "ahead" });
    expect(standingOf(own(1), state(Number.MAX_SAFE_INTEGER))).toMatchObject({ kind: "behind" });
  });
});

describe("after a restore", () => {
  it("an office signs again when it has heard of its former installation", () => {
    const restored = own(0, [OTHER_ID, PROVINCE_ID]);
    const heard = (instanceId: string) => [standingOf(restored, state(4, [], instanceId))];
    expect(maySignAfterRestore(own(3), [])).toBe(true);
    expect(maySignAfterRestore(restored, [])).toBe(false);
    expect(maySignAfterRestore(restored, heard(OTHER_ID))).toBe(true);
    // Of the installation before the last: not enough; of a stranger: nothing.
    expect(maySignAfterRestore(restored, heard(PROVINCE_ID))).toBe(false);
    expect(maySignAfterRestore(restored, heard(DISTRICT_ID))).toBe(false);
  });

  it.each([
    [3, false],
    [4, true],
    [5, true],
  ])("a receipt that has seen %i of the 4 numbers the backup remembers lets it sign: %s", (seen, may) => {
    const restored = own(0, [OTHER_ID], 4);
    expect(maySignAfterRestore(restored, [standingOf(restored, state(seen, [], OTHER_ID))])).toBe(may);
  });
});
