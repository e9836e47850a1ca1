// How a cell stands and looks: estimated, approved and reopened, and every state of the legend.
import { expect, type Page } from "@playwright/test";
import {
  cell,
  copyToClipboard,
  go,
  openForm,
  press,
  saved,
  test,
  typeDown,
  YEAR,
} from "../support/entry-page.ts";

/** A month the demo has filled. */
const FULL_MONTH = `${YEAR - 1}-M05`;

const background = (page: Page, row: number, column: number) =>
  cell(page, row, column).evaluate((element) => getComputedStyle(element).backgroundColor);

test("figures are marked as estimates by key and menu, also imported ones; shown, filtered, undone, told to the approver", async ({
  entry: { page },
}) => {
  await openForm(page, "month", FULL_MONTH);
  await press(page, "Control+e");
  await expect(page.getByText("Đã đánh dấu ước 1 ô.")).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveText(/\dư$/);
  await expect(cell(page, 0, 0)).toHaveAttribute("data-estimated", "");
  await press(page, "Control+e");
  await expect(cell(page, 0, 0)).not.toHaveAttribute("data-estimated");
  await press(page, "Control+z");
  await expect(cell(page, 0, 0)).toHaveAttribute("data-estimated", "");
  // A row by the menu, without the mouse.
  await press(page, "ArrowDown", "ArrowDown");
  const menu = page.getByRole("button", { name: "Số ước" });
  await menu.focus();
  await press(page, "Enter");
  await page.getByRole("menuitem", { name: "Cả dòng là số ước" }).press("Enter");
  await expect(cell(page, 2, 0)).toHaveAttribute("data-estimated", "");
  await expect(cell(page, 2, 1)).toHaveAttribute("data-estimated", "");
  await expect(cell(page, 3, 0)).not.toHaveAttribute("data-estimated");
  await expect(page.locator(".so-grid-editor")).toBeFocused();
  // A whole column by keys.
  await press(page, "Control+Home", "Control+Space", "Control+e");
  await expect(cell(page, 5, 0)).toHaveAttribute("data-estimated", "");
  await saved(page);
  // Only the unions that have some.
  await press(page, "Control+Space", "Control+e", "Control+Home");
  await expect(cell(page, 5, 0)).not.toHaveAttribute("data-estimated");
  await page.getByRole("button", { name: /Hiện/ }).press("Enter");
  await page.getByRole("option", { name: "Chỉ đơn vị có số ước" }).press("Enter");
  await expect(page.locator(".so-grid-row")).toHaveCount(1);
  await expect(page.locator(".so-grid-row .so-grid-code")).toHaveText("CS0003");
});

test("an approved period is locked, looks it, says why it takes nothing, and is open again after reopening", async ({
  entry: { app, page },
}) => {
  await openForm(page, "month", FULL_MONTH);
  const openGround = await background(page, 0, 0);
  const text = await cell(page, 0, 0).innerText();
  await press(page, "Control+e");
  await saved(page);
  await go(page, `#/bundles/month/${FULL_MONTH}`);
  await expect(page.getByText("1 ô là số ước thực hiện đến hết kỳ.")).toBeVisible();
  await page.getByRole("button", { name: /^Duyệt/ }).press("Enter");
  await expect(page.getByText(/Đã duyệt|Mở lại/).first()).toBeVisible();
  await openForm(page, "month", FULL_MONTH);
  await expect(page.getByText("Kỳ đã duyệt: chỉ xem.").first()).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveAttribute("data-tone", "locked");
  await expect(cell(page, 0, 0)).toHaveAttribute("aria-readonly", "true");
  expect(await background(page, 0, 0)).not.toBe(openGround);
  // Not by colour alone: a lock beside the reason, and a double outline around the active cell.
  await expect(page.locator('.so-callout[data-tone="locked"] svg')).toBeVisible();
  await expect(page.locator(".so-grid-editor")).toHaveCSS("outline-style", "double");
  await typeDown(page, "999");
  await press(page, "Control+Home", "Delete", "F2", "5", "Enter");
  await copyToClipboard(page, { "text/plain": "1\r\n" });
  await press(page, "Control+Home", "Control+v");
  await expect(page.getByRole("heading", { name: "1 ô không nhận" })).toBeVisible();
  await expect(page.locator(".finding-list")).toContainText("kỳ đã khóa");
  await press(page, "Control+z");
  await expect(page.getByText("Kỳ đã khóa nên không hoàn tác được.")).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveText(`${text}ư`);
  await go(page, `#/bundles/month/${FULL_MONTH}`);
  await page.getByRole("button", { name: /Mở lại/ }).press("Enter");
  await page.getByRole("textbox", { name: /Lý do/ }).fill("Sửa một số");
  await page.getByRole("button", { name: /Mở lại/ }).press("Enter");
  await expect(page.getByRole("button", { name: /^Duyệt/ })).toBeVisible();
  await openForm(page, "month", FULL_MONTH);
  await expect(cell(page, 0, 0)).not.toHaveAttribute("data-tone", "locked");
  await page.keyboard.type("77");
  await press(page, "Enter");
  await expect(cell(page, 0, 0)).toHaveText("77");
  await app.stop();
});

