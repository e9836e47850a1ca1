// The printed report of a real office: written, changed, saved, and read back by other programs.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBook } from "../../../test/support/answered-template.ts";
import {
  hasLibreOffice,
  hasWriter,
  withoutLibreOffice,
  withoutWriter,
} from "../../../test/support/libreoffice.ts";
import { layoutFaults, pageImages } from "../../../test/support/page-images.ts";
import type { ReportFile, ReportSheet } from "../../../shared/contract/report.ts";
import { listAudit } from "../../database/queries/audit.ts";
import type { Host } from "../host.ts";
import { addUnion, type Client, offered, openOffice, resultOf } from "../../../test/support/test-office.ts";

let now = "2026-03-10T02:00:00Z";
const H1 = { form: "half", period: "2025-H1" } as unknown as { form: "half"; period: never };
/** 120 characters that would be a formula, markup and a quotation somewhere else. */
const HOSTILE =
  `=HYPERLINK("http://x";"bấm") & <b>“nháy” 'đơn'</b> {membersTotal} ${"dài ".repeat(20)}`.slice(0, 119) +
  "x";

let folder: string;
let host: Host;
let client: Client;
const uids: Record<string, string> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scd-report-"));
  ({ host, client } = await openOffice(folder, { clock: { now: () => new Date(now) } }));
  await client.office.create({
    code: "LDLD-B",
    name: "Liên đoàn Lao động huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-A",
    parentName: "Liên đoàn Lao động tỉnh A",
    personName: "Nguyễn Thị Lan",
  });
  await client.programmes.adopt({ code: "AG-1979" });
  await addReportingUnion("U1", HOSTILE, "privateEnterprise", [12_000, 9_000], 8_999);
  await addReportingUnion("U2", "CĐCS Trường Tiểu học Phú Tân", "publicServiceUnit", [50, 50], 49);
  await addReportingUnion("U3", "CĐCS May Phú Tân", "fdiEnterprise", [2_500, 2_000], null);
  await client.units.createEmployer({
    code: null,
    name: "Công ty TNHH Sao Mai",
    employerType: "privateEnterprise",
    workforce: 27,
    taxCode: "0101",
    unitUid: null,
  });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  now = "2026-03-10T02:00:00Z";
  for (const { part, isProposed } of (await client.report.open(H1)).parts)
    if (!isProposed) await change(part, null);
});

async function addReportingUnion(
  code: string,
  name: string,
  employerType: "privateEnterprise" | "publicServiceUnit" | "fdiEnterprise",
  [workers, members]: readonly [number, number],
  membersBefore: number | null,
) {
  const isNew = membersBefore === null;
  const founding = { establishedOn: "2025-02-10", decisionNumber: "08/QĐ-LĐLĐ", decidedOn: "2025-02-05" };
  const unit = await addUnion(client, code, name, {
    employerType,
    workforce: workers,
    ...(isNew ? founding : {}),
  });
  uids[code] = unit;
  const save = (element: string, period: string, value: number, isEstimate = false) =>
    client.entries.save({
      unit,
      element,
      period,
      entry: { state: "value", value },
      isEstimate,
      expectedRevision: 0,
    });
  await save("workersTotal", "2025-M06", workers);
  await save("membersTotal", "2025-M06", members);
  await save("peopleInformed", "2025-H1", members, true);
  if (membersBefore !== null) await save("membersTotal", "2024-M06", membersBefore);
}

async function change(part: string, text: string | null): Promise<ReportSheet> {
  const { parts } = await client.report.open(H1);
  const expectedRevision = parts.find((candidate) => candidate.part === part)?.revision ?? 0;
  return client.report.save({ ...H1, parts: [{ part, text, expectedRevision }] });
}

async function written(file: ReportFile): Promise<Uint8Array> {
  const [offer] = await client.report.write({ ...H1, files: [file] });
  return offered(host, offer?.ticket);
}

/** Everything that is printed, as one text. */
function textOf({ paper }: ReportSheet): string {
  return paper.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join("\n");
}

