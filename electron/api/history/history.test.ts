// The past of one office through the contract on a real database: figures over years, unions then and now, reports beside
// what is known today, the programmes of the sources. Expected sums are made here, from the figures that were entered.
// Over 300 lines because each test brings the years it looks back on.
import { afterEach, beforeEach, expect, it } from "vitest";
import { approveMay, submit } from "../../../test/support/signed-report.ts";
import { addUnion, openTestOffice, resultOf, type TestOffice } from "../../../test/support/test-office.ts";
import { elementByCode } from "../../../shared/catalogue/elements.ts";
import { LongTransaction } from "../../database/long-transaction.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { openKeptAside } from "../submissions/kept-bundle.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(async () => {
  await office.close();
});

type Figure = readonly [unit: string, element: string, period: string, value: number];

async function enter(...figures: readonly Figure[]): Promise<void> {
  const lines = figures.map(([unit, element, period, value]) => `${unit},${element},${period},${value}`);
  const { applied } = await office.importText(
    "entries",
    ["unit_code,element,period,value", ...lines].join("\n"),
  );
  expect(applied).toBe(figures.length);
}

const elementSeries = (element: string, period: string, from: number, base: "all" | "lasting" = "all") =>
  office.client.history.series({
    of: { kind: "element", element },
    period: period,
    from,
    base,
  });

it("flows of three years are summed, stocks never, and a year without figures is missing, not zero", async () => {
  await addUnion(office.client, "U1", "CĐCS Một");
  await addUnion(office.client, "U2", "CĐCS Hai");
  await enter(
    ["U1", "membersAdmitted", "2022-M03", 5],
    ["U2", "membersAdmitted", "2022-M11", 7],
    ["U1", "membersAdmitted", "2024-M01", 11],
    ["U1", "membersTotal", "2022-M12", 40],
    ["U2", "membersTotal", "2022-M12", 30],
    ["U1", "membersTotal", "2024-M12", 44],
  );
  const admitted = await elementSeries("membersAdmitted", "2024", 2022);
  expect(admitted.kind).toBe("flow");
  expect(admitted.points.map(({ numerator }) => numerator)).toEqual([12, null, 11]);
  expect(admitted.total).toEqual({ sum: 23, years: 2, ofYears: 3 });
  // Ten of twelve months are missing of each: an incomplete figure says so.
  expect(admitted.points.map(({ isPartial }) => isPartial)).toEqual([true, true, true]);

  const members = await elementSeries("membersTotal", "2024", 2022);
  expect(members.kind).toBe("stock");
  expect(members.points.map(({ numerator }) => numerator)).toEqual([70, null, 44]);
  expect(members.total).toBeNull();

  const half = await elementSeries("membersAdmitted", "2024-H1", 2022);
  expect(half.points.map(({ period, numerator }) => [period, numerator])).toEqual([
    ["2022-H1", 5],
    ["2023-H1", null],
    ["2024-H1", 11],
  ]);
});

it("a merger is drawn between the years, and unions that lasted can be looked at alone", async () => {
  for (const [code, name] of [
    ["U1", "CĐCS Một"],
    ["U2", "CĐCS Hai"],
    ["U3", "CĐCS Ba"],
  ] as const)
    await addUnion(office.client, code, name);
  const [u1, u2] = [await office.uidOf("U1"), await office.uidOf("U2")];
  await enter(
    ["U1", "membersTotal", "2023-M12", 40],
    ["U2", "membersTotal", "2023-M12", 30],
    ["U2", "membersTotal", "2024-M06", 30],
    ["U3", "membersTotal", "2023-M12", 9],
    ["U1", "membersTotal", "2024-M12", 75],
    ["U3", "membersTotal", "2024-M12", 8],
  );
  await office.client.units.end({
    uid: u2,
    kind: "merged",
    endedOn: "2024-06-30",
    successors: [u1],
    decisionNumber: "12/QĐ-LĐLĐ",
    decidedOn: "2024-06-20",
    receiver: null,
  });
  const all = await elementSeries("membersTotal", "2024", 2023);
  expect(all.points.map(({ numerator }) => numerator)).toEqual([79, 83]);
  expect(all.breaks).toMatchObject([
    { kind: "unitsEnded", on: "2024-06-30", counts: { merged: 1 }, decisions: ["12/QĐ-LĐLĐ"], members: 30 },
  ]);
  const lasting = await elementSeries("membersTotal", "2024", 2023, "lasting");
  expect(lasting.points.map(({ numerator }) => numerator)).toEqual([49, 83]);

  const { rows } = await office.client.history.units({ element: "membersTotal", period: "2023" });
  expect(rows.map(({ code, numerator, today }) => [code, numerator, today.map((unit) => unit.code)])).toEqual(
    [
      ["U1", 40, ["U1"]],
      ["U2", 30, ["U1"]],
      ["U3", 9, ["U3"]],
    ],
  );
});

