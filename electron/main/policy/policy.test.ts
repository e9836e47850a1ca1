// Every decision of the Electron shell as a table; Electron itself is not needed (design.md §2).
import { describe, expect, it } from "vitest";
import { refusedArgument } from "./arguments.ts";
import type { Asset } from "./serve-asset.ts";
import { allowNavigation, allowRequest, isTrustedSender } from "./origin.ts";
import { PDF_OPTIONS, pdfFileName } from "./page-pdf.ts";
import { allowPermission } from "./permissions.ts";
import { CONTENT_SECURITY_POLICY } from "./response-headers.ts";
import { serveAsset } from "./serve-asset.ts";
import { windowOptions } from "./window-options.ts";

it("the window has no Node, no foreign content and no debugger once packaged", () => {
  expect(windowOptions("/abs/preload.cjs", true).webPreferences).toEqual({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    devTools: false,
    preload: "/abs/preload.cjs",
  });
});

describe("requests", () => {
  it.each(["app://so/", "app://so/assets/x.js", "blob:app://so/123", "data:image/png;base64,AA"])(
    "lets %s through",
    (url) => expect(allowRequest(url, true)).toBe(true),
  );
  it.each([
    "http://example.org/",
    "https://so/",
    "ws://127.0.0.1/",
    "wss://so/",
    "file:///etc/passwd",
    "ftp://so/",
    "chrome://settings",
    "about:blank",
    "app://evil/",
    "app://so.evil/",
    "app://x@so/",
    "app://so:99/",
    "blob:https://so/1",
    "javascript:alert(1)",
    "devtools://devtools/",
    "",
    "//so/",
  ])("stops %s", (url) => expect(allowRequest(url, true)).toBe(false));
  it("lets the developer tools through only while unpackaged", () =>
    expect(allowRequest("devtools://devtools/", false)).toBe(true));
});

describe("navigation", () => {
  it.each(["app://so/", "app://so/#/register", "app://so/index.html#/"])("allows %s", (url) =>
    expect(allowNavigation(url)).toBe(true),
  );
  it.each([
    "app://so/assets/x.js",
    "app://so.evil/",
    "app://x@so/",
    "javascript:alert(1)",
    "https://so/",
    "file:///",
    "about:blank",
    "app:so",
  ])("prevents %s", (url) => expect(allowNavigation(url)).toBe(false));
});

it.each([
  [null, false],
  [undefined, false],
  [{ url: "app://so/", parent: null }, true],
  [{ url: "app://so/", parent: {} }, false],
  [{ url: "https://so/", parent: null }, false],
  [{ url: "file:///x", parent: null }, false],
  [{ url: "not a url", parent: null }, false],
] as const)("a message from %o is trusted: %s", (frame, isTrusted) =>
  expect(isTrustedSender(frame)).toBe(isTrusted),
);

it("grants one permission", () => {
  expect(
    [
      "clipboard-sanitized-write",
      "clipboard-read",
      "media",
      "geolocation",
      "notifications",
      "hid",
      "serial",
      "usb",
      "display-capture",
      "openExternal",
    ].filter(allowPermission),
  ).toEqual(["clipboard-sanitized-write"]);
});

it.each([
  "--no-sandbox",
  "--inspect",
  "--inspect-brk=0",
  "--remote-debugging-port=9222",
  "--host-resolver-rules=MAP * 1.2.3.4",
  "--proxy-server=x",
  "--disable-web-security",
])("does not start with %s", (argument) => {
  expect(refusedArgument(["program", "--demo", argument])).toBe(argument);
});
it("starts with its own arguments", () =>
  expect(refusedArgument(["program", "--demo", "--data", "/x"])).toBeUndefined());

describe("assets", () => {
  const assets = new Map<string, Asset>([
    ["/", { bytes: new TextEncoder().encode("<html>"), type: "text/html", sha256: "" }],
  ]);
  const statusOf = (url: string, method = "GET") => serveAsset(new Request(url, { method }), assets).status;
  it("serves what is in the map with the policy on it", async () => {
    const response = serveAsset(new Request("app://so/"), assets);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Security-Policy")).toBe(CONTENT_SECURITY_POLICY);
    expect(await response.text()).toBe("<html>");
  });
  it.each([
    ["app://so/../../etc/passwd", 404],
    ["app://so/%2e%2e%2fetc/passwd", 404],
    ["app://so/%00", 404],
    ["app://so//", 404],
    ["app://so/C:/x", 404],
    ["app://evil/", 400],
  ])("%s gets %i", (url, status) => expect(statusOf(url)).toBe(status));
  it("answers reading only", () => expect(statusOf("app://so/", "POST")).toBe(405));
});

describe("a page saved as PDF", () => {
  it("has the size, margins and page numbers of the page itself, and nothing of the browser", () =>
    expect(PDF_OPTIONS).toMatchObject({ preferCSSPageSize: true, displayHeaderFooter: false }));
  it.each([
    ["BaoCao_LDLD-B_2024-H1.pdf", "BaoCao_LDLD-B_2024-H1.pdf"],
    ["Báo cáo.PDF", "Báo cáo.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Windows\\x.pdf", "x.pdf"],
    ["bao\u202Efdp.exe", "baofdp.exe.pdf"],
    ['a<b>:"|?*.pdf', "ab.pdf"],
    ["..", "BaoCao.pdf"],
    ["", "BaoCao.pdf"],
    [`${"x".repeat(500)}.pdf`, `${"x".repeat(120)}.pdf`],
  ])("asked for as %s is offered as %s", (wanted, offered) => expect(pdfFileName(wanted)).toBe(offered));
});

it("the content policy has no unsafe source", () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("style-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|sha256|nonce|\*|https?:/);
});
