// Incidents and the counts that follow them, over a real office file, through the contract (domain.md §c.2 E, §h story 5).
// Over 300 lines because every act on the list is followed through cell, verdict, undo and audit.
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, type TestOffice } from "../../test/support/test-office.ts";
import type { EntryValue } from "../../shared/domain/entry.ts";
import type { UnitIncident } from "../../shared/domain/unit-incident.ts";
import { findBrokenAudit, listAudit } from "../database/queries/audit.ts";

const MONTH = "2025-M03";
const clock = { now: () => new Date("2026-06-01T02:00:00.000Z") };

let office: TestOffice;
let factory: string;
let school: string;
const client = () => office.client;

beforeEach(async () => {
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  factory = await addUnion(client(), "CD-MAY", "Công đoàn cơ sở Công ty May Phú Tân");
  school = await addUnion(client(), "CD-TH", "Công đoàn Trường Tiểu học Hòa Bình", {
    employerType: "publicServiceUnit",
  });
});
afterEach(() => office.close());

const value = (figure: number): EntryValue => ({ state: "value", value: figure });
const NOTHING: EntryValue = { state: "noOccurrence" };

function incident(fields: Partial<UnitIncident> = {}): UnitIncident {
  return {
    kind: "workStoppage",
    occurredOn: "2025-03-12",
    resolvedOn: "2025-03-13",
    place: "Xưởng may 2",
    participants: 300,
    withUnion: true,
    deaths: null,
    injured: null,
    note: "",
    ...fields,
  };
}

/** What the form holds of one unit, by element; nothing for what is not entered. */
async function cells(unit = factory, form: "month" | "quarter" = "month", period = MONTH) {
  const sheet = await client().entries.open({ form, period });
  const row = sheet.units.findIndex(({ uid }) => uid === unit);
  const states = ["value", "noOccurrence", "notApplicable", "notCollected"] as const;
  return Object.fromEntries(
    sheet.columns.flatMap(({ element }, column): [string, EntryValue][] => {
      const state = states[sheet.cells[column]?.states[row] ?? -1];
      if (state === undefined) return [];
      return [[element, state === "value" ? value(sheet.cells[column]?.values[row] ?? -1) : { state }]];
    }),
  );
}

async function type(element: string, entry: EntryValue | null, period = MONTH) {
  const { revision } = await client().entries.details({ unit: factory, element, period });
  await client().entries.save({ unit: factory, element, period, entry, expectedRevision: revision });
}

async function listFindings(period = MONTH, form: "month" | "quarter" = "month") {
  const { findings } = await client().entries.check({ form, period, units: [factory] });
  return findings.filter(({ rule }) => rule === "V26");
}

it("counts one stoppage of 300 workers that the union helped settle, and judges 1/1 = 100 %", async () => {
  const { written, kept } = await client().incidents.create({ unit: factory, ...incident() });
  expect(written.map(({ element, entry }) => [element, entry])).toEqual([
    ["workStoppages", value(1)],
    ["workStoppagesWithUnion", value(1)],
    ["stoppageParticipants", value(300)],
  ]);
  expect(kept).toEqual([]);
  expect(await cells()).toEqual({
    workStoppages: value(1),
    workStoppagesWithUnion: value(1),
    stoppageParticipants: value(300),
  });
  // Nothing else happened in the quarter: three months of the factory are complete lists.
  for (const period of ["2025-M01", "2025-M02", MONTH])
    await client().incidents.setComplete({ unit: factory, period, isComplete: true });
  expect(await cells()).toEqual({
    collectiveDisputes: NOTHING,
    collectiveDisputesWithUnion: NOTHING,
    workStoppages: value(1),
    workStoppagesWithUnion: value(1),
    strikes: NOTHING,
    strikesWithUnion: NOTHING,
    stoppageParticipants: value(300),
  });
  await client().programmes.adopt({ code: "AG-1979" });
  const settled = async (period: string) =>
    (await client().evaluation.evaluate({ programme: "AG-1979", period })).rows.find(
      ({ target }) => target === "T001-04",
    );
  expect(await settled("2025-Q1")).toMatchObject({ numerator: 1, denominator: 1 });
  expect(await settled("2025-M02")).toMatchObject({ status: "noOccurrence", numerator: 0, denominator: 0 });
});

