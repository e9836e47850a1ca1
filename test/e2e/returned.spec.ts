// Stories 6 and 7 of domain.md §h: a quarter is reported and receipted; it comes back because a union reported 612 members
// where it had 216; the correction replaces it, and both offices keep both.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
const province = () => ["--data", path("LDLD-A")];
const district = () => ["--data", path("LDLD-B")];
const QUARTER = ["--form", "quarter", "--period", "2026-Q1"];
const UNITS = Array.from({ length: 120 }, (_, index) => `U${String(index + 1).padStart(3, "0")}`);
/** The three that have not reported. */
const ANSWERING = UNITS.slice(0, 117);
const UNION = "U005";
const REMARK = "612 đoàn viên, quý trước 216: đảo chữ số?";

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scd-returned-"));
  makeExchange(folder, ["LDLD-B"]);
  importUnions(folder, "LDLD-B", UNITS, 700);
  const members = (code: string, period: string) =>
    code !== UNION ? 100 : period === "2026-M03" ? 612 : 216;
  writeFileSync(
    path("so-lieu.csv"),
    [
      "unit_code;element;period;value;state;as_of;is_estimate;note",
      ...["2026-M01", "2026-M02", "2026-M03"].flatMap((period) =>
        ANSWERING.map((code) => `${code};membersTotal;${period};${members(code, period)};;;;`),
      ),
      ...ANSWERING.map((code) => `${code};membersDecreasedBy.died;2026-Q1;0;;;;`),
    ].join("\n"),
  );
  commandJson("entries", "import", path("so-lieu.csv"), ...district());
  mkdirSync(path("ra"));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function signQuarter(number: string): { path: string; digest: string } {
  commandLine("explain", ...QUARTER, "--text", "đã kiểm tra", ...district());
  commandJson("approve", ...QUARTER, "--incomplete", "ba đơn vị chưa nộp", ...district());
  return commandJson("submit", ...QUARTER, "--number", number, "--out", path("ra"), ...district());
}

let first: { path: string; digest: string };

test("story 6: 117/120, signed with its number; a changed byte and a second copy are told; the receipt makes it received", async ({
  page,
}) => {
  test.setTimeout(120_000);
  expect(commandLine("check", ...QUARTER, ...district()).out).toContain("117/120 đơn vị");
  first = signQuarter("15/BC-LĐLĐ");
  const bytes = readFileSync(first.path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(path("doi.goi"), bytes);
  expect(commandLine("receive", path("doi.goi"), ...province()).exit).not.toBe(0);

  const office = new OfficeApp(path("LDLD-B"));
  try {
    await office.open(page);
    await go(page, "#/bundles/quarter/2026-Q1");
    // Without a receipt it stays what it is.
    await expect(page.getByText("Đã gửi, chờ biên nhận").first()).toBeVisible();
    await expect(page.getByText("15/BC-LĐLĐ")).toBeVisible();
    await page.getByRole("link", { name: "Phiếu gửi" }).click();
    await expect(page.getByRole("heading", { name: "PHIẾU GỬI BÁO CÁO ĐIỆN TỬ" })).toBeVisible();
    await expect(page.getByText("120 / 117")).toBeVisible();
  } finally {
    await office.kill();
  }
  mkdirSync(path("bien-nhan"));
  commandJson("receive", first.path, "--out", path("bien-nhan"), ...province());
  expect(commandJson<{ code: string }>("receive", first.path, ...province()).code).toBe("W_DUPLICATE");
  const [receipt = ""] = readdirSync(path("bien-nhan"));
  expect(
    commandJson<{ state: string }>("receive", join(path("bien-nhan"), receipt), ...district()).state,
  ).toBe("receipted");
});

test("story 7: the province marks the cell and returns it; the district corrects that cell only", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const faults = watch(page);
  const receiver = new OfficeApp(path("LDLD-A"));
  try {
    await receiver.open(page);
    await go(page, `#/bundles/report/${first.digest}`);
    await page.getByRole("button", { name: "Trả lại, nhận xét…" }).click();
    await page.getByRole("button", { name: /Kỳ/ }).click();
    await page.getByRole("option", { name: "Tháng 3/2026" }).click();
    await page.getByRole("button", { name: new RegExp(`CĐCS ${UNION} · Tổng số đoàn viên: 612`) }).click();
    await page.getByLabel("Nhận xét", { exact: true }).fill(REMARK);
    await page.getByLabel(/gợi ý/).fill("216");
    await page.getByLabel("Hạn gửi bản đính chính").fill("20/12/2026");
    await page.getByLabel(/mật khẩu/i).fill(PASSPHRASE);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Ký và trả lại" }).click();
    await (await saved).saveAs(path("tra-lai.goi"));
    await expect(page.getByText("chờ bản đính chính")).toBeVisible();
  } finally {
    await receiver.kill();
  }
  expect(commandJson<{ state: string }>("receive", path("tra-lai.goi"), ...district()).state).toBe(
    "returned",
  );

  const sender = new OfficeApp(path("LDLD-B"));
  try {
    await sender.open(page);
    await go(page, "#/bundles/quarter/2026-Q1");
    const cells = page.getByRole("grid", { name: "Các ô được mở" });
    await expect(cells.getByRole("row", { name: new RegExp(UNION) })).toContainText(/612.*216/);
    await expect(cells.getByRole("row", { name: new RegExp(UNION) })).toContainText(REMARK);
    await expect(page.getByText("Hạn gửi bản đính chính: 20/12/2026.")).toBeVisible();
    // The line leads to the cell in its form; the remark stands in the status line, and typing asks nothing more.
    await cells.getByRole("link", { name: "Tổng số đoàn viên" }).click();
    await expect(page.getByText(/Báo cáo bị trả lại: chỉ các ô viền nét đứt/)).toBeVisible();
    await expect(
      page.getByText(`Bị trả lại: ${REMARK} (gợi ý: 216) – số đã báo cáo: 612`).first(),
    ).toBeVisible();
    await page.keyboard.type("216");
    await page.keyboard.press("Enter");
    // The cell below is locked as it was.
    await page.keyboard.type("999");
    await page.keyboard.press("Enter");
    await go(page, "#/bundles/quarter/2026-Q1");
    // Reported, corrected, suggested; the remark names both figures, too.
    await expect(cells.getByRole("row", { name: new RegExp(UNION) })).toContainText(/612 ?216 ?216/);
    expect(faults).toEqual([]);
  } finally {
    await sender.kill();
  }
  const view = commandJson<{ cells: { reported: unknown; corrected: unknown }[] }>(
    "corrections",
    ...QUARTER,
    ...district(),
  );
  expect(view.cells).toMatchObject([{ reported: { value: 612 }, corrected: { value: 216 }, reason: REMARK }]);
});

