// kill -9 at each named step of an import, an approval, a signature, an export, a reception and a return (security.md F2). Each step is run
// from the command line on a copy of the same office. What is found afterwards is row for row as before, or all of it; the
// same command again succeeds, and what stands then is what a run that nobody disturbed leaves: no number used twice, no
// receipt signed twice, no file half written. `SCD_EXHAUSTIVE=1` kills at every step instead of those with the most to lose.
// Over 300 lines because what each step leaves is written out beside it.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import {
  type District,
  enter,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { approve, explainWarnings, MAY } from "../../../test/support/signed-report.ts";
import {
  offered,
  type Office,
  openOffice,
  resultOf,
  saveFigure,
  uidOf,
} from "../../../test/support/test-office.ts";
import { openForInspection } from "../../database/connection.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const IS_EXHAUSTIVE = process.env["SCD_EXHAUSTIVE"] !== undefined;
const COMMAND_LINE = join(import.meta.dirname, "..", "..", "cli", "index.ts");
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

/** Every row of every table, as text. */
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

const countsOf = (data: string, without: readonly string[] = []) =>
  Object.entries(rowsOf(data)).flatMap(([table, { length }]) =>
    without.includes(table) ? [] : [[table, length]],
  );

/** Paths of all files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Opens an office after it was killed: it is sound, and nothing in it was numbered twice. */
async function expectSound(data: string): Promise<void> {
  const { host, client } = await openOffice(data);
  try {
    expect((await client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
    const twice = host.context.workspace.db.raw
      .prepare("SELECT stream, seq FROM outgoing GROUP BY instance_id, stream, seq HAVING count(*) > 1")
      .all();
    expect(twice).toEqual([]);
  } finally {
    await host.close();
  }
}

interface Step {
  readonly at: string;
  /** What is there when it is killed here. */
  readonly found: "before" | "after";
  /** Left to the exhaustive run. */
  readonly isRare?: true;
}

interface Job {
  /** How the office stands when it begins. */
  readonly office: string;
  readonly words: (data: string, out: string) => string[];
  /** What a person does who finds it done already; the same again where left out. */
  readonly wordsAfter?: Job["words"];
  /** Files it leaves on the stick. */
  readonly files: number;
  readonly steps: readonly Step[];
  /** Tables that count how often it was done. */
  readonly counting?: readonly string[];
}

const REPLY = (data: string, out: string) => ["reply", "--submission", digest, "--out", out, "--data", data];
const HEAR: Pick<Job, "office" | "files"> = { office: "sent", files: 0 };
const JOBS: Readonly<Record<string, Job>> = {
  "an import": {
    office: "approved",
    words: (data) => ["entries", "import", at("thang-6.csv"), "--data", data],
    files: 0,
    steps: [
      { at: "import.after_rows", found: "before" },
      { at: "import.after_commit", found: "after", isRare: true },
    ],
    // The same file again is an import of its own, of which nothing is new.
    counting: ["audit", "import_batch"],
  },
  "approving a period": {
    office: "entered",
    words: (data) => ["approve", ...OF_MAY, "--data", data],
    // It is approved once and not again.
    wordsAfter: (data) => ["check", ...OF_MAY, "--data", data],
    files: 0,
    steps: [
      { at: "approve.before_commit", found: "before" },
      { at: "approve.after_commit", found: "after", isRare: true },
    ],
  },
  "signing and saving a report": {
    office: "approved",
    words: (data, out) => ["submit", ...OF_MAY, "--plain", "--out", out, "--data", data],
    files: 1,
    steps: [
      { at: "submit.before_commit", found: "before", isRare: true },
      { at: "submit.after_commit", found: "after" },
      { at: "submit.after_outbox", found: "after", isRare: true },
      { at: "export.after_bytes", found: "after" },
      { at: "export.after_write", found: "after", isRare: true },
    ],
  },
  "signing a correction": {
    office: "corrected",
    words: (data, out) => ["submit", ...OF_MAY, "--plain", "--out", out, "--data", data],
    files: 1,
    steps: [
      { at: "submit.before_commit", found: "before" },
      { at: "submit.after_commit", found: "after", isRare: true },
    ],
  },
  "taking in a report": {
    office: "waiting",
    words: (data, out) => ["receive", at("bao-cao.goi"), "--out", out, "--data", data],
    files: 1,
    steps: [
      { at: "accept.after_archive", found: "before", isRare: true },
      { at: "accept.before_commit", found: "before" },
      { at: "accept.after_commit", found: "after" },
      { at: "export.after_bytes", found: "after", isRare: true },
    ],
  },
  "returning a report": {
    office: "received",
    words: (data, out) => [...REPLY(data, out), "--return", at("tra-lai.json")],
    // It was returned once and is not returned again; the reply that stands is handed out.
    wordsAfter: (data, out) => [...REPLY(data, out), "--accept"],
    files: 1,
    steps: [
      { at: "reply.before_commit", found: "before", isRare: true },
      { at: "reply.after_commit", found: "after" },
    ],
  },
  "hearing of a receipt": {
    ...HEAR,
    words: (data) => ["receive", at("bien-nhan.goi"), "--data", data],
    steps: [
      { at: "accept.before_commit", found: "before", isRare: true },
      { at: "accept.after_commit", found: "after", isRare: true },
    ],
  },
  "hearing of a return": {
    ...HEAR,
    words: (data) => ["receive", at("tra-lai.goi"), "--data", data],
    steps: [
      { at: "accept.before_commit", found: "before" },
      { at: "accept.after_commit", found: "after", isRare: true },
    ],
  },
};

const WANTED = Object.entries(JOBS)
  .map(([name, job]) => ({ name, ...job, steps: job.steps.filter(({ isRare }) => IS_EXHAUSTIVE || !isRare) }))
  .filter(({ steps }) => steps.length > 0);

/** May of a district, from its approval to its correction; each stage is kept. */
async function goThroughMay(province: Province, district: District): Promise<void> {
  await enter(district, [["U1", "membersTotal", MAY.period, 612]]);
  const { client } = district;
  await explainWarnings(client, MAY);
  keep(district, "entered");
  await resultOf(client.submissions.approve(MAY));
  keep(district, "approved");
  await client.submissions.reopen({ ...MAY, reason: "xem lại" });
  const sent = await report(district, MAY);
  ({ digest } = sent);
  writeFileSync(at("bao-cao.goi"), sent.bytes);
  keep(district, "sent");
  keep(province, "waiting");
  writeFileSync(at("bien-nhan.goi"), (await takeIn(province, sent.bytes)).reply);
  keep(province, "received");
  const place = { unit: await uidOf(client, "U1"), element: "membersTotal", period: MAY.period };
  const { offer } = await province.client.corrections.reply({
    digest,
    verdict: { result: "returned", remarks: [{ place, message: "xem lại" }] },
    passphrase: PASSPHRASE,
  });
  const returned = offered(province.host, offer.ticket);
  writeFileSync(at("tra-lai.goi"), returned);
  await takeIn(district, returned);
  await saveFigure(client, place, 216);
  await approve(client, MAY);
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

it.each(WANTED)("$name that is killed is wholly before or wholly after", async (job) => {
  const folder = at(job.name);
  const before = rowsOf(at(job.office));
  const copies = [...job.steps.map((step) => step.at), "undisturbed"].map((copy) => {
    cpSync(at(job.office), join(folder, copy), { recursive: true });
    mkdirSync(join(folder, `${copy}-usb`));
    return { data: join(folder, copy), stick: join(folder, `${copy}-usb`) };
  });
  const undisturbed = copies.pop();
  if (!undisturbed) throw new RangeError("no copy");

  const killed = await Promise.all(
    job.steps.map((step, index) => {
      const { data, stick } = copies[index] ?? undisturbed;
      return run(job.words(data, stick), step.at);
    }),
  );
  for (const [index, step] of job.steps.entries()) {
    const { data, stick } = copies[index] ?? undisturbed;
    expect([step.at, killed[index]?.signal]).toEqual([step.at, "SIGKILL"]);
    const whole = filesIn(stick).filter((file) => !file.endsWith(".partial"));
    expect([step.at, whole.length]).toEqual([step.at, step.at === "export.after_write" ? 1 : 0]);
    await expectSound(data);
    const isBefore = JSON.stringify(rowsOf(data)) === JSON.stringify(before);
    expect([step.at, isBefore ? "before" : "after"]).toEqual([step.at, step.found]);
  }

  const [calm, ...again] = await Promise.all([
    run(job.words(undisturbed.data, undisturbed.stick)),
    ...job.steps.map(({ found }, index) => {
      const { data, stick } = copies[index] ?? undisturbed;
      return run((found === "after" ? (job.wordsAfter ?? job.words) : job.words)(data, stick));
    }),
  ]);
  expect(calm).toMatchObject({ exit: 0, err: "" });
  const after = countsOf(undisturbed.data, job.counting);
  for (const [index, step] of job.steps.entries()) {
    const { data, stick } = copies[index] ?? undisturbed;
    expect([step.at, again[index]?.exit]).toEqual([step.at, 0]);
    expect([step.at, countsOf(data, job.counting)]).toEqual([step.at, after]);
    expect([...filesIn(data), ...filesIn(stick)].filter((file) => file.endsWith(".partial"))).toEqual([]);
    const kept = keptBundles(data);
    expect(filesIn(stick)).toHaveLength(job.files);
    for (const file of filesIn(stick))
      expect(kept).toContain(readFileSync(join(stick, file)).toString("hex"));
    await expectSound(data);
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
