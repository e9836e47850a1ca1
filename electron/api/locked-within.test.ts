// A longer report locks the periods inside it: they say so wherever they are shown, and are not "open".
import { expect, it } from "vitest";
import { approve, explainWarnings } from "../../test/support/signed-report.ts";
import { addUnion, codeOf, openTestOffice, saveFigure } from "../../test/support/test-office.ts";

const QUARTER = { form: "quarter", period: "2025-Q2" } as const;
const MAY = { form: "month", period: "2025-M05" } as const;

it("a month inside an approved quarter is locked with it, until the quarter is opened again", async () => {
  const office = await openTestOffice();
  try {
    const { client } = office;
    const unit = await addUnion(client, "U1", "CĐCS Một");
    const asked = (await client.entries.open(QUARTER)).columns.find(({ mode }) => mode === "entered");
    await client.entries.save({
      unit,
      element: asked?.element ?? "",
      period: QUARTER.period,
      entry: { state: "value", value: 4 },
      expectedRevision: 0,
    });
    const withinOf = async ({ form, period }: typeof MAY | typeof QUARTER) => ({
      overview: (await client.entries.overview({ year: 2025 })).find((row) => row.period === period)
        ?.lockedWithin,
      form: (await client.entries.open({ form, period })).lockedWithin,
      steps: (await client.submissions.prepare({ form, period })).lockedWithin,
    });
    const nowhere = { overview: null, form: null, steps: null };
    expect(await withinOf(MAY)).toEqual(nowhere);
    await approve(client, QUARTER, { incompleteReason: "chưa trả lời" });
    const code = QUARTER.period;
    expect(await withinOf(MAY)).toEqual({ overview: code, form: code, steps: code });
    expect(await withinOf(QUARTER)).toEqual(nowhere);
    expect((await client.entries.open(MAY)).lockedReason).toBe("approved");
    await client.submissions.reopen({ ...QUARTER, reason: "sửa số" });
    expect(await withinOf(MAY)).toEqual(nowhere);
  } finally {
    await office.close();
  }
});

it("a month inside an approved quarter is explained and approved all the same, its figures and the quarter's texts standing fast", async () => {
  const office = await openTestOffice();
  try {
    const { client } = office;
    const unit = await addUnion(client, "U1", "CĐCS Một");
    const at = (element: string) => ({ unit, element, period: MAY.period });
    await saveFigure(client, at("workersTotal"), 50);
    await saveFigure(client, at("membersTotal"), 60);
    const asked = (await client.entries.open(QUARTER)).columns.find(({ mode }) => mode === "entered");
    await saveFigure(client, { unit, element: asked?.element ?? "", period: QUARTER.period }, 4);
    await approve(client, QUARTER, { incompleteReason: "chưa trả lời", explanation: "của quý" });
    const quarterTexts = async () =>
      (await client.entries.check(QUARTER)).findings.map(({ explanation }) => explanation);
    const before = await quarterTexts();
    expect((await client.submissions.prepare(MAY)).unexplained.length).toBeGreaterThan(0);
    await explainWarnings(client, MAY, "của tháng");
    expect((await client.submissions.prepare(MAY)).unexplained).toEqual([]);
    expect(await quarterTexts()).toEqual(before);
    expect((await client.submissions.prepare(QUARTER)).changedSinceApproval).toEqual([]);
    expect(await codeOf(client.entries.setNote({ ...at("membersTotal"), note: "x" }))).toBe("PERIOD_LOCKED");
    expect((await approve(client, MAY)).state).toBe("approved");
    const [warning] = (await client.entries.check(MAY)).findings;
    const changed = { ...MAY, unit, rule: warning?.rule ?? "", elements: [...(warning?.elements ?? [])] };
    // Approved itself, its explanations stand with it.
    expect(await codeOf(client.entries.explain({ ...changed, text: "khác" }))).toBe("PERIOD_LOCKED");
  } finally {
    await office.close();
  }
});
