// npm start: builds when needed, picks the host, says in one line which and why.
import { spawn } from "node:child_process";
import { hasDisplay } from "../electron/local/display.ts";
import { findElectron } from "./find-electron.ts";
import { ensureBuilt, LOCAL_HOST, ROOT } from "./program.ts";

const words = process.argv.slice(2);
if (!ensureBuilt()) process.exit(1);

const choice = findElectron(words, hasDisplay());
const child =
  "path" in choice
    ? spawn(choice.path, [ROOT, ...words], { stdio: "inherit" })
    : spawn(process.execPath, [LOCAL_HOST, ...words], { stdio: "inherit" });
console.log("path" in choice ? "Mở bằng Electron." : `Mở bằng máy chủ cục bộ: ${choice.reason}.`);

// Ctrl+C reaches both; the child ends in its own time, and this one with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`Không mở được: ${error.message}`);
  process.exit(7);
});
child.on("exit", (code) => process.exit(code ?? 0));
