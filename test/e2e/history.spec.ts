// The Party committee asks for the past (domain.md §h story 9): a closed programme in its own words, figures over years
// with their breaks, and what was reported beside what stands here now.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as plain } from "@playwright/test";
import { periodOf } from "../../shared/domain/period.ts";
import { go, seriousAt, test, YEAR } from "../support/entry-page.ts";
import { OfficeApp } from "../support/office-app.ts";
import { DISTRICT } from "../support/district.ts";
import { approve } from "../support/signed-report.ts";
import { addUnion, openOffice, saveFigure } from "../support/test-office.ts";

const LAST = YEAR - 1;

test("results known only as bounds stay bounds, flows are summed and stocks are not, and a noted break is drawn", async ({
  entry: { page },
}) => {
  await page.keyboard.press("Alt+7");
  await expect(page.getByRole("heading", { level: 1, name: "Lịch sử" })).toBeVisible();
  const programmes = page.getByRole("table", { name: "Chương trình theo giai đoạn" });
  await expect(programmes.getByRole("row")).toHaveCount(6);

  await page.getByRole("searchbox", { name: "Tìm trong bảng" }).fill("ha noi");
  await expect(programmes.getByRole("row")).toHaveCount(2);
  await programmes.getByRole("link").press("Enter");
  const result = page.getByRole("row").filter({ hasText: "R003-05a" });
  await expect(result).toContainText("trên 93 %");
  await expect(result).toContainText("T000-14a");
  await expect(result).toContainText("từ 80 % trở lên");
  await expect(result).toContainText("Đạt");
  expect(await seriousAt(page, "programme")).toEqual([]);

  await go(page, `#/history/series?element=membersTotal&period=${LAST}&from=${LAST - 1}`);
  const table = page.getByRole("table", { name: "Bảng của biểu đồ" });
  await expect(table).toContainText("thiếu");
  await expect(page.getByText("Cộng 1/2 năm có số liệu")).toHaveCount(0);
  await go(page, `#/history/series?element=membersAdmitted&period=${LAST}&from=${LAST - 1}`);
  await expect(page.getByText("Cộng 1/2 năm có số liệu")).toBeVisible();
  await expect(page.getByText(`01/01/${LAST}: văn phòng bắt đầu có số liệu`)).toBeVisible();

  await page.getByRole("button", { name: "Ghi một chỗ đứt quãng" }).press("Enter");
  await page.getByRole("textbox", { name: "Từ ngày" }).fill(`01/07/${LAST}`);
  await page.getByRole("textbox", { name: "Điều đã thay đổi" }).fill("Đổi mẫu biểu");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: "Đổi mẫu biểu" })).toContainText(`01/07/${LAST}`);
  await expect(page.locator(".so-trend")).toContainText("(1, 2)");
  expect(await seriousAt(page, "series")).toEqual([]);

  await go(page, "#/history/programmes/TLD-2021");
  await page.getByRole("tab", { name: "Từng năm" }).click();
  await expect(page.getByText("Kết quả và kết luận tính từ số liệu đang có hôm nay")).toContainText(
    "Chưa có báo cáo năm nào của giai đoạn được duyệt ở đây.",
  );
  expect(await seriousAt(page, "years")).toEqual([]);
  await go(page, "#/history/comparison");
  await expect(page.getByRole("img", { name: /HN-NQ02 \(đã công bố\) 5\/7/ })).toBeVisible();
  expect(await seriousAt(page, "comparison")).toEqual([]);
  await go(page, `#/history/series?element=membersAdmitted&period=${LAST}&from=${LAST - 1}&base=unit`);
  await page.getByRole("radio", { name: "Theo sổ hôm nay" }).press("Space");
  const lines = page.getByRole("table", { name: "Từng dòng qua các năm" });
  const second = lines.locator("[aria-pressed=false]").first();
  const name = await second.innerText();
  await second.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: `: ${name}` })).toBeVisible();
  await expect(lines.locator("[aria-pressed=true]")).toHaveText(name);
  expect(await seriousAt(page, "lines")).toEqual([]);
  await go(page, `#/history/series?element=membersAdmitted&period=${LAST}&from=${LAST - 1}&base=parent`);
  await expect(page.getByRole("heading", { level: 2, name: ": Liên đoàn Lao động" })).toBeVisible();
  const superior = await page.locator("#history-series").innerText();
  await expect(page.getByRole("img", { name: superior })).toBeVisible();

  await go(page, `#/history/units?period=${LAST}`);
  const unions = page.getByRole("table", { name: "Số liệu theo đơn vị" });
  const sum = unions.getByRole("row").filter({ hasText: "Tổng" }).last();
  const asWas = await sum.innerText();
  await page.getByRole("radio", { name: "Theo sổ hôm nay" }).press("Space");
  await expect(page.getByRole("columnheader", { name: "Gồm" })).toBeVisible();
  expect(await sum.innerText()).toBe(asWas);

  // From a figure over the years to the units behind it, and from there to the cell: one key each.
  await go(page, `#/history/series?element=membersTotal&period=${LAST}&from=${LAST - 1}`);
  await table
    .getByRole("row")
    .filter({ hasText: `Năm ${LAST}` })
    .getByRole("link")
    .press("Enter");
  const union = unions.getByRole("row").nth(1);
  const unionName = await union.getByRole("rowheader").innerText();
  await union.getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Năm ${LAST}` })).toBeVisible();
  const place = page.locator(".so-grid-status-place");
  await expect(place).toContainText("· Đoàn viên");
  await expect(place).toContainText(unionName);
  await go(page, "#/history/comparison");
  const measure = page.getByRole("row").filter({ hasText: "T000-02b" });
  await measure.getByRole("link", { name: / %$/ }).first().press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^T000-02b/ })).toBeVisible();
});

/** An office of one union that approved May, then corrected April from 40 members to 44. */
async function correctedOffice(folder: string): Promise<void> {
  const { host, client } = await openOffice(folder, { clock: { now: () => new Date() } });
  await client.office.create(DISTRICT);
  const unit = await addUnion(client, "U1", "CĐCS Một");
  const save = (element: string, month: string, value: number) =>
    saveFigure(client, { unit, element, period: periodOf(`${LAST}-${month}`).code }, value);
  for (const month of ["M04", "M05"]) {
    await save("membersTotal", month, 40);
    await save("workersTotal", month, 50);
  }
  const may = { form: "month", period: periodOf(`${LAST}-M05`).code } as const;
  await approve(client, may);
  await save("membersTotal", "M04", 44);
  await host.close();
}

plain("a figure that was changed after the report stands beside what was reported", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "scd-history-"));
  await correctedOffice(folder);
  const app = new OfficeApp(folder);
  try {
    await app.open(page);
    await page.locator("#today-work").waitFor();
    await go(page, "#/history/reports");
    await page.getByRole("link", { name: `Tháng 5/${LAST}` }).press("Enter");
    await expect(page.getByText("1/4 ô khác hiện nay.")).toBeVisible();
    const line = page.getByRole("row").filter({ hasText: "CĐCS Một" });
    await expect(line.getByRole("cell")).toHaveText([
      "Tổng số đoàn viên",
      `Tháng 4/${LAST}`,
      "40",
      "44",
      "+4",
    ]);
    expect(await seriousAt(page, "reported")).toEqual([]);
    await line.getByRole("link", { name: `Tháng 4/${LAST}` }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: `Tháng 4/${LAST}` })).toBeVisible();
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
