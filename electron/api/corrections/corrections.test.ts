// A report that comes back, between two real offices on real files: stories 6 and 7 of domain.md §h (612 → 216), and every
// state a report can be in.
// Over 300 lines because the stories are told from both ends, with what each office reads after every step.
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { periodOf } from "../../../shared/domain/period.ts";
import { findGivenReturn } from "../../database/queries/corrections.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { requireOffice } from "../implementation.ts";
import { openKept } from "../submissions/kept-bundle.ts";
import { signReply } from "../submissions/receipt.ts";
import { builtOnce } from "../../../test/support/built-once.ts";
import { inspect, introduce, receive } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { approve, bundleOf, submit } from "../../../test/support/signed-report.ts";
import {
  addUnion,
  codeOf,
  offered,
  type Office,
  resultOf,
  saveFigure,
  uidOf,
} from "../../../test/support/test-office.ts";

const QUARTER = { form: "quarter", period: "2026-Q1" } as const;
const MARCH = "2026-M03";
const REMARK = "Số đoàn viên 612, quý trước 216: có thể đảo chữ số";

const NOW = "2026-04-10T02:00:00Z";
let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld(NOW);
});
afterEach(() => world.close());

const filledIn = builtOnce(async (prepared) => {
  const province = await prepared.province();
  const district = await prepared.district("LDLD-B");
  const u1 = await addUnion(district.client, "U1", "CĐCS U1", { workforce: 700 });
  const u2 = await addUnion(district.client, "U2", "CĐCS U2", {
    workforce: 700,
    employerType: "publicServiceUnit",
  });
  const { office } = await district.client.office.addPerson({
    name: "Nguyễn Thị Lan",
    title: null,
    roles: ["clerk"],
  });
  await district.client.office.setCurrentPerson({ personId: office?.people[0]?.id ?? 0 });
  await introduce(province, district);
  for (const period of ["2026-M01", "2026-M02", MARCH])
    for (const [unit, value] of [
      [u1, period === MARCH ? 612 : 216],
      [u2, 100],
    ] as const)
      await save(district, unit, period, value);
  // A quarter has begun with the first figure of its own.
  const quarter = await district.client.entries.open(QUARTER);
  const own = quarter.columns.find(({ mode, type }) => mode === "entered" && type === "count")?.element;
  await save(district, u1, QUARTER.period, 1, own);
}, NOW);

/** A province and a district whose quarter is filled in: U1 has 612 members where 216 were meant. */
async function offices(): Promise<{ province: Office; district: Office; u1: string; u2: string }> {
  await filledIn(world);
  const district = await world.open("LDLD-B");
  const [u1, u2] = [await uidOf(district.client, "U1"), await uidOf(district.client, "U2")];
  return { province: await world.open("tinh"), district, u1, u2 };
}

const save = async (
  { client }: Office,
  unit: string,
  period: string,
  value: number,
  element = "membersTotal",
) => saveFigure(client, { unit, element, period }, value);

const approveQuarter = ({ client }: Office) => approve(client, QUARTER, { incompleteReason: "chỉ kiểm thử" });
const sign = async ({ client }: Office) => (await submit(client, QUARTER)).digest;

type Verdict = Parameters<Office["client"]["submissions"]["accept"]>[0]["verdict"];

/** The province takes a report in and answers. @returns the bytes of its reply */
const answer = async (province: Office, district: Office, digest: string, verdict?: Verdict) =>
  (await receive(province, district, digest, verdict && { verdict })).reply;

async function bring(district: Office, bytes: Uint8Array) {
  const preview = await inspect(district, bytes);
  if (preview.fault) return preview.fault.code;
  return (await district.client.submissions.accept({ previewId: preview.previewId })).submission?.state ?? "";
}

async function reply(province: Office, digest: string, verdict: NonNullable<Verdict>) {
  const { offer } = await province.client.corrections.reply({ digest, verdict, passphrase: PASSPHRASE });
  return offered(province.host, offer.ticket);
}

const remarkOn = (unit: string): NonNullable<Verdict> => ({
  result: "returned",
  dueOn: "2026-04-20",
  remarks: [{ place: { unit, element: "membersTotal", period: MARCH }, message: REMARK, suggestion: "216" }],
});

