// The printed report as a clerk makes it: read on the screen, changed in place, printed, saved as Word.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { commandJson } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { layoutFaults, pageImages } from "../support/page-images.ts";

let folder: string;
let app: OfficeApp;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-printed-"));
  app = new OfficeApp(join(folder, "office"));
});
test.afterEach(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface SavedReport {
  readonly files: readonly string[];
  readonly unwritten: readonly string[];
}

test("a clerk writes what is missing, gives number and date, prints, and saves Word", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await app.open(page, "--demo");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // The demo ends with last year, which is the working year.
  const year = await page.locator(".header-year select").inputValue();
  await page.evaluate((address) => {
    location.hash = address;
  }, `#/bundles/half/${year}-H1`);
  await page.getByRole("link", { name: "Báo cáo in (Word, PDF)" }).click();
  const paper = page.getByRole("article", { name: "Trang báo cáo" });
  await expect(paper).toContainText("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  await expect(page.getByText("Còn 3 mục chưa viết")).toBeVisible();
  const { violations } = await axe(page).include(".report").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await page.getByRole("button", { name: "Sửa: 3. Nguyên nhân" }).click();
  const text = page.getByRole("textbox", { name: "Nội dung, mỗi dòng một đoạn" });
  await text.fill("Do thiếu cán bộ, chỉ {Số lạ} <b>đơn vị</b>.");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Số lạ");
  await text.fill("Do thiếu cán bộ; có <b>{Tổng số đoàn viên}</b> đoàn viên.");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(paper).toContainText(/Do thiếu cán bộ; có <b>[\d.]+<\/b> đoàn viên\./);
  await expect(page.getByText("Còn 2 mục chưa viết")).toBeVisible();

  await page.getByRole("button", { name: "Số, ngày, người ký…", exact: true }).click();
  await page.getByRole("textbox", { name: "Số văn bản" }).fill("12");
  await page.getByRole("textbox", { name: "Ngày ban hành" }).fill(`05/06/${year}`);
  await page.getByRole("textbox", { name: "Họ tên người ký" }).fill("Trần Văn Hùng");
  await page.getByRole("button", { name: "Ghi", exact: true }).click();
  await expect(paper).toContainText("Số: 12/BC-LĐLĐ");
  await expect(paper).toContainText(`B, ngày 05 tháng 6 năm ${year}`);

  const path = join(folder, "bao-cao.pdf");
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  const pages = stdout.split("\f").slice(0, -1);
  expect(pages[0]).toMatch(
    /^\s*LIÊN ĐOÀN LAO ĐỘNG TỈNH A +CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\s+LIÊN ĐOÀN LAO ĐỘNG HUYỆN B +Độc lập - Tự do - Hạnh phúc\s+Số: 12\/BC-LĐLĐ +B, ngày 05 tháng 6 năm/,
  );
  expect(pages[1]?.trim().split("\n")[0]?.trim()).toBe("2");
  // Of the application around the paper nothing is printed.
  expect(stdout).not.toMatch(/Hôm nay|Lưu Word|Đã lưu/);
  expect(stdout).not.toMatch(/Số, ngày, người ký/);
  // Every page but the first says its number at its top; of Phụ lục 4 also of how many.
  const images = pageImages(path);
  expect(layoutFaults(images)).toEqual([]);
  expect(images).toHaveLength(pages.length);
  for (const [index, text] of pages.entries())
    if (index > 0)
      expect(text.trim().split("\n")[0]?.trim()).toMatch(
        new RegExp(`^(${index + 1}|Trang ${index + 1}/${pages.length})$`),
      );
  // A4 upright for the report, on its side for the wide tables.
  expect(images[0]?.width).toBe(210);
  expect(images.some(({ width }) => width === 297)).toBe(true);
  const order = ["I. ", "II. ", "III. ", "Nơi nhận:", "Trần Văn Hùng"].concat(
    // Phụ lục 6 is of the year only.
    [1, 2, 3, 4, 5].map((number) => `Phụ lục ${number}\n`),
  );
  const places = order.map((words) => stdout.replaceAll(/[ \f]+\n|\n +/g, "\n").indexOf(`\n${words}`));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((left, right) => left - right));

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu Word" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`BaoCao_LDLD-B_${year}-H1.docx`);
  const { stdout: xml } = spawnSync("unzip", ["-p", await file.path(), "word/document.xml"], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(xml).toContain("Số: 12/BC-LĐLĐ");
  expect(xml).toContain("&lt;b&gt;");

  await app.stop();
  const saved = commandJson<SavedReport>(
    "report",
    "write",
    "--form",
    "half",
    "--period",
    `${year}-H1`,
    "--out",
    join(folder, "out"),
    "--data",
    app.folder,
  );
  expect(saved.files).toHaveLength(3);
  // The print page that travels with the report, opened alone.
  const printPage = saved.files.find((name) => name.endsWith(".html")) ?? "";
  await page.goto(pathToFileURL(resolve(folder, "out", printPage)).href);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true }));
  const printed = pageImages(path);
  expect(layoutFaults(printed)).toEqual([]);
  expect(printed.length).toBeGreaterThan(5);
  expect(saved.unwritten).toEqual(["Phương hướng, nhiệm vụ trọng tâm", "Kiến nghị, đề xuất"]);
});
