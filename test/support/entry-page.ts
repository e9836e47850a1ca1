// The entry form of an office of its own, and the words a test of it speaks in: cells, keys, the active place.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { commandJson } from "./command-line.ts";
import { OfficeApp } from "./office-app.ts";
import { test as base } from "./watched-page.ts";

export const YEAR = new Date().getFullYear();
/** A month nothing is written in yet: the demo fills complete years. */
const EMPTY_MONTH = `${YEAR}-M01`;

interface EntryOffice {
  readonly app: OfficeApp;
  readonly page: Page;
}

/** `entry`: a demo office of 30 unions and one year, opened in a page that may use the clipboard; a copy of `prepared`. */
export const test = base.extend<{ entry: EntryOffice }, { prepared: string }>({
  prepared: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are asked for
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "scd-entry-"));
      try {
        commandJson("demo", "--data", folder, "--units", "30", "--years", "1", "--seed", "1");
        await use(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: "worker" },
  ],
  entry: async ({ browser, prepared }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-entry-"));
    cpSync(prepared, folder, { recursive: true });
    const app = new OfficeApp(folder);
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    try {
      await app.open(page);
      await page.locator("#today-work").waitFor();
      await use({ app, page });
      expect(faults).toEqual([]);
    } finally {
      await context.close();
      await app.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

export async function openForm(page: Page, form = "month", period = EMPTY_MONTH): Promise<void> {
  const address = `#/entry/${form}/${period}`;
  // The sheet that is left has a first cell too; the one that comes takes the focus.
  const left = page.url().includes(address) ? null : await page.$(".so-grid");
  await go(page, address);
  await left?.waitForElementState("hidden");
  await cell(page, 0, 0).waitFor();
}

export function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`.so-grid-rows .so-grid-cell[data-row="${row}"][data-column="${column}"]`);
}

/** Sum and coverage of a column. */
export function total(page: Page, column: number): Locator {
  return page.locator(`.so-grid-total[aria-colindex="${column + 3}"] > span`);
}

/** Place of the active cell, as a screen reader is told. */
export async function active(page: Page): Promise<string> {
  const id = (await page.locator(".so-grid-editor").getAttribute("aria-activedescendant")) ?? "";
  return id.split("-").slice(-2).join(",");
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey?: boolean;
}

/** Keys in one breath, faster than a frame or an answer of the program: what a slow machine makes of quick fingers. */
export async function pressAtOnce(page: Page, ...keys: readonly KeyPress[]): Promise<void> {
  await page.evaluate(async (events) => {
    for (const event of events) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { ...event, bubbles: true, cancelable: true }),
      );
      await Promise.resolve();
    }
  }, keys);
}

/** Types texts one below the other. */
export async function typeDown(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
}

export async function saved(page: Page): Promise<void> {
  // Whatever was refused stays unsaved; nothing is on its way any more.
  await expect(page.locator(".entry-facts output")).not.toHaveAttribute("data-saving");
}

export async function copyToClipboard(page: Page, types: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (texts) => {
    const items = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(items) as Record<string, Blob>)]);
  }, types);
}

/** Serious and critical findings of axe: place, rule, first element. */
export async function seriousAt(page: Page, place: string): Promise<string[]> {
  const { violations } = await axe(page).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${place}: ${id} ${nodes[0]?.html ?? ""}`);
}