function present<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new RangeError("present: nothing");
  return thing;
}

const codesOf = async (office: Office, digest: string) =>
  (await office.client.submissions.received()).find((row) => row.digest === digest)?.state;

it("612 is returned on its cell, corrected to 216 with reason and author, and both offices read the same difference", async () => {
  const { province, district, u1, u2 } = await offices();
  await save(district, u1, "2026-M02", 0, "collectiveDisputes");
  await approveQuarter(district);
  const first = await sign(district);
  expect(await bring(district, await answer(province, district, first))).toBe("receipted");
  expect(await codesOf(province, first)).toBe("accepted");
  // Disputes are asked of enterprises only: nothing is missing of a public service unit.
  const february = await resultOf(province.client.submissions.open({ digest: first, period: "2026-M02" }));
  const { figures: sent } = february;
  const notAskedOf = (code: string) =>
    sent.cells[sent.columns.findIndex(({ element }) => element === code)]?.notAsked;
  expect(notAskedOf("collectiveDisputes")).toEqual([sent.units.findIndex(({ code }) => code === "U2")]);
  expect(notAskedOf("membersTotal")).toEqual([]);

  // One action from the accepted state: a signed return that names the receipt it replaces.
  const returned = await reply(province, first, remarkOn(u1));
  expect(await codesOf(province, first)).toBe("returned");
  // What it says is read before it is taken in.
  const read = await inspect(district, returned);
  expect(read.facts).toEqual(
    expect.arrayContaining([
      { name: "remarks", value: "1" },
      { name: "dueOn", value: "2026-04-20" },
    ]),
  );
  expect(await bring(district, returned)).toBe("returned");
  const view = await district.client.corrections.open(QUARTER);
  expect(view).toMatchObject({
    correction: 0,
    returned: { dueOn: "2026-04-20" },
    remarks: [{ unit: { code: "U1" }, element: { code: "membersTotal" }, period: MARCH, message: REMARK }],
    cells: [
      {
        unit: { code: "U1" },
        reported: { state: "value", value: 612 },
        reason: REMARK,
        suggestion: "216",
        author: null,
      },
    ],
  });

  // Exactly that cell is open.
  const form = await district.client.entries.open({ form: "month", period: MARCH });
  expect(form.lockedReason).toBe("returned");
  expect(form.opened.map(({ row, column }) => [form.units[row]?.uid, form.columns[column]?.element])).toEqual(
    [[u1, "membersTotal"]],
  );
  expect(form.opened[0]).toMatchObject({ reason: REMARK, suggestion: "216" });
  expect(await codeOf(save(district, u2, MARCH, 1))).toBe("PERIOD_LOCKED");
  expect(await codeOf(save(district, u1, "2026-M02", 1))).toBe("PERIOD_LOCKED");
  await save(district, u1, MARCH, 216);

  await approveQuarter(district);
  expect((await resultOf(district.client.corrections.rehearse(QUARTER))).verdict).not.toBe("returned");
  const second = await sign(district);
  expect(second).not.toBe(first);
  // It says what it is before anybody takes it in.
  const correction = await inspect(province, await bundleOf(district, second));
  expect(correction.context).toMatchObject({ correction: 1 });
  expect(correction.facts).toContainEqual({ name: "corrected", value: "1" });
  const rows = await district.client.submissions.list();
  expect(rows.map(({ correction, state }) => [correction, state])).toEqual([
    [1, "signed"],
    [0, "superseded"],
  ]);
  expect(await bring(district, await answer(province, district, second))).toBe("receipted");
  expect(await codesOf(province, first)).toBe("superseded");
  expect(await codesOf(province, second)).toBe("accepted");
  for (const office of [province, district]) {
    const { lines } = await office.client.corrections.compare({ digest: second });
    expect(lines).toMatchObject([
      {
        unit: { code: "U1" },
        element: { code: "membersTotal" },
        period: MARCH,
        reported: { state: "value", value: 612 },
        corrected: { state: "value", value: 216 },
        reason: REMARK,
      },
    ]);
    expect(lines[0]?.author).toBe("Nguyễn Thị Lan");
    // The first sending beside what is known now: here from this office's own figures, there from the correction.
    const beside = await office.client.history.reported({ digest: first });
    expect(beside.lines).toMatchObject([
      {
        unit: { code: "U1" },
        element: "membersTotal",
        period: MARCH,
        reported: { state: "value", value: 612 },
        now: { state: "value", value: 216 },
      },
    ]);
    expect(
      beside.totals.find(({ element, period }) => element === "membersTotal" && period === MARCH),
    ).toMatchObject({ reported: 712, now: 316 });
    expect(beside.knownFrom.map(({ digest }) => digest)).toEqual(office === province ? [second] : []);
    expect((await office.client.history.reported({ digest: second })).lines).toEqual([]);
    // Both sendings stay readable, each with its own figure.
    for (const [digest, value] of [
      [first, 612],
      [second, 216],
    ] as const) {
      const { figures } = await resultOf(office.client.submissions.open({ digest, period: MARCH }));
      const row = figures.units.findIndex(({ code }) => code === "U1");
      expect(
        figures.cells[figures.columns.findIndex(({ element }) => element === "membersTotal")]?.values[row],
      ).toBe(value);
    }
  }
  // The half year starts from the corrected stock: what April opens with is March's 216.
  const april = await district.client.entries.details({
    unit: u1,
    element: "membersTotal",
    period: "2026-M04",
  });
  expect(april.previousPeriod.entry).toEqual({ state: "value", value: 216 });

  const bundle = findOutgoing(district.host.context.workspace.db, second);
  const content = openKept(bundle?.bundle ?? new Uint8Array(), second);
  const appendix = Buffer.from(content?.entries.get("docs/phu-luc-dinh-chinh.html") ?? []).toString("utf8");
  expect(appendix).toContain("đính chính lần 1");
  expect(appendix).toMatch(/612<\/td><td class="n">216/);
  expect(content?.manifest).toMatchObject({
    submission: { revision: 1, supersedes: { revision: 0, manifest_sha256: first } },
  });
}, 60_000);

