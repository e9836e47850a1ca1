// The Electron entry only wires: every decision is a pure function in policy/ (design.md §2).
import { join } from "node:path";
import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, session } from "electron";
import { openHost } from "../api/host.ts";
import { DatabaseError } from "../database/database-error.ts";
import { sentenceOf } from "../cli/messages.ts";
import { servePort } from "../transport/port.ts";
import { refusedArgument } from "./policy/arguments.ts";
import { readAssets } from "./policy/assets.ts";
import {
  allowNavigation,
  allowRequest,
  APP_ORIGIN,
  APP_SCHEME,
  isTrustedSender,
  SCHEME_PRIVILEGES,
} from "./policy/origin.ts";
import { allowPermission } from "./policy/permissions.ts";
import { serveAsset } from "./policy/serve-asset.ts";
import { windowOptions } from "./policy/window-options.ts";
import { faultPage } from "./fault-page.ts";

app.enableSandbox();
if (app.isPackaged && refusedArgument(process.argv) !== undefined) app.exit(1);
if (!app.requestSingleInstanceLock()) app.exit(0);
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }]);

function log(reference: string, error: unknown): void {
  process.stderr.write(
    `[${reference}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}

await app.whenReady();
const assets = readAssets(join(import.meta.dirname, "..", "renderer"));
const { defaultSession } = session;
protocol.handle(APP_SCHEME, (request) => serveAsset(request, assets));
defaultSession.webRequest.onBeforeRequest((details, answer) =>
  answer({ cancel: !allowRequest(details.url, app.isPackaged) }),
);
defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
  answer(allowPermission(permission)),
);
defaultSession.setPermissionCheckHandler((_contents, permission) => allowPermission(permission));
defaultSession.setDevicePermissionHandler(() => false);
defaultSession.setDisplayMediaRequestHandler((_request, answer) => answer({}));

app.on("web-contents-created", (_event, contents) => {
  contents.on("will-navigate", (event) => {
    if (!allowNavigation(event.url)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!allowNavigation(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!allowNavigation(event.url)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
});

const window = new BrowserWindow(
  windowOptions(join(import.meta.dirname, "..", "preload", "preload.cjs"), app.isPackaged),
);
window.once("ready-to-show", () => window.show());
app.on("second-instance", () => window.focus());
app.on("window-all-closed", () => app.quit());

try {
  const host = await openHost({
    dataFolder: app.getPath("userData"),
    clock: { now: () => new Date() },
    program: "electron",
  });
  ipcMain.on("connect", (event) => {
    if (!isTrustedSender(event.senderFrame)) return;
    const { port1, port2 } = new MessageChannelMain();
    servePort(host.router, host.context, port1, log);
    port1.start();
    event.senderFrame?.postMessage("port", null, [port2]);
  });
  app.on("will-quit", () => void host.close());
  await window.loadURL(`${APP_ORIGIN}/`);
} catch (error) {
  log("start", error);
  const code = error instanceof DatabaseError ? error.code : "INTERNAL";
  await window.loadURL(faultPage(sentenceOf(code), code));
}
