import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "../../build/find-browser.ts";

const executablePath = findBrowser();
const results = join(import.meta.dirname, "..", "..", "test-results");

/** Whole tasks of a person, in a real browser against the built program. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Two at a time: each file has a host, a folder and a browser of its own, and waits more than it works.
  workers: 2,
  forbidOnly: Boolean(process.env["CI"]),
  // A machine that stands still for seconds fails a test that says nothing of the program; whoever needed the second try
  // is named in the list as flaky.
  retries: process.env["CI"] ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: join(results, "reports", "e2e.json") }]],
  outputDir: join(results, "e2e"),
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
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
