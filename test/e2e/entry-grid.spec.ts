// The entry form as a clerk uses it: every key, pastes as Calc makes them, input methods, undo (ui.md §2, anchors.md §d1).
// Over 300 lines because it is one sheet: each way of filling it is carried through to what is saved.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import {
  active,
  cell,
  copyToClipboard,
  openForm,
  press,
  pressAtOnce,
  saved,
  seriousAt,
  test as base,
  YEAR,
} from "../support/entry-page.ts";

const FIXTURES = join(import.meta.dirname, "..", "fixtures", "clipboard");

const test = base.extend<{ sheet: Page }>({
  sheet: async ({ entry: { page } }, use) => {
    await openForm(page);
    await use(page);
  },
});

test("keys move, edit, take back and clear as in a spreadsheet", async ({ sheet: page }) => {
  expect(await active(page)).toBe("0,0");
  await page.keyboard.type("120");
  await press(page, "Tab");
  await page.keyboard.type("100");
  await press(page, "Enter");
  // Enter goes back under where Tab began.
  expect(await active(page)).toBe("1,0");
  await expect(cell(page, 0, 0)).toHaveText("120");
  await expect(cell(page, 0, 1)).toHaveText("100");
  await press(page, "Control+Home", "ArrowRight");
  expect(await active(page)).toBe("0,1");
  // F2 edits, the arrow moves the caret, Esc drops what was typed.
  await press(page, "F2", "ArrowLeft", "5", "Escape");
  await expect(cell(page, 0, 1)).toHaveText("100");
  await press(page, "F2", "5", "Enter");
  await expect(cell(page, 0, 1)).toHaveText("1.005");
  await press(page, "ArrowUp", "Delete");
  await expect(cell(page, 0, 1)).toHaveText("");
  await press(page, "Backspace", "7", "Enter", "ArrowUp");
  await expect(cell(page, 0, 1)).toHaveText("7");
  // Ends and edges.
  await press(page, "End");
  expect(await active(page)).toBe("0,12");
  await press(page, "Home");
  expect(await active(page)).toBe("0,0");
  await press(page, "Control+ArrowRight");
  expect(await active(page)).toBe("0,1");
  await press(page, "Control+End");
  // Two rows of headings and one of totals stand around the unions.
  const rows = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 3;
  expect(await active(page)).toBe(`${rows - 1},12`);
  await press(page, "Control+Home");
  expect(await active(page)).toBe("0,0");
  await saved(page);
});

test("signs, zero and estimates are different things, and survive a reload", async ({ sheet: page }) => {
  for (const text of ["0", "-", "x", "?", "95ư", "1 250", "650 nghìn"]) {
    await page.keyboard.type(text);
    await press(page, "Enter");
  }
  await saved(page);
  await page.reload();
  await cell(page, 0, 0).waitFor();
  const shown = ["0", "-", "x", "?", "95ư", "1.250", "650.000"];
  for (const [row, text] of shown.entries()) await expect(cell(page, row, 0)).toHaveText(text);
  await expect(cell(page, 4, 0)).toHaveAttribute("data-estimated", "");
  // An estimate stays one when it is edited, and becomes a figure when its sign is taken away.
  await press(
    page,
    "Control+Home",
    "ArrowDown",
    "ArrowDown",
    "ArrowDown",
    "ArrowDown",
    "F2",
    "Backspace",
    "Enter",
  );
  await expect(cell(page, 4, 0)).toHaveText("95");
});

test("a refused text stays to be mended, with its reason, and is found by F8", async ({ sheet: page }) => {
  await press(page, "ArrowDown", "ArrowDown");
  await page.keyboard.type("13.21");
  await press(page, "Enter", "Control+Home");
  await expect(cell(page, 2, 0)).toHaveAttribute("data-tone", "refused");
  await press(page, "F8");
  expect(await active(page)).toBe("2,0");
  await expect(page.getByText(/Chưa lưu: có thể hiểu là 1321 hoặc 13 phẩy 21/)).toBeVisible();
  await page.keyboard.type("1321");
  await press(page, "Enter");
  await expect(cell(page, 2, 0)).toHaveText("1.321");
});

