// A backup and a restore onto a real file system that is full: nothing of it stays, and with room again it succeeds.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { canMount, fill, SmallDisks, whyNoMount } from "../../../test/support/small-disk.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { codeOf, resultOf } from "../../../test/support/test-office.ts";
import { backUp, makeDistrict, verify } from "../../../test/support/backed-up-district.ts";

vi.setConfig({ testTimeout: 120_000 });

let world: ProvinceWorld;
let data: string;
const disks = new SmallDisks();
beforeEach(() => {
  world = new ProvinceWorld();
  data = world.at("b");
});
afterEach(async () => {
  await world.release();
  disks.unmount();
  await world.close();
});

const MEBIBYTES_16 = 16 * 1024;

it.skipIf(!canMount)(`a backup leaves no file at all, wherever the room ends${whyNoMount}`, async () => {
  disks.mount(data, MEBIBYTES_16);
  const district = await makeDistrict(world);
  const { size } = (await backUp(district)).backup;
  const before = readdirSync(join(data, "backups"));
  // In the middle of the copy, and in the middle of the file that is made of it.
  for (const room of [Math.floor(size / 2), Math.floor(size * 1.5)]) {
    const empty = fill(data, room);
    expect(await codeOf(resultOf(district.client.backup.create({ passphrase: null })))).toBe("DISK_FULL");
    expect(readdirSync(join(data, "backups"))).toEqual(before);
    empty();
  }
  expect((await backUp(district)).backup.size).toBeGreaterThan(0);
  expect((await district.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
});

it.skipIf(!canMount)(
  `a restore leaves the office as it was, wherever the room ends${whyNoMount}`,
  async () => {
    const origin = await makeDistrict(world, "origin");
    const { bytes, backup } = await backUp(origin);
    await origin.host.close();
    disks.mount(data, MEBIBYTES_16);
    const office = await world.open("b");
    const empty = fill(data, bytes.length + Math.floor(backup.size / 2));
    expect(await codeOf(verify(office, bytes))).toBe("DISK_FULL");
    expect((await office.client.office.status()).office).toBeNull();
    empty();

    const { previewId } = await verify(office, bytes);
    const emptyAgain = fill(data, 0);
    const restore = () => resultOf(office.client.backup.restore({ previewId, confirmation: null }));
    expect(await codeOf(restore())).toBe("DISK_FULL");
    expect((await office.client.office.status()).office).toBeNull();
    emptyAgain();
    // What was made ready may be half renewed: the file is looked at again.
    expect(await codeOf(restore())).toBe("PREVIEW_UNKNOWN");
    const again = await verify(office, bytes);
    await resultOf(office.client.backup.restore({ previewId: again.previewId, confirmation: null }));
    expect((await office.client.office.status()).office?.code).toBe("LDLD-B");
    expect(existsSync(join(data, "restoring"))).toBe(false);
  },
);
