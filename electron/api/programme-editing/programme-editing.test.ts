// Writing programmes through the contract, over a real file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ORPCError } from "@orpc/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  blankTarget,
  type DraftProgramme,
  type DraftTarget,
} from "../../../shared/domain/programme-editing/draft.ts";
import { findBrokenAudit, listAudit } from "../../database/queries/audit.ts";
import type { Host } from "../host.ts";
import { DISTRICT } from "../../../test/support/district.ts";
import { addUnion, type Client, offered, openOffice, saveFigure } from "../../../test/support/test-office.ts";

let now = "2026-08-10T02:00:00Z";
const CLOCK = { now: () => new Date(now) };
let folder: string;
let host: Host;
let client: Client;
const reopen = async () => {
  ({ host, client } = await openOffice(folder, { clock: CLOCK }));
};

beforeEach(async () => {
  now = "2026-08-10T02:00:00Z";
  folder = mkdtempSync(join(tmpdir(), "scd-programme-"));
  await reopen();
  await client.office.create(DISTRICT);
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ORPCError) return { code: error.code, data: error.data };
    throw error;
  }
  return { code: "none", data: null };
}

/** Enters a person and puts them on duty. */
async function onDuty(name: string, role: "clerk" | "approver") {
  const { office } = await client.office.addPerson({ name, title: null, roles: [role] });
  const person = office?.people.find((candidate) => candidate.name === name);
  const choose = () => client.office.setCurrentPerson({ personId: person?.id ?? 0 });
  await choose();
  return { choose };
}

const SHARE: DraftTarget = {
  ...blankTarget("T01"),
  title: "Người được phổ biến",
  indicator: {
    shape: "PEOPLE_SHARE",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["peopleInformed"] },
    denominator: { kind: "sum", elements: ["workersTotal"] },
    policy: "all",
  },
  value: { scale: "percent", amount: 8000 },
};
const ADMITTED: DraftTarget = {
  ...blankTarget("T02"),
  title: "Kết nạp mới",
  measureUnit: "người",
  indicator: {
    shape: "COUNT_PER_PERIOD",
    population: "grassroots",
    numerator: { kind: "sum", elements: ["membersAdmitted"] },
    policy: "all",
  },
  value: { scale: "count", amount: 420 },
};
const QUALITATIVE: DraftTarget = {
  ...blankTarget("T03"),
  title: "Hầu hết các cấp công đoàn sinh hoạt chính trị có hiệu quả",
  qualitative: true,
  indicator: {
    shape: "UNIT_SHARE",
    population: "self",
    numerator: { kind: "countUnits" },
    denominator: { kind: "countUnits" },
    policy: "all",
  },
  comparator: "eq",
  value: { scale: "percent", amount: 10_000 },
};

async function begin() {
  const { programme, revision } = await client.programmeEditing.begin({
    code: "B-03",
    title: "Chương trình hành động",
  });
  return { programme, revision };
}
const complete = (programme: DraftProgramme, ...targets: DraftTarget[]): DraftProgramme => ({
  ...programme,
  symbol: "03/CTr-LĐLĐ",
  issuedOn: "2026-01-15",
  term: { from: 2026, to: 2028 },
  targets,
});
async function issued(...targets: DraftTarget[]) {
  const { programme, revision } = await begin();
  const saved = await client.programmeEditing.save({
    code: "B-03",
    expectedRevision: revision,
    programme: complete(programme, ...targets),
  });
  return client.programmeEditing.issue({ code: "B-03", expectedRevision: saved.revision });
}

it("what an office issued itself is not received; what it adopted is", async () => {
  expect(await issued(SHARE)).toMatchObject({ isIssuedHere: true });
  expect(await client.programmes.adopt({ code: "BT-2024" })).toMatchObject({ isIssuedHere: false });
});

