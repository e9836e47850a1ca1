// A decision that changes targets from a day on, through the contract over a real file.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  addUnion,
  type Client,
  openTestOffice,
  saveFigure,
  type TestOffice,
} from "../../../test/support/test-office.ts";
import { ADMITTED, CLOCK, issued, refusalOf, SHARE } from "./test-fixtures.ts";

let office: TestOffice;
let client: Client;
beforeEach(async () => {
  office = await openTestOffice(CLOCK);
  ({ client } = office);
});
afterEach(() => office.close());

describe("a decision in mid-year", () => {
  it("each evaluation remembers the target in force on its last day, on both sides of the date", async () => {
    const uid = await addUnion(client, "U1");
    await issued(client, SHARE);
    const save = (element: string, period: "2026-H1" | "2026-9M", value: number) =>
      saveFigure(client, { unit: uid, element, period }, value);
    await save("workersTotal", "2026-H1", 100);
    await save("peopleInformed", "2026-H1", 82);
    const revise = (validFrom: string, amount: number) =>
      client.programmeEditing.revise({
        code: "B-03",
        decision: "15/QĐ-LĐLĐ",
        validFrom,
        changes: [{ target: "T01", comparator: "gte", value: { scale: "percent", amount } }],
      });
    expect(await revise("2026-07-01", 8500)).toMatchObject({ state: "revised" });
    const row = async (period: "2026-M06" | "2026-M07" | "2026-H1") =>
      (await client.evaluation.evaluate({ programme: "B-03", period })).rows[0];
    // 82 of 100: reached under 80 % until 30 June, not under 85 % from 1 July.
    expect(await row("2026-H1")).toMatchObject({ targetInForce: null, displayTarget: "từ 80 % trở lên" });
    expect(await row("2026-M06")).toMatchObject({ targetInForce: null, value: { amount: 8000 } });
    expect(await row("2026-M07")).toMatchObject({
      targetInForce: "15/QĐ-LĐLĐ",
      displayTarget: "từ 85 % trở lên",
    });
    expect(await refusalOf(revise("2026-07-01", 9000))).toEqual({
      code: "REVISION_REFUSED",
      data: { target: "T01", fault: "NOT_LATER" },
    });
    expect((await client.programmeEditing.versions({ code: "B-03" })).map(({ version }) => version)).toEqual([
      1, 2,
    ]);
  });

  it("changes a target beside one, and of one, that was in force before its time was held against its formula", async () => {
    await issued(client, SHARE, ADMITTED);
    const { db } = office.host.context.workspace;
    db.raw.exec(
      `UPDATE programme SET definition = json_set(definition, '$.targets[1].time', json('{"kind":"oncePerProgramme"}'),
         '$.targets[1].indicator.numerator.elements[0]', 'unionOfficersTrained')`,
    );
    await client.programmeEditing.revise({
      code: "B-03",
      decision: "15/QĐ-LĐLĐ",
      validFrom: "2026-07-01",
      changes: [
        { target: "T01", comparator: "gte", value: { scale: "percent", amount: 8500 } },
        { target: "T02", comparator: "gte", value: { scale: "count", amount: 430 } },
      ],
    });
    const { rows } = await client.evaluation.evaluate({ programme: "B-03", period: "2026-M07" });
    expect(rows).toMatchObject([
      { value: { amount: 8500 } },
      { value: { amount: 430 }, status: "notComparable" },
    ]);
  });

  it("is refused whole when a part would come out above its whole", async () => {
    const part = {
      ...ADMITTED,
      id: "T02b",
      title: "trong đó",
      ofWhich: "T02",
      value: { scale: "count", amount: 20 },
    } as const;
    await issued(client, ADMITTED, part);
    expect(
      await refusalOf(
        client.programmeEditing.revise({
          code: "B-03",
          decision: "15/QĐ-LĐLĐ",
          validFrom: "2026-07-01",
          changes: [{ target: "T02b", comparator: "gte", value: { scale: "count", amount: 421 } }],
        }),
      ),
    ).toMatchObject({ code: "PROGRAMME_INVALID", data: { faults: [{ message: "PART_EXCEEDS_WHOLE" }] } });
    expect(await client.programmeEditing.versions({ code: "B-03" })).toHaveLength(1);
  });

  it("keeps version 1 of a programme that was adopted from the catalogue", async () => {
    await client.programmes.adopt({ code: "TLD-2021" });
    const { programme } = await client.programmes.show({ code: "TLD-2021" });
    await client.programmeEditing.revise({
      code: "TLD-2021",
      decision: "9/QĐ",
      validFrom: "2026-07-01",
      changes: [{ target: "T000-01", comparator: "gte", value: { scale: "percent", amount: 7500 } }],
    });
    expect(await client.programmeEditing.versions({ code: "TLD-2021" })).toMatchObject([
      { version: 1, state: programme.state, decision: null },
      { version: 2, state: "revised", decision: "9/QĐ" },
    ]);
  });
});