it("a report is sent back without ever having been accepted, and the rehearsal says what is still to be done", async () => {
  const { province, district, u1, u2 } = await offices();
  await approveQuarter(district);
  const first = await sign(district);
  const returned = await answer(province, district, first, remarkOn(u1));
  expect(await codesOf(province, first)).toBe("returned");
  expect(await bring(district, returned)).toBe("returned");
  // Nothing was corrected: whoever asked for it would send it back again.
  await approveQuarter(district);
  expect(await resultOf(district.client.corrections.rehearse(QUARTER))).toMatchObject({
    verdict: "returned",
    reasons: [{ code: "REMARK_UNANSWERED", message: REMARK }],
  });
  // Approved, it is closed like any other.
  expect(await codeOf(save(district, u1, MARCH, 216))).toBe("PERIOD_LOCKED");
  // Rehearsing keeps nothing: the newest report is still the returned one.
  expect(await district.client.submissions.list()).toHaveLength(1);
  // Taking the approval back leaves the period as the return left it, with one cell open.
  await district.client.submissions.reopen({ ...QUARTER, reason: "sửa ô bị trả lại" });
  expect((await district.client.submissions.prepare(QUARTER)).state).toBe("returned");
  await save(district, u1, MARCH, 216);
  expect(await codeOf(save(district, u2, MARCH, 1))).toBe("PERIOD_LOCKED");
  await approveQuarter(district);
  const second = await sign(district);
  expect(await codesOf(province, second)).toBeUndefined();
  await answer(province, district, second);
  expect(await codesOf(province, second)).toBe("accepted");
  // Nothing more is said of what was replaced.
  expect(await codeOf(reply(province, first, remarkOn(u1)))).toBe("REPORT_REPLACED");
  expect(await codesOf(province, first)).toBe("superseded");
}, 60_000);

it("replies that overtake one another leave both offices at the latest", async () => {
  const { province, district, u1 } = await offices();
  await approveQuarter(district);
  const first = await sign(district);
  const receipt = await answer(province, district, first);
  const remarked = await reply(province, first, {
    ...remarkOn(u1),
    result: "accepted",
    dueOn: null,
  });
  expect(await codesOf(province, first)).toBe("accepted");
  const returned = await reply(province, first, remarkOn(u1));
  expect(await codeOf(reply(province, first, remarkOn(u1)))).toBe("ALREADY_RETURNED");
  expect(await bring(district, returned)).toBe("returned");
  // The two replies it replaced come late: kept, and nothing changes.
  expect(await bring(district, receipt)).toBe("returned");
  expect(await bring(district, remarked)).toBe("returned");
  expect((await district.client.submissions.prepare(QUARTER)).state).toBe("returned");
  await bring(district, returned);
  expect((await district.client.corrections.open(QUARTER))?.cells).toHaveLength(1);
}, 60_000);

