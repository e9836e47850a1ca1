// Opens the page in an installed browser, as an application window. The word of the link goes through a private file,
// never on a command line that every account of the machine can read (security.md L6).
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const LINK_FILE_LIFE_MS = 60_000;

/** @param browser path of a Chromium, Chrome or Edge */
export function openInBrowser(browser: string, link: string): void {
  const folder = mkdtempSync(join(tmpdir(), "so-cong-doan-"));
  const page = join(folder, "mo.html");
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><title>Sổ Công Đoàn</title><script>location.replace(${JSON.stringify(link)})</script>`,
    { mode: 0o600 },
  );
  setTimeout(() => rmSync(folder, { recursive: true, force: true }), LINK_FILE_LIFE_MS).unref();
  spawn(browser, [`--app=${pathToFileURL(page).href}`], { detached: true, stdio: "ignore" }).unref();
}
