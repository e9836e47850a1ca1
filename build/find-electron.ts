// The Electron binary: its npm package has none, and fetches it when first asked.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./program.ts";

const NAMES: Readonly<Record<string, string>> = {
  win32: "electron.exe",
  darwin: "Electron.app/Contents/MacOS/Electron",
};
const PACKAGE = join(ROOT, "node_modules", "electron");
const BINARY = join(PACKAGE, "dist", NAMES[process.platform] ?? "electron");
/** That it could not be fetched is remembered, or every start would wait for it again. */
const FAILED = join(ROOT, "node_modules", ".cache", "so-cong-doan", "electron-not-fetched");
const FETCH_MS = 120_000;

/** Switches only the local host knows. */
const LOCAL_ONLY = ["--no-open", "--port", "--data", "--leave-after"];

/** Path of the binary, or why the local host is taken instead. */
export function findElectron(
  words: readonly string[],
  canShow: boolean,
): { readonly path: string } | { readonly reason: string } {
  if (!canShow) return { reason: "máy không có màn hình" };
  const local = words.map((word) => word.split("=")[0] ?? word).find((word) => LOCAL_ONLY.includes(word));
  if (local !== undefined) return { reason: `lệnh có ${local}` };
  // Its sandbox does not run as root, and without the sandbox it does not run at all.
  if (process.getuid?.() === 0) return { reason: "Electron không chạy bằng tài khoản root" };
  if (existsSync(BINARY) || fetchElectron()) return { path: BINARY };
  return { reason: `chưa tải được Electron (xóa ${FAILED} để thử lại)` };
}

function fetchElectron(): boolean {
  if (existsSync(FAILED)) return false;
  console.log("Đang tải Electron (một lần)…");
  const result = spawnSync(process.execPath, [join(PACKAGE, "install.js")], {
    stdio: "ignore",
    timeout: FETCH_MS,
  });
  if (result.status === 0 && existsSync(BINARY)) return true;
  mkdirSync(dirname(FAILED), { recursive: true });
  writeFileSync(FAILED, "");
  return false;
}
