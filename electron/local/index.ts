// The local host: the same program in plain Node, shown by an installed browser (design.md §2).
import { join } from "node:path";
import { readAssets } from "../main/policy/assets.ts";
import { hasDisplay } from "./display.ts";
import { findBrowser } from "./installed-browser.ts";
import { openInBrowser } from "./open-browser.ts";
import { openOffice, startFailureSentence } from "./open-office.ts";
import { type LocalOptions, readOptions, USAGE } from "./options.ts";
import { Presence } from "./presence.ts";
import { startServer } from "./server.ts";
import { Session } from "./session.ts";

const clock = { now: () => new Date() };
/** A browser that did not come by then is not coming: the link is printed for the person to open. */
const BROWSER_WAIT_MS = 15_000;

const browser = hasDisplay() ? findBrowser() : undefined;
const options = readOptions(process.argv.slice(2), browser !== undefined);
if (options) {
  try {
    await run(options);
  } catch (error) {
    console.error(startFailureSentence(error));
    process.exit(7);
  }
} else {
  console.error(USAGE);
  process.exitCode = 1;
}

async function run({ dataFolder, port, isDemo, isServing, leaveAfterMs }: LocalOptions): Promise<void> {
  const assets = readAssets(join(import.meta.dirname, "..", "renderer"));
  const { host, log } = await openOffice({
    dataFolder,
    clock,
    program: "local",
    isDemo,
    onDemo: () => console.log("Đang tạo đơn vị mẫu…"),
  });
  const session = new Session();
  let forgetLinkFile = () => {};
  let isOpened = false;
  const presence = new Presence({
    // Nothing is kept unlocked: a passphrase is asked for by the call that signs, and dropped with it.
    onSilence: () => undefined,
    onLeave: () => void stop("Không còn cửa sổ nào mở: chương trình tự tắt."),
    leaveAfterMs,
  });
  const server = await startServer({
    ...host,
    assets,
    session,
    presence,
    port,
    log,
    onLinkUsed() {
      isOpened = true;
      forgetLinkFile();
      // Also beside a window of our own: who closes it by mistake, or wants a second one, finds the way here.
      printLink("Mở thêm một cửa sổ");
    },
  });
  const newLink = (carriedBy: "program" | "person") =>
    `http://127.0.0.1:${server.port}/#b=${session.newLink(carriedBy)}`;
  const printLink = (words: string) => console.log(`${words}: ${newLink("person")}`);

  let isStopping = false;
  async function stop(words: string): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    console.log(words);
    forgetLinkFile();
    presence.stop();
    await server.close();
    await host.close();
    process.exit(0);
  }
  process.on("SIGINT", () => void stop("Đã dừng."));
  process.on("SIGTERM", () => void stop("Đã dừng."));

  console.log(`Sổ Công Đoàn đang chạy. Dữ liệu: ${dataFolder}`);
  if (isServing || browser === undefined) return printLink("Mở trên máy này, dùng một lần");
  const printInstead = () => {
    if (!isOpened) printLink("Cửa sổ chưa mở được. Mở địa chỉ này trong trình duyệt");
    isOpened = true;
  };
  forgetLinkFile = openInBrowser(browser, newLink("program"), join(dataFolder, "run"), printInstead);
  console.log(`Đang mở bằng ${browser}. Đóng cửa sổ thì chương trình tự tắt sau ít phút.`);
  setTimeout(printInstead, BROWSER_WAIT_MS).unref();
}