it("follows every change of the list and of its date, and clears what the list no longer says", async () => {
  const { incident: first } = await client().incidents.create({ unit: factory, ...incident() });
  const second = await client().incidents.create({
    unit: factory,
    ...incident({ occurredOn: "2025-03-31", resolvedOn: null, participants: 45, withUnion: false }),
  });
  expect(await cells()).toEqual({
    workStoppages: value(2),
    workStoppagesWithUnion: value(1),
    stoppageParticipants: value(345),
  });
  const uid = second.incident?.uid ?? "";
  const moved = await client().incidents.update({
    uid,
    expectedRevision: 1,
    ...incident({
      kind: "strike",
      occurredOn: "2025-04-01",
      resolvedOn: null,
      participants: 45,
      withUnion: false,
    }),
  });
  expect(moved.incident).toMatchObject({ kind: "strike", occurredOn: "2025-04-01", revision: 2 });
  expect((await cells())["workStoppages"]).toEqual(value(1));
  expect(await cells(factory, "month", "2025-M04")).toEqual({
    strikes: value(1),
    strikesWithUnion: value(0),
    stoppageParticipants: value(45),
  });
  await expect(client().incidents.update({ uid, expectedRevision: 1, ...incident() })).rejects.toMatchObject({
    code: "STALE_INCIDENT",
  });
  await client().incidents.remove({ uid });
  expect(await cells(factory, "month", "2025-M04")).toEqual({});
  await client().incidents.restore({ uid });
  expect((await cells(factory, "month", "2025-M04"))["strikes"]).toEqual(value(1));
  await client().incidents.remove({ uid });
  await client().incidents.remove({ uid });
  await client().incidents.remove({ uid: first?.uid ?? "" });
  expect(await cells()).toEqual({});
  expect(await client().incidents.list({ period: "2025" })).toEqual([]);
});

it("counts accidents by the quarter, and what is not known yet is not counted as 0", async () => {
  const accident = incident({
    kind: "workAccident",
    occurredOn: "2025-05-02",
    resolvedOn: null,
    participants: null,
    withUnion: false,
    deaths: 0,
    injured: null,
  });
  const { incident: made } = await client().incidents.create({ unit: school, ...accident });
  expect(await cells(school, "quarter", "2025-Q2")).toEqual({
    workAccidents: value(1),
    accidentDeaths: value(0),
  });
  await client().incidents.update({
    uid: made?.uid ?? "",
    expectedRevision: 1,
    ...accident,
    injured: 2,
  });
  expect((await cells(school, "quarter", "2025-Q2"))["accidentInjured"]).toEqual(value(2));
  // One list a quarter: the month form has nothing of it.
  expect(await cells(school, "month", "2025-M05")).toEqual({});
  const sheet = await client().incidents.open({ unit: school, period: "2025-Q2" });
  expect(sheet.kinds).toEqual(["workAccident"]);
  expect(sheet.lists.map(({ period }) => period)).toEqual(["2025-Q2"]);
  const ofFactory = await client().incidents.open({ unit: factory, period: MONTH });
  expect(ofFactory.lists.map(({ period }) => period)).toEqual([MONTH, "2025-Q1"]);
});

it("a complete list without incidents is không phát sinh, and says nothing any more when that is taken back", async () => {
  await client().incidents.setComplete({ unit: factory, period: MONTH, isComplete: true });
  const all = await cells();
  expect(Object.keys(all)).toHaveLength(7);
  expect(new Set(Object.values(all).map(({ state }) => state))).toEqual(new Set(["noOccurrence"]));
  await client().incidents.setComplete({ unit: factory, period: MONTH, isComplete: false });
  expect(await cells()).toEqual({});
});

it("leaves a number that was typed against the list, and names both", async () => {
  await type("strikes", value(2));
  await type("workStoppages", value(0));
  const { kept } = await client().incidents.create({
    unit: factory,
    ...incident({ kind: "strike", participants: 120 }),
  });
  expect(kept).toEqual([{ element: "strikes", period: MONTH, entry: value(2), counted: value(1) }]);
  expect((await cells())["strikes"]).toEqual(value(2));
  expect(await listFindings()).toMatchObject([
    {
      severity: "warn",
      elements: ["strikes"],
      said: { kind: "unlikeList", line: { elements: ["strikes"], value: 2 }, listed: 1 },
    },
  ]);
  // A person said 0 before anything was known: the list knows better.
  await client().incidents.create({ unit: factory, ...incident() });
  expect((await cells())["workStoppages"]).toEqual(value(1));
  await client().incidents.takeCounts({ unit: factory, period: MONTH });
  expect((await cells())["strikes"]).toEqual(value(1));
  expect(await listFindings()).toEqual([]);
  // A unit that keeps no list types as before.
  await type("strikes", value(5), "2025-M01");
  expect(await listFindings("2025-M01")).toEqual([]);
  // Typed over afterwards.
  await type("stoppageParticipants", value(400));
  expect((await listFindings()).map(({ said }) => said)).toEqual([
    { kind: "unlikeList", line: { elements: ["stoppageParticipants"], value: 400 }, listed: 420 },
  ]);
});

