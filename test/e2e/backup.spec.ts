// The last part of story 12 of domain.md §h at the screen: a backup to a stick, a new machine, and what comes next.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { commandJson } from "../support/command-line.ts";
import { BACKUP_PASSPHRASE } from "../support/passphrase.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test as base, watch } from "../support/watched-page.ts";

const test = base.extend<{ folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright asks for the braces
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-backup-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
}

async function noSeriousFault(page: Page): Promise<void> {
  // A button that was busy is announced by a reference to it, which is left behind for some seconds when it goes.
  const { violations } = await axe(page).exclude("[data-live-announcer]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

test("Lan saves a backup with a passphrase, opens it on a new machine, and is asked for the newest receipt", async ({
  browser,
  folder,
}) => {
  test.setTimeout(180_000);
  const data = join(folder, "old");
  commandJson("demo", "--units", "12", "--years", "1", "--data", data);
  const before = commandJson<unknown[]>("units", "list", "--data", data);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const faults = watch(page);
  const old = new OfficeApp(data);
  const fresh = new OfficeApp(join(folder, "new"));
  try {
    await old.open(page);
    await page.locator("#today-work").waitFor();
    await goTo(page, "/settings/backup");
    await expect(page.getByText("Chưa có bản sao lưu nào được lưu thành tệp.")).toBeVisible();
    await noSeriousFault(page);
    await page.getByLabel("Mật khẩu của bản sao lưu").fill(BACKUP_PASSPHRASE);
    await page.getByLabel("Nhập lại mật khẩu").fill("khác");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Hai lần nhập chưa giống nhau.")).toBeVisible();
    await page.getByLabel("Nhập lại mật khẩu").fill(BACKUP_PASSPHRASE);
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const download = await saving;
    const file = join(folder, download.suggestedFilename());
    expect(file).toMatch(/\.saoluu\.age$/);
    await download.saveAs(file);
    const row = page.getByRole("row").filter({ hasText: download.suggestedFilename() });
    await expect(row).toContainText("đã lưu thành tệp");
    await expect(row).toContainText("có mật khẩu");
    await old.stop();

    await fresh.open(page);
    const way = page.getByRole("region", { name: "Khôi phục từ bản sao lưu" });
    const chooser = page.waitForEvent("filechooser");
    await way.getByRole("button", { name: "Chọn tệp" }).press("Enter");
    await (await chooser).setFiles(file);
    await way.getByLabel("Mật khẩu của bản sao lưu").fill("sai mật khẩu rồi nhé");
    await page.keyboard.press("Enter");
    await expect(way.getByText("Mật khẩu không mở được tệp.")).toBeVisible({ timeout: 60_000 });
    await way.getByLabel("Mật khẩu của bản sao lưu").fill(BACKUP_PASSPHRASE);
    await page.keyboard.press("Enter");
    await expect(way.getByText("Bản sao lưu nguyên vẹn.")).toBeVisible({ timeout: 60_000 });
    await noSeriousFault(page);
    await way.getByRole("button", { name: "Khôi phục", exact: true }).press("Enter");
    await page.locator("#today-work").waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Nhận biên nhận" }).press("Enter");
    await expect(page.getByText("Sổ này vừa được khôi phục: cần biên nhận mới nhất")).toBeVisible();
    await noSeriousFault(page);
    await page.getByRole("button", { name: "Không có biên nhận mới hơn" }).press("Enter");
    await page.getByRole("button", { name: "Xác nhận không có biên nhận mới hơn" }).press("Enter");
    await expect(page.getByText("Đã xác nhận không có biên nhận mới hơn.")).toBeVisible();
    await fresh.killAndReopen(page);
    await goTo(page, "/settings/backup");
    await expect(page.getByText("Đã xác nhận không có biên nhận mới hơn.")).toBeVisible();
    await fresh.stop();
    expect(commandJson("units", "list", "--data", join(folder, "new"))).toEqual(before);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await old.kill();
    await fresh.kill();
  }
});

test("an open office is replaced after its code was typed, and the replaced one is in the list", async ({
  browser,
  folder,
}) => {
  test.setTimeout(120_000);
  const data = join(folder, "office");
  commandJson("demo", "--units", "12", "--years", "1", "--data", data);
  commandJson("backup", "create", join(folder, "usb"), "--data", data);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const faults = watch(page);
  const office = new OfficeApp(data);
  try {
    await office.open(page);
    await page.locator("#today-work").waitFor();
    await goTo(page, "/settings/backup");
    await page.getByRole("button", { name: /^Kiểm tra bản sao-luu/ }).press("Enter");
    const panel = page.getByRole("complementary", { name: /^Bản sao lưu sao-luu/ });
    const restore = panel.getByRole("button", { name: "Khôi phục", exact: true });
    await expect(restore).toBeDisabled({ timeout: 60_000 });
    await expect(panel).toContainText("Sổ đang mở không có thay đổi nào sau bản sao lưu này.");
    await panel.getByLabel(/Gõ mã văn phòng đang mở/).fill("LDLD-B");
    await restore.press("Enter");
    await expect(panel).toBeHidden({ timeout: 60_000 });
    await expect(page.getByRole("row").filter({ hasText: "Sổ bị thay khi khôi phục" })).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await office.kill();
  }
});
