// The grid by keyboard, pointer, clipboard and input method, in a browser.
// Over 300 lines because it is one widget: each test drives it by the same few gestures.
import type { CDPSession, Page } from "@playwright/test";
import { expect, GridDriver, seriousFindings, test } from "./gallery-page.ts";

const imeOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

test.describe("typing", () => {
  test("a typed figure replaces the cell; Enter goes down, Tab right, and Enter back under the first", async ({
    gallery,
  }) => {
    const grid = new GridDriver(await gallery("grid"));
    await grid.type("1250", "Enter", "7", "Tab", "8", "Tab", "9", "Enter", "6", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("1.250");
    await expect(grid.cell(1, 0)).toHaveText("7");
    await expect(grid.cell(1, 1)).toHaveText("8");
    await expect(grid.cell(1, 2)).toHaveText("9");
    await expect(grid.cell(2, 0)).toHaveText("6");
    expect(await grid.active()).toBe("3,0");
  });

  test("a burst of keys without a pause loses nothing", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    for (let row = 0; row < 40; row += 1) {
      await page.keyboard.type(String(1000 + row));
      await page.keyboard.press("Enter");
    }
    await grid.type("Control+Home");
    for (const row of [0, 1, 7]) await expect(grid.cell(row, 0)).toHaveText(`1.00${row}`);
    await grid.type("PageDown", "PageDown");
    await expect(grid.cell(39, 0)).toHaveText("1.039");
  });

  test("an arrow finishes what is typed, and moves the caret once F2 has opened the cell", async ({
    gallery,
  }) => {
    const grid = new GridDriver(await gallery("grid"));
    await grid.type("12", "ArrowRight");
    await expect(grid.cell(0, 0)).toHaveText("12");
    expect(await grid.active()).toBe("0,1");
    await grid.type("ArrowLeft", "F2", "ArrowLeft", "5", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("152");
    // F2 in the midst of typing keeps what is typed.
    await grid.type("ArrowUp", "12", "F2", "ArrowLeft", "7", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("172");
  });

  test("Esc brings the old figure back; Delete empties the cell; Backspace empties it for typing", async ({
    gallery,
  }) => {
    const grid = new GridDriver(await gallery("grid"));
    await grid.type("12", "Enter", "ArrowUp", "99", "Escape");
    await expect(grid.cell(0, 0)).toHaveText("12");
    await grid.type("F2", "3", "Escape");
    await expect(grid.cell(0, 0)).toHaveText("12");
    await grid.type("Backspace", "4", "Enter", "ArrowUp");
    await expect(grid.cell(0, 0)).toHaveText("4");
    await grid.type("Delete");
    await expect(grid.cell(0, 0)).toHaveText("");
    await expect(grid.cell(0, 0)).toHaveAttribute("data-state", "empty");
  });

  test("F2 and Enter without a change commits nothing", async ({ gallery }) => {
    const grid = new GridDriver(await gallery("grid"));
    await grid.type("Control+Home", "ArrowDown", "ArrowDown", "ArrowDown", "F2", "Enter");
    // A commit would make it "being saved" for a moment.
    await expect(grid.cell(3, 0).locator(".so-grid-saving")).toHaveCount(0);
    await expect(grid.cell(3, 0)).toHaveText("93");
  });

  test("a refused text stays in its cell, is said to be invalid, counts for nothing and can be mended", async ({
    gallery,
  }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    const total = page.locator(".so-grid-total").first();
    const before = await total.textContent();
    await grid.type("12a", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("12a");
    await expect(grid.cell(0, 0)).toHaveAttribute("aria-invalid", "true");
    await expect(total).toHaveText(before ?? "");
    await grid.type("ArrowUp", "F2", "Backspace", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("12");
    await expect(grid.cell(0, 0)).not.toHaveAttribute("aria-invalid");
  });

  test("a read-only cell takes no key and no composition", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("End", "5", "F2", "6");
    const ime = await imeOf(page);
    await ime.send("Input.imeSetComposition", { text: "Đ", selectionStart: 1, selectionEnd: 1 });
    await ime.send("Input.insertText", { text: "Đ" });
    await expect(grid.editor).toHaveValue("");
    await grid.type("Enter", "ArrowUp");
    await expect(grid.cell(0, 99)).toHaveText("0");
    await expect(grid.cell(0, 99)).toHaveAttribute("aria-readonly", "true");
  });

  test("the totals and the coverage follow at once", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    const total = page.locator(".so-grid-total").nth(1);
    await expect(total).toContainText("1.916.607");
    await grid.type("ArrowRight", "1", "Enter");
    await expect(total).toContainText("1.916.608");
    await expect(total).toContainText("1.817/2.000");
  });
});

test.describe("Vietnamese typing", () => {
  test("a composition that starts on a selected cell loses no letter (Telex Dd → Đ)", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    const ime = await imeOf(page);
    await ime.send("Input.imeSetComposition", { text: "D", selectionStart: 1, selectionEnd: 1 });
    await ime.send("Input.imeSetComposition", { text: "Đ", selectionStart: 1, selectionEnd: 1 });
    await expect(grid.editor).toHaveValue("Đ");
    await expect(grid.editor).toHaveAttribute("data-mode", "enter");
    // Nothing is read while the composition runs.
    await expect(grid.cell(0, 0)).toHaveText("");
    await ime.send("Input.insertText", { text: "Đ" });
    await page.keyboard.type("oa");
    await ime.send("Input.imeSetComposition", { text: "àn", selectionStart: 2, selectionEnd: 2 });
    await ime.send("Input.insertText", { text: "àn" });
    await page.keyboard.press("Enter");
    await expect(grid.cell(0, 0)).toHaveText("Đoaàn");
    expect(await grid.active()).toBe("1,0");
  });

  test("UniKey's way – Backspace, then the accented letter – ends in one word", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await page.keyboard.type("d");
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("đ");
    await page.keyboard.type("oa");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("oà");
    await page.keyboard.type("n");
    await page.keyboard.press("Enter");
    await expect(grid.cell(0, 0)).toHaveText("đoàn");
  });

  test("a decomposed letter is stored composed", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await page.keyboard.insertText("a\u0300");
    await page.keyboard.press("Enter");
    expect(await grid.cell(0, 0).textContent()).toBe("\u00e0");
  });
});

