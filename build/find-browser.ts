// For tests: makes sure there is a browser. On Debian as root a missing one is installed; elsewhere one line says what to do.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "../electron/local/installed-browser.ts";

export { findBrowser };

function ensureBrowser(): boolean {
  if (findBrowser()) return true;
  if (process.env["SCD_BROWSER"]) {
    console.error(`SCD_BROWSER chỉ tới tệp không có: ${process.env["SCD_BROWSER"]}`);
    return false;
  }
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.error("Đang cài Chromium cho kiểm thử…");
    // The fonts: without them Vietnamese letters with two marks are drawn as boxes.
    if (
      apt("update") &&
      apt("install", "--no-install-recommends", "chromium", "fonts-noto-core") &&
      findBrowser()
    )
      return true;
  }
  console.error("Kiểm thử cần một trình duyệt: cài Chromium, Google Chrome hoặc Edge, hoặc đặt SCD_BROWSER.");
  return false;
}

function apt(...words: readonly string[]): boolean {
  const result = spawnSync("apt-get", ["-y", "-qq", ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return result.status === 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = ensureBrowser() ? 0 : 1;
