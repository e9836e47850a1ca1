// npm start: builds when needed, picks the host, says which and why.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const SOURCES = ["electron", "renderer", "shared", "package.json", "vite.config.ts"];

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.name !== "node_modules")
      .map((entry) => newest(join(path, entry.name))),
  );
}

function isBuilt(): boolean {
  const built = join(root, "dist", "node", "local.js");
  return (
    existsSync(built) &&
    existsSync(join(root, "dist", "renderer", "index.html")) &&
    SOURCES.every((source) => newest(join(root, source)) <= statSync(built).mtimeMs)
  );
}

if (!isBuilt()) {
  console.log("Đang dựng chương trình…");
  const built = spawnSync(
    process.execPath,
    [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--app", "--logLevel", "warn"],
    { cwd: root, stdio: "inherit" },
  );
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const electronNames: Readonly<Record<string, string>> = {
  win32: "electron.exe",
  darwin: "Electron.app/Contents/MacOS/Electron",
};
const electron = join(
  root,
  "node_modules",
  "electron",
  "dist",
  electronNames[process.platform] ?? "electron",
);
const hasDisplay =
  process.platform === "win32" ||
  process.platform === "darwin" ||
  Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const isElectron = hasDisplay && existsSync(electron);
console.log(
  isElectron
    ? "Mở bằng Electron."
    : `Mở bằng máy chủ cục bộ: ${hasDisplay ? "chưa có tệp chạy Electron" : "máy không có màn hình"}.`,
);
const child = isElectron
  ? spawn(electron, [root, ...process.argv.slice(2)], { stdio: "inherit" })
  : spawn(process.execPath, [join(root, "dist", "node", "local.js"), ...process.argv.slice(2)], {
      stdio: "inherit",
    });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 0));
