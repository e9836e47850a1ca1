// A district and its province, two real offices on real files: what is approved, signed, received, read again and missed.
// Over 300 lines because both offices are looked at after each step of the one way between them.
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findOutgoing, listOutgoing } from "../../database/queries/outgoing.ts";
import { archivePath } from "./archive.ts";
import { openKept } from "./kept-bundle.ts";
import { builtOnce } from "../../../test/support/built-once.ts";
import { enrolment, inspect, introduce, receive } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { approve, bundleOf, explainWarnings, submit } from "../../../test/support/signed-report.ts";
import {
  type Client,
  codeOf,
  type Office,
  resultOf,
  saveFigure,
  uidOf,
  uploaded,
} from "../../../test/support/test-office.ts";

const TODAY = "2026-01-10";
const DECEMBER = { form: "month", period: "2025-M12" } as const;
const NOVEMBER = { form: "month", period: "2025-M11" } as const;
const YEAR = { form: "year", period: "2025" } as const;

let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld(`${TODAY}T02:00:00Z`);
});
afterEach(() => world.close());

const districtOf = async (code: string, of = world): Promise<Office> => {
  const district = await of.district(code, ["U1", "U2", "U3"]);
  await district.client.programmes.adopt({ code: "AG-1979" });
  return district;
};
const acquainted = builtOnce(
  async (prepared) => introduce(await prepared.province(), await districtOf("LDLD-B", prepared)),
  `${TODAY}T02:00:00Z`,
);
async function pair(): Promise<{ province: Office; district: Office }> {
  await acquainted(world);
  return { province: await world.open("tinh"), district: await world.open("LDLD-B") };
}
const incoming = (name: string) => readdirSync(world.at(name, "incoming"));

const save = async (client: Client, unit: string, period: string, element: string, value: number) =>
  saveFigure(client, { unit: await uidOf(client, unit), element, period }, value);

it("a period that unions are missing from is approved with a reason only, and the reason goes up with it", async () => {
  const district = await districtOf("LDLD-B");
  const { client } = district;
  await save(client, "U1", "2025-M12", "membersTotal", 40);
  await explainWarnings(client, DECEMBER);
  const error = await resultOf(client.submissions.approve(DECEMBER)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "INCOMPLETE", data: { expected: 3, started: 1, complete: 0 } });
  expect((await client.submissions.prepare(DECEMBER)).state).toBe("open");
  const approved = await resultOf(
    client.submissions.approve({
      ...DECEMBER,
      incompleteReason: "U2, U3 đang sáp nhập",
    }),
  );
  expect(approved).toMatchObject({ state: "approved", incompleteReason: "U2, U3 đang sáp nhập" });

  const province = await world.province();
  await introduce(province, district);
  const { digest } = await submit(client, DECEMBER);
  const { preview } = await receive(province, district, digest);
  expect(preview.incompleteReason).toBe("U2, U3 đang sáp nhập");
  // Free words may name people: left to itself the file goes encrypted (bundle.md §2.11).
  const leaving = await client.submissions.download({ digest, encryption: "auto" });
  expect(leaving.isEncrypted).toBe(true);
  expect(leaving.fileName).toMatch(/\.goi\.age$/);
  expect((await client.submissions.download({ digest, encryption: "off" })).fileName).toMatch(/\.goi$/);
  const view = await resultOf(province.client.submissions.open({ digest }));
  expect(view.incompleteReason).toBe("U2, U3 đang sáp nhập");
  // It is no explanation of a finding, and is not listed among them.
  expect(view.explanations.map(({ rule }) => rule)).not.toContain("incomplete");
});