describe("a draft", () => {
  it("outlives the program, with every step that can be undone", async () => {
    const { programme, revision } = await begin();
    const save = (expectedRevision: number, title: string) =>
      client.programmeEditing.save({
        code: "B-03",
        expectedRevision,
        programme: { ...programme, title },
      });
    const second = await save(revision, "Hai");
    const third = await save(second.revision, "Ba");
    // The same again makes no step.
    expect((await save(third.revision, "Ba")).revision).toBe(third.revision);
    await host.close();
    await reopen();
    const step = async (direction: "back" | "forward", expectedRevision: number) =>
      client.programmeEditing.undo({ code: "B-03", expectedRevision, direction });
    const back = await step("back", third.revision);
    expect(back).toMatchObject({ title: "Hai", canUndo: true, canRedo: true });
    const again = await step("back", back.revision);
    expect(again).toMatchObject({ title: "Chương trình hành động", canUndo: false });
    expect((await step("back", again.revision)).revision).toBe(again.revision);
    const forward = await step("forward", again.revision);
    expect(forward.title).toBe("Hai");
    // A new step after an undo: what had been taken back is gone.
    const other = await save(forward.revision, "Khác");
    expect(other).toMatchObject({ title: "Khác", canRedo: false });
    expect(findBrokenAudit(host.context.workspace.db)).toBeNull();
  });

  it("is not overwritten by somebody who saw an older one", async () => {
    const { programme, revision } = await begin();
    const save = () =>
      client.programmeEditing.save({
        code: "B-03",
        expectedRevision: revision,
        programme: { ...programme, title: "Hai" },
      });
    await save();
    expect(await refusalOf(save())).toMatchObject({ code: "STALE_DRAFT", data: { revision: 2 } });
  });

  it("is not judged and not listed among programmes until it is issued; its code is taken", async () => {
    await begin();
    expect((await client.programmes.list()).map(({ code }) => code)).not.toContain("B-03");
    expect(await client.programmeEditing.drafts()).toMatchObject([{ code: "B-03", state: "draft" }]);
    for (const code of ["B-03", "AG-1979"])
      expect(await refusalOf(client.programmeEditing.begin({ code, title: "x" }))).toMatchObject({
        code: "PROGRAMME_EXISTS",
      });
  });

  it("goes for comment and back, and is thrown away", async () => {
    const { revision } = await begin();
    const asked = await client.programmeEditing.askComment({ code: "B-03", isAsked: true });
    expect(asked.state).toBe("underComment");
    expect(
      await refusalOf(client.programmeEditing.askComment({ code: "B-03", isAsked: true })),
    ).toMatchObject({ code: "MOVE_NOT_OFFERED", data: { state: "underComment" } });
    const back = await client.programmeEditing.askComment({ code: "B-03", isAsked: false });
    expect(
      await refusalOf(client.programmeEditing.discard({ code: "B-03", expectedRevision: revision })),
    ).toMatchObject({ code: "STALE_DRAFT" });
    await client.programmeEditing.discard({ code: "B-03", expectedRevision: back.revision });
    expect(await refusalOf(client.programmeEditing.open({ code: "B-03" }))).toMatchObject({
      code: "DRAFT_UNKNOWN",
    });
  });

  it("derived from the provincial programme carries its targets", async () => {
    const draft = await client.programmeEditing.begin({
      code: "B-CHILD",
      title: "Của huyện",
      derivedFrom: "AG-1979",
    });
    const { programme: parent } = await client.programmes.show({ code: "AG-1979" });
    expect(draft.programme.targets).toEqual(parent.targets);
    expect(draft).toMatchObject({ derivedFrom: "AG-1979", title: "Của huyện" });
  });
});