/** Another program writes the file anew. `SCD_SOFFICE` names another LibreOffice than the one in the path. */
function convert(path: string, format: string): string {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const { stdout, stderr } = spawnSync(
    process.env["SCD_SOFFICE"] ?? "soffice",
    [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", format, "--outdir", folder, path],
    { encoding: "utf8", timeout: 100_000 },
  );
  return `${stdout}${stderr}`;
}

describe("the report as data", () => {
  it("has the head of the example in domain.md §e.2", async () => {
    await change("number", "12");
    await change("issuedOn", "05/06/2025");
    const { paper } = await client.report.open(H1);
    expect(paper).toMatchObject({
      superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH A",
      issuerLine: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B",
      numberLine: "Số: 12/BC-LĐLĐ",
      placeLine: "B, ngày 05 tháng 6 năm 2025",
      title: "BÁO CÁO",
      subject:
        "Kết quả hoạt động công đoàn 6 tháng đầu năm 2025 và tình hình thực hiện chỉ tiêu Chương trình hành động số 1979/CTr-LĐLĐ",
      cutoffLine: "(Số liệu tính đến ngày 31/5/2025; số liệu ước thực hiện đến 30/6/2025)",
      onBehalfOf: "TM. BAN THƯỜNG VỤ",
      signerTitle: "CHỦ TỊCH",
      recipients: [
        "Thường trực LĐLĐ tỉnh A (b/c);",
        "Văn phòng LĐLĐ tỉnh A;",
        "Huyện ủy B (b/c);",
        "Lưu: VT, TH.",
      ],
    });
    expect(paper.sections.filter(({ level }) => level === 1).map(({ heading }) => heading)).toEqual([
      "I. Tình hình công nhân, viên chức, lao động",
      "II. Kết quả thực hiện nhiệm vụ",
      "III. Kết quả thực hiện chỉ tiêu (Phụ lục 2)",
      "IV. Đánh giá chung",
      "V. Phương hướng, nhiệm vụ; kiến nghị",
    ]);
    expect(paper.sections.filter(({ id }) => id.startsWith("task."))).toHaveLength(7);
    // Phụ lục 6 belongs to the year: only its form asks for grades.
    expect(paper.appendices.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const year = await client.report.open({ form: "year", period: "2025" });
    expect(year.paper.appendices.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(year.paper.appendices.at(-1)?.notes).toContainEqual(
      expect.stringMatching(/^Chưa đủ điều kiện xếp loại: 1 /),
    );
  });

  it("fills sentences with the sums of the unions", async () => {
    const sheet = await client.report.open(H1);
    // 12,000 + 50 + 2,500 and 9,000 + 50 + 2,000; 11,050 / 14,550 = 75.945… %
    expect(textOf(sheet)).toContain("Tổng số công nhân, viên chức, lao động: 14.550 người");
    expect(textOf(sheet)).toContain("Tổng số đoàn viên: 11.050 người, bằng 75,95 % số lao động");
    expect(textOf(sheet)).toContain("cùng kỳ năm trước: 9.048 người");
    expect(textOf(sheet)).toContain("thành lập mới 1 công đoàn cơ sở");
    expect(sheet.unwritten).toContain("Nguyên nhân");
    expect(sheet.missing.map(({ code }) => code)).toContain("membersAdmitted");
  });

  it("gives every table the figures of domain.md §e.3", async () => {
    const { paper } = await client.report.open(H1);
    const [statistics, targets, events, units, employers] = paper.appendices;
    const row = (appendix: typeof statistics, name: string) =>
      appendix?.rows
        .find(({ cells }) => cells.includes(name))
        ?.cells.map((cell) => (typeof cell === "string" ? cell : cell.text));
    // HCSN 50; no state enterprise; private 9,000; FDI 2,000; 11,050 / 9,048 = 122.126… %
    expect(row(statistics, "Tổng số đoàn viên")?.slice(1)).toEqual([
      "Tổng số đoàn viên",
      "người",
      "11.050",
      "50",
      "x",
      "9.000",
      "2.000",
      "x",
      "9.048",
      "122,13",
    ]);
    expect(row(statistics, "Đoàn viên kết nạp mới")?.slice(3, 5)).toEqual(["…", "…"]);
    // A school is never asked for agreements.
    expect(row(statistics, "Số bản thỏa ước lao động tập thể đang hiệu lực")?.slice(3, 5)).toEqual([
      "…",
      "x",
    ]);
    const { rows } = await client.evaluation.evaluate({ programme: "AG-1979", period: "2025-H1" });
    expect(targets?.rows.filter(({ kind }) => kind === "line")).toHaveLength(rows.length);
    for (const [index, { cells }] of (targets?.rows ?? []).filter(({ kind }) => kind === "line").entries()) {
      expect(cells[3]).toBe(rows[index]?.displayTarget);
      expect(typeof cells[5] === "string" ? cells[5] : cells[5]?.text).toBe(rows[index]?.display);
    }
    expect(row(events, "CĐCS May Phú Tân")).toEqual([
      "1",
      "CĐCS May Phú Tân",
      "Doanh nghiệp FDI",
      "08/QĐ-LĐLĐ, 05/02/2025",
      "2.500",
      "…",
      "Từ ngày 10/02/2025",
    ]);
    expect(row(units, HOSTILE)?.slice(0, 5)).toEqual(["1", "U1", HOSTILE, "12.000", "9.000"]);
    expect(row(employers, "Công ty TNHH Sao Mai")?.at(-1)).toBe("27");
    expect(employers?.notes).toEqual(["Tổng số: 1, trong đó từ 25 lao động trở lên: 1."]);
  });
});

describe("changing the report", () => {
  it("keeps figures in changed sentences alive", async () => {
    const changed = await change("causes", "Do thiếu người; có {Tổng số đoàn viên} đoàn viên.\nĐoạn hai.");
    expect(textOf(changed)).toContain("Do thiếu người; có 11.050 đoàn viên.\nĐoạn hai.");
    expect(changed.unwritten).not.toContain("Nguyên nhân");
    const unit = uids["U2"] ?? "";
    const save = (value: number, expectedRevision: number) =>
      client.entries.save({
        unit,
        element: "membersTotal",
        period: "2025-M06",
        entry: { state: "value", value },
        expectedRevision,
      });
    await save(60, 1);
    expect(textOf(await client.report.open(H1))).toContain("có 11.060 đoàn viên");
    await save(50, 2);
    const part = (await client.report.open(H1)).parts.find((candidate) => candidate.part === "causes");
    expect(part).toMatchObject({ isProposed: false, author: "Nguyễn Thị Lan" });
    expect(part?.text).toContain("{Tổng số đoàn viên}");
    expect(listAudit(host.context.workspace.db, 5).map(({ action }) => action)).toContain("report.change");
  });

  it("leaves an emptied section out, numbers the others anew, and puts it back", async () => {
    const without = await change("task.training", "");
    const headings = without.paper.sections.map(({ heading }) => heading);
    expect(headings.some((heading) => heading.includes("Đào tạo"))).toBe(false);
    expect(headings).toContain("3. Đổi mới tổ chức, phát triển đoàn viên, đội ngũ cán bộ");
    const back = await change("task.training", null);
    expect(back.paper.sections.map(({ heading }) => heading)).toContain(
      "3. Đào tạo, bồi dưỡng, nâng cao tay nghề",
    );
  });

  it.each([
    ["causes", "{Số lạ} và {Tổng số đoàn viên}", "FIGURE_UNKNOWN"],
    ["number", "mười hai", "REPORT_PART_REFUSED"],
    ["number", "0", "REPORT_PART_REFUSED"],
    ["issuedOn", "31/02/2025", "REPORT_PART_REFUSED"],
    ["unitColumns", "noSuchElement", "REPORT_PART_REFUSED"],
    ["noSuchPart", "chữ", "REPORT_PART_REFUSED"],
    ["place", "d".repeat(501), "REPORT_PART_REFUSED"],
  ])("refuses %s = %s", async (part, text, code) => {
    await expect(change(part, text)).rejects.toMatchObject({ code });
    expect((await client.report.open(H1)).parts.find((one) => one.part === part)?.isProposed ?? true).toBe(
      true,
    );
  });

  it("refuses a change based on an old one", async () => {
    const { parts } = await change("plan", "Một.");
    const revision = parts.find(({ part }) => part === "plan")?.revision ?? 0;
    await expect(
      client.report.save({
        ...H1,
        parts: [{ part: "plan", text: "Hai.", expectedRevision: revision - 1 }],
      }),
    ).rejects.toMatchObject({ code: "REPORT_PART_CHANGED", data: { author: "Nguyễn Thị Lan" } });
  });

  it("changes several parts in one step, all of them or none", async () => {
    const revisionOf = async (name: string) =>
      (await client.report.open(H1)).parts.find(({ part }) => part === name)?.revision ?? 0;
    const partsOf = async (number: string) => [
      { part: "place", text: "Phú Tân", expectedRevision: await revisionOf("place") },
      { part: "number", text: number, expectedRevision: await revisionOf("number") },
      { part: "plan", text: "Một.", expectedRevision: await revisionOf("plan") },
    ];
    await expect(client.report.save({ ...H1, parts: await partsOf("mười") })).rejects.toMatchObject({
      code: "REPORT_PART_REFUSED",
      data: { name: "number" },
    });
    expect((await client.report.open(H1)).paper.placeLine).not.toContain("Phú Tân");
    const { paper } = await client.report.save({ ...H1, parts: await partsOf("14") });
    expect(paper.placeLine.startsWith("Phú Tân,")).toBe(true);
    expect(paper.numberLine).toContain("14");
    expect(paper.sections.flatMap(({ paragraphs }) => paragraphs)).toContain("Một.");
  });

  it("tells of a split once, and as an end", async () => {
    const year = { form: "half", period: "2023-H1" } as unknown as typeof H1;
    const union = (code: string, establishedOn: string) =>
      addUnion(client, code, undefined, { workforce: 30, establishedOn });
    const whole = await union("S0", "2015-01-01");
    const successors = [await union("S1", "2023-03-02"), await union("S2", "2023-03-02")];
    await client.units.end({
      uid: whole,
      kind: "split",
      endedOn: "2023-03-01",
      successors,
      receiver: null,
      decisionNumber: "5/QĐ",
      decidedOn: "2023-02-20",
    });
    const { paper, figures } = await client.report.open(year);
    const lines = (paper.appendices.find(({ number }) => number === 3)?.rows ?? []).map((row) =>
      JSON.stringify(row),
    );
    expect(lines.filter((line) => line.includes("Tách: 1"))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("CĐCS S0"))).toHaveLength(1);
    expect(figures.find(({ code }) => code === "unionsEnded")?.text).toBe("1");
    for (const uid of successors)
      await client.units.end({
        uid,
        kind: "dissolved",
        endedOn: "2023-12-31",
        successors: [],
        decisionNumber: null,
      });
  });

  it("gives a number once a year, and proposes the next", async () => {
    await change("number", "12");
    const quarter = { form: "quarter", period: "2025-Q1" } as unknown as typeof H1;
    const save = (text: string, expectedRevision: number) =>
      client.report.save({ ...quarter, parts: [{ part: "number", text, expectedRevision }] });
    expect((await client.report.open(quarter)).suggestedNumber).toBe(13);
    await expect(save("12", 0)).rejects.toMatchObject({
      code: "REPORT_NUMBER_TAKEN",
      data: { periods: ["2025-H1"] },
    });
    expect((await save("13", 0)).paper.numberLine).toBe("Số: 13/BC-LĐLĐ");
    // Another year begins at 1 again.
    expect((await client.report.open({ form: "half", period: "2024-H1" })).suggestedNumber).toBe(1);
    await save("", 1);
  });

  it("looks for the number in the year of the day that is written with it, and again when the day changes", async () => {
    const january = { form: "month", period: "2026-M01" } as const;
    const december = { form: "month", period: "2025-M12" } as const;
    const write = async (
      asked: typeof january | typeof december,
      texts: Readonly<Record<string, string>>,
    ) => {
      const { parts } = await client.report.open(asked);
      const revisionOf = (name: string) => parts.find(({ part }) => part === name)?.revision ?? 0;
      return client.report.save({
        ...asked,
        parts: Object.entries(texts).map(([part, text]) => ({
          part,
          text,
          expectedRevision: revisionOf(part),
        })),
      });
    };
    await write(january, { number: "3", issuedOn: "2026-02-05" });
    await change("number", "1");
    await change("issuedOn", "2025-07-05");
    const taken = (period: string) => ({ code: "REPORT_NUMBER_TAKEN", data: { periods: [period] } });

    await expect(write(december, { number: "3", issuedOn: "2026-01-06" })).rejects.toMatchObject(
      taken("2026-M01"),
    );
    expect((await client.report.open(december)).paper.numberLine).not.toContain("3");
    // 1 is taken in 2025 only.
    expect((await write(december, { number: "1", issuedOn: "2026-01-06" })).suggestedNumber).toBe(4);
    await expect(write(december, { issuedOn: "2025-12-31" })).rejects.toMatchObject(taken("2025-H1"));
    await write(december, { issuedOn: "2025-12-31", number: "3" });
    await expect(write(december, { issuedOn: "2026-01-06" })).rejects.toMatchObject(taken("2026-M01"));
    await write(december, { number: "", issuedOn: "" });
    await write(january, { number: "", issuedOn: "" });
  });

  it("keeps the signer for the reports that follow, not for those before", async () => {
    await change("signerName", "Trần Văn Hùng");
    const nameIn = async (form: "nine" | "quarter", period: string) =>
      (await client.report.open({ form, period: period })).paper.signerName;
    expect(await nameIn("nine", "2025-9M")).toBe("Trần Văn Hùng");
    expect(await nameIn("quarter", "2025-Q1")).toBe("");
  });
});

describe("the files", () => {
  it("are the same bytes for the same report, whenever and however often", async () => {
    const first = await Promise.all((["word", "workbook", "page"] as const).map(written));
    now = "2027-08-01T20:00:00Z";
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const second = await Promise.all((["word", "workbook", "page"] as const).map(written));
    for (const [index, bytes] of first.entries()) {
      expect(bytes.length).toBeGreaterThan(5000);
      expect(Buffer.from(second[index] ?? []).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it("hold figures as numbers and dangerous names as text in the workbook", async () => {
    const book = await openBook(await written("workbook"));
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `Phụ lục ${number}`),
    );
    const values = (name: string) => {
      const rows: unknown[][] = [];
      book.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
      return rows;
    };
    expect(
      values("Phụ lục 1")
        .find((row) => row[1] === "Tổng số đoàn viên")
        ?.slice(3),
    ).toEqual([11_050, 50, "x", 9_000, 2_000, "x", 9_048, 122.13]);
    expect(
      values("Phụ lục 4")
        .find((row) => row[1] === "U1")
        ?.slice(2, 5),
    ).toEqual([`'${HOSTILE}`, 12_000, 9_000]);
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula ?? null).toBeNull())),
    );
  });

  it.runIf(hasLibreOffice)(
    `are read by a spreadsheet program with the same numbers${withoutLibreOffice}`,
    async () => {
      const path = join(folder, "phu-luc.xlsx");
      writeFileSync(path, await written("workbook"));
      const said = convert(path, "fods");
      const sheets = readFileSync(join(folder, "phu-luc.fods"), "utf8").split("<table:table ").slice(1);
      const cellsOf = (sheet: number, name: string) => {
        const row = sheets[sheet]?.split("<table:table-row").find((text) => text.includes(`>${name}<`)) ?? "";
        return [...row.matchAll(/office:value-type="(\w+)"(?: office:value="([^"]+)")?/g)].map(
          ([, type, value]) => value ?? type,
        );
      };
      expect(sheets, said).toHaveLength(5);
      expect(cellsOf(0, "Tổng số đoàn viên").slice(3)).toEqual([
        "11050",
        "50",
        "string",
        "9000",
        "2000",
        "string",
        "9048",
        "122.13",
      ]);
      expect(cellsOf(3, "U1").slice(3, 5)).toEqual(["12000", "9000"]);
      expect(cellsOf(3, "U3").slice(3, 5)).toEqual(["2500", "2000"]);
      expect(sheets.join("")).not.toContain("table:formula");
    },
    120_000,
  );

  it.runIf(hasWriter)(
    `stand in Word line by line as domain.md §e.2 has them${withoutWriter}`,
    async () => {
      await change("number", "12");
      await change("issuedOn", "05/06/2025");
      await change("signerName", "Trần Văn Hùng");
      const path = join(folder, "bao-cao.docx");
      writeFileSync(path, await written("word"));
      const said = convert(path, "pdf");
      const pdf = join(folder, "bao-cao.pdf");
      expect(existsSync(pdf), said).toBe(true);
      expect(layoutFaults(pageImages(pdf))).toEqual([]);
      const { stdout } = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
      const [first = "", second = "", third = ""] = stdout.split("\f");
      const lines = first.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " | "));
      expect(lines.filter(Boolean).slice(0, 8)).toEqual([
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B | Độc lập - Tự do - Hạnh phúc",
        "Số: 12/BC-LĐLĐ | B, ngày 05 tháng 6 năm 2025",
        "BÁO CÁO",
        "Kết quả hoạt động công đoàn 6 tháng đầu năm 2025 và tình hình thực hiện",
        "chỉ tiêu Chương trình hành động số 1979/CTr-LĐLĐ",
        "(Số liệu tính đến ngày 31/5/2025; số liệu ước thực hiện đến 30/6/2025)",
        "I. Tình hình công nhân, viên chức, lao động",
      ]);
      // The page number: none on the first page, above the text from the second on.
      expect(second.trim().split("\n")[0]?.trim()).toBe("2");
      expect(second).toMatch(/Nơi nhận: +TM\. BAN THƯỜNG VỤ\n- Thường trực LĐLĐ tỉnh A \(b\/c\); +CHỦ TỊCH/);
      expect(second).toContain("Trần Văn Hùng");
      expect(third).toMatch(
        /Phụ lục 1\s+BIỂU TỔNG HỢP SỐ LIỆU\s+\(Kèm theo Báo cáo số 12\/BC-LĐLĐ; B, ngày 05 tháng 6 năm 2025\)/,
      );
      expect(third).toMatch(/Tổng số đoàn viên +người +11\.050 +50 +x +9\.000 +2\.000 +x +9\.048 +122,13/);
      // The heading of the long table stands again on its second page.
      expect(stdout.split("\f")[3]).toMatch(/TT +Chỉ tiêu thống kê/);
      expect(stdout).toMatch(/Trang \d+\/\d+/);
    },
    120_000,
  );

  it("hold names as text in Word and on the print page", async () => {
    const unpacked = join(folder, "word");
    const path = join(folder, "bao-cao.docx");
    writeFileSync(path, await written("word"));
    const { stdout: xml } = spawnSync("unzip", ["-p", path, "word/document.xml"], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    const text = xml
      .replaceAll(/<w:t[^>]*>([^<]*)<\/w:t>/g, "\u0001$1\u0001")
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("\u0001", "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&");
    expect(text, unpacked).toContain(HOSTILE);
    expect(xml).not.toMatch(/HYPERLINK(?!\(&quot;)/);
    // The heading of each of the five tables is repeated, two rows of it in the first.
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(6);
    const page = Buffer.from(await written("page")).toString("utf8");
    expect(page).not.toContain("<b>“nháy”");
    expect(page).toContain("&lt;b&gt;“nháy” &#39;đơn&#39;&lt;/b&gt;");
    expect(page).not.toMatch(/<script|src=|href=/);
  });
});

