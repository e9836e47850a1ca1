// Plays one history; and makes one that fails as short as it can.
import { agreeOnEverything } from "./agreement.ts";
import { Chance } from "./chance.ts";
import type { Event } from "./events.ts";
import { type Beginning, type Ground, World } from "./world.ts";

/** @returns what went wrong; null when everybody agrees */
export async function play(
  ground: Ground,
  beginning: Beginning,
  events: readonly Event[],
  seed: number,
  count?: (world: World) => void,
): Promise<string | null> {
  const folder = ground.newFolder();
  const world = new World(beginning, folder);
  try {
    await world.begin();
    for (const event of events) await world.happen(event);
    await agreeOnEverything(world, new Chance(seed ^ 0x5eed));
    count?.(world);
    return null;
  } catch (error) {
    // Anything thrown is a failure of the history: a crash of the program as much as a wrong answer.
    return error instanceof Error
      ? `${error.message}${error.name === "Error" ? "" : ` (${error.name})`}`
      : String(error);
  } finally {
    world.close();
    ground.remove(folder);
  }
}

/**
 * Leaves out as many events as can be left out with something still going wrong: halves, quarters, … single ones.
 * @param limitMs after this long the shortest found so far has to do
 */
export async function shortest(
  events: readonly Event[],
  fails: (events: readonly Event[]) => Promise<boolean>,
  limitMs: number,
): Promise<readonly Event[]> {
  let left = events;
  const begun = performance.now();
  for (let step = Math.ceil(left.length / 2); step >= 1; step = step === 1 ? 0 : Math.ceil(step / 2)) {
    for (let at = 0; at < left.length && performance.now() - begun < limitMs; ) {
      const without = [...left.slice(0, at), ...left.slice(at + step)];
      if (await fails(without)) left = without;
      else at += step;
    }
  }
  return left;
}
