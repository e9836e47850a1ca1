// Estimates, what a block may say, and the check as a job, over a real office file through the contract.
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import { cellBlock } from "../../shared/domain/cell-block.ts";
import { listAudit } from "../database/queries/audit.ts";

const PERIOD = "2026-M01";
const OTHER_UNIT = "018f0000-0000-7000-8000-000000000000";
let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
  await office.importText(
    "units",
    "code,name,kind,employer_type,workforce,established_on\nCS01,CĐCS Một,grassrootsUnion,privateEnterprise,120,2020-01-01\nCS02,CĐCS Hai,grassrootsUnion,privateEnterprise,80,2020-01-01",
  );
  await office.importText(
    "entries",
    "unit_code,element,period,value,state,as_of,is_estimate,note\nCS01,workersTotal,2026-M01,100,value,2026-01-15,,\nCS02,workersTotal,2026-M01,60,value,2026-01-15,,\nCS01,membersTotal,2026-M01,200,value,,,",
  );
});
afterEach(() => office.close());

const cellsOf = async (isEstimate: boolean, revision = 1) => {
  const units = [await office.uidOf("CS01"), await office.uidOf("CS02")];
  return cellBlock(
    units.map((unit) => ({ unit, element: "workersTotal", entry: null, revision, isEstimate })),
  );
};
const details = async (code: string) =>
  office.client.entries.details({ unit: await office.uidOf(code), element: "workersTotal", period: PERIOD });
const estimatedRows = async () => {
  const form = await office.client.entries.open({ form: "month", period: PERIOD });
  const column = form.columns.findIndex(({ element }) => element === "workersTotal");
  return form.cells[column]?.estimated ?? [];
};

it("marks imported figures as estimates, leaving value, source and day as they were, and undoes it as one act", async () => {
  const { revisions, refused } = await office.client.entries.markEstimated({
    period: PERIOD,
    block: await cellsOf(true),
  });
  expect({ revisions, refused }).toEqual({ revisions: [2, 2], refused: [] });
  expect(await estimatedRows()).toEqual([0, 1]);
  expect(await details("CS01")).toMatchObject({
    entry: { state: "value", value: 100 },
    source: "imported",
    asOf: "2026-01-15",
  });
  const prepared = await office.client.submissions.prepare({ form: "month", period: PERIOD });
  expect(prepared.estimated).toBe(2);
  const undone = await office.client.entries.undo({ period: PERIOD });
  expect(undone).toMatchObject({ outcome: "done", kept: 0 });
  expect(await estimatedRows()).toEqual([]);
});

it("refuses what was written meanwhile, holds no figure, or is not there; a repeat marks nothing", async () => {
  await office.client.entries.markEstimated({ period: PERIOD, block: await cellsOf(true) });
  const again = await office.client.entries.markEstimated({ period: PERIOD, block: await cellsOf(false) });
  expect(again.refused.map(({ code }) => code)).toEqual(["STALE_REVISION", "STALE_REVISION"]);
  expect(await estimatedRows()).toEqual([0, 1]);
  const unit = await office.uidOf("CS01");
  const { refused } = await office.client.entries.markEstimated({
    period: PERIOD,
    block: cellBlock(
      [
        { unit, element: "membersAdmitted", revision: 0 },
        { unit, element: "noSuchElement", revision: 0 },
        { unit: OTHER_UNIT, element: "workersTotal", revision: 0 },
      ].map((cell) => ({ ...cell, entry: null, isEstimate: true })),
    ),
  });
  expect(refused.map(({ code }) => code)).toEqual(["STALE_REVISION", "ELEMENT_UNKNOWN", "UNIT_UNKNOWN"]);
});

