// Texts that were typed and never taken, and the widths kept beside them, over a real office file through the contract.
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";

const PERIOD = "2026-M01";
const OTHER_UNIT = "018f0000-0000-7000-8000-000000000000";
let office: TestOffice;
let unit: string;

beforeEach(async () => {
  office = await openTestOffice();
  unit = await addUnion(office.client, "CS01");
});
afterEach(() => office.close());

it("keeps unsaved texts and widths until the form is opened again, each sheet its own, and counts them nowhere", async () => {
  const texts = [{ unit, element: "membersAdmitted", text: "12a" }];
  const { entries } = office.client;
  await entries.keepTexts({ period: PERIOD, isOwn: false, texts });
  await entries.keepWidths({ form: "month", widths: { workersTotal: 140 } });
  const form = await entries.open({ form: "month", period: PERIOD });
  expect(form).toMatchObject({ isOwn: false, unsavedTexts: texts, columnWidths: { workersTotal: 140 } });
  const column = form.columns.findIndex(({ element }) => element === "membersAdmitted");
  expect(form.cells[column]?.values[0]).toBeNull();
  expect((await entries.open({ form: "month", period: "2026-M02" })).unsavedTexts).toEqual([]);
  expect(await entries.openSelf({ period: "2026" })).toMatchObject({ isOwn: true, unsavedTexts: [] });
  await entries.keepTexts({
    period: PERIOD,
    isOwn: false,
    texts: [{ unit, element: "membersAdmitted", text: null }],
  });
  expect((await entries.open({ form: "month", period: PERIOD })).unsavedTexts).toEqual([]);
});

it("keeps texts cell by cell: two windows leave each other's alone", async () => {
  const keep = (element: string, text: string | null) =>
    office.client.entries.keepTexts({ period: PERIOD, isOwn: false, texts: [{ unit, element, text }] });
  await keep("membersAdmitted", "12a");
  await keep("membersTotal", "7?");
  await keep("membersTotal", "70?");
  const kept = async () => (await office.client.entries.open({ form: "month", period: PERIOD })).unsavedTexts;
  expect(await kept()).toEqual([
    { unit, element: "membersAdmitted", text: "12a" },
    { unit, element: "membersTotal", text: "70?" },
  ]);
  await keep("membersTotal", null);
  expect(await kept()).toEqual([{ unit, element: "membersAdmitted", text: "12a" }]);
});

it("tells of every text that was never taken in which sheet of which period it waits", async () => {
  const { client } = office;
  await client.entries.keepTexts({
    period: "2026",
    isOwn: false,
    texts: [
      { unit, element: "verifiedScore", text: "120" },
      { unit: OTHER_UNIT, element: "verifiedScore", text: "130" },
    ],
  });
  await client.entries.keepTexts({
    period: PERIOD,
    isOwn: false,
    texts: [{ unit, element: "workersTotal", text: "12a" }],
  });
  await client.entries.keepTexts({
    period: "2026-Q1",
    isOwn: true,
    texts: [{ unit, element: "workersTotal", text: "12b" }],
  });
  const unsaved = await client.entries.unsaved();
  expect(new Set(unsaved)).toEqual(
    new Set([
      { sheet: "own", period: "2026-Q1", element: "workersTotal", unit, cells: 1 },
      { sheet: "grading", period: "2026", element: "verifiedScore", unit, cells: 2 },
      { sheet: "form", period: PERIOD, element: "workersTotal", unit, cells: 1 },
    ]),
  );
});
