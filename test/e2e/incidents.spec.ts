// Story 5 of domain.md §h at the keyboard: one collective stoppage of 300 workers, settled with the union's help.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { commandJson, initOffice } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test as base, watch } from "../support/watched-page.ts";

const FACTORY = "CĐCS Công ty May Phú Tân";
/** Columns of the month form: six of members, then DE-E01 to DE-E07. */
const STOPPAGES = 8;
const PARTICIPANTS = 12;

const test = base.extend<{ sheet: Page }>({
  sheet: async ({ browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-incidents-"));
    const register = join(folder, "so.csv");
    writeFileSync(
      register,
      `code,name,kind,employer_type,workforce,established_on\nCD-1,${FACTORY},grassrootsUnion,privateEnterprise,450,2015-03-01\nCD-2,CĐCS Trường Tiểu học Hòa Bình,grassrootsUnion,publicServiceUnit,40,2012-09-05\n`,
    );
    const data = join(folder, "data");
    initOffice(data);
    commandJson("units", "import", register, "--data", data);
    commandJson("programmes", "adopt", "AG-1979", "--data", data);
    const office = new OfficeApp(data);
    // Wide enough for every column of the month form beside the panel: only cells in sight exist.
    const context = await browser.newContext({ viewport: { width: 2200, height: 768 } });
    const page = await context.newPage();
    const faults = watch(page);
    try {
      await office.open(page);
      await page.locator("#today-work").waitFor();
      await use(page);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
      await office.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);
}

async function openMonth(page: Page, period: string): Promise<void> {
  await goTo(page, `/entry/month/${period}`);
  await page
    .getByRole("grid", { name: new RegExp(`${Number(period.slice(-2))}/${period.slice(0, 4)}`) })
    .waitFor();
  await cell(page, 0).waitFor();
}

function cell(page: Page, column: number): Locator {
  return page.locator(`.so-grid-rows .so-grid-cell[data-row="0"][data-column="${column}"]`);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator(".entry-facts output")).toHaveText("Đã lưu");
}

/** Tab until something has the focus, as a person does who sees where it is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < 30; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("never reached with Tab");
}

/** From a cell of the factory to the list behind it. */
async function openList(page: Page, column: number): Promise<Locator> {
  await press(page, "Control+Home", ...Array.from({ length: column }, () => "ArrowRight"), "Control+i");
  await tabTo(page, page.getByRole("link", { name: "Danh sách vụ việc…" }));
  await press(page, "Enter");
  const panel = page.getByRole("complementary", { name: "Danh sách vụ việc" });
  await panel.getByText(FACTORY).waitFor();
  return panel;
}

test("story 5: one event gives E03 = E04 = 1 and 300 people, 1/1 = 100 %, and months without one say so", async ({
  sheet: page,
}) => {
  // January and February: nothing happened.
  for (const period of ["2025-M01", "2025-M02"]) {
    await openMonth(page, period);
    await press(page, "Control+Shift+Digit0");
    await expect(cell(page, STOPPAGES)).toHaveText("-");
    await saved(page);
  }
  await openMonth(page, "2025-M03");
  const panel = await openList(page, STOPPAGES);
  await expect(panel).toContainText("Chưa ghi vụ việc nào");
  const { violations } = await axe(page).include(".so-side-panel").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await tabTo(page, panel.getByRole("button", { name: "Thêm vụ việc" }));
  await press(page, "Enter");
  // The day has the focus.
  await page.keyboard.type("12/03/2025");
  await press(page, "Tab", "ArrowDown");
  await expect(panel.getByRole("radio", { name: "Ngừng việc tập thể" })).toBeChecked();
  await tabTo(page, panel.getByLabel("Số người tham gia"));
  await page.keyboard.type("300");
  await tabTo(page, panel.getByRole("checkbox", { name: "Công đoàn tham gia giải quyết" }));
  await press(page, "Space");
  await tabTo(page, panel.getByLabel("Nơi xảy ra, nội dung ngắn"));
  await page.keyboard.type("Xưởng may 2, tiền ăn ca");
  await tabTo(page, panel.getByLabel("Ngày giải quyết xong"));
  await page.keyboard.type("13/03/2025");
  await press(page, "Enter");

  // One event, counted in the list and in the sheet behind it at once.
  await expect(panel.getByRole("listitem")).toHaveCount(1);
  await expect(panel.getByRole("listitem")).toContainText(
    "300 người · công đoàn tham gia giải quyết · xong 13/03/2025",
  );
  const counts = panel.getByRole("region", { name: "Số liệu tháng 3/2025" });
  await expect(counts.getByRole("row", { name: "Số vụ ngừng việc tập thể" })).toHaveText(
    "Số vụ ngừng việc tập thể11",
  );
  await expect(cell(page, STOPPAGES)).toHaveText("1");
  await expect(cell(page, STOPPAGES + 1)).toHaveText("1");
  await expect(cell(page, PARTICIPANTS)).toHaveText("300");
  await expect(cell(page, STOPPAGES - 2)).toHaveText("");

  // Nothing else happened in March.
  const complete = counts.getByRole("checkbox", { name: /Đã ghi đủ/ });
  await tabTo(page, complete);
  await press(page, "Space");
  await expect(complete).toBeChecked();
  for (const column of [6, 7, 10, 11]) await expect(cell(page, column)).toHaveText("-");

  // Esc goes back through the panels to the grid; Ctrl+Z and Ctrl+Y take the last act back and again.
  await press(page, "Escape");
  await expect(panel).toBeHidden();
  await expect(page.getByRole("link", { name: "Danh sách vụ việc…" })).toBeFocused();
  await press(page, "Escape");
  await press(page, "Control+z");
  await expect(cell(page, 6)).toHaveText("");
  await press(page, "Control+y");
  await expect(cell(page, 6)).toHaveText("-");
  await saved(page);

  await goTo(page, "/evaluation/AG-1979/2025-Q1");
  const target = page.getByRole("row").filter({ hasText: "T001-04" });
  await expect(target).toContainText("1/1");
  await expect(target).toContainText("100");
  await goTo(page, "/evaluation/AG-1979/2025-M02");
  await expect(target).toContainText("Không phát sinh");
});

test("a count typed against the list is kept and warned of; a removal can be undone; the history shows every year", async ({
  sheet: page,
}) => {
  await openMonth(page, "2025-M03");
  await press(page, "Control+Home", ...Array.from({ length: STOPPAGES }, () => "ArrowRight"));
  await page.keyboard.type("2");
  await press(page, "Enter");
  await saved(page);
  const panel = await openList(page, STOPPAGES);
  await panel.getByRole("button", { name: "Thêm vụ việc" }).press("Enter");
  // A day of another month is refused where it is typed.
  await page.keyboard.type("01/04/2025");
  await expect(panel.getByText("Ngày không thuộc tháng 3/2025.")).toBeVisible();
  await press(page, "Control+a");
  await page.keyboard.type("31/03/2025");
  await panel.getByRole("radio", { name: "Ngừng việc tập thể" }).press("Space");
  await panel.getByRole("button", { name: "Lưu" }).press("Enter");

  await expect(panel.getByRole("row", { name: /Số vụ ngừng việc tập thể/ })).toContainText("≠ 2");
  await expect(cell(page, STOPPAGES)).toHaveText("2");
  await expect(cell(page, STOPPAGES)).toHaveAttribute("title", /ghi 2 nhưng danh sách vụ việc có 1/);
  await panel.getByRole("button", { name: "Ghi biểu theo danh sách" }).press("Enter");
  await expect(cell(page, STOPPAGES)).toHaveText("1");
  // Nobody knows yet how many took part: that cell stays empty.
  await expect(cell(page, PARTICIPANTS)).toHaveText("");

  await panel.getByRole("button", { name: /Xóa vụ ngừng việc/ }).press("Enter");
  await expect(cell(page, STOPPAGES)).toHaveText("");
  await expect(panel.getByRole("button", { name: "Hoàn tác xóa" })).toBeFocused();
  await press(page, "Enter");
  await expect(cell(page, STOPPAGES)).toHaveText("1");

  await goTo(page, "/register");
  await page.locator(".so-table").getByText(FACTORY).click();
  await page.getByRole("link", { name: "Vụ việc qua các năm" }).press("Enter");
  const history = page.getByRole("complementary", { name: "Vụ việc qua các năm" });
  await expect(history).toContainText("Năm 2025: 1 vụ");
  await expect(history).toContainText("31/03/2025");
  await press(page, "Escape");
  await expect(history).toBeHidden();
});

test("a later date for one union is shown where the form's day stands", async ({ sheet: page }) => {
  await goTo(page, "/entry");
  await page.getByRole("button", { name: "Gia hạn…" }).press("Enter");
  const panel = page.getByRole("complementary", { name: "Gia hạn nộp" });
  await panel.getByText("Chưa gia hạn cho đơn vị nào.").waitFor();
  const label = (await panel.getByRole("button", { name: /Kỳ/ }).textContent()) ?? "";
  await panel.getByRole("combobox", { name: "Đơn vị" }).focus();
  await page.keyboard.type("may phu tan");
  await press(page, "ArrowDown", "Enter", "Tab");
  const year = new Date().getFullYear();
  await page.keyboard.type(`31/12/${year + 1}`);
  await press(page, "Tab");
  await page.keyboard.type("Chờ quyết toán lương tháng");
  await press(page, "Enter");
  await expect(panel.getByRole("listitem")).toContainText(`${FACTORY} đến 31/12/${year + 1}`);
  await press(page, "Escape");
  const row = page.getByRole("row").filter({ hasText: label });
  await expect(row).toContainText(`1 đơn vị gia hạn đến 31/12/${year + 1}`);
  await goTo(page, "/");
  await expect(page.locator(".work-list")).toContainText(`1 đơn vị gia hạn đến 31/12/${year + 1}`);
});
