// Employers over a real office file: what a correction leaves alone, and what a file leaves empty.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addUnion, codeOf, openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";

let office: TestOffice;
let client: TestOffice["client"];
let union: string;

beforeEach(async () => {
  office = await openTestOffice();
  client = office.client;
  union = await addUnion(client, "U1", "CĐCS Một");
});
afterEach(() => office.close());

const FIELDS = {
  code: "DN1",
  name: "Công ty Một",
  employerType: "privateEnterprise",
  workforce: 40,
  taxCode: "0101",
  unitUid: null,
} as const;

const endUnion = () =>
  client.units.end({ uid: union, kind: "dissolved", endedOn: "2026-03-09", decisionNumber: null });
const employerOn = async (asOf?: string) => (await client.units.listEmployers(asOf ? { asOf } : {}))[0];
/** The register's own words, after the heading of a file. */
const line = (rest: string) =>
  `code,name,employer_type,workforce,tax_code,unit_code\nDN1,Công ty Một,${rest}\n`;

describe("the union of an employer", () => {
  it.each(["2026-03-10", "2026-02-01"])(
    "that has ended is still its union before, when only the headcount is corrected from %s",
    async (effectiveOn) => {
      const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
      await endUnion();
      // Shown without a union today; so is what the panel sends back.
      expect((await employerOn())?.unitUid).toBeNull();
      await client.units.updateEmployer({ ...FIELDS, uid, workforce: 55, effectiveOn });
      expect((await employerOn(effectiveOn))?.workforce).toBe(55);
      expect((await employerOn())?.unitUid).toBeNull();
      expect((await employerOn("2026-03-09"))?.unitUid).toBe(union);
    },
  );

  it("stays through a file that says nothing of it, and through one that names it again", async () => {
    await client.units.createEmployer({ ...FIELDS, unitUid: union });
    await endUnion();
    await office.importText("employers", line("privateEnterprise,55,,"));
    expect(await employerOn()).toMatchObject({ workforce: 55, taxCode: "0101" });
    expect((await employerOn("2026-03-09"))?.unitUid).toBe(union);
    const again = await office.preview("employers", line("privateEnterprise,55,0101,U1"));
    expect(again.counts).toMatchObject({ same: 1, changed: 0 });
  });

  it("is taken away when none is chosen while it exists", async () => {
    const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
    await client.units.updateEmployer({ ...FIELDS, uid, effectiveOn: "2026-03-10" });
    expect((await employerOn("2026-03-09"))?.unitUid).toBeNull();
  });

  it("is one of the register", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(await codeOf(client.units.createEmployer({ ...FIELDS, unitUid: unknown }))).toBe("UNIT_UNKNOWN");
    expect(await employerOn()).toBeUndefined();
    const { uid } = await client.units.createEmployer(FIELDS);
    expect(
      await codeOf(
        client.units.updateEmployer({ ...FIELDS, uid, unitUid: unknown, effectiveOn: "2026-03-10" }),
      ),
    ).toBe("UNIT_UNKNOWN");
  });
});

describe("a headcount", () => {
  it("once recorded is not emptied in silence", async () => {
    const { uid } = await client.units.createEmployer(FIELDS);
    await expect(
      client.units.updateEmployer({ ...FIELDS, uid, workforce: null, effectiveOn: "2026-03-10" }),
    ).rejects.toMatchObject({ code: "WORKFORCE_REQUIRED", data: { workforce: 40 } });
    expect((await employerOn())?.workforce).toBe(40);
  });

  it("that was never known may stay so", async () => {
    const { uid } = await client.units.createEmployer({ ...FIELDS, workforce: null });
    const saved = await client.units.updateEmployer({
      ...FIELDS,
      uid,
      name: "Công ty Mới",
      workforce: null,
      effectiveOn: "2026-03-10",
    });
    expect(saved).toMatchObject({ name: "Công ty Mới", workforce: null });
  });

  it("left empty in a file is not changed: the line is the same, for ever", async () => {
    await client.units.createEmployer({ ...FIELDS, unitUid: union });
    const { lines } = await office.preview("employers", line("privateEnterprise,,,"));
    expect(lines[0]).toMatchObject({ outcome: "same", changes: [] });
  });
});
