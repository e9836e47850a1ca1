// What is given and judged at single targets, through the contract over a real file.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrokenAudit } from "../../database/queries/audit.ts";
import {
  addUnion,
  type Client,
  openTestOffice,
  saveFigure,
  type TestOffice,
} from "../../../test/support/test-office.ts";
import { ADMITTED, CLOCK, issued, onDuty, QUALITATIVE, refusalOf, SHARE } from "./test-fixtures.ts";

let office: TestOffice;
let client: Client;
beforeEach(async () => {
  office = await openTestOffice(CLOCK);
  ({ client } = office);
});
afterEach(() => office.close());

describe("shares of a target", () => {
  it("are given, changed and taken back together, and stand in the programme", async () => {
    await addUnion(client, "U1");
    await addUnion(client, "U2");
    await issued(client, ADMITTED);
    const give = (...shares: { unitCode: string; amount: number | null }[]) =>
      client.programmeEditing.setAllocations({ code: "B-03", target: "T02", year: 2026, shares });
    expect(await give({ unitCode: "U1", amount: 300 }, { unitCode: "U2", amount: 120 })).toEqual({
      changed: 2,
    });
    expect(await give({ unitCode: "U1", amount: 300 }, { unitCode: "U2", amount: null })).toEqual({
      changed: 1,
    });
    expect((await client.programmes.show({ code: "B-03" })).allocations).toEqual([
      { target: "T02", unitCode: "U1", year: 2026, amount: 300 },
    ]);
    expect(await refusalOf(give({ unitCode: "U2", amount: 1 }, { unitCode: "U9", amount: 1 }))).toMatchObject(
      {
        code: "UNIT_UNKNOWN",
      },
    );
    expect((await client.programmes.show({ code: "B-03" })).allocations).toHaveLength(1);
  });
});

describe("what a person judges", () => {
  it("has no verdict until somebody gives one, and then only for that period", async () => {
    await onDuty(client, "Mai", "approver");
    await issued(client, QUALITATIVE, ADMITTED);
    const row = async (period: "2026-M06" | "2026-M07") =>
      (await client.evaluation.evaluate({ programme: "B-03", period })).rows[0];
    expect(await row("2026-M06")).toMatchObject({ status: "insufficientData", manual: null });
    const give = (verdict: "met" | "notMet", text: string, target = "T03") =>
      client.programmeEditing.setVerdict({ code: "B-03", target, period: "2026-M06", verdict, text });
    await give("notMet", "Chưa đều.");
    await give("met", "44/45 đơn vị sinh hoạt nền nếp.");
    expect(await row("2026-M06")).toMatchObject({
      status: "met",
      display: "44/45 đơn vị sinh hoạt nền nếp.",
      displayTarget: "theo nhận xét",
      manual: { author: "Mai", verdict: "met" },
    });
    expect(await row("2026-M07")).toMatchObject({ status: "insufficientData" });
    expect(await refusalOf(give("met", "x", "T02"))).toMatchObject({ code: "TARGET_NOT_QUALITATIVE" });
    expect(findBrokenAudit(office.host.context.workspace.db)).toBeNull();
  });
});

it("tries a target on the figures of the office and keeps nothing", async () => {
  const target = { ...SHARE, value: { scale: "percent", amount: 8000 } } as never;
  const judge = () => client.programmeEditing.judge({ target, term: { from: 2026, to: 2028 } });
  expect(await judge()).toBeNull();
  const uid = await addUnion(client, "U1");
  for (const [element, value] of [
    ["workersTotal", 47],
    ["peopleInformed", 38],
  ] as const)
    await saveFigure(client, { unit: uid, element, period: "2026-H1" }, value);
  // 38/47 = 80,851…: the print follows domain.md §h story 8.
  expect(await judge()).toMatchObject({
    numerator: 38,
    denominator: 47,
    display: "80,85 %",
    period: "2026-H1",
  });
});

it("tries a target in the last period of the programme's own years, and in none where they have no figures", async () => {
  const judge = (year: number) =>
    client.programmeEditing.judge({ target: SHARE as never, term: { from: year, to: year } });
  const unit = await addUnion(client, "U1");
  for (const [period, workers, informed] of [
    ["2025-H1", 40, 10],
    ["2025", 50, 20],
    ["2026-H1", 47, 38],
  ] as const) {
    await saveFigure(client, { unit, element: "workersTotal", period }, workers);
    await saveFigure(client, { unit, element: "peopleInformed", period }, informed);
  }
  expect(await judge(2026)).toMatchObject({ period: "2026-H1", numerator: 38, denominator: 47 });
  expect(await judge(2025)).toMatchObject({ period: "2025", denominator: 50 });
  expect(await judge(2024)).toBeNull();
});

it("begins a draft in the year the office works in, not in one that has only begun", async () => {
  const unit = await addUnion(client, "U1");
  await saveFigure(client, { unit, element: "membersAdmitted", period: "2025" }, 3);
  const { programme } = await client.programmeEditing.begin({ code: "B-03", title: "Chương trình" });
  const { office: status } = await client.office.status();
  expect([programme.term.from, status?.workingYear]).toEqual([2025, 2025]);
});