it("by today's register a merged union's years are its successor's, and one handed over belongs to its receiver", async () => {
  for (const [code, name] of [
    ["U1", "CĐCS Một"],
    ["U2", "CĐCS Hai"],
    ["U3", "CĐCS Ba"],
  ] as const)
    await addUnion(office.client, code, name);
  await enter(
    ["U1", "membersTotal", "2022-M12", 38],
    ["U2", "membersTotal", "2022-M12", 31],
    ["U3", "membersTotal", "2022-M12", 9],
    ["U1", "membersTotal", "2023-M12", 40],
    ["U2", "membersTotal", "2023-M12", 30],
    ["U3", "membersTotal", "2023-M12", 10],
    ["U2", "membersTotal", "2024-M06", 30],
    ["U1", "membersTotal", "2024-M12", 75],
    ["U1", "membersAdmitted", "2023-M03", 4],
    ["U2", "membersAdmitted", "2023-M05", 3],
    ["U2", "membersAdmitted", "2024-M02", 2],
    ["U1", "membersAdmitted", "2024-M11", 6],
    ["U3", "membersAdmitted", "2024-M01", 1],
  );
  const end = { decisionNumber: "12/QĐ-LĐLĐ", decidedOn: "2024-06-20" } as const;
  const [u1, u2, u3] = [await office.uidOf("U1"), await office.uidOf("U2"), await office.uidOf("U3")];
  await office.client.units.end({
    ...end,
    uid: u2,
    kind: "merged",
    endedOn: "2024-06-30",
    successors: [u1],
    receiver: null,
  });
  await office.client.units.end({
    ...end,
    uid: u3,
    kind: "transferred",
    endedOn: "2024-08-27",
    successors: [],
    receiver: "Công đoàn xã C",
  });
  const lines = async (element: string, sight: "asWas" | "asIs", by: "unit" | "parent" = "unit") => {
    const { groups } = await office.client.history.seriesByUnit({
      element,
      period: "2024",
      from: 2022,
      sight,
      by,
    });
    return groups.map(({ names, parents, points, total, breaks }) => [
      (by === "unit" ? names : parents).join(" + "),
      points.map(({ numerator }) => numerator),
      total && `${total.sum} in ${total.years}`,
      breaks.map((found) => `${found.on} ${found.kind === "resummed" ? `+ ${found.unit}` : found.kind}`),
    ]);
  };
  expect(await lines("membersTotal", "asWas")).toEqual([
    ["CĐCS Một", [38, 40, 75], null, ["2024-06-30 unitsEnded"]],
    ["CĐCS Hai", [31, 30, null], null, ["2024-06-30 unitsEnded"]],
    ["CĐCS Ba", [9, 10, null], null, ["2024-08-27 unitsEnded"]],
  ]);
  // 38 + 31 and 40 + 30, as if they had always been one.
  expect(await lines("membersTotal", "asIs")).toEqual([
    ["CĐCS Một", [69, 70, 75], null, ["2024-06-30 + CĐCS Hai"]],
    ["CĐCS Ba", [9, 10, null], null, ["2024-08-27 unitsEnded"]],
  ]);
  // Only what was admitted is added up over years: 4 + 3 in 2023, 2 + 6 in 2024.
  expect(await lines("membersAdmitted", "asIs")).toEqual([
    ["CĐCS Một", [null, 7, 8], "15 in 2", ["2024-06-30 + CĐCS Hai"]],
    ["CĐCS Ba", [null, null, 1], "1 in 1", ["2024-08-27 unitsEnded"]],
  ]);
  expect(await lines("membersTotal", "asIs", "parent")).toEqual([
    ["LĐLĐ huyện B", [69, 70, 75], null, ["2024-06-30 + CĐCS Hai"]],
    ["Công đoàn xã C", [9, 10, null], null, ["2024-08-27 unitsEnded"]],
  ]);
  expect(await lines("membersTotal", "asWas", "parent")).toEqual([
    ["LĐLĐ huyện B", [78, 80, 75], null, ["2024-06-30 unitsEnded", "2024-08-27 unitsEnded"]],
  ]);
});