it("says in the history that a figure became an estimate, and leaves it to who wrote it", async () => {
  const unit = await office.uidOf("CS01");
  const cell = { unit, element: "membersAdmitted", period: PERIOD };
  const entry = { state: "value", value: 50 } as const;
  const add = async (name: string) => {
    const status = await office.client.office.addPerson({ name, title: "Cán bộ", roles: ["clerk"] });
    return status.office?.people.find((person) => person.name === name)?.id ?? 0;
  };
  const [lan, minh] = [await add("Trần Thị Lan"), await add("Lê Văn Minh")];
  await office.client.office.setCurrentPerson({ personId: lan });
  await office.client.entries.save({ ...cell, entry, expectedRevision: 0 });
  await office.client.office.setCurrentPerson({ personId: minh });
  const block = cellBlock([{ ...cell, entry: null, revision: 1, isEstimate: true }]);
  await office.client.entries.markEstimated({ period: PERIOD, block });
  const marked = await office.client.entries.details(cell);
  expect(marked).toMatchObject({ entry, isEstimate: true, author: "Trần Thị Lan" });
  expect(
    marked.changes.map(({ author, wasEstimate, isEstimate }) => [author, wasEstimate, isEstimate]),
  ).toEqual([
    ["Lê Văn Minh", false, true],
    ["Trần Thị Lan", false, false],
  ]);
  await office.client.entries.undo({ period: PERIOD });
  expect(await office.client.entries.details(cell)).toMatchObject({
    isEstimate: false,
    author: "Trần Thị Lan",
    changes: [{ wasEstimate: true, isEstimate: false }, { isEstimate: true }, { isEstimate: false }],
  });
  // Another figure has another author.
  await office.client.entries.save({
    ...cell,
    entry: { state: "value", value: 51 },
    isEstimate: true,
    expectedRevision: 3,
  });
  expect(await office.client.entries.details(cell)).toMatchObject({
    author: "Lê Văn Minh",
    changes: [{ wasEstimate: false, isEstimate: true }, {}, {}, {}],
  });
});

it("counts in the audit what was marked, not what was asked for", async () => {
  const units = [await office.uidOf("CS01"), await office.uidOf("CS02")];
  const block = cellBlock([
    { unit: units[0] ?? "", element: "workersTotal", entry: null, revision: 1, isEstimate: true },
    { unit: units[1] ?? "", element: "workersTotal", entry: null, revision: 9, isEstimate: true },
  ]);
  await office.client.entries.markEstimated({ period: PERIOD, block });
  const [latest] = listAudit(office.host.context.workspace.db, 1);
  expect(latest).toMatchObject({ action: "entry.markEstimated" });
  expect(JSON.parse(latest?.detail ?? "")).toEqual({ marked: 1, unmarked: 0, refused: 1 });
});

it("refuses a block whose lists name cells it has not, and more widths than any form has columns", async () => {
  const unit = await office.uidOf("CS01");
  const block = cellBlock([
    { unit, element: "membersAdmitted", entry: null, revision: 0, isEstimate: false },
  ]);
  const save = (estimated: readonly number[]) =>
    office.client.entries.saveMany({ period: PERIOD, source: "typed", block: { ...block, estimated } });
  for (const estimated of [[1], [0, 0], Array.from({ length: 300_000 }, (_, index) => index)])
    await expect(save(estimated)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect((await save([0])).refused).toEqual([]);
  const widths = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`e${index}`, 100]));
  await expect(office.client.entries.keepWidths({ form: "month", widths })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

it("checks a form as a job with the same result as at once, saying how far it is", async () => {
  const job = await office.client.entries.checkForm({ form: "month", period: PERIOD });
  const steps = [];
  for (;;) {
    const step = await job.next();
    if (!step.done) {
      steps.push(step.value);
      continue;
    }
    const atOnce = await office.client.entries.check({ form: "month", period: PERIOD });
    expect(step.value).toEqual(atOnce);
    // More members than workers.
    expect(atOnce.findings.some(({ rule, unitCode }) => rule === "V02" && unitCode === "CS01")).toBe(true);
    break;
  }
  expect(steps).toEqual([{ step: "checking", done: 0, total: 2 }]);
});

it("refuses an absurd count whoever writes it: the keyboard's call, a block, a file", async () => {
  const unit = await office.uidOf("CS01");
  const cell = { unit, element: "membersAdmitted", period: PERIOD };
  const entry = { state: "value", value: 1_000_000_000 } as const;
  await expect(office.client.entries.save({ ...cell, entry, expectedRevision: 0 })).rejects.toMatchObject({
    code: "VALUE_REFUSED",
  });
  const { refused } = await office.client.entries.saveMany({
    period: PERIOD,
    source: "pasted",
    block: cellBlock([{ ...cell, entry, revision: 0, isEstimate: false }]),
  });
  expect(refused.map(({ code }) => code)).toEqual(["VALUE_REFUSED"]);
  const preview = await office.preview(
    "entries",
    "unit_code,element,period,value,state\nCS01,membersAdmitted,2026-M01,1000000000,value",
  );
  expect(preview.counts.rejected).toBe(1);
  expect(preview.lines[0]?.reasons.map(({ code }) => code)).toEqual(["TOO_LARGE"]);
});
