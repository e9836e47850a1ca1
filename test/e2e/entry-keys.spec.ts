// Every key the form names under F1 does what it says: a key without a check here fails the last test.
import { expect, type Page } from "@playwright/test";
import { KEY_TABLE } from "../../renderer/sheet/entry-keys.ts";
import {
  active,
  cell,
  copyToClipboard,
  openForm,
  press,
  saved,
  test,
  typeDown,
} from "../support/entry-page.ts";

/** What of each key can be seen. Each begins at the first cell of a sheet whose first rows hold 1, 2, 3 and 10, 20, 30. */
const CHECKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "→": moves("0,1", "ArrowRight"),
  "←": moves("0,0", "ArrowRight", "ArrowLeft"),
  "↓": moves("1,0", "ArrowDown"),
  "↑": moves("0,0", "ArrowDown", "ArrowUp"),
  Tab: moves("0,1", "Tab"),
  "Shift+Tab": moves("0,0", "Tab", "Shift+Tab"),
  Enter: moves("1,0", "Enter"),
  "Shift+Enter": moves("0,0", "Enter", "Shift+Enter"),
  End: moves("0,12", "End"),
  Home: moves("0,0", "End", "Home"),
  "Ctrl+End": async (page) => {
    await press(page, "Control+End");
    expect(await active(page)).toMatch(/^2\d,12$/);
  },
  "Ctrl+Home": moves("0,0", "Control+End", "Control+Home"),
  "Ctrl+→": moves("0,1", "Control+ArrowRight"),
  "Ctrl+←": moves("0,0", "Control+ArrowRight", "Control+ArrowLeft"),
  "Ctrl+↓": moves("2,0", "Control+ArrowDown"),
  "Ctrl+↑": moves("0,0", "Control+ArrowDown", "Control+ArrowUp"),
  "Shift+→": selects("2 ô", "Shift+ArrowRight"),
  "Shift+←": selects("2 ô", "ArrowRight", "Shift+ArrowLeft"),
  "Shift+↓": selects("2 ô", "Shift+ArrowDown"),
  "Shift+↑": selects("2 ô", "ArrowDown", "Shift+ArrowUp"),
  "Ctrl+A": selects(/^3\d\d ô/, "Control+a"),
  "Ctrl+Space": selects(/^2\d ô · 3 số · tổng 6/, "Control+Space"),
  "Shift+Space": selects(/^13 ô · 2 số · tổng 11/, "Shift+Space"),
  F2: shows("0,0", "15", "F2", "5", "Enter"),
  Esc: shows("0,0", "1", "9", "9", "Escape"),
  Delete: shows("0,0", "", "Delete"),
  "-": shows("0,0", "-", "-", "Enter"),
  x: shows("0,0", "x", "x", "Enter"),
  "?": shows("0,0", "?", "?", "Enter"),
  "120ư": async (page) => {
    await typeDown(page, "120ư");
    await expect(cell(page, 0, 0)).toHaveText("120ư");
  },
  "Ctrl+E": shows("0,0", "1ư", "Control+e"),
  F7: shows("0,2", "-", "F7"),
  "Ctrl+Shift+0": shows("0,2", "-", "Control+Shift+Digit0"),
  "Ctrl+C": async (page) => {
    await press(page, "Control+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1\r\n");
  },
  "Ctrl+X": async (page) => {
    await press(page, "Control+x");
    await expect(cell(page, 0, 0)).toHaveText("");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1\r\n");
  },
  "Ctrl+V": async (page) => {
    await copyToClipboard(page, { "text/plain": "77\r\n" });
    await press(page, "Control+v");
    await expect(cell(page, 0, 0)).toHaveText("77");
  },
  "Ctrl+D": shows("1,0", "1", "Shift+ArrowDown", "Control+d"),
  "Ctrl+R": shows("0,1", "1", "Shift+ArrowRight", "Control+r"),
  "Ctrl+Enter": shows("1,0", "4", "Shift+ArrowDown", "4", "Control+Enter"),
  "Ctrl+Z": async (page) => {
    await typeDown(page, "5");
    await press(page, "Control+z");
    await expect(cell(page, 0, 0)).toHaveText("1");
  },
  "Ctrl+Y": async (page) => {
    await typeDown(page, "5");
    await press(page, "Control+z");
    await expect(cell(page, 0, 0)).toHaveText("1");
    await press(page, "Control+y");
    await expect(cell(page, 0, 0)).toHaveText("5");
  },
  "Ctrl+S": async (page) => {
    await press(page, "Shift+ArrowRight", "8", "Control+s");
    await expect(cell(page, 0, 0)).toHaveText("8");
    await expect(page.getByText("Mọi ô đã lưu.").first()).toBeVisible();
    await expect(page.locator(".so-grid-status-sum")).toContainText("2 ô");
    expect(await active(page)).toBe("0,0");
  },
  F6: opens("Đến ô", "F6"),
  "Ctrl+G": opens("Đến ô", "Control+g"),
  F1: opens("Phím dùng trong biểu nhập", "F1"),
  "Ctrl+F": async (page) => {
    await press(page, "Control+f");
    await expect(page.getByRole("searchbox", { name: /Lọc đơn vị/ })).toBeFocused();
    await page.locator(".so-grid-editor").focus();
  },
  F8: async (page) => {
    const waiting = await waitingCells(page);
    await press(page, "F8");
    expect(await active(page)).toBe(waiting.find((place) => place !== "0,0"));
  },
  "Shift+F8": async (page) => {
    const waiting = await waitingCells(page);
    await press(page, "ArrowDown", "ArrowDown", "ArrowDown", "Shift+F8");
    expect(await active(page)).toBe(waiting.findLast((place) => place < "3,0"));
  },
  F9: async (page) => {
    await press(page, "F9");
    await closePanel(page, "Kết quả kiểm tra");
  },
  "Ctrl+I": async (page) => {
    await press(page, "Control+i");
    await closePanel(page, /.+/);
  },
  "Alt+Enter": async (page) => {
    await press(page, "Alt+Enter");
    await closePanel(page, /.+/);
  },
  "Shift+F2": async (page) => {
    await press(page, "Shift+F2");
    await expect(page.locator("aside textarea").first()).toBeFocused();
    await closePanel(page, /.+/);
  },
  "Alt+Shift+→": resizes(16, "Alt+Shift+ArrowRight"),
  "Alt+Shift+←": resizes(-16, "Alt+Shift+ArrowLeft"),
};

