// The largest form there is: 2,000 unions by the hundred columns of a year. It opens, scrolls, takes a paste and typing at
// its far corner, and says how far its check is.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { commandJson } from "../support/command-line.ts";
import { cell, copyToClipboard, openForm, press, saved, YEAR } from "../support/entry-page.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test } from "../support/watched-page.ts";

test("the year of 2,000 unions opens, scrolls, takes a paste and typing at the far corner", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), "scd-large-"));
  commandJson("demo", "--data", folder, "--units", "2000", "--years", "1", "--seed", "1");
  const app = new OfficeApp(folder);
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  try {
    await app.open(page);
    await page.locator("#today-work").waitFor();
    await openForm(page, "year", String(YEAR));
    const grid = page.getByRole("grid");
    const rows = Number(await grid.getAttribute("aria-rowcount")) - 3;
    const columns = Number(await grid.getAttribute("aria-colcount")) - 2;
    expect(rows).toBeGreaterThan(1900);
    expect(columns).toBeGreaterThan(60);
    // Only what is in sight is made.
    expect(await page.locator(".so-grid-cell[data-row]").count()).toBeLessThan(2500);

    // The whole form is checked as a job that can be called off and begun again.
    await press(page, "F9");
    await expect(page.getByRole("complementary", { name: "Kết quả kiểm tra" })).toBeVisible({
      timeout: 120_000,
    });
    await page.locator(".so-grid-editor").focus();
    await press(page, "F9");
    const cancel = page.locator(".so-progress").getByRole("button");
    await cancel.press("Enter");
    await expect(page.locator(".so-progress")).toHaveCount(0);
    await page.locator(".so-grid-editor").focus();

    // The far corner: the last asked figure of the last union.
    await press(page, "Control+End");
    await expect(cell(page, rows - 1, columns - 1)).toBeVisible();
    const scrolled = await page
      .locator(".so-grid-scroll")
      .evaluate(({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft }));
    expect(scrolled.scrollTop).toBeGreaterThan(rows * 28 - 768);
    expect(scrolled.scrollLeft).toBeGreaterThan(1000);
    // A block from the first row of the last 20 down: wide, across what is not asked.
    const block = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 15 }, (_unused, column) => String(row + column)).join("\t"),
    ).join("\r\n");
    for (let step = 0; step < 11; step += 1) await page.keyboard.press("ArrowUp");
    for (let step = 0; step < 14; step += 1) await page.keyboard.press("ArrowLeft");
    await copyToClipboard(page, { "text/plain": `${block}\r\n` });
    await press(page, "Control+v");
    await saved(page);
    await expect(page.getByText(/Đã ghi \d+ ô/)).toBeVisible();
    await press(page, "Control+z");
    await expect(page.getByText(/Đã hoàn tác \d+ ô/)).toBeVisible();

    // Typing there: the last column that is a count of the last union and is asked.
    await press(page, "Control+End");
    let column = columns - 1;
    while (
      (await cell(page, rows - 1, column).getAttribute("aria-readonly")) === "true" ||
      (await cell(page, rows - 1, column).getAttribute("data-align")) !== "end"
    ) {
      await page.keyboard.press("ArrowLeft");
      column -= 1;
    }
    await page.keyboard.type("12");
    await press(page, "Enter");
    await expect(cell(page, rows - 1, column)).toHaveText("12");
    await saved(page);
    await page.reload();
    await openForm(page, "year", String(YEAR));
    await press(page, "Control+End");
    await expect(cell(page, rows - 1, column)).toHaveText("12");
    await press(page, "Control+Home");
    await expect(cell(page, 0, 0)).toBeVisible();
  } finally {
    await context.close();
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
