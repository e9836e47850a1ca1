// Every page and what opens over it, as axe sees it, and the focus that must never be lost.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { commandJson } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test as base } from "../support/watched-page.ts";

const test = base.extend<{ demo: OfficeApp }>({
  demo: async ({ page, faults }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-axe-"));
    commandJson("demo", "--data", folder, "--units", "20", "--years", "1", "--seed", "1");
    const demo = new OfficeApp(folder);
    try {
      await page.setViewportSize({ width: 1366, height: 768 });
      await demo.open(page);
      await page.locator("#today-work").waitFor();
      await use(demo);
      expect(faults).toEqual([]);
    } finally {
      await demo.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

const YEAR = new Date().getFullYear() - 1;

const PAGES = [
  "#/",
  "#/register",
  "#/register/employers",
  "#/register/similar",
  "#/register/imports",
  "#/register/import",
  "#/programmes",
  "#/programmes/AG-1979",
  "#/programmes/-",
  "#/programmes/AG-1979/manage",
  "#/entry",
  "#/entry/own",
  `#/entry/own/${YEAR}`,
  `#/entry/month/${YEAR}-M05`,
  "#/entry/grading",
  "#/entry/grading/summary",
  `#/evaluation/AG-1979/${YEAR}`,
  `#/evaluation/AG-1979/${YEAR}/T001-14`,
  `#/evaluation/AG-1979/${YEAR}/T001-10a`,
  "#/bundles",
  `#/bundles/month/${YEAR}-M05`,
  "#/settings",
  "#/settings/people",
  "#/settings/parameters",
  "#/settings/key",
  "#/settings/trust",
  "#/settings/doctor",
  "#/no-such-page",
] as const;

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Đang tải…")).toHaveCount(0);
}

/** What axe finds: rule and first place. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await axe(page).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`);
}

const isLost = (page: Page) =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test("axe finds nothing on any page, each page has its own title and one heading", async ({
  page,
  demo: _,
}) => {
  test.setTimeout(240_000);
  const found: Record<string, string[]> = {};
  for (const hash of PAGES) {
    await go(page, hash);
    const broken = await violations(page);
    if (broken.length > 0) found[hash] = broken;
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await expect(page, hash).toHaveTitle(`${heading} – Sổ Công Đoàn`);
  }
  expect(found).toEqual({});
});

test("axe finds nothing in what opens over a page, and closing it gives the focus back", async ({
  page,
  demo: _,
}) => {
  test.setTimeout(120_000);
  const opened = [
    { at: "#/register", button: "Thêm đơn vị" },
    { at: "#/register/employers", button: "Thêm đơn vị sử dụng lao động" },
    { at: "#/programmes", button: "Nhập chương trình từ tệp" },
    { at: "#/settings/people", button: /Thêm người/ },
    { at: "#/settings/key", button: /Tạo khóa/ },
    { at: `#/entry/own/${YEAR}`, button: "Phím (F1)" },
    { at: `#/entry/own/${YEAR}`, button: "Chi tiết" },
  ] as const;
  for (const { at, button } of opened) {
    await go(page, at);
    const opener = page.getByRole("button", { name: button }).first();
    await opener.focus();
    await page.keyboard.press("Enter");
    const inside = page.locator("aside, [role=dialog]").last();
    await expect(inside).toBeVisible();
    expect(await violations(page), `${at} ${String(button)}`).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(inside).toHaveCount(0);
    await expect.poll(() => isLost(page), `${at} ${String(button)}`).toBe(false);
  }
  for (const key of ["Control+k", "F1"]) {
    await go(page, "#/programmes");
    await page.getByRole("button", { name: "Nhập chương trình từ tệp" }).focus();
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page), key).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Nhập chương trình từ tệp" })).toBeFocused();
  }
});

test("a whole visit without the mouse: places, palette, a row, a panel and back, the focus never lost", async ({
  page,
  demo: _,
}) => {
  // The first Tab of a page offers the way past the rail.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Tới nội dung" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  for (const [key, heading] of [
    ["Alt+2", "Sổ đơn vị"],
    ["Alt+3", "Chương trình"],
    ["Alt+4", "Nhập số liệu"],
    ["Alt+5", "Đánh giá"],
    ["Alt+6", "Báo cáo & gói nộp"],
    ["Alt+7", "Lịch sử"],
    ["Alt+8", "Cài đặt"],
    ["Alt+1", "Hôm nay"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect.poll(() => isLost(page), key).toBe(false);
  }
  // To a union by a few letters without accents, its panel, and back to the table.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("cs0003");
  await page.getByRole("dialog").getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  const panel = page.locator("aside");
  await expect(panel).toBeVisible();
  await page.keyboard.press("Tab");
  await expect.poll(() => isLost(page)).toBe(false);
  await panel.getByRole("heading").first().focus();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect.poll(() => isLost(page)).toBe(false);
  // Into a target and back by keys of the table and the way back.
  await go(page, `#/evaluation/AG-1979/${YEAR}`);
  const table = page.getByRole("grid").first();
  await table.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /T001-01b/ })).toBeVisible();
  await expect.poll(() => isLost(page)).toBe(false);
  await page.getByRole("link", { name: "Về bảng chỉ tiêu" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Đánh giá" })).toBeVisible();
});

/** What is drawn with a ring, but for inputs behind a drawn box, and the row by which a table shows where one stands in it. */
const ringed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => !element.matches("[role=grid] [role=row], [type=checkbox], [type=radio]"))
      .filter((element) =>
        [getComputedStyle(element), getComputedStyle(element, "::before")].some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0,
        ),
      )
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );

test("one place wears the ring at each stop of Tab", async ({ page, demo: _demo }) => {
  for (const hash of ["#/register", `#/evaluation/AG-1979/${YEAR}`, "#/history/units"]) {
    await go(page, hash);
    let stops = 0;
    for (let press = 0; press < 30; press += 1) {
      await page.keyboard.press("Tab");
      // Past the last stop the browser itself has the focus once.
      if (await isLost(page)) continue;
      stops += 1;
      await expect.poll(() => ringed(page), `${hash}, stop ${stops}`).toHaveLength(1);
    }
    expect(stops, hash).toBeGreaterThan(20);
  }
});
