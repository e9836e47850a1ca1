// The local host: the same program in plain Node, shown by an installed browser (design.md §2).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRouterClient } from "@orpc/server";
import { findBrowser } from "../../build/find-browser.ts";
import { openHost } from "../api/host.ts";
import { DatabaseError } from "../database/database-error.ts";
import { sentenceOf } from "../cli/messages.ts";
import { readAssets } from "../main/policy/assets.ts";
import { defaultDataFolder } from "./data-folder.ts";
import { openInBrowser } from "./open-browser.ts";
import { startServer } from "./server.ts";
import { SessionToken } from "./session-token.ts";

const clock = { now: () => new Date() };
const IDLE_EXIT_MS = 10 * 60_000;

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    port: { type: "string" },
    demo: { type: "boolean" },
    "no-open": { type: "boolean" },
  },
});
const hasDisplay =
  process.platform === "win32" ||
  process.platform === "darwin" ||
  Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
const browser = hasDisplay && !values["no-open"] ? findBrowser() : undefined;
const dataFolder = values.data ?? `${defaultDataFolder()}${values.demo ? "-demo" : ""}`;

function log(reference: string, error: unknown): void {
  console.error(`[${reference}]`, error);
}

try {
  const rendererFolder = join(import.meta.dirname, "..", "renderer");
  if (!existsSync(rendererFolder)) throw new Error("chưa có dist/renderer: chạy npm run build");
  const host = await openHost({ dataFolder, clock, program: "local" });
  if (values.demo && !host.context.workspace.office) {
    console.log("Đang tạo đơn vị mẫu…");
    const job = await createRouterClient(host.router, { context: host.context }).office.createDemo({});
    while (!(await job.next()).done);
  }
  const token = new SessionToken(clock, browser !== undefined);
  const link = () => `http://127.0.0.1:${server.port}/#b=${token.newLink()}`;
  const server = await startServer({
    host,
    assets: readAssets(rendererFolder),
    token,
    port: values.port === undefined ? 0 : Number(values.port),
    log,
    onLinkUsed: () => {
      if (!browser) console.log(`Mở thêm một cửa sổ: ${link()}`);
    },
  });
  if (browser) {
    console.log(`Sổ Công Đoàn đang mở trong ${browser}. Dữ liệu: ${dataFolder}`);
    openInBrowser(browser, link());
    exitWhenIdle(server.clientCount);
  } else {
    console.log(`Sổ Công Đoàn đang chạy. Dữ liệu: ${dataFolder}`);
    console.log(`Mở trong trình duyệt trên máy này: ${link()}`);
  }
  const stop = () => {
    void server
      .close()
      .then(() => host.close())
      .then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (error) {
  const code = error instanceof DatabaseError ? error.code : "";
  console.error(
    code
      ? `${sentenceOf(code)} (${code}${error instanceof DatabaseError && error.detail ? ` ${error.detail}` : ""})`
      : `Không mở được: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 7;
}

/** A window that is closed ends the program a while later; one that only reloads does not. */
function exitWhenIdle(clientCount: () => number): void {
  let idleSince: number | undefined;
  setInterval(() => {
    if (clientCount() > 0) idleSince = undefined;
    else idleSince ??= performance.now();
    if (idleSince !== undefined && performance.now() - idleSince > IDLE_EXIT_MS)
      process.kill(process.pid, "SIGTERM");
  }, 5000).unref();
}
