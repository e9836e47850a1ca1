// Flows of an office in a browser, by keyboard: the demo begun, cancelled and opened; a union founded, changed from a
// day on and ended; an employer; the parameters; the other language.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/watched-page.ts";

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function setUp(page: Page): Promise<void> {
  await page.getByLabel("Mã văn phòng").fill("LDLD-B");
  await page.getByLabel("Tên văn phòng").fill("LĐLĐ huyện B");
  await page.getByLabel("Người làm việc trên máy này").fill("Nguyễn Thị Lan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hôm nay" })).toBeVisible();
}

/** Types into a field reached by keyboard, as a clerk does. */
async function type(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.press("Control+a");
  await field.pressSequentially(text);
}

/** Where the focus is, in words; "BODY" when it is lost. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element === null || element === document.body ? "BODY" : (element.textContent ?? "");
  });
}

test("the demo office is begun, cancelled without a trace, and opened", async ({ page, office }) => {
  const start = page.getByRole("button", { name: "Mở văn phòng mẫu" });
  await start.focus();
  await page.keyboard.press("Enter");
  // As soon as it runs it can be stopped.
  await page.getByRole("button", { name: "Hủy" }).click();
  await expect(page.getByText("Đã dừng. Chưa có gì được ghi.")).toBeVisible();
  await expect(start).toBeFocused();
  await page.reload();
  // A new link for the new page: the folder still holds no office.
  await page.goto(await office.nextLink());
  await expect(start).toBeVisible();
  await start.press("Enter");
  await expect(page.getByText("Dữ liệu thử")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "Hôm nay" })).toBeVisible();
  await go(page, "#/register");
  await expect(page.getByText(/120 dòng|119 dòng/)).toBeVisible();
  expect(existsSync(join(office.folder))).toBe(true);
});

test("a union is founded, changed from a day on and ended; each day shows what held then", async ({
  page,
  office: _,
}) => {
  await setUp(page);
  await go(page, "#/register");
  await expect(page).toHaveTitle("Sổ đơn vị – Sổ Công Đoàn");
  await page.getByRole("button", { name: "Thêm đơn vị" }).first().press("Enter");
  await expect(page.locator("aside").getByLabel(/^Mã/).first()).toBeFocused();
  await page.keyboard.type("CS01");
  await page.keyboard.press("Tab");
  await page.keyboard.type("CĐCS Công ty May Hoà Bình");
  // What is missing is said at its field.
  await page.keyboard.press("Enter");
  await expect(page.getByText("Cần điền").first()).toBeVisible();
  await page.getByRole("button", { name: /Loại hình/ }).press("Enter");
  await page.getByRole("option", { name: "Doanh nghiệp tư nhân" }).press("Enter");
  await type(page.locator("aside").getByLabel("Lao động", { exact: true }), "120");
  await type(page.getByLabel("Ngày thành lập"), "01022024");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã thêm CĐCS Công ty May Hoà Bình.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "CĐCS Công ty May Hoà Bình" })).toBeFocused();

  // Changed from a day on.
  await page.getByRole("button", { name: "Sửa thông tin" }).press("Enter");
  await expect(page.getByLabel("Có hiệu lực từ ngày")).toBeFocused();
  await type(page.getByLabel("Có hiệu lực từ ngày"), "01072025");
  await type(page.locator("aside").getByLabel(/^Tên/), "CĐCS Công ty May Hoà Bình 2");
  await type(page.locator("aside").getByLabel("Lao động", { exact: true }), "150");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã ghi thay đổi từ ngày 01/07/2025.")).toBeVisible();
  expect(await focused(page)).not.toBe("BODY");
  await page.keyboard.press("Escape");
  const row = page.getByRole("row", { name: /CS01/ });
  await expect(row).toContainText("CĐCS Công ty May Hoà Bình 2");
  await type(page.getByLabel("Tính đến ngày"), "30062025");
  await expect(row).toContainText("120");
  await expect(row).not.toContainText("Hoà Bình 2");
  await type(page.getByLabel("Tính đến ngày"), "31122025");
  await expect(row).toContainText("150");

  // Ended: gone from the register after its last day, there until then.
  await row.click();
  await page.getByRole("button", { name: "Kết thúc hoạt động" }).press("Enter");
  await expect(page.getByLabel("Ngày hoạt động cuối cùng")).toBeFocused();
  await type(page.getByLabel("Ngày hoạt động cuối cùng"), "31/10/2025");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã ghi kết thúc ngày 31/10/2025.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row).toHaveCount(0);
  await type(page.getByLabel("Tính đến ngày"), "31102025");
  await expect(row).toBeVisible();

  // A period after its end asks nothing of it.
  await go(page, "#/entry/month/2025-M12");
  await expect(page.getByText("Không có đơn vị nào hoạt động trong kỳ này")).toBeVisible();
});

test("a union goes into another, both say so, and one step brings it back", async ({ page, office: _ }) => {
  await setUp(page);
  await go(page, "#/register");
  for (const [code, name] of [
    ["CS01", "CĐCS Một"],
    ["CS02", "CĐCS Hai"],
  ] as const) {
    await page.getByRole("button", { name: "Thêm đơn vị" }).first().click();
    await type(page.locator("aside").getByLabel(/^Mã/).first(), code);
    await type(page.locator("aside").getByLabel(/^Tên/), name);
    await type(page.getByLabel("Ngày thành lập"), "01022024");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name })).toBeVisible();
  }
  const panel = page.locator("aside");
  await page.getByRole("button", { name: "Kết thúc hoạt động" }).click();
  await page.getByText("Sáp nhập vào công đoàn khác").click();
  // Not without the one that goes on.
  await panel.getByRole("button", { name: "Ghi kết thúc" }).click();
  await expect(panel.getByText("Cần điền")).toBeVisible();
  await type(panel.getByRole("combobox", { name: /Công đoàn tiếp nối/ }), "mot");
  await page.getByRole("option", { name: "CĐCS Một (CS01)" }).click();
  await panel.getByRole("button", { name: "Ghi kết thúc" }).click();
  await expect(panel.getByText(/Sáp nhập vào/)).toBeVisible();
  await panel.getByRole("link", { name: "CĐCS Một (CS01)" }).click();
  await expect(panel.getByText(/Sáp nhập từ/)).toBeVisible();
  await panel.getByRole("link", { name: "CĐCS Hai (CS02)" }).click();
  await expect(page.getByRole("heading", { name: "CĐCS Hai" })).toBeVisible();

  await panel.getByRole("button", { name: "Hoàn tác" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/Ngày kết thúc: .* → \(trống\)/);
  await expect(dialog).toContainText("Tiếp nối: CS01 → (trống)");
  await dialog.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByText("Đã hoàn tác; CĐCS Hai trở lại như trước.")).toBeVisible();
  await expect(panel.getByText(/Sáp nhập vào/)).toHaveCount(0);
  // And once more: it was made by hand, so it leaves the register.
  await panel.getByRole("button", { name: "Hoàn tác" }).click();
  await dialog.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByRole("row", { name: /CS02/ })).toHaveCount(0);
  await expect(page.getByRole("row", { name: /CS01/ })).toBeVisible();
  // One half written gives way to another union only when somebody says so.
  await page.getByRole("button", { name: "Thêm đơn vị" }).first().click();
  await type(panel.getByLabel(/^Mã/).first(), "CS03");
  await page.getByRole("row", { name: /CS01/ }).click();
  await dialog.getByRole("button", { name: "Tiếp tục gõ" }).click();
  await expect(panel.getByLabel(/^Mã/).first()).toHaveValue("CS03");
});

test("the office is renamed from a day on, and a person mended", async ({ page, office }) => {
  await setUp(page);
  await go(page, "#/settings/office");
  await expect(page.getByText(office.folder, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Sửa thông tin văn phòng" }).click();
  const panel = page.locator("aside");
  await type(panel.getByLabel("Tên", { exact: true }).or(panel.getByLabel(/^Tên \*/)), "Công đoàn xã B1");
  await type(panel.getByLabel("Địa chỉ"), "12 Trần Hưng Đạo");
  await expect(panel.getByLabel(/^Dòng tên cơ quan/)).toHaveValue("CÔNG ĐOÀN XÃ B1");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Đã ghi thông tin văn phòng từ ngày/)).toBeVisible();
  await expect(page.getByText("12 Trần Hưng Đạo").first()).toBeVisible();
  await expect(page.getByRole("banner").getByText("Công đoàn xã B1")).toBeVisible();
  await go(page, "#/settings/people");
  await page.getByRole("button", { name: "Sửa Nguyễn Thị Lan" }).click();
  await type(panel.getByLabel(/^Chức vụ/), "Phó Chủ tịch");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã lưu Nguyễn Thị Lan.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Nguyễn Thị Lan/ })).toContainText("Phó Chủ tịch");
});

