// Imports over a real office file: what they write, what they leave alone, what an undo puts back.
// Over 300 lines because each promise of an import is kept by its undo too: both are tested on the same file.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LongTransaction } from "../database/long-transaction.ts";
import { readTableBytes } from "../files/read-table.ts";
import {
  codeOf,
  offered,
  openTestOffice,
  resultOf,
  type TestOffice,
} from "../../test/support/test-office.ts";

let office: TestOffice;
let client: TestOffice["client"];
let preview: TestOffice["preview"];
let apply: TestOffice["importText"];

beforeEach(async () => {
  office = await openTestOffice();
  ({ client, preview, importText: apply } = office);
});
afterEach(() => office.close());

const unitOf = async (code: string) => client.units.get({ uid: await office.uidOf(code) });

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

it("compares with what stands, not with what another import writes meanwhile and takes back", async () => {
  await apply("units", UNITS);
  const { workspace } = office.host.context;
  const text = "code,name\nU1,CĐCS Một\nU2,CĐCS Hai mới\n";
  const seen = preview("units", text);
  // It was let in, and waits for its file.
  for (let times = 0; times < 100; times += 1) await Promise.resolve();
  const release = await workspace.hold();
  const long = new LongTransaction(workspace.db);
  const renamed = "UPDATE org_unit_name SET full_name = 'CĐCS Hai mới' WHERE full_name = 'CĐCS Hai'";
  long.turn(() => workspace.db.raw.exec(renamed));
  // As long as the file is read, and longer.
  for (let times = 0; times < 3; times += 1) await readTableBytes(Buffer.from(text));
  long.end();
  release();
  expect((await seen).counts).toMatchObject({ same: 1, changed: 1 });
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

it("a preview says what is new about a figure that stays: its mark, its day, its note", async () => {
  await apply("units", UNITS);
  const { unit } = await unitOf("U1");
  const cell = { unit: unit.uid, element: "membersAdmitted", period: "2026-M01" } as const;
  await client.entries.save({
    ...cell,
    entry: { state: "value", value: 50 },
    isEstimate: true,
    asOf: "2026-01-20",
    expectedRevision: 0,
  });
  const line = async (rest: string) =>
    (
      await preview(
        "entries",
        `unit_code,element,period,value,is_estimate,as_of,note\nU1,membersAdmitted,2026-M01,${rest}\n`,
      )
    ).lines[0];
  expect(await line("50,1,2026-01-20,")).toMatchObject({ outcome: "same" });
  expect(await line("50,,2026-01-20,")).toMatchObject({
    outcome: "changed",
    changes: [{ field: "isEstimate", before: "yes", after: "no" }],
  });
  expect(await line("50,1,2026-01-31,đã rà")).toMatchObject({
    outcome: "changed",
    changes: [
      { field: "asOf", before: "2026-01-20", after: "2026-01-31" },
      { field: "note", before: "", after: "đã rà" },
    ],
  });
  expect((await line("51,1,2026-01-20,"))?.changes.map(({ before, after }) => [before, after])).toEqual([
    ["50", "51"],
  ]);
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
  writeFileSync(join(office.folder, "file.csv"), "code,name\nX,Khác\n");
  const job = await client.imports.apply({ previewId: seen.previewId });
  await resultOf(job);
  expect((await client.units.list({})).units.map(({ code }) => code)).toEqual(["U1", "U2"]);
  const recorded = office.host.context.workspace.db.raw
    .prepare("SELECT file_sha256 FROM import_batch")
    .pluck()
    .all();
  expect(recorded).toEqual([createHash("sha256").update(UNITS).digest("hex")]);
});

it("tells what of a file was not read", async () => {
  const seen = await preview("units", "code,name,Cột lạ\nU1,CĐCS Một,x\n");
  expect(seen).toMatchObject({ unreadColumns: ["Cột lạ"], ignoredSheets: [], formulas: [] });
});

it("shows what a new line says, and what of a changed one differs", async () => {
  const { lines } = await preview("units", UNITS);
  expect(lines[0]?.changes).toEqual([
    { field: "kind", before: "", after: "grassrootsUnion" },
    { field: "employerType", before: "", after: "privateEnterprise" },
    { field: "workforce", before: "", after: "50" },
    { field: "establishedOn", before: "", after: "2015-01-01" },
  ]);
  await apply("units", UNITS);
  const figures = await preview("entries", "unit_code,element,period,value\nU1,membersTotal,2026-M01,1250\n");
  expect(figures.lines[0]?.changes).toMatchObject([{ before: "", after: "1.250" }]);
});

it("gives the rejected lines also after the import, which is written once", async () => {
  const { previewId } = await preview("units", `${UNITS}U3,,privateEnterprise,1,2016-01-01\n`);
  const before = await client.imports.rejectedFile({ previewId });
  expect(await resultOf(await client.imports.apply({ previewId }))).toMatchObject({
    applied: 2,
    rejected: 1,
  });
  const after = await client.imports.rejectedFile({ previewId });
  const [first, second] = [before, after].map(({ ticket }) => office.host.tickets.collect(ticket)?.bytes);
  expect(second).toEqual(first);
  // Every column as it was, the reasons last.
  expect(Buffer.from(second ?? []).toString("utf8")).toBe(
    "\uFEFFcode,name,employer_type,workforce,established_on,reasons\r\nU3,,privateEnterprise,1,2016-01-01,name VALUE_MISSING\r\n",
  );
  expect(await codeOf(resultOf(client.imports.apply({ previewId })))).toBe("PREVIEW_UNKNOWN");
});

it("a file of rejected lines is mended and imported as it is, also when something in it is still wrong", async () => {
  const rejectedOf = async (text: string) => {
    const { previewId } = await preview("units", text);
    const { ticket } = await client.imports.rejectedFile({
      previewId,
      words: { reason: "Lý do", columns: {}, reasons: {} },
    });
    return Buffer.from(offered(office.host, ticket)).toString("utf8");
  };
  // A title above the headings, a column that is not read, a note beyond the headings, text a spreadsheet would run.
  const first = await rejectedOf(
    "Danh sách,,,,,\nMã,Tên,Điện thoại,Ngày thành lập,MST,\nU1,CĐCS Một,1,2015-01-01,,\nU2,CĐCS Hai,=1+1,31/02/2016,0301,xem lại\nU3,,3,2017-05-01,,\n",
  );
  const second = await rejectedOf(first.replace("31/02/2016", "29/02/2016"));
  expect(second).toBe(
    "\uFEFFMã,Tên,Điện thoại,Ngày thành lập,MST,,Lý do\r\nU3,,3,2017-05-01,,,name VALUE_MISSING\r\n",
  );
  await apply("units", first.replace("31/02/2016", "29/02/2016"));
  expect((await unitOf("U2")).unit).toMatchObject({ taxCode: "0301", establishedOn: "2016-02-29" });
});

it("keeps eight previews, and of more the longest untouched goes", async () => {
  const ids: string[] = [];
  for (let index = 0; index < 8; index += 1) ids.push((await preview("units", UNITS)).previewId);
  // The first is touched once more, so the second is the one to go.
  await client.imports.rejectedFile({ previewId: ids[0] ?? "" });
  await preview("units", UNITS);
  const answers: string[] = [];
  for (const previewId of ids) answers.push(await codeOf(client.imports.rejectedFile({ previewId })));
  expect(answers).toEqual(["done", "PREVIEW_UNKNOWN", ...Array.from({ length: 6 }, () => "done")]);
});

it("undo in the grid and undo of the import are one and the same", async () => {
  await apply("units", UNITS);
  const uid = await office.uidOf("U1");
  const cell = { unit: uid, element: "membersTotal", period: "2026-M01" } as const;
  const note = "ghi chú của tệp";
  const { batchUid } = await apply(
    "entries",
    `unit_code,element,period,value,note\nU1,membersTotal,2026-M01,45,${note}\n`,
  );
  const batch = async () => (await client.imports.list()).find((each) => each.uid === batchUid);
  await client.entries.undo({ period: cell.period });
  expect(await client.entries.details(cell)).toMatchObject({ entry: null, note: null });
  expect((await batch())?.undoneAt).not.toBeNull();
  expect(await codeOf(client.imports.undo({ batchUid }))).toBe("ALREADY_UNDONE");
  await client.entries.redo({ period: cell.period });
  expect(await client.entries.details(cell)).toMatchObject({ entry: { value: 45 }, note });
  expect((await batch())?.undoneAt).toBeNull();
  expect(await client.imports.undo({ batchUid })).toEqual({ cells: 1, units: 0, employers: 0 });
  expect(await client.entries.details(cell)).toMatchObject({ entry: null, note: null });
});

it("an employer goes back to the headcounts it had", async () => {
  await apply("employers", "code,name,employer_type,workforce\nDN1,Công ty Một,privateEnterprise,\n");
  const before = await client.units.listEmployers({});
  const { batchUid } = await apply(
    "employers",
    "code,name,employer_type,workforce\nDN1,Công ty Một,privateEnterprise,70\n",
  );
  expect((await client.units.listEmployers({}))[0]?.workforce).toBe(70);
  await client.imports.undo({ batchUid });
  expect(await client.units.listEmployers({})).toEqual(before);
});
