// kill -9 at each named step of an import, a signature, an export, a reception and a return (security.md F2). Each step is run
// from the command line on a copy of the same office. What is found afterwards is row for row as before, or all of it; the
// same command again succeeds, and what stands then is what a run that nobody disturbed leaves: no number used twice, no
// receipt signed twice, no file half written.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  type District,
  enter,
  offered,
  type Office,
  PASSPHRASE,
  type Province,
  ProvinceWorld,
  report,
  uploaded,
} from "../../../test/support/province.ts";
import { openForInspection } from "../../database/connection.ts";
import { openHost } from "../host.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const COMMAND_LINE = join(import.meta.dirname, "..", "..", "cli", "index.ts");
const MAY = { form: "month", period: "2025-M05" } as const;
const OF_MAY = ["--form", MAY.form, "--period", MAY.period];
const REMARK = JSON.stringify({ issues: [{ unit: "U1", element: "membersTotal", message: "xem lại" }] });

const world = new ProvinceWorld();
const at = (...names: string[]) => join(world.folder, ...names);
let digest: string;

interface Run {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
}

function run(words: readonly string[], failPoint = ""): Promise<Run> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...words, "--json"], {
    env: { ...process.env, SCD_PASSPHRASE: PASSPHRASE, SCD_FAILPOINT: failPoint },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (exit, signal) => resolve({ exit, signal, err }));
  });
}

/** An office as it stands at this moment, in a folder of its own. */
function keep({ host }: Office, name: string): void {
  const { workspace } = host.context;
  workspace.db.raw.pragma("wal_checkpoint(TRUNCATE)");
  mkdirSync(at(name));
  for (const part of ["office.sqlite", "archive"])
    cpSync(join(workspace.folder, part), at(name, part), { recursive: true });
}

/** Every row of every table, as text; of a row with an instant or a random name in it only that it is there. */
function rowsOf(data: string): Record<string, string[]> {
  const db = openForInspection(join(data, "office.sqlite"));
  try {
    const tables = db.raw
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return Object.fromEntries(
      tables.map((table) => [
        table,
        db.raw
          .prepare(`SELECT * FROM "${table}"`)
          .raw()
          .all()
          .map((row) => JSON.stringify(row)),
      ]),
    );
  } finally {
    db.raw.close();
  }
}

const counts = (rows: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));

/** Paths of all files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Opens an office after it was killed: it is sound, and nothing in it was numbered twice. */
async function expectSound(data: string): Promise<void> {
  const host = await openHost({
    dataFolder: data,
    clock: { now: () => new Date("2026-01-10T02:00:00Z") },
    program: "cli",
  });
  try {
    const { createRouterClient } = await import("@orpc/server");
    const client = createRouterClient(host.router, { context: host.context });
    expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
    const twice = host.context.workspace.db.raw
      .prepare("SELECT stream, seq FROM outgoing GROUP BY instance_id, stream, seq HAVING count(*) > 1")
      .all();
    expect(twice).toEqual([]);
  } finally {
    await host.close();
  }
}

/** Steps of a job, the office it begins with, and what is there when it is killed at each. */
interface Job {
  readonly office: string;
  readonly words: (data: string, out: string) => string[];
  /** Files it leaves on the stick. */
  readonly files: number;
  readonly steps: readonly (readonly [failPoint: string, found: "before" | "after"])[];
}

const SUBMIT: Job = {
  office: "approved",
  words: (data, out) => ["submit", ...OF_MAY, "--plain", "--out", out, "--data", data],
  files: 1,
  steps: [
    ["submit.before_commit", "before"],
    ["submit.after_commit", "after"],
    ["submit.after_outbox", "after"],
    ["export.after_bytes", "after"],
    ["export.after_write", "after"],
  ],
};
const JOBS: Readonly<Record<string, Job>> = {
  "an import": {
    office: "approved",
    words: (data) => ["entries", "import", at("thang-6.csv"), "--data", data],
    files: 0,
    steps: [
      ["import.after_rows", "before"],
      ["import.after_commit", "after"],
    ],
  },
  "signing and saving a report": SUBMIT,
  "signing a correction": { ...SUBMIT, office: "corrected", steps: SUBMIT.steps.slice(0, 2) },
  "taking in a report": {
    office: "waiting",
    words: (data, out) => ["receive", at("bao-cao.goi"), "--out", out, "--data", data],
    files: 1,
    steps: [
      ["accept.after_archive", "before"],
      ["accept.before_commit", "before"],
      ["accept.after_commit", "after"],
      ["export.after_bytes", "after"],
    ],
  },
  "returning a report": {
    office: "received",
    words: (data, out) => [
      ...["reply", "--submission", digest, "--return", at("tra-lai.json"), "--out", out, "--data", data],
    ],
    files: 1,
    steps: [
      ["reply.before_commit", "before"],
      ["reply.after_commit", "after"],
    ],
  },
  "hearing of a receipt": {
    office: "sent",
    words: (data) => ["receive", at("bien-nhan.goi"), "--data", data],
    files: 0,
    steps: [
      ["accept.before_commit", "before"],
      ["accept.after_commit", "after"],
    ],
  },
  "hearing of a return": {
    office: "sent",
    words: (data) => ["receive", at("tra-lai.goi"), "--data", data],
    files: 0,
    steps: [
      ["accept.before_commit", "before"],
      ["accept.after_commit", "after"],
    ],
  },
};