test("an employer without a union is kept, and its headcount from a day on", async ({ page, office: _ }) => {
  await setUp(page);
  await go(page, "#/register/employers");
  await page.getByRole("button", { name: "Thêm đơn vị sử dụng lao động" }).first().press("Enter");
  await expect(page.locator("aside").getByLabel(/^Tên/)).toBeFocused();
  await page.keyboard.type("Công ty TNHH Ðại Phát");
  await page.keyboard.press("Tab");
  await page.keyboard.type("DN01");
  await type(page.locator("aside").getByLabel("Lao động", { exact: true }), "26");
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("Đã lưu Công ty TNHH Đại Phát.").or(page.getByText(/Đã lưu Công ty/)),
  ).toBeVisible();
  const row = page.getByRole("row", { name: /DN01/ });
  await expect(row).toContainText("26");
  expect(await focused(page)).not.toBe("BODY");
  await row.click();
  await type(page.locator("aside").getByLabel("Lao động", { exact: true }), "41");
  await page.keyboard.press("Enter");
  await expect(row).toContainText("41");
  // Emptied again: said, not done in silence.
  await row.click();
  const workers = page.locator("aside").getByLabel("Lao động", { exact: true });
  await workers.focus();
  await workers.press("Control+a");
  await workers.press("Delete");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Số lao động đã ghi (41) không để trống lại được.")).toBeVisible();
  await expect(row).toContainText("41");
});

