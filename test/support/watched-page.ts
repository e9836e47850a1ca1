// A page that may not write an error to the console, nor break its content policy, without the test failing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { OfficeApp } from "./office-app.ts";

/** @returns what the page has done wrong so far; grows */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    const { url } = message.location();
    // A page whose program was killed says that its socket is gone, or that a file arrived; that is the test's doing.
    const isOfKilled =
      text.includes("WebSocket connection to") ||
      (/ERR_CONNECTION_|ERR_EMPTY_RESPONSE/.test(text) && /\/(arrived|favicon\.svg)$/.test(url));
    if (message.type() === "error" && !isOfKilled) faults.push(`console: ${text} (${url})`);
  });
  return faults;
}

/** Goes where an address inside the program leads. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

/** `office`: an application on an empty folder, opened in `page`; `faults`: what the page does wrong, empty at the end. */
export const test = base.extend<{ office: OfficeApp; faults: string[] }>({
  faults: async ({ page }, use) => {
    const faults = watch(page);
    await use(faults);
    expect(faults).toEqual([]);
  },
  office: async ({ page, faults }, use) => {
    const folder = mkdtempSync(join(tmpdir(), "scd-e2e-"));
    const office = new OfficeApp(folder);
    try {
      await office.open(page);
      await use(office);
      expect(faults).toEqual([]);
    } finally {
      await office.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
