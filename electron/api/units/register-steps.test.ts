// Acts on the register over a real office file: what each leaves behind, and what taking it back puts back.
// Over 300 lines because it is one register: an act is tested with its undo and with what it does to figures.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, openTestOffice, type TestOffice } from "../../../test/support/test-office.ts";

const UNITS = `code,name,employer_type,workforce,established_on
U1,CĐCS Một,privateEnterprise,50,2015-01-01
U2,CĐCS Hai,privateEnterprise,60,2016-01-01
U3,CĐCS Ba,publicServiceUnit,70,2016-01-01
`;
let office: TestOffice;
let client: TestOffice["client"];

beforeEach(async () => {
  office = await openTestOffice();
  client = office.client;
  await office.importText("units", UNITS);
});
afterEach(() => office.close());

const get = async (code: string) => client.units.get({ uid: await office.uidOf(code) });
const lastStep = async (code: string) =>
  client.units.lastStep({ object: "unit", uid: await office.uidOf(code) });
const undoLast = async (code: string) => {
  const step = await lastStep(code);
  if (!step) throw new Error("no step");
  return client.units.undo({ stepUid: step.uid });
};
const figures = (code: string, ...periods: readonly string[]) =>
  office.importText(
    "entries",
    `unit_code,element,period,value\n${periods.map((period) => `${code},membersAdmitted,${period},3`).join("\n")}\n`,
  );

async function end(
  code: string,
  kind: "dissolved" | "merged" | "split" | "transferred",
  more: { endedOn?: string; successors?: string[]; receiver?: string } = {},
) {
  return client.units.end({
    uid: await office.uidOf(code),
    endedOn: more.endedOn ?? "2026-02-15",
    kind,
    decisionNumber: "12/QĐ",
    successors: await Promise.all((more.successors ?? []).map(office.uidOf)),
    receiver: more.receiver ?? null,
  });
}

const SEWING = {
  code: "U9",
  name: "CĐCS Chín",
  kind: "grassrootsUnion",
  employerType: "privateEnterprise",
  sector: null,
  workforce: 9,
  selfFinancing: null,
  taxCode: null,
  establishedOn: "2026-01-05",
  decisionNumber: null,
  decidedOn: null,
} as const;

const EMPLOYER = {
  code: "DN1",
  name: "Công ty Một",
  employerType: "privateEnterprise",
  workforce: 40,
  taxCode: null,
  unitUid: null,
} as const;

