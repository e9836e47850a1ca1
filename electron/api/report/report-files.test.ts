// The printed report of a real office as files, read back by other programs.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
import { HOSTILE, openReportOffice, type ReportOffice } from "./test-fixtures.ts";

const NOW = "2026-03-10T02:00:00Z";
let now = NOW;
let office: ReportOffice;
let folder: string;
let change: ReportOffice["change"];
let written: ReportOffice["written"];

beforeAll(async () => {
  office = await openReportOffice({ now: () => new Date(now) });
  ({ folder, change, written } = office);
});
afterAll(() => office.close());
beforeEach(async () => {
  now = NOW;
  await office.changeNothing();
});

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