it("undo takes an incident back with its counts, redo brings both again", async () => {
  const { incident: made } = await client().incidents.create({ unit: factory, ...incident() });
  await client().incidents.setComplete({ unit: factory, period: MONTH, isComplete: true });
  await client().incidents.update({
    uid: made?.uid ?? "",
    expectedRevision: 1,
    ...incident({ participants: 310 }),
  });
  const states = async () => ({
    cells: await cells(),
    incidents: (await client().incidents.open({ unit: factory, period: MONTH })).incidents.map(
      ({ participants }) => participants,
    ),
    isComplete: (await client().incidents.open({ unit: factory, period: MONTH })).lists[0]?.isComplete,
  });
  const last = await states();
  expect(last).toMatchObject({ incidents: [310], isComplete: true });
  const undo = () => client().entries.undo({ period: MONTH });
  expect(await undo()).toMatchObject({ outcome: "done", kept: 0 });
  expect(await states()).toMatchObject({ incidents: [300], isComplete: true });
  expect(await undo()).toMatchObject({ outcome: "done", kept: 0 });
  expect(await states()).toMatchObject({ incidents: [300], isComplete: false });
  expect(await undo()).toMatchObject({ outcome: "done", kept: 0 });
  expect(await states()).toEqual({ cells: {}, incidents: [], isComplete: false });
  expect(await undo()).toEqual({ outcome: "nothing" });
  for (let step = 0; step < 3; step += 1)
    expect(await client().entries.redo({ period: MONTH })).toMatchObject({ outcome: "done", kept: 0 });
  expect(await states()).toEqual(last);
  expect(findBrokenAudit(office.host.context.workspace.db)).toBeNull();
});

it("is one transaction with its counts and its audit row", async () => {
  const { db } = office.host.context.workspace;
  const before = listAudit(db, 1)[0]?.seq ?? 0;
  const { incident: made, written } = await client().incidents.create({ unit: factory, ...incident() });
  const [row, ...others] = listAudit(db, 10).filter(({ seq }) => seq > before);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ action: "incident.create", object: made?.uid, actor: "Nguyễn Thị Lan" });
  expect(JSON.parse(row?.detail ?? "")).toMatchObject({
    kind: "workStoppage",
    participants: 300,
    unit: factory,
    counts: written.map(({ element, revision }) => ({ element, revision })),
  });
  expect(made?.author).toBe("Nguyễn Thị Lan");
  const details = await client().entries.details({ unit: factory, element: "workStoppages", period: MONTH });
  expect(details).toMatchObject({ source: "typed", author: "Nguyễn Thị Lan", entry: value(1) });
});

it("refuses what cannot be, and leaves everything as it was", async () => {
  const create = (unit: string, fields: Partial<UnitIncident>) =>
    client().incidents.create({ unit, ...incident(fields) });
  await expect(create(school, {})).rejects.toMatchObject({
    code: "NOT_APPLICABLE",
    data: { employerType: "publicServiceUnit" },
  });
  await expect(create(factory, { occurredOn: "2026-06-02", resolvedOn: null })).rejects.toMatchObject({
    code: "INCIDENT_IN_FUTURE",
  });
  await expect(create(factory, { resolvedOn: "2025-03-11" })).rejects.toMatchObject({
    code: "INCIDENT_RESOLVED_TOO_EARLY",
  });
  await expect(create(factory, { deaths: 1 })).rejects.toMatchObject({
    code: "INCIDENT_OTHER_KIND",
  });
  await expect(create(factory, { occurredOn: "2019-12-31", resolvedOn: null })).rejects.toMatchObject({
    code: "UNIT_NOT_ACTIVE",
  });
  await expect(create("018f0000-0000-7000-8000-000000000000", {})).rejects.toMatchObject({
    code: "UNIT_UNKNOWN",
  });
  await expect(
    client().incidents.setComplete({ unit: school, period: MONTH, isComplete: true }),
  ).rejects.toMatchObject({ code: "NOT_APPLICABLE" });
  await expect(
    client().incidents.setComplete({ unit: factory, period: "2025-H1", isComplete: true }),
  ).rejects.toMatchObject({ code: "NO_LIST" });
  expect(await client().incidents.list({})).toEqual([]);
  expect(await cells()).toEqual({});
});

it("a locked period keeps its list as it keeps its cells", async () => {
  const { incident: made } = await client().incidents.create({ unit: factory, ...incident() });
  const { db } = office.host.context.workspace;
  db.raw
    .prepare(
      "INSERT INTO period_state (form, period_id, state, approved_by, approved_at) VALUES ('month', 202503, 'approved', 'Mai', '2025-05-01T00:00:00Z')",
    )
    .run();
  const locked = { code: "PERIOD_LOCKED", data: { state: "approved", periods: [MONTH] } };
  await expect(client().incidents.create({ unit: factory, ...incident() })).rejects.toMatchObject(locked);
  await expect(client().incidents.remove({ uid: made?.uid ?? "" })).rejects.toMatchObject(locked);
  await expect(
    client().incidents.setComplete({ unit: factory, period: MONTH, isComplete: true }),
  ).rejects.toMatchObject(locked);
  // Neither out of it nor into it.
  await expect(
    client().incidents.update({
      uid: made?.uid ?? "",
      expectedRevision: 1,
      ...incident({ occurredOn: "2025-04-12", resolvedOn: null }),
    }),
  ).rejects.toMatchObject(locked);
  expect(await client().entries.undo({ period: MONTH })).toEqual({ outcome: "locked", period: MONTH });
  expect(await client().incidents.list({ unit: factory, period: "2025" })).toHaveLength(1);
});
