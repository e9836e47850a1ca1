// A stick with the reports of several districts, at a province's desk: what is told of each file, and what is taken in when.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { zipNames } from "../../../test/support/zip-names.ts";
import {
  acceptAll,
  type District,
  enter,
  look,
  offered,
  PASSPHRASE,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { codeOf, resultOf } from "../../../test/support/test-office.ts";

const DECEMBER = { form: "month", period: "2025-M12" } as const;
const YEAR = { form: "year", period: "2025" } as const;

let world: ProvinceWorld;
let province: Province;
let b: District;
let c: District;
beforeEach(async () => {
  world = new ProvinceWorld();
  province = await world.province();
  b = await world.district("B", ["U1", "U2"], province);
  c = await world.district("C", ["V1"], province);
}, 60_000);
afterEach(() => world.close());

async function yearOf(district: District, unit: string, members: number) {
  const others = (await district.client.units.list({})).units.filter(({ code }) => code !== unit);
  await enter(district, [
    [unit, "membersTotal", "2025", members],
    ...others.map(({ code }) => [code, "membersTotal", "2025", 10] as const),
  ]);
  return report(district, YEAR);
}

it("every file of a stick is told for itself, and nothing is taken in before somebody says so", async () => {
  const fromB = await yearOf(b, "U1", 41);
  const fromC = await yearOf(c, "V1", 30);
  const damaged = Buffer.from(fromC.bytes);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 400) ^ 1, damaged.length - 400);
  const batch = await look(province, [
    ["ten khac.zip", fromB.bytes],
    ["B (1).goi", fromB.bytes],
    ["hong.goi", damaged],
    ["C.goi", fromC.bytes],
    ["rong.goi", new Uint8Array()],
  ]);
  expect(batch.files.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
    ["ten khac.zip", "clean"],
    ["B (1).goi", "repeated"],
    ["hong.goi", "refused"],
    ["C.goi", "clean"],
    ["rong.goi", "refused"],
  ]);
  expect(batch.files[2]?.fault?.sentence).toMatch(/\p{L}/u);
  expect(batch.files[4]?.fault?.code).toBe("E_EMPTY");
  expect(batch.files[0]).toMatchObject({ issuer: { code: "B" }, period: "2025", units: 2, unitsAnswered: 2 });
  expect((await province.client.submissions.received()).filter(({ kind }) => kind === "submission")).toEqual([]);

  const taken = await acceptAll(province, batch);
  expect(taken.files.map(({ outcome }) => outcome)).toEqual([
    "accepted",
    "repeated",
    "refused",
    "accepted",
    "refused",
  ]);
  const receipts = await province.client.desk.receipts({ batchId: batch.batchId });
  const names = zipNames(offered(province.host, receipts.ticket));
  expect(names).toHaveLength(2);
  expect(names.toSorted()).toEqual(
    taken.files.flatMap(({ receiptFileName }) => receiptFileName ?? []).toSorted(),
  );

  // The same stick again: nothing changes, and the receipts are handed out again.
  const again = await look(province, [
    ["a", fromB.bytes],
    ["b", fromC.bytes],
  ]);
  expect(again.files.map(({ outcome }) => outcome)).toEqual(["duplicate", "duplicate"]);
  const repeated = await province.client.desk.receipts({ batchId: again.batchId });
  expect(zipNames(offered(province.host, repeated.ticket)).toSorted()).toEqual(names.toSorted());
}, 60_000);

