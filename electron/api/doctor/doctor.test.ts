// A real office with a signed submission; somebody changes the file behind the program's back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Host, openHost } from "../host.ts";

const PASSPHRASE = "câu dài chỉ để kiểm thử 2026";
const CLOCK = { now: () => new Date("2026-03-10T02:00:00Z") };
const MAY = { form: "month", period: "2025-M05" } as const;

let folder: string;
let host: Host;
let fileName: string;
let digest: string;
let unitUid: string;
const clientOf = (opened: Host) => createRouterClient(opened.router, { context: opened.context });
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-doctor-"));
  host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  client = clientOf(host);
  await client.office.create({
    code: "LDLD-B",
    name: "LĐLĐ huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "LĐLĐ tỉnh A",
  });
  const { unit } = await client.units.create({
    code: "U1",
    name: "CĐCS Một",
    kind: "grassrootsUnion",
    employerType: "privateEnterprise",
    sector: null,
    workforce: 50,
    selfFinancing: null,
    taxCode: null,
    establishedOn: "2020-01-01",
    decisionNumber: null,
    decidedOn: null,
  });
  unitUid = unit.uid;
  for (const [element, value] of [
    ["workersTotal", 50],
    ["membersTotal", 40],
  ] as const)
    await client.entries.save({
      unit: unit.uid,
      element,
      period: MAY.period,
      entry: { state: "value", value },
      expectedRevision: 0,
    });
  for (const { rule, unitUid: uid, severity } of (await client.entries.check(MAY)).findings)
    if (severity === "warn" && uid)
      await client.entries.explain({ ...MAY, unit: uid, rule, text: "đúng vậy" });
  await client.submissions.approve(MAY);
  await client.keys.create({ passphrase: PASSPHRASE });
  const job = await client.submissions.submit({ ...MAY, passphrase: PASSPHRASE, documentNumber: null });
  for (;;) {
    const step = await job.next();
    if (!step.done) continue;
    ({ fileName, digest } = step.value);
    break;
  }
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function failed() {
  const { checks } = await client.office.doctor();
  return checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]);
}

/** Runs SQL as somebody with another program would, and puts everything back. */
async function failedAfter(sql: string, ...values: unknown[]) {
  const { raw } = host.context.workspace.db;
  raw.pragma("foreign_keys = OFF");
  raw.exec("SAVEPOINT tampering");
  try {
    const { changes } = raw.prepare(sql).run(...values);
    if (changes !== 1) throw new Error(`changed ${changes} rows`);
    return await failed();
  } finally {
    raw.exec("ROLLBACK TO tampering; RELEASE tampering");
    raw.pragma("foreign_keys = ON");
  }
}

it("finds nothing in an office that nobody touched", async () => {
  expect(await failed()).toEqual([]);
  expect((await client.office.doctor()).checks.map(({ name }) => name)).toEqual([
    "integrity",
    "references",
    "audit",
    "submissions",
    "settings",
  ]);
});

it("names the bundle when any one byte of it differs", async () => {
  const { raw } = host.context.workspace.db;
  const bundle = raw.prepare("SELECT bundle FROM outgoing WHERE sha256 = ?").pluck().get(digest) as Buffer;
  // Every part of the file: its beginning, somewhere in each seventh of it, its end.
  for (const place of [
    0,
    ...[1, 2, 3, 4, 5, 6].map((part) => Math.floor((bundle.length * part) / 7)),
    bundle.length - 1,
  ]) {
    const changed = Buffer.from(bundle);
    changed[place] = (changed[place] ?? 0) ^ 1;
    const faults = await failedAfter("UPDATE outgoing SET bundle = ? WHERE sha256 = ?", changed, digest);
    expect(faults, `byte ${place}`).toEqual([
      ["submissions", expect.stringMatching(new RegExp(`^${fileName.replaceAll(".", "\\.")}: E_`))],
    ]);
  }
});

it("names the bundle whose recorded identity, number or stream differs", async () => {
  for (const [column, value] of [
    ["seq", 7],
    ["stream", "khác"],
    ["bundle_id", "khác"],
  ] as const)
    expect(await failedAfter(`UPDATE outgoing SET ${column} = ? WHERE sha256 = ?`, value, digest)).toEqual([
      ["submissions", expect.stringContaining(`${fileName}: DIGEST_DIFFERS`)],
    ]);
  const faults = await failedAfter("UPDATE outgoing SET sha256 = ? WHERE sha256 = ?", "0".repeat(64), digest);
  expect(faults).toContainEqual(["submissions", `${fileName}: DIGEST_DIFFERS ${"0".repeat(64)}`]);
});

it("names the cell whose figure is no longer the one that was signed", async () => {
  const { db, elementIds } = host.context.workspace;
  const id = elementIds.get("membersTotal");
  const period = db.raw.prepare("SELECT id FROM reporting_period WHERE code = '2025-M05'").pluck().get();
  const cell = `${unitUid}/membersTotal/2025-M05: ENTRY_DIFFERS ${fileName}`;
  expect(
    await failedAfter("UPDATE entry SET value = 41 WHERE element_id = ? AND period_id = ?", id, period),
  ).toEqual([["submissions", cell]]);
  expect(await failedAfter("DELETE FROM entry WHERE element_id = ? AND period_id = ?", id, period)).toEqual([
    ["submissions", cell],
  ]);
});

it("names the copy in the outbox that differs, and does not miss one that was deleted", async () => {
  const path = join(folder, "outbox", fileName);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.subarray(0, bytes.length - 1));
  expect(await failed()).toEqual([["submissions", `outbox/${fileName}: DIGEST_DIFFERS`]]);
  rmSync(path);
  expect(await failed()).toEqual([]);
  writeFileSync(path, bytes);
});

it("names a setting that names nobody", async () => {
  expect(await failedAfter("INSERT INTO setting (name, value) VALUES ('currentPerson', '99')")).toEqual([
    ["settings", "currentPerson: 99"],
  ]);
});
