// A paste and its undo are wholly there or not at all, wherever the plug is pulled (design.md §7 no. 1).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { commandJson } from "../support/command-line.ts";
import { OfficeApp } from "../support/office-app.ts";

const ROWS = 25;
/** The six columns that every kind of employer is asked. */
const COLUMNS = 6;
const ROUNDS = 6;
const PERIOD = `${new Date().getFullYear()}-M01`;

test("six times kill -9 during a paste and during its undo leave all of it or nothing", async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "scd-block-"));
  const office = new OfficeApp(folder);
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  try {
    commandJson("demo", "--units", "30", "--years", "1", "--data", folder);
    await office.open(page);
    let before = await figures(page);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const block = Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: COLUMNS }, (_unused, column) => String(round * 1000 + row * 10 + column)),
      );
      await page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        block.map((line) => line.join("\t")).join("\r\n"),
      );
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("Control+v");
      // At another moment of the write each time.
      await page.waitForTimeout(round % 2 === 0 ? 0 : round * 2);
      await office.killAndReopen(page);
      const pasted = await figures(page);
      const whole = block.flat().map((text) => Number(text));
      expect([before, whole]).toContainEqual(pasted);
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(round * 2);
      await office.killAndReopen(page);
      // The program was opened anew between: there is nothing to take back, and nothing is taken back.
      expect(await figures(page)).toEqual(pasted);
      await pasteAndUndo(page, office, whole, round);
      before = await figures(page);
    }
    await office.stop();
    const { checks } = commandJson<{ checks: { ok: boolean }[] }>("doctor", "--data", folder);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  } finally {
    await context.close();
    await office.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Pastes the block again to its end, takes it back, and pulls the plug meanwhile. */
async function pasteAndUndo(
  page: Page,
  office: OfficeApp,
  whole: readonly number[],
  round: number,
): Promise<void> {
  const text = Array.from({ length: ROWS }, (_, row) =>
    whole
      .slice(row * COLUMNS, (row + 1) * COLUMNS)
      .map((figure) => figure + 5)
      .join("\t"),
  ).join("\r\n");
  const before = await figures(page);
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+v");
  await expect(page.getByText(`Đã ghi ${ROWS * COLUMNS} ô.`).last()).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(round * 3);
  await office.killAndReopen(page);
  expect([before, whole.map((figure) => figure + 5)]).toContainEqual(await figures(page));
}

/** The figures of the block, row after row; null where nothing is entered. */
async function figures(page: Page): Promise<(number | null)[]> {
  await page.evaluate(
    ([period]) => {
      location.hash = `#/entry/month/${period}`;
    },
    [PERIOD],
  );
  await page.locator(".so-grid-row .so-grid-cell").first().waitFor();
  await page.locator(".so-grid-editor").focus();
  // More rows than fit on the screen: all of them are read from a tall one.
  await page.setViewportSize({ width: 1366, height: 1600 });
  return page.evaluate(
    ([rows = 0, columns = 0]) =>
      Array.from({ length: rows * columns }, (_, place) => {
        const row = Math.floor(place / columns);
        const text = document.querySelector(
          `.so-grid-rows .so-grid-cell[data-row="${row}"][data-column="${place % columns}"]`,
        )?.firstChild?.textContent;
        return text ? Number(text.replaceAll(".", "")) : null;
      }),
    [ROWS, COLUMNS],
  );
}