test("every key of the form does what its table says", async ({ entry: { page } }) => {
  test.setTimeout(300_000);
  expect(Object.keys(CHECKS).toSorted()).toEqual(KEY_TABLE.flatMap(({ keys }) => keys).toSorted());
  await openForm(page);
  for (const [key, check] of Object.entries(CHECKS)) {
    await test.step(key, async () => {
      await refill(page);
      await check(page);
      await saved(page);
    });
  }
});

/** The same figures before each key, and nothing else in the first rows. */
async function refill(page: Page): Promise<void> {
  await page.locator(".so-grid-editor").focus();
  await press(page, "Control+Home", "Control+Home");
  const empty = Array.from({ length: 11 }, () => "");
  const block = [1, 2, 3, ""].map((figure) =>
    [figure, figure === "" ? "" : Number(figure) * 10, ...empty].join("\t"),
  );
  await copyToClipboard(page, { "text/plain": `${block.join("\r\n")}\r\n` });
  await press(page, "Control+v");
  await expect(cell(page, 0, 0)).toHaveText("1");
  await expect(cell(page, 2, 1)).toHaveText("30");
  await expect(cell(page, 0, 2)).toHaveText("");
  await saved(page);
  await press(page, "Control+Home", "Control+Home");
}

function moves(place: string, ...keys: readonly string[]) {
  return async (page: Page) => {
    await press(page, ...keys);
    expect(await active(page)).toBe(place);
  };
}

function selects(summary: string | RegExp, ...keys: readonly string[]) {
  return async (page: Page) => {
    await press(page, ...keys);
    await expect(page.locator(".so-grid-status-sum")).toContainText(summary);
  };
}

function shows(place: string, text: string, ...keys: readonly string[]) {
  return async (page: Page) => {
    await press(page, ...keys);
    const [row = 0, column = 0] = place.split(",").map(Number);
    await expect(cell(page, row, column)).toHaveText(text);
  };
}

function opens(name: string, key: string) {
  return async (page: Page) => {
    await press(page, key);
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await press(page, "Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.locator(".so-grid-editor")).toBeFocused();
  };
}

function resizes(by: number, key: string) {
  return async (page: Page) => {
    const width = () => cell(page, 0, 0).evaluate((element) => element.clientWidth);
    const before = await width();
    await press(page, key);
    await expect.poll(width).toBe(before + by);
  };
}

/** More members than workers everywhere: places of the cells that want an explanation, row after row. */
async function waitingCells(page: Page): Promise<string[]> {
  await expect(cell(page, 2, 1)).toHaveAttribute("data-tone", "warned");
  const places = await page
    .locator('.so-grid-rows .so-grid-cell[data-tone="warned"]')
    .evaluateAll((cells) =>
      cells.map((element) => [Number(element.dataset["row"]), Number(element.dataset["column"])] as const),
    );
  expect(places.length).toBeGreaterThan(2);
  return places
    .toSorted((left, right) => left[0] - right[0] || left[1] - right[1])
    .map(([row, column]) => `${row},${column}`);
}

async function closePanel(page: Page, name: string | RegExp): Promise<void> {
  const panel = page.getByRole("complementary", { name });
  await expect(panel).toBeVisible();
  await panel.getByRole("button", { name: /Đóng/ }).first().press("Enter");
  await expect(panel).toHaveCount(0);
}