describe("an act on a union is taken back as one step", () => {
  it("acts one after another go back one after another, to what each found", async () => {
    const states = [await get("U1")];
    const uid = await office.uidOf("U1");
    const change = (changes: object, effectiveOn: string) =>
      client.units.change({ uid, effectiveOn, decisionNumber: null, changes });
    await change({ name: "CĐCS Một đổi tên", workforce: 80 }, "2026-02-01");
    states.push(await get("U1"));
    await change({ employerType: "stateEnterprise" }, "2026-02-01");
    states.push(await get("U1"));
    await end("U1", "dissolved");
    expect(await lastStep("U1")).toMatchObject({
      kind: "ended",
      effectiveOn: "2026-02-15",
      isStuck: false,
      changes: [{ field: "endedOn", before: "", after: "2026-02-15" }],
    });
    for (const state of states.toReversed()) {
      expect(await undoLast("U1")).toEqual({ isRemoved: false });
      expect(await get("U1")).toEqual(state);
    }
    // What an import made is taken back with the import.
    expect(await lastStep("U1")).toBeNull();
  });

  it("tells which facts a change touched, before and after", async () => {
    await client.units.change({
      uid: await office.uidOf("U1"),
      effectiveOn: "2026-02-01",
      decisionNumber: null,
      changes: { name: "CĐCS Mới", employerType: "stateEnterprise" },
    });
    expect((await lastStep("U1"))?.changes).toEqual([
      { field: "name", before: "CĐCS Một", after: "CĐCS Mới" },
      { field: "employerType", before: "privateEnterprise", after: "stateEnterprise" },
      { field: "sector", before: "nonState", after: "state" },
    ]);
  });

  it("a union made by hand leaves the register, and its code is free again", async () => {
    await client.units.create(SEWING);
    expect(await undoLast("U9")).toEqual({ isRemoved: true });
    expect((await client.units.list({ includeEnded: true })).units.map(({ code }) => code)).toEqual([
      "U1",
      "U2",
      "U3",
    ]);
    expect((await client.units.create(SEWING)).unit.code).toBe("U9");
  });

  it("one that has figures by now stays", async () => {
    await client.units.create(SEWING);
    await figures("U9", "2026-M01");
    expect(await lastStep("U9")).toMatchObject({ isStuck: true });
    expect(await codeOf(undoLast("U9"))).toBe("UNDO_CONFLICT");
    expect((await get("U9")).unit.name).toBe("CĐCS Chín");
  });

  it.each([
    {
      what: "an employer",
      hang: async (unitUid: string) =>
        client.units.createEmployer({ ...EMPLOYER, unitUid }).then(() => undefined),
    },
    {
      what: "a note",
      hang: async (unit: string) =>
        client.entries
          .setNote({ unit, element: "workersTotal", period: "2026-M01", note: "hỏi lại" })
          .then(() => undefined),
    },
  ])("one that $what hangs on stays, with it", async ({ hang }) => {
    const { unit } = await client.units.create(SEWING);
    await hang(unit.uid);
    expect(await lastStep("U9")).toMatchObject({ isStuck: true });
    expect(await codeOf(undoLast("U9"))).toBe("UNDO_CONFLICT");
    const employers = await client.units.listEmployers({});
    expect(employers.every(({ unitUid }) => unitUid === unit.uid)).toBe(true);
  });

  it("a kind or name given as it is renames nothing", async () => {
    const uid = await office.uidOf("U1");
    await client.units.change({
      uid,
      effectiveOn: "2026-02-01",
      decisionNumber: null,
      changes: { name: "CĐCS Một", kind: "grassrootsUnion", workforce: 80 },
    });
    const { names, events, unit } = await get("U1");
    expect(unit.workforce).toBe(80);
    expect(names).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).toEqual(["established"]);
  });

  it("a decision is kept with what it decided, also when that is a headcount alone, and goes back with it", async () => {
    const change = async (changes: object, decisionNumber: string | null) =>
      client.units.change({
        uid: await office.uidOf("U1"),
        effectiveOn: "2026-02-01",
        decisionNumber,
        changes,
      });
    await change({ workforce: 80 }, "77/QĐ");
    // A second act of the day makes no second row, and forgets no decision.
    await change({ taxCode: "0102" }, null);
    const decisions = async () =>
      (await get("U1")).classifications.map(({ workforce, decisionNumber }) => [workforce, decisionNumber]);
    expect(await decisions()).toEqual([
      [80, "77/QĐ"],
      [50, null],
    ]);
    await undoLast("U1");
    await undoLast("U1");
    expect(await decisions()).toEqual([[50, null]]);
  });

  it("a union is not changed after its last day", async () => {
    await end("U1", "dissolved");
    const change = async (effectiveOn: string) =>
      codeOf(
        client.units.change({
          uid: await office.uidOf("U1"),
          effectiveOn,
          decisionNumber: null,
          changes: { name: "CĐCS Mới" },
        }),
      );
    expect(await change("2026-02-16")).toBe("UNIT_ALREADY_ENDED");
    expect(await change("2026-02-15")).toBe("done");
  });

  it("a change behind an import is stuck until the import goes back", async () => {
    await client.units.change({
      uid: await office.uidOf("U1"),
      effectiveOn: "2026-02-01",
      decisionNumber: null,
      changes: { workforce: 80 },
    });
    const { batchUid } = await office.importText("units", "code,name,workforce\nU1,CĐCS Một,90\n");
    expect(await codeOf(undoLast("U1"))).toBe("UNDO_CONFLICT");
    await client.imports.undo({ batchUid });
    await undoLast("U1");
    expect((await get("U1")).unit.workforce).toBe(50);
  });

  it("a step is taken back once, and the audit says so", async () => {
    await end("U1", "dissolved");
    const step = await lastStep("U1");
    await undoLast("U1");
    expect(await codeOf(client.units.undo({ stepUid: step?.uid ?? "" }))).toBe("ALREADY_UNDONE");
    const last = office.host.context.workspace.db.raw
      .prepare("SELECT action, object FROM audit ORDER BY seq DESC LIMIT 1")
      .get();
    expect(last).toEqual({ action: "unit.undo", object: "U1" });
  });

  it("employers too, with the headcounts they had", async () => {
    const fields = EMPLOYER;
    const made = await client.units.createEmployer(fields);
    const before = await client.units.listEmployers({});
    await client.units.updateEmployer({
      ...fields,
      uid: made.uid,
      workforce: 55,
      unitUid: await office.uidOf("U2"),
      effectiveOn: "2026-03-01",
    });
    const stepOf = () => client.units.lastStep({ object: "employer", uid: made.uid });
    const step = await stepOf();
    expect(step?.changes).toEqual([
      { field: "workforce", before: "40", after: "55" },
      { field: "unitCode", before: "", after: "U2" },
    ]);
    await client.units.undo({ stepUid: step?.uid ?? "" });
    expect(await client.units.listEmployers({})).toEqual(before);
    await client.units.undo({ stepUid: (await stepOf())?.uid ?? "" });
    expect(await client.units.listEmployers({})).toEqual([]);
  });
});