async function takeIn({ host, client }: Office, bytes: Uint8Array): Promise<string> {
  const ticket = await uploaded(host, bytes);
  const { previewId } = await client.submissions.inspect({
    ticket,
    fileName: "goi.goi",
    passphrase: PASSPHRASE,
  });
  const { receipt } = await client.submissions.accept({ previewId, passphrase: PASSPHRASE });
  return receipt?.ticket ?? "";
}

/** May of a district, from its approval to its correction; each stage is kept. */
async function goThroughMay(province: Province, district: District): Promise<void> {
  await enter(district, [["U1", "membersTotal", MAY.period, 612]]);
  const { client } = district;
  for (const { rule, unitUid, severity } of (await client.entries.check(MAY)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...MAY, unit: unitUid, rule, text: "đã kiểm tra lại" });
  await client.submissions.approve(MAY);
  keep(district, "approved");
  await client.submissions.reopen({ ...MAY, reason: "xem lại" });
  const sent = await report(district, MAY);
  ({ digest } = sent);
  writeFileSync(at("bao-cao.goi"), sent.bytes);
  keep(district, "sent");
  keep(province, "waiting");
  writeFileSync(at("bien-nhan.goi"), offered(province.host, await takeIn(province, sent.bytes)));
  keep(province, "received");
  const unit = (await client.units.list({})).units.find(({ code }) => code === "U1")?.uid ?? "";
  const place = { unit, element: "membersTotal", period: MAY.period as never };
  const { offer } = await province.client.corrections.reply({
    digest,
    verdict: { result: "returned", remarks: [{ place, message: "xem lại" }] },
    passphrase: PASSPHRASE,
  });
  const returned = offered(province.host, offer.ticket);
  writeFileSync(at("tra-lai.goi"), returned);
  await takeIn(district, returned);
  const { revision } = await client.entries.details(place);
  await client.entries.save({ ...place, entry: { state: "value", value: 216 }, expectedRevision: revision });
  for (const { rule, unitUid, severity } of (await client.entries.check(MAY)).findings)
    if (severity === "warn" && unitUid)
      await client.entries.explain({ ...MAY, unit: unitUid, rule, text: "đã kiểm tra lại" });
  await client.submissions.approve(MAY);
  keep(district, "corrected");
}

beforeAll(async () => {
  const province = await world.province();
  const district = await world.district("LDLD-B", ["U1"], province);
  await goThroughMay(province, district);
  writeFileSync(at("tra-lai.json"), REMARK);
  writeFileSync(
    at("thang-6.csv"),
    "unit_code,element,period,value\nU1,membersTotal,2025-M06,217\nU1,workersTotal,2025-M06,300\n",
  );
});
afterAll(() => world.close());

it.each(Object.entries(JOBS))("%s that is killed is wholly before or wholly after", async (name, job) => {
  const folder = at(name);
  const copyOf = (copy: string) => {
    cpSync(at(job.office), join(folder, copy), { recursive: true });
    mkdirSync(join(folder, `${copy}-usb`), { recursive: true });
    return [join(folder, copy), join(folder, `${copy}-usb`)] as const;
  };
  const before = rowsOf(at(job.office));
  const [data, usb] = copyOf("undisturbed");
  const [undisturbed, ...killed] = await Promise.all([
    run(job.words(data, usb)),
    ...job.steps.map(([failPoint]) => run(job.words(...copyOf(failPoint)), failPoint)),
  ]);
  expect(undisturbed).toMatchObject({ exit: 0, err: "" });
  const after = counts(rowsOf(data));
  expect(filesIn(usb)).toHaveLength(job.files);

  for (const [index, [failPoint, found]] of job.steps.entries()) {
    const [copy, stick] = [join(folder, failPoint), join(folder, `${failPoint}-usb`)];
    expect([failPoint, killed[index]?.signal]).toEqual([failPoint, "SIGKILL"]);
    const whole = filesIn(stick).filter((file) => !file.endsWith(".partial"));
    expect([failPoint, whole.length]).toEqual([failPoint, failPoint === "export.after_write" ? 1 : 0]);
    await expectSound(copy);
    const rows = rowsOf(copy);
    if (found === "before") expect([failPoint, rows]).toEqual([failPoint, before]);
    else expect([failPoint, rows]).not.toEqual([failPoint, before]);
  }
  // The same command again.
  const again = await Promise.all(
    job.steps.map(([failPoint]) => run(job.words(join(folder, failPoint), join(folder, `${failPoint}-usb`)))),
  );
  for (const [index, [failPoint]] of job.steps.entries()) {
    const [copy, stick] = [join(folder, failPoint), join(folder, `${failPoint}-usb`)];
    expect([failPoint, again[index]]).toMatchObject([failPoint, { exit: 0, err: expect.any(String) }]);
    expect([failPoint, counts(rowsOf(copy))]).toEqual([failPoint, after]);
    expect(filesIn(stick)).toHaveLength(job.files);
    expect([...filesIn(copy), ...filesIn(stick)].filter((file) => file.endsWith(".partial"))).toEqual([]);
    const kept = keptBundles(copy);
    for (const file of filesIn(stick))
      expect(kept).toContain(readFileSync(join(stick, file)).toString("hex"));
    await expectSound(copy);
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What was signed here, in hexadecimal. */
function keptBundles(data: string): string[] {
  const db = openForInspection(join(data, "office.sqlite"));
  try {
    return db.raw.prepare("SELECT lower(hex(bundle)) FROM outgoing").pluck().all() as string[];
  } finally {
    db.raw.close();
  }
}
