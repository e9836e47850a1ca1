// Reading in turns as if in one moment, over a real office file that others write to meanwhile.
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, resultOf, type TestOffice } from "../../test/support/test-office.ts";
import type { JobProgress } from "../../shared/contract/schemas.ts";
import { inTransaction } from "../database/connection.ts";
import { findSetting, setSetting } from "../database/queries/settings.ts";
import { readInTurns, readThenWrite } from "./turns.ts";
import type { Workspace } from "./workspace.ts";

const NAME = "largeWorkforceThreshold";
const PART: JobProgress = { step: "reading", done: 0, total: 1 };

let office: TestOffice;
let workspace: Workspace;
let stopped: AbortController;
beforeEach(async () => {
  office = await openTestOffice();
  ({ workspace } = office.host.context);
});
afterEach(() => office.close());

const threshold = () => findSetting<number>(workspace.db, NAME);
const set = (value: number) => inTransaction(workspace.db, () => setSetting(workspace.db, NAME, value));

/** Reads the threshold in two parts; `between` and `last` know which reading it is. */
function reading(between: (times: number) => unknown, last: (times: number) => unknown = () => undefined) {
  let times = 0;
  return async function* () {
    times += 1;
    const first = threshold();
    yield PART;
    await between(times);
    yield PART;
    await last(times);
    return [first, threshold()];
  };
}
const disturbOnce = (times: number) => times === 1 && set(1);
const keepFifty = () => set(50);
const keeping = (read: ReturnType<typeof reading>, signal?: AbortSignal) =>
  resultOf(readThenWrite(workspace, read, keepFifty, signal));

it.each([1, 2])("what is called off during the last part of reading %i is not written", async (last) => {
  const stop = new AbortController();
  const read = reading(
    (times) => times < last && set(1),
    (times) => times === last && stop.abort(),
  );
  await expect(keeping(read, stop.signal)).rejects.toThrow(/abort/i);
  expect(threshold()).not.toBe(50);
});

it("what was written during the last part of the first reading is read again before it is kept", async () => {
  const read = reading(() => undefined, disturbOnce);
  const kept = readThenWrite(workspace, read, (found) => found, undefined);
  expect(await resultOf(kept)).toEqual([1, 1]);
});

it("who writes without waiting during the second reading is refused, and the reading comes to its end", async () => {
  const refused: unknown[] = [];
  const read = reading((times) => {
    try {
      set(times);
    } catch (error) {
      refused.push(error);
    }
  });
  await keeping(read);
  expect(refused).toEqual([expect.any(RangeError)]);
  expect(threshold()).toBe(50);
  set(3);
  expect(threshold()).toBe(3);
});

it("what comes between all the same is not kept", async () => {
  const read = reading(disturbOnce, (times) => {
    if (times === 2) setSetting(workspace.db, NAME, 7);
  });
  await expect(keeping(read)).rejects.toThrow(RangeError);
  expect(threshold()).toBe(7);
});

it("a call that was let in a moment ago writes before who keeps the others waiting, not meanwhile", async () => {
  const release = await workspace.hold();
  const saving = office.client.office.setParameters({ largeWorkforceThreshold: 4 });
  await turn();
  const second = workspace.hold();
  release();
  const releaseSecond = await second;
  const before = workspace.changes();
  await turn();
  const after = workspace.changes();
  releaseSecond();
  await saving;
  expect(after).toBe(before);
});

it("what is tried out and taken back by others does not disturb the second reading", async () => {
  const stop = new AbortController();
  const trying = (async () => {
    while (!stop.signal.aborted) {
      await workspace.tryOut(() => setSetting(workspace.db, NAME, 9));
      await turn();
    }
  })();
  await keeping(reading(() => turn()));
  stop.abort();
  await trying;
  expect(threshold()).toBe(50);
});

it.each([
  ["read once more", () => set(1), undefined],
  ["called off", () => stopped.abort(), () => stopped.signal],
] as const)("what a reading holds is put away when it is %s", async (_, between, signal) => {
  stopped = new AbortController();
  let [held, put] = [0, 0];
  const read = async function* () {
    held += 1;
    try {
      yield PART;
      if (held === 1) between();
      yield PART;
      return held;
    } finally {
      put += 1;
    }
  };
  for (const job of [
    readThenWrite(workspace, read, () => 0, signal?.()),
    readInTurns(workspace, read, signal?.()),
  ]) {
    held = put = 0;
    await resultOf(job).catch(() => undefined);
    expect(held).toBeGreaterThan(0);
    expect(put).toBe(held);
  }
});

it("what is only shown is read once more when something was written meanwhile", async () => {
  set(0);
  expect(await resultOf(readInTurns(workspace, reading(disturbOnce), undefined))).toEqual([1, 1]);
});
