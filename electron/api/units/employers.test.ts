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
      await client.units.updateEmployer({ ...FIELDS, unitUid: undefined, uid, workforce: 55, effectiveOn });
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

  it("that is taken away from a day was its union before, and is again once that is taken back", async () => {
    const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
    await client.units.updateEmployer({ ...FIELDS, uid, effectiveOn: "2026-03-01" });
    expect((await employerOn("2026-03-01"))?.unitUid).toBeNull();
    expect((await employerOn("2026-02-28"))?.unitUid).toBe(union);
    expect(await client.units.employerUnions({ uid })).toEqual([
      {
        unitUid: union,
        unitCode: "U1",
        unitName: "CĐCS Một",
        validFrom: "2020-01-01",
        validTo: "2026-02-28",
      },
    ]);
    const step = await client.units.lastStep({ object: "employer", uid });
    expect(step?.changes).toEqual([{ field: "unitCode", before: "U1", after: "" }]);
    await client.units.undo({ stepUid: step?.uid ?? "" });
    expect((await employerOn("2026-03-01"))?.unitUid).toBe(union);
    expect(await client.units.employerUnions({ uid })).toMatchObject([{ validTo: null }]);
  });

  it("that ended was it to its last day, in the history too", async () => {
    const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
    await endUnion();
    expect(await client.units.employerUnions({ uid })).toMatchObject([{ validTo: "2026-03-09" }]);
  });

  it("cannot become another one before the day it last changed", async () => {
    const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
    const other = await addUnion(client, "U2", "CĐCS Hai");
    const changeOn = (effectiveOn: string, unitUid: string | null) =>
      client.units.updateEmployer({ ...FIELDS, uid, effectiveOn, unitUid });
    await changeOn("2025-07-01", null);
    await expect(changeOn("2025-06-30", other)).rejects.toMatchObject({
      code: "DATE_BEFORE_LAST_CHANGE",
      data: { validFrom: "2025-07-01" },
    });
    // Two changes of one day are one.
    await changeOn("2025-07-01", other);
    expect((await employerOn("2025-06-30"))?.unitUid).toBe(union);
    expect((await employerOn("2025-07-01"))?.unitUid).toBe(other);
    // What says nothing of the union may still be dated earlier.
    await client.units.updateEmployer({ ...FIELDS, unitUid: undefined, uid, effectiveOn: "2024-01-01" });
    expect(await client.units.employerUnions({ uid })).toHaveLength(2);
  });

  it.each(["none", "the one of that day"])(
    "is not left as it is in silence when %s is named for a day before it last changed",
    async (named) => {
      const { uid } = await client.units.createEmployer({ ...FIELDS, unitUid: union });
      const other = await addUnion(client, "U2", "CĐCS Hai");
      const changeOn = (effectiveOn: string, unitUid: string | null) =>
        client.units.updateEmployer({ ...FIELDS, uid, effectiveOn, unitUid, workforce: 41 });
      await changeOn("2026-02-01", other);
      await expect(changeOn("2026-01-01", named === "none" ? null : union)).rejects.toMatchObject({
        code: "DATE_BEFORE_LAST_CHANGE",
        data: { validFrom: "2026-02-01" },
      });
      // Nothing is named before the first one either.
      expect(await codeOf(changeOn("2019-01-01", null))).toBe("DATE_BEFORE_LAST_CHANGE");
      // The union it has is no change of it: the headcount of the day is.
      await changeOn("2026-01-01", other);
      expect(await employerOn("2026-01-31")).toMatchObject({ unitUid: union, workforce: 41 });
      expect((await employerOn("2026-02-01"))?.unitUid).toBe(other);
    },
  );

  it("named by a file is it from today on, and the first one since it was founded", async () => {
    await client.units.createEmployer(FIELDS);
    await office.importText("employers", line("privateEnterprise,40,0101,U1"));
    expect((await employerOn("2020-01-01"))?.unitUid).toBe(union);
    const other = await addUnion(client, "U2", "CĐCS Hai");
    await office.importText("employers", line("privateEnterprise,40,0101,U2"));
    expect((await employerOn("2026-03-09"))?.unitUid).toBe(union);
    expect((await employerOn("2026-03-10"))?.unitUid).toBe(other);
  });

  it("is told apart from another one of the same tax code by the employer it has today (rule V25)", async () => {
    const other = await addUnion(client, "U2", "CĐCS Hai");
    await client.units.createEmployer({ ...FIELDS, unitUid: union });
    const { uid } = await client.units.createEmployer({ ...FIELDS, code: "DN2", unitUid: other });
    expect(await client.units.similar()).toMatchObject([
      { reason: "taxCode", left: { code: "U1" }, right: { code: "U2" } },
    ]);
    await client.units.updateEmployer({ ...FIELDS, code: "DN2", uid, effectiveOn: "2026-01-01" });
    expect(await client.units.similar()).toEqual([]);
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
