// A real office with a signed submission; somebody changes the file behind the program's back.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { approveMay, submit } from "../../../test/support/signed-report.ts";
import { openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";

const MAY = { form: "month", period: "2025-M05" } as const;

let office: TestOffice;
let host: TestOffice["host"];
let fileName: string;
let digest: string;
let unitUid: string;
let client: TestOffice["client"];

beforeAll(async () => {
  office = await openTestOffice();
  ({ host, client } = office);
  unitUid = await approveMay(client);
  ({ fileName, digest } = await submit(client, MAY));
});
afterAll(() => office.close());

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
    "backups",
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
  const path = join(office.folder, "outbox", fileName);
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