describe("members in the register", () => {
  it("are the last known ones of each union, with their period, whatever the others have entered since", async () => {
    await office.importText(
      "entries",
      "unit_code,element,period,value\nU1,membersTotal,2024-M12,41\nU1,membersTotal,2025-Q2,44\nU2,membersTotal,2026-M01,52\nU2,membersTotal,2025-M12,51\n",
    );
    const membersOn = async (asOf: string) =>
      (await client.units.list({ asOf, includeEnded: true })).units.map(
        ({ code, membersTotal, membersIn }) => [code, membersTotal, membersIn],
      );
    expect(await membersOn("2026-02-15")).toEqual([
      ["U1", 44, "2025-Q2"],
      ["U2", 52, "2026-M01"],
      ["U3", null, null],
    ]);
    // A quarter counts when it is over.
    expect(await membersOn("2025-06-29")).toEqual([
      ["U1", 41, "2024-M12"],
      ["U2", null, null],
      ["U3", null, null],
    ]);
  });
});

describe("the end of a union", () => {
  it("a merger names who goes on, and both say so", async () => {
    await figures("U1", "2026-M01");
    await office.importText("entries", "unit_code,element,period,value\nU1,membersTotal,2026-M01,47\n");
    expect(await codeOf(end("U1", "merged"))).toBe("SUCCESSOR_MISSING");
    await end("U1", "merged", { successors: ["U2"] });
    expect((await get("U1")).events[0]).toMatchObject({
      kind: "merged",
      effectiveOn: "2026-02-15",
      members: 47,
      workforce: 50,
      other: { code: "U2", name: "CĐCS Hai" },
      isSuccessor: false,
    });
    expect((await get("U2")).events[0]).toMatchObject({
      kind: "merged",
      other: { code: "U1" },
      isSuccessor: true,
    });
    // The one that goes on is not taken out from under it.
    await undoLast("U1");
    expect((await get("U2")).events.every(({ kind }) => kind !== "merged")).toBe(true);
  });

  it("a union that others went into is not taken out of the register", async () => {
    await client.units.create(SEWING);
    await end("U1", "merged", { successors: ["U9"] });
    expect(await codeOf(undoLast("U9"))).toBe("UNDO_CONFLICT");
  });

  it("a split names two unions or more", async () => {
    expect(await codeOf(end("U1", "split", { successors: ["U2"] }))).toBe("SUCCESSOR_MISSING");
    expect(await codeOf(end("U1", "split", { successors: ["U2", "U2"] }))).toBe("SUCCESSOR_MISSING");
    const { events } = await end("U1", "split", { successors: ["U2", "U3"] });
    expect(events.filter(({ kind }) => kind === "split").map(({ other }) => other?.code)).toEqual([
      "U3",
      "U2",
    ]);
  });

  it("none is dropped unseen: one too many is said", async () => {
    await expect(end("U1", "merged", { successors: ["U2", "U3"] })).rejects.toMatchObject({
      code: "SUCCESSOR_SURPLUS",
      data: { most: 1 },
    });
    expect(await codeOf(end("U1", "dissolved", { successors: ["U2"] }))).toBe("SUCCESSOR_SURPLUS");
    expect((await get("U1")).unit.endedOn).toBeNull();
  });

  it("a transfer names the superior union that takes it over", async () => {
    expect(await codeOf(end("U1", "transferred"))).toBe("RECEIVER_MISSING");
    const { events } = await end("U1", "transferred", { receiver: " Công đoàn xã  B1 " });
    expect(events[0]).toMatchObject({ kind: "transferred", receiver: "Công đoàn xã B1", other: null });
  });

  it.each([
    { endedOn: "2026-02-14", code: "SUCCESSOR_NOT_ACTIVE" }, // the successor's own last day is the 15th, but it ended the same way
    { endedOn: "2026-02-15", code: "SUCCESSOR_NOT_ACTIVE" },
  ])("one that does not exist on the day after $endedOn cannot go on with it", async ({ endedOn, code }) => {
    await end("U2", "dissolved", { endedOn });
    expect(await codeOf(end("U1", "merged", { successors: ["U2"], endedOn }))).toBe(code);
    expect(await codeOf(end("U1", "merged", { successors: ["U1"], endedOn }))).toBe(code);
  });

  it("one founded on the day after can", async () => {
    await client.units.create({ ...SEWING, establishedOn: "2026-02-16" });
    expect(await codeOf(end("U1", "merged", { successors: ["U9"], endedOn: "2026-02-14" }))).toBe(
      "SUCCESSOR_NOT_ACTIVE",
    );
    expect(await codeOf(end("U1", "merged", { successors: ["U9"], endedOn: "2026-02-15" }))).toBe("done");
  });
});

