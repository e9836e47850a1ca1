// A report that was sent after the backup an office is restored from, and comes back: the office has the return and nothing else of it
// (bundle.md §2.7–2.8), and goes on from there. Real offices, real files both ways.
// Over 300 lines because every test begins with the same loss, and they differ only in what comes back in which order.
import type { KeyObject } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { readContainer } from "../../exchange/container.ts";
import { openEnvelope } from "../../exchange/envelope.ts";
import { generateSigningKey } from "../../exchange/key-file.ts";
import type { ManifestDraft } from "../../exchange/manifest.ts";
import { parseManifest } from "../../exchange/verify-manifest.ts";
import { writeBundle } from "../../exchange/write-bundle.ts";
import { findKey, unlockKey } from "../bundle/keyring.ts";
import { openKept } from "../submissions/kept-bundle.ts";
import { inspect, receive, takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import { ProvinceWorld } from "../../../test/support/province.ts";
import { approve, submit } from "../../../test/support/signed-report.ts";
import {
  codeOf,
  offered,
  type Office,
  resultOf,
  saveFigure,
  uidOf,
} from "../../../test/support/test-office.ts";
import {
  approveMembers,
  backUp,
  DECEMBER,
  makeAcquainted,
  restoreInto,
} from "../../../test/support/backed-up-district.ts";

// Keys and passphrases are meant to be slow: each office of a test makes several.
vi.setConfig({ testTimeout: 240_000 });

const CELL_REMARK = "Số đoàn viên 42, tháng trước 41: kiểm tra lại";
const WHOLE_REMARK = "Thiếu phụ lục";
const DUE = "2026-01-20";

let world: ProvinceWorld;
beforeEach(() => {
  world = new ProvinceWorld();
});
afterEach(() => world.close());

async function introduced(): Promise<{ district: Office; province: Office; u1: string }> {
  const { district, province } = await makeAcquainted(world);
  return { district, province, u1: await uidOf(district.client, "U1") };
}

const cellOf = (unit: string) => ({ unit, element: "membersTotal", period: DECEMBER.period }) as const;

/** The province sends a report back that it has taken in. @returns the bytes of the return */
async function sendBack(province: Office, digest: string, unit: string): Promise<Uint8Array> {
  const { offer } = await province.client.corrections.reply({
    digest,
    passphrase: PASSPHRASE,
    verdict: {
      result: "returned",
      dueOn: DUE,
      remarks: [
        { place: cellOf(unit), message: CELL_REMARK, suggestion: "41" },
        { place: null, message: WHOLE_REMARK },
      ],
    },
  });
  return offered(province.host, offer.ticket);
}

const stateOf = async (office: Office) => (await office.client.submissions.prepare(DECEMBER)).state;
const standsAs = async (province: Office, digest: string) =>
  (await province.client.submissions.received()).find((row) => row.digest === digest)?.state;
const submissionIn = ({ host }: Office, digest: string) => {
  const bundle = findOutgoing(host.context.workspace.db, digest);
  const content = openKept(bundle?.bundle ?? new Uint8Array(), digest);
  if (content?.manifest.kind !== "submission") throw new Error("no submission");
  return { content, manifest: content.manifest };
};
const change = ({ client }: Office, unit: string, value: number) => saveFigure(client, cellOf(unit), value);
const explained = async (office: Office, members: number) => {
  await approveMembers(office, DECEMBER, members);
  return submit(office.client, DECEMBER);
};

it("the remarks of a return are shown, its period is made again, and the province takes the correction without a fork", async () => {
  const { district, province, u1 } = await introduced();
  await approveMembers(district, DECEMBER, 40);
  // The backup holds the period as approved with other figures than were sent.
  const { bytes } = await backUp(district);
  await district.client.submissions.reopen({ ...DECEMBER, reason: "sửa số" });
  const sent = await explained(district, 42);
  await receive(province, district, sent.digest);
  const returned = await sendBack(province, sent.digest, u1);

  const restored = await restoreInto(world, "new", bytes);
  expect(await codeOf(submit(restored.client, DECEMBER))).toBe("RECEIPT_NEEDED");
  await takeIn(restored, returned);

  // What was said is here, on its cell and as a whole; what was approved before it no longer stands.
  const { restored: told } = await restored.client.backup.overview();
  expect(told).toMatchObject({ isReceiptAwaited: false, settledBy: "receipt" });
  expect(told?.forgotten).toEqual([{ ...DECEMBER, digest: sent.digest, isReturned: true }]);
  const view = await restored.client.corrections.open(DECEMBER);
  expect(view).toMatchObject({
    digest: sent.digest,
    code: sent.code,
    correction: 0,
    isForgotten: true,
    returned: { issuer: "LĐLĐ tỉnh A", dueOn: DUE },
    remarks: [
      { unit: { code: "U1" }, element: { code: "membersTotal" }, message: CELL_REMARK, suggestion: "41" },
      { unit: null, message: WHOLE_REMARK },
    ],
    cells: [{ unit: { code: "U1" }, reported: null, corrected: { value: 40 }, reason: CELL_REMARK }],
  });
  const form = await restored.client.entries.open(DECEMBER);
  expect(form.lockedReason).toBeNull();
  expect(form.opened).toMatchObject([{ reason: CELL_REMARK, isForgotten: true }]);
  expect(await stateOf(restored)).toBe("returned");
  expect(await codeOf(submit(restored.client, DECEMBER))).toBe("NOT_APPROVED");
  expect((await restored.client.office.today()).find(({ kind }) => kind === "returned")).toMatchObject({
    period: DECEMBER.period,
    dueOn: DUE,
  });

  await approveMembers(restored, DECEMBER, 41);
  // Taking the approval back leaves it as the return left it.
  await restored.client.submissions.reopen({ ...DECEMBER, reason: "xem lại" });
  expect(await stateOf(restored)).toBe("returned");
  expect((await restored.client.entries.open(DECEMBER)).opened).toHaveLength(1);
  await resultOf(restored.client.submissions.approve(DECEMBER));
  expect(await resultOf(restored.client.corrections.rehearse(DECEMBER))).toMatchObject({
    verdict: "accepted",
  });
  const second = await submit(restored.client, DECEMBER);
  const { manifest, content } = submissionIn(restored, second.digest);
  expect(manifest).toMatchObject({
    // A restored office counts from 1 again: bundle.md §2.8.
    seq: 1,
    prev: null,
    submission: { revision: 1, supersedes: { revision: 0, manifest_sha256: sent.digest } },
  });
  expect(manifest.submission.submission_id).toBe(
    submissionIn(district, sent.digest).manifest.submission.submission_id,
  );
  const appendix = Buffer.from(content.entries.get("docs/phu-luc-dinh-chinh.html") ?? []).toString("utf8");
  expect(appendix).toContain("đính chính lần 1");
  // Nobody here knows whether a figure is another than was reported; the page says so and claims nothing.
  expect(appendix).toContain("không còn giữ");
  expect(appendix).not.toContain("Không có số liệu nào thay đổi");

  expect(await codeOf(receive(province, restored, second.digest))).toBe("E_INSTANCE_CONFIRM");
  const { reply: receipt } = await receive(province, restored, second.digest, { confirmInstance: true });
  expect(await standsAs(province, sent.digest)).toBe("superseded");
  expect(await standsAs(province, second.digest)).toBe("accepted");
  // The province has both and compares them figure by figure.
  const { lines } = await province.client.corrections.compare({ digest: second.digest });
  expect(lines).toMatchObject([
    { unit: { code: "U1" }, reported: { value: 42 }, corrected: { value: 41 } },
    { unit: { code: "U2" }, reported: { value: 42 }, corrected: { value: 41 } },
  ]);
  expect(await codeOf(restored.client.corrections.compare({ digest: second.digest }))).toBe(
    "REPORT_FORGOTTEN",
  );
  await takeIn(restored, receipt);
  expect(await stateOf(restored)).toBe("accepted");
  expect((await restored.client.backup.overview()).restored?.forgotten).toEqual([]);
  expect((await restored.client.submissions.prepare(DECEMBER)).forgotten).toBeNull();
  expect((await restored.client.office.doctor()).checks.filter(({ ok }) => !ok)).toEqual([]);
});

it("an accepted report that is not here is corrected once the province sends it back, whatever order its replies come in", async () => {
  const { district, province, u1 } = await introduced();
  const { bytes } = await backUp(district);
  const sent = await explained(district, 42);
  const { reply: receipt } = await receive(province, district, sent.digest);
  const returned = await sendBack(province, sent.digest, u1);
  for (const [name, replies] of [
    ["in-order", [receipt, returned]],
    ["overtaken", [returned, receipt]],
  ] as const) {
    const restored = await restoreInto(world, name, bytes);
    for (const reply of replies) {
      await takeIn(restored, reply);
      if (reply !== receipt || name === "overtaken") continue;
      await approveMembers(restored, DECEMBER, 40);
      // Accepted, and that is all anybody knows: it is not reported anew.
      expect(await codeOf(submit(restored.client, DECEMBER))).toBe("SENT_BEFORE_RESTORE");
      expect(await restored.client.corrections.open(DECEMBER)).toMatchObject({
        isForgotten: true,
        returned: null,
      });
    }
    expect(await stateOf(restored)).toBe("returned");
    expect((await restored.client.corrections.open(DECEMBER))?.remarks).toHaveLength(2);
    await approveMembers(restored, DECEMBER, 41);
    expect(await resultOf(restored.client.corrections.rehearse(DECEMBER))).toMatchObject({
      verdict: "accepted",
    });
  }
});

it("a correction that is not here is followed by the next one, and what was signed before the return came is replaced", async () => {
  const { district, province, u1 } = await introduced();
  const first = await explained(district, 42);
  await receive(province, district, first.digest);
  const back = await sendBack(province, first.digest, u1);
  await takeIn(district, back);
  const { bytes } = await backUp(district);
  const correct = async (office: Office, value: number) => {
    await change(office, u1, value);
    await resultOf(office.client.submissions.approve(DECEMBER));
    return submit(office.client, DECEMBER);
  };
  const second = await correct(district, 50);
  await receive(province, district, second.digest);
  const backAgain = await sendBack(province, second.digest, u1);

  const restored = await restoreInto(world, "new", bytes);
  // Somebody was sure that there is nothing newer, and signed correction 1 once more.
  await restored.client.backup.declareNoReceipt();
  const rival = await correct(restored, 41);
  expect(await codeOf(receive(province, restored, rival.digest, { confirmInstance: true }))).toBe(
    "E_REV_CONFLICT",
  );
  await takeIn(restored, backAgain);
  expect(await stateOf(restored)).toBe("returned");
  const third = await explained(restored, 41);
  expect(submissionIn(restored, third.digest).manifest).toMatchObject({
    seq: 2,
    prev: rival.digest,
    submission: { revision: 2, supersedes: { revision: 1, manifest_sha256: second.digest } },
  });
  const states = new Map((await restored.client.submissions.list()).map((row) => [row.digest, row.state]));
  expect(states).toEqual(
    new Map([
      [third.digest, "signed"],
      [rival.digest, "superseded"],
      [first.digest, "superseded"],
    ]),
  );
  await takeIn(restored, (await receive(province, restored, third.digest, { confirmInstance: true })).reply);
  expect(await standsAs(province, third.digest)).toBe("accepted");
});

it("a return of an earlier sending that comes late neither locks what a later one opened nor opens what was answered", async () => {
  const { district, province, u1 } = await introduced();
  const first = await explained(district, 42);
  const { bytes } = await backUp(district);
  await receive(province, district, first.digest);
  const back = await sendBack(province, first.digest, u1);
  await takeIn(district, back);
  await change(district, u1, 50);
  await resultOf(district.client.submissions.approve(DECEMBER));
  const second = await submit(district.client, DECEMBER);
  await receive(province, district, second.digest);
  const backAgain = await sendBack(province, second.digest, u1);

  const beforeSigning = await restoreInto(world, "before", bytes);
  for (const reply of [backAgain, back]) await takeIn(beforeSigning, reply);
  expect((await beforeSigning.client.entries.open(DECEMBER)).lockedReason).toBeNull();
  expect(await beforeSigning.client.corrections.open(DECEMBER)).toMatchObject({ digest: second.digest });

  const afterSigning = await restoreInto(world, "after", bytes);
  await takeIn(afterSigning, backAgain);
  const third = await explained(afterSigning, 41);
  await takeIn(afterSigning, back);
  const states = (await afterSigning.client.submissions.list()).map(({ digest, state }) => [digest, state]);
  expect(states).toEqual([
    [third.digest, "signed"],
    [first.digest, "superseded"],
  ]);
  expect(await stateOf(afterSigning)).toBe("submitted");
});

it("a cell of a month that is locked is opened where a forgotten quarter was returned for it, until the quarter is approved", async () => {
  const { district, province, u1 } = await introduced();
  const quarter = { form: "quarter", period: "2025-Q4" } as const;
  const december = await explained(district, 42);
  await takeIn(district, (await receive(province, district, december.digest)).reply);
  const { bytes } = await backUp(district);
  const fillQuarter = async ({ client }: Office) => {
    const column = (await client.entries.open(quarter)).columns.find(
      ({ mode, type }) => mode === "entered" && type === "count",
    );
    await saveFigure(client, { unit: u1, element: column?.element ?? "", period: quarter.period }, 1);
  };
  const approveQuarter = ({ client }: Office) =>
    approve(client, quarter, { incompleteReason: "chỉ kiểm thử" });
  const submitQuarter = async ({ client }: Office) => (await submit(client, quarter)).digest;
  await fillQuarter(district);
  await approveQuarter(district);
  const digest = await submitQuarter(district);
  await receive(province, district, digest);
  const returned = await sendBack(province, digest, u1);

  const restored = await restoreInto(world, "new", bytes);
  await takeIn(restored, returned);
  const save = (unit: string, value: number) => change(restored, unit, value);
  const u2 = await uidOf(restored.client, "U2");
  expect(await codeOf(save(u2, 1))).toBe("PERIOD_LOCKED");
  expect(await codeOf(save(u1, 41))).toBe("done");
  await fillQuarter(restored);
  await approveQuarter(restored);
  expect(await codeOf(save(u1, 43))).toBe("PERIOD_LOCKED");

  // The correction that answered the return is forgotten as well: once its receipt is here, nothing is left to correct.
  await takeIn(district, returned);
  const { bytes: asReturned } = await backUp(district);
  await change(district, u1, 41);
  await approveQuarter(district);
  const { reply: receipt } = await receive(province, district, await submitQuarter(district));
  const ofSent = await restoreInto(world, "sent", bytes);
  await takeIn(ofSent, returned);
  const ofReturned = await restoreInto(world, "returned", asReturned);
  for (const office of [ofSent, ofReturned]) {
    expect(await codeOf(change(office, u1, 44))).toBe("done");
    await takeIn(office, receipt);
    expect(await codeOf(change(office, u1, 45))).toBe("PERIOD_LOCKED");
  }
});

it("a return that was taken in before anything was kept of it is settled when the office is opened", async () => {
  const { district, province, u1 } = await introduced();
  await approveMembers(district, DECEMBER, 40);
  const { bytes: approved } = await backUp(district);
  const first = await submit(district.client, DECEMBER);
  const { bytes: submitted } = await backUp(district);
  const { reply: receipt } = await receive(province, district, first.digest);
  const back = await sendBack(province, first.digest, u1);
  await takeIn(district, back);
  await change(district, u1, 41);
  await resultOf(district.client.submissions.approve(DECEMBER));
  const second = await submit(district.client, DECEMBER);
  await receive(province, district, second.digest);
  const backAgain = await sendBack(province, second.digest, u1);

  for (const [name, bytes, replies, digest, hasFile] of [
    // The receipt comes last and is replaced by the return all the same.
    ["approved", approved, [back, receipt], first.digest, true],
    ["submitted", submitted, [backAgain], second.digest, true],
    ["without-archive", approved, [back], first.digest, false],
  ] as const) {
    const restored = await restoreInto(world, name, bytes);
    const { db } = restored.host.context.workspace;
    const tables = ["period_state", "approved_report", "approved_table", "approved_paper"];
    // As it was before the reply: what the program did that only logged it.
    for (const table of tables) db.raw.exec(`CREATE TABLE temp.was_${table} AS SELECT * FROM ${table}`);
    for (const reply of replies) await takeIn(restored, reply);
    db.raw.exec("DELETE FROM forgotten_report; DELETE FROM opened_cell; DELETE FROM remark");
    for (const table of tables) db.raw.exec(`INSERT INTO ${table} SELECT * FROM temp.was_${table}`);
    expect(await stateOf(restored)).toBe(name === "submitted" ? "submitted" : "approved");
    await restored.host.close();
    if (!hasFile) rmSync(world.at(name, "archive"), { recursive: true });

    const opened = await world.open(name);
    expect(await stateOf(opened)).toBe("returned");
    expect(await opened.client.corrections.open(DECEMBER)).toMatchObject({
      digest,
      isForgotten: true,
      remarks: [{ message: CELL_REMARK }, { message: WHOLE_REMARK }],
      cells: [{ unit: { code: "U1" }, reason: CELL_REMARK }],
    });
    const third = await explained(opened, 43);
    expect(submissionIn(opened, third.digest).manifest.submission.supersedes?.manifest_sha256).toBe(digest);
    // Opened once more, nothing is settled again.
    await opened.host.close();
    expect(await stateOf(await world.open(name))).toBe("submitted");
  }
});

it("nobody but the province moves it on, and only from what this office can have sent", async () => {
  const { district, province, u1 } = await introduced();
  await approveMembers(district, DECEMBER, 40);
  const { bytes } = await backUp(district);
  const sent = await submit(district.client, DECEMBER);
  await receive(province, district, sent.digest);
  const returned = await sendBack(province, sent.digest, u1);
  const restored = await restoreInto(world, "new", bytes);

  const altered = Buffer.from(returned);
  const place = altered.indexOf("membersTotal");
  altered[place] = (altered[place] ?? 0) ^ 1;
  expect((await inspect(restored, altered)).fault?.code).toMatch(/^E_/);

  const manifest = parseManifest(openEnvelope(readContainer(returned)).manifest);
  if (manifest.kind !== "return") throw new Error(manifest.kind);
  const { v: _v, entries: _entries, ...draft } = manifest;
  const said = draft.return;
  const keyOf = async ({ host: { context } }: Office) => {
    const row = findKey(context.workspace, "sign");
    const key = row && (await unlockKey(context.workspace, row, PASSPHRASE));
    if (!key) throw new Error("no key");
    return key;
  };
  const [ofProvince, ofDistrict] = [await keyOf(province), await keyOf(district)];
  const another = "0197f0c0-0000-7000-8000-00000000abcd";
  const answering = (change: Partial<typeof said.in_reply_to>) => ({
    ...draft,
    return: { ...said, in_reply_to: { ...said.in_reply_to, ...change } },
  });
  const forgeries: readonly (readonly [string, ManifestDraft, KeyObject])[] = [
    ["E_KEY_UNKNOWN", draft, generateSigningKey()],
    ["E_KEY_ROLE", draft, ofDistrict],
    ["E_AUDIENCE", { ...draft, audience: [another] }, ofProvince],
    ["E_REPLY_UNKNOWN", answering({ unit_id: another }), ofProvince],
    ["E_REPLY_UNKNOWN", answering({ instance_id: another }), ofProvince],
  ];
  for (const [code, forged, key] of forgeries) {
    const file = writeBundle({ manifest: { ...forged, bundle_id: another } }, [key]).bytes;
    expect([code, (await inspect(restored, file)).fault?.code]).toEqual([code, code]);
  }

  // A number under which the backup remembers another bundle: a copied database, and no report that was forgotten.
  const { db } = restored.host.context.workspace;
  db.raw.exec(
    `INSERT INTO outgoing (sha256, kind, bundle_id, instance_id, stream, seq, file_name, bundle, created_at)
     SELECT '${"0".repeat(64)}', 'submission', 'x', instance_id, 'submission', 1, 'x.goi', x'00', created_at FROM outgoing WHERE kind = 'enrolment' LIMIT 1`,
  );
  expect((await inspect(restored, returned)).fault?.code).toBe("E_REPLY_UNKNOWN");
  expect(await stateOf(restored)).toBe("approved");
  expect((await restored.client.backup.overview()).restored).toMatchObject({
    isReceiptAwaited: true,
    forgotten: [],
  });
  // Without that, the very file is taken.
  db.raw.exec("DELETE FROM outgoing WHERE bundle_id = 'x'");
  await takeIn(restored, returned);
  expect(await stateOf(restored)).toBe("returned");
});
