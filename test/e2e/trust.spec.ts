// Story 3 of domain.md §h, and the keys it rests on: a province keeps its list and gives targets; a district registers, compares
// and adopts, replaces its key, and is told when the province ends one.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { commandJson, commandLine } from "../support/command-line.ts";
import { NEW_PASSPHRASE, PASSPHRASE } from "../support/passphrase.ts";
import { makeExchange } from "../support/exchange-offices.ts";
import { OfficeApp } from "../support/office-app.ts";
import { go, watch } from "../support/watched-page.ts";

const DISTRICTS = ["LDLD-B", "LDLD-C"];

// One story: what a step leaves is what the next one begins with.
test.describe.configure({ mode: "serial" });
test.use({ actionTimeout: 20_000 });

let folder: string;
const path = (name: string) => join(folder, name);
const of = (office: string) => ["--data", path(office)];

/** A province with two districts in its list; the province has adopted the programme it will give. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-trust-e2e-"));
  makeExchange(folder, DISTRICTS);
  commandJson("programmes", "adopt", "BT-2024", ...of("LDLD-A"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withOffice(page: Page, office: string, work: () => Promise<void>): Promise<void> {
  const faults = watch(page);
  const app = new OfficeApp(path(office));
  try {
    await app.open(page);
    await work();
    expect(faults).toEqual([]);
  } finally {
    await app.kill();
  }
}

async function saved(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const started = page.waitForEvent("download");
  await act();
  await (await started).saveAs(path(name));
}

test("the province gives a district its share and signs it for that district alone", async ({ page }) => {
  await withOffice(page, "LDLD-A", async () => {
    await go(page, "#/programmes/BT-2024/down?year=2024");
    const shares = [
      ["Đoàn viên phát triển mới", "420"],
      ["Trong đó khu vực phi chính thức", "20"],
      ["Đoàn viên tăng thêm", "230"],
      ["CĐCS thành lập mới", "2"],
      ["Trong đó từ 25 lao động", "1"],
      ["Đoàn viên ưu tú giới thiệu", "118"],
    ] as const;
    for (const [target, amount] of shares)
      await page.getByRole("textbox", { name: new RegExp(`^LĐLĐ LDLD-B: ${target}`) }).fill(amount);
    await page.getByRole("button", { name: "Lưu chỉ tiêu giao" }).click();
    await expect(page.getByText("Đã lưu 6 chỉ tiêu giao.")).toBeVisible();
    await page.getByRole("button", { name: "Ký gói gửi đơn vị" }).click();
    await page.getByText("LĐLĐ LDLD-C (LDLD-C)").click();
    await page.getByLabel("Cụm mật khẩu của khóa ký số").fill(PASSPHRASE);
    await saved(page, "chuong-trinh.goi", () =>
      page.getByRole("button", { name: "Ký gói gửi đơn vị" }).last().click(),
    );
    await expect(page.getByText(/Đã ký phiên bản 1/)).toBeVisible();
  });
});

test("the district sees what it is given and the losses it leaves room for, and adopts it once", async ({
  page,
}) => {
  await withOffice(page, "LDLD-B", async () => {
    await go(page, "#/bundles");
    await page.locator("input[type=file]").first().setInputFiles(path("chuong-trinh.goi"));
    await expect(page.getByText(/sẽ áp dụng mới với 6 chỉ tiêu/)).toBeVisible();
    await expect(page.getByRole("cell", { name: "420 người" })).toBeVisible();
    await expect(page.getByRole("cell", { name: "118 người" })).toBeVisible();
    await expect(
      page.getByText("Phát triển mới 420, tăng thêm 230: dự kiến giảm 190 đoàn viên"),
    ).toBeVisible();
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    await expect(page.getByText(/dự kiến giảm 190/)).toHaveCount(0);
    await page.locator("input[type=file]").first().setInputFiles(path("chuong-trinh.goi"));
    await expect(page.getByText(/đã tiếp nhận/i).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Nhập", exact: true })).toHaveCount(0);
    await go(page, "#/programmes/BT-2024");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
  const rows = commandJson<{ target: string; value: { amount: number } }[]>(
    "evaluate",
    "--programme",
    "BT-2024",
    "--period",
    "2024",
    ...of("LDLD-B"),
  );
  const given = Object.fromEntries(rows.map(({ target, value }) => [target, value.amount]));
  expect(given).toMatchObject({ "T004-01": 420, "T004-01a": 20, "T004-01b": 230, "T004-03": 118 });
});

test("the district it was not meant for is told so", async ({ page }) => {
  await withOffice(page, "LDLD-C", async () => {
    await go(page, "#/bundles");
    await page.locator("input[type=file]").first().setInputFiles(path("chuong-trinh.goi"));
    await expect(page.getByText("Tệp này gửi cho đơn vị khác.")).toBeVisible();
    await expect(page.getByText("E_AUDIENCE")).toBeVisible();
  });
  expect(commandLine("receive", path("chuong-trinh.goi"), ...of("LDLD-C")).exit).toBe(3);
});

test("a district prints its registration and its encryption key, and replaces its signing key", async ({
  page,
}) => {
  await withOffice(page, "LDLD-B", async () => {
    await go(page, "#/trust/enrolment");
    const sheet = page.getByRole("article", { name: "PHIẾU ĐĂNG KÝ KHÓA" });
    await expect(sheet).toContainText("LDLD-B");
    await expect(sheet).toContainText(/([0-9a-f]{4} ){15}[0-9a-f]{4}/);
    await go(page, "#/settings/key");
    await page.getByRole("link", { name: "In khóa ra giấy" }).click();
    await page.getByLabel("Cụm mật khẩu của khóa").fill("một câu sai hoàn toàn khác");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Cụm mật khẩu không mở được khóa.")).toBeVisible();
    await expect(page.getByText(/SCDK1/)).toHaveCount(0);
    await page.getByLabel("Cụm mật khẩu của khóa").fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/SCDK1/)).toBeVisible();
    await go(page, "#/settings/key");
    await page.getByRole("button", { name: "Thay khóa" }).click();
    await page.getByLabel("Cụm mật khẩu của khóa đang dùng").fill(PASSPHRASE);
    await page.getByLabel("Cụm mật khẩu của khóa mới").fill(NEW_PASSPHRASE);
    await page.getByLabel("Nhập lại cụm mật khẩu").fill(NEW_PASSPHRASE);
    await saved(page, "khoa-moi.goi", () => page.getByRole("button", { name: "Thay khóa" }).last().click());
    await expect(page.getByText("Khóa mới, chờ tỉnh đưa vào danh sách")).toBeVisible();
  });
});

test("the province takes the vouched key, revokes it later, and the district is told why", async ({
  page,
}) => {
  await withOffice(page, "LDLD-A", async () => {
    await go(page, "#/trust");
    await page.getByRole("button", { name: "Thêm hoặc thay khóa" }).click();
    await page.locator("input[type=file]").first().setInputFiles(path("khoa-moi.goi"));
    await page.getByText("Phiếu do khóa cũ cùng ký, không có giấy").click();
    await page.getByLabel("Cụm mật khẩu khóa gốc").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Ký và ra phiên bản 4" }).click();
    await expect(page.getByText("đã nghỉ")).toBeVisible();
    const row = page.getByRole("row", { name: /LĐLĐ LDLD-C/ });
    await row.getByRole("button", { name: "Thu hồi" }).click();
    await expect(page.getByText(/kể cả gói ghi ngày cũ/)).toBeVisible();
    await page.getByLabel("Lý do").fill("Máy bị mất trộm");
    await page.getByLabel("Cụm mật khẩu khóa gốc").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Ký và ra phiên bản 5" }).click();
    await expect(page.getByText("Máy bị mất trộm")).toBeVisible();
    await saved(page, "trust5.goi", () => page.getByRole("button", { name: "Tải danh sách để gửi" }).click());
  });
  commandJson("trust", "import", path("trust5.goi"), ...of("LDLD-B"));
  commandJson("trust", "import", path("trust5.goi"), ...of("LDLD-C"));
  await withOffice(page, "LDLD-C", async () => {
    await go(page, "#/settings/key");
    await expect(page.getByText("Tỉnh đã thu hồi khóa ký này: Máy bị mất trộm.")).toBeVisible();
  });
});

test("the root changes, and a district that missed it walks there with the version after", async ({
  page,
}) => {
  await withOffice(page, "LDLD-A", async () => {
    await go(page, "#/trust");
    await page.getByRole("button", { name: "Đổi khóa gốc" }).click();
    await page.getByLabel("Cụm mật khẩu của khóa mới").fill(NEW_PASSPHRASE);
    await page.getByLabel("Nhập lại cụm mật khẩu").fill(NEW_PASSPHRASE);
    await page.getByLabel("Cụm mật khẩu khóa gốc").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Ký và ra phiên bản 6" }).click();
    await expect(page.getByText(/Gốc số 2/)).toBeVisible();
    await page.getByRole("button", { name: "Ra phiên bản mới" }).click();
    await page.getByLabel("Cụm mật khẩu khóa gốc").fill(NEW_PASSPHRASE);
    await page.getByRole("button", { name: "Ký và ra phiên bản 7" }).click();
    await expect(page.getByText("Đã ra phiên bản 7.", { exact: false })).toBeVisible();
    await saved(page, "trust7.goi", () => page.getByRole("button", { name: "Tải danh sách để gửi" }).click());
  });
  expect(readFileSync(path("trust7.goi")).includes("roots/1.goi")).toBe(true);
  commandJson("trust", "import", path("trust7.goi"), ...of("LDLD-B"));
  expect(commandJson<{ root: { version: number } }>("trust", "show", ...of("LDLD-B")).root.version).toBe(2);
});
