// A district with real reports, its backups, and what is made of them.
import { builtOnce } from "./built-once.ts";
import { introduce } from "./exchange-between.ts";
import type { Province, ProvinceWorld } from "./province.ts";
import { approve } from "./signed-report.ts";
import { type Office, resultOf, saveFigure, uploaded } from "./test-office.ts";

export const DECEMBER = { form: "month", period: "2025-M12" } as const;
export const NOVEMBER = { form: "month", period: "2025-M11" } as const;

/** A district of two unions, its keys made. */
export const makeDistrict = (world: ProvinceWorld, folder = "b"): Promise<Office> =>
  world.district("LDLD-B", ["U1", "U2"], undefined, { folder, name: "LĐLĐ huyện B", personName: "Lan" });

const acquainted = builtOnce(async (world) => introduce(await world.province(), await makeDistrict(world)));

/** {@link makeDistrict} and its province, which know each other's keys; the world is empty before. */
export async function makeAcquainted(
  world: ProvinceWorld,
): Promise<{ readonly district: Office; readonly province: Province }> {
  await acquainted(world);
  return { district: await world.open("b"), province: await world.open("tinh") };
}

/** Gives every union as many members and approves the month. */
export async function approveMembers(
  { client }: Office,
  report: typeof DECEMBER | typeof NOVEMBER,
  members: number,
): Promise<void> {
  for (const { uid } of (await client.units.list({})).units)
    await saveFigure(client, { unit: uid, element: "membersTotal", period: report.period }, members);
  await approve(client, report);
}

/** A backup as the person who saved it has it. */
export async function backUp({ host, client }: Office, passphrase: string | null = null) {
  const made = await resultOf(client.backup.create({ passphrase }));
  const file = host.tickets.collect(made.offer.ticket);
  if (!file) throw new Error("nothing offered");
  const bytes = file.bytes;
  await file.saved();
  return { ...made, bytes };
}

export async function verify({ host, client }: Office, bytes: Uint8Array, passphrase: string | null = null) {
  const ticket = await uploaded(host, bytes);
  return resultOf(
    client.backup.verify({ source: { from: "file", ticket, fileName: "b.saoluu" }, passphrase }),
  );
}

/** Into an empty folder, as on a new machine. */
export async function restoreInto(
  world: ProvinceWorld,
  folder: string,
  bytes: Uint8Array,
  passphrase: string | null = null,
) {
  const office = await world.open(folder);
  const { previewId, fault } = await verify(office, bytes, passphrase);
  if (fault) throw new Error(fault.code);
  const status = await resultOf(office.client.backup.restore({ previewId, confirmation: null }));
  return { ...office, status };
}
