// Story 2 of domain.md §h: chị Lan writes the programme, bà Mai issues it; by keyboard, to the word and the figure.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { axe } from "../support/axe.ts";
import { commandJson, commandLine } from "../support/command-line.ts";
import { DISTRICT } from "../support/district.ts";
import { addUnion, openOffice, saveFigure } from "../support/test-office.ts";
import { OfficeApp } from "../support/office-app.ts";
import { test as base } from "../support/watched-page.ts";

/** An office of bà Mai, who approves, and chị Lan, who is on duty; one union with 38 of 47 people informed. */
async function prepare(folder: string): Promise<void> {
  const { host, client } = await openOffice(folder, { clock: { now: () => new Date() } });
  await client.office.create(DISTRICT);
  await client.office.addPerson({ name: "Trần Thị Mai", title: "Chủ tịch", roles: ["approver"] });
  const { office } = await client.office.addPerson({ name: "Nguyễn Thị Lan", title: null, roles: ["clerk"] });
  const lan = office?.people.find(({ name }) => name === "Nguyễn Thị Lan");
  await client.office.setCurrentPerson({ personId: lan?.id ?? 0 });
  const unit = await addUnion(client, "CS01", "CĐCS May Phú Tân", { workforce: 47 });
  for (const [element, value] of [
    ["workersTotal", 47],
    ["peopleInformed", 38],
  ] as const)
    await saveFigure(client, { unit, element, period: `${YEAR}-H1` }, value);
  await host.close();
}

// Dates of the document lie in the past whenever the test runs.
const YEAR = new Date().getFullYear() - 1;

