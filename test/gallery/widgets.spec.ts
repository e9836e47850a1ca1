import { expect, seriousFindings, test } from "./gallery-page.ts";

for (const name of ["widgets", "fields", "table"]) {
  test(`no serious finding of axe on ${name}`, async ({ gallery }) => {
    const page = await gallery(name);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test(`${name} fits a window at 200 % zoom without scrolling sideways`, async ({ gallery, page }) => {
    await page.setViewportSize({ width: 683, height: 384 });
    await gallery(name);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(683);
  });
}

test.describe("fields", () => {
  test("a date is typed as dd/mm/yyyy; a day that does not exist is refused and nothing is held", async ({
    gallery,
  }) => {
    const page = await gallery("fields");
    const field = page.getByLabel("Ngày thành lập");
    const held = page.getByLabel("Ngày đọc được");
    await field.fill("05/04/2026");
    await expect(held).toHaveText("2026-04-05");
    await field.fill("31/02/2026");
    await expect(held).toHaveText("null");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Không có ngày này.")).toBeVisible();
    await field.fill("28022026");
    await field.blur();
    await expect(held).toHaveText("2026-02-28");
    await expect(field).toHaveValue("28/02/2026");
  });

  test("a half-typed date is not yet a mistake", async ({ gallery }) => {
    const page = await gallery("fields");
    const field = page.getByLabel("Ngày thành lập");
    await field.fill("05/0");
    await expect(field).not.toHaveAttribute("aria-invalid", "true");
    await field.blur();
    await expect(field).toHaveAttribute("aria-invalid", "true");
  });

  test("a number is read as people here write it, printed back with dots, and kept in its range", async ({
    gallery,
  }) => {
    const page = await gallery("fields");
    const field = page.getByLabel("Số lao động");
    await field.fill("65 nghìn");
    await field.blur();
    await expect(page.getByLabel("Số đọc được")).toHaveText("65000");
    await expect(field).toHaveValue("65.000");
    await field.fill("1,5");
    await expect(page.getByLabel("Số đọc được")).toHaveText("null");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await field.fill("100001");
    await expect(page.getByText("Phải từ 0 đến 100.000.")).toBeVisible();
  });

  test("a combo box finds without accents and chooses with Enter", async ({ gallery }) => {
    const page = await gallery("fields");
    const field = page.getByRole("combobox", { name: "Công đoàn cơ sở" });
    await field.click();
    await page.keyboard.type("dong xuyen 5");
    await expect(page.getByRole("option").first()).toContainText("Đông Xuyên 5");
    // While its list is open the rest of the page is hidden from readers; a Tab into it closes the list first.
    expect(await seriousFindings(page, ["aria-hidden-focus"])).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Đơn vị đã chọn")).toHaveText("u4");
    await expect(field).toHaveValue(/Đông Xuyên 5$/);
  });

  test("a select opens with the keyboard, takes an empty id, and shows its choice", async ({ gallery }) => {
    const page = await gallery("fields");
    const field = page.getByRole("button", { name: /Khu vực/ });
    await field.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("option", { name: "Chưa chọn" })).toBeFocused();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(field).toContainText("Khu vực nhà nước");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await expect(field).toContainText("Chưa chọn");
  });
});

test.describe("table", () => {
  test("arrows, End and Home move the row; Enter opens it; 2,000 rows, few of them made", async ({
    gallery,
  }) => {
    const page = await gallery("table");
    const table = page.getByRole("grid");
    await table.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Đang mở")).toHaveText("CS0002");
    await page.keyboard.press("End");
    await expect(page.getByRole("rowheader").last()).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Đang mở")).toHaveText("CS2000");
    await expect(page.getByText("CS2000").last()).toBeInViewport();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Đang mở")).not.toHaveText("CS2000");
    await expect(table).toHaveAttribute("aria-rowcount", "2001");
    expect(await page.getByRole("row").count()).toBeLessThan(80);
  });

  test("a heading sorts, says so, and blanks stay last", async ({ gallery }) => {
    const page = await gallery("table");
    const heading = page.getByRole("columnheader", { name: "Lao động" });
    await heading.getByRole("button").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(page.getByRole("row").nth(1).getByRole("gridcell").nth(1)).not.toHaveText("");
    await heading.getByRole("button").press("Enter");
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await page.getByRole("grid").focus();
    await page.keyboard.press("End");
    await expect(page.getByRole("row").last().getByRole("gridcell").nth(1)).toHaveText("");
  });
});

test.describe("panels and messages", () => {
  test("a side panel takes the focus, Esc closes it, the focus returns", async ({ gallery }) => {
    const page = await gallery("widgets");
    const opener = page.getByRole("button", { name: "Mở bảng bên" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "CĐCS May Phú Tân" });
    await expect(panel.getByRole("heading")).toBeFocused();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  test("a dialog holds the focus, Esc closes it, the focus returns", async ({ gallery }) => {
    const page = await gallery("widgets");
    const opener = page.getByRole("button", { name: "Mở hộp thoại" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Hoàn tác lần nhập này?" });
    await expect(dialog).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press("Tab");
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });

  test("Ctrl+K, a word without accents, Enter", async ({ gallery }) => {
    const page = await gallery("widgets");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    const input = page.getByRole("combobox", { name: "Tìm mọi thứ" });
    await expect(input).toBeFocused();
    await page.keyboard.type("so don");
    await expect(page.getByRole("option")).toHaveCount(1);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Đã chọn")).toHaveText("Sổ đơn vị");
    await expect(input).toHaveCount(0);
  });

  test("a message appears in its region and can be closed", async ({ gallery }) => {
    const page = await gallery("widgets");
    await page.getByRole("button", { name: "Lưu", exact: true }).click();
    const region = page.getByRole("region", { name: "Thông báo" });
    await expect(region).toContainText("Đã lưu 12 ô.");
    await region.getByRole("button", { name: "Đóng" }).click();
    await expect(region).not.toContainText("Đã lưu");
  });
});
