// What stands behind a figure, and what the same point of earlier years was, through the contract on a real database.
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import { cellBlock } from "../../shared/domain/cell-block.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import { periodOf } from "../../shared/domain/period.ts";

let office: TestOffice;
let unit: string;
const clock = { now: () => new Date("2025-06-10T02:00:00.000Z") };
const client = () => office.client;

beforeEach(async () => {
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  unit = await addUnion(client(), "CD-1", "Công đoàn cơ sở Một");
  for (const code of ["TLD-2021", "AG-1979"]) await client().programmes.adopt({ code });
});
afterEach(() => office.close());

async function enter(element: string, period: string, entry: EntryValue): Promise<void> {
  const code = periodOf(period).code;
  await client().entries.saveMany({
    source: "typed",
    period: code,
    block: cellBlock([{ unit, element, entry, revision: 0, isEstimate: false }]),
  });
}

it("a flow is made of every quarter that should have a figure, filled or not, in time order", async () => {
  await enter("outstandingIntroduced", "2025-Q2", { state: "value", value: 2 });
  const cells = await client().evaluation.cells({
    programme: "TLD-2021",
    target: "T000-12",
    period: "2025",
    unit,
  });
  expect(cells.map(({ period, entry }) => [period, entry])).toEqual([
    ["2025-Q1", null],
    ["2025-Q2", { state: "value", value: 2 }],
    ["2025-Q3", null],
    ["2025-Q4", null],
  ]);
  expect(cells.every((cell) => cell.isInForm && !cell.isOwn && cell.form === "quarter")).toBe(true);
});

it("a stock is the one cell that counts", async () => {
  await enter("claInForce", "2025-Q1", { state: "value", value: 0 });
  await enter("claInForce", "2025-Q2", { state: "value", value: 1 });
  const cells = await client().evaluation.cells({
    programme: "AG-1979",
    target: "T001-05",
    period: "2025-H1",
    unit,
  });
  expect(cells.map(({ element, period }) => [element, period])).toEqual([["claInForce", "2025-Q2"]]);
});

it("of a stock that is not yet counted for the whole time, the empty cells after the one that counts are named", async () => {
  await enter("claInForce", "2025-Q3", { state: "value", value: 1 });
  const cells = await client().evaluation.cells({
    programme: "AG-1979",
    target: "T001-05",
    period: "2025",
    unit,
  });
  expect(cells.map(({ period, entry }) => [period, entry])).toEqual([
    ["2025-Q3", { state: "value", value: 1 }],
    ["2025-Q4", null],
  ]);
});

it("a unit that is not known has no cells; an unknown target is refused", async () => {
  const ask = (target: string, uid: string) =>
    client().evaluation.cells({ programme: "TLD-2021", target, period: "2025", unit: uid });
  expect(await ask("T000-12", "nobody")).toEqual([]);
  await expect(ask("T999-01", unit)).rejects.toMatchObject({ code: "TARGET_UNKNOWN" });
});

it("the trend holds the same point of earlier years that were judged, oldest first", async () => {
  await enter("claInForce", "2023-Q4", { state: "value", value: 1 });
  await enter("claInForce", "2024-Q4", { state: "value", value: 0 });
  await enter("claInForce", "2025-Q2", { state: "value", value: 1 });
  const trend = await client().evaluation.trend({ programme: "AG-1979", period: "2025" });
  const points = trend.find(({ target }) => target === "T001-05")?.points;
  expect(points?.map(({ period, numerator, denominator }) => [period, numerator, denominator])).toEqual([
    ["2023", 1, 1],
    ["2024", 0, 1],
  ]);
});

it("the course holds the quarters before a period, each added up since January", async () => {
  for (const [quarter, value] of [
    ["2025-Q1", 2],
    ["2025-Q2", 3],
    ["2025-Q3", 4],
  ] as const)
    await enter("outstandingIntroduced", quarter, { state: "value", value });
  const asked = { programme: "TLD-2021", target: "T000-12" };
  const { points } = await client().evaluation.course({ ...asked, period: "2025-9M" });
  expect(points.map(({ period, numerator }) => [period, numerator])).toEqual([
    ["2025-Q1", 2],
    ["2025-Q2", 5],
  ]);
  await expect(client().evaluation.course({ ...asked, target: "T", period: "2025" })).rejects.toMatchObject({
    code: "TARGET_UNKNOWN",
  });
});

it("the trend judges one target's earlier years by the denominator this year is looked at through", async () => {
  await addUnion(client(), "CD-2", "Công đoàn cơ sở Hai", { workforce: 40 });
  // Of two unions only the first says anything.
  await enter("claInForce", "2024-Q4", { state: "value", value: 1 });
  await enter("claInForce", "2025-Q2", { state: "value", value: 1 });
  const target = { programme: "AG-1979", target: "T001-05" };
  const trend = (policy: "all" | "reported") =>
    client().evaluation.trend({ ...target, period: "2025-H1", policy });
  await enter("claInForce", "2024-Q2", { state: "value", value: 1 });
  for (const policy of ["all", "reported"] as const) {
    const { row } = await client().evaluation.explain({ ...target, period: "2024-H1", policy });
    const found = await trend(policy);
    expect(found.map(({ target: id }) => id)).toEqual(["T001-05"]);
    expect(found[0]?.points).toMatchObject([
      { period: "2024-H1", display: row.display, status: row.status, denominator: row.denominator },
    ]);
  }
  const [byAll, byReported] = [await trend("all"), await trend("reported")];
  expect([byAll[0]?.points[0]?.unitsMissing, byReported[0]?.points[0]?.unitsMissing]).toEqual([1, 0]);
});