it("two reports of one office that come in the wrong order are both clean, and are taken in in the order of sending", async () => {
  await enter(b, [
    ["U1", "membersTotal", "2025-M12", 40],
    ["U2", "membersTotal", "2025-M12", 20],
  ]);
  const december = await report(b, DECEMBER);
  const year = await yearOf(b, "U1", 41);
  const alone = await look(province, [["nam.goi", year.bytes]]);
  expect(alone.files[0]).toMatchObject({ outcome: "attention", warnings: [{ code: "W_SEQ_GAP" }] });
  const both = await look(province, [
    ["nam.goi", year.bytes],
    ["thang.goi", december.bytes],
  ]);
  expect(both.files[0]).toMatchObject({ outcome: "clean", warnings: [] });
  const taken = await acceptAll(province, both);
  expect(taken.files.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
  const log = await province.client.submissions.received();
  expect(log.filter(({ kind }) => kind === "submission")).toHaveLength(2);
}, 60_000);

it("a wrong passphrase takes nothing in, and a batch that was let go is gone with its copies", async () => {
  const { bytes } = await yearOf(c, "V1", 30);
  const batch = await look(province, [["C.goi", bytes]]);
  const wrong = province.client.desk.accept({ batchId: batch.batchId, files: [0], passphrase: "sai hẳn rồi" });
  expect(await codeOf(wrong.then(resultOf))).toBe("PASSPHRASE_WRONG");
  const copies = join(province.host.context.workspace.folder, "desk", batch.batchId);
  expect(readdirSync(copies)).toHaveLength(1);
  await province.client.desk.dismiss({ batchId: batch.batchId });
  expect(() => readdirSync(copies)).toThrow();
  expect(await codeOf(province.client.desk.open({ batchId: batch.batchId }))).toBe("DESK_UNKNOWN");
}, 60_000);

it("a job that is called off leaves what was taken in, and the rest can be taken in afterwards", async () => {
  const fromB = await yearOf(b, "U1", 41);
  const fromC = await yearOf(c, "V1", 30);
  const batch = await look(province, [
    ["B.goi", fromB.bytes],
    ["C.goi", fromC.bytes],
  ]);
  const aborter = new AbortController();
  const job = await province.client.desk.accept(
    { batchId: batch.batchId, files: [0, 1], passphrase: PASSPHRASE },
    { signal: aborter.signal },
  );
  for (;;) {
    const { value } = await job.next();
    if (value && "step" in value && value.step === "accepting") break;
  }
  aborter.abort();
  await job.next().catch(() => undefined);
  const halfway = await province.client.desk.open({ batchId: batch.batchId });
  expect(halfway.files.map(({ outcome }) => outcome)).toEqual(["accepted", "clean"]);
  const done = await acceptAll(province, halfway);
  expect(done.files.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
}, 60_000);

it("a file that is pulled away between looking and taking in is told, and the others are taken in", async () => {
  const fromB = await yearOf(b, "U1", 41);
  const fromC = await yearOf(c, "V1", 30);
  const batch = await look(province, [
    ["B.goi", fromB.bytes],
    ["C.goi", fromC.bytes],
  ]);
  rmSync(join(province.host.context.workspace.folder, "desk", batch.batchId, "0.goi"));
  const taken = await acceptAll(province, batch);
  expect(taken.files.map(({ outcome, fault }) => [outcome, fault?.code ?? null])).toEqual([
    ["refused", "E_IO_READ"],
    ["accepted", null],
  ]);
}, 60_000);

it("the board says who reported, how late and how complete; the review shows what stands out", async () => {
  await enter(b, [
    ["U1", "membersTotal", "2025-M11", 200],
    ["U2", "membersTotal", "2025-M11", 20],
  ]);
  const november = await report(b, { form: "month", period: "2025-M11" });
  await enter(b, [
    ["U1", "membersTotal", "2025-M12", 612],
    ["U2", "membersTotal", "2025-M12", 21],
  ]);
  const december = await report(b, DECEMBER);
  await acceptAll(
    province,
    await look(province, [
      ["11.goi", november.bytes],
      ["12.goi", december.bytes],
    ]),
  );
  const board = await province.client.desk.board({ period: "2025-M12" as never });
  expect(board.offices.map(({ code, units, unitsAnswered, digest }) => [code, units, unitsAnswered, digest])).toEqual([
    ["B", 2, 2, december.digest],
    ["C", null, null, null],
  ]);
  expect(board.offices[1]?.state).toBe(board.today > board.dueOn ? "late" : "awaited");

  const review = await province.client.desk.review({ digest: december.digest });
  expect(review).toMatchObject({ before: "2025-M11", lastYear: null, unitsChecked: 2 });
  const members = review.totals.find(({ element }) => element === "membersTotal");
  expect(members).toMatchObject({ now: 633, before: 220, lastYear: null });
  // 612 against 200 is more than 30 %; 21 against 20 is not; the sums 633 and 220 are.
  expect(
    review.outliers.filter(({ rule }) => rule === "V21").map(({ unit, explanation }) => [unit?.code, explanation]),
  ).toEqual([
    [undefined, null],
    ["U1", "đã kiểm tra lại với đơn vị"],
  ]);
}, 60_000);