it("names of the time stand beside names of today", async () => {
  await addUnion(office.client, "U1", "CĐCS Trường A");
  await enter(["U1", "membersTotal", "2023-M12", 40]);
  await office.client.units.change({
    uid: await office.uidOf("U1"),
    effectiveOn: "2024-01-01",
    decisionNumber: null,
    changes: { name: "CĐCS Trường B", employerType: "publicServiceUnit" },
  });
  const { rows } = await office.client.history.units({ element: "membersTotal", period: "2023" });
  expect(rows).toMatchObject([
    {
      name: "CĐCS Trường A",
      employerType: "privateEnterprise",
      today: [{ name: "CĐCS Trường B", employerType: "publicServiceUnit" }],
    },
  ]);
});

it("breaks that only people know of are noted, of one element or of all, and can be taken back", async () => {
  await addUnion(office.client, "U1", "CĐCS Một");
  await enter(["U1", "membersTotal", "2023-M12", 1], ["U1", "membersTotal", "2024-M12", 2]);
  const { id } = await office.client.history.note({
    on: "2024-01-01",
    element: "membersTotal",
    text: "Đổi mẫu biểu",
  });
  const breaks = async (element: string) =>
    (await elementSeries(element, "2024", 2023)).breaks.map(({ kind, on }) => [kind, on]);
  expect(await breaks("membersTotal")).toEqual([["noted", "2024-01-01"]]);
  expect(await breaks("membersAdmitted")).toEqual([]);
  expect(await office.client.history.withdrawNote({ id })).toEqual({ withdrawn: true });
  expect(await office.client.history.withdrawNote({ id })).toEqual({ withdrawn: false });
  expect(await breaks("membersTotal")).toEqual([]);
  await expect(elementSeries("membersTotal", "2024", 2025)).rejects.toMatchObject({
    code: "YEARS_REFUSED",
    data: { most: 20 },
  });
});

it("figures begin with a break where none were kept before", async () => {
  await addUnion(office.client, "U1", "CĐCS Một");
  await enter(["U1", "membersTotal", "2024-M12", 2]);
  const { points, breaks } = await elementSeries("membersTotal", "2025", 2022);
  expect(points.map(({ numerator }) => numerator)).toEqual([null, null, 2, null]);
  expect(breaks).toEqual([{ kind: "recordsBegin", on: "2024-01-01" }]);
});

it("an approved report stays what it was while an open month before it goes on changing", async () => {
  await addUnion(office.client, "U9", "CĐCS Chín");
  await enter(["U9", "membersTotal", "2025-M04", 10], ["U9", "workersTotal", "2025-M04", 12]);
  await enter(["U9", "membersTotal", "2025-M05", 10], ["U9", "workersTotal", "2025-M05", 12]);
  await approveMay(office.client);
  const [frozen] = await office.client.history.reports();
  expect(frozen).toMatchObject({ kind: "approved", period: "2025-M05", digest: null });
  const asked = { form: "month", period: "2025-M05" } as const;
  expect((await office.client.history.reported(asked)).lines).toEqual([]);
  await enter(["U9", "membersTotal", "2025-M04", 11]);
  const beside = await office.client.history.reported(asked);
  expect(beside.lines).toMatchObject([
    {
      unit: { code: "U9", name: "CĐCS Chín" },
      period: "2025-M04",
      reported: { state: "value", value: 10 },
      now: { state: "value", value: 11 },
    },
  ]);
  expect(beside.cells).toBe(beside.same + 1);
});

