// Exporting onto a real file system that is full, through the API and through the command line.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Host } from "../host.ts";
import { verifierOfPublicKey } from "../../exchange/verifier.ts";
import { verifyBundle } from "../../exchange/verify-bundle.ts";
import { pemOf, publicKeyFromBase64 } from "../../exchange/public-key.ts";
import { canMount, fill, FILLER, SmallDisks, whyNoMount } from "../../../test/support/small-disk.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { approveMay, MAY, submit } from "../../../test/support/signed-report.ts";
import { type Client, type Office, openOffice } from "../../../test/support/test-office.ts";

const COMMAND_LINE = join(import.meta.dirname, "..", "..", "cli", "index.ts");
const KIBIBYTE = 1024;

let folder: string;
let data: string;
const disks = new SmallDisks();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-full-"));
  data = join(folder, "data");
});
afterEach(() => {
  disks.unmount();
  rmSync(folder, { recursive: true, force: true });
});

/** An office whose May is approved and whose key is made. */
async function approvedOffice(): Promise<Office> {
  const office = await openOffice(data);
  await office.client.office.create(DISTRICT);
  await approveMay(office.client);
  return office;
}

const stateOf = async (client: Client) => (await client.submissions.list()).map(({ state }) => state);
const exportsOf = ({ context }: Host) =>
  context.workspace.db.raw
    .prepare("SELECT count(*) FROM audit WHERE action = 'submission.export'")
    .pluck()
    .get();

function submitByCommand(out: string) {
  const words = [
    "submit",
    "--form",
    MAY.form,
    "--period",
    MAY.period,
    "--out",
    out,
    "--data",
    data,
    "--json",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND_LINE, ...words], {
    encoding: "utf8",
    env: { ...process.env, SCD_PASSPHRASE: PASSPHRASE },
  });
  return { exit: status, out: stdout, err: stderr };
}

it.skipIf(!canMount)(
  `through the API: a full outbox leaves a signed report that is saved again whole${whyNoMount}`,
  async () => {
    const { host, client } = await approvedOffice();
    try {
      const outbox = join(data, "outbox");
      disks.mount(outbox, 64);
      const empty = fill(outbox, 4 * KIBIBYTE);
      await expect(submit(client, MAY)).rejects.toMatchObject({ code: "DISK_FULL" });
      expect(readdirSync(outbox)).toEqual([FILLER]);
      expect(await stateOf(client)).toEqual(["signed"]);
      expect((await client.submissions.prepare(MAY)).state).toBe("submitted");
      await expect(submit(client, MAY)).rejects.toMatchObject({ code: "ALREADY_SUBMITTED" });
      empty();

      const [{ digest } = { digest: "" }] = await client.submissions.list();
      const collect = async () =>
        host.tickets.collect((await client.submissions.download({ digest })).ticket);
      const [first, second] = [await collect(), await collect()];
      if (!first || !second) throw new Error("nothing offered");
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
      const { keys } = await client.keys.status();
      const pem = pemOf(publicKeyFromBase64(keys[0]?.spki ?? ""));
      expect(await verifyBundle(first.bytes, verifierOfPublicKey(pem))).toMatchObject({ ok: true, digest });
      // Offered is not saved.
      expect(await stateOf(client)).toEqual(["signed"]);
      await first.saved();
      expect(await stateOf(client)).toEqual(["exported"]);
      await second.saved();
      expect(exportsOf(host)).toBe(1);
    } finally {
      await host.close();
    }
  },
);

it.skipIf(!canMount)(
  `through the command line: a full stick keeps nothing, another takes the same bytes${whyNoMount}`,
  { timeout: 120_000 },
  async () => {
    await (await approvedOffice()).host.close();
    const [stick, good] = [join(folder, "stick"), join(folder, "good")];
    disks.mount(stick, KIBIBYTE);
    const empty = fill(stick, 4 * KIBIBYTE);

    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const refused = submitByCommand(stick);
      expect(refused.exit).toBe(7);
      expect(refused.out).toBe("");
      expect(refused.err).toContain("Nơi ghi đã đầy nên không ghi được tệp; không để lại tệp dở dang.");
      expect(refused.err).toContain("Giải phóng chỗ hoặc chọn nơi khác rồi chạy lại.");
      expect(refused.err).toContain("(DISK_FULL)");
      expect(readdirSync(stick)).toEqual([FILLER]);
      const { host, client } = await openOffice(data);
      expect(await stateOf(client)).toEqual(["signed"]);
      expect(exportsOf(host)).toBe(0);
      await host.close();
    }

    const taken = submitByCommand(good);
    expect(taken.exit).toBe(0);
    const { path, digest } = JSON.parse(taken.out) as { path: string; digest: string };
    empty();
    const again = submitByCommand(stick);
    expect(again.exit).toBe(0);
    const copy = (JSON.parse(again.out) as { path: string }).path;
    expect(copy).toContain(stick);
    expect(Buffer.compare(readFileSync(path), readFileSync(copy))).toBe(0);

    const { host, client } = await openOffice(data);
    expect(await stateOf(client)).toEqual(["exported"]);
    const kept = host.context.workspace.db.raw
      .prepare("SELECT bundle FROM outgoing WHERE sha256 = ?")
      .pluck();
    expect(Buffer.compare(kept.get(digest) as Buffer, readFileSync(path))).toBe(0);
    await host.close();
  },
);

it.skipIf(!canMount)(
  `with the data folder itself full nothing is signed, and once there is room all of it is${whyNoMount}`,
  { timeout: 120_000 },
  async () => {
    disks.mount(data, 16 * KIBIBYTE);
    await (await approvedOffice()).host.close();
    const empty = fill(data, 0);
    const good = join(folder, "good");
    const refused = submitByCommand(good);
    expect(refused.exit).toBe(7);
    expect(refused.err).toMatch(/Ổ đĩa.* đầy.* Không có gì thay đổi\. Giải phóng chỗ/);
    expect(existsSync(good)).toBe(false);
    empty();

    const { host, client } = await openOffice(data);
    expect(await stateOf(client)).toEqual([]);
    expect((await client.submissions.prepare(MAY)).state).toBe("approved");
    expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await host.close();
    expect(submitByCommand(good).exit).toBe(0);
    expect(readdirSync(good)).toHaveLength(1);
  },
);
