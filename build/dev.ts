// npm run dev: builds once, then starts with the local host; run again after a change.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const built = spawnSync(
  process.execPath,
  [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--app", "--logLevel", "warn"],
  { cwd: root, stdio: "inherit" },
);
if (built.status !== 0) process.exit(built.status ?? 1);
const run = spawnSync(
  process.execPath,
  ["--enable-source-maps", join(root, "dist", "node", "local.js"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
process.exit(run.status ?? 0);