it("a return that replaces another says what is open: what only the first one named and nobody touched closes", async () => {
  const { province, district, u1, u2 } = await offices();
  await approveQuarter(district);
  const first = await sign(district);
  const receipt = await answer(province, district, first);
  const place = (unit: string, period: string) => ({ unit, element: "membersTotal", period });
  const remark = (unit: string, period: string) => ({
    place: { ...place(unit, period), period: periodOf(period).code },
    message: `${REMARK} (${period})`,
    severity: "error" as const,
    suggestion: null,
  });
  const returned = {
    result: "returned" as const,
    dueOn: null,
    remarks: [remark(u1, MARCH), remark(u1, "2026-M02"), remark(u2, MARCH)],
  };
  const firstReturn = await reply(province, first, returned);
  expect(await bring(district, receipt)).toBe("receipted");
  expect(await bring(district, firstReturn)).toBe("returned");
  // One of the three is corrected, a fourth opened here, and all of it approved.
  await save(district, u1, MARCH, 216);
  const own = { ...QUARTER, reason: "Soát lại", cells: [place(u2, "2026-M01")] };
  await district.client.corrections.openCells(own);
  await approveQuarter(district);

  // Screens return a report once; a province may still sign that it has come to another judgement.
  const { workspace } = province.host.context;
  const key = await unlockKey(workspace, present(findKey(workspace, "sign")), PASSPHRASE);
  const manifest = present(openKept(await bundleOf(district, first), first)?.manifest);
  if (manifest.kind !== "submission") throw new RangeError(manifest.kind);
  const corrects = [present(findGivenReturn(workspace.db, first)).sha256];
  const digest = await workspace.write(() =>
    signReply(
      workspace,
      requireOffice(workspace),
      { manifest, digest: first, corrects },
      { ...returned, remarks: [remark(u2, MARCH)] },
      present(key),
    ),
  );
  const second = present(findOutgoing(workspace.db, digest)).bundle;
  expect(await bring(district, second)).toBe("returned");
  expect((await district.client.submissions.prepare(QUARTER)).state).toBe("returned");
  const opened = (await district.client.corrections.open(QUARTER))?.cells ?? [];
  expect(opened.map(({ unit, period }) => `${unit.code} ${period}`).toSorted()).toEqual([
    `U1 ${MARCH}`,
    "U2 2026-M01",
    `U2 ${MARCH}`,
  ]);
  expect(await codeOf(save(district, u1, "2026-M02", 217))).toBe("PERIOD_LOCKED");
  // The first one comes once more: it was replaced.
  await bring(district, firstReturn);
  expect((await district.client.corrections.open(QUARTER))?.cells).toHaveLength(3);

  await save(district, u2, MARCH, 101);
  await approveQuarter(district);
  const corrected = await sign(district);
  expect(openKept(await bundleOf(district, corrected), corrected)?.manifest).toMatchObject({
    submission: { revision: 1, reply_to: digest },
  });
}, 60_000);

it("an accepted report is corrected on request: the district asks, the province allows, the district chooses the cells", async () => {
  const { province, district, u1 } = await offices();
  const place = { unit: u1, element: "membersTotal", period: MARCH };
  await approveQuarter(district);
  const asked = { ...QUARTER, reason: "Gõ nhầm 612, đúng là 216" };
  expect(await codeOf(district.client.corrections.request(asked))).toBe("NOT_ACCEPTED");
  const first = await sign(district);
  await bring(district, await answer(province, district, first));
  expect(await codeOf(district.client.corrections.openCells({ ...asked, cells: [place] }))).toBe(
    "NOT_RETURNED",
  );
  expect((await district.client.corrections.request(asked)).request?.reason).toBe(asked.reason);

  const leave = await reply(province, first, { result: "returned" });
  // Leave takes nothing back: the accepted report counts until its correction is here.
  expect(await codesOf(province, first)).toBe("accepted");
  expect(await bring(district, leave)).toBe("returned");
  expect(await codeOf(save(district, place.unit, MARCH, 216))).toBe("PERIOD_LOCKED");
  await district.client.corrections.openCells({ ...asked, cells: [place] });
  await save(district, place.unit, MARCH, 216);
  await approveQuarter(district);
  const second = await sign(district);
  await answer(province, district, second);
  expect((await province.client.corrections.compare({ digest: second })).lines).toMatchObject([
    { reported: { value: 612 }, corrected: { value: 216 }, reason: asked.reason },
  ]);
}, 60_000);

