// What is shown as saved survives the plug being pulled (design.md §7 no. 1).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { commandJson } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";

const ROUNDS = 20;

test("twenty times kill -9 in the middle of typing loses nothing that was shown as saved", async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "scd-kill-"));
  try {
    commandJson("demo", "--units", "20", "--years", "1", "--data", folder);
    const office = new OfficeApp(folder);
    await office.open(page);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await page.evaluate(() => {
        location.hash = "#/entry/month/2026-M01";
      });
      await expect(page.getByRole("grid")).toBeVisible();
      if (round > 1)
        await expect(
          page.getByRole("gridcell", { name: String(1000 + round - 1).replace("1", "1."), exact: true }),
        ).toBeVisible();
      await page.keyboard.press("Control+Home");
      await page.keyboard.type(String(1000 + round));
      await page.keyboard.press("Enter");
      await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
      await expect(
        page.getByRole("gridcell", { name: String(1000 + round).replace("1", "1."), exact: true }),
      ).toBeVisible();
      // More is on its way when the plug goes; nobody said that this was saved.
      await page.keyboard.type("77");
      await page.keyboard.press("Enter");
      await office.killAndReopen(page);
    }
    await office.stop();
    const { checks } = commandJson<{ checks: { ok: boolean }[] }>("doctor", "--data", folder);
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