it("figures of longer periods that nobody approved are named before signing, inside the bundle and at the targets", async () => {
  const { province, district } = await pair();
  const { client } = district;
  for (const unit of ["U1", "U2", "U3"]) {
    await save(client, unit, "2025-M11", "membersTotal", 30);
    await save(client, unit, "2025-M12", "membersTotal", 40);
    await save(client, unit, "2025", "workersTotal", 50);
  }
  expect((await client.submissions.prepare(DECEMBER)).unapproved).toEqual(["2025-M11", "2025"]);
  await approve(client, NOVEMBER);
  // November was approved for itself; the year was not.
  expect((await client.submissions.prepare(DECEMBER)).unapproved).toEqual(["2025"]);
  expect((await approve(client, DECEMBER)).unapproved).toEqual(["2025"]);

  const { digest } = await submit(client, DECEMBER);
  const { preview } = await receive(province, district, digest);
  expect(preview.unapproved).toEqual(["2025"]);
  const view = await resultOf(province.client.submissions.open({ digest }));
  expect(view.unapproved).toEqual(["2025"]);
  const lines = view.programmes.flatMap((programme) => programme.lines);
  // T001-14 is the share of workers who are members; no other target here asks for the number of workers of the year.
  expect(lines.find(({ target }) => target === "T001-14")?.isProvisional).toBe(true);
  expect(lines.some(({ isProvisional }) => !isProvisional)).toBe(true);
  expect(lines).toHaveLength(
    (await client.evaluation.evaluate({ programme: "AG-1979", period: "2025-M12" })).rows.length,
  );
});

it("approving the year leaves nothing of the year unapproved", async () => {
  const { client } = await districtOf("LDLD-B");
  for (const unit of ["U1", "U2", "U3"]) {
    await save(client, unit, "2025-M11", "membersTotal", 30);
    await save(client, unit, "2025", "membersTotal", 50);
  }
  expect((await client.submissions.prepare(YEAR)).unapproved).toEqual([]);
});

it("what is signed is what was approved, whatever was changed in between, and opening again takes the change in", async () => {
  const district = await districtOf("LDLD-B");
  const { client, host } = district;
  for (const unit of ["U1", "U2", "U3"]) {
    await save(client, unit, "2025-M12", "membersTotal", 40);
    await save(client, unit, "2025", "workersTotal", 50);
  }
  expect((await approve(client, DECEMBER)).changedSinceApproval).toEqual([]);
  await save(client, "U1", "2025", "workersTotal", 49);
  await save(client, "U1", "2026-M01", "membersTotal", 1);
  expect((await client.submissions.prepare(DECEMBER)).changedSinceApproval).toEqual(["entries"]);
  await client.submissions.reopen({ ...DECEMBER, reason: "đưa số mới vào" });
  expect((await resultOf(client.submissions.approve(DECEMBER))).changedSinceApproval).toEqual([]);
  await save(client, "U1", "2025", "workersTotal", 48);
  const { digest } = await submit(client, DECEMBER);

  const view = await resultOf(client.submissions.open({ digest, period: "2025" }));
  const column = view.figures.columns.findIndex(({ element }) => element === "workersTotal");
  expect(view.figures.units.map(({ code }) => code)).toEqual(["U1", "U2", "U3"]);
  expect(view.figures.cells[column]?.values).toEqual([49, 50, 50]);
  expect(view.sent).toMatchObject({ digest, state: "signed" });
  expect(view.received).toBeNull();
  // The room of the kept tables is free again: the bundle holds them.
  expect(host.context.workspace.db.raw.prepare("SELECT count(*) FROM approved_table").pluck().get()).toBe(0);
});

it("a kept report that was touched is not signed", async () => {
  const { client, host } = await districtOf("LDLD-B");
  for (const unit of ["U1", "U2", "U3"]) await save(client, unit, "2025-M12", "membersTotal", 40);
  await approve(client, DECEMBER);
  host.context.workspace.db.raw.exec(
    "UPDATE approved_table SET bytes = (SELECT bytes FROM approved_table WHERE position = 1) WHERE position = 0",
  );
  expect(await codeOf(submit(client, DECEMBER))).toBe("APPROVAL_STALE");
  expect(await client.submissions.list()).toEqual([]);
});

