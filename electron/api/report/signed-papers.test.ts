// The printed report inside a signed bundle: opened by a district and its province after everything it was made from has changed.
// Over 300 lines because a report is made, changed at every place it was made from, and read again at both ends.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeIn } from "../../../test/support/exchange-between.ts";
import { PASSPHRASE } from "../../../test/support/passphrase.ts";
import {
  type District,
  enter,
  type Province,
  ProvinceWorld,
  report,
} from "../../../test/support/province.ts";
import { approve } from "../../../test/support/signed-report.ts";
import { offered, type Office, resultOf, uidOf } from "../../../test/support/test-office.ts";
import type { HeadPart } from "../../../shared/contract/report.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import { findOutgoing } from "../../database/queries/outgoing.ts";
import { sha256Hex } from "../../exchange/digest.ts";
import { atOnce } from "../../../shared/domain/parts.ts";
import { checkSubmissionContent } from "../bundle/content-check.ts";
import { PAPER_PATH } from "../bundle/paper-document.ts";
import { openKept } from "../submissions/kept-bundle.ts";
import { isBodyWhole } from "./kept-body.ts";

type Asked = { readonly form: "month"; readonly period: never };
const month = (number: number): Asked => ({ form: "month", period: `2025-M0${number}` as never });
/** Each test has a month of its own; making keys is slow, so that there is one pair of offices. */
const [JANUARY, FEBRUARY, MARCH, APRIL, JUNE] = [month(1), month(2), month(3), month(4), month(6)] as const;
const ROOT = join(import.meta.dirname, "../../..");

let world: ProvinceWorld;
let province: Province;
let district: District;
beforeAll(async () => {
  world = new ProvinceWorld();
  province = await world.province();
  district = await world.district("LDLD-B", ["U1", "U2"], province);
  await district.client.programmes.adopt({ code: "AG-1979" });
  await enter(
    district,
    [JANUARY, FEBRUARY, MARCH, APRIL, JUNE].flatMap(({ period }) => [
      ["U1", "membersTotal", period, 1234] as const,
      ["U2", "membersTotal", period, 77] as const,
    ]),
  );
}, 120_000);
afterAll(() => world.close());

async function write({ client }: Office, asked: Asked, texts: Partial<Record<HeadPart | "causes", string>>) {
  const { parts } = await client.report.open(asked);
  return client.report.save({
    ...asked,
    parts: Object.entries(texts).map(([part, text]) => ({
      part,
      text,
      expectedRevision: parts.find((candidate) => candidate.part === part)?.revision ?? 0,
    })),
  });
}

/** Programme, register, letterhead, people, and the words on the report: everything it could be made from again. */
async function changeEverything({ client }: Office): Promise<void> {
  const { programme } = await client.programmes.show({ code: "AG-1979" });
  const target = programme.targets.find(({ value }) => value.scale === "percent");
  if (!target) throw new RangeError("no share target");
  await client.programmeEditing.revise({
    code: "AG-1979",
    decision: "15/QĐ-LĐLĐ",
    validFrom: "2025-01-02",
    changes: [{ target: target.id, comparator: "gt", value: { scale: "percent", amount: 9999 } }],
  });
  await client.units.change({
    uid: await uidOf(client, "U1"),
    effectiveOn: "2025-01-01",
    decisionNumber: null,
    changes: { name: "CĐCS đổi tên sau khi ký" },
  });
  await client.office.setDetails({
    effectiveOn: "2025-01-01",
    decisionNumber: null,
    name: "Công đoàn xã Mới",
    kind: "communeUnion",
    parentCode: "LDLD-A",
    parentName: "LĐLĐ tỉnh Khác",
    letterhead: {
      superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH KHÁC",
      issuerLine: "CÔNG ĐOÀN XÃ MỚI",
      symbolSuffix: "CĐX",
      placeName: "Nơi khác",
      address: null,
      phone: null,
    },
  });
  await client.office.addPerson({ name: "Người Mới", title: "Chủ tịch", roles: ["approver"] });
}

async function filesOf({ client, host }: Office, digest: string) {
  const { documents, paper } = await client.report.signed({ digest });
  const offers = await client.report.writeSigned({ digest });
  return {
    paper,
    files: offers.map(({ fileName, ticket }, index) => ({
      fileName,
      sha256: sha256Hex(offered(host, ticket)),
      said: documents[index]?.sha256,
    })),
  };
}

function keptBundleOf({ host }: Office, digest: string): Uint8Array {
  return findOutgoing(host.context.workspace.db, digest)?.bundle ?? new Uint8Array();
}

