// Undo and redo over a real office file, through the contract.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { cellBlock } from "../../shared/domain/cell-block.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { DISTRICT } from "../../test/support/district.ts";
import { addUnion, type Office, openOffice, saveFigure } from "../../test/support/test-office.ts";

const PERIOD = "2026-M05";
const ELEMENTS = ["membersAdmitted", "membersDecreased", "workersTotal"] as const;
const clock = { now: () => new Date("2026-06-01T02:00:00.000Z") };

let folder: string;
let office: Office;
const client = () => office.client;
const open = async () => {
  office = await openOffice(folder, { clock });
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-undo-"));
  await open();
  await client().office.create({ ...DISTRICT, personName: "Nguyễn Thị Lan" });
  for (const code of ["CD-1", "CD-2"])
    await addUnion(client(), code, `Công đoàn cơ sở ${code}`, { sector: "nonState", workforce: 120 });
});
afterEach(async () => {
  await office.host.close();
  rmSync(folder, { recursive: true });
});

const value = (figure: number): EntryValue => ({ state: "value", value: figure });

/** Every cell of the sheet as it stands: "unit element" to entry and revision. */
async function sheet() {
  const form = await client().entries.open({ form: "month", period: PERIOD });
  return form.columns.flatMap((column, index) =>
    form.units.map((unit, row) => ({
      unit: unit.uid,
      element: column.element,
      state: form.cells[index]?.states[row] ?? -1,
      value: form.cells[index]?.values[row] ?? null,
      revision: form.cells[index]?.revisions[row] ?? 0,
    })),
  );
}

type Cell = Awaited<ReturnType<typeof sheet>>[number];
const withoutRevision = (cells: readonly Cell[]) =>
  cells.map(({ unit, element, state, value: figure }) => ({ unit, element, state, value: figure }));

async function write(cells: readonly { unit: string; element: string; entry: EntryValue | null }[]) {
  const now = await sheet();
  return client().entries.saveMany({
    source: "pasted",
    period: PERIOD,
    block: cellBlock(
      cells.map((cell) => ({
        ...cell,
        isEstimate: false,
        revision:
          now.find((other) => other.unit === cell.unit && other.element === cell.element)?.revision ?? 0,
      })),
    ),
  });
}

it("takes any run of acts back to each earlier state and does them all again", async () => {
  const units = (await client().units.list({})).units.map((unit) => unit.uid);
  const anyEntry: fc.Arbitrary<EntryValue | null> = fc.oneof(
    fc.nat(99).map(value),
    fc.constant({ state: "noOccurrence" } as const),
    fc.constant(null),
  );
  const anyAct = fc.uniqueArray(
    fc.record({ unit: fc.constantFrom(...units), element: fc.constantFrom(...ELEMENTS), entry: anyEntry }),
    { selector: (cell) => `${cell.unit} ${cell.element}`, minLength: 1, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 1, maxLength: 5 }), async (acts) => {
      const states = [withoutRevision(await sheet())];
      for (const act of acts) {
        await write(act);
        states.push(withoutRevision(await sheet()));
      }
      for (const earlier of states.slice(0, -1).toReversed()) {
        expect(await client().entries.undo({ period: PERIOD })).toMatchObject({ outcome: "done", kept: 0 });
        expect(withoutRevision(await sheet())).toEqual(earlier);
      }
      for (const later of states.slice(1)) {
        expect(await client().entries.redo({ period: PERIOD })).toMatchObject({ outcome: "done", kept: 0 });
        expect(withoutRevision(await sheet())).toEqual(later);
      }
      expect(await client().entries.redo({ period: PERIOD })).toEqual({ outcome: "nothing" });
    }),
    { numRuns: 25 },
  );
});

it("has nothing to do again once something else was written", async () => {
  const [unit = ""] = (await client().units.list({})).units.map(({ uid }) => uid);
  await write([{ unit, element: "membersAdmitted", entry: value(1) }]);
  await client().entries.undo({ period: PERIOD });
  await write([{ unit, element: "membersDecreased", entry: value(2) }]);
  expect(await client().entries.redo({ period: PERIOD })).toEqual({ outcome: "nothing" });
  expect(await client().entries.undo({ period: PERIOD })).toMatchObject({
    outcome: "done",
    source: "pasted",
    cells: [{ unit, element: "membersDecreased", entry: null }],
  });
});

it("reaches back to when the program was opened, and no further", async () => {
  const [unit = ""] = (await client().units.list({})).units.map(({ uid }) => uid);
  await write([{ unit, element: "membersAdmitted", entry: value(1) }]);
  await office.host.close();
  await open();
  expect(await client().entries.undo({ period: PERIOD })).toEqual({ outcome: "nothing" });
});

it("keeps an estimate an estimate, and a cell changed by another act as it is", async () => {
  const [unit = ""] = (await client().units.list({})).units.map(({ uid }) => uid);
  const cell = { unit, element: "membersAdmitted", period: PERIOD };
  await client().entries.save({ ...cell, entry: value(5), isEstimate: true, expectedRevision: 0 });
  await client().entries.save({ ...cell, entry: value(6), expectedRevision: 1 });
  await client().entries.undo({ period: PERIOD });
  const form = await client().entries.open({ form: "month", period: PERIOD });
  const column = form.columns.findIndex(({ element }) => element === cell.element);
  expect(form.cells[column]?.estimated).toEqual([form.units.findIndex(({ uid }) => uid === unit)]);
  expect(form.cells[column]?.values[form.units.findIndex(({ uid }) => uid === unit)]).toBe(5);
});

it("lets a cell that was cleared be written by a form opened afterwards", async () => {
  const [unit = ""] = (await client().units.list({})).units.map(({ uid }) => uid);
  const cell = { unit, element: "membersAdmitted", period: PERIOD } as const;
  await client().entries.save({ ...cell, entry: value(5), expectedRevision: 0 });
  await client().entries.save({ ...cell, entry: null, expectedRevision: 1 });
  const opened = (await sheet()).find((other) => other.unit === unit && other.element === cell.element);
  const { revision } = await client().entries.save({
    ...cell,
    entry: value(6),
    expectedRevision: opened?.revision ?? -1,
  });
  expect(revision).toBe(3);
  await expect(
    client().entries.save({ ...cell, entry: value(7), expectedRevision: 1 }),
  ).rejects.toMatchObject({ code: "STALE_REVISION", data: { current: value(6), revision: 3 } });
});

it("stands beside what is typed: the period before, last year, and the sum since January", async () => {
  const [unit = ""] = (await client().units.list({})).units.map(({ uid }) => uid);
  const save = (period: string, element: string, figure: number) =>
    saveFigure(client(), { unit, element, period }, figure);
  await save("2026-M04", "membersAdmitted", 7);
  await save("2026-M05", "membersAdmitted", 4);
  await save("2025-M05", "membersAdmitted", 9);
  await save("2026-M04", "workersTotal", 120);
  const context = await client().entries.unitContext({ unit, period: PERIOD });
  const form = await client().entries.open({ form: "month", period: PERIOD });
  const at = (element: string) => form.columns.findIndex((column) => column.element === element);
  expect(context.previousPeriod).toBe("2026-M04");
  expect(context.samePeriodLastYear).toBe("2025-M05");
  expect(context.previous[at("membersAdmitted")]).toEqual(value(7));
  expect(context.lastYear[at("membersAdmitted")]).toEqual(value(9));
  expect(context.yearToDate[at("membersAdmitted")]).toBe(11);
  expect(context.previous[at("workersTotal")]).toEqual(value(120));
  expect(context.yearToDate[at("workersTotal")]).toBeNull();
});