it("the province reads an accepted report as it came, until its file is touched", async () => {
  const { province, district } = await pair();
  const { client } = district;
  const members = { U1: 41, U2: 42, U3: 43 };
  for (const [unit, value] of Object.entries(members))
    await save(client, unit, "2025-M12", "membersTotal", value);
  await approve(client, DECEMBER);
  const { digest, code } = await submit(client, DECEMBER);
  expect(await codeOf(resultOf(province.client.submissions.open({ digest })))).toBe("BUNDLE_UNKNOWN");
  const { reply: receipt } = await receive(province, district, digest);
  // A key that is not needed any more, figures that change: what was received stays what it was.
  await client.units.list({});
  const view = await resultOf(province.client.submissions.open({ digest }));
  expect(view).toMatchObject({ code, period: "2025-M12", issuer: { code: "LDLD-B" }, sent: null });
  expect(view.units.map(({ name }) => name)).toEqual(["CĐCS U1", "CĐCS U2", "CĐCS U3"]);
  const column = view.figures.columns.findIndex(({ element }) => element === "membersTotal");
  expect(view.figures.cells[column]?.values).toEqual([41, 42, 43]);
  expect(view.explanations.every(({ text }) => text === "đúng vậy")).toBe(true);
  expect(view.totals.find(({ element }) => element === "membersTotal")?.value).toBe(41 + 42 + 43);

  // Nothing of what was uploaded is left lying about.
  expect(incoming("tinh")).toEqual([]);
  const receiptPreview = await inspect(district, receipt);
  await client.submissions.accept({ previewId: receiptPreview.previewId });
  expect(incoming("LDLD-B")).toEqual([]);
  expect((await client.submissions.prepare(DECEMBER)).state).toBe("accepted");
  expect(await codeOf(submit(client, DECEMBER))).toBe("ALREADY_SUBMITTED");
  expect(await codeOf(resultOf(client.submissions.approve(DECEMBER)))).toBe("PERIOD_LOCKED");

  const [row] = await province.client.submissions
    .received()
    .then((rows) => rows.filter(({ kind }) => kind === "submission"));
  const sha256 = province.host.context.workspace.db.raw
    .prepare("SELECT file_sha256 FROM bundle_log WHERE manifest_sha256 = ?")
    .pluck()
    .get(row?.digest) as string;
  appendFileSync(archivePath(province.host.context.workspace, sha256), "x");
  expect(await codeOf(resultOf(province.client.submissions.open({ digest })))).toBe("BUNDLE_DAMAGED");
  rmSync(archivePath(province.host.context.workspace, sha256));
  expect(await codeOf(resultOf(province.client.submissions.open({ digest })))).toBe("BUNDLE_DAMAGED");
});

it("says who has reported a period and who has not, with the days", async () => {
  const { province, district } = await pair();
  const other = await districtOf("LDLD-C");
  await introduce(province, other);
  const { client } = district;
  for (const unit of ["U1", "U2", "U3"]) await save(client, unit, "2025-M11", "membersTotal", 40);
  await approve(client, NOVEMBER);
  const { digest } = await submit(client, NOVEMBER);
  await receive(province, district, digest);
  const view = await province.client.submissions.reporting({ period: "2025-M11" });
  // Due on the 20th of the month (domain.md §d.2); 51 days before the 10th of January.
  expect(view.dueOn).toBe("2025-11-20");
  const late = Math.round((Date.parse(TODAY) - Date.parse("2025-11-20")) / 86_400_000);
  expect(late).toBe(51);
  expect(view.units).toEqual([
    {
      code: "LDLD-B",
      name: "LĐLĐ huyện LDLD-B",
      fromOn: null,
      untilOn: null,
      digest,
      correction: 0,
      receivedAt: `${TODAY}T02:00:00Z`,
      daysLate: late,
    },
    {
      code: "LDLD-C",
      name: "LĐLĐ huyện LDLD-C",
      fromOn: null,
      untilOn: null,
      digest: null,
      correction: null,
      receivedAt: null,
      daysLate: late,
    },
  ]);
  expect(view.periods.filter(({ received }) => received > 0)).toEqual([
    { period: "2025-M11", dueOn: "2025-11-20", expected: 2, received: 1 },
  ]);
  // Nothing of January is due on the 10th.
  expect((await province.client.submissions.reporting({ period: "2026-M01" })).units[1]?.daysLate).toBe(0);
  expect((await province.client.submissions.reporting({ year: 2025 })).period).toBe("2025-M12");
});

