// Threads for what would hold the program while it works. Each is an entry of its own in vite.config.ts.
import { Worker, type WorkerOptions } from "node:worker_threads";

/** @param name of its script, beside this one */
export function startThread(name: "report-worker" | "spreadsheet-worker", options: WorkerOptions): Worker {
  // From source under Node's type stripping, or beside this file in dist/node.
  const script = `./${name}.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`;
  return new Worker(new URL(script, import.meta.url), { env: {}, execArgv: [], ...options });
}
