// What another program makes of a report in Word: its figures in their lines, its signature with the text it is under.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hasWriter, withoutWriter } from "../../../test/support/libreoffice.ts";
import { formatInteger } from "../../../shared/domain/number-format.ts";
import { periodOf } from "../../../shared/domain/period.ts";
import type { PaperAppendix, PaperReport } from "../../../shared/domain/report/paper.ts";
import { FigureTable, wordBytes } from "./word-parts.ts";
import { wordReport } from "./word-report.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-paper-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words of each Word file, its pages parted by form feeds. */
function printed(paths: readonly string[]): readonly string[] {
  const profile = pathToFileURL(join(folder, "profile")).href;
  spawnSync(
    process.env["SCD_SOFFICE"] ?? "soffice",
    [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, ...paths],
    { timeout: 100_000 },
  );
  return paths.map((path) => {
    const pdf = path.replace(/docx$/, "pdf");
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    return spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).stdout;
  });
}

it.runIf(hasWriter)(
  `money of two thousand unions stands in one line each${withoutWriter}`,
  async () => {
    const amounts = Array.from({ length: 7 }, (_, index) => 123_456_789_012 + index * 111_111_111_111);
    const table: Pick<PaperAppendix, "columns" | "rows"> = {
      columns: [
        { title: "TT", width: 4, align: "center" },
        { title: "Chỉ tiêu thống kê", width: 28, align: "start" },
        ...amounts.map((_, index) => ({ title: `Cột ${index}`, width: 9, align: "end" as const })),
      ],
      rows: [
        {
          kind: "line",
          cells: [
            "1",
            "Kinh phí công đoàn 2 % đã thu",
            ...amounts.map((amount) => ({ text: formatInteger(amount), amount, decimals: 0 as const })),
          ],
        },
      ],
    };
    const path = join(folder, "bang.docx");
    const children = [new FigureTable(table, "landscape")];
    writeFileSync(
      path,
      await wordBytes("Bảng", [{ orientation: "landscape", numbering: "ofAll", children }]),
    );
    const [pages] = printed([path]);
    const line = (pages ?? "").split("\n").find((text) => text.includes("123.456.789.012")) ?? "";
    expect(line.match(/\d{3}(?:\.\d{3}){3}/g)).toEqual(amounts.map(formatInteger));
  },
  120_000,
);

it.runIf(hasWriter)(
  `a signature stands under the end of the text, however long that is${withoutWriter}`,
  async () => {
    // One line each: the signature comes to lie on every part of a page.
    const lengths = Array.from({ length: 9 }, (_, index) => 12 + index * 4);
    const paths = await Promise.all(
      lengths.map(async (length) => {
        const path = join(folder, `dai-${length}.docx`);
        writeFileSync(path, await wordReport(reportOf(length)));
        return path;
      }),
    );
    const pages = printed(paths).map((text) => text.split("\f").filter((page) => page.trim() !== ""));
    expect(Math.max(...pages.map(({ length }) => length))).toBe(2);
    for (const [index, length] of lengths.entries()) {
      const signed = pages[index]?.find((page) => page.includes("Nơi nhận:"));
      expect(signed).toContain("Nguyễn Thị Hoà");
      expect(signed).toContain(`Dòng thứ ${length}.`);
    }
  },
  120_000,
);

function reportOf(lines: number): PaperReport {
  return {
    form: "half",
    period: periodOf("2025-H1").code,
    superiorLine: "LIÊN ĐOÀN LAO ĐỘNG TỈNH A",
    issuerLine: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN B",
    numberLine: "Số: 12/BC-LĐLĐ",
    documentNumber: "12/BC-LĐLĐ",
    issuedOn: "2025-06-05",
    placeLine: "B, ngày 05 tháng 6 năm 2025",
    title: "BÁO CÁO",
    subject: "Kết quả hoạt động công đoàn 6 tháng đầu năm 2025",
    cutoffLine: "(Số liệu tính đến ngày 15/5/2025)",
    sections: [
      {
        id: "plan",
        level: 1,
        heading: "I. Phương hướng",
        paragraphs: Array.from({ length: lines }, (_, index) => `Dòng thứ ${index + 1}.`),
      },
    ],
    recipients: ["Thường trực LĐLĐ tỉnh A (b/c);", "Huyện ủy B (b/c);", "Lưu: VT."],
    onBehalfOf: "TM. BAN THƯỜNG VỤ",
    signerTitle: "CHỦ TỊCH",
    signerName: "Nguyễn Thị Hoà",
    appendices: [],
  };
}