describe("entry forms for paper", () => {
  const formText = async (input: { units: string[] | null; isFilled: boolean }) => {
    const offer = await resultOf(client.report.writeEntryForm({ ...H1, ...input }));
    const path = join(folder, "form.docx");
    writeFileSync(path, offered(host, offer.ticket));
    const { stdout } = spawnSync("unzip", ["-p", path, "word/document.xml"], {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    return stdout.replaceAll(/<[^>]+>/g, "|").replaceAll(/\|+/g, "|");
  };

  it("are blank, or hold what is entered, with what is never asked marked", async () => {
    const blank = await formText({ units: null, isFilled: false });
    expect(blank).toContain("BIỂU SỐ LIỆU BÁO CÁO 6 THÁNG");
    expect(blank).not.toContain("9.000");
    const filled = await formText({ units: [uids["U2"] ?? "", uids["U3"] ?? ""], isFilled: true });
    expect(filled).toContain("|2.500|");
    expect(filled).toContain("CĐCS May Phú Tân (U3)");
    const named = await formText({ units: [uids["U3"] ?? "", uids["U2"] ?? ""], isFilled: false });
    expect(named).not.toContain("|2.500|");
    expect(named).toMatch(/Số bản thỏa ước lao động tập thể đang hiệu lực\|bản\|x\|/);
  });

  it("are refused for a union that is not there", async () => {
    await expect(
      resultOf(
        client.report.writeEntryForm({
          ...H1,
          units: ["01900000-0000-7000-8000-000000000000"],
          isFilled: false,
        }),
      ),
    ).rejects.toMatchObject({ code: "UNIT_UNKNOWN" });
  });

  it("of more than fifty unions are several Word files in a zip, and can be called off", {
    timeout: 60_000,
  }, async () => {
    const year = { form: "half", period: "2022-H1" } as unknown as typeof H1;
    for (let index = 0; index < 51; index += 1) await addUnion(client, `Z${index}`);
    const units = (await client.entries.open(year)).units.filter(({ code }) => code.startsWith("Z"));
    const asked = { ...year, units: units.map(({ uid }) => uid), isFilled: false };
    const offer = await resultOf(client.report.writeEntryForm(asked));
    expect(offer.fileName).toBe("bieu-giay_2022-H1_trong.zip");
    const path = join(folder, "forms.zip");
    writeFileSync(path, offered(host, offer.ticket));
    const list = spawnSync("unzip", ["-Z1", path], { encoding: "utf8" }).stdout.trim().split("\n");
    expect(list).toEqual(["bieu-giay_2022-H1_trong_01-50.docx", "bieu-giay_2022-H1_trong_51-51.docx"]);
    spawnSync("unzip", ["-o", path, "-d", folder]);
    const text = (name: string) =>
      spawnSync("unzip", ["-p", join(folder, name), "word/document.xml"], {
        encoding: "utf8",
        maxBuffer: 1e8,
      }).stdout;
    expect(text(list[0] ?? "").match(/CĐCS Z\d+/g)).toHaveLength(50);
    expect(text(list[1] ?? "").match(/CĐCS Z\d+/g)).toHaveLength(1);

    const control = new AbortController();
    const job = await client.report.writeEntryForm(asked, { signal: control.signal });
    expect((await job.next()).value).toMatchObject({ step: "forms", done: 0, total: 51 });
    control.abort();
    await expect(resultOf(job)).rejects.toThrow();
  });
});

it("keeps recipients for the reports that follow until the name or the superior is another", async () => {
  const written = ["Ban Thường vụ LĐLĐ tỉnh A;", "Lưu: VT."];
  await change("recipients", written.join("\n"));
  const recipientsOf = async (form: "half" | "nine", period: string) =>
    (await client.report.open({ form, period })).paper.recipients;
  expect(await recipientsOf("nine", "2025-9M")).toEqual(written);
  await client.office.setDetails({
    effectiveOn: "2025-07-01",
    decisionNumber: null,
    name: "Liên đoàn Lao động huyện B",
    kind: "districtFederation",
    parentCode: "LDLD-M",
    parentName: "Liên đoàn Lao động tỉnh M",
    letterhead: {
      superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH M",
      issuerLine: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B",
      symbolSuffix: "LĐLĐ",
      placeName: "B",
      address: "",
      phone: "",
    },
  });
  expect(await recipientsOf("half", "2025-H1")).toEqual(written);
  expect(await recipientsOf("nine", "2025-9M")).toEqual([
    "Thường trực LĐLĐ tỉnh M (b/c);",
    "Văn phòng LĐLĐ tỉnh M;",
    "Huyện ủy B (b/c);",
    "Lưu: VT, TH.",
  ]);
});
