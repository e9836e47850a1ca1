// The year's core job in the interface: a district sets up, imports, adopts, types, judges, approves, signs; a province
// verifies, accepts and receipts; the district reads the receipt.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { PASSPHRASE } from "../support/passphrase.ts";
import { OfficeApp } from "../support/office-app.ts";

let folder: string;
const path = (name: string) => join(folder, name);

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-ui-"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names as they come: Đ and Ð, old and new tone placement, quotes, a very long one. */
const UNITS = [
  ["CS01", "CĐCS Công ty May Hòa Bình", "Doanh nghiệp tư nhân", 120],
  ["CS02", "CĐCS Công ty “Ðại Phát” Đồng Tháp", "fdiEnterprise", 640],
  ["CS03", `CĐCS Công ty Cổ phần ${"Đầu tư Xây dựng ".repeat(6)}số 3`, "privateEnterprise", 45],
  ["CS04", "CĐCS Trường THCS Lê Quý Đôn", "publicServiceUnit", 38],
] as const;

async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ acceptDownloads: true });
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

async function setUp(
  page: Page,
  office: { code: string; name: string; kind?: RegExp; parentCode: string; parentName: string },
): Promise<void> {
  if (office.kind) {
    await page.getByRole("button", { name: /Liên đoàn Lao động huyện/ }).click();
    await page.getByRole("option", { name: office.kind }).click();
  }
  await page.getByLabel("Mã văn phòng").fill(office.code);
  await page.getByLabel("Tên văn phòng").fill(office.name);
  await page.getByLabel("Mã cấp trên").fill(office.parentCode);
  await page.getByLabel("Tên cấp trên").fill(office.parentName);
  await page.getByLabel("Người làm việc trên máy này").fill("Nguyễn Thị Lan");
  await page.getByRole("button", { name: "Lập sổ" }).click();
  await expect(page.getByRole("heading", { name: "Hôm nay" })).toBeVisible();
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

async function drop(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Chọn tệp" }).click();
  await (await chooser).setFiles(file);
}

async function download(page: Page, button: string | RegExp, name: string): Promise<string> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  await (await started).saveAs(path(name));
  return path(name);
}

async function createKey(page: Page): Promise<void> {
  await go(page, "#/settings/key");
  await page.getByRole("button", { name: "Tạo khóa" }).click();
  await page.getByLabel(/^Cụm mật khẩu/).fill(PASSPHRASE);
  await page.getByLabel("Nhập lại cụm mật khẩu").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Tạo khóa" }).last().click();
  await expect(page.getByText("Ed25519")).toBeVisible();
}