test("every state of the legend is met in a form, each with a mark besides its colour", async ({
  entry: { page },
}) => {
  await openForm(page);
  await page.getByText("Ý nghĩa các ô").press("Enter");
  const legend = page.locator(".entry-legend li");
  await expect(legend).toHaveText([
    /đã lưu$/,
    /số không, là một số liệu/,
    /chưa nhập/,
    /không phát sinh/,
    /không áp dụng/,
    /chưa thu thập/,
    /số ước/,
    /đang lưu/,
    /chưa lưu: cần sửa/,
    /đã lưu, có cảnh báo/,
    /đã giải trình/,
    /có ghi chú/,
    /tính sẵn, không nhập/,
    /\*tính sẵn, còn thiếu tháng/,
    /đã khóa/,
    /mở để đính chính/,
  ]);
  await page.locator(".so-grid-editor").focus();
  await typeDown(page, "120", "0", "-", "x", "?", "95ư", "12a");
  await expect(cell(page, 0, 0)).toHaveText("120");
  await expect(cell(page, 1, 0)).toHaveText("0");
  await expect(cell(page, 2, 0)).toHaveAttribute("data-state", "mark");
  await expect(cell(page, 3, 0)).toHaveText("x");
  await expect(cell(page, 4, 0)).toHaveText("?");
  await expect(cell(page, 5, 0)).toHaveCSS("font-style", "italic");
  await expect(cell(page, 6, 0)).toHaveCSS("outline-style", "solid");
  await expect(cell(page, 7, 0)).toHaveAttribute("data-state", "empty");
  await expect(page.locator('.so-grid-rows [data-tone="notApplicable"]').first()).toHaveCSS(
    "background-image",
    /repeating-linear-gradient\(45deg/,
  );
  // A warning (V02), its explanation and a note.
  await press(page, "Control+Home", "ArrowRight");
  await page.keyboard.type("130");
  await press(page, "Enter");
  await expect(cell(page, 0, 1)).toHaveAttribute("data-tone", "warned");
  await expect(cell(page, 0, 1)).toHaveCSS("border-bottom-width", "3px");
  await press(page, "Control+Home", "ArrowRight", "Shift+F2");
  await page.getByRole("textbox", { name: "Giải trình" }).first().waitFor();
  for (const save of await page.getByRole("textbox", { name: "Giải trình" }).all()) {
    await save.fill("Có đoàn viên đã nghỉ hưu.");
    await save.press("Tab");
    await press(page, "Enter");
  }
  await expect(cell(page, 0, 1)).toHaveAttribute("data-tone", "explained");
  await page.getByRole("textbox", { name: "Ghi chú" }).fill("Đã gọi điện");
  await page.getByRole("button", { name: "Lưu ghi chú" }).press("Enter");
  await expect(cell(page, 0, 1).locator(".so-grid-note")).toHaveCount(1);
  await press(page, "Escape", "Control+Home", "ArrowRight", "ArrowRight");
  await page.keyboard.type("5");
  await press(page, "Enter");
  await saved(page);
  // Computed: a longer form shows what the months say, and that some have said nothing.
  await openForm(page, "quarter", `${YEAR}-Q1`);
  await expect(page.locator(".so-grid-rows .so-grid-cell").filter({ hasText: /^5\*$/ })).toHaveCount(1);
  await openForm(page, "year", `${YEAR - 1}`);
  await expect(page.locator('.so-grid-rows [data-tone="computed"]').first()).toHaveAttribute(
    "aria-readonly",
    "true",
  );
});

test("widths of columns are the office's: they are there on another port", async ({
  entry: { app, page },
}) => {
  await openForm(page);
  const width = () => cell(page, 0, 0).evaluate((element) => element.clientWidth);
  const before = await width();
  await press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight");
  await expect.poll(width).toBe(before + 32);
  await page.waitForTimeout(400);
  await app.killAndReopen(page);
  await page.locator("#today-work").waitFor();
  await openForm(page);
  expect(await width()).toBe(before + 32);
});

test("a year shows the year before once", async ({ entry: { page } }) => {
  await openForm(page, "year", `${YEAR - 1}`);
  await expect(page.locator(".entry-context dt").filter({ hasText: `Năm ${YEAR - 2}` })).toHaveCount(1);
  await expect(page.locator(".entry-context")).not.toContainText("Kỳ trước");
  await press(page, "Control+i");
  await page.getByText("Người ghi").waitFor();
  await expect(page.locator("aside")).not.toContainText("Kỳ trước");
});

test("a figure that is on its way looks so until it is durable, and is said so beside the form", async ({
  entry: { page },
}) => {
  let isHeld = false;
  const held: (() => void)[] = [];
  // What the program answers arrives late, as on an old disk.
  await page.routeWebSocket(/\/api\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.reload();
  await openForm(page);
  isHeld = true;
  await typeDown(page, "12");
  const mark = cell(page, 0, 0).locator(".so-grid-saving");
  await expect(cell(page, 0, 0)).toHaveText(/12/);
  await expect(mark).toBeAttached();
  await expect(page.locator("[data-saving]")).toHaveText("Đang lưu…");
  isHeld = false;
  for (const deliver of held) deliver();
  await expect(mark).toHaveCount(0);
  await saved(page);
});
