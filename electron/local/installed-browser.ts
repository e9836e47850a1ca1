// Finds the browser that shows the local host, and that the tests use.
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
const WINDOWS_FOLDERS = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"];
const WINDOWS_PLACES = [
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Google\\Chrome\\Application\\chrome.exe",
];
const MAC_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a Chromium, Chrome or Edge, or undefined. `SCD_BROWSER` names one, and then no other is looked for. */
export function findBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = env["SCD_BROWSER"];
  return (named ? [named] : candidates(env, platform)).find((path) => existsSync(path));
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === "darwin") return MAC_PLACES;
  if (platform === "win32")
    return WINDOWS_PLACES.flatMap((place) =>
      WINDOWS_FOLDERS.flatMap((name) => env[name] ?? []).map((folder) => `${folder}\\${place}`),
    );
  // Root's path may be bare; a browser is in one of these two all the same.
  const folders = [...(env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"].filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}
