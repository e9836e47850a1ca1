import { afterEach, beforeEach, expect, it } from "vitest";
import { openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import { addDays } from "../../shared/domain/calendar.ts";
import { listUnits } from "../database/queries/units.ts";
import { registerOn } from "./register-at.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
  await office.importText(
    "units",
    [
      "code,name,kind,employer_type,workforce,parent_code,established_on,ended_on,tax_code,self_financing",
      "U1,CĐCS Một,grassrootsUnion,privateEnterprise,50,,01/03/2023,,,",
      "U2,CĐCS Hai,grassrootsUnion,privateEnterprise,60,U1,,,,",
      "U3,CĐCS Ba,grassrootsUnion,publicServiceUnit,70,,15/08/2024,,,",
      "U4,CĐCS Bốn,grassrootsUnion,privateEnterprise,80,,01/01/2020,,,",
      "U5,CĐCS Năm,grassrootsUnion,privateEnterprise,90,,01/01/2020,31/12/2024,,",
    ].join("\n"),
  );
});
afterEach(() => office.close());

/** Every day of three years, read by itself. */
function expectEveryDay(): void {
  const { workspace } = office.host.context;
  for (let day = "2022-12-30"; day < "2026-04-01"; day = addDays(day, 1)) {
    expect(registerOn(workspace, day), day).toEqual(listUnits(workspace.db, day));
    const month = { from: `${day.slice(0, 7)}-01`, to: day };
    expect(registerOn(workspace, day, month), day).toEqual(listUnits(workspace.db, day, month));
  }
}

it("is on every day what reading that day alone gives, before and after each change", async () => {
  const { client } = office;
  expectEveryDay();
  const change = async (code: string, effectiveOn: string, changes: { name?: string; workforce?: number }) =>
    client.units.change({ uid: await office.uidOf(code), effectiveOn, decisionNumber: null, changes });
  await change("U1", "2025-05-10", { name: "CĐCS Một mới" });
  await change("U1", "2025-07-01", { workforce: 55 });
  await change("U3", "2025-05-11", { workforce: 75 });
  expectEveryDay();
  await client.units.end({
    uid: await office.uidOf("U4"),
    endedOn: "2025-09-30",
    kind: "merged",
    decisionNumber: "12/QĐ",
    successors: [await office.uidOf("U2")],
  });
  await client.units.end({
    uid: await office.uidOf("U3"),
    endedOn: "2025-11-15",
    kind: "dissolved",
    decisionNumber: null,
  });
  expectEveryDay();
});

it("shows inside a transaction what the transaction has written", () => {
  const { workspace } = office.host.context;
  const before = registerOn(workspace, "2026-03-10").length;
  const { raw } = workspace.db;
  raw.exec("BEGIN");
  raw.exec("UPDATE org_unit SET is_removed = 1 WHERE code = 'U1'");
  expect(registerOn(workspace, "2026-03-10")).toHaveLength(before - 1);
  raw.exec("ROLLBACK");
  expect(registerOn(workspace, "2026-03-10")).toHaveLength(before);
});