it("a report keeps the words of its elements and of its programmes when both are worded anew", async () => {
  const { client, host } = office;
  const reworded = { membersTotal: ["Đoàn viên theo danh sách mới", "thẻ"] } as const;
  await addUnion(client, "U9", "CĐCS Chín");
  await client.programmes.adopt({ code: "AG-1979" });
  const { title } = (await client.programmes.show({ code: "AG-1979" })).programme;
  await enter(["U9", "membersTotal", "2025-M05", 10], ["U9", "workersTotal", "2025-M05", 12]);
  await approveMay(client);
  const approved = await client.history.reported({ form: "month", period: "2025-M05" });
  const { digest } = await submit(client, { form: "month", period: "2025-M05" });
  const catalogued = elementByCode("membersTotal") as { label: string; measureUnit: string };
  const { label, measureUnit } = catalogued;
  await enter(["U9", "membersTotal", "2025-M04", 11]);
  try {
    [catalogued.label, catalogued.measureUnit] = reworded.membersTotal;
    host.context.workspace.db.raw
      .prepare(
        "UPDATE programme SET definition = json_set(definition, '$.title', 'Chương trình đặt tên lại')",
      )
      .run();
    expect((await client.programmes.show({ code: "AG-1979" })).programme.title).toBe(
      "Chương trình đặt tên lại",
    );
    const beside = await client.history.reported({ digest });
    expect(beside.lines).toMatchObject([{ element: "membersTotal", label }]);
    const total = ({ element }: { element: string }) => element === "membersTotal";
    expect(beside.totals.find(total)).toMatchObject({ label, measureUnit });
    expect(approved.totals.find(total)).toMatchObject({ label, measureUnit });
    const opened = await resultOf(client.submissions.open({ digest }));
    expect(opened.programmes.map((programme) => programme.title)).toEqual([title]);
  } finally {
    Object.assign(catalogued, { label, measureUnit });
  }
});

it("beside a report stands nothing that another call writes meanwhile and takes back", async () => {
  const { client, host } = office;
  await approveMay(client);
  const may = { form: "month", period: "2025-M05" } as const;
  const { digest } = await submit(client, may);
  const { workspace } = host.context;
  const reported = client.history.reported({ digest });
  // It was let in, and waits for the report to be unpacked.
  for (let times = 0; times < 100; times += 1) await Promise.resolve();
  const release = await workspace.hold();
  const long = new LongTransaction(workspace.db);
  long.turn(() => workspace.db.raw.exec("UPDATE entry SET value = value + 1"));
  const bytes = findOutgoing(workspace.db, digest)?.bundle ?? new Uint8Array();
  // As long as that takes, and longer.
  for (let times = 0; times < 3; times += 1) await openKeptAside(bytes, digest);
  long.end();
  release();
  expect((await reported).lines).toEqual([]);
});

it("a union that ended in the month is in its flows and not in its stocks, as reported and now", async () => {
  await addUnion(office.client, "U8", "CĐCS Tám");
  await addUnion(office.client, "U9", "CĐCS Chín");
  await enter(
    ["U8", "membersTotal", "2025-M05", 20],
    ["U8", "workersTotal", "2025-M05", 25],
    ["U8", "membersAdmitted", "2025-M05", 2],
    ["U9", "membersTotal", "2025-M05", 10],
    ["U9", "workersTotal", "2025-M05", 12],
    ["U9", "membersAdmitted", "2025-M05", 1],
  );
  await office.client.units.end({
    uid: await office.uidOf("U8"),
    kind: "dissolved",
    endedOn: "2025-05-20",
    decisionNumber: "5/QĐ-LĐLĐ",
  });
  await approveMay(office.client);
  const { totals, lines } = await office.client.history.reported({ form: "month", period: "2025-M05" });
  expect(lines).toEqual([]);
  const sumsOf = (element: string) =>
    totals.filter((total) => total.element === element).map(({ reported, now }) => [reported, now]);
  // 10 of U9 and 40 of the union that `approveMay` adds; the 20 of U8 went with it.
  expect(sumsOf("membersTotal")).toEqual([[50, 50]]);
  expect(sumsOf("membersAdmitted")).toEqual([[3, 3]]);
});