test("district and province do the whole job", async ({ browser }) => {
  const page = await newPage(browser);
  const district = new OfficeApp(path("district"));
  await district.open(page);
  await setUp(page, {
    code: "LDLD-B",
    name: "Liên đoàn Lao động huyện B",
    parentCode: "LDLD-A",
    parentName: "Liên đoàn Lao động tỉnh A",
  });

  // The register, from a file with one line that cannot be taken.
  writeFileSync(
    path("so.csv"),
    [
      "Mã,Tên đơn vị,Loại hình,Số lao động,Ngày thành lập",
      ...UNITS.map(([code, name, type, workers]) => `${code},"${name}",${type},${workers},01/02/2015`),
      "CS05,CĐCS Sai ngày,privateEnterprise,20,31/02/2015",
    ].join("\n"),
  );
  await go(page, "#/register/import?kind=units");
  await drop(page, path("so.csv"));
  await expect(page.getByText("31/02/2015")).toBeVisible();
  await page.getByRole("button", { name: "Nhập 4 dòng" }).click();
  await expect(page.getByText("Đã nhập 4 dòng")).toBeVisible();
  await go(page, "#/register");
  await page.getByLabel(/Tìm theo mã/).fill("dai phat dong thap");
  await expect(page.getByText("CĐCS Công ty “Đại Phát” Đồng Tháp")).toBeVisible();

  // A programme of the sources.
  await go(page, "#/programmes");
  await page
    .getByRole("row", { name: /An Giang/ })
    .getByRole("button", { name: /Nhận/ })
    .click();
  await expect(page.getByText(/^Đã nhận .*An Giang/)).toBeVisible();

  // A month, typed without the mouse; what does not apply to a school is passed over.
  await go(page, "#/entry/month/2025-M05");
  const grid = page.getByRole("grid");
  await expect(grid).toBeVisible();
  const rows: readonly (readonly string[])[] = [
    ["120", "1.00", "100", "2", "-", "-", "-"],
    ["640", "", "600", "-", "-", "-", "-"],
    ["45", "", "44", "1", "-", "-", "-"],
    ["38", "", "38", "-", "-", "-", "-"],
  ];
  await page.keyboard.press("Control+Home");
  for (const [index, [workers = "", wrong = "", members = "", ...flows]] of rows.entries()) {
    await page.keyboard.type(workers);
    await page.keyboard.press("Tab");
    if (wrong !== "") {
      // "1.00" can be read two ways: refused, kept in the cell, and mended.
      await page.keyboard.type(wrong);
      await page.keyboard.press("Enter");
      // Enter went to the next row under where Tab began, as in Excel.
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
      await expect(page.getByText(/Chưa lưu: có thể hiểu là /)).toBeVisible();
    }
    await page.keyboard.type(members);
    await page.keyboard.press("Tab");
    for (const flow of flows) {
      await page.keyboard.type(flow);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Shift+Digit0");
    await page.keyboard.press("Home");
    if (index < rows.length - 1) await page.keyboard.press("ArrowDown");
  }
  await expect(page.getByText("Đang lưu…")).toHaveCount(0);
  await expect(page.getByText("4/4 đơn vị đã có số liệu")).toBeVisible();

  // What was shown as saved survives the plug being pulled.
  await district.killAndReopen(page);
  await go(page, "#/entry/month/2025-M05");
  await expect(page.getByText("4/4 đơn vị đã có số liệu")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "640", exact: true })).toBeVisible();

  // Every target is judged, and a figure says where it comes from.
  await go(page, "#/evaluation/AG-1979/2025-M05");
  await expect(page.getByRole("row").filter({ hasText: "Không phát sinh" }).first()).toBeVisible();
  await go(page, "#/evaluation/AG-1979/2025-M05/T001-14");
  await expect(page.getByText("782/843")).toBeVisible();
  await expect(page.getByText("4/4 đơn vị đã báo cáo")).toBeVisible();

  // Approve: the large growth of nothing against nothing wants no word; sign needs a key first.
  await go(page, "#/bundles/month/2025-M05");
  await page.getByRole("button", { name: "Duyệt và khóa kỳ" }).click();
  await expect(page.getByText("Đơn vị chưa có khóa ký.")).toBeVisible();
  await createKey(page);
  await page.getByRole("button", { name: "Lập phiếu đăng ký" }).click();
  await page.getByLabel(/^Cụm mật khẩu/).fill(PASSPHRASE);
  const enrolmentStarted = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lập phiếu đăng ký" }).last().click();
  const enrolment = path("enrol.goi");
  await (await enrolmentStarted).saveAs(enrolment);
  const keyid = (await page.locator("text=/^[0-9a-f]{4}( [0-9a-f]{4}){15}$/").first().innerText()).replace(
    /\s/g,
    "",
  );

  // The province: key, list, the district's key compared with its paper.
  const above = await newPage(browser);
  const province = new OfficeApp(path("province"));
  await province.open(above);
  await setUp(above, {
    code: "LDLD-A",
    name: "Liên đoàn Lao động tỉnh A",
    kind: /tỉnh, thành phố/,
    parentCode: "TLD",
    parentName: "Tổng Liên đoàn",
  });
  // A registration that is dropped where every other file is says what is missing first, and waits for it.
  await go(above, "#/bundles");
  await drop(above, enrolment);
  await above.getByRole("link", { name: "Tạo khóa ký của tỉnh" }).click();
  await expect(above.getByText("Tệp “enrol.goi” đang chờ thêm khóa")).toBeVisible();
  await createKey(above);
  await above.getByRole("link", { name: "Lập danh sách" }).click();
  await above.getByRole("button", { name: "Lập danh sách" }).click();
  await above.getByLabel("Cụm mật khẩu của khóa ký số").fill(PASSPHRASE);
  await above.getByRole("button", { name: "Lập danh sách" }).last().click();
  const fingerprint = (
    await above.locator("text=/^[0-9a-f]{4}( [0-9a-f]{4}){15}$/").first().innerText()
  ).replace(/\s/g, "");
  await above.getByRole("link", { name: "Thêm khóa từ tệp này" }).click();
  await expect(above.getByText("✓ enrol.goi")).toBeVisible();
  await above.getByLabel("Mã khóa trên giấy").fill(keyid);
  await above.getByLabel("Cụm mật khẩu khóa gốc").fill(PASSPHRASE);
  await above.getByRole("button", { name: "Ký và ra phiên bản 2" }).click();
  await expect(above.getByText("LDLD-B").first()).toBeVisible();
  const trust = await download(above, "Tải danh sách để gửi", "trust.goi");

  // The district takes the list in by the fingerprint on paper, then signs.
  await go(page, "#/bundles");
  await drop(page, trust);
  await page.getByLabel("Dấu vân tay khóa gốc, ghi trên văn bản giấy của tỉnh").fill("0".repeat(64));
  await page.getByRole("button", { name: "Nhập", exact: true }).click();
  await expect(page.getByText(/E_TL_FINGERPRINT/)).toBeVisible();
  await page.getByLabel("Dấu vân tay khóa gốc, ghi trên văn bản giấy của tỉnh").fill(fingerprint);
  await page.getByRole("button", { name: "Nhập", exact: true }).click();
  await expect(page.getByText("Đã nhập.")).toBeVisible();
  await go(page, "#/bundles/month/2025-M05");
  await page.getByLabel("Số văn bản").fill("15");
  await page.getByLabel("Cụm mật khẩu").fill("sai mật khẩu rồi nhé");
  await page.getByRole("button", { name: "Ký và xuất gói" }).click();
  await expect(page.getByText(/PASSPHRASE_WRONG/)).toBeVisible();
  await page.getByLabel("Cụm mật khẩu").fill(PASSPHRASE);
  // A date that is none, whole or half typed, is never dropped in silence: it holds up the signature.
  const date = page.getByLabel("Ngày ban hành");
  for (const wrong of ["31/02/2026", "3/"]) {
    await date.fill(wrong);
    await date.press("Enter");
    await expect(page.getByText("Chưa ký: 1 chỗ cần sửa.")).toBeVisible();
    await expect(page.getByText(/Chưa phải ngày/)).toBeVisible();
    await expect(date).toBeFocused();
    await expect(page.locator(".so-key-value")).toContainText("Ngày in trên báo cáochưa ghi");
  }
  await page.getByRole("button", { name: "Ký và xuất gói" }).click();
  await expect(date).toBeFocused();
  await date.fill("28/02/2026");
  await expect(page.getByText(/chỗ cần sửa/)).toHaveCount(0);
  await expect(page.locator(".so-key-value")).toContainText("Ngày in trên báo cáo28/02/2026");
  await page.getByRole("button", { name: "Ký và xuất gói" }).click();
  await expect(page.getByText("Gói đã ký, chưa lưu tệp")).toBeVisible();
  await expect(page.getByText("Đã gửi, chờ biên nhận")).toHaveCount(0);
  const bundle = await download(page, "Lưu tệp…", "bao-cao-doi-ten.zip");
  await expect(page.getByText("Đã gửi, chờ biên nhận").first()).toBeVisible();

  // The province looks, accepts and receipts.
  await go(above, "#/bundles");
  await drop(above, bundle);
  await expect(above.getByText("Liên đoàn Lao động huyện B (LDLD-B)")).toBeVisible();
  await above.getByLabel("Cụm mật khẩu").fill(PASSPHRASE);
  const receiptStarted = above.waitForEvent("download");
  await above.getByRole("button", { name: "Chấp nhận và ký biên nhận" }).click();
  await (await receiptStarted).saveAs(path("bien-nhan.goi"));
  // What was accepted is there to be read, as it came.
  await expect(above.getByRole("heading", { level: 1 })).toHaveText(
    "Báo cáo tháng 5/2025 – Liên đoàn Lao động huyện B",
  );
  await go(above, "#/bundles");
  await drop(above, bundle);
  await expect(above.getByText("Tệp này đã được tiếp nhận trước đây. Không có gì thay đổi.")).toBeVisible();

  // Who made the receipt is told so; the office it is for closes the circle with it.
  await drop(above, path("bien-nhan.goi"));
  await expect(above.getByText("Đây là gói do chính đơn vị làm ra")).toBeVisible();
  await go(page, "#/bundles");
  await drop(page, path("bien-nhan.goi"));
  await page.getByRole("button", { name: "Nhập", exact: true }).click();
  await expect(page.getByText("Đã nhập.").last()).toBeVisible();
  await go(page, "#/bundles/month/2025-M05");
  await expect(page.getByText(/Liên đoàn Lao động tỉnh A đã nhận: chấp nhận/)).toBeVisible();
  // What was sent is closed.
  await go(page, "#/entry/month/2025-M05");
  await expect(page.getByText(/Kỳ đã được cấp trên nhận/).first()).toBeVisible();
  await district.stop();
  await province.stop();
});