test.describe("moving and selecting", () => {
  test("Ctrl+End goes to the last cell and everything stays in sight", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("Control+End");
    expect(await grid.active()).toBe("1999,99");
    await expect(grid.cell(1999, 99)).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".so-grid-title[data-column='99']")).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".so-grid-total").last()).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".so-grid-row[data-active] .so-grid-name")).toBeInViewport();
    const editor = await grid.editor.boundingBox();
    const cell = await grid.cell(1999, 99).boundingBox();
    expect(editor).toEqual(cell);
    const totals = await page.locator(".so-grid-totals").boundingBox();
    expect((cell?.y ?? 0) + (cell?.height ?? 0)).toBeLessThanOrEqual(totals?.y ?? 0);
  });

  test("typing after scrolling away comes back to the active cell", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await page.mouse.move(700, 400);
    await page.mouse.wheel(3000, 20_000);
    await expect(grid.cell(720, 35)).toBeVisible();
    await grid.type("5", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("5");
    await expect(grid.cell(0, 0)).toBeInViewport({ ratio: 1 });
  });

  test("Shift+arrows select, and the status line says count, sum and mean", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type(
      "1",
      "Tab",
      "2",
      "Enter",
      "3",
      "Enter",
      "Control+Home",
      "Shift+ArrowRight",
      "Shift+ArrowDown",
    );
    await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(4);
    await expect(page.locator(".so-grid-status-sum")).toHaveText("Đếm 3 · Tổng 6 · Trung bình 2,0");
  });

  test("the mouse selects a block, Shift+click extends, a double click edits, and the focus never leaves", async ({
    gallery,
  }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.cell(1, 1).hover();
    await page.mouse.down();
    await grid.cell(3, 2).hover();
    await page.mouse.up();
    await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(6);
    await grid.cell(4, 3).click({ modifiers: ["Shift"] });
    await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(12);
    await grid.cell(6, 0).dblclick();
    await expect(grid.editor).toBeFocused();
    await expect(grid.editor).toHaveValue("186");
    await page.keyboard.type("0");
    await grid.cell(8, 0).click();
    await expect(grid.cell(6, 0)).toHaveText("1.860");
    expect(await grid.active()).toBe("8,0");
  });

  test("a heading selects its column, a row code its row", async ({ gallery }) => {
    const page = await gallery("grid");
    await page.locator(".so-grid-title[data-column='1']").click();
    await expect(page.locator(".so-grid-status-sum")).toContainText("Đếm 1.816");
    await page.locator(".so-grid-code[data-row='2']").click();
    await expect(page.locator(".so-grid-status-sum")).toContainText("Đếm 20");
  });

  test("headings are selected from one to another by dragging or with Shift", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    const title = (index: number) => page.locator(`.so-grid-title[data-column="${index}"]`);
    const counted = async () => {
      const text = (await page.locator(".so-grid-status-sum").textContent()) ?? "";
      return Number(/Đếm ([\d.]+)/.exec(text)?.[1]?.replaceAll(".", ""));
    };
    const single: number[] = [];
    for (const index of [0, 1, 2]) {
      await title(index).click();
      single.push(await counted());
    }
    const [first = 0, second = 0, third = 0] = single;
    await title(1).click({ modifiers: ["Shift"] });
    expect(await counted()).toBe(second + third);
    await title(2).hover();
    await page.mouse.down();
    await title(0).hover();
    await page.mouse.up();
    expect(await counted()).toBe(first + second + third);
    // Typing goes on where the drag began.
    expect(await grid.active()).toBe("0,2");
  });

  test("a drag held below the cells goes on down the sheet", async ({ gallery }) => {
    const page = await gallery("grid");
    const totals = await page.locator(".so-grid-totals-row").boundingBox();
    const start = await page.locator('.so-grid-cell[data-row="0"][data-column="0"]').boundingBox();
    if (!totals || !start) throw new Error("nothing drawn");
    await page.mouse.move(start.x + 8, start.y + 8);
    await page.mouse.down();
    await page.mouse.move(start.x + 8, totals.y + 10, { steps: 4 });
    await page.locator('.so-grid-cell[data-row="60"]').first().waitFor();
    await page.mouse.up();
    const block = await page.locator(".so-grid-block").boundingBox();
    const sheet = await page.locator(".so-grid-scroll").boundingBox();
    expect(block?.height).toBeGreaterThan(sheet?.height ?? 0);
  });

  test("Tab leaves the grid at its very end, so nobody is caught", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("Control+End", "Tab");
    await expect(grid.editor).not.toBeFocused();
  });

  test("keys the grid does not know reach the page", async ({ gallery }) => {
    const page = await gallery("grid");
    await page.keyboard.press("F8");
    await expect(page.getByLabel("Phím khác")).toHaveText("F8");
    await page.keyboard.press("Control+z");
    await expect(page.getByLabel("Phím khác")).toHaveText("z");
  });
});

