// Calls that may not stand in the delivered sources, each with the one place that may (security.md E7, R1, F7, L4, L5).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listSources, ROOT, withoutComments } from "./source-files.ts";

interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  readonly why: string;
  /** Files that may, with their reason beside them. */
  readonly except?: readonly string[];
  /** What the pattern must find. */
  readonly example: string;
}

const HOST_ENTRIES = ["electron/local/index.ts", "electron/main/index.ts", "electron/cli/session.ts"];

const BANS: readonly Ban[] = [
  {
    name: "the machine's clock",
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)/,
    why: "F7: only a host's entry reads the clock; everything else is given one",
    except: HOST_ENTRIES,
    example: "const at = new Date();",
  },
  {
    name: "openExternal",
    pattern: /\bopenExternal\b|\bopenPath\b/,
    why: "E7",
    example: "shell.openExternal(url)",
  },
  {
    name: "executeJavaScript",
    pattern: /\bexecuteJavaScript\b/,
    why: "E7",
    example: "contents.executeJavaScript(x)",
  },
  { name: "eval", pattern: /\beval\(|\bnew Function\(|\bFunction\(/, why: "E7", example: "eval(text)" },
  { name: "node:vm", pattern: /["'](node:)?vm["']/, why: "E7", example: 'import vm from "node:vm"' },
  {
    name: "child processes",
    pattern: /["'](node:)?child_process["']/,
    why: "E7: one gate, to open the browser, without a shell",
    except: ["electron/local/open-browser.ts"],
    example: 'import { exec } from "node:child_process"',
  },
  {
    name: "a shell",
    pattern: /\bshell:\s*true\b|\bexecSync\(|\bexec\(\s*`/,
    why: "E7",
    example: "spawn(x, { shell: true })",
  },
  {
    name: "HTML from text",
    pattern:
      /\bdangerouslySetInnerHTML\b|\.innerHTML\b|\.outerHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcdoc\b|\bsrcDoc\b|\bcreateContextualFragment\b/,
    why: "R1",
    example: "element.innerHTML = text",
  },
  { name: "crash reports", pattern: /\bcrashReporter\b/, why: "E15", example: "crashReporter.start()" },
  {
    name: "sharing with other origins",
    pattern: /Access-Control-/i,
    why: "L4",
    example: '"Access-Control-Allow-Origin"',
  },
  {
    name: "cookies",
    pattern: /\bset-cookie\b|\bdocument\.cookie\b|["']cookie["']/i,
    why: "L5: cookies are not kept apart by port",
    example: "document.cookie",
  },
  {
    name: "stored tokens that outlive the window",
    pattern: /\blocalStorage\b/,
    why: "L5: every port of this address would read it",
    except: [
      "renderer/text/start-text.ts",
      "renderer/text/use-text.ts",
      // Widths of columns, nothing of the office.
      "renderer/sheet/column-widths.ts",
    ],
    example: "localStorage.setItem(key, token)",
  },
  {
    name: "other windows",
    pattern: /\bnew (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\(/,
    why: "E1: one window, made in one place",
    except: ["electron/main/index.ts"],
    example: "new BrowserWindow({})",
  },
  {
    name: "other channels",
    pattern: /\bipcMain\.(on|once|handle|handleOnce)\(/,
    why: "E10: one channel, which checks its sender",
    except: ["electron/main/index.ts"],
    example: 'ipcMain.handle("x", f)',
  },
  {
    name: "any address of this machine",
    pattern: /["'](0\.0\.0\.0|::)["']/,
    why: "L1",
    example: 'listen(0, "0.0.0.0")',
  },
];

const sources = listSources().map(({ path, text }) => ({ path, code: withoutComments(text) }));

describe.each(BANS)("$name ($why)", ({ pattern, except = [], example }) => {
  it("stands nowhere in the sources", () => {
    expect(sources.length).toBeGreaterThan(200);
    const found = sources.filter(({ path, code }) => !except.includes(path) && pattern.test(code));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
  it("would be found", () => expect(example).toMatch(pattern));
});

it("the host listens where only this machine can reach it", () => {
  const listening = sources.filter(({ code }) => /\.listen\(/.test(code));
  expect(listening.map(({ path }) => path)).toEqual(["electron/local/server.ts"]);
  expect(listening[0]?.code).toContain('.listen(options.port, "127.0.0.1"');
});

it("the one main channel checks its sender first", () => {
  const main = sources.find(({ path }) => path === "electron/main/index.ts")?.code ?? "";
  expect(main.match(/ipcMain\./g)).toHaveLength(1);
  expect(main).toMatch(
    /ipcMain\.on\("connect", \(event\) => \{\s*const frame = event\.senderFrame;\s*if \(!frame \|\| !isTrustedSender\(frame\)\) return;/,
  );
});

it("the preload script exposes nothing", () => {
  const preload = sources.find(({ path }) => path === "electron/preload/index.ts")?.code ?? "";
  expect(preload.match(/ipcRenderer\.\w+/g)).toEqual(["ipcRenderer.send", "ipcRenderer.on"]);
  expect(preload).not.toContain("contextBridge");
});

it("the widget library still leaves its inline style out where the page holds the id, and base.css has the rule", () => {
  const file = join(ROOT, "node_modules/react-aria/dist/private/interactions/usePress.mjs");
  const library = readFileSync(file, "utf8");
  const id = /STYLE_ID = '([^']+)'/.exec(library)?.[1] ?? "missing";
  expect(library).toMatch(/ownerDocument\.getElementById\(\S+STYLE_ID\)\) return;/);
  expect(readFileSync(join(ROOT, "renderer/index.html"), "utf8")).toContain(`<meta id="${id}" />`);
  const rule = /style\.textContent = `([^`]*)`/.exec(library)?.[1] ?? "";
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(library)?.[1] ?? "";
  const declaration = /[\w-]+: [^;]+;/.exec(rule)?.[0] ?? "missing";
  expect(readFileSync(join(ROOT, "renderer/app/base.css"), "utf8")).toContain(
    `[${attribute}] {\n  ${declaration}\n}`,
  );
});

// What was built is looked at where there is a build; the whole test run builds before its end-to-end part.
const renderer = join(ROOT, "dist", "renderer", "assets");
it.runIf(existsSync(renderer))("the built page fetches nothing from elsewhere", () => {
  const scripts = readdirSync(renderer).filter((name) => name.endsWith(".js") || name.endsWith(".css"));
  expect(scripts.length).toBeGreaterThan(0);
  const foreign = scripts.flatMap((name) =>
    [
      ...readFileSync(join(renderer, name), "utf8").matchAll(
        /(?:fetch\(|src=|url\()["'`]?(https?:\/\/[^"'`)]+)/g,
      ),
    ].map((match) => `${name}: ${match[1]}`),
  );
  expect(foreign).toEqual([]);
});