test("story 7: correction no. 1 replaces the report, both stay readable, and both offices read the same difference", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const faults = watch(page);
  const second = signQuarter("18/BC-LĐLĐ");
  commandJson("receive", second.path, ...province());
  const { files } = commandJson<{ files: string[] }>(
    "report",
    "write",
    "--submission",
    first.digest,
    "--out",
    path("giay"),
    ...district(),
  );
  const word = readFileSync(files.find((file) => file.endsWith(".docx")) ?? "");
  for (const code of ["LDLD-A", "LDLD-B"]) {
    const office = new OfficeApp(path(code));
    try {
      await office.open(page);
      await go(page, `#/bundles/report/${second.digest}`);
      await page.getByRole("tab", { name: "Đính chính" }).click();
      const line = page
        .getByRole("grid", { name: "Đính chính" })
        .getByRole("row", { name: new RegExp(UNION) });
      await expect(line).toContainText("612");
      await expect(line).toContainText("216");
      await expect(line).toContainText(REMARK);
      await go(page, `#/bundles/report/${first.digest}`);
      await expect(page.getByText("Đã thay bằng bản đính chính").first()).toBeVisible();
      // What was signed first is read, printed and saved as it was, at both ends.
      await page.getByRole("link", { name: "Báo cáo in đã ký" }).click();
      const paper = page.getByRole("article", { name: "Trang báo cáo" });
      await expect(paper).toContainText("Số: 15/BC-LĐLĐ");
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: "Lưu Word" }).click();
      expect(readFileSync(await (await saving).path()).equals(word)).toBe(true);
    } finally {
      await office.kill();
    }
  }
  // June opens with the corrected stock.
  const rows = commandLine("entries", "export", "--period", "2026-M03", ...district()).out;
  expect(rows).toMatch(new RegExp(`${UNION}[;,]membersTotal[;,]2026-M03[;,]216`));
  expect(faults).toEqual([]);
});

test("at the command line: returned from a file, another cell opened with a reason, rehearsed and signed as no. 2", () => {
  test.setTimeout(180_000);
  const { digest } = commandJson<{ digest: string }>(
    "submit",
    ...QUARTER,
    "--out",
    path("ra"),
    ...district(),
  );
  writeFileSync(
    path("nhan-xet.json"),
    JSON.stringify({
      due_date: "2026-12-25",
      issues: [{ unit: UNION, element: "membersTotal", period: "2026-M02", message: "Xem lại tháng 2" }],
    }),
  );
  const reply = ["reply", "--submission", digest, "--return", path("nhan-xet.json"), "--out", path("ra")];
  const returned = commandJson<{ path: string }>(...reply, ...province());
  // A report is returned once.
  expect(commandLine(...reply, ...province()).err).toContain("đã được trả lại một lần");
  expect(commandJson<{ state: string }>("receive", returned.path, ...district()).state).toBe("returned");
  const correct = (code: string, period: string, value: string, ...reason: string[]) =>
    commandLine(
      "correct",
      ...QUARTER,
      "--unit",
      code,
      "--element",
      "membersTotal",
      "--cell-period",
      period,
      "--value",
      value,
      ...reason,
      ...district(),
    ).exit;
  expect(correct(UNION, "2026-M02", "217")).toBe(0);
  // What the return did not name is locked until it is opened with a reason.
  expect(correct("U006", "2026-M03", "101")).not.toBe(0);
  expect(correct("U006", "2026-M03", "101", "--reason", "sót một đoàn viên")).toBe(0);
  commandLine("explain", ...QUARTER, "--text", "đã kiểm tra", ...district());
  commandJson("approve", ...QUARTER, "--incomplete", "ba đơn vị chưa nộp", ...district());
  expect(commandJson<{ verdict: string }>("rehearse", ...QUARTER, ...district()).verdict).not.toBe(
    "returned",
  );
  const second = commandJson<{ path: string; digest: string }>(
    "submit",
    ...QUARTER,
    "--out",
    path("ra"),
    ...district(),
  );
  expect(second.digest).not.toBe(digest);
  expect(commandJson<{ code: string }>("receive", second.path, ...province()).code).toBe("OK");
});
