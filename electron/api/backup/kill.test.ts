// kill -9 at each named step of a backup and of a restore (security.md F2): what is found afterwards is wholly before or
// wholly after, and doing it again succeeds. The program runs as the command line, so that nothing of it survives.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { unpackBackup } from "./unpack-backup.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { addUnion, type Office, openOffice } from "../../../test/support/test-office.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const COMMAND_LINE = join(import.meta.dirname, "..", "..", "cli", "index.ts");
let folder: string;
let backup: string;
let previous: string | undefined;

function run(words: readonly string[], failPoint = "") {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [COMMAND_LINE, ...words, "--json"], {
    encoding: "utf8",
    env: { ...process.env, SCD_FAILPOINT: failPoint },
  });
  return { exit: status, signal, out: stdout, err: stderr };
}

async function withOffice<T>(data: string, work: (office: Office) => Promise<T>): Promise<T> {
  const office = await openOffice(data);
  try {
    return await work(office);
  } finally {
    await office.host.close();
  }
}

const unitsOf = ({ client }: Office) =>
  client.units.list({}).then(({ units }) => units.map(({ code }) => code));

const makeOffice = (data: string, name: string, unions: readonly string[] = []) =>
  withOffice(data, async ({ client }) => {
    await client.office.create({ ...DISTRICT, name });
    for (const union of unions) await addUnion(client, union);
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-kill-"));
  await makeOffice(join(folder, "origin"), "LĐLĐ huyện B", ["U1"]);
  const made = run(["backup", "create", join(folder, "usb"), "--data", join(folder, "origin")]);
  backup = (JSON.parse(made.out) as { path: string }).path;
  previous = await withOffice(
    join(folder, "origin"),
    async ({ host }) => host.context.workspace.office?.instanceId,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a restore over an office that is killed", () => {
  it.each([
    ["restore.after_unpack", "before"],
    ["restore.after_renew", "before"],
    ["restore.after_archive", "before"],
    ["restore.before_record", "before"],
    ["restore.after_record", "after"],
    ["restore.between_aside", "after"],
    ["restore.after_aside", "after"],
    ["restore.after_swap", "after"],
  ] as const)("at %s is found %s", async (failPoint, found) => {
    const data = join(folder, failPoint);
    await makeOffice(data, "Sổ đang có", ["U9"]);
    const killed = run(["restore", backup, "--replace", "--data", data], failPoint);
    expect([killed.signal, killed.out]).toEqual(["SIGKILL", ""]);

    await withOffice(data, async (office) => {
      const { workspace } = office.host.context;
      expect(await unitsOf(office)).toEqual(found === "before" ? ["U9"] : ["U1"]);
      expect(workspace.office?.name).toBe(found === "before" ? "Sổ đang có" : "LĐLĐ huyện B");
      expect(workspace.office?.previousInstanceId).toBe(found === "before" ? undefined : previous);
      expect((await office.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
      const replaced = (await office.client.backup.overview()).backups.filter(
        ({ kind }) => kind === "replaced",
      );
      expect(replaced).toHaveLength(found === "before" ? 0 : 1);
    });
    // Nothing of the try is left, and the next one works.
    expect(existsSync(join(data, "restoring"))).toBe(false);
    const again = run(["restore", backup, "--replace", "--data", data]);
    expect([again.exit, again.err]).toEqual([0, ""]);
    await withOffice(data, async (office) => expect(await unitsOf(office)).toEqual(["U1"]));
  });

  it("into an empty folder is nothing or all of it", async () => {
    for (const [failPoint, units] of [
      ["restore.before_record", null],
      ["restore.after_record", 1],
    ] as const) {
      const data = join(folder, `empty-${failPoint}`);
      expect(run(["restore", backup, "--data", data], failPoint).signal).toBe("SIGKILL");
      await withOffice(data, async (office) => {
        expect((await office.client.office.status()).office?.code ?? null).toBe(
          units === null ? null : "LDLD-B",
        );
        if (units !== null) expect(await unitsOf(office)).toHaveLength(units);
      });
      expect(existsSync(join(data, "replaced"))).toBe(false);
    }
  });
});

describe("a backup that is killed", () => {
  it.each([
    ["backup.after_copy", 0],
    ["backup.after_check", 0],
    ["backup.after_write", 1],
    ["backup.after_record", 1],
  ] as const)("at %s leaves %i whole files and an office that works", async (failPoint, files) => {
    const data = join(folder, failPoint);
    await makeOffice(data, "Sổ đang có");
    const usb = join(folder, `usb-${failPoint}`);
    const killed = run(["backup", "create", usb, "--data", data], failPoint);
    expect(killed.signal).toBe("SIGKILL");
    expect(existsSync(usb) ? readdirSync(usb) : []).toEqual([]);
    const names = () => readdirSync(join(data, "backups")).filter((name) => name.includes(".saoluu"));
    expect(names()).toHaveLength(files);
    for (const name of names()) {
      const into = mkdtempSync(join(folder, "into-"));
      const { manifest } = await unpackBackup(
        join(data, "backups", name),
        into,
        null,
        undefined,
        () => undefined,
      );
      expect(manifest?.office.name).toBe("Sổ đang có");
    }
    await withOffice(data, async ({ client }) => {
      expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
      const { backups, lastSavedAt } = await client.backup.overview();
      expect(backups).toHaveLength(files);
      // On the machine is not outside of it.
      expect(lastSavedAt).toBeNull();
    });
    expect(run(["backup", "create", usb, "--data", data]).exit).toBe(0);
    expect(readdirSync(usb)).toHaveLength(1);
    expect(readdirSync(join(data, "backups")).filter((name) => !name.includes(".saoluu"))).toEqual([]);
  });
});

it("an office that cannot be opened any more is restored over, and kept aside as it is", async () => {
  const data = join(folder, "damaged");
  await makeOffice(data, "Sổ hỏng");
  const path = join(data, "office.sqlite");
  const bytes = readFileSync(path);
  const damaged = Buffer.from(bytes);
  damaged.fill(0, 0, 4096);
  writeFileSync(path, damaged);
  expect(run(["doctor", "--data", data]).exit).toBe(7);
  expect(run(["restore", backup, "--data", data]).exit).toBe(8);
  expect(Buffer.compare(readFileSync(path), damaged)).toBe(0);
  expect(run(["restore", backup, "--replace", "--data", data]).exit).toBe(0);
  const [aside = ""] = readdirSync(join(data, "replaced"));
  expect(Buffer.compare(readFileSync(join(data, "replaced", aside, "office.sqlite")), damaged)).toBe(0);
  await withOffice(data, async (office) => expect(await unitsOf(office)).toEqual(["U1"]));
});
