// Register files over a real office file: what they may not touch, and the end of a union that a file says differently.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addUnion, codeOf, openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";

let office: TestOffice;
let client: TestOffice["client"];

beforeEach(async () => {
  office = await openTestOffice();
  client = office.client;
});
afterEach(() => office.close());

const eventsOf = async (code: string) => (await client.units.get({ uid: await office.uidOf(code) })).events;

it.each(["LDLD-B", "LDLD-A"])(
  "a line with the code of the office or its superior, %s, is refused alone",
  async (code) => {
    const text = `code,name\n${code},CĐCS X\nU1,CĐCS Một\n`;
    const { lines } = await office.preview("units", text);
    expect(lines.find((line) => line.code === code)).toMatchObject({
      outcome: "rejected",
      reasons: [{ column: "code", code: "CODE_TAKEN", value: code }],
    });
    expect(await office.importText("units", text)).toMatchObject({ applied: 1 });
    expect((await client.units.list({})).units.map((unit) => unit.code)).toEqual(["U1"]);
  },
);

describe("the last day of a union that has ended", () => {
  const ENDED = { kind: "transferred", endedOn: "2025-06-30", decisionNumber: "12/QĐ" } as const;

  it("moves with the event it ended by", async () => {
    const uid = await addUnion(client, "U1", "CĐCS Một");
    await client.units.end({ ...ENDED, uid, receiver: "Công đoàn xã B1" });
    await office.importText("units", "code,name,ended_on\nU1,CĐCS Một,2025-06-29\n");
    const events = await eventsOf("U1");
    expect(events.map(({ kind, effectiveOn }) => [kind, effectiveOn])).toEqual([
      ["transferred", "2025-06-29"],
      ["established", "2020-01-01"],
    ]);
    expect(events[0]).toMatchObject({ decisionNumber: "12/QĐ", receiver: "Công đoàn xã B1" });
  });

  it("is not moved by a file when others go on with it", async () => {
    const uid = await addUnion(client, "U1", "CĐCS Một");
    const successor = await addUnion(client, "U2", "CĐCS Hai");
    await client.units.end({ ...ENDED, kind: "merged", uid, successors: [successor] });
    const { lines } = await office.preview("units", "code,name,ended_on\nU1,CĐCS Một,2025-06-29\n");
    expect(lines[0]).toMatchObject({
      outcome: "rejected",
      reasons: [{ column: "ended_on", code: "END_ALREADY_RECORDED", value: "2025-06-30" }],
    });
    expect((await eventsOf("U1")).filter(({ effectiveOn }) => effectiveOn.startsWith("2025"))).toHaveLength(
      1,
    );
  });
});

describe("a founding day that a file mends", () => {
  const employer = (code: string, unitUid: string) =>
    client.units.createEmployer({
      code,
      name: `Công ty ${code}`,
      employerType: "privateEnterprise",
      workforce: 40,
      taxCode: null,
      unitUid,
    });
  const mendTo = (day: string) =>
    office.importText("units", `code,name,established_on\nU1,CĐCS Một,${day}\n`);
  /** Since when each employer has had its unions, newest first. */
  const since = async () =>
    Object.fromEntries(
      await Promise.all(
        (await client.units.listEmployers({})).map(async ({ code, uid }) => [
          code,
          (await client.units.employerUnions({ uid })).map(({ unitCode, validFrom }) => [
            unitCode,
            validFrom,
          ]),
        ]),
      ),
    ) as unknown;

  it("takes the employers it has had since then along, unless another union was theirs, and back", async () => {
    const uid = await addUnion(client, "U1", "CĐCS Một");
    await mendTo("2024-05-01");
    await employer("A", uid);
    const { unitName: _, ...moved } = await employer("B", await addUnion(client, "U2", "CĐCS Hai"));
    await client.units.updateEmployer({ ...moved, unitUid: uid, effectiveOn: "2024-05-01" });
    const { unitName: _name, ...late } = await employer("C", uid);
    await client.units.updateEmployer({ ...late, unitUid: null, effectiveOn: "2024-05-01" });
    await client.units.updateEmployer({ ...late, unitUid: uid, effectiveOn: "2025-01-01" });
    const before = {
      A: [["U1", "2024-05-01"]],
      B: [
        ["U1", "2024-05-01"],
        ["U2", "2020-01-01"],
      ],
      C: [["U1", "2025-01-01"]],
    };
    expect(await since()).toEqual(before);

    const { batchUid, applied } = await mendTo("2020-05-01");
    expect(applied).toBe(1);
    expect(await since()).toEqual({ ...before, A: [["U1", "2020-05-01"]] });
    expect((await client.units.listEmployers({ asOf: "2022-12-31" })).map(({ unitUid }) => unitUid)).toEqual([
      uid,
      await office.uidOf("U2"),
      null,
    ]);

    await client.imports.undo({ batchUid });
    expect(await since()).toEqual(before);
  });

  it("is later than one of its employers left it: that one stays as recorded", async () => {
    const uid = await addUnion(client, "U1", "CĐCS Một");
    const { unitName: _, ...left } = await employer("A", uid);
    await employer("B", uid);
    await client.units.updateEmployer({ ...left, unitUid: null, effectiveOn: "2021-01-01" });
    await mendTo("2022-01-01");
    expect(await since()).toEqual({ A: [["U1", "2020-01-01"]], B: [["U1", "2022-01-01"]] });
  });
});

