// Component tests in a real browser: `npx playwright test --config test/gallery/playwright.config.ts`.
// The system's Chromium; BROWSER_PATH names another.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const PORT = 4617;
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
];
const executablePath = process.env["BROWSER_PATH"] ?? PLACES.find((path) => existsSync(path));
const vite = "npx vite";
const config = join(import.meta.dirname, "vite.config.ts");

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: "../../dist/gallery-results",
  workers: 1,
  timeout: 60_000,
  reporter: "list",
  webServer: {
    command: `${vite} build --config ${config} && ${vite} preview --config ${config} --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    timeout: 60_000,
    reuseExistingServer: false,
  },
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1366, height: 768 },
    locale: "vi-VN",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    },
  },
});
