// From starting the local host to a page that shows its work list, on 2 million entries against an empty office.
import { chromium } from "@playwright/test";
import { findBrowser } from "../../build/find-browser.ts";
import { OfficeApp } from "../support/office-app.ts";
import { measure, type Ratio, timedAsync } from "./ratio.ts";

export async function measureStart(large: string, empty: string): Promise<Ratio> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no browser found: set SCD_BROWSER");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const start = async (folder: string): Promise<number> => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    const office = new OfficeApp(folder);
    try {
      return await timedAsync(async () => {
        await office.open(page);
        // Asked at every frame: a locator looks twice a second, which is coarser than what is measured.
        await page.waitForFunction(() => document.querySelector("#today-work") !== null, null, {
          polling: "raf",
          timeout: 60_000,
        });
      });
    } finally {
      await office.stop();
      await context.close();
    }
  };
  try {
    return await measure({
      name: "start to interactive, 2 million entries / empty office",
      aim: 1.2,
      rounds: 7,
      ours: () => start(large),
      least: () => start(empty),
    });
  } finally {
    await browser.close();
  }
}
