// Offices that take long to prepare: prepared once by each test file, and copied for each of its tests.
import { cpSync } from "node:fs";
import { afterAll } from "vitest";
import { ProvinceWorld } from "./province.ts";

/**
 * @param build prepares the offices; what they hold only in memory is lost, as when the programs are closed
 * @param now the world's clock while it does; the usual day unless it is named
 * @returns fills a new world with a copy, whose offices are then opened by their folders
 */
export function builtOnce(
  build: (world: ProvinceWorld) => Promise<unknown>,
  now?: string,
): (world: ProvinceWorld) => Promise<void> {
  let built: Promise<ProvinceWorld> | undefined;
  async function prepare(): Promise<ProvinceWorld> {
    const world = new ProvinceWorld(now);
    await build(world);
    await world.release();
    return world;
  }
  afterAll(async () => (await built)?.close());
  return async (world) => {
    built ??= prepare();
    cpSync((await built).folder, world.folder, { recursive: true });
  };
}
