// A stick with the reports of several districts, at a province's desk: what is told of each file, and what is taken in when.
// Over 300 lines because one province with its districts and their files serves every test.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { zipNames } from "../../../test/support/zip-names.ts";
import { inspect, takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import {
  acceptAll,
  type District,
  enter,
  look,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { codeOf, offered, resultOf, uploaded } from "../../../test/support/test-office.ts";
import type { ConsolidationView } from "../../../shared/contract/consolidation.ts";
import type { DeskBatch } from "../../../shared/contract/desk.ts";
import { listEncryptionKeys } from "../../database/queries/encryption-keys.ts";
import { encryptBundle } from "../../exchange/encryption.ts";

const monthly = (month: string) => ({ form: "month", period: `2025-M${month}` }) as const;

let world: ProvinceWorld;
let province: Province;
let b: District;
let c: District;
beforeAll(async () => {
  world = new ProvinceWorld();
  province = await world.province();
  b = await world.district("B", ["U1", "U2"], province);
  c = await world.district("C", ["V1"], province);
}, 60_000);
afterAll(() => world.close());

/** The report of a month in which every union has the same number of members. */
async function monthOf(district: District, month: string, members: number) {
  const { units } = await district.client.units.list({});
  await enter(
    district,
    units.map(({ code }) => [code, "membersTotal", `2025-M${month}`, members] as const),
  );
  return report(district, monthly(month));
}

it("every file of a stick is told for itself, and nothing is taken in before somebody says so", async () => {
  const fromB = await monthOf(b, "01", 41);
  const fromC = await monthOf(c, "01", 30);
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
  expect(batch.files[0]).toMatchObject({
    issuer: { code: "B" },
    period: "2025-M01",
    units: 2,
    unitsAnswered: 2,
  });
  expect((await province.client.submissions.received()).filter(({ kind }) => kind === "submission")).toEqual(
    [],
  );

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
  const february = await monthOf(b, "02", 41);
  const march = await monthOf(b, "03", 41);
  const alone = await look(province, [["3.goi", march.bytes]]);
  expect(alone.files[0]).toMatchObject({ outcome: "attention", warnings: [{ code: "W_SEQ_GAP" }] });
  const both = await look(province, [
    ["3.goi", march.bytes],
    ["2.goi", february.bytes],
  ]);
  expect(both.files[0]).toMatchObject({ outcome: "clean", warnings: [] });
  const taken = await acceptAll(province, both);
  expect(taken.files.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted"]);
  const periods = (await province.client.submissions.received()).map(({ period }) => period);
  expect(periods).toEqual(expect.arrayContaining(["2025-M02", "2025-M03"]));
}, 60_000);

it("a job that is called off leaves what was taken in, and the rest can be taken in afterwards", async () => {
  const fromB = await monthOf(b, "04", 41);
  const fromC = await monthOf(c, "04", 30);
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
  const fromB = await monthOf(b, "05", 41);
  const fromC = await monthOf(c, "05", 30);
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
  const november = await report(b, monthly("11"));
  await enter(b, [
    ["U1", "membersTotal", "2025-M12", 612],
    ["U2", "membersTotal", "2025-M12", 21],
  ]);
  const december = await report(b, monthly("12"));
  const batch = await look(province, [
    ["11.goi", november.bytes],
    ["12.goi", december.bytes],
  ]);
  const taken = await acceptAll(province, batch);
  expect(taken.files.map(({ outcome, fault }) => [outcome, fault])).toEqual([
    ["accepted", null],
    ["accepted", null],
  ]);
  // Encrypted to this office nothing is known of it without the passphrase.
  const [own] = listEncryptionKeys(province.host.context.workspace.db);
  const encrypted = await encryptBundle(december.bytes, [own?.recipient ?? ""]);
  const ticket = await uploaded(province.host, encrypted);
  const { batchId } = await province.client.desk.add({
    batchId: null,
    files: [{ ticket, fileName: "12.goi.age" }],
  });
  const closed: DeskBatch = await resultOf(await province.client.desk.verify({ batchId }));
  expect(closed.files[0]).toMatchObject({ outcome: "locked", issuer: null, digest: null });
  const opened: DeskBatch = await resultOf(
    await province.client.desk.verify({ batchId, passphrase: PASSPHRASE }),
  );
  expect(opened.files[0]).toMatchObject({ outcome: "duplicate", digest: december.digest });
  const board = await province.client.desk.board({ period: "2025-M12" });
  expect(
    board.offices.map(({ code, units, unitsAnswered, digest }) => [code, units, unitsAnswered, digest]),
  ).toEqual([
    ["B", 2, 2, december.digest],
    ["C", null, null, null],
  ]);
  expect(board.offices[1]?.state).toBe(board.today > board.dueOn ? "late" : "awaited");

  // It is 10/01/2026 and the book was made today: of last year only what somebody has begun to report is awaited.
  const awaited = (await province.client.office.today()).filter(({ kind }) => kind === "reports");
  expect(
    awaited
      .filter(({ form }) => form === "month")
      .map(({ period, unitsIn, unitsExpected, daysLeft }) => [period, unitsIn, unitsExpected, daysLeft])
      .filter(([period]) => ["2025-M10", "2025-M12", "2026-M01", "2026-M02"].includes(String(period))),
  ).toEqual([
    ["2025-M12", 1, 2, -21],
    ["2026-M01", 0, 2, 10],
  ]);

  const review = await province.client.desk.review({ digest: december.digest });
  expect(review).toMatchObject({ before: "2025-M11", lastYear: null, unitsChecked: 2 });
  const members = review.totals.find(({ element }) => element === "membersTotal");
  expect(members).toMatchObject({ now: 633, before: 220, lastYear: null });
  // 612 against 200 is more than 30 %; 21 against 20 is not; the sums 633 and 220 are.
  expect(
    review.outliers
      .filter(({ rule }) => rule === "V21")
      .map(({ unit, explanation }) => [unit?.code, explanation]),
  ).toEqual([
    [undefined, null],
    ["U1", "đã kiểm tra lại với đơn vị"],
  ]);
}, 60_000);

it("an office is asked for the periods at whose end it was the province's, and for no other", async () => {
  const asked = async (period: string) => {
    const { offices, elsewhere, periods } = await province.client.desk.board({ period });
    expect(periods.find((row) => row.period === period)?.expected).toBe(offices.length);
    return [offices.map(({ code }) => code), elsewhere.map(({ code }) => code)];
  };
  const term = (fromOn: string | null, untilOn: string | null) =>
    province.client.desk.setTerm({ code: "C", fromOn, untilOn });
  expect(await asked("2026-M05")).toEqual([["B", "C"], []]);
  await term("2026-06-10", "2026-09-30");
  // It came in the middle of June and left on the last day of the third quarter.
  expect(await asked("2026-M05")).toEqual([["B"], ["C"]]);
  expect(await asked("2026-M06")).toEqual([["B", "C"], []]);
  expect(await asked("2026-Q3")).toEqual([["B", "C"], []]);
  expect(await asked("2026-M10")).toEqual([["B"], ["C"]]);
  const may: ConsolidationView = await resultOf(
    await province.client.consolidation.open({ period: "2026-M05" }),
  );
  expect(may.offices.map(({ code }) => code)).toEqual(["B"]);
  // A report that came all the same is shown, whoever it was due from.
  expect(await asked("2025-M01")).toEqual([["B", "C"], []]);
  expect(await codeOf(term("2026-06-10", "2026-06-09"))).toBe("TERM_REVERSED");
  await term(null, null);
  expect(await asked("2026-M05")).toEqual([["B", "C"], []]);
}, 30_000);

it("a report on the desk is read, reviewed and sent back in one act, before anything was taken in", async () => {
  const { bytes, digest } = await monthOf(c, "09", 31);
  const batch = await look(province, [["C.goi", bytes]]);
  expect(batch.files[0]).toMatchObject({ outcome: "clean", digest });
  expect(await province.client.desk.latest()).toEqual(batch);
  const opened = await resultOf(province.client.submissions.open({ digest }));
  expect(opened).toMatchObject({ received: null, sent: null, issuer: { code: "C" } });
  expect((await province.client.desk.review({ digest })).unitsChecked).toBe(1);
  const reply = (result: "accepted" | "returned", message?: string) =>
    province.client.corrections.reply({
      digest,
      passphrase: PASSPHRASE,
      verdict: {
        result,
        dueOn: null,
        remarks: message === undefined ? [] : [{ place: null, message }],
      },
    });
  // A first answer that sends a report back says why.
  expect(await codeOf(reply("returned"))).toBe("NO_REMARKS");
  expect(await province.client.submissions.received()).not.toContainEqual(
    expect.objectContaining({ digest }),
  );
  const { offer } = await reply("returned", "thiếu hai đơn vị");
  expect((await province.client.submissions.received()).find((row) => row.digest === digest)).toMatchObject({
    state: "returned",
    receiptFileName: offer.fileName,
  });
  expect((await province.client.desk.latest())?.files[0]).toMatchObject({
    outcome: "returned",
    receiptFileName: offer.fileName,
  });
  const receipts = await province.client.desk.receipts({ batchId: batch.batchId });
  expect(zipNames(offered(province.host, receipts.ticket))).toEqual([offer.fileName]);
  // What was answered on the desk is not taken in a second time with the rest of it.
  expect(await codeOf(reply("returned", "lần nữa"))).toBe("ALREADY_RETURNED");
  const { submission } = await takeIn(c, offered(province.host, offer.ticket));
  expect(submission?.state).toBe("returned");
  await province.client.desk.dismiss({ batchId: batch.batchId });
}, 30_000);

it("a report that is only looked at is accepted as it is with one answer", async () => {
  const { bytes, digest } = await monthOf(c, "10", 31);
  await inspect(province, bytes);
  const accept = () =>
    province.client.corrections.reply({
      digest,
      passphrase: PASSPHRASE,
      verdict: { result: "accepted", remarks: [], dueOn: null },
    });
  await accept();
  expect((await province.client.submissions.received()).find((row) => row.digest === digest)?.state).toBe(
    "accepted",
  );
  expect(await codeOf(accept())).toBe("NO_REMARKS");
}, 30_000);

it("a wrong passphrase takes nothing in, and a batch that was let go is gone with its copies", async () => {
  const { bytes } = await monthOf(c, "06", 30);
  const batch = await look(province, [["C.goi", bytes]]);
  const wrong = province.client.desk.accept({
    batchId: batch.batchId,
    files: [0],
    passphrase: "sai hẳn rồi",
  });
  expect(await codeOf(resultOf(wrong))).toBe("PASSPHRASE_WRONG");
  const copies = join(province.host.context.workspace.folder, "desk", batch.batchId);
  expect(readdirSync(copies)).toHaveLength(1);
  await province.client.desk.dismiss({ batchId: batch.batchId });
  expect(() => readdirSync(copies)).toThrow();
  expect(await codeOf(province.client.desk.open({ batchId: batch.batchId }))).toBe("DESK_UNKNOWN");
}, 60_000);

it("a report answered in another window while many are taken in keeps that answer", async () => {
  const fromB = await monthOf(b, "07", 41);
  const fromC = await monthOf(c, "07", 30);
  const batch = await look(province, [
    ["B.goi", fromB.bytes],
    ["C.goi", fromC.bytes],
  ]);
  const job = await province.client.desk.accept({
    batchId: batch.batchId,
    files: [0, 1],
    passphrase: PASSPHRASE,
  });
  for (;;) {
    const { value } = await job.next();
    if (value && "step" in value && value.step === "accepting") break;
  }
  const { offer } = await province.client.corrections.reply({
    digest: fromC.digest,
    passphrase: PASSPHRASE,
    verdict: { result: "returned", dueOn: null, remarks: [{ place: null, message: "thiếu đơn vị" }] },
  });
  const done = await resultOf(job);
  expect(done.files).toMatchObject([
    { outcome: "accepted" },
    { outcome: "returned", fault: null, receiptFileName: offer.fileName },
  ]);
}, 60_000);

it("a report whose key was revoked since it was looked at is neither answered nor taken in", async () => {
  const d = await world.district("D", ["W1"], province);
  const { bytes, digest } = await monthOf(d, "01", 12);
  const { previewId } = await resultOf(
    province.client.submissions.inspect({
      ticket: await uploaded(province.host, bytes),
      fileName: "D.goi",
    }),
  );
  const keyid = (await d.client.keys.status()).keys[0]?.keyid ?? "";
  await province.client.trust.change({
    passphrase: PASSPHRASE,
    change: { kind: "revoke", keyid, reason: "Máy bị mất", knownGood: [] },
  });
  const refused = { code: "BUNDLE_REFUSED", data: { code: "E_KEY_REVOKED" } };
  const accepted = province.client.submissions.accept({ previewId, passphrase: PASSPHRASE });
  await expect(accepted).rejects.toMatchObject(refused);
  const answered = province.client.corrections.reply({
    digest,
    passphrase: PASSPHRASE,
    verdict: { result: "accepted", remarks: [], dueOn: null },
  });
  await expect(answered).rejects.toMatchObject(refused);
  const received = await province.client.submissions.received();
  expect(received.map((row) => row.digest)).not.toContain(digest);
}, 60_000);

it("in January the desk opens at the last period that was due, though the new year has begun", async () => {
  const { office, today } = await province.client.office.status();
  expect(today).toMatch(/^2026-01-/);
  expect(office?.workingYear).toBe(2025);
  const opened = await province.client.desk.board({ year: 2025 });
  expect(opened.period).toBe((await province.client.desk.board({})).period);
  expect(opened.dueOn <= today).toBe(true);
});

it("the province's programmes have no result of its own register: they lead to the consolidation the desk opens at", async () => {
  await province.client.programmes.adopt({ code: "TLD-2021" });
  const { period } = await province.client.desk.board({});
  expect(await province.client.evaluation.summaries()).toMatchObject([
    { code: "TLD-2021", result: null, consolidatedIn: period },
  ]);
  await b.client.programmes.adopt({ code: "TLD-2021" });
  expect(await b.client.evaluation.summaries()).toMatchObject([{ code: "TLD-2021", consolidatedIn: null }]);
});
