// An explanation (giải trình) belongs to one finding: a rule over some lines of one unit in one period.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FindingView } from "../../shared/contract/entries.ts";
import { approve, MAY } from "../../test/support/signed-report.ts";
import { addUnion, openTestOffice, saveFigure } from "../../test/support/test-office.ts";
import { explanationRows } from "./bundle/explanation-rows.ts";

let office: Awaited<ReturnType<typeof openTestOffice>>;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

/** Workers and members double from April to May: V21 warns of each of the two. */
async function twoWarnings(): Promise<{ unit: string; warnings: readonly FindingView[] }> {
  const unit = await addUnion(office.client, "U1", "CĐCS Một");
  for (const [period, workersTotal, membersTotal] of [
    ["2025-M04", 50, 40],
    ["2025-M05", 100, 80],
  ] as const) {
    await saveFigure(office.client, { unit, element: "workersTotal", period }, workersTotal);
    await saveFigure(office.client, { unit, element: "membersTotal", period }, membersTotal);
  }
  return { unit, warnings: await spoken() };
}

async function spoken(): Promise<readonly FindingView[]> {
  return (await office.client.entries.check(MAY)).findings.filter(({ rule }) => rule === "V21");
}

const textsOf = (findings: readonly FindingView[]) =>
  Object.fromEntries(findings.map(({ elements, explanation }) => [elements.join(), explanation]));

function explain(unit: string, element: string, text: string | null) {
  return office.client.entries.explain({ ...MAY, unit, rule: "V21", elements: [element], text });
}

it("explains one of two warnings of a rule and leaves the other to be explained", async () => {
  const { unit, warnings } = await twoWarnings();
  expect(textsOf(warnings)).toEqual({ workersTotal: null, membersTotal: null });
  await explain(unit, "workersTotal", "tuyển thêm");
  expect(textsOf(await spoken())).toEqual({ workersTotal: "tuyển thêm", membersTotal: null });
  const { unexplained } = await office.client.submissions.prepare(MAY);
  expect(unexplained.filter(({ rule }) => rule === "V21").map(({ elements }) => elements)).toEqual([
    ["membersTotal"],
  ]);
  await explain(unit, "membersTotal", "kết nạp cả xưởng");
  // One text for each rule of a unit is sent; each line is named in it.
  expect(explanationRows(await spoken())).toEqual([
    {
      unit,
      rule: "V21",
      text: expect.stringMatching(/^(?=.*: tuyển thêm)(?=.*: kết nạp cả xưởng).*; /),
    },
  ]);
  await explain(unit, "workersTotal", null);
  expect(textsOf(await spoken())).toEqual({ workersTotal: null, membersTotal: "kết nạp cả xưởng" });
  expect((await approve(office.client, MAY)).state).toBe("approved");
});

it("sends a text once that was given for every line", async () => {
  const { unit } = await twoWarnings();
  await explain(unit, "workersTotal", "sáp nhập");
  await explain(unit, "membersTotal", "sáp nhập");
  expect(explanationRows(await spoken())).toEqual([{ unit, rule: "V21", text: "sáp nhập" }]);
});

it("a text kept from before, given for the whole rule, still explains each of its findings until it is taken away", async () => {
  const { unit } = await twoWarnings();
  await explain(unit, "workersTotal", "cũ");
  office.host.context.workspace.db.raw.exec("UPDATE explanation SET elements = ''");
  expect(textsOf(await spoken())).toEqual({ workersTotal: "cũ", membersTotal: "cũ" });
  await explain(unit, "membersTotal", "mới");
  expect(textsOf(await spoken())).toEqual({ workersTotal: "cũ", membersTotal: "mới" });
  await explain(unit, "workersTotal", null);
  expect(textsOf(await spoken())).toEqual({ workersTotal: null, membersTotal: "mới" });
});
