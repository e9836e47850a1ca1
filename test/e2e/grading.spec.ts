// An office grades its unions for a year without the mouse (domain.md §h story 11): scores, a pasted block, grades filled
// in, a contradiction taken back, a reason, both denominators, the target and back.
import { expect } from "@playwright/test";
import {
  active,
  cell,
  copyToClipboard,
  go,
  openForm,
  press,
  saved,
  seriousAt,
  test,
  YEAR,
} from "../support/entry-page.ts";

test("scores become grades, shares and a verdict", async ({ entry: { page } }) => {
  await go(page, `#/entry/grading?year=${YEAR}`);
  await cell(page, 0, 0).waitFor();
  const strip = page.locator(".grading-strip");
  await expect(strip).toContainText("0/");

  // The union says 95, the office 92,5.
  await page.keyboard.type("95");
  await press(page, "Tab");
  await page.keyboard.type("92,5");
  await press(page, "Enter");
  await expect(cell(page, 0, 3)).toHaveText("Xuất sắc");
  await expect(cell(page, 0, 5)).toHaveText("Chờ xếp loại");
  // Enter went back under where Tab began.
  await copyToClipboard(page, { "text/plain": "91\t89,99\n70\t69,99\n40\t49,99" });
  await press(page, "Control+v");
  await expect(cell(page, 3, 3)).toHaveText("Không hoàn thành");

  await page.getByRole("button", { name: "Điền xếp loại" }).press("Enter");
  for (const [row, grade] of ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"].entries())
    await expect(cell(page, row, 2)).toHaveText(grade);
  await expect(cell(page, 1, 5)).toHaveText("Khác điểm tự chấm");
  await expect(strip).toContainText(/2\/\d+ = /);

  // A grade against its score is kept and told, and would stop the approval; Ctrl+Z takes it back.
  await page.locator(".so-grid-editor").focus();
  await press(page, "Control+Home", "ArrowRight", "ArrowRight", "ArrowDown");
  await page.keyboard.type("xs");
  await press(page, "Enter");
  await expect(cell(page, 1, 5)).toHaveText("Xếp loại trái điểm");
  await expect(cell(page, 1, 2)).toHaveAttribute("data-tone", "warned");
  await expect(strip).toContainText(/2\/\d+ = /);
  await press(page, "Control+z");
  await expect(cell(page, 1, 2)).toHaveText("Tốt");

  expect(await seriousAt(page, "grading")).toEqual([]);

  await press(page, "Shift+F2");
  await page.getByRole("textbox", { name: "Ghi chú" }).waitFor();
  await page.keyboard.type("Trừ 5 điểm: báo cáo muộn");
  await page.getByRole("button", { name: "Lưu ghi chú" }).press("Enter");
  await expect(cell(page, 1, 6)).toHaveText("Trừ 5 điểm: báo cáo muộn");
  await press(page, "Escape");
  await expect(page.getByRole("textbox", { name: "Ghi chú" })).toBeHidden();
  await saved(page);

  // What the sheet adds up to is what the target says.
  await page.getByRole("link", { name: "Tổng hợp, in" }).press("Enter");
  const units = page.getByRole("table", { name: "Danh sách công đoàn cơ sở" });
  await expect(units.getByRole("row").filter({ hasText: "Trừ 5 điểm" })).toContainText("Tốt");
  const target = page.getByRole("listitem").filter({ hasText: "T000-14a" });
  const figure = /(\d+)\/(\d+) = ([\d,]+ %)/.exec((await target.textContent()) ?? "");
  await target.getByRole("link").press("Enter");
  await expect(page.getByText(`${figure?.[1]}/${figure?.[2]}`).first()).toBeVisible();
  await expect(page.getByText(figure?.[3] ?? "none").first()).toBeVisible();
  await page.getByRole("link", { name: `Mở bảng xếp loại công đoàn cơ sở năm ${YEAR}` }).press("Enter");
  await expect(cell(page, 0, 2)).toHaveText("Xuất sắc");
});

test("a score that is not saved fills in no grade, and every page tells of it and leads to it", async ({
  entry: { page },
}) => {
  await go(page, `#/entry/grading?year=${YEAR}`);
  await cell(page, 0, 0).waitFor();
  await copyToClipboard(page, { "text/plain": "1\t1\n95\t95" });
  await press(page, "Control+v");
  await expect(cell(page, 1, 3)).toHaveText("Xuất sắc");
  await press(page, "ArrowRight");
  await page.keyboard.type("120");
  await press(page, "Enter");
  await expect(cell(page, 0, 1)).toHaveAttribute("data-tone", "refused");
  const code = (await page.locator(".so-grid-code").first().textContent()) ?? "none";

  // The 1 under the 120 is on no screen: nobody is graded by it.
  await page.getByRole("button", { name: "Điền xếp loại" }).press("Enter");
  await expect(cell(page, 1, 2)).toHaveText("Xuất sắc");
  await expect(page.getByText(`Chưa điền 1 đơn vị còn ô chưa lưu: ${code}`)).toBeVisible();
  await expect(cell(page, 0, 2)).toHaveText("");

  // Half a sheet is not "saved" anywhere, and both ways lead back to the cell.
  const state = page.locator(".header-save");
  for (const place of ["#/register", `#/bundles/year/${YEAR}`]) {
    await go(page, place);
    await expect(state).toHaveText("1 ô chưa lưu");
  }
  const toSheet = page.getByRole("link", { name: "Mở biểu nhập" });
  await expect(toSheet).toHaveAttribute("href", /grading/);
  await toSheet.press("Enter");
  await expect(cell(page, 0, 1)).toHaveText("120");
  await expect.poll(() => active(page)).toBe("0,1");
  await openForm(page);
  await expect(state).toHaveText("1 ô chưa lưu");
  await state.getByRole("link").press("Enter");
  await expect.poll(() => active(page)).toBe("0,1");
  await press(page, "Escape");
  await expect(state).toHaveText("Đã lưu");
  await go(page, "#/register");
  await expect(state).toHaveText("Đã lưu");
});

test("the office's own bands hold from their year on, and are taken back", async ({ entry: { page } }) => {
  await go(page, `#/entry/grading?year=${YEAR}`);
  await page.getByRole("link", { name: "Thang xếp loại của đơn vị" }).press("Enter");
  await page.getByRole("button", { name: "Nhập thang điểm mới" }).press("Enter");
  await page.getByRole("textbox", { name: "Tên thang" }).fill("Bảng điểm của tỉnh");
  await page.getByRole("textbox", { name: "Số quyết định, hướng dẫn" }).fill("15/QĐ-LĐLĐ");
  await page.getByRole("textbox", { name: "Áp dụng từ ngày" }).fill(`01/01/${YEAR}`);
  const best = page.getByRole("textbox", { name: "Xuất sắc: từ điểm" });
  await best.fill("60");
  await expect(page.getByText("Điểm phải giảm dần: mức trên cao hơn mức dưới.")).toBeVisible();
  await best.fill("92,5");
  expect(await seriousAt(page, "scheme")).toEqual([]);
  await page.keyboard.press("Enter");
  const line = page.getByRole("row").filter({ hasText: "Bảng điểm của tỉnh (15/QĐ-LĐLĐ)" });
  await expect(line).toContainText(`từ 01/01/${YEAR}`);
  await expect(line).toContainText("≥ 92,5");

  const scheme = page.locator(".grading-scheme");
  await go(page, `#/entry/grading?year=${YEAR}`);
  await expect(scheme).toContainText("Bảng điểm của tỉnh (15/QĐ-LĐLĐ): Xuất sắc từ 92,5 điểm");
  await go(page, `#/entry/grading?year=${YEAR - 1}`);
  await expect(scheme).toContainText("Hướng dẫn 1294/HD-TLĐ");

  await go(page, "#/settings/grading");
  await line.getByRole("button", { name: "Bỏ thang này" }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Bỏ thang này" }).press("Enter");
  await expect(line).toHaveCount(0);
});
