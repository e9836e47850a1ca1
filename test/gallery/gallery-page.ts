import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { axe } from "../support/axe.ts";

/** Opens a page of the gallery; fails the test on any error or broken content security policy. */
export const test = base.extend<{ gallery: (name: string) => Promise<Page> }>({
  gallery: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await use(async (name) => {
      await page.goto(`./#${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      if (name === "grid") await expect(page.locator(".so-grid-editor")).toBeFocused();
      return page;
    });
    expect(faults).toEqual([]);
  },
});

export { expect };

export class GridDriver {
  readonly page: Page;
  readonly editor: Locator;
  constructor(page: Page) {
    this.page = page;
    this.editor = page.locator(".so-grid-editor");
  }
  cell(row: number, column: number): Locator {
    return this.page.locator(`.so-grid-cell[data-row="${row}"][data-column="${column}"]`);
  }
  async type(...keys: readonly string[]) {
    for (const key of keys) {
      if (/^[A-Z]/.test(key) || key.includes("+")) await this.page.keyboard.press(key);
      else await this.page.keyboard.type(key);
    }
  }
  /** The active cell as "row,column", told by what the editor refers to. */
  async active(): Promise<string> {
    const id = await this.editor.getAttribute("aria-activedescendant");
    return (id ?? "").split("-").slice(-2).join(",");
  }
}

/** Serious and critical findings, each with the elements it is about. */
export async function seriousFindings(page: Page, except: readonly string[] = []): Promise<string[]> {
  const { violations } = await axe(page)
    .disableRules([...except])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
