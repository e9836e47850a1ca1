// For tests: makes sure there is a browser. On Debian as root a missing one is installed; elsewhere one line says what to do.
import { findBrowser } from "../electron/local/installed-browser.ts";
import { installPackages, mayInstallPackages } from "./debian-packages.ts";

export { findBrowser };

function ensureBrowser(): boolean {
  if (findBrowser()) return true;
  if (process.env["SCD_BROWSER"]) {
    console.error(`SCD_BROWSER chỉ tới tệp không có: ${process.env["SCD_BROWSER"]}`);
    return false;
  }
  if (mayInstallPackages()) {
    console.error("Đang cài Chromium cho kiểm thử…");
    // The fonts: without them Vietnamese letters with two marks are drawn as boxes.
    if (installPackages(["chromium", "fonts-noto-core"]) && findBrowser()) return true;
  }
  console.error("Kiểm thử cần một trình duyệt: cài Chromium, Google Chrome hoặc Edge, hoặc đặt SCD_BROWSER.");
  return false;
}

if (import.meta.filename === process.argv[1]) process.exitCode = ensureBrowser() ? 0 : 1;
