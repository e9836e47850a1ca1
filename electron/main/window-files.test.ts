// What the window saves: whole under its name or not at all, wherever the program or the stick ends (security.md F2, F4).
import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { canMount, fill, FILLER, SmallDisks, whyNoMount } from "../../test/support/small-disk.ts";
import { DISTRICT } from "../../test/support/district.ts";
import { approveMay, MAY, submit } from "../../test/support/signed-report.ts";
import { clientOf, openOffice } from "../../test/support/test-office.ts";
import type { Host } from "../api/host.ts";
import { windowFiles } from "./window-files.ts";

vi.setConfig({ testTimeout: 120_000 });

const WINDOW = join(import.meta.dirname, "..", "..", "test", "support", "save-from-window.ts");
const OLD = "số cũ";

let folder: string;
let hosts: Host[] = [];
const disks = new SmallDisks();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-window-"));
});
afterEach(async () => {
  for (const host of hosts) await host.close();
  hosts = [];
  disks.unmount();
  rmSync(folder, { recursive: true, force: true });
});

async function open(data: string): Promise<Host> {
  const { host } = await openOffice(data, { program: "electron" });
  hosts.push(host);
  return host;
}

/** An office whose May is signed. @returns the digest of its report */
async function signed(host: Host): Promise<string> {
  const client = clientOf(host);
  await client.office.create(DISTRICT);
  await approveMay(client);
  return (await submit(client, MAY)).digest;
}

const statesOf = async (host: Host) => (await clientOf(host).submissions.list()).map(({ state }) => state);
const filesOf = (host: Host, place: string | undefined) =>
  windowFiles(
    host.tickets,
    () => Promise.resolve(place),
    () => Promise.resolve(Buffer.from("%PDF-1.7")),
    () => undefined,
  );
const ticketOf = async (host: Host, digest: string) =>
  (await clientOf(host).submissions.download({ digest, encryption: "off" })).ticket;

/** A window in a program of its own, that saves a report, or its page, and is killed on the way. */
function saveInWindow(
  what: { readonly data: string; readonly digest: string; readonly place: string },
  failPoint: string,
): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [WINDOW, what.data, what.digest, what.place], {
    env: { ...process.env, SCD_FAILPOINT: failPoint },
    stdio: "ignore",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exit, signal) => resolve(signal ?? exit));
  });
}

it("a window that is killed while it saves leaves what stood there or the whole file, and counts as sent only what it finished", async () => {
  const host = await open(join(folder, "data"));
  const digest = await signed(host);
  await host.close();
  hosts = [];
  const steps = ["export.after_bytes", "export.after_write", ""] as const;
  const runs = await Promise.all(
    steps.map(async (step, index) => {
      const [data, stick] = [join(folder, `data-${index}`), join(folder, `usb-${index}`)];
      cpSync(join(folder, "data"), data, { recursive: true });
      mkdirSync(stick);
      const place = join(stick, "bao-cao.goi");
      writeFileSync(place, OLD);
      return { step, data, place, ended: await saveInWindow({ data, digest, place }, step) };
    }),
  );
  const kept = new Map<string, string>();
  for (const { step, data, place, ended } of runs) {
    expect([step, ended]).toEqual([step, step === "" ? 0 : "SIGKILL"]);
    kept.set(step, readFileSync(place).toString("hex"));
    const again = await open(data);
    expect([step, await statesOf(again)]).toEqual([step, [step === "" ? "exported" : "signed"]]);
    // The same again is whole, and cleans up what the killed one left.
    expect(await filesOf(again, place).save(await ticketOf(again, digest))).toBe("saved");
    expect(readdirSync(join(place, ".."))).toEqual(["bao-cao.goi"]);
    expect(await statesOf(again)).toEqual(["exported"]);
    expect(readFileSync(place).toString("hex")).toBe(kept.get("") ?? readFileSync(place).toString("hex"));
  }
  expect(kept.get("export.after_bytes")).toBe(Buffer.from(OLD).toString("hex"));
  expect(kept.get("export.after_write")).toBe(kept.get(""));
});

it.skipIf(!canMount)(`a full stick keeps nothing of what the window saves${whyNoMount}`, async () => {
  const host = await open(join(folder, "data"));
  const digest = await signed(host);
  const stick = join(folder, "usb");
  disks.mount(stick, 1024);
  const empty = fill(stick, 4096);
  const files = filesOf(host, join(stick, "bao-cao.goi"));
  const refused = await files
    .save(await ticketOf(host, digest))
    .catch((error: unknown) => files.codeOf(error));
  expect(refused).toBe("DISK_FULL");
  expect(readdirSync(stick)).toEqual([FILLER]);
  expect(await statesOf(host)).toEqual(["signed"]);
  empty();
  expect(await files.save(await ticketOf(host, digest))).toBe("saved");
  expect(await statesOf(host)).toEqual(["exported"]);
});

it("a place nobody can write to keeps nothing, says the word of the system, and the report stays unsent", async () => {
  const host = await open(join(folder, "data"));
  const digest = await signed(host);
  const files = filesOf(host, join(folder, "no-such-folder", "bao-cao.goi"));
  const refused = await files
    .save(await ticketOf(host, digest))
    .catch((error: unknown) => files.codeOf(error));
  expect(refused).toBe("ENOENT");
  const page = await files.savePage("a.pdf").catch((error: unknown) => files.codeOf(error));
  expect(page).toBe("ENOENT");
  expect(await statesOf(host)).toEqual(["signed"]);
  // Whoever changes their mind at the dialog has saved nothing.
  expect(await filesOf(host, undefined).save(await ticketOf(host, digest))).toBe("cancelled");
  expect(await statesOf(host)).toEqual(["signed"]);
  const place = join(folder, "trang.pdf");
  expect(await filesOf(host, place).savePage("trang.pdf")).toBe("saved");
  expect(readFileSync(place, "latin1")).toBe("%PDF-1.7");
  expect(existsSync(`${place}.partial`)).toBe(false);
});

it.skipIf(!canMount)(
  `a file the disk of the office has no room for is not taken, by its name${whyNoMount}`,
  async () => {
    const data = join(folder, "data");
    const incoming = join(data, "incoming");
    disks.mount(incoming, 64);
    const host = await open(data);
    const files = filesOf(host, undefined);
    const code = await files
      .receive(Readable.from([Buffer.alloc(128 * 1024, 1)]), false)
      .catch((error: unknown) => files.codeOf(error));
    expect(code).toBe("OFFICE_DISK_FULL");
    expect(readdirSync(incoming)).toEqual([]);
  },
);
