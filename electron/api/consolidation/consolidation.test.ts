// Story 12, the province's part (domain.md §h): sums over three districts, one of them silent, its own row, programmes judged,
// and the same bytes on another computer that was fed in another order. Expected figures are added up here by hand.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  acceptAll,
  type District,
  enter,
  type Figures,
  look,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { codeOf, offered, resultOf, saveFigure, uidOf } from "../../../test/support/test-office.ts";
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import type { DeskBatch } from "../../../shared/contract/desk.ts";
import { findReceived } from "../../database/queries/received.ts";
import { archivePath } from "../submissions/archive.ts";

const YEAR = { form: "year", period: "2025" } as const;
const PERIOD = "2025" as never;

/** Members, workers, unions with an agreement: chosen so that the mean of the shares differs from the share of the sums. */
const OF_B: Figures = [
  ["B1", "membersTotal", "2025-M12", 90],
  ["B1", "workersTotal", "2025-M12", 100],
  ["B1", "unionOfficers", "2025", 4],
  ["B2", "unionOfficers", "2025", 2],
  ["B1", "membersAdmitted", "2025-M01", 7],
  ["B1", "membersAdmitted", "2025-M12", 5],
  ["B2", "membersTotal", "2025-M12", 10],
  ["B2", "workersTotal", "2025-M12", 20],
  ["B2", "membersAdmitted", "2025-M12", 3],
];
const OF_C: Figures = [
  ["C1", "membersTotal", "2025-M12", 400],
  ["C1", "workersTotal", "2025-M12", 1000],
  ["C1", "membersAdmitted", "2025-M12", 11],
  ["C1", "unionOfficers", "2025", 9],
  // Merged into C1 in the middle of the year: whom it admitted counts, its members are C1's now.
  ["C2", "membersTotal", "2025-M06", 200],
  ["C2", "membersAdmitted", "2025-M03", 2],
  ["C2", "unionOfficers", "2025", 3],
];

let world: ProvinceWorld;
let province: Province;
let districts: readonly District[];
let bundles: Map<string, Uint8Array>;

beforeAll(async () => {
  world = new ProvinceWorld();
  province = await world.province();
  districts = [
    await world.district("B", ["B1", "B2"], province),
    await world.district("C", ["C1", "C2"], province),
    await world.district("D", ["D1"], province),
  ];
  const [b, c] = districts;
  if (!b || !c) throw new Error("no districts");
  bundles = new Map();
  for (const [district, figures] of [
    [b, OF_B],
    [c, OF_C],
  ] as const) {
    await district.client.programmes.adopt({ code: "AG-1979" });
    await enter(district, figures);
    if (district === c) await merge(c, "C2", "C1");
    await answerAboutItself(district, district === b);
    bundles.set(district.code, (await report(district, YEAR)).bytes);
  }
  await province.client.programmes.adopt({ code: "AG-1979" });
}, 120_000);
afterAll(() => world.close());

/** Ends a union in the middle of the year; another takes its members over. */
async function merge({ client }: District, code: string, into: string): Promise<void> {
  await client.units.end({
    uid: await uidOf(client, code),
    kind: "merged",
    endedOn: "2025-06-30",
    successors: [await uidOf(client, into)],
    decisionNumber: null,
  });
}

/** T001-01 asks the office itself whether it has a plan for the resolution. */
async function answerAboutItself({ client, host }: District, isYes: boolean): Promise<void> {
  const unit = host.context.workspace.office?.uid ?? "";
  await saveFigure(client, { unit, element: "resolutionPlanAdopted", period: PERIOD }, isYes ? 1 : 0);
}

const open = async ({ client }: Province): Promise<ConsolidationView> =>
  resultOf(await client.consolidation.open({ period: PERIOD }));