describe("figures stay within the life of their union (V17)", () => {
  it.each([
    { endedOn: "2025-12-31", periods: ["2026-M01", "2026-M02"] },
    { endedOn: "2026-01-01", periods: ["2026-M02"] }, // the partial first month keeps its figures
    { endedOn: "2026-01-31", periods: ["2026-M02"] },
    { endedOn: "2026-02-01", periods: [] },
  ])("an end on $endedOn is refused for $periods", async ({ endedOn, periods }) => {
    await figures("U1", "2025-M12", "2026-M01", "2026-M02");
    const ending = end("U1", "dissolved", { endedOn });
    if (periods.length === 0) expect(await codeOf(ending)).toBe("done");
    else await expect(ending).rejects.toMatchObject({ code: "FIGURES_AFTER_END", data: { periods } });
    expect((await get("U1")).unit.endedOn).toBe(periods.length === 0 ? endedOn : null);
  });

  it("a year that began before the end keeps its figures", async () => {
    await office.importText("entries", "unit_code,element,period,value\nU1,membersAdmitted,2026,3\n");
    expect(await codeOf(end("U1", "dissolved", { endedOn: "2026-01-10" }))).toBe("done");
  });

  it("a file can neither end a union before its figures nor found it after them", async () => {
    await figures("U1", "2025-M12", "2026-M01");
    const ending = await office.preview("units", "code,name,ended_on\nU1,CĐCS Một,2025-11-30\n");
    expect(ending.lines[0]).toMatchObject({
      outcome: "rejected",
      reasons: [{ column: "ended_on", code: "FIGURES_AFTER_END", value: "2025-M12, 2026-M01" }],
    });
    const founding = await office.preview("units", "code,name,established_on\nU1,CĐCS Một,2026-01-01\n");
    expect(founding.lines[0]).toMatchObject({
      outcome: "rejected",
      reasons: [{ column: "established_on", code: "FIGURES_BEFORE_START", value: "2025-M12" }],
    });
  });

  it("taking a later end back is refused once there are figures up to it", async () => {
    await office.importText("units", "code,name,ended_on\nU1,CĐCS Một,2025-11-30\n");
    const { batchUid } = await office.importText("units", "code,name,ended_on\nU1,CĐCS Một,2026-02-28\n");
    await figures("U1", "2026-M01");
    await expect(client.imports.undo({ batchUid })).rejects.toMatchObject({
      code: "UNDO_CONFLICT",
      data: { changed: ["U1 · 2026-M01"] },
    });
    expect((await get("U1")).unit.endedOn).toBe("2026-02-28");
  });
});
