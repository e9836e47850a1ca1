// A longer report locks the periods inside it: they say so wherever they are shown, and are not "open".
import { expect, it } from "vitest";
import { addUnion, openTestOffice, resultOf } from "../../test/support/test-office.ts";

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
    for (const { rule, unitUid, severity } of (await client.entries.check(QUARTER)).findings)
      if (severity === "warn" && unitUid)
        await client.entries.explain({ ...QUARTER, unit: unitUid, rule, text: "đúng vậy" });
    await resultOf(client.submissions.approve({ ...QUARTER, incompleteReason: "chưa trả lời" }));
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
