// The work list: what is long overdue stands in one line, what was taken in is said and not offered again (ui.md §1).
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, saveFigure, type TestOffice } from "../../test/support/test-office.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { setPeriodState } from "../database/queries/periods.ts";

let office: TestOffice;
let unit: string;
let today = "2026-11-21";
const clock = { now: () => new Date(`${today}T02:00:00.000Z`) };
const client = () => office.client;

beforeEach(async () => {
  // Made before the report of January 2026 is due, and after those of 2025.
  today = "2026-01-10";
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  unit = await addUnion(client(), "CD-1", "Công đoàn cơ sở Một");
  today = "2026-11-21";
});
afterEach(() => office.close());

const enter = (period: string) => saveFigure(client(), { unit, element: "membersTotal", period }, 30);

/** Signing needs keys and a parent; the work list only reads the state they leave behind. */
function mark(period: string, state: "approved" | "submitted" | "accepted" | "returned"): void {
  const at = periodOf(period);
  office.host.context.workspace.ensurePeriod(at);
  setPeriodState(
    office.host.context.workspace.db,
    at.rhythm,
    at,
    state,
    null,
    office.host.context.workspace.now(),
  );
}

const work = () => client().office.today();
const earlier = async () => (await work()).find(({ kind }) => kind === "earlier")?.earlier ?? [];

it("an office owes nothing that was due before it was made here, whatever figures it has of that time", async () => {
  today = "2026-01-10";
  await enter("2020-M01");
  await enter("2025");
  expect(await earlier()).toEqual([]);
  today = "2026-11-21";
  expect((await earlier()).some(({ period }) => !period.startsWith("2026"))).toBe(false);
});

it("a period approved from before the office was made owes what came after it too", async () => {
  mark("2025-M10", "approved");
  const found = (await earlier()).map(({ period }) => period);
  // Reports of the autumn of 2025 follow the approved one; the nine months and the year began before it.
  expect(found).toEqual(expect.arrayContaining(["2025-M10", "2025-M11", "2025-M12", "2025-Q4"]));
  expect(found).not.toContain("2025-M09");
  expect(found).not.toContain("2025-9M");
});

it("every report due more than 120 days ago and never sent stands in one line, oldest first", async () => {
  await enter("2026-M01");
  // Due by 24 July (120 days before 21 November): months 1 to 7, quarters 1 and 2, six months; domain.md §d.2.
  const found = await earlier();
  expect(found.map(({ period }) => period).toSorted()).toEqual(
    [
      "2026-H1",
      "2026-M01",
      "2026-M02",
      "2026-M03",
      "2026-M04",
      "2026-M05",
      "2026-M06",
      "2026-M07",
      "2026-Q1",
      "2026-Q2",
    ].toSorted(),
  );
  expect(found.map(({ dueOn }) => dueOn)).toEqual(found.map(({ dueOn }) => dueOn).toSorted());
  expect((await work())[0]?.kind).toBe("earlier");
  // Nothing of it has a second line.
  const lines = (await work()).flatMap(({ period }) => period ?? []);
  expect(lines.filter((period) => found.some((report) => report.period === period))).toEqual([]);
});

it("what was sent or taken in leaves the line; what is only approved stays and says so", async () => {
  await enter("2026-M01");
  mark("2026-M01", "accepted");
  mark("2026-M02", "submitted");
  mark("2026-M03", "approved");
  const found = await earlier();
  expect(found.some(({ period }) => period === "2026-M01" || period === "2026-M02")).toBe(false);
  expect(found.find(({ period }) => period === "2026-M03")?.state).toBe("approved");
});

it("a report that came back stands before everything, also before what is overdue", async () => {
  await enter("2026-M11");
  mark("2026-M11", "returned");
  expect((await work()).slice(0, 2).map(({ kind, period }) => [kind, period])).toEqual([
    ["returned", "2026-M11"],
    ["earlier", null],
  ]);
});

it("after acceptance nothing is offered any more, and for a month it is said", async () => {
  await enter("2026-M11");
  mark("2026-M11", "accepted");
  const line = (await work()).filter(({ period }) => period === "2026-M11");
  expect(line.map(({ kind }) => kind)).toEqual(["accepted"]);
  expect((await work()).at(-1)?.kind).toBe("accepted");
  today = "2026-12-31";
  expect((await work()).some(({ period }) => period === "2026-M11")).toBe(false);
});

it("an office made in November is late with nothing: what was due before can be filled, what comes is asked", async () => {
  await office.close();
  today = "2026-11-21";
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  unit = await addUnion(client(), "CD-1", "Công đoàn cơ sở Một");
  const overview = async () => await client().entries.overview({ year: 2026 });
  const unasked = async () =>
    (await overview()).filter(({ daysLeft }) => daysLeft === null).map(({ period }) => period);
  // Due on 20 November at the latest (domain.md §d.2); the year, quarter IV and December are still to come.
  const past = Array.from({ length: 11 }, (_, month) => `2026-M${String(month + 1).padStart(2, "0")}`);
  expect((await unasked()).toSorted()).toEqual(
    [...past, "2026-Q1", "2026-Q2", "2026-Q3", "2026-H1", "2026-9M"].toSorted(),
  );
  expect((await overview()).every(({ unitsLate }) => unitsLate === 0)).toBe(true);
  expect((await work()).flatMap(({ period }) => period ?? []).toSorted()).toEqual(
    ["2026", "2026-M12", "2026-Q4"].toSorted(),
  );
  expect((await work()).some(({ kind }) => kind === "late" || kind === "earlier")).toBe(false);
  // Past months are filled as any other, and filling them makes nothing late.
  await enter("2026-M05");
  const form = await client().entries.open({ form: "month", period: periodOf("2026-M05").code });
  expect(form).toMatchObject({ daysLeft: null, lockedReason: null });
  expect(await unasked()).toContain("2026-M05");
  // What falls due from then on is late when it is.
  today = "2026-12-21";
  expect((await overview()).find(({ period }) => period === "2026-M12")?.daysLeft).toBe(-1);
  expect((await work()).filter(({ kind }) => kind === "late").map(({ period }) => period)).toContain(
    "2026-M12",
  );
});
