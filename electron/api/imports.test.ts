// Imports over a real office file: what they write, what they leave alone, what an undo puts back.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Host, openHost } from "./host.ts";

const CLOCK = { now: () => new Date("2026-03-10T02:00:00Z") };
let folder: string;
let host: Host;
const clientOf = (opened: Host) => createRouterClient(opened.router, { context: opened.context });
let client: ReturnType<typeof clientOf>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-imports-"));
  host = await openHost({ dataFolder: folder, clock: CLOCK, program: "cli" });
  client = clientOf(host);
  await client.office.create({
    code: "LDLD-B",
    name: "LĐLĐ huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "LĐLĐ tỉnh A",
  });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function preview(kind: "units" | "entries", text: string) {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  return client.imports.preview({ ticket: host.tickets.fromPath(path), fileName: "file.csv", kind });
}

async function apply(kind: "units" | "entries", text: string) {
  const { previewId } = await preview(kind, text);
  const job = await client.imports.apply({ previewId });
  for (;;) {
    const step = await job.next();
    if (step.done) return step.value;
  }
}

async function unitOf(code: string) {
  const row = (await client.units.list({ includeEnded: true })).units.find((unit) => unit.code === code);
  if (!row) throw new Error(`no ${code}`);
  return client.units.get({ uid: row.uid });
}

const UNITS = `code,name,employer_type,workforce,established_on
U1,CĐCS Một,privateEnterprise,50,2015-01-01
U2,CĐCS Hai,privateEnterprise,60,2016-01-01
`;

it("keeps what a file does not say, and shows only what would change", async () => {
  await apply("units", UNITS);
  const seen = await preview("units", "code,name\nU1,CĐCS Một\nU2,CĐCS Hai mới\n");
  expect(seen.counts).toMatchObject({ same: 1, changed: 1 });
  expect(seen.lines.find(({ code }) => code === "U2")?.changes).toEqual([
    { field: "name", before: "CĐCS Hai", after: "CĐCS Hai mới" },
  ]);
});

it("writes a mended founding day, and an undo leaves no trace of the whole import", async () => {
  await apply("units", UNITS);
  const before = await unitOf("U1");
  const { batchUid } = await apply(
    "units",
    "code,name,workforce,established_on,ended_on\nU1,CĐCS Một đổi tên,55,2014-06-01,2026-02-28\n",
  );
  const changed = await unitOf("U1");
  expect(changed.unit).toMatchObject({ establishedOn: "2014-06-01", endedOn: "2026-02-28" });
  expect(changed.events.map(({ kind }) => kind).toSorted()).toEqual(["dissolved", "established", "renamed"]);
  await client.imports.undo({ batchUid });
  expect(await unitOf("U1")).toEqual(before);
});

it("refuses an unknown parent, an end before the beginning, and a change behind one already recorded", async () => {
  await apply("units", UNITS);
  const { unit } = await unitOf("U2");
  await client.units.change({
    uid: unit.uid,
    effectiveOn: "2026-07-01",
    changes: { employerType: "stateEnterprise" },
    decisionNumber: null,
  });
  const { lines } = await preview(
    "units",
    "code,name,parent_code,ended_on,workforce\nU3,CĐCS Ba,KHONG-CO,,\nU1,CĐCS Một,,2010-01-01,\nU2,CĐCS Hai,,,70\n",
  );
  expect(
    lines.map(({ code, outcome, reasons }) => [code, outcome, reasons.map((reason) => reason.code)]),
  ).toEqual([
    ["U3", "rejected", ["UNIT_UNKNOWN"]],
    ["U1", "rejected", ["DATES_REVERSED"]],
    ["U2", "rejected", ["CHANGE_AHEAD"]],
  ]);
});

it("an undo of figures restores the estimate, its day and the note", async () => {
  await apply("units", UNITS);
  const { unit } = await unitOf("U1");
  const cell = { unit: unit.uid, element: "membersAdmitted", period: "2026-M01" } as const;
  await client.entries.save({
    ...cell,
    entry: { state: "value", value: 40 },
    isEstimate: true,
    asOf: "2026-01-20",
    expectedRevision: 0,
  });
  await client.entries.setNote({ ...cell, note: "ghi chú gốc" });
  const { batchUid } = await apply(
    "entries",
    "unit_code,element,period,value,state,note\nU1,membersAdmitted,2026-M01,45,value,ghi chú mới\n",
  );
  expect(await client.entries.details(cell)).toMatchObject({ entry: { value: 45 }, note: "ghi chú mới" });
  await client.imports.undo({ batchUid });
  expect(await client.entries.details(cell)).toMatchObject({
    entry: { state: "value", value: 40 },
    asOf: "2026-01-20",
    note: "ghi chú gốc",
  });
  const form = await client.entries.open({ form: "month", period: "2026-M01" });
  const column = form.columns.findIndex(({ element }) => element === cell.element);
  expect(form.cells[column]?.estimated).toEqual([form.units.findIndex(({ uid }) => uid === unit.uid)]);
});

it("a cell saved while a long import runs is kept, whether the import ends or is called off", async () => {
  const codes = Array.from({ length: 400 }, (_, index) => `N${index}`);
  await apply(
    "units",
    `code,name,employer_type\n${codes.map((code) => `${code},CĐCS ${code},privateEnterprise`).join("\n")}\n`,
  );
  const { unit } = await unitOf("N0");
  const figures = codes.flatMap((code) =>
    [
      "workersTotal",
      "membersTotal",
      "membersAdmitted",
      "membersDecreased",
      "membersTransferredIn",
      "strikes",
    ].map((element, index) => `${code},${element},2026-M01,${index + 1},value`),
  );
  const { previewId } = await preview(
    "entries",
    `unit_code,element,period,value,state\n${figures.join("\n")}\n`,
  );
  const job = await client.imports.apply({ previewId });
  expect((await job.next()).done).toBe(false);
  const cell = { unit: unit.uid, element: "membersTotal", period: "2026-M02" } as const;
  let isSaved = false;
  const saving = client.entries
    .save({ ...cell, entry: { state: "value", value: 7 }, expectedRevision: 0 })
    .then((saved) => {
      isSaved = true;
      return saved;
    });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSaved).toBe(false);
  await job.return?.(undefined);
  expect((await saving).revision).toBe(1);
  expect(await client.entries.details(cell)).toMatchObject({ entry: { state: "value", value: 7 } });
  // Nothing of the import that was called off, and it can be begun again.
  expect(await client.entries.details({ ...cell, period: "2026-M01" })).toMatchObject({ entry: null });
  const again = await client.imports.apply({ previewId }).catch((error: unknown) => error);
  expect(again).not.toBeInstanceOf(Error);
});

it("records the digest of the very bytes that were shown, whatever happens to the file afterwards", async () => {
  const seen = await preview("units", UNITS);
  writeFileSync(join(folder, "file.csv"), "code,name\nX,Khác\n");
  const job = await client.imports.apply({ previewId: seen.previewId });
  while (!(await job.next()).done);
  expect((await client.units.list({})).units.map(({ code }) => code)).toEqual(["U1", "U2"]);
  const recorded = host.context.workspace.db.raw
    .prepare("SELECT file_sha256 FROM import_batch")
    .pluck()
    .all();
  expect(recorded).toEqual([createHash("sha256").update(UNITS).digest("hex")]);
});

it("tells what of a file was not read", async () => {
  const seen = await preview("units", "code,name,Cột lạ\nU1,CĐCS Một,x\n");
  expect(seen).toMatchObject({ unreadColumns: ["Cột lạ"], ignoredSheets: [], formulas: [] });
});