describe("between approval and signing", { timeout: 60_000 }, () => {
  it("nothing is signed that was not shown, or that was written on while its files were made", async () => {
    const { client, host } = district;
    await approve(district.client, FEBRUARY);
    const { paperSha256 } = await client.report.open(FEBRUARY);
    await write(district, FEBRUARY, { number: "3" });
    const submit = { ...FEBRUARY, passphrase: PASSPHRASE };
    await expect(
      resultOf(client.submissions.submit({ ...submit, previewPaper: paperSha256 })),
    ).rejects.toMatchObject({ code: "PAPER_CHANGED" });

    const job = await client.submissions.submit(submit);
    for (;;) {
      const step = await job.next();
      if (step.done) throw new RangeError("signed");
      if (step.value.step === "signing") break;
    }
    await write(district, FEBRUARY, { number: "4" });
    await expect(job.next()).rejects.toMatchObject({ code: "PAPER_CHANGED" });
    expect(await client.submissions.list()).toEqual([]);

    const { workspace } = host.context;
    expect(isBodyWhole(workspace, periodOf("2025-M02"))).toBe(true);
    workspace.db.raw.exec("UPDATE approved_paper SET content = replace(content, '1.234', '9.234')");
    const isRefused = async () => {
      await expect(resultOf(client.submissions.submit(submit))).rejects.toMatchObject({
        code: "APPROVAL_STALE",
      });
      await expect(resultOf(client.corrections.rehearse(FEBRUARY))).rejects.toMatchObject({
        code: "APPROVAL_STALE",
      });
    };
    await isRefused();
    // As a period that was approved before papers were kept: what would be printed is nothing anybody approved.
    workspace.db.raw.exec("DELETE FROM approved_paper");
    expect(isBodyWhole(workspace, periodOf("2025-M02"))).toBe(false);
    await isRefused();
    await client.submissions.reopen({ ...FEBRUARY, reason: "duyệt lại" });
    await approve(district.client, FEBRUARY);
    expect((await resultOf(client.corrections.rehearse(FEBRUARY))).verdict).not.toBe("returned");
    await client.submissions.reopen({ ...FEBRUARY, reason: "để tháng khác thử" });
  });

  it("a number is not written on another report than was shown", async () => {
    const { client } = district;
    await approve(district.client, FEBRUARY);
    const { paperSha256: shownSha256, parts } = await client.report.open(FEBRUARY);
    const revision = parts.find(({ part }) => part === "number")?.revision ?? 0;
    const numbered = (shown: string) =>
      client.report.save({
        ...FEBRUARY,
        parts: [{ part: "number", text: "8", expectedRevision: revision }],
        shownSha256: shown,
      });
    const other = await write(district, FEBRUARY, { causes: "Câu của cửa sổ khác." });
    await expect(numbered(shownSha256)).rejects.toMatchObject({ code: "PAPER_CHANGED" });
    expect((await client.report.open(FEBRUARY)).paper).toEqual(other.paper);
    const written = await numbered(other.paperSha256);
    expect(written.paper.documentNumber).toBe("08/BC-LĐLĐ");
    expect((await client.report.open(FEBRUARY)).paperSha256).toBe(written.paperSha256);
    await client.submissions.reopen({ ...FEBRUARY, reason: "để tháng khác thử" });
  });
});

it("a report that came back keeps its number; the correction gets another", { timeout: 60_000 }, async () => {
  await write(district, JANUARY, { number: "15", issuedOn: "2025-02-05" });
  const { digest, bytes } = await report(district, JANUARY);
  await takeIn(province, bytes);
  const reply = await province.client.corrections.reply({
    digest,
    passphrase: PASSPHRASE,
    verdict: { result: "returned", remarks: [{ place: null, message: "Xem lại" }] },
  });
  await takeIn(district, offered(province.host, reply.offer.ticket));
  const { paper, suggestedNumber } = await district.client.report.open(JANUARY);
  expect(paper.documentNumber).toBeNull();
  expect(paper.placeLine).toContain("ngày ……");
  expect(suggestedNumber).toBe(16);
  await expect(write(district, JANUARY, { number: "15" })).rejects.toMatchObject({
    code: "REPORT_NUMBER_TAKEN",
    data: { periods: ["2025-M01"] },
  });
  expect((await district.client.report.signed({ digest })).paper?.documentNumber).toBe("15/BC-LĐLĐ");
});

