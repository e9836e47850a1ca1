// From a figure down to the cell it comes from, by keyboard; what is said where little or nothing was reported.
import { expect } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { go, test, YEAR } from "../support/entry-page.ts";

const LAST = YEAR - 1;

test("'?' leads from the scoreboard to a union, its cells and the exact cell of the form", async ({
  entry,
}) => {
  const { page } = entry;
  await go(page, `#/evaluation/TLD-2021/${LAST}`);
  const board = page.getByRole("grid", { name: "Kết quả từng chỉ tiêu" });
  await board.focus();
  for (let row = 0; row < 20; row += 1) {
    const active = page.locator(".so-table-row[data-active]");
    if (await active.filter({ hasText: "T000-12" }).count()) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { level: 1, name: /T000-12/ })).toBeVisible();

  const units = page.getByRole("grid", { name: "Các đơn vị" });
  await units.focus();
  await page.keyboard.press("ArrowDown");
  const union = await page.locator(".so-table-row[data-active] [role=rowheader]").innerText();
  await page.keyboard.press("?");
  const cells = page.getByRole("grid", { name: "Các ô đứng sau con số" });
  await expect(cells.getByRole("row")).toHaveCount(5);
  await expect(page.getByRole("heading", { name: `Ô số liệu của ${union}` })).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await cells.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Quý 2/${LAST}` })).toBeVisible();
  const place = page.locator(".so-grid-status-place");
  await expect(place).toContainText(union);
  await expect(place).toContainText("ĐV ưu tú giới thiệu");
});

test("a year of nothing has no figure, and a figure says how many periods are behind it", async ({
  entry,
}) => {
  const { page } = entry;
  const year = `#/evaluation/TLD-2021/${YEAR}`;
  await go(page, year);
  const line = page.getByRole("row").filter({ hasText: "T000-02b" });
  await expect(line).toContainText("—");
  await expect(line).not.toContainText("0,00 %");
  await expect(line).toContainText(/\b0\/\d+/);

  await go(page, `${year}/T000-02b`);
  await expect(page.getByText("Chưa đơn vị nào báo cáo nên chưa có kết quả", { exact: false })).toBeVisible();

  // As of six months two quarters are asked, and the demo has both.
  await go(page, `#/evaluation/TLD-2021/${LAST}-H1/T000-12`);
  await expect(page.locator(".target-result")).toContainText("2/2 quý");
});

test("the list of unanswered periods leads to collecting, and what was before the office is nobody's debt", async ({
  entry,
}) => {
  const { page } = entry;
  await go(page, "#/");
  await expect(page.getByText("kỳ trước chưa nộp")).toHaveCount(0);
  const unanswered = page.getByRole("link", { name: /đơn vị chưa trả lời đủ/ }).first();
  await unanswered.press("Enter");
  await expect(page).toHaveURL(/\/entry\/collect\?period=/);
});