it("the sum of a stock leaves out a union that has ended since the report, and keeps its own cell", async () => {
  await addUnion(office.client, "U9", "CĐCS Chín");
  await enter(["U9", "membersTotal", "2025-M05", 10], ["U9", "workersTotal", "2025-M05", 12]);
  const successor = await approveMay(office.client);
  await office.client.units.end({
    uid: await office.uidOf("U9"),
    kind: "merged",
    endedOn: "2025-05-15",
    successors: [successor],
    decisionNumber: null,
    decidedOn: null,
    receiver: null,
  });
  const { totals, lines } = await office.client.history.reported({ form: "month", period: "2025-M05" });
  expect(lines).toEqual([]);
  expect(totals.find(({ element }) => element === "membersTotal")).toMatchObject({ reported: 50, now: 40 });
});

it("the five programmes of the sources are there to be read before any is adopted, the results of Hà Nội among them", async () => {
  const programmes = await office.client.history.programmes();
  expect(programmes.map(({ code }) => code).toSorted()).toEqual([
    "AG-1979",
    "BT-2024",
    "HN-NQ02",
    "NA-2021",
    "TLD-2021",
  ]);
  expect(programmes.every(({ adoptedAt, evaluated }) => adoptedAt === null && evaluated === null)).toBe(true);
  const hanoi = await office.client.history.programme({ code: "HN-NQ02" });
  const state = hanoi.results.find(({ result }) => result.id === "R003-05a");
  // domain.md §b.4: "trên 93 %" answers T000-14a (từ 80 % trở lên): met, and still a bound.
  expect(state?.result.values).toMatchObject([{ amount: 9300, bound: "gt" }]);
  expect(state?.answers).toMatchObject([
    {
      target: "T000-14a",
      programme: "TLD-2021",
      verdict: "met",
      asked: { comparator: "gte", value: { amount: 8000 } },
    },
  ]);
  const turns = hanoi.results.find(({ result }) => result.id === "R003-03b");
  expect(turns?.answers).toMatchObject([{ target: "T000-05", verdict: "notComparable" }]);
  // Of the seven targets Hà Nội answers five are met, two cannot be compared (§b.4).
  expect(programmes.find(({ code }) => code === "HN-NQ02")?.published).toEqual({
    period: null,
    total: 7,
    reached: 5,
    byStatus: { met: 5, notComparable: 2 },
  });
});

it("programmes are compared where they ask for the same thing", async () => {
  const { programmes, measures } = await office.client.history.compareProgrammes();
  const informed = measures.find(({ cells }) => cells.some((cell) => cell?.target === "T000-01"));
  const cellOf = (code: string) => informed?.cells[programmes.findIndex((row) => row.code === code)];
  expect(cellOf("TLD-2021")).toMatchObject({ asked: { comparator: "gte", value: { amount: 7000 } } });
  expect(cellOf("AG-1979")).toMatchObject({
    target: "T001-02",
    asked: { comparator: "gt", value: { amount: 8000 } },
  });
  expect(cellOf("HN-NQ02")?.published).toMatchObject([
    { amount: 9500, bound: "eq" },
    { amount: 9500, bound: "gt" },
  ]);
  expect(cellOf("BT-2024")).toBeNull();
});

it("an adopted programme is judged at every year of its term that has figures", async () => {
  await addUnion(office.client, "U1", "CĐCS Một");
  await office.client.programmes.adopt({ code: "AG-1979" });
  await enter(["U1", "membersTotal", "2023-M12", 5], ["U1", "membersTotal", "2024-M12", 6]);
  const { periods, rows } = await office.client.history.verdicts({ code: "AG-1979" });
  expect(periods).toEqual(["2023", "2024"]);
  expect(rows).toHaveLength(21);
  // T001-14 is judged at its own year 2025: in progress before.
  const share = rows.find(({ target }) => target === "T001-14");
  expect(share?.years.map((year) => year?.status)).toEqual(["inProgress", "inProgress"]);
});
