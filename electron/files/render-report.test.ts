import { expect, it } from "vitest";
import { periodOf } from "../../shared/domain/period.ts";
import type { PaperReport } from "../../shared/domain/report/paper.ts";
import { renderReport } from "./render-report.ts";
import type { RenderedFile } from "./report-worker.ts";
import { htmlReport } from "./report/html-report.ts";
import { reportWorkbook } from "./report/report-workbook.ts";
import { wordReport } from "./report/word-report.ts";

const PAPER: PaperReport = {
  form: "month",
  period: periodOf("2024-M06").code,
  superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH X",
  issuerLine: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐỨC HÒA",
  numberLine: "Số: 12/BC-LĐLĐ",
  documentNumber: "12/BC-LĐLĐ",
  issuedOn: "2024-06-05",
  placeLine: "Đức Hòa, ngày 05 tháng 6 năm 2024",
  title: "BÁO CÁO",
  subject: "Kết quả hoạt động công đoàn tháng 6 năm 2024",
  cutoffLine: "(Số liệu tính đến ngày 31/5/2024)",
  sections: [{ id: "one", level: 1, heading: "I. Tình hình", paragraphs: ["Kết nạp 12 đoàn viên."] }],
  recipients: ["- LĐLĐ tỉnh X;", "- Lưu: VT."],
  onBehalfOf: "TM. BAN THƯỜNG VỤ",
  signerTitle: "CHỦ TỊCH",
  signerName: "Nguyễn Văn A",
  appendices: [
    {
      number: 1,
      title: "Biểu thống kê",
      columns: [
        { title: "Chỉ tiêu", width: 30, align: "start" },
        { title: "Kết quả", width: 10, align: "end" },
      ],
      rows: [{ kind: "line", cells: ["Đoàn viên", { text: "14.600", amount: 14_600, decimals: 0 }] }],
      empty: "Không có",
      notes: [],
    },
  ],
};

it("makes in a thread of its own, in the order asked for, the same bytes as here", async () => {
  const rendered: RenderedFile[] = [];
  for await (const file of renderReport({ paper: PAPER, files: ["page", "word", "workbook"] }))
    rendered.push(file);
  expect(rendered.map(({ file }) => file)).toEqual(["page", "word", "workbook"]);
  const here = [htmlReport(PAPER), await wordReport(PAPER), await reportWorkbook(PAPER)];
  expect(rendered.map(({ bytes }) => Buffer.from(bytes))).toEqual(here.map((bytes) => Buffer.from(bytes)));
});

it("throws what the thread threw, and keeps nothing running", async () => {
  const broken = { ...PAPER, appendices: [{ ...PAPER.appendices[0], rows: null }] };
  const files = renderReport({ paper: broken as unknown as PaperReport, files: ["word"] });
  await expect(files.next()).rejects.toThrow("null");
  expect(process.getActiveResourcesInfo()).not.toContain("MessagePort");
});

it("ends the thread when nobody asks for its next file", async () => {
  const files = renderReport({ paper: PAPER, files: ["page", "word", "workbook"] });
  await files.next();
  expect(process.getActiveResourcesInfo()).toContain("MessagePort");
  await files.return();
  expect(process.getActiveResourcesInfo()).not.toContain("MessagePort");
});
