// Taking reports in on a disk of the province that is full: before or after, never between (security.md F4). The room is given 4 KiB
// by 4 KiB, so that it runs out in the archive, in the transaction and nowhere.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
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
import { codeOf, offered } from "../../../test/support/test-office.ts";
import { canMount, fill, SmallDisks, whyNoMount } from "../../../test/support/small-disk.ts";
import { openForInspection } from "../../database/connection.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const MONTHS = ["2025-M05", "2025-M06", "2025-M07", "2025-M08", "2025-M09"].map(
  (period) => ({ form: "month", period }) as const,
);
const PIECE_BYTES = 4096;
const MEBIBYTES_24 = 24 * 1024;
const COMMAND_LINE = join(import.meta.dirname, "..", "..", "cli", "index.ts");

let world: ProvinceWorld;
let data: string;
let province: Province;
let district: District;
const disks = new SmallDisks();

beforeAll(async () => {
  if (!canMount) return;
  world = new ProvinceWorld();
  data = join(world.folder, "tinh");
  disks.mount(data, MEBIBYTES_24);
  province = await world.province();
  district = await world.district("B", ["U1"], province);
  await enter(
    district,
    MONTHS.map(({ period }) => ["U1", "membersTotal", period, 40] as const),
  );
});
afterAll(async () => {
  if (!canMount) return;
  await world.release();
  disks.unmount();
  await world.close();
});

const COUNTED = {
  reports: "bundle_log WHERE kind = 'submission'",
  replies: "given_reply",
  signed: "outgoing WHERE kind IN ('receipt', 'return')",
  remarks: "remark",
  acts: "audit",
};
function countsIn({ host }: Province): Record<keyof typeof COUNTED, number> {
  const { raw } = host.context.workspace.db;
  const count = (rows: string) => Number(raw.prepare(`SELECT count(*) FROM ${rows}`).pluck().get());
  return {
    reports: count(COUNTED.reports),
    replies: count(COUNTED.replies),
    signed: count(COUNTED.signed),
    remarks: count(COUNTED.remarks),
    acts: count(COUNTED.acts),
  };
}

/** The next report of the district, signed. */
async function nextReport(): Promise<{ readonly bytes: Uint8Array; readonly digest: string }> {
  const month = MONTHS.shift();
  if (!month) throw new RangeError("no month is left");
  return report(district, month);
}

/** Files of the archive are whole under their own digest, or not there. */
function expectArchiveWhole(): void {
  const archive = join(data, "archive");
  if (!existsSync(archive)) return;
  expect(
    readdirSync(archive, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".partial")),
  ).toEqual([]);
}

/** Tries with more room each time until it is done. @returns the codes of what had too little */
async function untilItFits(attempt: () => Promise<unknown>, before: () => void): Promise<Set<string>> {
  const codes = new Set<string>();
  for (let pieces = 0; ; pieces += 1 + Math.floor(pieces / 2)) {
    const giveBack = fill(data, pieces * PIECE_BYTES);
    const code = await codeOf(attempt());
    giveBack();
    if (code === "done") return codes;
    codes.add(code);
    before();
  }
}

async function expectAnswered(ticket: string, state: string): Promise<void> {
  const { submission } = await takeIn(district, offered(province.host, ticket));
  expect(submission?.state).toBe(state);
}

