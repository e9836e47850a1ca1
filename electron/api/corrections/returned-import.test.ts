// Files into a report that came back: what the return opened is taken, everything else is refused with a sentence.
import { afterAll, beforeAll, expect, it } from "vitest";
import { answered } from "../../../test/support/answered-template.ts";
import { takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import {
  acceptAll,
  type District,
  enter,
  look,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { codeOf, offered, resultOf, uploaded } from "../../../test/support/test-office.ts";
import { cellBlock } from "../../../shared/domain/cell-block.ts";
import type { CollectPreview } from "../../../shared/contract/collect.ts";

const JANUARY = { form: "month", period: "2025-M01" } as const;

let world: ProvinceWorld;
let district: District;
let uids: ReadonlyMap<string, string>;
/** The sheet both unions answered on, written before the report. */
let sheet: Uint8Array;
const uid = (code: string) => uids.get(code) ?? "";

/** January of two unions was sent and came back: only the members of U1 are open. */
beforeAll(async () => {
  world = new ProvinceWorld();
  const province = await world.province();
  district = await world.district("B", ["U1", "U2"], province);
  const { client, host } = district;
  uids = new Map((await client.units.list({})).units.map(({ code, uid: id }) => [code, id]));
  const { offers } = await resultOf(
    await client.collect.writeTemplates({ ...JANUARY, units: [uid("U1"), uid("U2")], kind: "many" }),
  );
  sheet = offered(host, offers[0]?.ticket);
  await enter(district, [
    ["U1", "membersTotal", "2025-M01", 612],
    ["U2", "membersTotal", "2025-M01", 100],
  ]);
  const { bytes, digest } = await report(district, JANUARY);
  await acceptAll(province, await look(province, [["B.goi", bytes]]));
  const place = { unit: uid("U1"), element: "membersTotal", period: "2025-M01" as never };
  const { offer } = await province.client.corrections.reply({
    digest,
    passphrase: PASSPHRASE,
    verdict: { result: "returned", dueOn: null, remarks: [{ place, message: "đảo chữ số?" }] },
  });
  await takeIn(district, offered(province.host, offer.ticket));
}, 60_000);
afterAll(() => world.close());

const members = async (code: string) =>
  (
    await district.client.entries.details({
      unit: uid(code),
      element: "membersTotal",
      period: JANUARY.period,
    })
  ).entry;

it("a file of entries changes the opened cell, refuses the others, and is taken back whole", async () => {
  const { client, host } = district;
  const lines = [
    "unit_code,element,period,value",
    "U1,membersTotal,2025-M01,216",
    "U2,membersTotal,2025-M01,101",
  ];
  const seen = await client.imports.preview({
    ticket: await uploaded(host, Buffer.from(lines.join("\n"))),
    fileName: "so-lieu.csv",
    kind: "entries",
  });
  expect(seen.counts).toMatchObject({ changed: 1, rejected: 1 });
  expect(seen.lines.find(({ outcome }) => outcome === "rejected")?.reasons).toMatchObject([
    { column: "value", code: "CELL_CLOSED" },
  ]);
  const { batchUid, applied } = await resultOf(await client.imports.apply({ previewId: seen.previewId }));
  expect(applied).toBe(1);
  expect([await members("U1"), await members("U2")]).toMatchObject([{ value: 216 }, { value: 100 }]);
  await client.imports.undo({ batchUid });
  expect(await members("U1")).toMatchObject({ value: 612 });
}, 30_000);

it("pasted cells are taken where each of them is open, and all refused where one is not", async () => {
  const { client } = district;
  const paste = async (...cells: readonly (readonly [code: string, value: number])[]) =>
    client.entries.saveMany({
      source: "pasted",
      period: JANUARY.period,
      block: cellBlock(
        await Promise.all(
          cells.map(async ([code, value]) => {
            const cell = { unit: uid(code), element: "membersTotal", period: JANUARY.period };
            const { revision } = await client.entries.details(cell);
            return { ...cell, entry: { state: "value", value } as const, revision, isEstimate: false };
          }),
        ),
      ),
    });
  expect(await codeOf(paste(["U1", 216], ["U2", 101]))).toBe("PERIOD_LOCKED");
  expect([await members("U1"), await members("U2")]).toMatchObject([{ value: 612 }, { value: 100 }]);
  expect((await paste(["U1", 216])).refused).toEqual([]);
  expect(await members("U1")).toMatchObject({ value: 216 });
  await paste(["U1", 612]);
}, 30_000);

it("a file over an opened cell and a period that is not locked is taken back whole", async () => {
  const { client, host } = district;
  const csv = "unit_code,element,period,value\nU1,membersTotal,2025-M01,216\nU1,membersTotal,2025-M02,7\n";
  const seen = await client.imports.preview({
    ticket: await uploaded(host, Buffer.from(csv)),
    fileName: "hai-thang.csv",
    kind: "entries",
  });
  const { batchUid, applied } = await resultOf(await client.imports.apply({ previewId: seen.previewId }));
  expect(applied).toBe(2);
  await client.imports.undo({ batchUid });
  expect(await members("U1")).toMatchObject({ value: 612 });
}, 30_000);

it("a period that is locked after the preview is named when the file is applied", async () => {
  const { client, host } = district;
  const march = { form: "month", period: "2025-M03" } as const;
  await enter(district, [
    ["U1", "membersTotal", march.period, 5],
    ["U2", "membersTotal", march.period, 5],
  ]);
  const csv = `unit_code,element,period,value\nU1,membersTotal,${march.period},6\n`;
  const seen = await client.imports.preview({
    ticket: await uploaded(host, Buffer.from(csv)),
    fileName: "thang-ba.csv",
    kind: "entries",
  });
  await report(district, march);
  expect(await codeOf(resultOf(await client.imports.apply({ previewId: seen.previewId })))).toBe(
    "PERIOD_LOCKED",
  );
}, 30_000);

it("a collected sheet changes the opened cell and says of the others that they are not open", async () => {
  const { client, host } = district;
  const bytes = await answered(sheet, [
    { unit: uid("U1"), element: "membersTotal", value: 216 },
    { unit: uid("U2"), element: "membersTotal", value: 101 },
  ]);
  const seen: CollectPreview = await resultOf(
    await client.collect.preview({
      previewId: null,
      files: [{ ticket: await uploaded(host, bytes), fileName: "phieu.xlsx" }],
      expect: JANUARY,
    }),
  );
  const [file] = seen.files;
  expect(file).toMatchObject({ state: "ready", fault: null, counts: { rejected: 1 } });
  const { cells } = await client.collect.file({ previewId: seen.previewId, file: file?.id ?? -1 });
  expect(cells.find(({ outcome }) => outcome === "rejected")).toMatchObject({
    unit: { code: "U2" },
    reason: "CELL_CLOSED",
  });
  await resultOf(
    await client.collect.apply({
      previewId: seen.previewId,
      files: [{ id: file?.id ?? -1, conflicts: "replace" }],
    }),
  );
  expect([await members("U1"), await members("U2")]).toMatchObject([{ value: 216 }, { value: 100 }]);
}, 30_000);

it("once the correction is sent nothing is open any more", async () => {
  const { client, host } = district;
  await report(district, JANUARY);
  const csv = "unit_code,element,period,value\nU1,membersTotal,2025-M01,217\n";
  const seen = await client.imports.preview({
    ticket: await uploaded(host, Buffer.from(csv)),
    fileName: "so-lieu.csv",
    kind: "entries",
  });
  expect(await codeOf(resultOf(await client.imports.apply({ previewId: seen.previewId })))).toBe(
    "PERIOD_LOCKED",
  );
  expect(await members("U1")).toMatchObject({ value: 216 });
}, 30_000);
