// Later dates for one union or all, and what the work list and the overview make of them (domain.md §d.2).
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import { cellBlock } from "../../shared/domain/cell-block.ts";

/** Collected by the 18th, due on the 20th. */
const PERIOD = "2026-M05";

let office: TestOffice;
let today = "2026-05-10";
let first: string;
let second: string;
const clock = { now: () => new Date(`${today}T02:00:00.000Z`) };
const client = () => office.client;

beforeEach(async () => {
  today = "2026-05-10";
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  [first = "", second = ""] = [await addUnit("CD-1"), await addUnit("CD-2")];
});
afterEach(() => office.close());

const addUnit = (code: string) =>
  addUnion(client(), code, `Công đoàn cơ sở ${code}`, { employerType: "publicServiceUnit" });

/** Every cell asked of a unit: stocks as given, nothing happened. */
async function fill(unit: string, admitted = 0): Promise<void> {
  const form = await client().entries.open({ form: "month", period: PERIOD });
  const row = form.units.findIndex(({ uid }) => uid === unit);
  await client().entries.saveMany({
    source: "typed",
    period: PERIOD,
    block: cellBlock(
      form.columns.flatMap(({ element }, column) => {
        if (form.cells[column]?.states[row] === 4) return [];
        const stocks: Record<string, number> = {
          workersTotal: 40,
          membersTotal: 38,
          membersAdmitted: admitted,
        };
        const stock = stocks[element];
        return [
          {
            unit,
            element,
            entry:
              stock === undefined || stock === 0
                ? { state: "noOccurrence" as const }
                : { state: "value" as const, value: stock },
            revision: 0,
            isEstimate: false,
          },
        ];
      }),
    ),
  });
}

const month = async () =>
  (await client().entries.overview({ year: 2026 })).find(({ period }) => period === PERIOD);
const work = async () => (await client().office.today()).find(({ period }) => period === PERIOD);
const grant = (unit: string | null, dueOn: string) =>
  client().extensions.grant({ period: PERIOD, unit, dueOn, reason: " Kế toán nghỉ thai sản " });

it("a union with a later date is not late before it, the others are", async () => {
  await grant(second, "2026-05-25");
  today = "2026-05-19";
  expect((await client().extensions.list({ period: PERIOD })).awaited).toEqual([
    { uid: first, code: "CD-1", name: "Công đoàn cơ sở CD-1", dueOn: "2026-05-18", isLate: true },
    { uid: second, code: "CD-2", name: "Công đoàn cơ sở CD-2", dueOn: "2026-05-25", isLate: false },
  ]);
  expect(await work()).toMatchObject({ kind: "due", dueOn: "2026-05-20", daysLeft: 1 });
  today = "2026-05-21";
  expect(await work()).toMatchObject({ kind: "late", dueOn: "2026-05-20", daysLeft: -1 });
  await fill(first);
  // Only the one with time is awaited: the form is due when its time is over.
  expect(await work()).toMatchObject({
    kind: "due",
    dueOn: "2026-05-25",
    daysLeft: 4,
    unitsIn: 1,
    unitsExpected: 2,
    awaiting: {
      collectOn: "2026-05-18",
      unitsComplete: 1,
      unitsLate: 0,
      unitsWithoutOccurrence: 1,
      extendedTo: null,
      unitsExtended: 1,
      unitsExtendedTo: "2026-05-25",
    },
  });
  expect(await month()).toMatchObject({
    dueOn: "2026-05-25",
    daysLeft: 4,
    unitsComplete: 1,
    unitsLate: 0,
    unitsExtended: 1,
    unitsExtendedTo: "2026-05-25",
  });
  today = "2026-05-26";
  expect(await work()).toMatchObject({ kind: "late", dueOn: "2026-05-20", daysLeft: -6 });
  await fill(second, 3);
  expect(await work()).toMatchObject({
    kind: "approve",
    awaiting: { unitsComplete: 2, unitsLate: 0, unitsWithoutOccurrence: 1, unitsExtended: 0 },
  });
});

it("a later date for all moves the report, and a later one of a union holds beside it", async () => {
  await grant(null, "2026-05-22");
  await grant(second, "2026-05-25");
  expect(await month()).toMatchObject({ dueOn: "2026-05-22", daysLeft: 12, extendedTo: "2026-05-22" });
  const form = await client().entries.open({ form: "month", period: PERIOD });
  expect(form).toMatchObject({ dueOn: "2026-05-22", daysLeft: 12 });
  const { awaited, extensions } = await client().extensions.list({ period: PERIOD });
  expect(awaited.map(({ dueOn }) => dueOn)).toEqual(["2026-05-22", "2026-05-25"]);
  expect(extensions).toMatchObject([
    { unit: null, reason: "Kế toán nghỉ thai sản", author: "Nguyễn Thị Lan" },
    { unit: { code: "CD-2" }, dueOn: "2026-05-25" },
  ]);
});

it("a new date replaces the one before, and withdrawn the calendar holds again", async () => {
  await grant(second, "2026-05-25");
  const { uid } = await grant(second, "2026-05-23");
  const held = await client().extensions.list({ period: PERIOD });
  expect(held.extensions.map(({ dueOn }) => dueOn)).toEqual(["2026-05-23"]);
  await client().extensions.withdraw({ uid });
  const { extensions, awaited } = await client().extensions.list({ period: PERIOD });
  expect(extensions).toEqual([]);
  expect(awaited.map(({ dueOn }) => dueOn)).toEqual(["2026-05-18", "2026-05-18"]);
  await expect(client().extensions.withdraw({ uid })).rejects.toMatchObject({ code: "EXTENSION_UNKNOWN" });
});

it("refuses a date that is not later, a union that is not asked, and a locked period", async () => {
  await expect(grant(second, "2026-05-18")).rejects.toMatchObject({
    code: "EXTENSION_NOT_LATER",
    data: { collectOn: "2026-05-18" },
  });
  await expect(grant("018f0000-0000-7000-8000-000000000000", "2026-05-25")).rejects.toMatchObject({
    code: "UNIT_UNKNOWN",
  });
  const { uid } = await grant(second, "2026-05-25");
  office.host.context.workspace.db.raw
    .prepare(
      "INSERT INTO period_state (form, period_id, state, approved_by, approved_at) VALUES ('month', 202605, 'approved', 'Mai', '2026-05-19T00:00:00Z')",
    )
    .run();
  await expect(grant(first, "2026-05-25")).rejects.toMatchObject({ code: "PERIOD_LOCKED" });
  await expect(client().extensions.withdraw({ uid })).rejects.toMatchObject({ code: "PERIOD_LOCKED" });
});
