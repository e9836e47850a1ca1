// npm run dev: builds what has changed and starts the local host with source maps; run again after a change.
import { spawnSync } from "node:child_process";
import { ensureBuilt, LOCAL_HOST } from "./program.ts";

if (!ensureBuilt()) process.exit(1);
const run = spawnSync(process.execPath, ["--enable-source-maps", LOCAL_HOST, ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(run.status ?? 0);