it("a remark on a cell the report does not have is refused, and nothing is signed", async () => {
  const { province, district } = await offices();
  await approveQuarter(district);
  const first = await sign(district);
  await answer(province, district, first);
  const stray = remarkOn("0197f0c0-0000-7000-8000-000000000000");
  expect(await codeOf(reply(province, first, stray))).toBe("REMARK_PLACE_UNKNOWN");
  expect(await codeOf(reply(province, first, { result: "accepted" }))).toBe("NO_REMARKS");
  expect(await codesOf(province, first)).toBe("accepted");
}, 60_000);

it("whatever the order in which files travel, repeat and overtake, both offices end with the same report", async () => {
  const { province, district, u1 } = await offices();
  await approveQuarter(district);
  await sign(district);
  const sentBy = async () =>
    (await district.client.submissions.list()).toSorted((a, b) => a.correction - b.correction);
  /** Every file a reply was saved to so far; any of them may come at any time, more than once. */
  const replies: Uint8Array[] = [];
  const correct = async () => {
    if ((await district.client.submissions.prepare(QUARTER)).state !== "returned") return;
    const { cells } = (await district.client.corrections.open(QUARTER)) ?? { cells: [] };
    if (cells.length > 0) await save(district, u1, MARCH, 200 + (await sentBy()).length);
    await approveQuarter(district);
    await sign(district);
  };
  const acts: Record<string, (which: number) => Promise<unknown>> = {
    carryReport: async (which) => {
      const rows = await sentBy();
      const { digest = "" } = rows[which % rows.length] ?? {};
      // One that overtakes its predecessor is refused and comes again.
      return answer(province, district, digest).then(
        (bytes) => replies.push(bytes),
        () => undefined,
      );
    },
    returnIt: async () => {
      const known = (await province.client.submissions.received()).filter(
        ({ state }) => state === "accepted",
      );
      const [row] = known.filter(({ kind }) => kind === "submission");
      if (row)
        await reply(province, row.digest, remarkOn(u1)).then(
          (bytes) => replies.push(bytes),
          () => undefined,
        );
    },
    carryReply: async (which) => {
      const bytes = replies[which % Math.max(1, replies.length)];
      if (bytes && bytes.length > 0) await bring(district, bytes);
    },
    correct,
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(5)), { minLength: 4, maxLength: 10 }),
      async (steps) => {
        for (const [name, which] of steps) await acts[name]?.(which);
        // Everything that was ever sent arrives in the end, oldest first.
        for (const { digest } of await sentBy())
          await answer(province, district, digest).then(
            (bytes) => replies.push(bytes),
            () => undefined,
          );
        for (const bytes of replies) if (bytes.length > 0) await bring(district, bytes);
        const here = (await sentBy()).at(-1);
        const there = (await province.client.submissions.received())
          .filter(({ kind }) => kind === "submission")
          .toSorted((a, b) => (a.correction ?? 0) - (b.correction ?? 0));
        expect(there.at(-1)?.digest).toBe(here?.digest);
        expect(here?.state).toBe(there.at(-1)?.state === "returned" ? "returned" : "receipted");
        // Every earlier sending is replaced at both ends, and none is lost.
        expect(there.map(({ correction }) => correction)).toEqual(there.map((_, index) => index));
        expect(there.slice(0, -1).every(({ state }) => state === "superseded")).toBe(true);
        expect((await sentBy()).slice(0, -1).every(({ state }) => state === "superseded")).toBe(true);
      },
    ),
    { numRuns: 4, seed: 20260410 },
  );
  // It came to corrections at all.
  expect((await sentBy()).length).toBeGreaterThan(1);
}, 250_000);
