// T001-15 and the frozen employers read the union of each employer on the day they speak of (domain.md §f.2).
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";
import { atOnce } from "../../../shared/domain/parts.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { freezeReport } from "../bundle/freeze.ts";

let office: TestOffice;
let client: TestOffice["client"];

beforeEach(async () => {
  office = await openTestOffice();
  client = office.client;
  await client.programmes.adopt({ code: "AG-1979" });
});
afterEach(() => office.close());

const employer = (code: string, workforce: number, unitUid: string | null) =>
  client.units.createEmployer({
    code,
    name: `Công ty ${code}`,
    employerType: "privateEnterprise",
    workforce,
    taxCode: null,
    unitUid,
  });

/** With a union / all, of the enterprises with 20 workers or more. */
async function coverageAt(period: string): Promise<readonly [number | null, number | null]> {
  const { rows } = await client.evaluation.evaluate({ programme: "AG-1979", period });
  const row = rows.find(({ target }) => target === "T001-15");
  return [row?.numerator ?? null, row?.denominator ?? null];
}

const withoutUnion = async (asOf: string) =>
  (await client.units.listEmployers({ asOf, withoutUnion: true, minimumWorkers: 20 })).map(
    ({ code }) => code,
  );

function frozenAt(period: string): unknown {
  const { workspace } = office.host.context;
  if (!workspace.office) throw new Error("no office");
  const wanted = { period: periodOf(period), judged: [], findings: [], incompleteReason: null };
  const { tables } = atOnce(freezeReport(workspace, workspace.office, wanted));
  const rows = [...(tables.find(({ name }) => name === "employers")?.rows ?? [])] as {
    code: string;
    has_union: boolean;
  }[];
  return Object.fromEntries(rows.map((row) => [row.code, row.has_union]));
}

it("a union that changes its employer in mid-year counts for the old one in June and for the new one in December", async () => {
  const moving = await addUnion(client, "U1", "CĐCS Một");
  const ending = await addUnion(client, "U2", "CĐCS Hai");
  const old = await employer("A", 40, moving);
  const next = await employer("B", 30, null);
  await employer("C", 50, null);
  await employer("D", 25, ending);
  await employer("E", 19, null);
  for (const [{ unitName: _, ...fields }, unitUid] of [
    [old, null],
    [next, moving],
  ] as const)
    await client.units.updateEmployer({ ...fields, unitUid, effectiveOn: "2025-07-01" });
  await client.units.end({ uid: ending, kind: "dissolved", endedOn: "2025-09-30", decisionNumber: null });
  // 20 workers or more: A 40, B 30, C 50, D 25. June: A and D have a union. December: B has; the union of D is gone.
  expect(await coverageAt("2025-M06")).toEqual([2, 4]);
  expect(await coverageAt("2025-M12")).toEqual([1, 4]);
  expect(await withoutUnion("2025-06-30")).toEqual(["B", "C"]);
  expect(await withoutUnion("2025-09-30")).toEqual(["A", "C"]);
  expect(await withoutUnion("2025-10-01")).toEqual(["A", "C", "D"]);
  expect((await client.units.get({ uid: moving })).employers).toEqual([
    { uid: next.uid, name: "Công ty B", validFrom: "2025-07-01", validTo: null },
    { uid: old.uid, name: "Công ty A", validFrom: "2020-01-01", validTo: "2025-06-30" },
  ]);
  expect(frozenAt("2025-M06")).toEqual({ A: true, B: false, C: false, D: true, E: false });
  expect(frozenAt("2025-M12")).toEqual({ A: false, B: true, C: false, D: false, E: false });
});

it("a file that names another union is refused while a change from a later day stands", async () => {
  const now = await addUnion(client, "U1", "CĐCS Một");
  const later = await addUnion(client, "U2", "CĐCS Hai");
  const { unitName: _, ...fields } = await employer("A", 40, now);
  await client.units.updateEmployer({ ...fields, unitUid: later, effectiveOn: "2026-05-01" });
  const file = (unit: string) =>
    `code,name,employer_type,workforce,unit_code\nA,Công ty A,privateEnterprise,41,${unit}\n`;
  const { lines } = await office.preview("employers", file("U2"));
  expect(lines).toMatchObject([
    {
      outcome: "rejected",
      reasons: [{ column: "unit_code", code: "CHANGE_AHEAD", value: "2026-05-01" }],
    },
  ]);
  // The union it has today, or none: the later one stays as it is.
  for (const unit of ["U1", ""]) await office.importText("employers", file(unit));
  const unionOn = async (asOf: string) => (await client.units.listEmployers({ asOf }))[0]?.unitUid;
  expect(await unionOn("2026-04-30")).toBe(now);
  expect(await unionOn("2026-05-01")).toBe(later);
  expect((await client.units.listEmployers({}))[0]?.workforce).toBe(41);
});
