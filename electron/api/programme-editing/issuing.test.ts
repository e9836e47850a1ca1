// Issuing a programme and what follows in its life, through the contract over a real file.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blankTarget } from "../../../shared/domain/programme-editing/draft.ts";
import { listAudit } from "../../database/queries/audit.ts";
import { type Client, openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";
import { begin, issued, onDuty, QUALITATIVE, refusalOf, SHARE } from "./test-fixtures.ts";

let now: string;
let office: TestOffice;
let client: Client;
beforeEach(async () => {
  now = "2026-08-10T02:00:00Z";
  office = await openTestOffice({ now: () => new Date(now) });
  ({ client } = office);
});
afterEach(() => office.close());

it("what an office issued itself is not received; what it adopted is", async () => {
  expect(await issued(client, SHARE)).toMatchObject({ isIssuedHere: true });
  expect(await client.programmes.adopt({ code: "BT-2024" })).toMatchObject({ isIssuedHere: false });
});

describe("issuing", () => {
  it("is refused with every fault while something is missing, and the draft stays", async () => {
    const { programme, revision } = await begin(client);
    const { revision: saved } = await client.programmeEditing.save({
      code: "B-03",
      expectedRevision: revision,
      programme: { ...programme, targets: [blankTarget("T01")] },
    });
    const refusal = await refusalOf(client.programmeEditing.issue({ code: "B-03", expectedRevision: saved }));
    expect(refusal).toMatchObject({ code: "PROGRAMME_INVALID" });
    const { faults } = refusal.data as { faults: { path: string; message: string }[] };
    expect(faults.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "symbol FIELD_MISSING",
      "issuedOn FIELD_MISSING",
      "targets.0.title FIELD_MISSING",
      "targets.0.indicator.numerator FIELD_MISSING",
      "targets.0.value.amount FIELD_MISSING",
    ]);
    expect(await client.programmeEditing.drafts()).toHaveLength(1);
  });

  it("stamps version 1, which is judged at once and no longer a draft", async () => {
    expect(await issued(client, SHARE)).toMatchObject({ code: "B-03", state: "issued", isBuiltIn: false });
    expect(await client.programmeEditing.drafts()).toEqual([]);
    const [version, ...more] = await client.programmeEditing.versions({ code: "B-03" });
    expect(more).toEqual([]);
    expect(version).toMatchObject({
      version: 1,
      state: "issued",
      decision: "03/CTr-LĐLĐ",
      validFrom: "2026-01-15",
    });
    expect(version?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await client.evaluation.evaluate({ programme: "B-03", period: "2026-M06" })).rows).toHaveLength(
      1,
    );
    expect(listAudit(office.host.context.workspace.db, 2).map(({ action }) => action)).toContain(
      "programme.issue",
    );
  });

  it("waits for the day on the document and for somebody who approves", async () => {
    now = "2026-01-14T02:00:00Z";
    expect(await refusalOf(issued(client, SHARE))).toMatchObject({
      code: "MOVE_DAY_REFUSED",
      data: { latest: "2026-01-14" },
    });
    now = "2026-01-15T02:00:00Z";
    const chair = await onDuty(client, "Mai", "approver");
    await onDuty(client, "Lan", "clerk");
    const { revision } = await client.programmeEditing.open({ code: "B-03" });
    const issue = () => client.programmeEditing.issue({ code: "B-03", expectedRevision: revision });
    expect(await refusalOf(issue())).toEqual({ code: "APPROVER_NEEDED", data: { name: "Lan" } });
    await chair.choose();
    await issue();
    expect((await client.programmeEditing.versions({ code: "B-03" }))[0]).toMatchObject({ author: "Mai" });
  });

  it("then comes force, an end with a reason, and the archive; nothing more after that", async () => {
    await issued(client, SHARE, QUALITATIVE);
    await client.programmeEditing.move({ to: "inForce", code: "B-03" });
    const close = (lastValidOn: string) =>
      client.programmeEditing.move({ to: "closed", code: "B-03", lastValidOn, reason: "Huyện kết thúc." });
    expect(await refusalOf(close("2026-08-11"))).toMatchObject({ code: "MOVE_DAY_REFUSED" });
    expect(await close("2026-06-30")).toMatchObject({ state: "closed" });
    const judged = async (period: string) =>
      (await client.evaluation.evaluate({ programme: "B-03", period })).rows[0]?.status;
    expect(await judged("2026-M06")).not.toBe("notComparable");
    expect(await judged("2026-M07")).toBe("notComparable");
    const refused = { code: "MOVE_NOT_OFFERED", data: { state: "closed" } };
    const change = { target: "T01", comparator: "gte", value: { scale: "percent", amount: 8500 } } as const;
    expect(
      await refusalOf(
        client.programmeEditing.revise({
          code: "B-03",
          decision: "1",
          validFrom: "2026-07-01",
          changes: [change],
        }),
      ),
    ).toEqual(refused);
    expect(
      await refusalOf(
        client.programmeEditing.setAllocations({ code: "B-03", target: "T01", year: 2026, shares: [] }),
      ),
    ).toEqual(refused);
    expect(
      await refusalOf(
        client.programmeEditing.setVerdict({
          code: "B-03",
          target: "T03",
          period: "2026-M06",
          verdict: "met",
          text: "x",
        }),
      ),
    ).toEqual(refused);
    await client.programmeEditing.move({ to: "archived", code: "B-03" });
    expect(await refusalOf(close("2026-06-30"))).toMatchObject({ data: { state: "archived" } });
  });
});