const test = base.extend<{ written: OfficeApp }>({
  written: async ({ page, faults }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-story2-"));
    await prepare(folder);
    const app = new OfficeApp(folder);
    try {
      await page.setViewportSize({ width: 1366, height: 768 });
      await app.open(page);
      await page.locator("#today-work").waitFor();
      await use(app);
      expect(faults).toEqual([]);
    } finally {
      await app.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** Types into a field reached by keyboard. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByRole("textbox", { name: label }).first();
  await field.focus();
  await field.press("Control+a");
  await field.pressSequentially(text);
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(label) })
    .first()
    .press("Enter");
  await page.getByRole("option", { name: option }).first().press("Enter");
}

/** Finds one by typing, as in a list of a hundred figures. */
async function find(page: Page, label: string, typed: string, option: string | RegExp): Promise<void> {
  const field = page.getByRole("combobox", { name: label }).first();
  await field.focus();
  await field.pressSequentially(typed);
  await page.getByRole("option", { name: option }).first().waitFor();
  for (let steps = 0; steps < 40; steps += 1) {
    const active = await field.getAttribute("aria-activedescendant");
    if (active !== null && (await page.locator(`[id="${active}"]`).filter({ hasText: option }).count()) > 0)
      break;
    await field.press("ArrowDown");
  }
  await field.press("Enter");
}

const tab = async (page: Page, name: RegExp) => {
  const wanted = page.getByRole("tab", { name });
  for (let steps = 0; (await wanted.getAttribute("aria-selected")) !== "true"; steps += 1) {
    if (steps > 8) throw new Error(`no way to ${name}`);
    await page.getByRole("tab", { selected: true }).press("ArrowRight");
  }
};
const add = (page: Page) => page.getByRole("button", { name: "Thêm chỉ tiêu" }).press("Enter");
const meaning = (page: Page) => page.locator(".target-meaning");

test("chị Lan writes a programme of 18 targets, and bà Mai issues it", async ({ page, written }) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(20_000);
  await go(page, "#/programmes");
  await page.getByRole("link", { name: "Lập chương trình" }).press("Enter");
  await type(page, /Mã chương trình/, "B-03");
  await type(page, /Tên chương trình/, "Chương trình hành động thực hiện Nghị quyết 02-NQ/TW");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Chương trình hành động/ })).toBeVisible();

  // The document.
  await type(page, /Số, ký hiệu/, "03/CTr-LĐLĐ");
  await type(page, /Ngày ban hành/, `1501${YEAR}`);
  await type(page, /Từ năm/, String(YEAR));
  await type(page, /Đến năm/, String(YEAR + 4));
  await tab(page, /Căn cứ/);
  const bases = [
    ["02-NQ/TW", "12062021", "Bộ Chính trị", "Đổi mới tổ chức và hoạt động của Công đoàn"],
    ["1979/CTr-LĐLĐ", "19052021", "LĐLĐ tỉnh A", "Chương trình hành động của tỉnh"],
  ] as const;
  for (const [index, [symbol, date, issuer, subject]] of bases.entries()) {
    await page.getByRole("button", { name: "Thêm vào: Căn cứ" }).press("Enter");
    await expect(page.locator(".basis-row").nth(index).getByRole("textbox").first()).toBeFocused();
    for (const text of [symbol, date, issuer, subject]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
  }
  for (let group = 1; group <= 7; group += 1) {
    await page.getByRole("button", { name: "Thêm vào: Nhóm nhiệm vụ, giải pháp" }).press("Enter");
    await expect(
      page.getByRole("textbox", { name: `Nhóm nhiệm vụ, giải pháp, dòng ${group}` }),
    ).toBeFocused();
    await page.keyboard.type(`Nhóm nhiệm vụ ${group}`);
  }

  // "trên 80%": the comparators read in Vietnamese, the sentence and the figure stand at once.
  await tab(page, /Chỉ tiêu/);
  await add(page);
  await type(page, /Nội dung chỉ tiêu/, "Người lao động được phổ biến, học tập: trên 80 %");
  await expect(meaning(page)).toContainText("Chọn đủ công thức và mức phải đạt");
  await find(page, "Tử số: cộng các số", "phổ biến", /Số người được học tập/);
  await find(page, "Mẫu số: cộng các số", "tổng số công nhân", /Tổng số công nhân/);
  await page.getByRole("button", { name: /So sánh/ }).press("Enter");
  expect(await page.getByRole("listbox").getByRole("option").allTextContents()).toEqual([
    "trên",
    "từ … trở lên",
    "ít nhất",
    "bằng",
    "trong khoảng",
    "không quá",
  ]);
  await page.getByRole("option", { name: "trên", exact: true }).press("Enter");
  await type(page, /Mức \(%\)/, "80");
  await expect(meaning(page)).toContainText(
    "Đạt khi tổng “Số người được học tập, quán triệt, phổ biến” chia cho tổng “Tổng số công nhân, viên chức, lao động” của các công đoàn cơ sở trên 80 %, hằng năm.",
  );
  // 38/47 = 80,851…
  await expect(meaning(page)).toContainText(`6 tháng đầu năm ${YEAR}: 38/47 = 80,85 %`);

  // "từ 70%": a known indicator.
  await add(page);
  await type(page, /Nội dung chỉ tiêu/, "Người lao động học nâng cao trình độ: từ 70 %");
  await find(page, "Chọn chỉ số có sẵn", "T001-03", /^T001-03/);
  // Words and value that differ are told at once.
  await type(page, /Mức \(%\)/, "65");
  await expect(meaning(page)).toContainText("lời văn ghi 70 %, mức phải đạt là 65 %");
  await type(page, /Mức \(%\)/, "70");
  await expect(meaning(page)).not.toContainText("lời văn ghi");
  await expect(meaning(page)).toContainText("từ 70 % trở lên");

  // "ít nhất 01 mô hình"
  await add(page);
  await type(page, /Nội dung chỉ tiêu/, "Mô hình hoạt động hiệu quả: ít nhất 01 mô hình");
  await choose(page, "Cách tính", "Tổng số trong kỳ");
  await find(page, "Cộng các số", "mô hình", /mô hình/i);
  await choose(page, "So sánh", "ít nhất");
  await type(page, /^Mức/, "01");
  await expect(meaning(page)).toContainText(/ít nhất 1 mô hình/);

  // "kết nạp 500–600 đoàn viên", of which the informal sector: never more than the whole.
  await add(page);
  await type(page, /Nội dung chỉ tiêu/, "Kết nạp 500–600 đoàn viên");
  await choose(page, "Cách tính", "Tổng số trong kỳ");
  await find(page, "Cộng các số", "kết nạp mới", /^Đoàn viên kết nạp mới \(người\)/);
  await choose(page, "So sánh", "trong khoảng");
  await type(page, /^Từ/, "500");
  await type(page, /^Đến/, "600");
  await type(page, /Đơn vị tính/, "đoàn viên");
  await expect(meaning(page)).toContainText("từ 500 đến 600 đoàn viên, hằng năm.");
  await page.getByRole("button", { name: "Thêm “trong đó”" }).press("Enter");
  await type(page, /Nội dung chỉ tiêu/, "Trong đó khu vực phi chính thức");
  await page.getByRole("button", { name: "Bỏ Đoàn viên kết nạp mới" }).press("Enter");
  await find(page, "Cộng các số", "phi chính thức", /phi chính thức/);
  await type(page, /^Mức/, "501");
  await expect(page.getByText("Phần “trong đó” lớn hơn cả chỉ tiêu T04 chứa nó.")).toBeVisible();

  // The power fails in the middle: what was written is there.
  await expect(page.locator(".draft-save")).toHaveText("Đã lưu");
  await written.killAndReopen(page);
  await page.locator("#today-work").waitFor();
  await go(page, "#/programmes/-/B-03");
  await tab(page, /Chỉ tiêu \(5\)/);
  await page.getByRole("button", { name: /T04b/ }).press("Enter");
  await expect(page.getByText("Phần “trong đó” lớn hơn cả chỉ tiêu T04 chứa nó.")).toBeVisible();
  await type(page, /^Mức/, "20");
  await expect(page.getByText("Phần “trong đó” lớn hơn")).toBeHidden();

  // Thirteen more by known indicators, the last without a formula yet.
  for (const [id, amount] of [
    ["T001-05", "90"],
    ["T001-06", "90"],
    ["T001-07", "45"],
    ["T001-08a", "100"],
    ["T001-08b", "80"],
    ["T001-09a", "100"],
    ["T001-12", "100"],
    ["T001-14", "95"],
    ["T001-15", "100"],
    ["T001-16", "70"],
    ["T000-05", "20"],
    ["T000-16", "100"],
  ] as const) {
    await add(page);
    await type(page, /Nội dung chỉ tiêu/, `Chỉ tiêu như ${id}`);
    await find(page, "Chọn chỉ số có sẵn", id, new RegExp(`^${id} `));
    await type(page, /^Mức/, amount);
  }
  await add(page);
  await type(page, /Nội dung chỉ tiêu/, "Hầu hết công đoàn các cấp sinh hoạt có hiệu quả");
  await expect(page.getByRole("tab", { name: "Chỉ tiêu (18)" })).toBeVisible();

  // A target without numerator or denominator cannot be issued.
  await tab(page, /Ban hành/);
  await expect(page.getByRole("cell", { name: "Còn thiếu." }).first()).toBeVisible();
  await expect(page.getByText("Chỉ tiêu T18 › công thức › tử số")).toBeVisible();
  await expect(page.getByRole("button", { name: "Ban hành", exact: true })).toBeDisabled();
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: /Đến chỗ sửa: Chỉ tiêu T18 › công thức/ }).press("Enter");
  await choose(page, "Cách tính", /Định tính/);
  await expect(meaning(page)).toContainText("người có trách nhiệm kết luận");
  // Undone and done again as one step each.
  await page.getByRole("button", { name: "Hoàn tác" }).press("Enter");
  await expect(meaning(page)).toContainText("Chọn đủ công thức");
  await page.getByRole("button", { name: "Làm lại" }).press("Enter");
  await expect(meaning(page)).toContainText("người có trách nhiệm kết luận");
  expect((await axe(page).analyze()).violations).toEqual([]);

  // Lan may not issue; Mai may.
  await tab(page, /Ban hành/);
  await expect(page.getByText("Dự thảo đã đủ để ban hành.")).toBeVisible();
  const issue = async () => {
    await page.getByRole("button", { name: "Ban hành", exact: true }).press("Enter");
    await expect(page.getByRole("dialog")).toContainText(`03/CTr-LĐLĐ ngày 15/01/${YEAR}, 18 chỉ tiêu.`);
    await page.getByRole("dialog").getByRole("button", { name: "Ban hành" }).press("Enter");
  };
  await issue();
  await expect(page.getByText("APPROVER_NEEDED")).toBeVisible();
  await page.getByLabel("Người đang làm việc").selectOption({ label: "Trần Thị Mai – Chủ tịch" });
  await expect(page.getByLabel("Người đang làm việc").locator("option:checked")).toHaveText(/Mai/);
  await issue();
  await expect(page.getByText(/^Đã ban hành/)).toBeVisible();
  await expect(page.getByText("từ 500 đến 600 đoàn viên")).toBeVisible();

  // Stamped with her name, and no longer written in.
  await page.getByRole("link", { name: "Điều chỉnh, giao chỉ tiêu" }).press("Enter");
  const version = page.getByRole("row", { name: /03\/CTr-LĐLĐ/ });
  await expect(version).toContainText("Đã ban hành");
  await expect(version).toContainText("Trần Thị Mai");
  await go(page, "#/programmes/-/B-03");
  await expect(page.getByText("DRAFT_UNKNOWN")).toBeVisible();

  // What a person judges leads to where the judgement is written.
  await go(page, `#/evaluation/B-03/${YEAR}/T18`);
  await page.getByRole("link", { name: "Mở phần nhận xét của chương trình" }).press("Enter");
  await expect(page.getByRole("tab", { name: "Kết luận định tính (1)" })).toHaveAttribute(
    "aria-selected",
    "true",
  );

  // The command line has the same programme, there and back.
  const path = join(written.folder, "B-03.json");
  await written.stop();
  commandJson("programmes", "export", "B-03", "--out", path, "--data", written.folder);
  const programme = JSON.parse(readFileSync(path, "utf8")) as { targets: unknown[]; legalBases: unknown };
  expect(programme.targets).toHaveLength(18);
  expect(programme.legalBases).toMatchObject([
    { symbol: "02-NQ/TW", date: "2021-06-12" },
    { symbol: "1979/CTr-LĐLĐ", date: "2021-05-19" },
  ]);
  const other = mkdtempSync(join(tmpdir(), "scd-story2-other-"));
  try {
    commandJson("init", "--code", "LDLD-C", "--name", "C", "--kind", "districtFederation", "--data", other);
    commandJson("programmes", "import", path, "--data", other);
    expect(commandJson("programmes", "show", "B-03", "--data", other)).toEqual(programme);
    expect(commandLine("programmes", "import", path, "--data", other).exit).toBe(7);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});
