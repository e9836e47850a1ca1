// What a sheet shows after a write is what the office stored, over a real office file.
import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import type { CellAddress } from "../components/grid/grid-model.ts";
import { SheetCells } from "./sheet-cells.ts";
import { SheetSaver } from "./sheet-saver.ts";

const PERIOD = "2026-M01";
let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
  await office.importText(
    "units",
    "code,name,kind,employer_type,workforce,established_on\nCS01,CĐCS Một,grassrootsUnion,privateEnterprise,120,2020-01-01",
  );
  await office.importText(
    "entries",
    "unit_code,element,period,value,state\nCS01,workersTotal,2026-M01,50,value",
  );
});
afterEach(() => office.close());

async function openSheet() {
  const cells = new SheetCells(await office.client.entries.open({ form: "month", period: PERIOD }));
  const saver = new SheetSaver(cells, office.client.entries, {
    onChange: () => undefined,
    onFindings: () => undefined,
  });
  const cell = cells.find(await office.uidOf("CS01"), "workersTotal") ?? { row: -1, column: -1 };
  return { cells, saver, cell };
}
const figure = (value: number) => ({ state: "value", value }) as const;
const settle = () => undefined;
const shownAt = ({ cells }: { cells: SheetCells }, cell: CellAddress) => {
  const { entry, isEstimate, revision } = cells.at(cell);
  return { entry, isEstimate, revision };
};

it("a mark asked for while another figure was on its way, which was then refused, marks what is stored", async () => {
  const { cells, saver, cell } = await openSheet();
  // Refused as too large; the mark was asked for while it was still shown.
  const typed = { ...cell, entry: figure(1_000_000_000), isEstimate: false };
  const saved = saver.save(typed, settle);
  const marked = saver.markEstimated([{ ...typed, isEstimate: true }], settle);
  expect(await saved).toMatchObject({ saved: 0, refused: [{ reason: "VALUE_REFUSED" }] });
  expect(await marked).toMatchObject({ saved: 1, refused: [] });
  expect(shownAt({ cells }, cell)).toEqual({ entry: figure(50), isEstimate: true, revision: 2 });
});

it("a write that comes too late shows the figure of the other window with its mark", async () => {
  const [one, other] = [await openSheet(), await openSheet()];
  await other.saver.save({ ...other.cell, entry: figure(60), isEstimate: true }, settle);
  const typed = { ...one.cell, entry: figure(70), isEstimate: false };
  expect(await one.saver.save(typed, settle)).toMatchObject({ refused: [{ reason: "STALE_REVISION" }] });
  expect(shownAt(one, one.cell)).toEqual({ entry: figure(60), isEstimate: true, revision: 2 });

  await other.saver.save({ ...other.cell, entry: figure(61), isEstimate: true }, settle);
  expect(await one.saver.saveBlock([typed], "pasted", settle)).toMatchObject({
    refused: [{ reason: "STALE_REVISION" }],
  });
  expect(shownAt(one, one.cell)).toEqual({ entry: figure(61), isEstimate: true, revision: 3 });
});
