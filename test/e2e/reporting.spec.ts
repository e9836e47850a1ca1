// The province's side of a report: opened as it came, who has not reported, what to write to them; and the district's own
// report before and after its file is saved.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { commandJson, commandLine } from "../support/command-line.ts";
import { PASSPHRASE } from "../support/passphrase.ts";
import { importUnions, makeExchange } from "../support/exchange-offices.ts";
import { OfficeApp } from "../support/office-app.ts";
import { go, watch } from "../support/watched-page.ts";

// One story: each test goes on from where the one before ended.
test.describe.configure({ mode: "serial" });

let folder: string;
const path = (name: string) => join(folder, name);
const MAY = ["--form", "month", "--period", "2025-M05"];
const MEMBERS = [41, 42, 43];

/** Two districts known to the province; the first has approved May with one of its three unions missing. */
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-reporting-"));
  makeExchange(folder, ["LDLD-B", "LDLD-C"]);
  const district = ["--data", path("LDLD-B")];
  importUnions(folder, "LDLD-B", ["U1", "U2", "U3", "U4"], 50);
  writeFileSync(
    path("so-lieu.csv"),
    [
      "unit_code;element;period;value;state;as_of;is_estimate;note",
      ...MEMBERS.map((value, index) => `U${index + 1};membersTotal;2025-M05;${value};;;;`),
      "U1;membersTotal;2025-M04;40;;;;",
    ].join("\n"),
  );
  commandJson("entries", "import", path("so-lieu.csv"), ...district);
  commandJson("programmes", "adopt", "AG-1979", ...district);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a nearly empty period says so at the command line and wants a reason", () => {
  const district = ["--data", path("LDLD-B")];
  expect(commandLine("check", ...MAY, ...district).out).toContain("Đã có số liệu 3/4 đơn vị");
  commandLine("explain", ...MAY, "--text", "đã kiểm tra", ...district);
  expect(commandLine("approve", ...MAY, ...district)).toMatchObject({
    exit: 7,
    err: expect.stringMatching(/3\/4 đơn vị.*--incomplete/),
  });
});

