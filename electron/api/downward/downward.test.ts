// Story 3 of domain.md §h: allocated targets arrive. A province and two districts on real files.
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEFAULT_CALENDAR } from "../../../shared/catalogue/calendar.ts";
import { datesOf } from "../../../shared/domain/calendar.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { listReceived } from "../../database/queries/received.ts";
import { setPeriodDates } from "../../database/queries/periods.ts";
import { readContainer, writeContainer } from "../../exchange/container.ts";
import { builtOnce } from "../../../test/support/built-once.ts";
import { inspect, takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { offered, type Office } from "../../../test/support/test-office.ts";

/** The shares of story 3, by target of BT-2024 (domain.md §b.5). */
const SHARES = {
  "T004-01": 420,
  "T004-01a": 20,
  "T004-01b": 230,
  "T004-02": 2,
  "T004-02a": 1,
  "T004-03": 118,
} as const;
const YEAR = 2024;
const MAY = periodOf("2024-M05");

let world: ProvinceWorld;
let province: Office;
let district: Office;
const NOW = "2024-02-05T02:00:00Z";
const acquainted = builtOnce(
  async (prepared) => prepared.district("LDLD-B", [], await prepared.province()),
  NOW,
);
beforeEach(async () => {
  world = new ProvinceWorld(NOW);
  await acquainted(world);
  province = await world.open("tinh");
  district = await world.open("LDLD-B");
  await province.client.programmes.adopt({ code: "BT-2024" });
  await give(SHARES);
  const { workspace } = province.host.context;
  workspace.ensurePeriod(MAY);
  setPeriodDates(workspace.db, MAY, { cutoffOn: "2024-05-13", collectOn: "2024-05-16", dueOn: "2024-05-19" });
}, 60_000);
afterEach(() => world.close());

const give = (shares: Readonly<Record<string, number>>) =>
  province.client.downward.setShares({
    code: "BT-2024",
    year: YEAR,
    shares: Object.entries(shares).map(([target, amount]) => ({ unitCode: "LDLD-B", target, amount })),
  });

async function sent(unitCodes = ["LDLD-B"], isEncrypted = false): Promise<Uint8Array> {
  const offer = await province.client.downward.exportProgramme({
    code: "BT-2024",
    year: YEAR,
    unitCodes,
    effectiveFrom: "2024-02-01",
    isEncrypted,
    passphrase: PASSPHRASE,
  });
  return offered(province.host, offer.ticket);
}

/** Looked at without a passphrase. */
const inspected = (office: Office, bytes: Uint8Array) => inspect(office, bytes, {});

it("shows what was given, the losses it leaves room for and the new days before anything is adopted", async () => {
  const preview = await inspected(district, await sent());
  expect(preview).toMatchObject({ ok: true, kind: "programme", needs: "nothing" });
  const shown = await district.client.downward.difference({ previewId: preview.previewId });
  expect(shown).toMatchObject({ code: "BT-2024", version: 1, heldVersion: null, isHeld: false });
  expect(Object.fromEntries(shown.allocations.map(({ target, amount }) => [target, amount]))).toEqual(SHARES);
  expect(shown.allocations.every(({ before }) => before === null)).toBe(true);
  // 420 admitted − 230 net = 190 that may leave.
  expect(shown.plannedLosses).toEqual([{ year: YEAR, gross: 420, net: 230, losses: 190 }]);
  expect(shown.calendar).toEqual([
    {
      period: "2024-M05",
      before: datesOf(MAY, DEFAULT_CALENDAR),
      after: { cutoffOn: "2024-05-13", collectOn: "2024-05-16", dueOn: "2024-05-19", isEstimated: true },
    },
  ]);
  expect((await district.client.programmes.list()).find(({ code }) => code === "BT-2024")?.adoptedAt).toBe(
    null,
  );
});

it("adopts programme, shares and days as one step, and the same file twice changes nothing", async () => {
  const file = await sent();
  expect((await takeIn(district, file)).outcome).toBe("accepted");
  const adopted = await district.client.programmes.show({ code: "BT-2024" });
  expect(adopted.programme).toEqual((await province.client.programmes.show({ code: "BT-2024" })).programme);
  expect(Object.fromEntries(adopted.allocations.map(({ target, amount }) => [target, amount]))).toEqual(
    SHARES,
  );
  expect(adopted.allocations.every(({ unitCode, year }) => unitCode === "LDLD-B" && year === YEAR)).toBe(
    true,
  );
  expect(district.host.context.workspace.datesOf(MAY).dueOn).toBe("2024-05-19");
  const before = district.host.context.workspace.changes();
  const again = await takeIn(district, file);
  expect(again.preview.alreadyProcessed).toBe(true);
  expect(again.outcome).toBe("duplicate");
  expect(district.host.context.workspace.changes()).toBe(before);
  expect(
    listReceived(district.host.context.workspace.db).filter(({ kind }) => kind === "programme"),
  ).toHaveLength(1);
});

it("judges the year by what was given to the office", async () => {
  await takeIn(district, await sent());
  const { rows } = await district.client.evaluation.evaluate({
    programme: "BT-2024",
    period: "2024",
  });
  const gross = rows.find(({ target }) => target === "T004-01");
  expect(gross?.value.amount).toBe(420);
});

it("shows a later version against what is held, and refuses the older one afterwards", async () => {
  const first = await sent();
  await takeIn(district, await sent());
  expect(await give({ ...SHARES, "T004-01": 450 })).toEqual({ changed: 1 });
  const third = await sent();
  const preview = await inspected(district, third);
  const shown = await district.client.downward.difference({ previewId: preview.previewId });
  expect(shown).toMatchObject({ version: 3, heldVersion: 2, targets: [], unchanged: 6 });
  expect(shown.allocations.find(({ target }) => target === "T004-01")).toMatchObject({
    before: 420,
    amount: 450,
  });
  expect(shown.plannedLosses[0]?.losses).toBe(220);
  expect(shown.calendar).toEqual([]);
  await takeIn(district, third);
  expect((await inspected(district, first)).fault?.code).toBe("E_PROG_ROLLBACK");
  const { allocations } = await district.client.programmes.show({ code: "BT-2024" });
  expect(allocations.find(({ target }) => target === "T004-01")?.amount).toBe(450);
});

it("refuses a programme for another unit, one that was forged, and one nobody vouches for", async () => {
  const other = await world.district("LDLD-C", [], province);
  const file = await sent(["LDLD-C"]);
  const refused = await inspected(district, file);
  expect(refused.fault).toMatchObject({
    code: "E_AUDIENCE",
    sentence: expect.stringContaining("đơn vị khác"),
  });
  expect((await inspected(other, file)).ok).toBe(true);

  const own = await sent();
  const forged = writeContainer(
    readContainer(own).map((entry) =>
      entry.name === "manifest.json"
        ? {
            ...entry,
            bytes: Buffer.from(
              Buffer.from(entry.bytes).toString("utf8").replace('"app":{"name"', '"app":{"nome"'),
              "utf8",
            ),
          }
        : entry,
    ),
  );
  expect((await inspected(district, forged)).fault?.code).toBe("E_SIG_INVALID");
  const stranger = await world.district("LDLD-X");
  expect((await inspected(stranger, own)).fault?.code).toBe("E_KEY_UNKNOWN");
}, 60_000);

it("goes encrypted to those who have a key, and opens with the passphrase of the office alone", async () => {
  const file = await sent(["LDLD-B"], true);
  expect(Buffer.from(file.subarray(0, 21)).toString("latin1")).toBe("age-encryption.org/v1");
  const locked = await inspected(district, file);
  expect(locked).toMatchObject({ ok: false, fault: null, needs: "decryption", kind: null });
  await expect(takeIn(district, file, { passphrase: "một câu sai hoàn toàn khác" })).rejects.toMatchObject({
    code: "PASSPHRASE_WRONG",
  });
  const other = await world.district("LDLD-C");
  expect((await inspect(other, file)).fault?.code).toBe("E_ENC_NO_KEY");
  const taken = await takeIn(district, file);
  expect(taken.outcome).toBe("accepted");
  // What is archived is the bundle inside: the same bundle in the open is known already.
  const [row] = listReceived(district.host.context.workspace.db).filter(({ kind }) => kind === "programme");
  expect(row?.manifestSha256).toBe(taken.preview.digest);
  const plain = await province.client.submissions.download({
    digest: taken.preview.digest ?? "",
    encryption: "off",
  });
  const again = await takeIn(district, offered(province.host, plain.ticket));
  expect(again.outcome).toBe("duplicate");
}, 60_000);

it("says who has no key when it should go encrypted", async () => {
  const recipient = (await district.client.keys.status()).encryption[0]?.recipient ?? "";
  const lastVersion = async () =>
    (await province.client.downward.choices({ year: YEAR })).programmes.map((row) => row.lastVersion);
  const before = await lastVersion();
  await province.client.trust.change({
    passphrase: PASSPHRASE,
    change: { kind: "endRecipient", recipient, status: "retired" },
  });
  await expect(sent(["LDLD-B"], true)).rejects.toMatchObject({
    code: "RECIPIENTS_MISSING",
    data: { changed: ["LĐLĐ huyện LDLD-B"] },
  });
  // Nothing was signed for it: no version is used up.
  expect(await lastVersion()).toEqual(before);
});