test("a path that could not be copied is not said to be copied", async ({ page, office: _ }) => {
  await setUp(page);
  await go(page, "#/settings/office");
  const copy = page.getByRole("button", { name: "Sao chép đường dẫn" });
  await expect(copy).toBeVisible();
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
    document.execCommand = () => false;
  });
  await copy.click();
  await expect(page.getByText("Chưa sao chép được. Đường dẫn đã được đánh dấu: bấm Ctrl+C.")).toBeVisible();
  await expect(page.getByText("Đã sao chép đường dẫn.")).toHaveCount(0);
});

test("the parameters are saved by keyboard and stay", async ({ page, office }) => {
  await setUp(page);
  await go(page, "#/settings/parameters");
  const threshold = page.getByLabel("Đông lao động từ");
  await type(threshold, "300");
  await threshold.press("Enter");
  await expect(page.getByText(/Đã lưu/).last()).toBeVisible();
  await type(threshold, "0");
  await threshold.press("Enter");
  await expect(page.getByText(/1.*100\.000/)).toBeVisible();
  await office.killAndReopen(page);
  await go(page, "#/settings/parameters");
  await expect(threshold).toHaveValue("300");
});

test("every place speaks English when asked, and Vietnamese again", async ({ page, office }) => {
  await page.getByText("English").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByLabel("Office code").fill("LDLD-B");
  await page.getByLabel("Office name").fill("District B");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  for (const [hash, heading] of [
    ["#/register", "Register"],
    ["#/programmes", "Programmes"],
    ["#/entry", "Data entry"],
    ["#/entry/own", "Data entry"],
    ["#/evaluation", "Evaluation"],
    ["#/bundles", "Reports and bundles"],
    ["#/settings", "Settings"],
  ] as const) {
    await go(page, hash);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(heading, "i"));
    // Names of programmes and offices are data; words of the interface are not.
    const words = await page.locator("header.page-head, .page-tabs, .rail, .header").allInnerTexts();
    expect(words.join(" ").replaceAll(/Sổ Công Đoàn|SCĐ/g, ""), hash).not.toMatch(
      /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/i,
    );
  }
  await office.killAndReopen(page);
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await go(page, "#/settings");
  await page.getByText("Tiếng Việt").click();
  await expect(page.getByRole("heading", { name: "Cài đặt" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
});
