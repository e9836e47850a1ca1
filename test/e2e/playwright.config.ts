import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../build/find-browser.ts";

const executablePath = findBrowser();

/** Whole tasks of a person, in a real browser against the built program. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: process.env["CI"]
    ? [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]]
    : [["list"]],
  outputDir: "../../test-results/e2e",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
