// The offices measured: an empty one, and one at the limit of the design (2,000 unions, three years, 2 million entries).
import { fillDemo } from "../../electron/api/demo/fill-demo.ts";
import { openHost } from "../../electron/api/host.ts";
import { DISTRICT } from "../support/district.ts";
import { clientOf } from "../support/test-office.ts";

/** A day on which the last complete year is 2025, so that every run measures the same figures. */
export const CLOCK = { now: () => new Date("2026-07-15T02:00:00.000Z") };
/** In force: all 47 targets, those of Bến Tre for 2024 only. */
export const YEAR = 2024;
/** The years the large office has figures of. */
export const YEARS = [2023, 2024, 2025] as const;

export async function fillLargeOffice(folder: string): Promise<void> {
  const host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  for await (const _ of fillDemo(host.context.workspace, { units: 2000, years: YEARS.length, seed: 1 }));
  await host.close();
}

export async function createEmptyOffice(folder: string): Promise<void> {
  const host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  await clientOf(host).office.create({ ...DISTRICT, personName: "Nguyễn Thị Lan" });
  await host.close();
}
