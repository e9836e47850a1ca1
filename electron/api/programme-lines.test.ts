// The home screen's lines: a term that is over says so and shows its last year; the paper of a later period is silent about it.
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addUnion, openTestOffice, saveFigure, type TestOffice } from "../../test/support/test-office.ts";
import { atOnce } from "../../shared/domain/parts.ts";
import { periodOf } from "../../shared/domain/period.ts";
import { LongTransaction } from "../database/long-transaction.ts";
import { setPeriodState } from "../database/queries/periods.ts";
import { judgeProgrammes } from "./evaluation.ts";
import { requireOffice } from "./implementation.ts";
import { presentBody } from "./report/paper.ts";

let office: TestOffice;
let unit: string;
let today: string;
/** Asked the time once more. */
let onAsked: () => void;
const clock = {
  now: () => {
    onAsked();
    return new Date(`${today}T02:00:00.000Z`);
  },
};
const client = () => office.client;

beforeEach(async () => {
  today = "2026-11-21";
  onAsked = () => undefined;
  office = await openTestOffice(clock, { personName: "Nguyễn Thị Lan" });
  unit = await addUnion(client(), "CD-1", "Công đoàn cơ sở Một");
  for (const code of ["TLD-2021", "AG-1979"]) await client().programmes.adopt({ code });
});
afterEach(() => office.close());

const enter = (period: string, value: number) =>
  saveFigure(client(), { unit, element: "claInForce", period }, value);

const lineOf = async (code: string) =>
  (await client().evaluation.summaries()).find((line) => line.code === code);

it("after the term the line holds the result of its last year, as Lịch sử does; an open term goes on", async () => {
  // The one enterprise has its agreement at the end of 2025: of the 21 targets, only that one has figures.
  await enter("2025-Q4", 1);
  await enter("2026-Q3", 0);
  expect(await lineOf("AG-1979")).toMatchObject({
    term: { from: 2021, to: 2025 },
    isOver: true,
    result: { period: "2025", reached: 1, total: 21 },
  });
  const past = (await client().history.programmes()).find(({ code }) => code === "AG-1979");
  expect(past?.evaluated).toMatchObject({ period: "2025", reached: 1, total: 21 });
  expect(await lineOf("TLD-2021")).toMatchObject({ isOver: false, result: { period: "2026-Q3" } });
});

it("Lịch sử counts an open term at the period of the line, not in a year that has only begun", async () => {
  today = "2026-02-10";
  await enter("2025-Q4", 1);
  await enter("2026-Q1", 0);
  const line = await lineOf("TLD-2021");
  expect(line?.result).toMatchObject({ period: "2025-Q4" });
  const listed = (await client().history.programmes()).find(({ code }) => code === "TLD-2021");
  const { period, reached, total } = listed?.evaluated ?? {};
  expect({ period, reached, total, outside: null }).toEqual(line?.result);
});

it("a term that is over and never had figures has no result", async () => {
  await enter("2026-Q3", 1);
  expect(await lineOf("AG-1979")).toMatchObject({ isOver: true, result: null });
});

it("the line goes over to a new year when a report of it is due, not with its first figure", async () => {
  const shown = async () => (await lineOf("TLD-2021"))?.result?.period;
  await enter("2026-Q3", 1);
  await enter("2026-Q4", 1);
  today = "2027-01-02";
  await enter("2027-Q1", 1);
  // Quarter I is due on 15 March (domain.md §d.2).
  expect(await shown()).toBe("2026-Q4");
  today = "2027-03-14";
  expect(await shown()).toBe("2026-Q4");
  today = "2027-03-15";
  expect(await shown()).toBe("2027-Q1");
});

it("a report that is approved before its day is shown, and before anything was due this year", async () => {
  await enter("2027-H1", 1);
  expect((await lineOf("TLD-2021"))?.result?.period).toBe("2026");
  const { workspace } = office.host.context;
  setPeriodState(
    workspace.db,
    "half",
    periodOf("2027-H1"),
    "approved",
    "Trần Thị Mai",
    "2026-11-21T02:00:00Z",
  );
  expect((await lineOf("TLD-2021"))?.result?.period).toBe("2027-H1");
});

