// Files into the program, as people have them: a real workbook with formulas and a second sheet, a file that is no
// workbook, a programme with faults.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { PROGRAMMES } from "../../shared/catalogue/programmes.ts";
import { initOffice } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test as base } from "../support/watched-page.ts";

const test = base.extend<{ folder: string; district: OfficeApp }>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- the fixture needs none of the others
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-import-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  district: async ({ page, folder, faults }, use) => {
    const data = join(folder, "office");
    initOffice(data);
    const district = new OfficeApp(data);
    try {
      await district.open(page);
      await page.locator("#today-work").waitFor();
      await use(district);
      expect(faults).toEqual([]);
    } finally {
      await district.kill();
    }
  },
});

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Chọn tệp", exact: true }).press("Enter");
  await (await chooser).setFiles(file);
}

async function count(page: Page, name: string): Promise<string> {
  return page.locator(".import-count", { hasText: name }).locator("dd").innerText();
}

/** A register as a clerk keeps it in Excel: title rows, a column of their own, a formula, notes on a second sheet. */
async function writeRegister(path: string): Promise<void> {
  const { default: excel } = await import("devextreme-exceljs-fork/dist/dx-exceljs-fork.bare.min.js");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet("Danh sách CĐCS");
  sheet.addRow(["DANH SÁCH CÔNG ĐOÀN CƠ SỞ NĂM 2025"]);
  sheet.addRow([]);
  sheet.addRow(["Mã", "Tên đơn vị", "Loại hình", "Số lao động", "Ngày thành lập", "Điện thoại"]);
  sheet.addRow([
    "CS01",
    "CĐCS Công ty May Phú Tân",
    "Doanh nghiệp tư nhân",
    120,
    new Date("2015-02-01"),
    "0909000001",
  ]);
  sheet.addRow(["CS02", "CĐCS Trường THCS Lê Quý Đôn", "Đơn vị sự nghiệp công lập", 38, "15/09/2010", ""]);
  const computed = sheet.addRow([
    "CS03",
    "CĐCS Công ty Ðại Phát",
    "Doanh nghiệp FDI",
    null,
    "20/11/2018",
    "",
  ]);
  computed.getCell(4).value = { formula: "D4*5", result: 600 };
  sheet.addRow(["CS04", "CĐCS Sai loại hình", "Hợp tác xã kiểu mới", 12, "31/02/2019", ""]);
  workbook.addWorksheet("Ghi chú").addRow(["Nguồn: phòng tổ chức"]);
  writeFileSync(path, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

test("a real workbook becomes the register: what was not read is said, rejected lines come back, one step undoes it", async ({
  page,
  folder,
  district: _,
}) => {
  const file = join(folder, "so-don-vi.xlsx");
  await writeRegister(file);
  await go(page, "#/register/import?kind=units");
  await choose(page, file);
  await expect(page.getByText("Trang tính Danh sách CĐCS")).toBeVisible();
  await expect(page.getByText(/Trang tính không đọc: “Ghi chú”/)).toBeVisible();
  await expect(page.getByText(/Cột không đọc: “Điện thoại”/)).toBeVisible();
  await expect(page.getByText(/Cột Lao động: 1 dòng là công thức/)).toBeVisible();
  expect(await count(page, "Mới")).toBe("3");
  expect(await count(page, "Không nhận")).toBe("1");
  await expect(
    page.getByText(/Loại hình: “Hợp tác xã kiểu mới” không phải loại hình được nhận/),
  ).toBeVisible();

  // What goes back to whoever wrote the file says in words what to mend.
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải các dòng không nhận" }).click();
  const rejected = join(folder, "rejected.csv");
  await (await download).saveAs(rejected);
  const text = readFileSync(rejected, "utf8");
  // Its own columns, so that the mended lines can be imported as they are.
  expect(text).toContain("Mã,Tên đơn vị,Loại hình,Số lao động,Ngày thành lập,Điện thoại,Lý do");
  expect(text).toContain("CS04,CĐCS Sai loại hình,Hợp tác xã kiểu mới,12,31/02/2019");
  expect(text).toContain("Loại hình: “Hợp tác xã kiểu mới” không phải loại hình được nhận");
  expect(text).toContain("Ngày thành lập: “31/02/2019” không phải ngày");
  expect(text).not.toMatch(/[A-Z]{4,}_[A-Z]/);

  await page.getByRole("button", { name: "Nhập 3 dòng" }).click();
  await expect(page.getByText("Đã nhập 3 dòng")).toBeVisible();
  await page.getByRole("link", { name: "Xem sổ đơn vị" }).click();
  await expect(page.getByRole("row", { name: /CS03/ })).toContainText("600");

  // The same file again changes nothing.
  await go(page, "#/register/import?kind=units");
  await choose(page, file);
  await expect(page.getByText("Trang tính Danh sách CĐCS")).toBeVisible();
  expect(await count(page, "Giữ nguyên")).toBe("3");
  await expect(page.getByRole("button", { name: "Không có dòng nào để nhập." })).toBeDisabled();

  // A change is told in the words of the register, and "another file" leaves everything as it is.
  const changed = join(folder, "sua.csv");
  writeFileSync(changed, "Mã,Tên đơn vị,Loại hình\nCS02,CĐCS Trường THCS Lê Quý Đôn,Doanh nghiệp FDI\n");
  await page.getByRole("button", { name: "Chọn tệp khác" }).click();
  await choose(page, changed);
  await expect(page.getByText("Loại hình: Đơn vị sự nghiệp công lập → Doanh nghiệp FDI")).toBeVisible();

  // Taken back as one step from the list of imports.
  await page.getByRole("link", { name: "Các lần nhập tệp" }).click();
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Hoàn tác" }).click();
  await expect(page.getByText(/Đã hoàn tác: 3/)).toBeVisible();
  await go(page, "#/register");
  await expect(page.getByText("CS03")).toHaveCount(0);
});

test("a file that is no workbook, and one without the columns, are refused in words and change nothing", async ({
  page,
  folder,
  district: _,
}) => {
  const broken = join(folder, "so-don-vi.xlsx");
  // Begins like a ZIP and is none: a download that broke off.
  writeFileSync(broken, Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(4096, 7)]));
  await go(page, "#/register/import?kind=units");
  await choose(page, broken);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(
    "Tệp không phải sổ Excel hoặc đã hỏng. Mở lại bằng Excel và lưu thành .xlsx.",
  );

  const old = join(folder, "cu.xlsx");
  writeFileSync(old, Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)]));
  await choose(page, old);
  await expect(alert).toContainText("Đây là tệp Excel 97–2003 (.xls). Lưu thành .xlsx.");

  // A page saved instead of the file it links to.
  const page404 = join(folder, "trang.xlsx");
  writeFileSync(page404, "<html><body>Đăng nhập</body></html>");
  await choose(page, page404);
  await expect(alert).toContainText("Tệp không phải sổ Excel hoặc đã hỏng.");

  const bare = join(folder, "thieu.csv");
  writeFileSync(bare, "Mã số thuế,Số lao động\n0100000001,12\n");
  await choose(page, bare);
  await expect(alert).toContainText(/Thiếu cột: “Mã” \(code\), “Tên” \(name\)/);
  await go(page, "#/register");
  await expect(
    page
      .getByText("Sổ chưa có đơn vị")
      .or(page.getByText(/Chưa có (đơn vị|công đoàn)/))
      .first(),
  ).toBeVisible();
});