describe("an import of unions is not taken back", () => {
  it("while an employer has one of them as its union", async () => {
    const { batchUid } = await office.importText("units", "code,name\nU1,CĐCS Một\n");
    const { uid } = await client.units.createEmployer({
      code: "DN1",
      name: "Công ty Một",
      employerType: "privateEnterprise",
      workforce: 40,
      taxCode: null,
      unitUid: await office.uidOf("U1"),
    });
    await expect(client.imports.undo({ batchUid })).rejects.toMatchObject({
      code: "UNDO_CONFLICT",
      data: { changed: ["U1"] },
    });
    const step = await client.units.lastStep({ object: "employer", uid });
    expect(step?.isStuck).toBe(false);
    await client.units.undo({ stepUid: step?.uid ?? "" });
    expect(await codeOf(client.imports.undo({ batchUid }))).toBe("done");
  });

  it("while another file has put a union below one of them", async () => {
    const above = await office.importText("units", "code,name\nU1,CĐCS Một\n");
    const below = await office.importText("units", "code,name,parent_code\nU2,CĐCS Hai,U1\n");
    expect(await codeOf(client.imports.undo({ batchUid: above.batchUid }))).toBe("UNDO_CONFLICT");
    await client.imports.undo({ batchUid: below.batchUid });
    expect(await codeOf(client.imports.undo({ batchUid: above.batchUid }))).toBe("done");
  });

  it("but is when the unions below came, or were moved there, in the same file", async () => {
    await office.importText("units", "code,name\nU2,CĐCS Hai\n");
    const { batchUid } = await office.importText(
      "units",
      "code,name,parent_code\nU1,CĐCS Một,\nU2,CĐCS Hai,U1\nU3,CĐCS Ba,U1\n",
    );
    expect(await codeOf(client.imports.undo({ batchUid }))).toBe("done");
    expect((await client.units.list({})).units.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ["U2", "LDLD-B"],
    ]);
  });
});

it("figures whose way back an early version did not keep are not offered to be taken back", async () => {
  await addUnion(client, "U1", "CĐCS Một");
  const figures = (period: string) =>
    office.importText("entries", `unit_code,element,period,value\nU1,membersAdmitted,${period},3\n`);
  const early = await figures("2026-M01");
  const late = await figures("2026-M02");
  office.host.context.workspace.db.raw
    .prepare("UPDATE import_batch SET change_set_id = NULL WHERE uid = ?")
    .run(early.batchUid);
  const canUndo = async () =>
    new Map((await client.imports.list()).map((batch) => [batch.uid, batch.canUndo]));
  expect(await canUndo()).toEqual(
    new Map([
      [late.batchUid, true],
      [early.batchUid, false],
    ]),
  );
  await client.imports.undo({ batchUid: late.batchUid });
  expect((await canUndo()).get(late.batchUid)).toBe(false);
});
