// The delivery simulator of security.md F15; what it does and how it is asked for more: README.md beside it.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { historyOf, type Size } from "./events.ts";
import { play, shortest } from "./play.ts";
import { type Beginning, Ground, type World } from "./world.ts";

const SEEDS = Number(process.env["SCD_SEEDS"] ?? 200);
const FIRST = Number(process.env["SCD_FIRST"] ?? 0);
const ONLY = process.env["SCD_SEED"];
const ALL_WHOLE = process.env["SCD_WHOLE"] !== undefined;
const SMALL: Size = { units: 2, periods: 4 };
const WHOLE: Size = { units: 30, periods: 12 };
/** Every so many seeds one is of the whole size. */
const WHOLE_EVERY = 200;
/** How long a failing history may be shortened. */
const SHORTENING_MS = 120_000;
/** What has to have been said at least once in a full run. */
const MET = [
  "taken",
  "duplicate",
  "W_SEQ_GAP",
  "E_INSTANCE_CONFIRM",
  "E_SEQ_FORK",
  "E_PREV_MISMATCH",
  "E_REV_CONFLICT",
  "E_REV_CLOSED",
  "E_KEY_RETIRED",
  "E_KEY_REVOKED",
  "reply taken",
  "reply duplicate",
  "reply E_REPLY_UNKNOWN",
  "reply E_KEY_UNKNOWN",
  "a forgotten report corrected",
];

/** A night for the whole size; minutes otherwise, so that a standstill is noticed. */
vi.setConfig({ testTimeout: ALL_WHOLE ? 86_400_000 : 15 * 60_000, hookTimeout: 120_000 });

const ground = new Ground();
const beginnings = new Map<Size, Beginning>();
beforeAll(async () => {
  for (const size of [SMALL, WHOLE]) beginnings.set(size, await ground.beginning(size));
});
afterAll(() => ground.remove());

const sizeOf = (seed: number) => (ALL_WHOLE || seed % WHOLE_EVERY === 0 ? WHOLE : SMALL);

async function playSeed(seed: number, count?: (world: World) => void): Promise<void> {
  const beginning = beginnings.get(sizeOf(seed));
  if (!beginning) throw new RangeError("no beginning");
  const events = historyOf(seed, beginning.size);
  const fault = await play(ground, beginning, events, seed, count);
  if (fault === null) return;
  const fails = async (some: readonly (typeof events)[number][]) =>
    (await play(ground, beginning, some, seed)) !== null;
  console.error(`SCD_SEED=${seed}: ${fault}`);
  const short = await shortest(events, fails, SHORTENING_MS);
  const said = await play(ground, beginning, short, seed);
  const list = short.map((event) => JSON.stringify(event)).join("\n");
  throw new Error(
    `SCD_SEED=${seed}: ${fault}\n${short.length} of ${events.length} events do: ${said}\n${list}`,
  );
}

it(`${ONLY ?? SEEDS} histories of lost, repeated and overtaken bundles end in one mind`, async () => {
  const first = ONLY === undefined ? FIRST : Number(ONLY);
  const said = new Map<string, number>();
  for (let seed = first; seed < first + (ONLY === undefined ? SEEDS : 1); seed += 1)
    await playSeed(seed, (world) => {
      for (const [word, times] of world.said) said.set(word, (said.get(word) ?? 0) + times);
    });
  // A simulator that never meets a refusal proves nothing about it.
  if (ONLY === undefined && SEEDS >= 200) expect([...said.keys()]).toEqual(expect.arrayContaining(MET));
});
