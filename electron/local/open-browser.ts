// Opens the page in an installed browser, as an application window. The word of the link goes through a private file,
// never on a command line that every account of the machine can read (security.md L6).
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LINK_FILE_LIFE_MS = 60_000;

/**
 * @param browser path of a Chromium, Chrome or Edge
 * @param runFolder of this office; made private
 * @param onFailure the browser could not be started: the link is still good
 * @returns takes the file away, to be called once the link was used
 */
export function openInBrowser(
  browser: string,
  link: string,
  runFolder: string,
  onFailure: () => void,
): () => void {
  const page = writeLinkPage(runFolder, link);
  const forget = () => rmSync(page, { force: true });
  setTimeout(forget, LINK_FILE_LIFE_MS).unref();
  const child = spawn(browser, [`--app=${pathToFileURL(page).href}`], { detached: true, stdio: "ignore" });
  child.on("error", onFailure);
  child.unref();
  return forget;
}

/** A page that only its owner can read, and that goes to the link without leaving itself in the history. */
export function writeLinkPage(runFolder: string, link: string): string {
  rmSync(runFolder, { recursive: true, force: true });
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  const page = join(runFolder, "mo.html");
  writeFileSync(
    page,
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Sổ Công Đoàn</title><script>location.replace(${JSON.stringify(link)})</script></html>\n`,
    { mode: 0o600, flag: "wx" },
  );
  return page;
}
