// A backup and a restore onto a real file system that is full: nothing of it stays, and with room again it succeeds.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { canMount, fill, SmallDisks, whyNoMount } from "../../../test/support/small-disk.ts";
import { backUp, codeOf, finished, makeDistrict, openOffice, verify } from "./test-offices.ts";

vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const disks = new SmallDisks();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-backup-full-"));
});
afterEach(() => {
  disks.unmount();
  rmSync(folder, { recursive: true, force: true });
});

const MEBIBYTES_16 = 16 * 1024;

it.skipIf(!canMount)(`a backup leaves no file at all, wherever the room ends${whyNoMount}`, async () => {
  const data = join(folder, "b");
  disks.mount(data, MEBIBYTES_16);
  const district = await makeDistrict(data);
  try {
    const { size } = (await backUp(district)).backup;
    const before = readdirSync(join(data, "backups"));
    // In the middle of the copy, and in the middle of the file that is made of it.
    for (const room of [Math.floor(size / 2), Math.floor(size * 1.5)]) {
      const empty = fill(data, room);
      expect(await codeOf(district.client.backup.create({ passphrase: null }).then(finished))).toBe(
        "DISK_FULL",
      );
      expect(readdirSync(join(data, "backups"))).toEqual(before);
      empty();
    }
    expect((await backUp(district)).backup.size).toBeGreaterThan(0);
    expect((await district.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await district.host.close();
  }
});

it.skipIf(!canMount)(
  `a restore leaves the office as it was, wherever the room ends${whyNoMount}`,
  async () => {
    const origin = await makeDistrict(join(folder, "origin"));
    const { bytes, backup } = await backUp(origin);
    await origin.host.close();
    const data = join(folder, "b");
    disks.mount(data, MEBIBYTES_16);
    const office = await openOffice(data);
    try {
      const empty = fill(data, bytes.length + Math.floor(backup.size / 2));
      expect(await codeOf(verify(office, bytes))).toBe("DISK_FULL");
      expect((await office.client.office.status()).office).toBeNull();
      empty();

      const { previewId } = await verify(office, bytes);
      const emptyAgain = fill(data, 0);
      const restore = () => office.client.backup.restore({ previewId, confirmation: null }).then(finished);
      expect(await codeOf(restore())).toBe("DISK_FULL");
      expect((await office.client.office.status()).office).toBeNull();
      emptyAgain();
      // What was made ready may be half renewed: the file is looked at again.
      expect(await codeOf(restore())).toBe("PREVIEW_UNKNOWN");
      const again = await verify(office, bytes);
      await finished(await office.client.backup.restore({ previewId: again.previewId, confirmation: null }));
      expect((await office.client.office.status()).office?.code).toBe("LDLD-B");
      expect(existsSync(join(data, "restoring"))).toBe(false);
    } finally {
      await office.host.close();
    }
  },
);