describe("a signed report", { timeout: 60_000 }, () => {
  it("is taken by the second reader, and refused when the report inside is of another period or none at all", async () => {
    const { digest } = await report(district, MARCH);
    const bundle = keptBundleOf(district, digest);
    const path = join(world.folder, "bao-cao.goi");
    writeFileSync(path, bundle);
    const key = join(world.folder, "donvi.pem");
    const offer = await district.client.keys.publicKey();
    writeFileSync(key, offered(district.host, offer.ticket));
    const read = spawnSync("python3", [join(ROOT, "build/verify-bundle.py"), path, "--key", key]);
    expect(read.stderr.toString()).toBe("");
    expect(read.status).toBe(0);
    const { stdout } = spawnSync("unzip", ["-Z1", path], { encoding: "utf8" });
    expect(stdout.split("\n").filter((name) => name.startsWith("docs/"))).toEqual([
      "docs/tom-tat.txt",
      PAPER_PATH,
      "docs/bao-cao.docx",
      "docs/phu-luc.xlsx",
      "docs/bao-cao.html",
    ]);

    const content = openKept(bundle, digest);
    if (!content) throw new RangeError("no content");
    const text = Buffer.from(content.entries.get(PAPER_PATH) ?? []).toString("utf8");
    const withPaper = (json: string) =>
      atOnce(
        checkSubmissionContent({
          ...content,
          entries: new Map([...content.entries, [PAPER_PATH, Buffer.from(json)]]),
        }),
      );
    expect(withPaper(text)).toBeNull();
    for (const json of [
      text.replace('"period":"2025-M03"', '"period":"2025-M05"'),
      text.replace('"form":"month"', '"form":"year"'),
      text.replace('"title"', '"onClick"'),
      text.replace('"amount":1234', '"amount":12.5'),
      "",
      "[]",
      "[".repeat(100_000),
    ])
      expect(withPaper(json), json.slice(0, 40)).toEqual({ code: "E_DATA_SCHEMA", detail: PAPER_PATH });
  });

  it("shows, saves and prints at both ends what was sent, whatever has changed since", async () => {
    await write(district, JUNE, {
      number: "12",
      issuedOn: "2025-07-05",
      causes: "Do {membersTotal} đoàn viên.",
    });
    await approve(district.client, JUNE);
    await approve(district.client, APRIL);
    const { paper: approved } = await district.client.report.open(APRIL);
    const { paper: shown, paperSha256 } = await district.client.report.open(JUNE);
    expect(shown.numberLine).toBe("Số: 12/BC-LĐLĐ");
    const all = { files: ["word", "workbook", "page"] } as const;
    const written = async () =>
      (await district.client.report.write({ ...JUNE, files: [...all.files] })).map(({ ticket }) =>
        sha256Hex(offered(district.host, ticket)),
      );
    const before = await written();
    const { digest } = await resultOf(
      await district.client.submissions.submit({
        ...JUNE,
        passphrase: PASSPHRASE,
        previewPaper: paperSha256,
      }),
    );
    const bundle = keptBundleOf(district, digest);
    await takeIn(province, bundle);
    await changeEverything(district);

    const manifest = openKept(bundle, digest)?.manifest;
    const signed = new Map(manifest?.entries.map(({ path, sha256 }) => [path, sha256]));
    expect(signed.get(PAPER_PATH)).toBe(paperSha256);
    for (const office of [district, province]) {
      const { paper, files } = await filesOf(office, digest);
      expect(paper).toEqual(shown);
      expect(files.map(({ fileName }) => fileName)).toEqual([
        "TomTat_LDLD-B_2025-M06.txt",
        "BaoCao_LDLD-B_2025-M06.docx",
        "PhuLuc_LDLD-B_2025-M06.xlsx",
        "BaoCao_LDLD-B_2025-M06.html",
      ]);
      expect(files.slice(1).map(({ sha256 }) => sha256)).toEqual(before);
      for (const { sha256, said } of files) {
        expect(sha256).toBe(said);
        expect([...signed.values()]).toContain(sha256);
      }
      // The cover sheet names the number of the paper, at the province too.
      expect(await resultOf(office.client.submissions.open({ digest }))).toMatchObject({
        documentNumber: "12/BC-LĐLĐ",
        hasPaper: true,
      });
    }
    expect(await district.client.report.open(JUNE)).toMatchObject({
      paper: shown,
      isFrozen: true,
      signedAs: digest,
    });
    expect(await written()).toEqual(before);
    expect((await district.client.submissions.list())[0]?.documentNumber).toBe("12/BC-LĐLĐ");

    // What is approved and not signed keeps its figures too; words, number and letterhead are those of the signing.
    const { paper } = await write(district, APRIL, { number: "7", causes: "Có {membersTotal} đoàn viên." });
    expect(paper.appendices).toEqual(approved.appendices);
    expect(JSON.stringify(paper.appendices)).not.toContain("đổi tên sau khi ký");
    expect(JSON.stringify(paper.sections)).toContain("Có 1.311 đoàn viên.");
    expect(paper).toMatchObject({ issuerLine: "CÔNG ĐOÀN XÃ MỚI", documentNumber: "07/BC-CĐX" });
    await expect(write(district, APRIL, { unitColumns: "workersTotal" })).rejects.toMatchObject({
      code: "REPORT_APPROVED",
    });
    // Opened again, the period shows what is there now.
    await district.client.submissions.reopen({ ...APRIL, reason: "thử" });
    const { paper: live } = await district.client.report.open(APRIL);
    expect(JSON.stringify(live.appendices)).toContain("đổi tên sau khi ký");
  });
});
