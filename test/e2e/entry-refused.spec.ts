// What is typed and not stored: refused, half typed, taken back; and what the rules say after a correction.
import { expect } from "@playwright/test";
import { active, cell, openForm, press, saved, test, total, typeDown } from "../support/entry-page.ts";

test("a refused text leaves the stored figure counting, and Ctrl+Z takes it away before anything stored", async ({
  entry: { page },
}) => {
  await openForm(page);
  await typeDown(page, "120", "30");
  await expect(total(page, 0).first()).toHaveText("150");
  await press(page, "Control+Home");
  await typeDown(page, "12a");
  await expect(cell(page, 0, 0)).toHaveAttribute("data-tone", "refused");
  await expect(cell(page, 0, 0)).toHaveText("12a");
  await expect(total(page, 0)).toHaveText(["150", /^2\/\d+$/]);
  await press(page, "Control+Home");
  await expect(page.getByText("Số đã lưu 120 vẫn được tính.")).toBeVisible();
  await expect(page.locator(".entry-facts output")).toHaveText("1 ô chưa lưu");
  await expect(page.locator(".header-save")).toHaveText("1 ô chưa lưu");
  await press(page, "Control+z");
  await expect(page.locator(".header-save")).toHaveText("Đã lưu");
  await expect(cell(page, 0, 0)).toHaveText("120");
  await expect(cell(page, 0, 0)).not.toHaveAttribute("data-tone", "refused");
  await expect(cell(page, 1, 0)).toHaveText("30");
  // The next one is the act stored before it.
  await press(page, "Control+z");
  await expect(cell(page, 1, 0)).toHaveText("");
  await expect(cell(page, 0, 0)).toHaveText("120");
});

test("Esc on a refused text takes it away, a new figure takes its place", async ({ entry: { page } }) => {
  await openForm(page);
  await typeDown(page, "50", "x1", "x2");
  await press(page, "ArrowUp", "Escape");
  expect(await active(page)).toBe("2,0");
  await expect(cell(page, 2, 0)).toHaveText("");
  await expect(cell(page, 1, 0)).toHaveAttribute("data-tone", "refused");
  await press(page, "ArrowUp");
  await typeDown(page, "7");
  await expect(cell(page, 1, 0)).toHaveText("7");
  await expect(total(page, 0)).toHaveText(["57", /^2\/\d+$/]);
  // Kiểm tra begins with what no rule has seen, and leads to it.
  await press(page, "Control+Home");
  await press(page, "ArrowRight");
  await typeDown(page, "1b");
  await press(page, "F9");
  const panel = page.getByRole("complementary", { name: "Kết quả kiểm tra" });
  await expect(panel.getByRole("heading", { name: "1 ô chưa lưu" })).toBeVisible();
  await panel
    .getByRole("button", { name: /^CS0001 · / })
    .first()
    .press("Enter");
  expect(await active(page)).toBe("0,1");
  await press(page, "Escape");
  await expect(panel.getByRole("heading", { name: /ô chưa lưu/ })).toHaveCount(0);
  await saved(page);
  await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
});

test("a number no union can have is refused with a sentence, typed or pasted", async ({
  entry: { page },
}) => {
  await openForm(page);
  await typeDown(page, "1000000000", "999999999");
  await expect(cell(page, 0, 0)).toHaveAttribute("data-tone", "refused");
  await expect(cell(page, 1, 0)).toHaveText("999.999.999");
  await press(page, "Control+Home");
  await expect(page.getByText(/Chưa lưu: số quá lớn: số đếm có nhiều nhất 9 chữ số/)).toBeVisible();
});

test("what is half typed and what was refused is there again after a reload and after the program was killed", async ({
  entry: { app, page },
}) => {
  await openForm(page);
  await typeDown(page, "40", "4o");
  await press(page, "Control+Home", "ArrowRight");
  await page.keyboard.type("3");
  await page.keyboard.type("5");
  await page.waitForTimeout(600);
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await cell(page, 0, 0).waitFor();
  // Leaving with something unsaved asks first.
  expect(asked).toEqual(["beforeunload"]);
  for (let round = 0; round < 2; round += 1) {
    await expect(cell(page, 0, 0)).toHaveText("40");
    await expect(cell(page, 1, 0)).toHaveText("4o");
    await expect(cell(page, 0, 1)).toHaveText("35");
    await expect(cell(page, 0, 1)).toHaveAttribute("data-tone", "refused");
    await expect(total(page, 1)).toHaveText(["—", /^0\//]);
    if (round > 0) break;
    await app.killAndReopen(page);
    await page.locator("#today-work").waitFor();
    await openForm(page);
  }
  asked.length = 0;
  // F2 and Enter store it; nothing is kept of it then.
  await press(page, "Control+Home", "ArrowRight");
  await expect(page.getByText(/gõ từ lần trước/)).toBeVisible();
  await press(page, "F2", "Enter", "Control+Home", "ArrowDown", "Escape");
  await saved(page);
  await page.waitForTimeout(600);
  await page.reload();
  await cell(page, 0, 0).waitFor();
  await expect(cell(page, 0, 1)).toHaveText("35");
  await expect(cell(page, 0, 1)).not.toHaveAttribute("data-tone", "refused");
  await expect(cell(page, 1, 0)).toHaveText("");
  // Everything is stored: nobody is asked any more.
  expect(asked).toEqual([]);
});

test("the findings beside the form follow a correction with its own answer, and undo too", async ({
  entry: { page },
}) => {
  await openForm(page);
  // More members than workers (V02).
  await page.keyboard.type("10");
  await press(page, "Tab");
  await page.keyboard.type("12");
  await press(page, "Enter", "F9");
  const panel = page.getByRole("complementary", { name: "Kết quả kiểm tra" });
  const finding = panel.getByRole("listitem").filter({ hasText: "V02 · CS0001" });
  await expect(finding).toHaveCount(1);
  await finding.getByRole("button").press("Enter");
  await press(page, "Control+Home");
  await page.locator(".so-grid-editor").focus();
  await press(page, "Control+Home");
  await typeDown(page, "20");
  await expect(finding).toHaveCount(0);
  await press(page, "Control+z");
  await expect(cell(page, 0, 0)).toHaveText("10");
  await expect(finding).toHaveCount(1);
});