test("fills down, right, and everything selected", async ({ sheet: page }) => {
  await page.keyboard.type("12");
  await press(page, "Enter", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect(cell(page, 2, 0)).toHaveText("12");
  await press(page, "Control+Home", "Shift+ArrowRight", "Shift+ArrowRight", "Control+r");
  await expect(cell(page, 0, 2)).toHaveText("12");
  await press(page, "ArrowDown", "ArrowDown", "ArrowDown", "Control+Shift+Quote");
  await expect(cell(page, 3, 0)).toHaveText("12");
  await press(page, "Control+Home", "Shift+ArrowDown", "Shift+ArrowRight");
  await page.keyboard.type("5");
  await press(page, "Control+Enter");
  for (const [row, column] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const)
    await expect(cell(page, row, column)).toHaveText("5");
  await saved(page);
});

test("undo and redo go through typing, fill and paste, one act at a time", async ({ sheet: page }) => {
  await page.keyboard.type("8");
  await press(page, "Enter", "ArrowUp", "Shift+ArrowDown", "Control+d");
  await expect(cell(page, 1, 0)).toHaveText("8");
  await copyToClipboard(page, { "text/plain": "1\t2\r\n3\t4\r\n" });
  await press(page, "Control+Home", "Control+v");
  await expect(cell(page, 1, 1)).toHaveText("4");
  await saved(page);
  await press(page, "Control+z");
  await expect(cell(page, 1, 1)).toHaveText("");
  await expect(cell(page, 0, 0)).toHaveText("8");
  await press(page, "Control+z");
  await expect(cell(page, 1, 0)).toHaveText("");
  await press(page, "Control+z");
  await expect(cell(page, 0, 0)).toHaveText("");
  await press(page, "Control+z");
  await expect(page.getByText("Không còn gì để hoàn tác")).toBeVisible();
  await press(page, "Control+y", "Control+y", "Control+y");
  await expect(cell(page, 1, 1)).toHaveText("4");
  await expect(cell(page, 0, 0)).toHaveText("1");
  // Who goes on before the act is taken back stays where they went: the next figure is for that cell.
  const undo = { key: "z", code: "KeyZ", ctrlKey: true };
  await pressAtOnce(page, undo, { key: "ArrowDown" }, { key: "ArrowDown" });
  await expect(page.getByText(/Đã hoàn tác/).last()).toBeVisible();
  await expect(cell(page, 1, 1)).toHaveText("");
  expect(await active(page)).toBe("2,0");
});

test("takes blocks as LibreOffice Calc puts them on the clipboard", async ({ sheet: page }) => {
  const html = readFileSync(join(FIXTURES, "libreoffice-7.4.html"), "utf8");
  const plain = readFileSync(join(FIXTURES, "libreoffice-7.4.tsv"), "utf8");
  for (const types of [{ "text/html": html, "text/plain": plain }, { "text/html": html }]) {
    await copyToClipboard(page, types);
    await press(page, "Control+Home", "Control+v");
    // The row of titles is left out; what is no figure is kept to be mended.
    await expect(cell(page, 0, 0)).toHaveText("1.250");
    await expect(cell(page, 0, 1)).toHaveText("1.200");
    await expect(cell(page, 0, 2)).toHaveText("-");
    await expect(cell(page, 1, 0)).toHaveText("640");
    await expect(cell(page, 1, 1)).toHaveText("");
    await expect(cell(page, 1, 2)).toHaveText("3");
    await expect(cell(page, 2, 1)).toHaveAttribute("data-tone", "refused");
    await expect(cell(page, 2, 2)).toHaveText("0");
    await expect(page.getByText("1 ô không nhận").first()).toBeVisible();
    await saved(page);
    await press(page, "Control+z");
    await expect(cell(page, 0, 0)).toHaveText("");
  }
  // A block with its headings, codes and names goes to the units it names.
  const titles = await page.locator(".so-grid-title").allTextContents();
  const sections = await page.locator(".so-grid-group").allTextContents();
  const heads = await page.locator(".so-grid-rows [role=rowheader]").allTextContents();
  const [code = "", name = "", secondCode = "", secondName = ""] = heads;
  const block = [
    ["TT", "Mã", "Đơn vị", sections[0], ""],
    ["", "", "", titles[0], titles[1]],
    ["", "", "", "(1)", "(2)"],
    ["1", secondCode, secondName, "21", "Không phát sinh"],
    ["2", code, name, "11", "12"],
    ["", "Tổng", "", "32", "12"],
  ];
  await copyToClipboard(page, { "text/plain": block.map((row) => `${row.join("\t")}\r\n`).join("") });
  await press(page, "ArrowDown", "ArrowDown", "Control+v");
  await expect(cell(page, 0, 0)).toHaveText("11");
  await expect(cell(page, 0, 1)).toHaveText("12");
  await expect(cell(page, 1, 0)).toHaveText("21");
  await expect(cell(page, 1, 1)).toHaveText("-");
  await expect(cell(page, 2, 0)).toHaveText("");
  await expect(page.getByText("2 ô không dán: không có dòng hoặc cột nào đang hiện").first()).toBeVisible();
  const unplaced = page.getByRole("complementary", { name: "1 dòng không có chỗ" });
  await expect(unplaced.getByRole("listitem")).toContainText("Tổng");
  await expect(unplaced.getByRole("listitem")).toContainText("biểu không có đơn vị mang mã, tên này");
  await saved(page);
});

test("asks once what the commas of an English sheet are, and takes a whole block as thousands", async ({
  sheet: page,
}) => {
  await copyToClipboard(page, { "text/plain": "1,250\t1,200\r\n640\t13,215\r\n" });
  await press(page, "Control+v");
  const dialog = page.getByRole("dialog", { name: "“1,250” là số nào?" });
  await expect(dialog).toContainText(
    "3 ô không nhận, ví dụ “1,250”: có thể hiểu là 1250 hoặc 1 phẩy 250; gõ lại không dấu phân cách.",
  );
  expect(await seriousAt(page, "commas")).toEqual([]);
  // Unless somebody says so, none of them is taken.
  await press(page, "Enter");
  await expect(cell(page, 1, 0)).toHaveText("640");
  await expect(cell(page, 0, 0)).toHaveAttribute("data-tone", "refused");
  await saved(page);
  await press(page, "Control+z");
  await expect(cell(page, 1, 0)).toHaveText("");
  await press(page, "Control+Home", "Control+v");
  await dialog.waitFor();
  await press(page, "Shift+Tab", "Shift+Tab", "ArrowDown");
  await expect(
    dialog.getByRole("radio", { name: /Dấu phẩy ngăn hàng nghìn: “1,250” là 1250/ }),
  ).toBeChecked();
  await expect(dialog).toContainText("4 ô thay đổi");
  await press(page, "Tab", "Tab", "Enter");
  await expect(cell(page, 0, 0)).toHaveText("1.250");
  await expect(cell(page, 1, 1)).toHaveText("13.215");
  await saved(page);
  await press(page, "Control+z");
  // The program that copied it says which number it holds: nobody has to be asked.
  await copyToClipboard(page, {
    "text/plain": "1,250\t1,200\r\n",
    "text/html": '<table><tr><td sdval="1250">1,250</td><td sdval="1200">1,200</td></tr></table>',
  });
  await press(page, "Control+Home", "Control+v");
  await expect(cell(page, 0, 1)).toHaveText("1.200");
  await expect(dialog).toHaveCount(0);
});

test("typing into a cell that takes nothing says why at once", async ({ sheet: page }) => {
  await openForm(page, "quarter", `${YEAR}-Q1`);
  const said = page.locator(".so-grid-status-barred");
  await expect(said).toHaveAttribute("aria-live", "assertive");
  await expect(said).toHaveText("");
  await press(page, "Control+Home", "5");
  await expect(said).toHaveText("Tính từ số liệu các kỳ ngắn hơn, không nhập ở đây.");
  await press(page, "ArrowDown");
  await expect(said).toHaveText("");
  await press(page, "F2");
  await expect(said).toHaveText("Tính từ số liệu các kỳ ngắn hơn, không nhập ở đây.");
  expect(await seriousAt(page, "barred")).toEqual([]);
});

test("what it copies comes back as it was, and one value fills a selection", async ({ sheet: page }) => {
  await page.keyboard.type("1250");
  await press(page, "Tab", "-", "Enter", "Control+Home", "Shift+ArrowRight", "Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1250\t-\r\n");
  await press(page, "ArrowDown", "ArrowDown", "Home", "Control+v");
  await expect(cell(page, 2, 0)).toHaveText("1.250");
  await expect(cell(page, 2, 1)).toHaveText("-");
  // An estimate stays one, also when it is cut.
  await page.keyboard.type("95ư");
  await press(page, "Control+Enter", "Control+x", "ArrowDown", "ArrowDown", "Control+v");
  await expect(cell(page, 4, 0)).toHaveText("95ư");
  await copyToClipboard(page, { "text/plain": "9\r\n" });
  await press(page, "Control+Home", "Shift+ArrowDown", "Shift+ArrowRight", "Control+v");
  await expect(cell(page, 1, 1)).toHaveText("9");
  await press(page, "Control+Home", "Control+x");
  await expect(cell(page, 0, 0)).toHaveText("");
  await saved(page);
});

test("a large paste says first what it would do, and writes nothing when it is called off", async ({
  sheet: page,
}) => {
  const block = (least: number) =>
    Array.from({ length: 30 }, (_, row) =>
      Array.from({ length: 13 }, (_unused, column) => String(least + row + column)).join("\t"),
    ).join("\r\n");
  await copyToClipboard(page, { "text/plain": `${block(0)}\r\n` });
  await press(page, "Control+v");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("ô thay đổi");
  await expect(dialog).toContainText("không hỏi loại hình đơn vị này");
  await press(page, "Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cell(page, 3, 0)).toHaveText("");
  await press(page, "Control+v");
  await dialog.waitFor();
  await press(page, "Enter");
  await expect(cell(page, 3, 0)).toHaveText("3");
  await expect(page.getByRole("heading", { name: /ô không nhận/ })).toBeVisible();
  await saved(page);
  // A figure that an empty cell would erase is counted by itself.
  await press(page, "Control+Home");
  await copyToClipboard(page, { "text/plain": `${block(100).replace("100", "")}\r\n` });
  await press(page, "Control+v");
  await expect(dialog).toContainText("1 ô đang có số sẽ bị xóa trống");
  await press(page, "Escape");
  // Never into a cell that is not asked.
  const hatched = page.locator('.so-grid-rows .so-grid-cell[data-tone="notApplicable"]').first();
  await expect(hatched).toHaveText("");
});

test("a whole row becomes không phát sinh by one key, without what is already there", async ({
  sheet: page,
}) => {
  await page.keyboard.type("50");
  await press(page, "Tab");
  await page.keyboard.type("40");
  await press(page, "Control+Shift+Digit0");
  await press(page, "Enter", "ArrowUp", "Control+Shift+Digit0");
  await expect(cell(page, 0, 2)).toHaveText("-");
  await expect(cell(page, 0, 0)).toHaveText("50");
  await expect(cell(page, 0, 1)).toHaveText("40");
  await saved(page);
});

test("input methods lose no letter and commit nothing in mid-composition", async ({ sheet: page }) => {
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const editor = page.locator(".so-grid-editor");
  // Telex "Dd" and "hoaf" on a cell that is only selected.
  await compose("D");
  await compose("Đ");
  await expect(editor).toHaveValue("Đ");
  expect(await active(page)).toBe("");
  await compose("Đho");
  await compose("Đhoà");
  await session.send("Input.insertText", { text: "Đhoà" });
  await expect(editor).toHaveValue("Đhoà");
  await press(page, "Enter");
  await expect(cell(page, 0, 0)).toHaveText("Đhoà");
  expect(await active(page)).toBe("1,0");
  // UniKey takes letters back and sends others in their place.
  await press(page, "d", "d", "Backspace", "Backspace");
  await page.keyboard.insertText("đ");
  await press(page, "o", "a", "Backspace");
  await page.keyboard.insertText("oà");
  await expect(editor).toHaveValue("đooà");
  await press(page, "Escape");
  await expect(cell(page, 1, 0)).toHaveText("");
});

test("a typed note is dropped by no Esc, no menu and no other cell; Ctrl+Enter saves it", async ({
  sheet: page,
}) => {
  await press(page, "Shift+F2");
  const note = page.getByLabel("Ghi chú", { exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type("Theo công văn 12");
  const asked = page.getByRole("alertdialog", { name: "Bỏ phần vừa gõ?" });
  await press(page, "Escape");
  await expect(asked).toBeVisible();
  await press(page, "Escape");
  await expect(asked).toHaveCount(0);
  await expect(note).toHaveValue("Theo công văn 12");
  await page.getByRole("link", { name: "Sổ đơn vị" }).click();
  await expect(asked).toBeVisible();
  await press(page, "Enter");
  await expect(asked).toHaveCount(0);
  await cell(page, 1, 0).click();
  await expect(note).toHaveValue("");
  await cell(page, 0, 0).click();
  await expect(note).toHaveValue("Theo công văn 12");
  await note.press("Control+Enter");
  await expect(page.getByText("Đã lưu ghi chú.")).toBeVisible();
  await note.press("Escape");
  await expect(page.locator("aside")).toHaveCount(0);
  await expect(asked).toHaveCount(0);
});

test("Enter and the arrow down lead from the filter into the sheet", async ({ sheet: page }) => {
  for (const key of ["Enter", "ArrowDown"]) {
    await press(page, "Control+f");
    await expect(page.getByRole("searchbox", { name: /Lọc đơn vị/ })).toBeFocused();
    await press(page, key);
    await expect(page.locator(".so-grid-editor")).toBeFocused();
  }
});

test("F6 goes to a union without accents, F1 names the keys, Shift+F2 explains a warning", async ({
  sheet: page,
}) => {
  await press(page, "F6");
  const unit = page.getByRole("dialog").getByRole("combobox", { name: "Đơn vị" });
  await unit.fill("cs0007");
  await press(page, "Enter");
  await expect.poll(() => active(page)).toBe("6,0");
  await press(page, "F6");
  await unit.fill("cs0003");
  await page.getByRole("option", { name: /CS0003/ }).waitFor();
  await press(page, "ArrowDown", "Enter");
  await expect.poll(() => active(page)).toBe("2,0");
  await press(page, "F6", "F1");
  await expect(page.getByRole("dialog", { name: "Phím tắt" })).toBeVisible();
  await press(page, "Escape");
  // Help gives the focus back to the dialog that lay under it.
  await expect(unit).toBeFocused();
  await unit.fill("cs0007");
  await press(page, "Tab");
  await expect(unit).toHaveValue(/^CS0007 /);
  await press(page, "Enter");
  await expect.poll(() => active(page)).toBe("6,0");
  await press(page, "F1");
  await expect(page.getByRole("dialog", { name: "Phím dùng trong biểu nhập" })).toBeVisible();
  // Pressed faster than a frame, as on a slow machine: F8 must not fall between the help and the sheet.
  await pressAtOnce(page, { key: "Escape" }, { key: "F8" });
  const told = page.getByText("Không còn ô nào chờ sửa hoặc giải trình.");
  await expect(told).toBeVisible();
  // It stands in the page and lies over nothing.
  await expect(page.locator(".so-toasts")).not.toContainText("Không còn ô nào");
  // More members than workers (V02).
  await page.keyboard.type("10");
  await press(page, "Tab");
  await expect(told).toBeHidden();
  await page.keyboard.type("12");
  await press(page, "Enter");
  await saved(page);
  await press(page, "F8", "Shift+F2");
  const explanation = page.getByRole("textbox", { name: "Giải trình" }).first();
  await expect(explanation).toBeFocused();
  await page.keyboard.type("Đã đối chiếu với danh sách đoàn viên.");
  await expect(page.getByText("● Chưa lưu")).toBeVisible();
  await page.getByRole("button", { name: "Lưu giải trình" }).first().press("Enter");
  await expect(page.getByText("Đã lưu giải trình.")).toBeVisible();
  await expect(page.getByText("✓ Đã lưu")).toBeVisible();
});

test("shows what was before beside the active cell", async ({ sheet: page }) => {
  await expect(page.locator(".entry-context")).toContainText("Kỳ trước (Tháng 12/");
  await expect(page.locator(".entry-context dd").first()).toHaveText(/\d/);
});

test("columns keep the width they are given", async ({ sheet: page }) => {
  const before = await cell(page, 0, 0).evaluate((element) => element.clientWidth);
  await press(page, "Alt+Shift+ArrowRight", "Alt+Shift+ArrowRight");
  await expect.poll(() => cell(page, 0, 0).evaluate((element) => element.clientWidth)).toBe(before + 32);
  await page.reload();
  await cell(page, 0, 0).waitFor();
  expect(await cell(page, 0, 0).evaluate((element) => element.clientWidth)).toBe(before + 32);
});

test("axe finds nothing serious on the form, its panels and its dialogs", async ({ sheet: page }) => {
  const found = await seriousAt(page, "form");
  await press(page, "F1");
  found.push(...(await seriousAt(page, "keys")));
  await press(page, "Escape", "F6");
  found.push(...(await seriousAt(page, "go to")));
  await press(page, "Escape", "Control+i");
  await page.getByText("Người ghi").waitFor();
  found.push(...(await seriousAt(page, "details")));
  expect(found).toEqual([]);
});
