import { expect, it } from "vitest";
import { refusalStatus } from "./guard.ts";

const PORT = 4111;
const HOST = ["Host", "127.0.0.1:4111"];
const OWN = ["Origin", "http://127.0.0.1:4111"];
const JSON_BODY = ["Content-Type", "application/json"];
const BYTES = ["Content-Type", "application/octet-stream"];
const site = (value: string) => ["Sec-Fetch-Site", value];

const judge = (method: string, target: string, headers: string[][], isUpgrade = false) =>
  refusalStatus({ method, target, rawHeaders: headers.flat(), isUpgrade }, PORT);

it.each([
  ["GET", "/", [HOST]],
  ["HEAD", "/index.html", [HOST]],
  ["GET", "/assets/index-Bx_1.js?v=1", [HOST, site("same-origin")]],
  ["GET", "/", [HOST, site("none")]],
  ["GET", "/", [HOST, site("cross-site"), ["Sec-Fetch-Dest", "document"]]], // the private file that opens the browser
  ["POST", "/api/session", [HOST, OWN, JSON_BODY]],
  ["POST", "/api/session", [HOST, OWN, JSON_BODY, site("same-origin")]],
  ["POST", "/api/files", [HOST, OWN, BYTES]],
  ["POST", "/api/files?purpose=import", [HOST, OWN, BYTES]],
  ["POST", "/api/files/abcdefghijklmnop", [HOST, OWN, JSON_BODY]],
] as const)("lets %s %s through with %j", (method, target, headers) => {
  expect(judge(method, target, headers as unknown as string[][])).toBeNull();
});

it("lets its own page open a socket", () => {
  expect(judge("GET", "/api/rpc", [HOST, OWN, site("same-origin")], true)).toBeNull();
});

it.each([
  ["no Host", 421, "GET", "/", []],
  ["two Hosts", 421, "GET", "/", [HOST, HOST]],
  ["localhost", 421, "GET", "/", [["Host", "localhost:4111"]]],
  ["a name that resolves here", 421, "GET", "/", [["Host", "evil.example:4111"]]],
  ["another port", 421, "GET", "/", [["Host", "127.0.0.1:80"]]],
  ["no port", 421, "GET", "/", [["Host", "127.0.0.1"]]],
  ["another spelling of the address", 421, "GET", "/", [["Host", "127.1:4111"]]],
  [
    "a forwarded Host",
    421,
    "GET",
    "/",
    [
      ["Host", "evil"],
      ["X-Forwarded-Host", "127.0.0.1:4111"],
    ],
  ],
  ["a whole URL", 400, "GET", "http://127.0.0.1:4111/", [HOST]],
  ["another URL", 400, "GET", "http://evil/", [HOST]],
  ["two slashes", 400, "GET", "//evil/", [HOST]],
  ["a star", 400, "OPTIONS", "*", [HOST]],
  ["a backslash", 400, "GET", "/\\evil", [HOST]],
  ["an empty target", 400, "GET", "", [HOST]],
  ["OPTIONS", 405, "OPTIONS", "/api/session", [HOST, OWN]],
  ["PUT", 405, "PUT", "/api/files", [HOST, OWN, BYTES]],
  ["DELETE", 405, "DELETE", "/api/files/x", [HOST, OWN]],
  ["TRACE", 405, "TRACE", "/", [HOST]],
  ["a POST to a page", 405, "POST", "/", [HOST, OWN, JSON_BODY]],
  ["a page used by another site", 403, "GET", "/assets/a.js", [HOST, site("cross-site")]],
  ["a page used by another port", 403, "GET", "/assets/a.js", [HOST, site("same-site")]],
  ["a call from another site", 403, "POST", "/api/session", [HOST, OWN, JSON_BODY, site("cross-site")]],
  ["a call from another port", 403, "POST", "/api/session", [HOST, OWN, JSON_BODY, site("same-site")]],
  ["a call typed into the address line", 403, "GET", "/api/files/x", [HOST, site("none")]],
  ["two sites", 403, "GET", "/api/x", [HOST, site("same-origin"), site("same-origin")]],
  ["a POST without Origin", 403, "POST", "/api/session", [HOST, JSON_BODY]],
  ["Origin null", 403, "POST", "/api/session", [HOST, JSON_BODY, ["Origin", "null"]]],
  ["another Origin", 403, "POST", "/api/session", [HOST, JSON_BODY, ["Origin", "http://127.0.0.1:5000"]]],
  ["Origin with https", 403, "POST", "/api/session", [HOST, JSON_BODY, ["Origin", "https://127.0.0.1:4111"]]],
  ["two Origins", 403, "POST", "/api/session", [HOST, JSON_BODY, OWN, OWN]],
  ["a form", 415, "POST", "/api/session", [HOST, OWN, ["Content-Type", "application/x-www-form-urlencoded"]]],
  ["plain text", 415, "POST", "/api/session", [HOST, OWN, ["Content-Type", "text/plain"]]],
  ["no type", 415, "POST", "/api/session", [HOST, OWN]],
  ["a file as JSON", 415, "POST", "/api/files", [HOST, OWN, JSON_BODY]],
  ["a call as bytes", 415, "POST", "/api/session", [HOST, OWN, BYTES]],
  ["65 headers", 431, "GET", "/", Array.from({ length: 65 }, () => HOST)],
] as const)("refuses %s with %i", (_, status, method, target, headers) => {
  expect(judge(method, target, headers as unknown as string[][])).toBe(status);
});

it.each([
  ["without Origin", 403, "/api/rpc", [HOST]],
  ["from another port", 403, "/api/rpc", [HOST, ["Origin", "http://127.0.0.1:1"]]],
  ["on a page", 405, "/", [HOST, OWN]],
  ["on another host", 421, "/api/rpc", [["Host", "evil:4111"], OWN]],
] as const)("refuses a socket %s with %i", (_, status, target, headers) => {
  expect(judge("GET", target, headers as unknown as string[][], true)).toBe(status);
});
