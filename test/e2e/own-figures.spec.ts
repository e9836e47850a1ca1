// What the office answers about itself: typed without the mouse, durable, and counted by the target that asks for it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { commandJson, initOffice } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test } from "../support/watched-page.ts";

/** A year nothing is written in yet. */
const YEAR = "2025";

function field(page: Page, label: string): Locator {
  return page.getByRole("textbox", { name: label, exact: true });
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

test("a figure of the office itself is typed, saved, taken back and counted by its target", async ({
  page,
  faults,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "scd-own-"));
  initOffice(folder);
  commandJson("programmes", "adopt", "AG-1979", "--data", folder);
  const office = new OfficeApp(folder);
  try {
    await office.open(page);
    await page.locator("#today-work").waitFor();

    // T001-10a asks the direct-superior union itself for one dialogue: nothing is known yet.
    await go(page, `#/evaluation/AG-1979/${YEAR}/T001-10a`);
    await expect(page.locator(".target-result")).toContainText("Chưa đủ căn cứ");

    // From the place of data entry, by keyboard.
    await go(page, `#/entry?year=${YEAR}`);
    // The target's page has a link of the same name.
    await expect(page.getByRole("heading", { level: 1, name: "Nhập số liệu" })).toBeVisible();
    await page.getByRole("link", { name: "Số liệu của chính đơn vị" }).press("Enter");
    const periods = page.getByRole("grid", { name: /tự báo cáo/ });
    await periods.press("End");
    await periods.press("Enter");
    const proposed = field(page, "Có đề xuất cấp ủy, chính quyền, chủ doanh nghiệp đối thoại");
    const dialogues = field(page, "Số cuộc đối thoại do đề xuất được tổ chức");
    const agreements = field(page, "Thỏa thuận hợp tác phúc lợi ký mới");
    await expect(field(page, "Đã quán triệt và có kế hoạch thực hiện nghị quyết")).toBeFocused();
    await page.keyboard.type("có");
    await page.keyboard.press("Enter");
    await expect(proposed).toBeFocused();
    await page.keyboard.type("k");
    await page.keyboard.press("Enter");
    await expect(dialogues).toBeFocused();
    await page.keyboard.type("2");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("Mọi ô đã lưu.")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(agreements).toBeFocused();
    // Two dialogues and no proposal contradict each other (V13).
    await expect(page.getByText(/là 2 nhưng/).first()).toBeVisible();
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Shift+Enter");
    await expect(proposed).toBeFocused();
    await page.keyboard.type("c");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/là 2 nhưng/)).toHaveCount(0);
    await expect(proposed).toHaveValue("Có");

    // What cannot be read is refused in words and kept to be mended.
    await agreements.focus();
    await page.keyboard.type("1.00");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/Chưa lưu: có thể hiểu là 100 hoặc 1 phẩy 00/)).toBeVisible();
    await agreements.focus();
    await expect(agreements).toHaveValue("1.00");
    await page.keyboard.type("7ư");
    await page.keyboard.press("Enter");
    await expect(agreements).toHaveValue("7");
    await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
    await expect(page.locator(".entry-facts")).toContainText("4/22 ô đã nhập");

    // One act back: the estimate goes; again: it returns.
    await page.keyboard.press("Control+z");
    await expect(agreements).toHaveValue("");
    await page.keyboard.press("Control+y");
    // Where the focus is, the field shows what is edited.
    await expect(agreements).toHaveValue("7ư");

    // A column copied from a spreadsheet goes downwards.
    await field(page, "Lượt được chăm lo Tết").focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "310\n155000000");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(field(page, "Số tiền chăm lo Tết")).toHaveValue("155.000.000");

    // Details of a figure, and the focus back where it was.
    await dialogues.focus();
    await page.keyboard.press("Control+i");
    await expect(
      page.getByRole("heading", { name: "Số cuộc đối thoại do đề xuất được tổ chức" }),
    ).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialogues).toBeFocused();

    // Durable, and counted.
    await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
    await office.killAndReopen(page);
    await go(page, `#/evaluation/AG-1979/${YEAR}/T001-10a`);
    await expect(page.locator(".target-result")).toContainText("Đạt");
    await expect(page.getByText("1/1").first()).toBeVisible();
    await page.getByRole("link", { name: "Mở số liệu của chính đơn vị" }).click();
    await expect(dialogues).toHaveValue("2");
    await dialogues.focus();
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
    await go(page, `#/evaluation/AG-1979/${YEAR}/T001-10a`);
    await expect(page.getByText("0/1").first()).toBeVisible();

    // A month asks nothing of the office.
    await go(page, `#/entry/own/${YEAR}-M05`);
    await expect(page.getByRole("alert").or(page.locator(".so-callout")).first()).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    await office.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
