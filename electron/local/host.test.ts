// What the host decides before it serves: where the data lives, what the command line means, which browser it opens.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchFolder } from "../../test/support/scratch-folder.ts";
import { DatabaseError } from "../database/database-error.ts";
import { openFaultLog } from "../files/fault-log.ts";
import { defaultDataFolder } from "./data-folder.ts";
import { hasDisplay } from "./display.ts";
import { findBrowser } from "./installed-browser.ts";
import { writeLinkPage } from "./open-browser.ts";
import { startFailureSentence } from "./open-office.ts";
import { readOptions } from "./options.ts";

it.each([
  ["linux", {}, "/home/lan/.local/share/so-cong-doan"],
  ["linux", { XDG_DATA_HOME: "/data" }, "/data/so-cong-doan"],
  ["linux", { XDG_DATA_HOME: "relative" }, "/home/lan/.local/share/so-cong-doan"],
  ["linux", { XDG_DATA_HOME: "" }, "/home/lan/.local/share/so-cong-doan"],
  ["darwin", {}, "/home/lan/Library/Application Support/SoCongDoan"],
  ["win32", { LOCALAPPDATA: "C:\\Users\\lan\\AppData\\Local" }, "C:\\Users\\lan\\AppData\\Local\\SoCongDoan"],
] as const)("on %s with %j the data lives in %s", (platform, env, folder) => {
  expect(defaultDataFolder(platform, env, "/home/lan")).toBe(folder);
});

it("without HOME the data still lives somewhere absolute", () => {
  const before = process.env["HOME"];
  process.env["HOME"] = "";
  try {
    expect(defaultDataFolder("linux", {})).toMatch(/^\/.+\/so-cong-doan$/);
  } finally {
    process.env["HOME"] = before;
  }
});

it("opens a window and leaves after ten minutes; without a display it serves and stays", () => {
  expect(readOptions([], true)).toMatchObject({
    isServing: false,
    leaveAfterMs: 600_000,
    port: 0,
    isDemo: false,
  });
  expect(readOptions([], false)).toMatchObject({ isServing: true, leaveAfterMs: null });
  expect(readOptions(["--no-open"], true)).toMatchObject({ isServing: true, leaveAfterMs: null });
  expect(readOptions(["--no-open", "--leave-after", "3"], true)).toMatchObject({ leaveAfterMs: 180_000 });
  expect(readOptions(["--leave-after", "0"], true)).toMatchObject({ leaveAfterMs: null });
});

it("keeps the demo apart from the office", () => {
  const office = readOptions([], true)?.dataFolder ?? "";
  expect(readOptions(["--demo"], true)?.dataFolder).toBe(`${office}-demo`);
  expect(readOptions(["--demo", "--data", "/x"], true)?.dataFolder).toBe("/x");
});

it.each([
  ["--port", "70000"],
  ["--port", "-1"],
  ["--port", "1e3"],
  ["--port"],
  ["--data", ""],
  ["--what"],
  ["x"],
])("does not understand %s %s", (...argv) => expect(readOptions(argv, true)).toBeUndefined());

it.each([
  ["linux", {}, false],
  ["linux", { DISPLAY: ":0" }, true],
  ["linux", { DISPLAY: "" }, false],
  ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
  ["win32", {}, true],
  ["darwin", {}, true],
] as const)("%s with %j has a display: %s", (platform, env, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});

it("takes the named browser or none, else the first on the path", () => {
  const folder = scratchFolder("browser");
  const browser = join(folder, "chromium");
  writeFileSync(browser, "");
  expect(findBrowser({ PATH: folder }, "linux")).toBe(browser);
  expect(findBrowser({ PATH: "", SCD_BROWSER: browser }, "linux")).toBe(browser);
  expect(findBrowser({ PATH: folder, SCD_BROWSER: join(folder, "none") }, "linux")).toBeUndefined();
});

it("hands the link to the browser in a file only its owner can read", () => {
  const run = join(scratchFolder("run"), "run");
  const page = writeLinkPage(run, "http://127.0.0.1:1/#b=abc");
  expect(readFileSync(page, "utf8")).toContain('location.replace("http://127.0.0.1:1/#b=abc")');
  expect(statSync(page).mode & 0o777).toBe(0o600);
  expect(statSync(run).mode & 0o777).toBe(0o700);
  // What an earlier start left there, or somebody put there, is not written through.
  writeFileSync(join(run, "other"), "x");
  writeLinkPage(run, "http://127.0.0.1:1/#b=def");
  expect(existsSync(join(run, "other"))).toBe(false);
});

it("says in one sentence why it cannot start", () => {
  expect(startFailureSentence(new DatabaseError("OFFICE_LOCKED", "cli, 12"))).toMatch(
    /^Văn phòng đang được mở .+\(OFFICE_LOCKED cli, 12\)$/,
  );
  expect(startFailureSentence(Object.assign(new Error("listen"), { code: "EADDRINUSE" }))).toMatch(
    /--port\. \(EADDRINUSE\)$/,
  );
});

it("logs a fault under its reference, in a bounded file, and never throws", () => {
  const folder = scratchFolder("log");
  const path = join(folder, "logs", "faults.jsonl");
  const log = openFaultLog(path, { now: () => new Date("2026-11-20T01:02:03.456Z") });
  log("A1B2C3D4", new Error("outer", { cause: new Error("inner") }));
  const line = JSON.parse(readFileSync(path, "utf8")) as { at: string; reference: string; error: string };
  expect(line).toMatchObject({ at: "2026-11-20T01:02:03Z", reference: "A1B2C3D4" });
  expect(line.error).toMatch(/outer[^]*inner/);
  writeFileSync(path, "x".repeat(1024 * 1024 + 1));
  log("E5F6A7B8", "a string, not an error");
  expect(readFileSync(path, "utf8")).not.toContain("a string");
  expect(existsSync(`${path}.old`)).toBe(true);
  expect(() =>
    openFaultLog(join(path, "no-folder", "faults"), { now: () => new Date(0) })("R", new Error("x")),
  ).not.toThrow();
});