test("the district approves with a reason, signs, and counts as having sent once the file is saved", async ({
  page,
}) => {
  const faults = watch(page);
  const district = new OfficeApp(path("LDLD-B"));
  try {
    await district.open(page);
    // Nothing can be approved where nothing stands, so no reason is asked for either.
    await go(page, "#/bundles/month/2025-M07");
    await expect(page.getByText("Kỳ này chưa có số liệu nào")).toBeVisible();
    await expect(page.getByRole("link", { name: "Mở biểu nhập" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Duyệt và khóa kỳ" })).toHaveCount(0);
    await go(page, "#/bundles/month/2025-M05");
    await expect(page.getByText("1 đơn vị chưa có số liệu kỳ này")).toBeVisible();
    // April was never approved and its figure is an opening of May.
    await expect(page.getByText("Trong đó có số liệu chưa duyệt: tháng 4/2025")).toBeVisible();
    await page.getByRole("button", { name: "Duyệt và khóa kỳ" }).press("Enter");
    await expect(page.getByText("Cần ghi lý do vì số liệu chưa đủ")).toBeVisible();
    await page.getByLabel("Lý do duyệt khi chưa đủ số liệu").fill("U4 đang sáp nhập");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Duyệt khi chưa đủ số liệu. Lý do: U4 đang sáp nhập")).toBeVisible();
    await expect(page.getByText("Trong đó có số liệu chưa duyệt: tháng 4/2025")).toBeVisible();
    await page.getByLabel(/mật khẩu/i).fill(PASSPHRASE);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Gói đã ký, chưa lưu tệp")).toBeVisible();
    await expect(page.getByText("Đã gửi, chờ biên nhận")).toHaveCount(0);
    await go(page, "#/bundles");
    await expect(page.getByText("Đã ký, chưa lưu tệp ra ngoài")).toHaveCount(2);
    await go(page, "#/bundles/month/2025-M05");
    const started = page.waitForEvent("download");
    await page.getByRole("button", { name: "Lưu tệp…" }).press("Enter");
    await (await started).saveAs(path("bao-cao.goi"));
    // Without anybody reloading.
    await expect(page.getByText("Đã gửi, chờ biên nhận").first()).toBeVisible();
    await expect(page.getByText("Gói đã ký, chưa lưu tệp")).toHaveCount(0);
    await page.getByRole("link", { name: "Xem đúng như đã gửi" }).press("Enter");
    await expect(page.getByText("Đúng như đã gửi, đọc từ gói đã ký")).toBeVisible();
    await expect(page.getByText("U4 đang sáp nhập")).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    await district.kill();
  }
});

test("the province accepts the report, reads it whole, and sees and tells who has not reported", async ({
  page,
  context,
}) => {
  const faults = watch(page);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const province = new OfficeApp(path("LDLD-A"));
  try {
    await province.open(page);
    await go(page, "#/bundles?year=2025");
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Chọn tệp" }).click();
    await (await chooser).setFiles(path("bao-cao.goi"));
    // It holds explanations in free words, so it went encrypted to the province.
    await page.getByLabel(/mật khẩu/i).fill(PASSPHRASE);
    await page.getByRole("button", { name: "Mở tệp" }).click();
    // Said before it is accepted.
    await expect(page.getByText("Trong đó có số liệu chưa duyệt: tháng 4/2025")).toBeVisible();
    await expect(page.getByText("Lý do: U4 đang sáp nhập")).toBeVisible();
    await page.getByLabel(/mật khẩu/i).fill(PASSPHRASE);
    const receipt = page.waitForEvent("download");
    await page.getByRole("button", { name: "Chấp nhận và ký biên nhận" }).click();
    await (await receipt).saveAs(path("bien-nhan.goi"));

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Báo cáo tháng 5/2025 – LĐLĐ LDLD-B");
    await expect(page.getByRole("row", { name: /Tổng số đoàn viên/ })).toContainText(
      String(MEMBERS.reduce((sum, value) => sum + value, 0)),
    );
    await page.getByRole("tab", { name: "Đánh giá" }).click();
    await expect(page.getByRole("row", { name: /T001-14/ })).toContainText("tạm tính");
    await page.getByRole("tab", { name: "Số liệu theo đơn vị" }).click();
    for (const [index, value] of MEMBERS.entries())
      await expect(page.getByRole("row", { name: new RegExp(`U${index + 1} `) })).toContainText(
        String(value),
      );
    await expect(page.getByText("3/4 đơn vị có số liệu kỳ này")).toBeVisible();
    await page.getByRole("tab", { name: /Sổ đơn vị/ }).click();
    await expect(page.getByRole("row", { name: /CĐCS U4/ })).toContainText("01/02/2015");

    await go(page, "#/desk?year=2025");
    await page.getByRole("button", { name: /– \d\/2/ }).click();
    await page.getByRole("option", { name: "Tháng 5/2025 – 1/2" }).click();
    const list = page.getByRole("grid", { name: "Đã nộp, chưa nộp" });
    await expect(list.getByRole("row", { name: /LDLD-B/ })).toContainText("Đã nộp");
    await expect(list.getByRole("row", { name: /LDLD-C/ })).toContainText("Chưa nộp, quá hạn");
    await page.getByText("Lời nhắc để chép vào Zalo").click();
    await page.getByRole("button", { name: "Chép lời nhắc" }).click();
    await expect(page.getByText("Đã chép.")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Nhắc nộp báo cáo tháng 5\/2025 \(hạn 20\/05\/2025\)\.\n/);
    expect(copied).toContain("đã nhận 1/2 đơn vị");
    expect(copied).toMatch(/1\. LĐLĐ LDLD-C – muộn \d+ ngày/);
    expect(copied).not.toContain("LDLD-B");
    // The other came to the province in June: it owes nothing for May.
    await list
      .getByRole("row", { name: /LDLD-C/ })
      .getByRole("button", { name: "Mọi kỳ" })
      .press("Enter");
    await page.getByLabel("Nộp từ ngày").fill("01/06/2025");
    await page.keyboard.press("Enter");
    await expect(list.getByRole("row", { name: /LDLD-C/ })).toHaveCount(0);
    await expect(page.getByText("1 đơn vị không phải nộp kỳ này:")).toBeVisible();
    // The report opens again from the list.
    await list.getByText("LĐLĐ LDLD-B").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Soát báo cáo tháng 5/2025 của LĐLĐ LDLD-B",
    );
    expect(faults).toEqual([]);
  } finally {
    await province.kill();
  }
});

test("a report that was accepted is offered for sending nowhere", async ({ page }) => {
  commandJson("receive", path("bien-nhan.goi"), "--data", path("LDLD-B"));
  const faults = watch(page);
  const district = new OfficeApp(path("LDLD-B"));
  try {
    await district.open(page);
    for (const hash of ["#/entry/month/2025-M05", "#/bundles/month/2025-M05"]) {
      await go(page, hash);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(/5\/2025/);
      await expect(page.getByText("Đã tiếp nhận").first()).toBeVisible();
      for (const name of [/^Duyệt/, /^Ký/, /^Nộp/])
        await expect(page.getByRole("button", { name }).or(page.getByRole("link", { name }))).toHaveCount(0);
    }
    expect(faults).toEqual([]);
  } finally {
    await district.kill();
  }
});
