// What the office has not said of itself is missing like a union that has not reported.
import { afterEach, beforeEach, expect, it } from "vitest";
import { approve } from "../../../test/support/signed-report.ts";
import { addUnion, openTestOffice, saveFigure, type TestOffice } from "../../../test/support/test-office.ts";

const QUARTER = { form: "quarter", period: "2025-Q3" } as const;
let office: TestOffice;

beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => office.close());

it("a period with an empty cell of the office itself is approved with a reason only, which is kept; a full one needs none", async () => {
  const { client } = office;
  const unit = await addUnion(client, "U1", "CĐCS Một");
  await saveFigure(client, { unit, element: "claCount", period: QUARTER.period }, 1);
  // The office answers four cells of a quarter (domain.md §c.2); three are filled.
  const { units, columns } = await client.entries.openSelf({ period: QUARTER.period });
  const own = units[0]?.uid ?? "";
  const [last, ...others] = columns.filter(({ mode }) => mode === "entered").map(({ element }) => element);
  expect(others).toHaveLength(3);
  for (const element of others) await saveFigure(client, { unit: own, element, period: QUARTER.period }, 0);
  const refused = await approve(client, QUARTER).catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: "OWN_INCOMPLETE", data: { asked: 4, filled: 3 } });
  const approved = await approve(client, QUARTER, { incompleteReason: "chờ Ủy ban Kiểm tra" });
  expect(approved).toMatchObject({ state: "approved", incompleteReason: "chờ Ủy ban Kiểm tra" });
  await client.submissions.reopen({ ...QUARTER, reason: "đã có số" });
  await saveFigure(client, { unit: own, element: last ?? "", period: QUARTER.period }, 0);
  expect(await approve(client, QUARTER, { incompleteReason: "không còn cần" })).toMatchObject({
    state: "approved",
    incompleteReason: null,
  });
});
