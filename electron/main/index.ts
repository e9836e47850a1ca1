// The Electron entry only wires: every decision is a pure function in policy/ (design.md §2).
import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, protocol, session } from "electron";
import { openOffice, startFailureSentence } from "../local/open-office.ts";
import { defaultDataFolder } from "../local/data-folder.ts";
import { serveFilePort } from "../transport/file-port.ts";
import { servePort } from "../transport/port.ts";
import { guardContents, guardSession } from "./guard-contents.ts";
import { refusedArgument } from "./policy/arguments.ts";
import { readAssets } from "./policy/assets.ts";
import { APP_ORIGIN, APP_SCHEME, isTrustedSender, SCHEME_PRIVILEGES } from "./policy/origin.ts";
import { PDF_OPTIONS } from "./policy/page-pdf.ts";
import { serveAsset } from "./policy/serve-asset.ts";
import { windowOptions } from "./policy/window-options.ts";
import { windowFiles } from "./window-files.ts";

const clock = { now: () => new Date() };
const dist = join(import.meta.dirname, "..");

// Before anything is ready: afterwards it would be too late for what has started already.
app.enableSandbox();
if (app.isPackaged && refusedArgument(process.argv) !== undefined) app.exit(1);
// The demo has a folder of its own, so that it can never be taken for the office; the lock lies in it.
const isDemo = process.argv.includes("--demo");
const dataFolder = `${defaultDataFolder()}${isDemo ? "-demo" : ""}`;
app.setPath("userData", join(dataFolder, "electron"));
if (!app.requestSingleInstanceLock()) app.exit(0);
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: SCHEME_PRIVILEGES }]);
app.on("web-contents-created", (_event, contents) => guardContents(contents));
app.on("session-created", (created) => guardSession(created, app.isPackaged));
app.on("window-all-closed", () => app.quit());

app
  .whenReady()
  .then(start)
  .catch((error: unknown) => {
    // The renderer never loads on a half-open office.
    dialog.showErrorBox("Sổ Công Đoàn", startFailureSentence(error));
    app.exit(7);
  });

async function start(): Promise<void> {
  guardSession(session.defaultSession, app.isPackaged);
  const assets = readAssets(join(dist, "renderer"));
  protocol.handle(APP_SCHEME, (request) => serveAsset(request, assets));
  const { host, log } = await openOffice({
    dataFolder,
    clock,
    program: "electron",
    isDemo,
    onDemo: () => undefined,
  });
  app.on("will-quit", () => void host.close());

  const window = new BrowserWindow(windowOptions(join(dist, "preload", "preload.cjs"), app.isPackaged));
  window.removeMenu();
  window.once("ready-to-show", () => window.show());
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // Electron keeps a window silently when its page asks to stay: the question of the browsers is asked here.
  window.webContents.on("will-prevent-unload", (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: "question",
      message: "Còn số đang gõ chưa lưu. / Some figures are typed and not saved.",
      detail:
        "Phần đang gõ được giữ lại và hiện ra khi mở lại biểu. / They are kept, and shown when the form is opened again.",
      buttons: ["Ở lại / Stay", "Đóng / Close"],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 1) event.preventDefault();
  });
  const choosePlace = async (fileName: string) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: fileName });
    return canceled || filePath === "" ? undefined : filePath;
  };
  const printPage = () => window.webContents.printToPDF(PDF_OPTIONS);

  // The only channel: a page asks for its two ports. A reload asks again; the ports of the old page close with it.
  ipcMain.on("connect", (event) => {
    const frame = event.senderFrame;
    if (!frame || !isTrustedSender(frame)) return;
    const calls = new MessageChannelMain();
    const files = new MessageChannelMain();
    servePort(host.router, host.context, calls.port1, log);
    serveFilePort(files.port1, windowFiles(host.tickets, choosePlace, printPage, log));
    frame.postMessage("ports", null, [calls.port2, files.port2]);
  });
  await window.loadURL(`${APP_ORIGIN}/`);
}