it("a first figure of many unions does not go over to its period, half of them do", async () => {
  const shown = async () => (await lineOf("TLD-2021"))?.result?.period;
  const first = unit;
  const second = await addUnion(client(), "CD-2", "Công đoàn cơ sở Hai");
  for (const code of ["CD-3", "CD-4"]) await addUnion(client(), code, `Công đoàn cơ sở ${code}`);
  for (unit of [first, second]) await enter("2026-Q2", 1);
  unit = first;
  await enter("2026-Q3", 1);
  expect(await shown()).toBe("2026-Q2");
  unit = second;
  await enter("2026-Q3", 1);
  expect(await shown()).toBe("2026-Q3");
});

it("what the office says of itself is no answer of a union", async () => {
  await enter("2026-Q2", 1);
  const { units, columns } = await client().entries.openSelf({ period: "2026-Q3" });
  const own = columns.find(({ mode }) => mode === "entered")?.element ?? "";
  const place = { unit: units[0]?.uid ?? "", element: own, period: "2026-Q3" };
  await saveFigure(client(), place, 1);
  expect((await lineOf("TLD-2021"))?.result?.period).toBe("2026-Q2");
});

it("the year the office works in goes over with the first report that is due, too", async () => {
  const year = async () => (await client().office.status()).office?.workingYear;
  expect(await year()).toBe(2026);
  await enter("2025-Q4", 1);
  expect(await year()).toBe(2025);
  await enter("2026-Q4", 1);
  expect(await year()).toBe(2025);
  // A quarter is due on the 15th of its last month (domain.md §d.2).
  today = "2026-12-15";
  expect(await year()).toBe(2026);
});

it("a programme whose targets are all for another year says so, and which", async () => {
  await client().programmes.adopt({ code: "BT-2024" });
  await enter("2026-Q3", 1);
  // Six targets, all for 2024, of a term until 2028 (domain.md §b.5).
  expect((await lineOf("BT-2024"))?.result).toMatchObject({
    period: "2026-Q3",
    total: 6,
    outside: { reason: "noTarget", year: 2024 },
  });
  expect((await lineOf("TLD-2021"))?.result?.outside).toBeNull();
});

it("what a long write has not yet committed is in no line, whenever it began", async () => {
  await enter("2025-Q4", 1);
  const { workspace } = office.host.context;
  const before = await client().evaluation.summaries();
  expect(before.map(({ code, result }) => [code, result?.reached])).toContainEqual(["AG-1979", 1]);
  let writing: Promise<void> | undefined;
  // The lines ask the time when they begin, and give way after each of them.
  onAsked = () => {
    writing ??= (async () => {
      const release = await workspace.hold();
      const long = new LongTransaction(workspace.db);
      long.turn(() => workspace.db.raw.exec("DELETE FROM entry"));
      for (let times = 0; times < 20; times += 1) await turn();
      long.end();
      release();
    })();
  };
  expect(await client().evaluation.summaries()).toEqual(before);
  expect(writing).toBeDefined();
  await writing;
});

it("in its last year a term is not over, and is judged at the latest figures", async () => {
  today = "2025-12-31";
  await enter("2025-Q4", 1);
  expect(await lineOf("AG-1979")).toMatchObject({
    isOver: false,
    result: { period: "2025-Q4", total: 21 },
  });
});

it("the report of a period after the term, and its second appendix, leave the programme out; the tables keep it", async () => {
  await enter("2025-Q4", 1);
  await enter("2026-Q3", 1);
  const { workspace } = office.host.context;
  const paperAt = (code: string) => {
    const body = presentBody(workspace, requireOffice(workspace), periodOf(code));
    const appendix = body.appendices().find(({ number }) => number === 2);
    return JSON.stringify([body.models, body.figures, body.subject, appendix]);
  };
  expect(paperAt("2025")).toContain("AG-1979");
  expect(paperAt("2025")).toContain("1979/CTr-LĐLĐ");
  for (const code of ["2026-M01", "2026-Q3", "2026"]) {
    expect(paperAt(code)).not.toMatch(/AG-1979|1979\/CTr-LĐLĐ/);
    expect(paperAt(code)).toContain("TLD-2021");
  }
  const judged = atOnce(judgeProgrammes(workspace, requireOffice(workspace), periodOf("2026-Q3")));
  expect(judged.map(({ programme }) => programme.code)).toEqual(["TLD-2021", "AG-1979"]);
});