describe("issuing", () => {
  it("is refused with every fault while something is missing, and the draft stays", async () => {
    const { programme, revision } = await begin();
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
    expect(await issued(SHARE)).toMatchObject({ code: "B-03", state: "issued", isBuiltIn: false });
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
    expect(listAudit(host.context.workspace.db, 2).map(({ action }) => action)).toContain("programme.issue");
  });

  it("waits for the day on the document and for somebody who approves", async () => {
    now = "2026-01-14T02:00:00Z";
    expect(await refusalOf(issued(SHARE))).toMatchObject({
      code: "MOVE_DAY_REFUSED",
      data: { latest: "2026-01-14" },
    });
    now = "2026-01-15T02:00:00Z";
    const chair = await onDuty("Mai", "approver");
    await onDuty("Lan", "clerk");
    const { revision } = await client.programmeEditing.open({ code: "B-03" });
    const issue = () => client.programmeEditing.issue({ code: "B-03", expectedRevision: revision });
    expect(await refusalOf(issue())).toEqual({ code: "APPROVER_NEEDED", data: { name: "Lan" } });
    await chair.choose();
    await issue();
    expect((await client.programmeEditing.versions({ code: "B-03" }))[0]).toMatchObject({ author: "Mai" });
  });

  it("then comes force, an end with a reason, and the archive; nothing more after that", async () => {
    await issued(SHARE, QUALITATIVE);
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

describe("a decision in mid-year", () => {
  it("each evaluation remembers the target in force on its last day, on both sides of the date", async () => {
    const uid = await addUnion(client, "U1");
    await issued(SHARE);
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
    await issued(SHARE, ADMITTED);
    const { db } = host.context.workspace;
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
    await issued(ADMITTED, part);
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

describe("shares of a target", () => {
  it("are given, changed and taken back together, and stand in the programme", async () => {
    await addUnion(client, "U1");
    await addUnion(client, "U2");
    await issued(ADMITTED);
    const give = (...shares: { unitCode: string; amount: number | null }[]) =>
      client.programmeEditing.setAllocations({ code: "B-03", target: "T02", year: 2026, shares });
    expect(await give({ unitCode: "U1", amount: 300 }, { unitCode: "U2", amount: 120 })).toEqual({
      changed: 2,
    });
    expect(await give({ unitCode: "U1", amount: 300 }, { unitCode: "U2", amount: null })).toEqual({
      changed: 1,
    });
    expect((await client.programmes.show({ code: "B-03" })).allocations).toEqual([
      { target: "T02", unitCode: "U1", year: 2026, amount: 300 },
    ]);
    expect(await refusalOf(give({ unitCode: "U2", amount: 1 }, { unitCode: "U9", amount: 1 }))).toMatchObject(
      {
        code: "UNIT_UNKNOWN",
      },
    );
    expect((await client.programmes.show({ code: "B-03" })).allocations).toHaveLength(1);
  });
});

describe("what a person judges", () => {
  it("has no verdict until somebody gives one, and then only for that period", async () => {
    await onDuty("Mai", "approver");
    await issued(QUALITATIVE, ADMITTED);
    const row = async (period: "2026-M06" | "2026-M07") =>
      (await client.evaluation.evaluate({ programme: "B-03", period })).rows[0];
    expect(await row("2026-M06")).toMatchObject({ status: "insufficientData", manual: null });
    const give = (verdict: "met" | "notMet", text: string, target = "T03") =>
      client.programmeEditing.setVerdict({ code: "B-03", target, period: "2026-M06", verdict, text });
    await give("notMet", "Chưa đều.");
    await give("met", "44/45 đơn vị sinh hoạt nền nếp.");
    expect(await row("2026-M06")).toMatchObject({
      status: "met",
      display: "44/45 đơn vị sinh hoạt nền nếp.",
      displayTarget: "theo nhận xét",
      manual: { author: "Mai", verdict: "met" },
    });
    expect(await row("2026-M07")).toMatchObject({ status: "insufficientData" });
    expect(await refusalOf(give("met", "x", "T02"))).toMatchObject({ code: "TARGET_NOT_QUALITATIVE" });
    expect(findBrokenAudit(host.context.workspace.db)).toBeNull();
  });
});

it("tries a target on the figures of the office and keeps nothing", async () => {
  const target = { ...SHARE, value: { scale: "percent", amount: 8000 } } as never;
  const judge = () => client.programmeEditing.judge({ target, term: { from: 2026, to: 2028 } });
  expect(await judge()).toBeNull();
  const uid = await addUnion(client, "U1");
  for (const [element, value] of [
    ["workersTotal", 47],
    ["peopleInformed", 38],
  ] as const)
    await saveFigure(client, { unit: uid, element, period: "2026-H1" }, value);
  // 38/47 = 80,851…: the print follows domain.md §h story 8.
  expect(await judge()).toMatchObject({
    numerator: 38,
    denominator: 47,
    display: "80,85 %",
    period: "2026-H1",
  });
});

describe("a programme as a file", () => {
  const exported = async (code: string) => {
    const offer = await client.programmeEditing.exportFile({ code });
    const json = JSON.parse(new TextDecoder().decode(offered(host, offer.ticket)));
    return { fileName: offer.fileName, json };
  };

  it("leaves and comes back the same, also into another office", async () => {
    await issued(SHARE, ADMITTED, QUALITATIVE);
    await client.programmeEditing.setVerdict({
      code: "B-03",
      target: "T03",
      period: "2026-M06",
      verdict: "met",
      text: "Tốt.",
    });
    const { fileName, json } = await exported("B-03");
    expect(fileName).toBe("B-03.json");
    // What this office found is no part of the programme.
    expect(JSON.stringify(json)).not.toContain("verdicts");
    const path = join(folder, "other.json");
    writeFileSync(path, JSON.stringify({ ...json, code: "B-04" }));
    await client.programmes.importFile({ ticket: host.tickets.fromPath(path) });
    const { json: again } = await exported("B-04");
    expect(again).toEqual({ ...json, code: "B-04" });
  });

  it("of a draft becomes a draft again", async () => {
    const { programme, revision } = await begin();
    await client.programmeEditing.save({
      code: "B-03",
      expectedRevision: revision,
      programme: complete(programme, SHARE),
    });
    const { json } = await exported("B-03");
    const path = join(folder, "draft.json");
    writeFileSync(path, JSON.stringify({ ...json, code: "B-04" }));
    expect(await client.programmes.importFile({ ticket: host.tickets.fromPath(path) })).toMatchObject({
      state: "draft",
      adoptedAt: null,
      isBuiltIn: false,
    });
    expect((await client.programmeEditing.open({ code: "B-04" })).programme).toMatchObject({
      targets: [SHARE],
    });
  });
});
