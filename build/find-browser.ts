// Finds the browser the local host and the tests use: a named one, or an installed Chromium, Chrome or Edge.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  win32: [
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
};

/** Path of a browser, or undefined. `SCD_BROWSER` names one. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env["SCD_BROWSER"];
  if (named) return existsSync(named) ? named : undefined;
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(PLACES[process.platform] ?? []), ...onPath].find((path) => existsSync(path));
}

/** For tests: on Debian as root a missing browser is installed; elsewhere one line says what to install. */
function ensureBrowser(): boolean {
  if (findBrowser()) return true;
  const canInstall = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (!canInstall) {
    console.error(
      "Kiểm thử cần một trình duyệt: cài Chromium, Google Chrome hoặc Microsoft Edge, hoặc đặt SCD_BROWSER.",
    );
    return false;
  }
  console.error("Đang cài Chromium cho kiểm thử…");
  const options = {
    stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"],
    options,
  );
  return findBrowser() !== undefined;
}

if (import.meta.filename === process.argv[1]) process.exitCode = ensureBrowser() ? 0 : 1;