test("a programme with faults is refused with each place named in words; mended, it is taken", async ({
  page,
  folder,
  district: _,
}) => {
  const source = PROGRAMMES.find(({ code }) => code === "BT-2024");
  if (!source) throw new Error("no BT-2024");
  const [first, second] = source.targets;
  const own = { ...structuredClone(source), code: "HUYEN-B-2025", title: "Chương trình của huyện B" };
  const faulty = {
    ...own,
    issuedOn: "31/12/2024",
    targets: own.targets.map((target) =>
      target.id === second?.id ? { ...target, value: { ...target.value, scale: "phần trăm" } } : target,
    ),
  };
  const path = join(folder, "chuong-trinh.json");
  writeFileSync(path, JSON.stringify(faulty));
  await go(page, "#/programmes");
  await page.getByRole("button", { name: "Nhập chương trình từ tệp" }).click();
  await choose(page, path);
  await expect(page.getByRole("row", { name: /ngày ban hành/ })).toContainText("Không phải ngày");
  await expect(page.getByRole("row", { name: `Chỉ tiêu ${second?.id} › mức › thang đo` })).toContainText(
    "Chọn một trong: percent, count, mean",
  );

  writeFileSync(
    path,
    JSON.stringify({
      ...own,
      targets: own.targets.map((target) =>
        target.id === second?.id ? { ...target, ofWhich: "KHONG-CO" } : target,
      ),
    }),
  );
  await choose(page, path);
  await expect(page.getByRole("row", { name: `Chỉ tiêu ${second?.id}` })).toContainText(
    "Ghi là một phần của chỉ tiêu “KHONG-CO”",
  );

  writeFileSync(path, "{ không phải JSON");
  await choose(page, path);
  await expect(page.getByRole("row", { name: /Cả tệp/ })).toContainText("Tệp không phải JSON");

  writeFileSync(path, JSON.stringify(own));
  await choose(page, path);
  await expect(page.getByRole("heading", { name: "Chương trình của huyện B" })).toBeVisible();
  await expect(page.getByText(first?.title ?? "?").first()).toBeVisible();
});
