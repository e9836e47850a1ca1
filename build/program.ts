// Builds the program when its sources are newer than what was built.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
export const LOCAL_HOST = join(ROOT, "dist", "node", "local.js");
const SHELL_PAGE = join(ROOT, "dist", "renderer", "index.html");
const SOURCES = ["electron", "renderer", "shared", "package.json", "vite.config.ts"];

/** Time of the latest change at or under a path, in milliseconds since 1970. */
function latestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path, { withFileTypes: true })
    .filter(
      ({ name }) => name !== "node_modules" && !name.endsWith(".test.ts") && !name.endsWith(".test.tsx"),
    )
    .reduce((latest, { name }) => Math.max(latest, latestChange(join(path, name))), 0);
}

function isBuilt(): boolean {
  if (!existsSync(LOCAL_HOST) || !existsSync(SHELL_PAGE)) return false;
  const built = statSync(LOCAL_HOST).mtimeMs;
  return SOURCES.every((source) => latestChange(join(ROOT, source)) <= built);
}

/** @returns whether there is a program to start */
export function ensureBuilt(): boolean {
  if (isBuilt()) return true;
  console.log("Đang dựng chương trình…");
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const built = spawnSync(process.execPath, [vite, "build", "--app", "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  return built.status === 0;
}