it.skipIf(!canMount)(
  `a report is taken in with its receipt or not at all, and the same look at it does once there is room${whyNoMount}`,
  async () => {
    const { bytes } = await nextReport();
    const { previewId } = await inspect(province, bytes);
    const before = countsIn(province);
    let receipt = "";
    const codes = await untilItFits(
      async () => {
        const accepted = await province.client.submissions.accept({ previewId, passphrase: PASSPHRASE });
        receipt = accepted.receipt?.ticket ?? "";
      },
      () => {
        expect(countsIn(province)).toEqual(before);
        expectArchiveWhole();
      },
    );
    // In the archive and in the transaction; both are told as the disk of the office.
    expect(codes).toEqual(new Set(["OFFICE_DISK_FULL", "SQLITE_FULL"]));
    const { reports, replies, signed } = before;
    expect(countsIn(province)).toMatchObject({
      reports: reports + 1,
      replies: replies + 1,
      signed: signed + 1,
    });
    expect((await province.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
    await expectAnswered(receipt, "receipted");
  },
);

it.skipIf(!canMount)(
  `a report that is sent back as it comes is there with its remarks or not at all${whyNoMount}`,
  async () => {
    const { bytes, digest } = await nextReport();
    await inspect(province, bytes);
    const before = countsIn(province);
    let returned = "";
    const codes = await untilItFits(
      async () => {
        const { offer } = await province.client.corrections.reply({
          digest,
          passphrase: PASSPHRASE,
          verdict: { result: "returned", remarks: [{ place: null, message: "thiếu phụ lục" }] },
        });
        returned = offer.ticket;
      },
      () => {
        expect(countsIn(province)).toEqual(before);
        expectArchiveWhole();
      },
    );
    expect([...codes].filter((code) => code !== "OFFICE_DISK_FULL" && code !== "SQLITE_FULL")).toEqual([]);
    const { reports, replies, signed, remarks } = before;
    expect(countsIn(province)).toMatchObject({
      reports: reports + 1,
      replies: replies + 1,
      signed: signed + 1,
      remarks: remarks + 1,
    });
    await expectAnswered(returned, "returned");
  },
);

it.skipIf(!canMount)(
  `of a whole stick each file is taken in with its receipt or left as it was, and the rest follows${whyNoMount}`,
  async () => {
    const files = [
      ["thang-5.goi", (await nextReport()).bytes],
      ["thang-6.goi", (await nextReport()).bytes],
    ] as const;
    const batch = await look(province, files);
    const before = countsIn(province);
    const codes = await untilItFits(
      () => acceptAll(province, batch),
      () => {
        const { reports, replies, signed } = countsIn(province);
        expect([replies, signed]).toEqual([reports, reports]);
        expectArchiveWhole();
      },
    );
    expect(codes.size).toBeGreaterThan(0);
    expect(countsIn(province)).toMatchObject({ reports: before.reports + 2, signed: before.signed + 2 });
    const { receipts } = province.client.desk;
    expect(
      offered(province.host, (await receipts({ batchId: batch.batchId })).ticket).length,
    ).toBeGreaterThan(0);
    expect((await province.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
  },
);

it.skipIf(!canMount)(
  `at the command line the full disk is named, nothing changes, and the same command does later${whyNoMount}`,
  async () => {
    const { bytes, digest } = await nextReport();
    const known = countsIn(province).reports;
    const file = join(world.folder, "bao-cao.goi");
    const out = join(world.folder, "usb");
    writeFileSync(file, bytes);
    await world.release();
    const receive = () =>
      new Promise<{ exit: number | null; out: string; err: string }>((resolve, reject) => {
        const child = spawn(
          process.execPath,
          [COMMAND_LINE, "receive", file, "--out", out, "--data", data, "--json"],
          {
            env: { ...process.env, SCD_PASSPHRASE: PASSPHRASE },
          },
        );
        const said = { out: "", err: "" };
        child.stdout.setEncoding("utf8").on("data", (text: string) => (said.out += text));
        child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
        child.on("error", reject).on("close", (exit) => resolve({ exit, ...said }));
      });
    const giveBack = fill(data, 24 * PIECE_BYTES);
    const refused = await receive();
    expect(refused).toMatchObject({ exit: 7, out: "" });
    expect(refused.err).toMatch(/Ổ đĩa chứa dữ liệu đã đầy\. Không có gì thay đổi\. Giải phóng chỗ/);
    expect(existsSync(out)).toBe(false);
    giveBack();
    const { raw } = openForInspection(join(data, "office.sqlite"));
    expect(raw.prepare(`SELECT count(*) FROM ${COUNTED.reports}`).pluck().get()).toBe(known);
    raw.close();
    const taken = await receive();
    expect(JSON.parse(taken.out)).toMatchObject({ ok: true, digest, outcome: "accepted" });
    expect(readdirSync(out)).toHaveLength(1);
    rmSync(out, { recursive: true });
  },
);