const canonical = async ({ host, client }: Province) => {
  const offer = await resultOf(
    await client.consolidation.exportFile({ period: PERIOD, format: "canonical" }),
  );
  return Buffer.from(offered(host, offer.ticket));
};
const figureOf = (view: Awaited<ReturnType<typeof open>>, element: string) =>
  view.figures.find((figure) => figure.element === element);
const rowOf = (view: Awaited<ReturnType<typeof open>>, target: string) =>
  view.programmes.flatMap(({ rows }) => rows).find((row) => row.target === target);
const fed = (names: readonly string[]) =>
  names.map((name) => [`${name}.goi`, bundles.get(name) ?? new Uint8Array()] as const);

it("before anything came every office is missing, and nothing is zero", async () => {
  const view = await open(province);
  expect(view.offices.map(({ code, digest, units }) => [code, digest, units])).toEqual([
    ["B", null, null],
    ["C", null, null],
    ["D", null, null],
  ]);
  expect(view.figures).toEqual([]);
  expect(rowOf(view, "T001-14")?.numerator).toBeNull();
});

it("the province's figures are the sums of the reports; the silent office is missing, never zero", async () => {
  await acceptAll(province, await look(province, fed(["C", "B"])));
  const view = await open(province);
  expect(view).toMatchObject({ reported: 2, repeated: [], office: { code: "LDLD-A" } });
  expect(view.offices.map(({ code, units, unitsAnswered }) => [code, units, unitsAnswered])).toEqual([
    ["B", 2, 2],
    ["C", 2, 2],
    ["D", null, null],
  ]);
  expect(figureOf(view, "workersTotal")?.inPeriod).toEqual({
    byOffice: [120, 1000, null],
    reported: 1120,
    added: 0,
    total: 1120,
  });
  expect(figureOf(view, "membersTotal")?.yearToDate.byOffice).toEqual([100, 400, null]);
  expect(figureOf(view, "membersAdmitted")?.yearToDate).toMatchObject({
    byOffice: [15, 13, null],
    total: 28,
  });
  // Nobody has said anything of it: it is not in the table.
  expect(figureOf(view, "strikes")).toBeUndefined();
}, 60_000);

it("what the printed report of an office adds up is what its province adds up", async () => {
  const view = await open(province);
  const [, office] = view.offices;
  expect(office?.code).toBe("C");
  const { paper } = await province.client.report.signed({ digest: office?.digest ?? "" });
  const totals = new Map(
    (paper?.appendices[0]?.rows ?? []).map(({ cells: [, name, , total] }) => [
      typeof name === "string" ? name.replace(/^– /, "") : "",
      typeof total === "object" ? total.amount : null,
    ]),
  );
  // Not 12: the officers of the union that was merged into C1 in June are no officers at the end of the year.
  expect(figureOf(view, "unionOfficers")?.inPeriod.byOffice[1]).toBe(9);
  for (const element of ["membersTotal", "workersTotal", "membersAdmitted", "unionOfficers"] as const) {
    const figure = figureOf(view, element);
    expect(totals.get(figure?.label ?? ""), element).toBe(figure?.yearToDate.byOffice[1]);
  }
});

it("a share is the share of the sums, and is left open while a report that could change it is missing", async () => {
  const row = rowOf(await open(province), "T001-14");
  // 100/120 and 400/1000: their mean is 61.67 %, the share of the sums 500/1120 = 44.64 %.
  expect(row).toMatchObject({
    numerator: 500,
    denominator: 1120,
    officesMissing: 1,
    status: "insufficientData",
  });
  expect(row?.display).toMatch(/^44,64/);
});

it("what the offices answer about themselves is a share of the offices", async () => {
  const view = await open(province);
  const byOffice = view.programmes.flatMap(({ rows }) => rows).filter((row) => row.isByOffice);
  expect(byOffice.map(({ target }) => target)).toContain("T001-01a");
  const row = rowOf(view, "T001-01a");
  // B has a plan, C has none, D is silent: one of three, and one is missing. All are asked for, so it is lost already.
  expect(row).toMatchObject({
    numerator: 1,
    denominator: 3,
    unitsCounted: 2,
    unitsMissing: 1,
    status: "notMet",
  });
});