test.describe("clipboard", () => {
  const read = (page: Page, type: string) =>
    page.evaluate(async (wanted) => {
      const [item] = await navigator.clipboard.read();
      return item ? (await item.getType(wanted)).text() : "";
    }, type);

  test("copies plain digits as TSV and as an HTML table", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("1250", "Tab", "2", "Enter", "-", "Enter", "Control+Home");
    await grid.type("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
    expect((await read(page, "text/plain")).replaceAll("\r\n", "\n")).toBe("1250\t2\n-\t\n");
    expect(await read(page, "text/html")).toContain("<td>1250</td><td>2</td>");
  });

  test("cuts: the cells are empty and the text is on the clipboard", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("42", "Enter", "ArrowUp", "Control+x");
    await expect(grid.cell(0, 0)).toHaveText("");
    expect(await read(page, "text/plain")).toContain("42");
  });

  test("pastes a block, never into a read-only column, and selects what it wrote", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await page.evaluate(() => navigator.clipboard.writeText("1\t2\r\n3\t4\r\n"));
    await grid.type("ArrowRight", "ArrowRight", "ArrowRight", "Control+v");
    await expect(grid.cell(0, 3)).toHaveText("1");
    await expect(grid.cell(1, 3)).toHaveText("3");
    await expect(grid.cell(1, 4)).toHaveText("4");
    await expect(grid.cell(2, 4)).toHaveText("8");
    await expect(grid.cell(0, 4)).toHaveText("0");
    await expect(page.locator("[role=gridcell][aria-selected=true]")).toHaveCount(4);
  });

  test("one copied value fills the selection", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await grid.type("7", "Enter", "ArrowUp", "Control+c");
    await grid.type("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", "Control+v");
    for (const [row, column] of [
      [0, 0],
      [0, 1],
      [2, 1],
    ] as const) {
      await expect(grid.cell(row, column)).toHaveText("7");
    }
  });

  test("while a cell is being edited the clipboard belongs to its text", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    await page.evaluate(() => navigator.clipboard.writeText("34"));
    await grid.type("12", "Control+v", "Enter");
    await expect(grid.cell(0, 0)).toHaveText("1.234");
  });
});

test.describe("for every reader", () => {
  test("no serious finding of axe, at rest, while editing and with a block selected", async ({ gallery }) => {
    const page = await gallery("grid");
    const grid = new GridDriver(page);
    expect(await seriousFindings(page)).toEqual([]);
    await grid.type("F2");
    expect(await seriousFindings(page)).toEqual([]);
    await grid.type("Escape", "Shift+ArrowDown", "Shift+ArrowRight");
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("says its size and the place of each cell", async ({ gallery }) => {
    const page = await gallery("grid");
    const table = page.getByRole("grid");
    await expect(table).toHaveAttribute("aria-rowcount", "2003");
    await expect(table).toHaveAttribute("aria-colcount", "102");
    const row = page.locator(".so-grid-row").filter({ hasText: "CS0002" });
    await expect(row).toHaveAttribute("aria-rowindex", "4");
    await expect(page.getByRole("textbox")).toHaveAccessibleName(/Phú Tân 1 CS0001, Chỉ tiêu số 1/);
  });

  test("only what is in sight exists", async ({ gallery }) => {
    const page = await gallery("grid");
    await expect(page.locator(".so-grid-row").first()).toBeVisible();
    expect(await page.locator(".so-grid-row").count()).toBeLessThan(60);
    expect(await page.locator(".so-grid-cell").count()).toBeLessThan(1200);
  });
});