it("a receipt asks for the list its readers need, and a unit that was added later does not make it newer", async () => {
  const { province, district } = await pair();
  const { client } = district;
  for (const unit of ["U1", "U2", "U3"]) await save(client, unit, "2025-M12", "membersTotal", 40);
  await approve(client, DECEMBER);
  const { digest } = await submit(client, DECEMBER);
  // Version 3 of the list, which the first district has not got.
  const other = await districtOf("LDLD-C");
  await introduce(province, other);
  const { reply: receipt, outcome } = await receive(province, district, digest);
  const rows = listOutgoing(province.host.context.workspace.db).filter(({ kind }) => kind === "receipt");
  expect(rows).toHaveLength(1);
  const manifest = openKept(receipt, rows[0]?.sha256 ?? "")?.manifest;
  expect(manifest?.requires.trust_list_min).toBe(1);
  expect(manifest?.kind === "receipt" && manifest.receipt.trust_list_version).toBe(3);
  expect(outcome).toBe("accepted");
  const preview = await inspect(district, receipt);
  expect(preview.fault).toBeNull();
  expect((await client.submissions.accept({ previewId: preview.previewId })).submission?.state).toBe(
    "receipted",
  );
  // The list itself asks for none: it is the cure.
  const list = listOutgoing(province.host.context.workspace.db).findLast(({ kind }) => kind === "trustlist");
  const bundle = findOutgoing(province.host.context.workspace.db, list?.sha256 ?? "")?.bundle;
  expect(openKept(bundle ?? new Uint8Array(), list?.sha256 ?? "")?.manifest.requires.trust_list_min).toBe(0);
});

it("a restored office counts from 1 again, and still knows the receipt of what it sent before", async () => {
  const { province, district } = await pair();
  for (const unit of ["U1", "U2", "U3"])
    for (const period of ["2025-M11", "2025-M12"])
      await save(district.client, unit, period, "membersTotal", 40);
  await explainWarnings(district.client, NOVEMBER);
  await explainWarnings(district.client, DECEMBER);
  await resultOf(district.client.submissions.approve(NOVEMBER));
  const first = await submit(district.client, NOVEMBER);
  const { reply: receipt } = await receive(province, district, first.digest);

  // What restoring does to the file (bundle.md §2.8): another instance, everything else as it was.
  const { workspace } = district.host.context;
  const instance = "0b6e0a34-6f0e-4c55-8a3e-7a7a7a7a7a7a";
  workspace.db.raw
    .prepare("UPDATE setting SET value = json_set(value, '$.instanceId', ?) WHERE name = 'office'")
    .run(instance);
  workspace.refresh();
  await resultOf(district.client.submissions.approve(DECEMBER));
  const second = await submit(district.client, DECEMBER);
  const sent = listOutgoing(workspace.db).filter(({ kind }) => kind === "submission");
  expect(sent.map(({ seq, instanceId }) => [seq, instanceId === instance])).toEqual([
    [1, false],
    [1, true],
  ]);
  const preview = await inspect(district, receipt);
  expect(preview.fault).toBeNull();
  const { submission } = await district.client.submissions.accept({ previewId: preview.previewId });
  expect(submission).toMatchObject({ digest: first.digest, state: "receipted" });

  // The province asks whether the new computer is really theirs.
  const bytes = await bundleOf(district, second.digest);
  expect((await inspect(province, bytes)).fault?.code).toBe("E_INSTANCE_CONFIRM");
  expect((await inspect(province, bytes, { confirmInstance: true })).fault).toBeNull();
});

it("keeps the submission's own id apart from the id of its bundle", async () => {
  const { client, host } = await districtOf("LDLD-B");
  for (const unit of ["U1", "U2", "U3"]) await save(client, unit, "2025-M12", "membersTotal", 40);
  await approve(client, DECEMBER);
  const { digest } = await submit(client, DECEMBER);
  const { db } = host.context.workspace;
  const kept = findOutgoing(db, digest);
  const manifest = openKept(kept?.bundle ?? new Uint8Array(), digest)?.manifest;
  const stored = db.raw.prepare("SELECT submission_id FROM submission").pluck().get();
  expect(manifest?.kind === "submission" && manifest.submission.submission_id).toBe(stored);
  expect(stored).not.toBe(kept?.bundleId);
});

it("a keyid that is not the one on paper adds nothing", async () => {
  const province = await world.province();
  const district = await districtOf("LDLD-B");
  const { bytes, keyid } = await enrolment(district);
  for (const confirmedKeyid of ["", "1234", `${keyid}0`, "0".repeat(64)])
    expect(
      await codeOf(
        province.client.keys.addToTrust({
          ticket: await uploaded(province.host, bytes),
          passphrase: PASSPHRASE,
          confirmedKeyid,
        }),
      ),
    ).toBe("KEYID_MISMATCH");
  expect((await province.client.keys.status()).trust?.units).toHaveLength(1);
  expect(readFileSync(world.at("tinh", "office.sqlite")).length).toBeGreaterThan(0);
});
