// Story 4 (domain.md §h): a month of 13 cells for every union, typed without the mouse, most of it "không phát sinh".
import { expect, type Page } from "@playwright/test";
import { active, cell, openForm, press, saved, seriousAt, test, total } from "../support/entry-page.ts";

/** The month after the demo's last one: its opening stocks are there to be compared with. */
const UNITS = 30;

/** Workers and members of a union, far enough apart to differ from one another. */
const workersOf = (row: number) => 100 + row;
const membersOf = (row: number) => 90 + row;

test("a clerk types a month for every union by keyboard, and no keystroke is lost when the program is killed", async ({
  entry: { app, page },
}) => {
  test.setTimeout(240_000);
  // From the first page by keys: Alt+4 is the place of data entry, the table's first row the month.
  await press(page, "Alt+4");
  await expect(page.getByRole("heading", { level: 1, name: "Nhập số liệu" })).toBeVisible();
  expect(await seriousAt(page, "periods")).toEqual([]);
  await openForm(page);
  await expect(page.locator(".so-grid-editor")).toBeFocused();
  const rows = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 3;
  expect(rows).toBeGreaterThanOrEqual(UNITS - 2);
  for (let row = 0; row < rows; row += 1) {
    // "1.250" is 1250, as it is printed.
    await page.keyboard.type(row === 0 ? "1.250" : String(workersOf(row)));
    await press(page, "Tab");
    await page.keyboard.type(String(membersOf(row)));
    // One key says that nothing happened in whatever is left of the row; Enter goes back under the first cell.
    await press(page, "Enter", "ArrowUp", "Control+Shift+Digit0", "ArrowDown");
  }
  expect(await active(page)).toBe(`${rows - 1},0`);
  await saved(page);
  await press(page, "Control+Home");
  await expect(cell(page, 0, 0)).toHaveText("1.250");
  await expect(cell(page, 0, 2)).toHaveText("-");
  const sum = Array.from({ length: rows - 1 }, (_, index) => workersOf(index + 1)).reduce(
    (a, b) => a + b,
    1250,
  );
  await expect(total(page, 0)).toHaveText([sum.toLocaleString("vi-VN"), `${rows}/${rows}`]);
  await expect(page.getByText(`${rows}/${rows} đơn vị đã có số liệu`)).toBeVisible();

  // More members than workers: a warning with room for an explanation, reached by F8 and Shift+F2.
  await press(page, "ArrowRight", "ArrowDown");
  await page.keyboard.type("500");
  await press(page, "Enter", "Control+Home");
  await saved(page);
  await press(page, "F8");
  for (let seen = 0; seen < 40 && (await active(page)) !== "1,1"; seen += 1) await press(page, "F8");
  expect(await active(page)).toBe("1,1");
  await press(page, "Shift+F2");
  await expect(page.getByRole("textbox", { name: "Giải trình" }).first()).toBeFocused();
  expect(await seriousAt(page, "explaining")).toEqual([]);
  await press(page, "Escape");
  await expect(page.locator(".so-grid-editor")).toBeFocused();

  // The plug is pulled in the middle of the next figure: everything entered is there, and so is the one half typed.
  await press(page, "Control+Home", "ArrowDown", "ArrowDown");
  await page.keyboard.type("77");
  await press(page, "Enter");
  await saved(page);
  await page.keyboard.type("8");
  await page.waitForTimeout(600);
  page.on("dialog", (dialog) => void dialog.accept());
  await app.killAndReopen(page);
  await page.locator("#today-work").waitFor();
  await openForm(page);
  await expect(cell(page, 2, 0)).toHaveText("77");
  await expect(cell(page, 3, 0)).toHaveText("8");
  await expect(cell(page, 1, 1)).toHaveText("500");
  await press(page, "Control+Home", "ArrowDown", "ArrowDown", "ArrowDown", "Escape");
  await expect(cell(page, 3, 0)).toHaveText(String(workersOf(3)));
});

test("a screen reader is told the form sensibly: names, places, states and what is wrong", async ({
  entry: { page },
}) => {
  await openForm(page);
  await page.keyboard.type("12a");
  await press(page, "Enter", "Control+Home");
  const heard = await treeOf(page);
  const named = (role: string) => heard.filter((node) => node.role === role).map(({ name }) => name);
  expect(named("grid")).toEqual([`Biểu nhập Tháng 1/${new Date().getFullYear()}`]);
  expect(named("columnheader")).toEqual(
    expect.arrayContaining(["Công đoàn cơ sở", "Mã", "Đơn vị", "CNVCLĐ", "Đoàn viên"]),
  );
  expect(named("columnheader").every((name) => name !== "")).toBe(true);
  expect(named("rowheader")).toContain("CS0001");
  // The editor speaks for the active cell: whose figure, which figure, and why it is not stored.
  const editor = heard.find(({ role, name }) => role === "textbox" && name.includes("CS0001"));
  expect(editor?.name).toMatch(/^.+ CS0001, CNVCLĐ$/);
  expect(editor?.description).toMatch(/^Chưa lưu: không phải số/);
  expect(editor?.properties["invalid"]).toBe("true");
  // Nothing that can be acted on is without a name.
  const silent = heard.filter(
    ({ role, name }) =>
      ["button", "link", "textbox", "searchbox", "combobox", "menuitem"].includes(role) && name === "",
  );
  expect(silent).toEqual([]);
  expect(await seriousAt(page, "form with a refused text")).toEqual([]);
  await page.getByRole("button", { name: "Số ước" }).press("Enter");
  await page.getByRole("menu", { name: "Số ước" }).waitFor();
  expect(await seriousAt(page, "menu")).toEqual([]);
});

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the browser hands to assistive programs. */
async function treeOf(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: String(role?.value ?? ""),
      name: String(name?.value ?? "").trim(),
      description: String(description?.value ?? ""),
      properties: Object.fromEntries(properties.map((property) => [property.name, property.value.value])),
    }));
}
