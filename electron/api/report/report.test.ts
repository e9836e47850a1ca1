// The printed report of a real office as data: what it says, and what is changed in it.
// Over 300 lines because the expected paper is written out in full.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReportSheet } from "../../../shared/contract/report.ts";
import { listAudit } from "../../database/queries/audit.ts";
import { addUnion, type Client } from "../../../test/support/test-office.ts";
import { H1, HOSTILE, openReportOffice, type ReportOffice } from "./test-fixtures.ts";

let office: ReportOffice;
let client: Client;
let change: ReportOffice["change"];

beforeAll(async () => {
  office = await openReportOffice({ now: () => new Date("2026-03-10T02:00:00Z") });
  ({ client, change } = office);
});
afterAll(() => office.close());
beforeEach(() => office.changeNothing());

/** Everything that is printed, as one text. */
function textOf({ paper }: ReportSheet): string {
  return paper.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join("\n");
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
    const unit = office.uids["U2"] ?? "";
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
    expect(listAudit(office.host.context.workspace.db, 5).map(({ action }) => action)).toContain(
      "report.change",
    );
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