it("a row of the province's own is added, named and can be taken back; a share is no number to add to", async () => {
  const { client } = province;
  const before = await canonical(province);
  const added = await client.consolidation.adjust({
    period: PERIOD,
    element: "workersTotal",
    amount: -20,
    reason: "Bớt 20 lao động biệt phái đã tính ở tỉnh khác",
  });
  const view = await open(province);
  expect(figureOf(view, "workersTotal")?.inPeriod).toEqual({
    byOffice: [120, 1000, null],
    reported: 1120,
    added: -20,
    total: 1100,
  });
  expect(rowOf(view, "T001-14")).toMatchObject({ numerator: 500, denominator: 1100, unitsCounted: 3 });
  expect(view.adjustments).toMatchObject([
    { uid: added.uid, amount: -20, label: "Tổng số công nhân, viên chức, lao động" },
  ]);
  expect(JSON.parse((await canonical(province)).toString("utf8"))).toMatchObject({
    adjustments: [{ added_by: "LĐLĐ tỉnh A", amount: -20, element: "workersTotal" }],
  });
  const wrong = { period: PERIOD, element: "qualityGrade", amount: 1, reason: "không cộng được" };
  expect(await codeOf(client.consolidation.adjust(wrong))).toBe("NOT_ADDITIVE");
  await client.consolidation.withdraw({ uid: added.uid });
  expect(await codeOf(client.consolidation.withdraw({ uid: added.uid }))).toBe("ADJUSTMENT_UNKNOWN");
  expect(Buffer.compare(await canonical(province), before)).toBe(0);
});

it("another computer of the province, fed one by one in the other order and with other rows first, writes the same bytes", async () => {
  const other = await world.province("tinh-2", province);
  await other.client.programmes.adopt({ code: "AG-1979" });
  for (const names of [["B"], ["C", "B"]]) {
    // This computer has never met theirs: somebody vouches for each.
    let batch: DeskBatch = await look(other, fed(names));
    for (const { id, outcome } of batch.files)
      if (outcome === "confirm")
        batch = await resultOf(await other.client.desk.confirmInstance({ batchId: batch.batchId, file: id }));
    await acceptAll(other, batch);
  }
  const rows = [
    { period: PERIOD, element: "workersTotal", amount: 5, reason: "Văn phòng tỉnh" },
    { period: PERIOD, element: "membersTotal", amount: 4, reason: "Văn phòng tỉnh" },
  ];
  for (const row of rows) await province.client.consolidation.adjust(row);
  for (const row of rows.toReversed()) await other.client.consolidation.adjust(row);
  const [here, there] = [await canonical(province), await canonical(other)];
  expect(here.toString("utf8")).toBe(there.toString("utf8"));
  expect((await open(other)).bundleCode).toBe((await open(province)).bundleCode);
  expect(here.toString("utf8")).not.toMatch(/2026-01-10|instance/);
}, 60_000);

it("a report whose kept file was lost counts as missing and says so", async () => {
  const { workspace } = province.host.context;
  const digest = (await open(province)).offices[1]?.digest ?? "";
  const { fileSha256 = "" } = findReceived(workspace.db, digest) ?? {};
  rmSync(archivePath(workspace, fileSha256));
  await province.host.context.exchangeFile();
  const view = await open(province);
  expect(view.offices[1]).toMatchObject({ code: "C", digest: null, units: null, isDamaged: true });
  expect(figureOf(view, "workersTotal")?.inPeriod.byOffice).toEqual([120, null, null]);
});

it("an office that sends reports does not consolidate", async () => {
  const [b] = districts;
  if (!b) throw new Error("no district");
  expect(await codeOf((async () => open(b))())).toBe("NOT_RECEIVER");
});
